"""The course: bars of counts, with marks for the days that matter above them."""

from __future__ import annotations

from typing import Any

import altair as alt

from standoff.picture.bodies.parts import LINK, Layer, days, layered, notes, over
from standoff.picture.theme import FACTUALITIES, FACTUALITY_STROKES, GRID, INK, PAPER

FILLS = ("#005b96", "#7fb8a4", PAPER, "#e4e7e9", PAPER)
"""From dark to empty as what is told gets less certain; the order of stacking tells them apart in print."""
ABOVE_DAYS = 34
"""Pixels that the names of days take between the bars and the key."""


def course() -> alt.LayerChart:
    """Stacked bars over days."""
    return layered(_bars(), _stems(), _days(), _names(), notes())


def _bars() -> Layer:
    domain: Any = [0, alt.ExprRef("highest")]
    axis = alt.Axis(title=None, tickCount=3, format="d", gridColor=GRID, tickMinStep=1, ticks=False)
    legend = alt.Legend(offset=ABOVE_DAYS)
    strokes = alt.Scale(domain=FACTUALITIES, range=FACTUALITY_STROKES)
    height = alt.Y("from:Q", scale=alt.Scale(domain=domain, nice=True), axis=axis)
    return (
        over("bars")
        .mark_rect(strokeWidth=1, clip=True)
        .encode(
            x=days("since", orient="bottom"),
            x2="until",
            y=height,
            y2="to",
            fill=alt.Fill("factuality:N", scale=alt.Scale(domain=FACTUALITIES, range=FILLS), legend=legend),
            stroke=alt.Stroke("factuality:N", scale=strokes, legend=legend),
            tooltip=[alt.Tooltip("days:N", title="when"), alt.Tooltip("counts:N", title="happenings")],
        )
    )


def _stems() -> Layer:
    place = days("at", orient="bottom")
    return (
        over("names")
        .mark_rule(color=INK, strokeWidth=0.6, strokeDash=[1, 3], aria=False)
        .encode(x=place, y=alt.value(0), y2=alt.value("height"))
    )


def _days() -> Layer:
    return (
        over("days")
        .mark_point(shape="triangle-down", filled=True, color=INK, size=42, opacity=1, **LINK)
        .encode(
            x=days("at", orient="bottom"),
            y=alt.value(-5),
            description="what:N",
            tooltip=[
                alt.Tooltip("day:N", title="day"),
                alt.Tooltip("what:N", title="what"),
                alt.Tooltip("accounts:N", title="told by"),
            ],
        )
    )


def _names() -> Layer:
    return (
        over("names")
        .mark_text(baseline="bottom", aria=False)
        .encode(x=days("at", orient="bottom"), y=alt.value(-11), text="name:N")
    )
