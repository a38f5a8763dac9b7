"""Which days a timeline opens on, and what a zoom shows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.when import When
from standoff.store.asking.stretches import (
    SHORTEST,
    ZOOM_DAYS,
    Days,
    Zoom,
    busiest,
    ends,
    moved,
    zoom_of,
    zoomed,
)


def days(*told: tuple[str, int]) -> Days:
    return Days(counts=tuple((date.fromisoformat(day).toordinal(), number) for day, number in told))


def when(since: str, until: str) -> When:
    return When(date.fromisoformat(since), date.fromisoformat(until))


WEEKS = (("2031-04-01", 3), ("2031-04-08", 5), ("2031-04-20", 2))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((), None),
        ((("2031-04-08", 1),), when("2031-04-05", "2031-04-12")),  # a week around it
        (WEEKS, when("2031-04-01", "2031-04-21")),  # all of it
        ((("2004-01-01", 1), *WEEKS), when("2031-04-01", "2031-04-21")),  # a treaty of long ago is left out
        ((*WEEKS, ("2044-01-01", 1)), when("2031-04-01", "2031-04-21")),
        ((("2004-01-01", 5), ("2031-04-01", 5)), when("2004-01-01", "2031-04-02")),  # neither half is most
    ],
)
def test_it_opens_on_the_days_where_most_stands(told: tuple[tuple[str, int], ...], expected: When | None) -> None:
    assert busiest(days(*told)) == expected


@pytest.mark.parametrize(
    ("zoom", "expected"),
    [
        ("hours", when("2031-04-07", "2031-04-10")),  # the three days around the fullest
        ("days", when("2031-04-01", "2031-04-22")),
        ("years", when("2026-04-11", "2036-04-11")),
    ],
)
def test_a_zoom_goes_to_the_fullest_part_or_widens(zoom: Zoom, expected: When) -> None:
    assert zoomed(days(*WEEKS), when("2031-04-01", "2031-04-21"), zoom) == expected


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
    ],
)
def test_the_nearest_zoom_that_shows_all(shown: When, expected: Zoom) -> None:
    assert zoom_of(shown) == expected


many = st.dictionaries(st.integers(date.min.toordinal(), date.max.toordinal()), st.integers(1, 50), max_size=12)


@given(many, st.sampled_from(sorted(ZOOM_DAYS)))
def test_a_zoom_shows_so_many_days_and_most_are_seen_at_first(told: dict[int, int], zoom: Zoom) -> None:
    everything = Days(counts=tuple(sorted(told.items())))
    shown = busiest(everything)
    if shown is None:
        assert not told
        return
    assert everything.within(shown).dated > everything.dated / 2 or date.max.toordinal() in told
    since, until = ends(zoomed(everything, shown, zoom))
    assert 1 <= until - since <= max(ZOOM_DAYS[zoom], SHORTEST)
