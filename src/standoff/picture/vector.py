"""A specification as SVG."""

from __future__ import annotations

import vl_convert

from standoff.picture.drawn import Json

DEFAULT_WIDTH = 960


def svg(drawn: Json) -> str:
    """The specification as an SVG that stands alone."""
    width = DEFAULT_WIDTH if drawn.get("width") == "container" else drawn["width"]
    return vl_convert.vegalite_to_svg({**drawn, "width": width})
