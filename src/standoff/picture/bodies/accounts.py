"""Reports and accounts: columns of dots."""

from __future__ import annotations

from typing import Any

import altair as alt

from standoff.picture.bodies.parts import LINK, Layer, layered, notes, over, pixel
from standoff.picture.theme import BLUE, INK, PAPER

AREA = "pow(min(10, width / columns * 0.7), 2) * 0.8"
WIDEST = "min(width, columns * 15)"


def accounts() -> alt.LayerChart:
    """A dot for each report, hollow where nobody copied it."""
    return layered(
        _dots(),
        over("numbers")
        .mark_text(baseline="bottom", dy=-6, color=INK, aria=False)
        .encode(x=_column(), y=pixel("y"), text="text:N"),
        notes(),
    )


def _column() -> alt.X:
    domain: Any = [-0.5, alt.ExprRef("columns - 0.5")]
    extent: Any = [0, alt.ExprRef(WIDEST)]
    return alt.X("x:Q", scale=alt.Scale(domain=domain, range=extent, nice=False, zero=False), axis=None)


def _dots() -> Layer:
    kinds = alt.Scale(domain=["copied", "alone"], range=[BLUE, PAPER])
    return (
        over("dots")
        .mark_point(shape="circle", opacity=1, strokeWidth=1.4, stroke=BLUE, size=alt.ExprRef(AREA), **LINK)
        .encode(
            x=_column(),
            y=pixel("y"),
            fill=alt.Fill("kind:N", scale=kinds, legend=None),
            description="what:N",
            tooltip=[alt.Tooltip("what:N", title="account"), alt.Tooltip("reports:N", title="told in")],
        )
    )
