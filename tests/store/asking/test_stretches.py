"""Which days a timeline opens on, and what a zoom shows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.when import When
from standoff.store.asking.stretches import (
    ZOOM_DAYS,
    DayCount,
    Zoom,
    busiest,
    moved,
    widened,
    within,
    zoom_of,
    zoomed,
)


def counts(*days: tuple[str, int]) -> tuple[DayCount, ...]:
    return tuple(DayCount(day=date.fromisoformat(day), factuality="occurred", happenings=number) for day, number in days)


def when(since: str, until: str) -> When:
    return When(date.fromisoformat(since), date.fromisoformat(until))


WEEKS = counts(("2031-04-01", 3), ("2031-04-08", 5), ("2031-04-20", 2))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((), None),
        (counts(("2031-04-08", 1)), when("2031-04-05", "2031-04-12")),  # a week around it
        (WEEKS, when("2031-04-01", "2031-04-21")),  # all of it
        ((*counts(("2004-01-01", 1)), *WEEKS), when("2031-04-01", "2031-04-21")),  # a treaty of long ago is left out
        ((*WEEKS, *counts(("2044-01-01", 1))), when("2031-04-01", "2031-04-21")),
        (counts(("2004-01-01", 5), ("2031-04-01", 5)), when("2004-01-01", "2031-04-02")),  # neither half is most
    ],
)
def test_it_opens_on_the_days_where_most_stands(told: tuple[DayCount, ...], expected: When | None) -> None:
    assert busiest(told) == expected


@pytest.mark.parametrize(
    ("zoom", "expected"),
    [
        ("hours", when("2031-04-07", "2031-04-10")),  # the three days around the fullest
        ("days", when("2031-04-01", "2031-04-22")),
        ("years", when("2026-04-11", "2036-04-11")),
    ],
)
def test_a_zoom_goes_to_the_fullest_part_or_widens(zoom: Zoom, expected: When) -> None:
    assert zoomed(WEEKS, when("2031-04-01", "2031-04-21"), zoom) == expected


@pytest.mark.parametrize(
    ("shown", "steps", "expected"),
    [
        (when("2031-04-01", "2031-04-08"), 1, when("2031-04-08", "2031-04-15")),
        (when("2031-04-01", "2031-04-08"), -1, when("2031-03-25", "2031-04-01")),
        (when("0001-01-01", "0001-01-05"), -1, when("0001-01-01", "0001-01-05")),  # there is nothing before
        (when("9999-12-30", "9999-12-31"), 1, when("9999-12-30", "9999-12-31")),
    ],
)
def test_the_days_before_and_after(shown: When, steps: int, expected: When) -> None:
    assert moved(shown, steps) == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (when("2031-04-01", "2031-04-04"), "hours"),
        (when("2031-04-01", "2031-04-05"), "days"),
        (when("2031-04-01", "2031-06-01"), "weeks"),
        (when("2031-01-01", "2032-01-01"), "months"),
        (when("1900-01-01", "2032-01-01"), "years"),
        (When(None, date(2031, 1, 1)), "years"),
    ],
)
def test_the_nearest_zoom_that_shows_all(shown: When, expected: Zoom) -> None:
    assert zoom_of(shown) == expected


many = st.lists(
    st.builds(DayCount, day=st.dates(), factuality=st.just("occurred"), happenings=st.integers(1, 50)), max_size=12
)


@given(many, st.sampled_from(sorted(ZOOM_DAYS)))
def test_a_zoom_shows_so_many_days_and_loses_no_date(told: list[DayCount], zoom: Zoom) -> None:
    shown = busiest(told)
    if shown is None:
        assert not told
        return
    assert sum(each.happenings for each in within(told, shown)) > sum(each.happenings for each in told) / 2
    near = zoomed(told, shown, zoom)
    assert near.since is not None
    assert near.until is not None
    assert (near.until - near.since).days <= ZOOM_DAYS[zoom]
    assert within(told, near) or ZOOM_DAYS[zoom] > 0
    assert widened(near, 1) == near
