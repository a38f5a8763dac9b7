"""Who deals with whom: circles and squares in a grid, names beside and above it."""

from __future__ import annotations

from typing import Any

import altair as alt

from standoff.picture.bodies.parts import notes, over, pixel
from standoff.picture.theme import BLUE, GRID, RED

CELL = 26
WIDEST = f"min(width, size * {CELL + 4})"
"""The grid's width: a small one does not fill the page."""
AREA = "pow(min(26, width / size) * 0.62, 2) * 0.9"
"""Of the largest mark: two stand in a cell, so each is about half as wide."""


def dealings() -> alt.LayerChart:
    """A grid of cells, the diagonal empty."""
    return alt.layer(
        over("names").mark_rule(color=GRID, aria=False).encode(y=pixel("y"), x=alt.value(0), x2=alt.value(alt.ExprRef(WIDEST))),
        over("names").mark_rule(color=GRID, aria=False).encode(x=_column("at"), y=alt.value(0), y2=pixel_down()),
        over("self").mark_point(shape=DIAGONAL, color=GRID, size=160, aria=False).encode(x=_column("x"), y=pixel("y")),
        _names_beside(),
        _names_above(),
        _marks(),
        notes(),
    )


DIAGONAL = "M-0.5,-0.5L0.5,0.5"


def pixel_down() -> Any:
    """The lower edge of the grid."""
    return alt.value(alt.ExprRef("size * 26"))


def _column(field: str) -> alt.X:
    domain: Any = [-0.5, alt.ExprRef("size - 0.5")]
    extent: Any = [0, alt.ExprRef(WIDEST)]
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=domain, nice=False, zero=False, range=extent), axis=None)


def _names_beside() -> alt.Chart:
    return (
        over("names")
        .mark_text(align="right", baseline="middle", aria=False)
        .encode(x=alt.value(-8), y=pixel("y"), text="name:N", href="href:N", tooltip=alt.Tooltip("what:N", title="who"))
    )


def _names_above() -> alt.Chart:
    return (
        over("names")
        .mark_text(align="left", baseline="middle", angle=315, aria=False)
        .encode(x=_column("at"), y=alt.value(-6), text="name:N", href="href:N")
    )


def _marks() -> alt.Chart:
    domain = ["cooperation", "conflict"]
    extent: Any = [0, alt.ExprRef(AREA)]
    sizes: Any = [0, alt.ExprRef("most")]
    legend = alt.Legend(orient="bottom", offset=8)
    return (
        over("cells")
        .mark_point(opacity=1, strokeWidth=1.4)
        .encode(
            x=_column("x"),
            y=pixel("y"),
            shape=alt.Shape("kind:N", scale=alt.Scale(domain=domain, range=["circle", "square"]), legend=legend),
            fill=alt.Fill("kind:N", scale=alt.Scale(domain=domain, range=[BLUE, "#f6d9c8"]), legend=legend),
            stroke=alt.Stroke("kind:N", scale=alt.Scale(domain=domain, range=[BLUE, RED]), legend=legend),
            size=alt.Size("count:Q", scale=alt.Scale(domain=sizes, range=extent), legend=None),
            description="told:N",
            tooltip=[
                alt.Tooltip("does:N", title="does"),
                alt.Tooltip("suffers:N", title="to or with"),
                alt.Tooltip("kind:N", title="kind"),
                alt.Tooltip("told:N", title="how often"),
            ],
        )
    )
