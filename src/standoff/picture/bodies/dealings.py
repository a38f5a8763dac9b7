"""Who deals with whom: circles and squares in a grid, names beside and above it."""

from __future__ import annotations

from typing import Any

import altair as alt

from standoff.picture.bodies.parts import LINK, Layer, layered, notes, over, pixel
from standoff.picture.theme import BLUE, GRID, RED

CELL = 26
NARROW = "(width - above) / size < 16"
"""Where a column is narrower than a turned name is high, numbers stand above the columns and before the rows."""
OVERHANG = f"({NARROW} ? 0 : above)"
WIDEST = f"min(width - {OVERHANG}, size * {CELL + 4})"
"""The grid's width: the last name, turned, reaches beyond it; and a small grid does not fill the page."""
AREA = f"pow(min(26, (width - ({NARROW} ? 0 : above)) / size) * 0.62, 2) * 0.9"
"""Of the largest mark: two stand in a cell, so each is about half as wide."""


def dealings() -> alt.LayerChart:
    """A grid of cells, the diagonal empty."""
    return layered(
        over("names")
        .mark_rule(color=GRID, aria=False)
        .encode(y=pixel("y"), x=alt.value(0), x2=alt.value(alt.ExprRef(WIDEST))),
        over("names").mark_rule(color=GRID, aria=False).encode(x=_column("at"), y=alt.value(0), y2=pixel_down()),
        over("self").mark_point(shape=DIAGONAL, color=GRID, size=160, aria=False).encode(x=_column("x"), y=pixel("y")),
        _names_beside(),
        _names_above(),
        _marks(),
        notes().encode(x=alt.value(alt.ExprRef("-beside"))),
    )


DIAGONAL = "M-0.5,-0.5L0.5,0.5"


def pixel_down() -> Any:
    """The lower edge of the grid."""
    return alt.value(alt.ExprRef("size * 26"))


def _column(field: str) -> alt.X:
    domain: Any = [-0.5, alt.ExprRef("size - 0.5")]
    extent: Any = [0, alt.ExprRef(WIDEST)]
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=domain, nice=False, zero=False, range=extent), axis=None)


def _names_beside() -> Layer:
    name = alt.ExprRef(f"{NARROW} ? datum.numbered : datum.name")
    return (
        over("names")
        .mark_text(text=name, align="right", baseline="middle", **LINK)
        .encode(x=alt.value(-8), y=pixel("y"), tooltip=alt.Tooltip("what:N", title="who"))
    )


def _names_above() -> Layer:
    name = alt.ExprRef(f"{NARROW} ? datum.number : datum.name")
    angle, align = alt.ExprRef(f"{NARROW} ? 0 : 315"), alt.ExprRef(f"{NARROW} ? 'center' : 'left'")
    return (
        over("names")
        .mark_text(text=name, baseline="middle", angle=angle, align=align, aria=False)
        .encode(x=_column("at"), y=alt.value(-8))
    )


def _marks() -> Layer:
    domain = ["cooperation", "conflict"]
    extent: Any = [0, alt.ExprRef(AREA)]
    sizes: Any = [0, alt.ExprRef("most")]
    legend = alt.Legend(offset=alt.ExprRef(f"{NARROW} ? 20 : above"))
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
