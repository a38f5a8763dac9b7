"""The calendar: what a period is called, which days it takes up, and what comes before and after it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.calendar import chosen, days_around, weekdays_around
from standoff.core.periods import GRAINS, Period, period_at, shifted
from standoff.core.vocabulary import Grain, Way
from standoff.extract.times.feasts import feast_day

DAY = date(2021, 12, 8)


@pytest.mark.parametrize(
    ("grain", "value", "days"),
    [
        ("day", "2021-12-08", "2021-12-08..2021-12-09"),
        ("week", "2021-W49", "2021-12-06..2021-12-13"),
        ("weekend", "2021-W49-WE", "2021-12-11..2021-12-13"),
        ("month", "2021-12", "2021-12-01..2022-01-01"),
        ("quarter", "2021-Q4", "2021-10-01..2022-01-01"),
        ("half", "2021-H2", "2021-07-01..2022-01-01"),
        ("season", "2021-WI", "2021-12-01..2022-03-01"),
        ("year", "2021", "2021-01-01..2022-01-01"),
        ("decade", "202", "2020-01-01..2030-01-01"),
        ("century", "20", "2000-01-01..2100-01-01"),
    ],
)
def test_the_period_of_a_day(grain: Grain, value: str, days: str) -> None:
    period = period_at(grain, DAY)
    assert (period.value, f"{period.when.since}..{period.when.until}") == (value, days)


def test_a_january_is_in_the_winter_of_the_december_before() -> None:
    assert period_at("season", date(2022, 1, 5)).value == "2021-WI"


ANY_GRAIN = st.sampled_from(sorted(GRAINS))
ANY_DAY = st.dates(date(1300, 1, 1), date(2700, 1, 1))


@given(ANY_GRAIN, ANY_DAY, st.integers(-200, 200))
def test_periods_of_a_grain_follow_each_other(grain: Grain, day: date, steps: int) -> None:
    period = period_at(grain, day)
    there = shifted(period, steps)
    assert there is None or shifted(there, -steps) == period
    after = shifted(period, 1)
    assert grain == "weekend" or after is None or period.until == after.first
    assert grain == "weekend" or period.first <= day < (period.until or date.max)


@pytest.mark.parametrize("steps", [-(10**9), 10**9])
def test_there_is_nothing_past_the_ends_of_the_calendar(steps: int) -> None:
    assert [shifted(period_at(grain, DAY), steps) for grain in GRAINS] == [None] * len(GRAINS)


PAST_AND_FUTURE: tuple[Way, Way] = ("past", "future")


@given(ANY_DAY, st.integers(1, 7))
def test_a_weekday_of_the_past_and_of_the_future_are_within_a_week(day: date, weekday: int) -> None:
    past, future = (chosen(weekdays_around(weekday, day), day, way) for way in PAST_AND_FUTURE)
    assert past is not None
    assert future is not None
    assert 0 <= (day - past.first).days < 7
    assert 0 <= (future.first - day).days < 7


def test_a_date_of_eleven_months_ago_is_taken_for_the_next() -> None:
    assert chosen(days_around(1, 10, DAY), DAY, "past") == Period("day", date(2022, 1, 10))


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        ("12-25", 2021, date(2021, 12, 25)),
        ("11 4 4", 2021, date(2021, 11, 25)),
        ("easter 0", 2021, date(2021, 4, 4)),
        ("easter -2", 2024, date(2024, 3, 29)),
    ],
)
def test_the_day_of_a_feast(rule: str, year: int, expected: date) -> None:
    assert feast_day(rule, year) == Period("day", expected)
