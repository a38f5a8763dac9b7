"""Layers that several pictures share."""

from __future__ import annotations

from typing import Any

import altair as alt

from standoff.picture.theme import GRID, INK, MUTED, TEXT

SPAN_OF_MONTHS = 120 * 86_400_000
"""A picture of more days than this names months on its axis, and one of fewer names days."""

DAY_LABEL = (
    "utchours(datum.value) !== 0 || utcminutes(datum.value) !== 0"
    " ? utcFormat(datum.value, datum.index === 0 ? '%-d %b %Y, %H:%M' : '%H:%M')"
    f" : span(domain('x')) > {10 * SPAN_OF_MONTHS} ? utcFormat(datum.value, '%Y')"
    f" : span(domain('x')) > {SPAN_OF_MONTHS}"
    " ? utcFormat(datum.value, datum.index === 0 || utcmonth(datum.value) === 0 ? '%b %Y' : '%b')"
    " : utcFormat(datum.value, datum.index === 0 ||"
    " (utcmonth(datum.value) === 0 && utcdate(datum.value) < 3) ? '%-d %b %Y' : '%-d %b')"
)
"""Day and month, with the year where it begins or changes, hours only when zoomed in on them."""


SHOWN: dict[str, Any] = {"domainMin": alt.ExprRef("shown_from"), "domainMax": alt.ExprRef("shown_to")}
"""From where to where an axis goes, as the picture's parameters say."""

Layer = Any
"""A layer of a chart: Altair's types end at its methods for marks."""

LINK: dict[str, Any] = {
    "href": alt.ExprRef("isValid(datum.href) ? datum.href : null"),
    "cursor": alt.ExprRef("isValid(datum.href) ? 'pointer' : 'default'"),
}
"""A mark that leads to its record. Each record has it on one mark only, so that Tab does not stop twice."""


def layered(*layers: Layer) -> alt.LayerChart:
    """The layers on one another, the first at the bottom."""
    chart = alt.layer(*layers)
    assert isinstance(chart, alt.LayerChart), "only a facet makes another of layers"
    return chart


def over(name: str) -> Layer:
    """A layer over the values of this name."""
    return alt.Chart(alt.NamedData(name=name))


def pixel(field: str, kind: Any = alt.Y) -> Any:
    """A channel whose field holds pixels, not values to be scaled."""
    return kind(f"{field}:Q", scale=None, axis=None)


def days(field: str, orient: str = "top") -> alt.X:
    """The axis of days, which opens on the stretch that ``shown_from`` and ``shown_to`` say."""
    axis = alt.Axis(
        orient=orient,  # type: ignore[arg-type]
        title=None,
        labelExpr=DAY_LABEL,
        labelFlush=True,
        labelOverlap=True,
        tickCount=alt.ExprRef("max(2, floor(width / 85))"),
        gridColor=GRID,
    )
    return alt.X(f"{field}:T", scale=alt.Scale(type="utc", nice=False, **SHOWN), axis=axis)


def words(name: str, field: str = "text", **mark: Any) -> Layer:
    """Text at the left edge, at a height in pixels."""
    return (
        over(name)
        .mark_text(**{"align": "left", "baseline": "middle", "aria": False, **mark})
        .encode(x=alt.value(0), y=pixel("y"), text=alt.Text(f"{field}:N"))
    )


def notes() -> Layer:
    """What the picture leaves out, below it; or that there is nothing to see.

    Vega-Lite clips what lies outside of a picture that one can zoom into, if it is not told otherwise.
    """
    return words("notes", color=MUTED, clip=False)


def heads(name: str, field: str, **mark: Any) -> Layer:
    """Names above their lanes."""
    return words(name, field, **{"fontSize": TEXT, "fontWeight": 600, "color": INK, **mark}).encode(y=pixel("text_y"))


def pan_and_zoom() -> alt.Parameter:
    """Drag to move; the wheel zooms while Ctrl or Shift is held, so that it still scrolls the page otherwise."""
    wheel: Any = "wheel![event.ctrlKey || event.shiftKey]"
    return alt.selection_interval(bind="scales", encodings=["x"], zoom=wheel, name="view")
