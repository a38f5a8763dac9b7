"""Figures: which measures are found, and who claims what in which words."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any

import pytest

from standoff.store.asking.listed import Page
from standoff.store.asking.measure import whole_measure
from standoff.store.asking.measures import MeasuresAsked, list_measures, units
from tests.store.asking.pass_crisis import DISAGREED, LATER, LORRIES, SELMIA_ID, YEAR

NAMES = {LORRIES.id: "lorries", YEAR.id: "year"}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["lorries", "year"]),  # two values compete in the first
        ({"order": "place"}, sorted(["lorries", "year"], key={name: key for key, name in NAMES.items()}.__getitem__)),
        ({"unit": "lorry"}, ["lorries"]),
        ({"status": "planned"}, ["year"]),
        ({"claimant": SELMIA_ID}, ["lorries"]),
        ({"claimant": "varl"}, ["lorries"]),
        ({"document": LATER.id}, ["year"]),
        ({"as_of": date(2031, 5, 5)}, ["lorries"]),
        ({"q": "treaty"}, ["year"]),
        ({"q": "?"}, []),
    ],
)
def test_what_is_asked_for_is_found(lorries: sqlite3.Connection, asked: dict[str, Any], expected: list[str]) -> None:
    found = list_measures(lorries, MeasuresAsked(**asked), Page())
    assert [NAMES[each.id] for each in found.items] == expected
    assert found.total == len(expected)


def test_claims_stand_side_by_side(lorries: sqlite3.Connection) -> None:
    (found,) = list_measures(lorries, MeasuresAsked(unit="lorry"), Page()).items
    told = [(each.claimant and each.claimant.name, each.low, each.hedge, each.figures) for each in found.claimed]
    assert told == [("Varland", 40, None, 1), (None, 60, "about", 1), ("Selmia", 60, None, 1)]
    assert (found.numbers, found.claims, found.claimants) == (2, 3, 2)


def test_a_measure_has_every_figure_in_its_words(lorries: sqlite3.Connection) -> None:
    found = whole_measure(lorries, LORRIES.id)
    assert found is not None
    told = [(each.words.words, each.context.after, each.hedge) for claim in found.whole_claims for each in claim.told]
    assert told == [
        ("40", " lorries at the pass.", None),
        ("Some 60", " lorries wait at the pass.", "about"),
        ("60", " lorries.", None),
    ]
    assert [each.id for each in found.discrepancies] == [DISAGREED.id]
    assert whole_measure(lorries, "none") is None
    assert units(lorries) == ("lorry",)
