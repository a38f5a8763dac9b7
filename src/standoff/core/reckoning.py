"""Counts a time from the document's date: which Tuesday, which December, the last of which weeks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from standoff.core.bounds import within
from standoff.core.calendar import chosen, day_of, days_around, months_around, weekdays_around, weekends_around
from standoff.core.periods import SEASON_MONTHS, UNKNOWN, Period, period_at, shifted
from standoff.core.records import Reckoning
from standoff.core.vocabulary import Grain
from standoff.core.when import When

WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
MONTH_DAY = re.compile(r"XXXX-([0-9]{2})-([0-9]{2})")
MONTH = re.compile(r"XXXX-([0-9]{2}|Q[1-4]|H[12]|SP|SU|FA|WI)")


class Counted(NamedTuple):
    """A value with its days."""

    value: str
    when: When


def counted(value: str, how: Reckoning, first: date, last: date) -> Counted | None:
    """The unsettled value counted from a date between two days; ``None`` where it turns on which of them it is.

    What moves with the date, such as "today", may be any of the days it moves over; its value stays unsettled.
    """
    one, other = _period(value, how, first), _period(value, how, last)
    if one is None or other is None:
        return None
    if one == other:
        return Counted(_written(one, value), within(one, how.mod, (first, last)))
    since, until = min(one.first, other.first), max(one.until or date.max, other.until or date.max)
    length = (one.until or date.max) - one.first
    if how.mod is not None or until - since > length + (last - first):
        return None
    return Counted(value, When(since, until))


def month_day(value: str) -> tuple[int, int] | None:
    """The month and the day of the month of a value that names these and no year."""
    found = MONTH_DAY.fullmatch(_pattern(value))
    return None if found is None else (int(found[1]), int(found[2]))


def weekday(value: str) -> int | None:
    """The day of the week, 1 for Monday, of a value that names that alone."""
    found = WEEKDAY.fullmatch(_pattern(value))
    return None if found is None else int(found[1])


def _pattern(value: str) -> str:
    """The value without its part or hour of the day."""
    return value.partition("T")[0]


def _written(period: Period, value: str) -> str:
    return period.value + value[len(_pattern(value)) :]


def _period(value: str, how: Reckoning, day: date) -> Period | None:
    pattern = _pattern(value)
    if how.way is not None:
        return chosen(_around(pattern, how.grain, day), day, how.way)
    steps = how.steps or 0
    if pattern == UNKNOWN[how.grain]:
        return shifted(period_at(how.grain, day), steps)
    year = shifted(period_at("year", day), steps)
    return None if year is None else _in_year(pattern, how.grain, year.first.year)


def _around(pattern: str, grain: Grain, day: date) -> Sequence[Period | None]:
    """The occurrences of a pattern around the day; none where it is no pattern of the grain."""
    if grain == "weekend":
        return weekends_around(day)
    named, dated, month = weekday(pattern), month_day(pattern), _first_month(pattern, grain)
    if grain == "day" and named is not None:
        return weekdays_around(named, day)
    if grain == "day" and dated is not None:
        return days_around(*dated, day)
    return months_around(grain, month, day) if month is not None else ()


def _in_year(pattern: str, grain: Grain, year: int) -> Period | None:
    dated, month = month_day(pattern), _first_month(pattern, grain)
    if grain == "day" and dated is not None:
        return day_of(year, *dated)
    first = None if month is None else day_of(year, month, 1)
    return None if first is None else Period(grain, first.first)


def _first_month(pattern: str, grain: Grain) -> int | None:
    """The month that a month, a quarter, a half or a season begins with; ``None`` where it is none of this grain."""
    found = MONTH.fullmatch(pattern)
    if found is None:
        return None
    name = found[1]
    match grain:
        case "quarter" if name[0] == "Q":
            return 3 * int(name[1]) - 2
        case "half" if name[0] == "H":
            return 6 * int(name[1]) - 5
        case "season":
            return SEASON_MONTHS.get(name)
        case "month" if name.isdecimal():
            return int(name)
    return None


def days_of(published: When | None) -> tuple[date, date] | None:
    """The first and the last day of a date; ``None`` where there is none or an end of it is open."""
    if published is None or published.since is None or published.until is None:
        return None
    return published.since, published.until - timedelta(days=1)
