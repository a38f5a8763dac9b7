"""Periods of the calendar: a day, a week, a season, a century; what they are called, which days they take up.

Weeks are those of ISO 8601, from Monday. Seasons are whole months, as news use them, in the north; a winter bears the
year of its December. The values are those of TIMEX3 (TimeML 1.2.1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import get_args

from standoff.core.vocabulary import Grain
from standoff.core.when import When

GRAINS: frozenset[Grain] = frozenset(get_args(Grain))
MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "week": 7, "weekend": 7}
"""How far apart the periods of a grain begin."""
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
SEASON_MONTHS = {name: month for month, name in SEASONS.items()}
YEAR_DIGITS = {"year": 4, "decade": 3, "century": 2}
"""How many digits of the year the value of a grain has."""
UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX-XX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""The value of a period of which nothing but the grain is known."""


@dataclass(frozen=True, order=True)
class Period:
    """One period: its grain and its first day."""

    grain: Grain
    first: date

    @property
    def until(self) -> date | None:
        """The first day after it; ``None`` past the end of the calendar."""
        if self.grain == "weekend":
            return _later(self.first, 2)
        after = shifted(self, 1)
        return None if after is None else after.first

    @property
    def when(self) -> When:
        """The days it takes up."""
        return When(self.first, self.until)

    @property
    def value(self) -> str:
        """As TIMEX3 writes it."""
        if self.grain == "day":
            return self.first.isoformat()
        if self.grain in ("week", "weekend"):
            iso = self.first.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.grain == "weekend" else "")
        year = f"{self.first.year:04}"
        return year[: YEAR_DIGITS[self.grain]] if self.grain in YEAR_DIGITS else f"{year}-{self._part()}"

    def _part(self) -> str:
        """Which month, quarter, half or season of its year it is."""
        month = self.first.month
        match self.grain:
            case "month":
                return f"{month:02}"
            case "quarter":
                return f"Q{(month + 2) // 3}"
            case "half":
                return f"H{(month + 5) // 6}"
        return SEASONS[month]


def period_at(grain: Grain, day: date) -> Period:
    """The period of this grain that holds the day; of a weekend, that of the day's week."""
    match grain:
        case "day":
            return Period("day", day)
        case "week":
            return Period("week", day - timedelta(days=day.isoweekday() - 1))
        case "weekend":
            return Period("weekend", _later(day, 6 - day.isoweekday()) or day)
        case "season":
            return _season_at(day)
        case "decade" | "century":
            years = MONTHS[grain] // 12
            return Period(grain, date(max(MINYEAR, day.year // years * years), 1, 1))
        case _:
            step = MONTHS[grain]
            return Period(grain, date(day.year, (day.month - 1) // step * step + 1, 1))


def _season_at(day: date) -> Period:
    if day.month < 3:
        return Period("season", date(max(MINYEAR, day.year - 1), 12, 1))
    return Period("season", date(day.year, day.month // 3 * 3, 1))


def shifted(period: Period, steps: int) -> Period | None:
    """The period so many steps later, or earlier where negative; ``None`` past the ends of the calendar."""
    if period.grain in DAYS:
        first = _later(period.first, steps * DAYS[period.grain])
        return None if first is None else Period(period.grain, first)
    months = period.first.year * 12 + period.first.month - 1 + steps * MONTHS[period.grain]
    if not MINYEAR <= months // 12 <= MAXYEAR:
        return None
    return Period(period.grain, date(months // 12, months % 12 + 1, 1))


def _later(day: date, days: int) -> date | None:
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def grain_of(unit: str) -> Grain | None:
    """The grain of a unit of the lexicon; ``None`` for those shorter than a day. A fortnight counts in weeks."""
    return "week" if unit == "fortnight" else unit if unit in GRAINS else None
