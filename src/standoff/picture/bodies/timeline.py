"""The timeline: lanes one below the other, days across."""

from __future__ import annotations

from typing import Any

import altair as alt

from standoff.picture.bodies.parts import LINK, Layer, days, heads, layered, notes, over, pan_and_zoom, pixel
from standoff.picture.theme import (
    FACTUALITIES,
    FACTUALITY_FILLS,
    FACTUALITY_SHAPES,
    FACTUALITY_STROKES,
    MUTED,
    RULE,
)

ROOM_FOR_LABELS = 620
"""Pixels below which labels are hidden: there they would lie on one another."""
OPEN = [2, 5]
"""Dashes of what has an end that no report tells."""


def timeline() -> alt.LayerChart:
    """Bars for how precise, points for how factual, labels for those in most accounts."""
    return layered(
        over("lanes").mark_rule(color=RULE, aria=False).encode(y=pixel("y"), x=alt.value(0), x2=alt.value("width")),
        _bars("spans").encode(x=days("since"), x2="until:T"),
        _bars("from", strokeDash=OPEN, x=alt.ExprRef("scale('x', datum.since)"), x2=alt.ExprRef("width")),
        _bars("until", strokeDash=OPEN, x=alt.ExprRef("scale('x', datum.until)"), x2=0),
        heads("lanes", "lane"),
        heads("lanes", "number", align="right", fontWeight="normal", fontSize=11, color=MUTED).encode(
            x=alt.value("width")
        ),
        _points(),
        _labels("right", "max(scale('x', datum.end), scale('x', datum.at) + datum.half) + 4", align="left"),
        _labels("left", "min(scale('x', datum.end), scale('x', datum.at) - datum.half) - 4", align="right"),
        _ends("left"),
        _ends("right"),
        notes(),
    )


def _bars(name: str, **mark: Any) -> Layer:
    return (
        over(name)
        .mark_rule(**{"clip": True, "opacity": 0.3, "strokeWidth": 4, "aria": False, **mark})
        .encode(y=pixel("y"), stroke=_by_factuality(alt.Stroke, FACTUALITY_STROKES))
    )


def _by_factuality(channel: Any, looks: tuple[str, ...]) -> Any:
    return channel("factuality:N", scale=alt.Scale(domain=FACTUALITIES, range=looks))


def _points() -> Layer:
    return (
        over("points")
        .mark_point(clip=True, strokeWidth=1.6, opacity=1, **LINK)
        .encode(
            x=days("at"),
            y=pixel("y"),
            shape=_by_factuality(alt.Shape, FACTUALITY_SHAPES),
            fill=_by_factuality(alt.Fill, FACTUALITY_FILLS),
            stroke=_by_factuality(alt.Stroke, FACTUALITY_STROKES),
            size=alt.Size("size:Q", scale=None),
            description="what:N",
            tooltip=[
                alt.Tooltip("what:N", title="what"),
                alt.Tooltip("type:N", title="type"),
                alt.Tooltip("days:N", title="when"),
                alt.Tooltip("accounts:N", title="told by"),
            ],
        )
        .add_params(pan_and_zoom())
    )


def _labels(name: str, where: str, **mark: Any) -> Layer:
    """Words beside a mark: off its bar or its point, whichever reaches further at the zoom of the moment."""
    wide: Any = alt.condition(f"width < {ROOM_FOR_LABELS}", alt.value(0), alt.value(1))
    return (
        over(name)
        .mark_text(baseline="middle", clip=True, aria=False, x=alt.ExprRef(where), **mark)
        .encode(y=pixel("y"), text="label:N", opacity=wide)
    )


def _ends(side: str) -> Layer:
    return (
        over("ends")
        .transform_filter(f"datum.side === '{side}'")
        .mark_text(align=side, baseline="bottom", color=MUTED, clip=True, aria=False)
        .encode(x=days("at"), y=pixel("y"), text="text:N")
    )
