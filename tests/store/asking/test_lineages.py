"""Which reports came from one text, what they share, and which release stands behind them."""

import sqlite3

import pytest

from standoff.store.asking.lineages import (
    LineagesAsked,
    count_shared,
    lineage_between,
    list_lineages,
    shared_passages,
    ties,
)
from standoff.store.asking.listed import Page
from standoff.store.asking.releases import list_releases
from tests.store.asking.ferry_crisis import ALONE, COPIED, COPY, EXCERPT, QUOTED, QUOTING, RELEASE, RELEASED, WIRE

ALL = ["copy", "rewrite", "excerpt", "shared_release"]


@pytest.mark.parametrize(
    ("asked", "relations"),
    [
        (LineagesAsked(), ALL),
        (LineagesAsked(relation="excerpt"), ["excerpt"]),
        (LineagesAsked(document=COPY.id), ["copy", "rewrite"]),
        (LineagesAsked(account=COPIED.id), ALL[:3]),
        (LineagesAsked(account=QUOTED.id), ALL[3:]),
        (LineagesAsked(outlet="Isle Wire"), ["copy", "excerpt"]),
        (LineagesAsked(outlet="The Sarn Post", relation="copy"), ["copy"]),
        (LineagesAsked(q="June"), ["shared_release"]),
        (LineagesAsked(document="' OR 1"), []),
    ],
)
def test_lineages_are_asked_for(ferries: sqlite3.Connection, asked: LineagesAsked, relations: list[str]) -> None:
    found = list_lineages(ferries, asked, Page())
    assert [each.relation for each in found.items] == relations
    assert found.total == len(relations)
    assert [tie.relation for tie in ties(ferries, asked, 9)] == relations
    assert count_shared(ferries) == 1


def test_the_origin_stands_first(ferries: sqlite3.Connection) -> None:
    for pair in ((WIRE.id, COPY.id), (COPY.id, WIRE.id)):
        found = lineage_between(ferries, *pair)
        assert found is not None
        assert [each.id for each in found.reports] == [WIRE.id, COPY.id]
        assert found.direction is not None
        assert found.direction.detail == "it was published earlier"
    told = lineage_between(ferries, COPY.id, EXCERPT.id)
    assert told is not None
    assert (told.origin, told.direction) == (None, None)
    assert lineage_between(ferries, WIRE.id, ALONE.id) is None


def test_ties_of_some_accounts_come_first(ferries: sqlite3.Connection) -> None:
    given = [RELEASED.id, QUOTED.id]
    assert [tie.relation for tie in ties(ferries, LineagesAsked(), 9, given)] == ["shared_release", *ALL[:3]]
    assert len(ties(ferries, LineagesAsked(), 1, given)) == 1


def test_passages_are_read_back_side_by_side(ferries: sqlite3.Connection) -> None:
    found = lineage_between(ferries, WIRE.id, COPY.id)
    assert found is not None
    shared = shared_passages(ferries, found, Page())
    assert shared.total == found.passages == 2
    texts = {WIRE.id: WIRE.text, COPY.id: COPY.text}
    for each in shared.items:
        for side in (each.left, each.right):
            assert side.words == texts[side.doc][slice(*side.at)]
    assert shared_passages(ferries, found, Page(2, 1)).items == shared.items[1:]


def test_a_release_stands_behind_those_who_quote_it_or_share_its_words(ferries: sqlite3.Connection) -> None:
    (found,) = list_releases(ferries, Page()).items
    assert found.release.id == RELEASE.id
    assert [(each.report.id, each.utterances, each.passages) for each in found.reports] == [(QUOTING.id, 1, 2)]
    assert list_releases(ferries, Page(2)).items == ()
