"""Finds in the calendar what an expression names without saying which: the Tuesday, December, summer that is meant."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from standoff.core.periods import SEASON_MONTHS, Period, period_at, shifted
from standoff.core.vocabulary import Grain, Way

FAR = 300
"""Days beyond which a date without a year is not the one meant, whatever the tense: a year later it comes again, and
news give the year of what lies so far away."""


def chosen(periods: Iterable[Period | None], day: date, way: Way) -> Period | None:
    """The one of a recurring period that is meant, of its occurrences around the day."""
    around = sorted(period for period in periods if period is not None)
    match way:
        case "past":
            return _not_far([period for period in around if period.first <= day][-1:], around, day)
        case "future":
            return _not_far([period for period in around if _ends_after(period, day)][:1], around, day)
        case "last":
            return next((period for period in reversed(around) if not _ends_after(period, day)), None)
        case "next":
            return next((period for period in around if period.first > day), None)
        case "nearest":
            return _nearest(around, day)


def _not_far(found: list[Period], around: list[Period], day: date) -> Period | None:
    """What was found, if it is not so far that the nearest of all must be meant."""
    if found and _distance(found[0], day) <= FAR:
        return found[0]
    return _nearest(around, day)


def _nearest(around: list[Period], day: date) -> Period | None:
    return min(around, key=lambda period: _distance(period, day), default=None)


def _distance(period: Period, day: date) -> int:
    """Days from the day to the middle of the period."""
    until = period.until
    middle = period.first if until is None else period.first + (until - period.first) / 2
    return abs((middle - day).days)


def _ends_after(period: Period, day: date) -> bool:
    until = period.until
    return until is None or until > day


def weekdays_around(weekday: int, day: date) -> list[Period | None]:
    """The days of that name (1 is Monday) from two weeks before to two weeks after."""
    monday = period_at("week", day)
    weeks = [shifted(monday, step) for step in range(-2, 3)]
    return [shifted(Period("day", week.first), weekday - 1) for week in weeks if week is not None]


def weekends_around(day: date) -> list[Period | None]:
    """The weekends from two weeks before the day's week to two weeks after."""
    week = period_at("weekend", day)
    return [shifted(week, step) for step in range(-2, 3)]


def months_around(grain: Grain, month: int, day: date) -> list[Period | None]:
    """The months, quarters or seasons that begin with this month, from two years before to two years after."""
    return [_period(grain, year, month, 1) for year in range(day.year - 2, day.year + 3)]


def days_around(month: int, number: int, day: date) -> list[Period | None]:
    """The days of that name, from two years before to two after; a leap day's from eight to eight."""
    years = 8 if (month, number) == (2, 29) else 2
    return [_period("day", year, month, number) for year in range(day.year - years, day.year + years + 1)]


def season_first(name: str) -> int:
    """The month that a season begins with."""
    return SEASON_MONTHS[name]


def day_of(year: int, month: int, number: int) -> Period | None:
    """The day; ``None`` for 31 February and years past the calendar's ends."""
    return _period("day", year, month, number)


def _period(grain: Grain, year: int, month: int, number: int) -> Period | None:
    try:
        return Period(grain, date(year, month, number))
    except ValueError:
        return None
