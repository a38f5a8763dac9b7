"""Who copied whom: a row for each report on its day; on the left, lines from what was first to what was made of it."""

from __future__ import annotations

from typing import Any

import altair as alt

from standoff.picture.bodies.parts import LINK, Layer, days, heads, layered, notes, over, pixel
from standoff.picture.theme import BLUE, GREEN, INK, MUTED, ORANGE, PURPLE, RULE

RELATIONS = ["copy", "rewrite", "excerpt", "shared release"]
DASHES = [[1, 0], [5, 2.5], [1.5, 2.5], [8, 2.5, 1.5, 2.5]]
COLORS = [BLUE, GREEN, PURPLE, ORANGE]
ROOM_FOR_LABELS = 560
UNDATED_AT = "width - strip / 2"
DAY_AT = "scale('x', datum.at)"
"""Where labels stand: said so, and not as a channel, they may be none, of which Vega would ask the extent in vain."""


def lineage() -> alt.LayerChart:
    """Heads of families, account bars, lines, reports as points, their words beside them."""
    return layered(
        over("heads").mark_rule(color=RULE, aria=False).encode(y=pixel("y"), x=alt.value(0), x2=alt.value("width")),
        heads("heads", "text"),
        over("bars")
        .mark_rule(strokeWidth=5, color="#c3cad0", aria=False)
        .encode(x=_at("gutter - 7"), y=pixel("y"), y2="y2"),
        *_lines(),
        _labels("right", "width - scale('x', datum.at) - 12", align="left", dx=9).encode(x=_at(DAY_AT)),
        _labels("left", "scale('x', datum.at) - gutter - 12", align="right", dx=-9).encode(x=_at(DAY_AT)),
        _labels("outside", f"{UNDATED_AT} - gutter - 12", align="right", dx=-9).encode(x=_at(UNDATED_AT)),
        _points("reports").encode(x=_days("at")),
        _points("undated").encode(x=_at(UNDATED_AT)),
        over("undated")
        .transform_aggregate(number="count()")
        .mark_text(baseline="bottom", color=MUTED, aria=False)
        .encode(x=_at(UNDATED_AT), y=alt.value(-6), text=alt.value("no day told")),
        notes(),
    )


def _at(expression: str) -> Any:
    """A place across in pixels."""
    return alt.value(alt.ExprRef(expression))


def _days(field: str) -> alt.X:
    """The axis of days between the lines on the left and the strip of undated reports."""
    extent: Any = [alt.ExprRef("gutter + 10"), alt.ExprRef("width - strip")]
    axis = days(field)
    axis["scale"]["range"] = extent
    return axis


def _lines() -> list[Layer]:
    dashes: Any = DASHES
    legend = alt.Legend(symbolType="stroke", symbolSize=400)
    look = {
        "stroke": alt.Stroke("relation:N", scale=alt.Scale(domain=RELATIONS, range=COLORS), legend=legend),
        "strokeDash": alt.StrokeDash("relation:N", scale=alt.Scale(domain=RELATIONS, range=dashes), legend=legend),
    }
    across = pixel("x", alt.X)
    fill = alt.Fill("color:N", scale=None)
    return [
        over("spines").mark_rule(strokeWidth=1.6, aria=False).encode(x=across, y=pixel("y"), y2="y2", **look),
        over("branches").mark_rule(strokeWidth=1.6, aria=False).encode(x=across, x2="x2", y=pixel("y"), **look),
        over("arrows")
        .mark_point(shape="triangle-right", size=44, opacity=1, strokeWidth=0, aria=False)
        .encode(x=across, y=pixel("y"), fill=fill),
        over("origins")
        .mark_point(shape="square", size=60, opacity=1, strokeWidth=0, aria=False)
        .encode(x=across, y=pixel("y"), fill=fill),
    ]


def _labels(name: str, room: str, **mark: Any) -> Layer:
    """The words of reports, cut where the picture ends."""
    limit = alt.ExprRef(f"max(20, {room})")
    wide: Any = alt.condition(f"width < {ROOM_FOR_LABELS}", alt.value(0), alt.value(1))
    return (
        over(name)
        .mark_text(baseline="middle", limit=limit, aria=False, **mark)
        .encode(y=pixel("y"), text="label:N", opacity=wide)
    )


def _points(name: str) -> Layer:
    kinds = ["origin", "report"]
    return (
        over(name)
        .mark_point(opacity=1, strokeWidth=1.6, clip=True, stroke=INK, **LINK)
        .encode(
            y=pixel("y"),
            shape=alt.Shape("kind:N", scale=alt.Scale(domain=kinds, range=["square", "circle"]), legend=None),
            fill=alt.Fill("fill:N", scale=None),
            size=alt.Size("size:Q", scale=None),
            description="what:N",
            tooltip=[
                alt.Tooltip("what:N", title="report"),
                alt.Tooltip("day:N", title="published"),
                alt.Tooltip("made:N", title="copies"),
            ],
        )
    )
