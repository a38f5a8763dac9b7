"""The ladder: rungs indented by round, stems from cause to effect, two lines of words for each."""

from __future__ import annotations

from typing import Any

import altair as alt

from standoff.picture.bodies.parts import LINK, Layer, layered, notes, over, pixel
from standoff.picture.theme import BLUE, CROSS, DASH, GREEN, GREY, MUTED, RED, TICK

EFFECTS = ["triggered", "satisfied", "violated", "cancelled"]
SHAPES = ["triangle-right", TICK, CROSS, DASH]
COLORS = [BLUE, GREEN, RED, GREY]
FILLS = [BLUE, "transparent", "transparent", "transparent"]


def ladder() -> alt.LayerChart:
    """The condition on top, what follows below it."""
    across = pixel("x", alt.X)
    return layered(
        over("condition")
        .mark_text(align="left", baseline="middle", fontSize=13, fontWeight=600, limit=alt.ExprRef("width"))
        .encode(x=alt.value(0), y=pixel("y"), text="text:N", tooltip=alt.Tooltip("what:N", title="if")),
        over("stems")
        .mark_rule(color="#aab2b9", strokeWidth=1.2, aria=False)
        .encode(x=across, x2="x2", y=pixel("y"), y2="y2"),
        _words("label", "y", **LINK),
        _words("told", "text_y", color=MUTED),
        _points().encode(x=across),
        notes(),
    )


def _words(field: str, height: str, **mark: Any) -> Layer:
    room = alt.ExprRef("width - datum.x - 14")
    return (
        over("rungs")
        .mark_text(align="left", baseline="middle", dx=11, limit=room, **mark)
        .encode(x=pixel("x", alt.X), y=pixel(height), text=f"{field}:N")
    )


def _looks(channel: Any, looks: list[str]) -> Any:
    """No key: each rung says in words what it is."""
    return channel("effect:N", scale=alt.Scale(domain=EFFECTS, range=looks), legend=None)


def _points() -> Layer:
    return (
        over("rungs")
        .mark_point(opacity=1, size=95, strokeWidth=2.2)
        .encode(
            y=pixel("y"),
            shape=_looks(alt.Shape, SHAPES),
            fill=_looks(alt.Fill, FILLS),
            stroke=_looks(alt.Stroke, COLORS),
            description="what:N",
            tooltip=[
                alt.Tooltip("what:N", title="obligation"),
                alt.Tooltip("who:N", title="whose"),
                alt.Tooltip("effect:N", title="is"),
            ],
        )
    )
