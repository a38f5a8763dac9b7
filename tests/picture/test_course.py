from datetime import date, timedelta

import pytest

from standoff.core.vocabulary import Factuality
from standoff.picture.course import course
from standoff.picture.days import DAY
from standoff.picture.records import DayThatMatters, Tally

FIRST = date(2031, 5, 6)


def tally(after: int, count: int = 1, factuality: Factuality = "occurred") -> Tally:
    return Tally(day=FIRST + timedelta(days=after), factuality=factuality, count=count)


@pytest.mark.parametrize(("days", "step", "width"), [(30, "day", 1), (200, "week", 7), (3000, "month", 28)])
def test_the_longer_the_crisis_the_longer_what_a_bar_counts(days: int, step: str, width: int) -> None:
    picture = course([tally(after) for after in range(0, days, 3)])
    assert f"by {step} " in picture.description
    assert min(bar["until"] - bar["since"] for bar in picture.data["bars"]) == pytest.approx(0.88 * width * DAY)


def test_a_bar_is_stacked_in_the_order_of_factualities() -> None:
    bars = course([tally(0, 2, "denied"), tally(0, 3), tally(0, 1, "scheduled")]).data["bars"]
    assert [(bar["factuality"], bar["from"], bar["to"]) for bar in bars] == [
        ("occurred", 0, 3),
        ("scheduled", 3, 4),
        ("denied", 4, 6),
    ]
    assert {bar["counts"] for bar in bars} == {"3 occurred, 1 scheduled and 2 denied"}


def test_what_stands_far_off_is_counted_below() -> None:
    picture = course([*(tally(after) for after in range(20)), tally(-5000), tally(9000)])
    assert picture.data["notes"][0]["text"] == "Not in the picture: 1 earlier and 1 later."
    assert picture.left_out == 2


def test_days_that_matter_are_marked_and_those_with_room_are_named() -> None:
    days = [
        DayThatMatters(
            day=FIRST + timedelta(days=after), label=f"day {after}", accounts=accounts, href=f"/days#{after}"
        )
        for after, accounts in ((10, 1), (11, 5), (20, 2))
    ]
    data = course([tally(after) for after in range(30)], days).data
    assert [row["what"] for row in data["days"]] == ["day 10", "day 11", "day 20"]
    assert [row["name"] for row in data["names"]] == ["17 May", "26 May"]
    assert data["days"][0]["href"] == "/days#10"


def test_the_last_days_of_the_calendar_do_no_harm() -> None:
    assert course([Tally(day=date.max, factuality="occurred", count=1)]).data["bars"]
    spread = [Tally(day=date(year, 12, 31), factuality="occurred", count=1) for year in range(9900, 10000)]
    assert "by year" in course(spread).description
