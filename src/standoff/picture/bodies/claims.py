"""Competing numbers: names on the left, numbers along an axis, their words behind them."""

from __future__ import annotations

from typing import Any

import altair as alt

from standoff.picture.bodies.parts import LINK, Layer, heads, layered, notes, over, pixel
from standoff.picture.theme import BLUE, GREY, GRID, INK, MUTED, ORANGE, PAPER, RULE

STATUSES = ["actual", "planned", "past"]
COLORS = [BLUE, ORANGE, GREY]
FILLS = [BLUE, PAPER, GREY]
SHAPES = ["circle", "circle", "diamond"]
NAMES = "min(225, width * 0.36)"
"""Pixels of the names' column."""
VALUES = "min(150, width * 0.26)"
"""Pixels kept free behind the numbers for their words."""
AT = "scale('x', datum.at)"
AWAY = f"max({AT} + datum.to, {NAMES} - 4)"
"""Pixels away from a number, but not into the names."""
NUMBER_LABEL = (
    "datum.value >= 1e9 ? format(datum.value / 1e9, '~g') + ' bn'"
    " : datum.value >= 1e6 ? format(datum.value / 1e6, '~g') + ' m' : format(datum.value, ',~g')"
)


def claims() -> alt.LayerChart:
    """On an axis of even steps."""
    return _layers(alt.Scale(type="linear", **_domain()))


def claims_log() -> alt.LayerChart:
    """On an axis of tenfold steps."""
    return _layers(alt.Scale(type="log", **_domain()))


def _domain() -> dict[str, Any]:
    domain = [alt.ExprRef("shown_from"), alt.ExprRef("shown_to")]
    return {"domain": domain, "range": [alt.ExprRef(NAMES), alt.ExprRef(f"width - {VALUES}")], "nice": False}


def _layers(scale: alt.Scale) -> alt.LayerChart:
    def across(field: str) -> alt.X:
        axis = alt.Axis(
            orient="top",
            title=None,
            labelExpr=NUMBER_LABEL,
            tickCount=alt.ExprRef("max(2, floor(width / 160))"),
            gridColor=GRID,
            labelOverlap=True,
        )
        return alt.X(f"{field}:Q", scale=scale, axis=axis)

    fill, stroke = alt.Fill("color:N", scale=None), alt.Stroke("color:N", scale=None)
    row = pixel("y")
    return layered(
        over("heads").mark_rule(color=RULE, aria=False).encode(y=row, x=alt.value(0), x2=alt.value("width")),
        heads("heads", "text", fontSize=11),
        over("unit")
        .mark_text(align="left", baseline="bottom", color=MUTED, aria=False)
        .encode(x=alt.value(0), y=alt.value(-6), text="text:N"),
        _names(),
        over("soft")
        .mark_rect(
            opacity=0.22, aria=False, x=alt.ExprRef(f"{AT} - datum.before"), x2=alt.ExprRef(f"{AT} + datum.after")
        )
        .encode(y=row, y2="y2", fill=fill),
        over("bars")
        .mark_rule(strokeWidth=5, aria=False)
        .encode(
            x=across("low"),
            x2="high",
            y=row,
            stroke=stroke,
            opacity=alt.condition("datum.round", alt.value(0.35), alt.value(0.75)),
        ),
        over("open")
        .mark_rule(strokeWidth=2, strokeDash=[2, 3], aria=False, x=alt.ExprRef(AT), x2=alt.ExprRef(AWAY))
        .encode(y=row, stroke=stroke),
        over("open")
        .mark_point(size=40, filled=True, opacity=1, aria=False, x=alt.ExprRef(AWAY))
        .encode(y=row, fill=fill, shape=alt.Shape("shape:N", scale=None)),
        _points().encode(x=across("at")),
        over("values")
        .mark_text(align="left", baseline="middle", color=INK, aria=False, x=alt.ExprRef(AWAY))
        .encode(y=row, text="text:N"),
        notes(),
    )


def _names() -> Layer:
    return (
        over("names")
        .mark_text(align="left", baseline="middle", limit=alt.ExprRef(f"{NAMES} - 14"), aria=False)
        .encode(x=alt.value(0), y=pixel("y"), text="text:N")
    )


def _points() -> Layer:
    return (
        over("points")
        .mark_point(opacity=1, strokeWidth=1.8, size=58, **LINK)
        .encode(
            y=pixel("y"),
            shape=alt.Shape("status:N", scale=alt.Scale(domain=STATUSES, range=SHAPES)),
            fill=alt.Fill("status:N", scale=alt.Scale(domain=STATUSES, range=FILLS)),
            stroke=alt.Stroke("status:N", scale=alt.Scale(domain=STATUSES, range=COLORS)),
            description="value:N",
            tooltip=[
                alt.Tooltip("who:N", title="who"),
                alt.Tooltip("value:N", title="claims"),
                alt.Tooltip("status:N", title="as"),
                alt.Tooltip("day:N", title="for"),
                alt.Tooltip("accounts:N", title="told by"),
            ],
        )
    )
