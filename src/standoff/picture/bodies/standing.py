"""What became of obligations: a label, a line below it, moves as marks on the line."""

from __future__ import annotations

from typing import Any

import altair as alt

from standoff.picture.bodies.parts import LINK, Layer, days, layered, notes, over, pixel
from standoff.picture.theme import BLUE, CROSS, DASH, GREEN, GREY, INK, MUTED, ORANGE, PAPER, PURPLE, RED, RULE, TICK

STATUSES = ["conditional", "detached", "satisfied", "violated", "expired", "cancelled", "undecidable"]
SHAPES = ["circle", "circle", TICK, CROSS, "triangle-down", DASH, "diamond"]
COLORS = [BLUE, BLUE, GREEN, RED, ORANGE, GREY, PURPLE]
FILLS = [PAPER, BLUE, "transparent", "transparent", PAPER, "transparent", PAPER]
IN_STRIP = "12 + datum.aside"
STATUS_ROOM = 84
"""Pixels at the right end of a label for the status of now."""


def standing() -> alt.LayerChart:
    """Rows of obligations over days."""
    return layered(
        over("rows").mark_rule(color=RULE, aria=False).encode(y=pixel("y"), x=alt.value(0), x2=alt.value("width")),
        _line("lines", x="scale('x', datum.at) + datum.aside", x2="scale('x', datum.until) + datum.until_aside"),
        _line("from_strip", x=IN_STRIP, x2="scale('x', datum.until) + datum.until_aside", strokeDash=[2, 4]),
        _line("onwards", x="scale('x', datum.at) + datum.aside", x2="width"),
        _line("strip_onwards", x=IN_STRIP, x2="width", strokeDash=[2, 4]),
        _words("label", **LINK, limit=alt.ExprRef(f"width - {STATUS_ROOM}")),
        _words("status", align="right", fontWeight=600).encode(x=alt.value("width")),
        _points("moves", xOffset=alt.ExprRef("datum.aside")).encode(x=_days()),
        _points("undated", x=alt.ExprRef(IN_STRIP)),
        over("undated")
        .transform_aggregate(number="count()")
        .mark_text(align="left", baseline="bottom", color=MUTED, aria=False)
        .encode(x=alt.value(0), y=alt.value(-6), text=alt.value("no day told")),
        notes(),
    )


def _days() -> alt.X:
    axis = days("at")
    axis["scale"]["range"] = [alt.ExprRef("strip"), alt.ExprRef("width - 24")]
    return axis


def _looks(channel: Any, looks: list[str]) -> Any:
    return channel("status:N", scale=alt.Scale(domain=STATUSES, range=looks))


def _line(name: str, *, x: str, x2: str, **mark: Any) -> Layer:
    where = {"x": alt.ExprRef(x), "x2": alt.ExprRef(x2)}
    return (
        over(name)
        .mark_rule(strokeWidth=2.5, opacity=0.45, aria=False, **where, **mark)
        .encode(y=pixel("y"), stroke=_looks(alt.Stroke, COLORS))
    )


def _words(field: str, **mark: Any) -> Layer:
    return (
        over("rows")
        .mark_text(**{"align": "left", "baseline": "middle", "color": INK, **mark})
        .encode(x=alt.value(0), y=pixel("text_y"), text=f"{field}:N")
    )


def _points(name: str, **mark: Any) -> Layer:
    return (
        over(name)
        .mark_point(opacity=1, size=70, strokeWidth=2, **mark)
        .encode(
            y=pixel("y"),
            shape=_looks(alt.Shape, SHAPES),
            fill=_looks(alt.Fill, FILLS),
            stroke=_looks(alt.Stroke, COLORS),
            description="what:N",
            tooltip=[
                alt.Tooltip("what:N", title="obligation"),
                alt.Tooltip("who:N", title="whose"),
                alt.Tooltip("status:N", title="status"),
                alt.Tooltip("day:N", title="when"),
                alt.Tooltip("rule:N", title="because"),
            ],
        )
    )
