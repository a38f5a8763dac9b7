from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from standoff.core.when import When
from standoff.picture.days import DAY, in_words, middle_of, number_at, number_of, stretch_of


def days(since: str | None, until: str | None) -> When:
    return When(date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When.parse("2031-05-06"), "6 May 2031"),
        (days("2031-05-06", "2031-05-09"), "6–8 May 2031"),
        (days("2031-05-30", "2031-06-02"), "30 May – 1 Jun 2031"),
        (days("2031-12-30", "2032-01-02"), "30 Dec 2031 – 1 Jan 2032"),
        (When.parse("2031-05"), "May 2031"),
        (days("2031-03-01", "2031-06-01"), "Mar–May 2031"),
        (When.parse("2031"), "2031"),
        (days("2030-01-01", "2040-01-01"), "2030–2039"),
        (days("2031-05-06", None), "from 6 May 2031"),
        (days(None, "2031-05-06"), "until 5 May 2031"),
        (days(None, "0001-01-01"), "until 1 Jan 1"),
        (When(None, None), "no day told"),
        (None, "no day told"),
    ],
)
def test_intervals_in_words(when: When | None, words: str) -> None:
    assert in_words(when) == words


def test_a_moment_is_counted_in_utc() -> None:
    assert number_of(date(1970, 1, 2)) == DAY
    noon = datetime(1970, 1, 1, 12)
    assert number_at(noon) == number_at(noon.replace(tzinfo=UTC)) == DAY // 2
    assert number_at(noon.replace(tzinfo=timezone(timedelta(hours=2)))) == DAY // 2 - 2 * DAY // 24


def test_a_point_stands_in_the_middle_or_at_the_end_that_is_told() -> None:
    first = number_of(date(2031, 5, 6))
    assert middle_of(When.parse("2031-05-06")) == first + DAY // 2
    assert middle_of(days("2031-05-06", None)) == middle_of(days(None, "2031-05-06")) == first
    assert middle_of(When(None, None)) is None


def test_a_picture_opens_on_all_days_where_none_stand_far_off() -> None:
    low, high = stretch_of([(at * DAY, (at + 1) * DAY) for at in range(10)])
    assert low < 0
    assert high > 10 * DAY
    assert high - low < 11 * DAY


def test_it_opens_on_the_shortest_stretch_with_most_where_some_stand_far_off() -> None:
    near = [(at * DAY, (at + 1) * DAY) for at in range(5000, 5030)]
    low, high = stretch_of([(0, DAY), (100 * DAY, 465 * DAY), *near])
    assert 4990 * DAY < low < 5000 * DAY
    assert 5029 * DAY < high < 5035 * DAY


def test_more_than_half_is_always_inside() -> None:
    ends = [(at**4 * DAY, (at**4 + 1) * DAY) for at in range(20)]
    low, high = stretch_of(ends)
    assert sum(low <= start <= high for start, _ in ends) > 10


def test_nothing_to_show_still_gives_an_axis() -> None:
    assert stretch_of([]) == (0, DAY)
