"""The days of a part of a period: early in the year, the end of the month, later this week."""

from __future__ import annotations

from datetime import date, timedelta

from standoff.core.periods import Period
from standoff.core.vocabulary import TimeModifier
from standoff.core.when import When

NARROW = {"year": 3, "half": 2, "decade": 36, "century": 300, "season": 1, "quarter": 1}
"""Months that "early" and "late" take of a grain: about a quarter of it."""
NARROW_DAYS = {"month": 7, "week": 2, "weekend": 1}
END_OF_WEEK = 3


def within(period: Period, mod: TimeModifier | None, counted_from: tuple[date, date] | None) -> When:
    """The days that the modifier leaves of the period, counted from a day between these two, if from any."""
    until = period.until
    if mod == "ON_OR_AFTER":
        return When(period.first, None)
    if mod is None or until is None or period.grain == "day":
        return period.when
    if mod in ("BEFORE", "AFTER"):
        return _up_to(period, until, mod, counted_from)
    return _part(period, until, mod)


def _up_to(period: Period, until: date, mod: TimeModifier, counted_from: tuple[date, date] | None) -> When:
    """That "earlier this year" ends with the document's day, "later this year" begins with it."""
    if counted_from is None or not period.first <= counted_from[1] < until:
        return period.when
    if mod == "BEFORE":
        return When(period.first, counted_from[1] + timedelta(days=1))
    return When(max(period.first, counted_from[0]), until)


def _part(period: Period, until: date, mod: TimeModifier) -> When:
    """The first or last quarter of it, about, or what lies between."""
    first, last = _days_in(period, until, mod)
    if mod == "START":
        return When(period.first, first)
    if mod == "END":
        return When(last, until)
    return When(first, last) if first < last else period.when


def _days_in(period: Period, until: date, mod: TimeModifier) -> tuple[date, date]:
    """Where the first part ends and the last one begins."""
    if period.grain in NARROW:
        months = NARROW[period.grain]
        return _months_later(period.first, months), _months_later(until, -months)
    days = NARROW_DAYS[period.grain]
    back = END_OF_WEEK if period.grain == "week" and mod == "END" else days
    return period.first + timedelta(days=days), until - timedelta(days=back)


def _months_later(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
