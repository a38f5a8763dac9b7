"""A picture as data: what is drawn where. ``spec`` joins it with how its kind is drawn."""

from __future__ import annotations

from typing import Any

import msgspec

Json = dict[str, Any]
"""A Vega-Lite specification, or a part of one: JSON by nature, typed by its schema and not by ours."""
Rows = list[Json]
"""Values for one layer."""


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture with its data. ``spec(picture)`` is what a page loads, ``svg(spec(picture))`` what a brief holds."""

    name: str
    description: str
    """One sentence that says what is seen."""
    height: int
    data: dict[str, Rows]
    """The values of each layer, by the name its body knows them by."""
    params: dict[str, float] = {}
    """Numbers that the body asks for: where an axis begins."""
    left_out: int = 0
    """How many records the picture does not show because it is bounded."""

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        """What a notebook shows: the picture where it can draw Vega-Lite, else an image."""
        from standoff.picture.spec import spec  # noqa: PLC0415  Altair takes a second to load
        from standoff.picture.vector import svg  # noqa: PLC0415

        drawn = spec(self, width=NOTEBOOK_WIDTH)
        return {"application/vnd.vegalite.v6+json": drawn, "image/svg+xml": svg(drawn), "text/plain": self.description}


NOTEBOOK_WIDTH = 860
"""Pixels: what a notebook's column holds."""
