from datetime import datetime

import pytest

from standoff.core.when import When
from standoff.picture.days import DAY
from standoff.picture.timeline import LANE_ROWS, LANES, OTHERS, timeline
from tests.picture.made import mark


def test_a_bar_is_as_wide_as_the_days_told() -> None:
    data = timeline([mark("day", "2031-05-06"), mark("month", "2031-05")]).data
    assert sorted((bar["until"] - bar["since"]) // DAY for bar in data["spans"]) == [1, 31]
    assert data["from"] == data["until"] == []


def test_an_open_end_is_drawn_as_open() -> None:
    day = When.parse("2031-05-06")
    data = timeline([mark("a", When(day.since, None)), mark("b", When(None, day.until)), mark("c")]).data
    assert [len(data[name]) for name in ("from", "until", "spans", "points")] == [1, 1, 1, 3]


def test_hours_are_drawn_where_they_are_told() -> None:
    hours = (datetime(2031, 5, 6, 9), datetime(2031, 5, 6, 10, 30))
    data = timeline([mark("call", hours=hours)]).data
    assert data["spans"][0]["until"] - data["spans"][0]["since"] == 90 * 60 * 1000
    assert data["points"][0]["days"] == "6 May 2031, 09:00–10:30"


def test_marks_of_one_lane_do_not_lie_on_one_another() -> None:
    data = timeline([mark(f"{n}", f"2031-05-{n:02}") for n in (6, 6, 6, 7, 20)]).data
    assert len({point["y"] for point in data["points"][:4]}) == 4


def test_the_fullest_lane_stands_first_and_others_last() -> None:
    marks = [mark("1", lane=OTHERS), mark("2", lane=OTHERS), mark("3", lane="Sudland"), mark("4", lane="Norland")]
    data = timeline([*marks, mark("5", lane="Sudland"), mark("6", lane=OTHERS)]).data
    assert [(row["lane"], row["number"]) for row in data["lanes"]] == [
        ("Sudland", "2 happenings"),
        ("Norland", "1 happening"),
        (OTHERS, "3 happenings"),
    ]


def test_lanes_are_bounded_and_the_rest_goes_to_others() -> None:
    data = timeline([mark(f"{n:03}", lane=f"lane {n:03}") for n in range(100)]).data
    assert len(data["lanes"]) == LANES + 1
    assert data["lanes"][-1]["lane"] == OTHERS


def test_the_point_is_larger_and_a_number_stands_by_where_more_accounts_tell() -> None:
    data = timeline([mark("one"), mark("many", "2031-05-20", lower=2, upper=4)]).data
    sizes = {point["what"]: point["size"] for point in data["points"]}
    assert sizes["many"] > sizes["one"]
    labels = [row["label"] for name in ("right", "left") for row in data[name]]
    assert sorted(labels) == ["many · 2–4", "one"]
    assert {point["accounts"] for point in data["points"]} == {"1 independent account", "2 to 4 independent accounts"}


def test_what_has_no_day_is_counted_and_not_drawn() -> None:
    picture = timeline([mark("a"), mark("b", None), mark("c", When(None, None))])
    assert picture.left_out == 2
    assert len(picture.data["points"]) == 1
    assert "2 have no day" in " ".join(row["text"] for row in picture.data["notes"])
    assert picture.description == "A timeline of 1 happening in 1 lane: 1 occurred; 2 more have no day."


def test_those_in_most_accounts_are_drawn_where_there_are_too_many() -> None:
    marks = [mark(f"{n:03}", f"2031-05-{n % 28 + 1:02}", upper=n) for n in range(1, 101)]
    picture = timeline(marks, most=10)
    assert sorted(point["what"] for point in picture.data["points"]) == [f"{n:03}" for n in range(91, 101)]
    assert picture.left_out == 90


def test_a_lane_has_so_many_rows_and_no_more() -> None:
    picture = timeline([mark(f"{n:03}") for n in range(100)])
    assert len(picture.data["points"]) == LANE_ROWS
    assert picture.left_out == 100 - LANE_ROWS


def test_it_opens_on_the_days_that_are_asked_for() -> None:
    picture = timeline([mark("a"), mark("b", "2029-01-01")], opens_on=When.parse("2031-05"))
    assert (picture.params["shown_to"] - picture.params["shown_from"]) / DAY == 31
    assert [row["text"] for row in picture.data["ends"]] == ["← 1 earlier", ""]


@pytest.mark.parametrize("href", ["/happenings/1", None, "javascript:x"])
def test_a_point_leads_where_the_caller_says(href: str | None) -> None:
    point = timeline([mark("a", href=href)]).data["points"][0]
    assert point.get("href") == ("/happenings/1" if href == "/happenings/1" else None)
