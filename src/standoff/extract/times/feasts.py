"""The days of feasts: Christmas, Thanksgiving, Good Friday."""

from __future__ import annotations

from datetime import date

from dateutil.easter import easter

from standoff.core.calendar import day_of
from standoff.core.periods import Period, shifted


def feasts_around(rule: str, day: date) -> list[Period | None]:
    """The days of a feast from two years before to two years after."""
    return [feast_day(rule, year) for year in range(day.year - 2, day.year + 3)]


def feast_day(rule: str, year: int) -> Period | None:
    """The day of a feast: "12-25", "11 4 4" for the fourth Thursday of November, "easter -2" for Good Friday."""
    if rule.startswith("easter"):
        if not 1583 <= year <= 4099:  # the years of the Gregorian calendar that the reckoning holds for
            return None
        return shifted(Period("day", easter(year)), int(rule.split()[1]))
    if " " not in rule:
        month, _, number = rule.partition("-")
        return day_of(year, int(month), int(number))
    month_, nth, weekday = (int(part) for part in rule.split())
    first = day_of(year, month_, 1)
    return None if first is None else shifted(first, (weekday - first.first.isoweekday()) % 7 + 7 * (nth - 1))
