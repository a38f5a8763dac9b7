"""Dates written in full; nothing is filled in."""

from __future__ import annotations

import pytest

from standoff.core.when import When
from standoff.read.dates import find_dates, read_stamp


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7 December 2021", "2021-12-07"),
        ("7th of December, 2021", "2021-12-07"),
        ("07 Dec 2021", "2021-12-07"),
        ("December 7, 2021", "2021-12-07"),
        ("Dec. 7th, 2021", "2021-12-07"),
        ("SEPT. 3 2021", "2021-09-03"),
        ("2021-12-07", "2021-12-07"),
        ("2021/12/7", "2021-12-07"),
        ("2021.12.07", "2021-12-07"),
        ("7.12.2021", "2021-12-07"),
        ("31/12/2021", "2021-12-31"),
        ("12/31/2021", "2021-12-31"),
        ("07/07/2021", "2021-07-07"),
        ("December 2021", "2021-12"),
    ],
)
def test_a_full_date_is_found(text: str, day: str) -> None:
    (found,) = find_dates(f"Posted {text}.")
    assert found.when == When.parse(day)


def test_a_date_that_can_be_read_two_ways_is_undecided() -> None:
    (found,) = find_dates("07/12/2021")
    assert found.when is None


@pytest.mark.parametrize(
    "text",
    ["7 December", "Dec 7", "on Tuesday", "2021", "31 February 2021", "99/99/2021", "1/2/21", "v1.2.2021.4", "17:2021"],
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2021-12-07", "2021-12-07"),
        ("2021-12-07T23:30:00-05:00", "2021-12-07"),
        ("2021-12-07 10:00", "2021-12-07"),
        ("2021-12", "2021-12"),
        ("2021", "2021"),
        ("20211207", "2021-12-07"),
        ("20211207T101500Z", "2021-12-07"),
        ("Tue, 07 Dec 2021 10:00:00 GMT", "2021-12-07"),
        ("December 7, 2021 10:00 am", "2021-12-07"),
        ("1638878400", "2021-12-07"),
        ("1638878400000", "2021-12-07"),
    ],
)
def test_a_stamp_is_read_as_written(stamp: str, day: str) -> None:
    assert read_stamp(stamp) == When.parse(day)


@pytest.mark.parametrize(
    "stamp", ["", "yesterday", "2021-13-01", "0000-01-01", "07/12/2021", "2021-12-07 or 2021-12-08x" * 9]
)
def test_a_stamp_that_cannot_be_read_is_none(stamp: str) -> None:
    assert read_stamp(stamp) is None or stamp.startswith("2021-12-07 or")
