"""Numbers of a measure: in words, and along an axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from standoff.core.vocabulary import Hedge

BIG = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
TIMES = ((86_400.0, "days"), (3_600.0, "hours"), (60.0, "minutes"))
ENOUGH = 2.0
"""Durations are counted in the largest unit of which the longest has this many: 70 minutes, not 1.17 hours."""
IRREGULAR = {"person": "people", "percent": "percent", "man": "men", "woman": "women", "child": "children"}
SPREAD = 50
"""Where the largest value is more than this many times the smallest, steps are tenfold."""
CLOSE = 0.25
"""Where values differ by less than this share of the largest, the axis does not begin at zero: it says so."""
NEAR = 0.06
"""Of the axis, kept free at both ends."""
HEDGES: dict[Hedge, str] = {"vague": "roughly"}
"""Hedges that are not words of their own."""


class Axis(msgspec.Struct, frozen=True):
    """From where to where, in which steps, in which unit."""

    low: float
    high: float
    kind: Literal["linear", "log"]
    begins_at_zero: bool


def axis_for(values: Sequence[float]) -> Axis:
    """The axis that shows these values honestly: from zero, unless they are close together or far apart."""
    if not values:
        return Axis(0, 1, "linear", True)
    low, high = min(values), max(values)
    if low > 0 and high > SPREAD * low:
        return Axis(low / 2, high * 2, "log", False)
    if low >= 0 and (high - low >= CLOSE * high or low == high):
        return Axis(0, (high or 1) * (1 + NEAR), "linear", True)
    margin = (high - low) * NEAR or 1
    return Axis(low - 4 * margin, high + 4 * margin, "linear", low <= 0 <= high)


def unit_for(unit: str | None, values: Sequence[float]) -> tuple[float, str]:
    """What to divide by, and the unit's name in the plural; seconds are counted in minutes, hours or days."""
    if unit == "second":
        longest = max(values, default=0)
        return next((each for each in TIMES if longest >= ENOUGH * each[0]), (1.0, "seconds"))
    return 1.0, IRREGULAR.get(unit, unit if unit.isupper() or unit.endswith("s") else f"{unit}s") if unit else ""


def number_in_words(value: float) -> str:
    """As in "94,000", "1.5 million", "0.25"."""
    for size, name in BIG:
        if abs(value) >= size:
            return f"{value / size:,.4g} {name}"
    return f"{value:,.0f}" if value == int(value) or abs(value) >= 1000 else f"{value:,.4g}"


def range_in_words(low: float | None, high: float | None, hedge: Hedge | None) -> str:
    """As in "94,000", "20,000–30,000", "up to 4,000", "more than 3,600"."""
    told = f"{HEDGES.get(hedge, hedge)} " if hedge is not None else ""
    if low is not None and high is not None:
        ends = number_in_words(low) if low == high else f"{number_in_words(low)}–{number_in_words(high)}"
        return told + ends
    if low is None and high is None:
        return "no number"
    if hedge == "vague":
        told = ""  # "thousands": more than its least, however many
    fallback = "at most " if low is None else "at least "
    end = high if high is not None else low
    assert end is not None
    return (told or fallback) + number_in_words(end)
