"""The days that matter, and the state of the crisis."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any

import pytest

from standoff.core.when import When
from standoff.store.asking.days import DaysAsked, list_days
from standoff.store.asking.listed import Page
from standoff.store.asking.overview import overview
from tests.store.asking.pass_crisis import COPY, DISAGREED, LORRIES, OBLIGATION, YEAR


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["2031-05-06", "2031-05-20"]),
        ({"order": "newest"}, ["2031-05-20", "2031-05-06"]),
        ({"order": "told"}, ["2031-05-06", "2031-05-20"]),
        ({"since": date(2031, 5, 7)}, ["2031-05-20"]),
        ({"until": date(2031, 5, 7)}, ["2031-05-06"]),
        ({"q": "treaty"}, ["2031-05-20"]),
        ({"q": "-"}, []),
    ],
)
def test_days_are_found(lorries: sqlite3.Connection, asked: dict[str, Any], expected: list[str]) -> None:
    found = list_days(lorries, DaysAsked(**asked), Page())
    assert [each.day.isoformat() for each in found.items] == expected
    assert found.total == len(expected)


def test_a_day_is_told_in_its_sentences(lorries: sqlite3.Connection) -> None:
    first = list_days(lorries, DaysAsked(), Page()).items[0]
    assert [each.words for each in first.sentences] == ["Varland and Selmia met", COPY.text]
    assert (first.documents, first.independent.upper, first.weight) == (2, 1, 1.0)


def test_the_state_of_the_crisis(lorries: sqlite3.Connection) -> None:
    found = overview(lorries)
    assert (found.documents, found.accounts) == (4, 3)
    assert found.published == When(date(2031, 5, 5), date(2031, 5, 21))
    assert found.total("happening") == 4
    assert found.total("happening", "denied") == 1
    assert found.total("obligation", "cancelled") == 1
    assert found.total("gap") == 0
    assert [each.id for each in found.obligations] == [OBLIGATION.id]
    assert [each.id for each in found.discrepancies] == [DISAGREED.id]
    assert [each.id for each in found.measures] == [LORRIES.id, YEAR.id]
    assert [each.day.isoformat() for each in found.days] == ["2031-05-06", "2031-05-20"]
