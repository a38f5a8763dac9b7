"""Discrepancies and readouts, asked of a store: the gravest first, each side with what stands around it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from standoff.store.asking.discrepancies import (
    DiscrepanciesAsked,
    count_discrepancies,
    discrepancies_about,
    list_discrepancies,
    whole_discrepancy,
)
from standoff.store.asking.listed import Page
from standoff.store.asking.readouts import ReadoutsAsked, list_readouts, whole_readouts
from standoff.store.asking.surroundings import read_around
from tests.store.asking.strait_crisis import CLOSE, CLOSING, DENIED, DOSSIER, FIRST, MEETING, OURS, PAIR, SHIPS, write


@pytest.fixture(scope="module")
def strait(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = write(DOSSIER, tmp_path_factory.mktemp("store") / "x.standoff")
    with closing(sqlite3.connect(path)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (DiscrepanciesAsked(), [DENIED.id, SHIPS.id]),
        (DiscrepanciesAsked(severity="slight"), [SHIPS.id]),
        (DiscrepanciesAsked(check="condition", cause="dispute"), [DENIED.id]),
        (DiscrepanciesAsked(check="condition", cause="damage"), []),
        (DiscrepanciesAsked(speaker="marn"), [DENIED.id]),
        (DiscrepanciesAsked(speaker="Ilo"), [DENIED.id]),
        (DiscrepanciesAsked(document=OURS.id), [SHIPS.id]),
        (DiscrepanciesAsked(about=CLOSING.id), [DENIED.id]),
        (DiscrepanciesAsked(q="gazette"), []),
        (DiscrepanciesAsked(q="noon"), [SHIPS.id]),  # in the paragraph of one side
        (DiscrepanciesAsked(as_of=date(2031, 4, 8)), []),  # one side only was out
        (DiscrepanciesAsked(as_of=date(2031, 4, 9)), [DENIED.id]),
    ],
)
def test_what_is_asked_for_is_found(strait: sqlite3.Connection, asked: DiscrepanciesAsked, found: list[str]) -> None:
    listed = list_discrepancies(strait, asked, Page())
    assert [each.id for each in listed.items] == found
    assert listed.total == len(found)
    assert sum(count_discrepancies(strait, DiscrepanciesAsked()).values()) == 2


def test_sides_stand_with_their_sentence(strait: sqlite3.Connection) -> None:
    found = whole_discrepancy(strait, DENIED.id)
    assert found is not None
    assert found.about is not None
    assert (found.about.kind, found.about.words and found.about.words.at) == (
        "obligation",
        (CLOSE.at.start, CLOSE.at.end),
    )
    side = next(each for each in found.sides if each.words.doc == FIRST.id)
    assert side.speaker is not None
    assert (side.words.words, side.speaker.name) == ("close the strait", "Ilo Marn")
    assert side.around.before == "Premier Ilo Marn said Ardania would "  # not the paragraph before
    assert not side.around.is_cut_before
    assert whole_discrepancy(strait, "none") is None


def test_words_around_are_whole(strait: sqlite3.Connection) -> None:
    place = (FIRST.id, CLOSE.at.start, CLOSE.at.end)
    around = read_around(strait, [place], 10)[place]
    assert (around.before, around.after) == ("said ", ". Lodan")  # of "Marn said " and ". Lodan mu"
    assert around.is_cut_before
    assert around.is_cut_after


@pytest.mark.parametrize(
    ("findings", "readings", "found"),
    [([CLOSING.id], [], [DENIED.id]), (["none"], [CLOSE.id], [DENIED.id]), (["none"], [], [])],
)
def test_those_about_a_record_are_found(
    strait: sqlite3.Connection, findings: list[str], readings: list[str], found: list[str]
) -> None:
    assert [each.id for each in discrepancies_about(strait, findings, readings)] == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (ReadoutsAsked(), [PAIR.id]),
        (ReadoutsAsked(actor="lodan"), [PAIR.id]),
        (ReadoutsAsked(actor="Marn"), []),
        (ReadoutsAsked(happening=MEETING.id), [PAIR.id]),
        (ReadoutsAsked(document=OURS.id), [PAIR.id]),
        (ReadoutsAsked(document=FIRST.id), []),
        (ReadoutsAsked(as_of=date(2031, 4, 10)), []),  # one side's was out
        (ReadoutsAsked(as_of=date(2031, 4, 11)), [PAIR.id]),
    ],
)
def test_readouts_are_found(strait: sqlite3.Connection, asked: ReadoutsAsked, found: list[str]) -> None:
    assert [each.id for each in list_readouts(strait, asked, Page()).items] == found


def test_points_are_counted_and_told(strait: sqlite3.Connection) -> None:
    found = whole_readouts(strait, PAIR.id)
    assert found is not None
    assert (found.both, found.opposed, found.only_left, found.only_right) == (1, 1, 1, 0)
    assert (found.left.side.name, found.left.title, found.right.side.name) == ("Ardania", "Ours", "Lodan")
    assert [
        (each.agreement, each.left and each.left.words, each.right and each.right.words) for each in found.points
    ] == [
        ("both", "They spoke of ships", "They talked about ships"),
        ("opposed", "No ship will leave", "Every ship leaves"),
        ("left", "The two met", None),
    ]
    assert whole_readouts(strait, "none") is None
