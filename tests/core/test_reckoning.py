"""Times counted from a date that is known to a day or to two."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.reckoning import counted
from standoff.core.records import Reckoning
from standoff.core.when import When
from tests.readings import reckonings

TUESDAY, WEDNESDAY = date(2031, 4, 8), date(2031, 4, 9)


def day(steps: int) -> Reckoning:
    return Reckoning(grain="day", steps=steps)


PAST, FUTURE, LAST = (Reckoning(grain="day", way=way) for way in ("past", "future", "last"))


@pytest.mark.parametrize(
    ("value", "how", "settled", "since", "until"),
    [
        ("XXXX-WXX-2", PAST, "2031-04-08", "2031-04-08", "2031-04-09"),  # on Tuesday
        ("XXXX-WXX-1TNI", PAST, "2031-04-07TNI", "2031-04-07", "2031-04-08"),  # on Monday night
        ("XXXX-WXX-5", FUTURE, "2031-04-11", "2031-04-11", "2031-04-12"),  # will meet on Friday
        ("XXXX-WXX-5", LAST, "2031-04-04", "2031-04-04", "2031-04-05"),  # last Friday
        ("XXXX-04-03", PAST, "2031-04-03", "2031-04-03", "2031-04-04"),  # on April 3
        ("XXXX-12-20", PAST, "2030-12-20", "2030-12-20", "2030-12-21"),  # on December 20
        ("XXXX-05", Reckoning(grain="month", way="future"), "2031-05", "2031-05-01", "2031-06-01"),  # in May
        ("XXXX-05-09", Reckoning(grain="day", steps=-1), "2030-05-09", "2030-05-09", "2030-05-10"),  # 9 May last year
        ("XXXX-Q3", Reckoning(grain="quarter", steps=0), "2031-Q3", "2031-07-01", "2031-10-01"),
        ("XXXX-WXX", Reckoning(grain="week", steps=-1), "2031-W14", "2031-03-31", "2031-04-07"),  # last week
        ("XXXX-XX", Reckoning(grain="month", steps=-1, mod="END"), "2031-03", "2031-03-25", "2031-04-01"),
        ("XXXX", Reckoning(grain="year", steps=1, mod="START"), "2032", "2032-01-01", "2032-04-01"),
        ("XXXX-WXX-WE", Reckoning(grain="weekend", way="past"), "2031-W14-WE", "2031-04-05", "2031-04-07"),
        ("XXXX-XX-XX", day(0), "XXXX-XX-XX", "2031-04-08", "2031-04-10"),  # today: one of the two days
        ("XXXX-XX-XX", day(-1), "XXXX-XX-XX", "2031-04-07", "2031-04-09"),
        ("XXXX-WXX-1", Reckoning(grain="day", way="past", mod="ON_OR_AFTER"), "2031-04-07", "2031-04-07", None),
    ],
)
def test_counted_from_a_tuesday_or_the_day_after(
    value: str, how: Reckoning, settled: str, since: str, until: str | None
) -> None:
    found = counted(value, how, TUESDAY, WEDNESDAY)
    assert found is not None
    ends = date.fromisoformat(since), date.fromisoformat(until) if until is not None else None
    assert (found.value, found.when) == (settled, When(*ends))


@pytest.mark.parametrize(
    ("value", "how"),
    [
        ("XXXX-WXX-3", PAST),  # Wednesday, past: that of this week from Wednesday on, that of the last before
        ("XXXX-WXX-2", FUTURE),
        ("XXXX-XX-XX", PAST),  # a moving feast
        ("PT2H", PAST),
        ("XXXX-02-30", PAST),
    ],
)
def test_what_turns_on_the_day_or_is_no_pattern_stays_open(value: str, how: Reckoning) -> None:
    assert counted(value, how, TUESDAY, WEDNESDAY) is None


@given(
    st.sampled_from(["XXXX-WXX-7", "XXXX-12-31", "XXXX-01", "XXXX-WI", "XXXX", "XXXX-XX-XX"]), reckonings(), st.dates()
)
def test_any_date_and_any_reckoning_give_days_or_nothing(value: str, how: Reckoning, first: date) -> None:
    found = counted(value, how, first, first)
    assert found is None or found.when.since is not None
