"""Who said what, whole: utterances and, beside them, what one report alone tells."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import get_args

import pytest

from standoff.core.vocabulary import ACT_ORDER, Act
from standoff.store.asking import statements
from standoff.store.asking.actors import ActorsAsked, list_actors
from standoff.store.asking.attributions import AttributionsAsked, list_attributions
from standoff.store.asking.listed import Page
from standoff.store.asking.search import search_actors
from standoff.store.asking.statements import Order, StatementsAsked, list_statements
from standoff.store.asking.told_in import told_in
from standoff.store.asking.told_once import ToldOnce, told_once
from standoff.store.asking.utterances import ListedUtterance
from tests.store.asking.lock_crisis import (
    CLOSING,
    DEMAND,
    DEMANDED,
    DENIED,
    DORN_ID,
    NOTE,
    OFFICIAL_ID,
    POST,
    PROMISED,
    QUOTED,
    RELL_ID,
    RETURNING,
    SAILORS,
    TOLD,
    WARNED,
    WIRE,
    account_of,
    write_lock_crisis,
)

ALL = [CLOSING.id, DEMANDED.id, PROMISED.id, TOLD.id, DENIED.id]
"""Most accounts first, then as a reader looks for acts; what nobody is known to have said last."""


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(write_lock_crisis(tmp_path_factory.mktemp("store") / "x.standoff"))) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (StatementsAsked(), ALL),
        (StatementsAsked(order="act"), [DEMANDED.id, CLOSING.id, PROMISED.id, DENIED.id, TOLD.id]),
        (StatementsAsked(order="time"), [CLOSING.id, DEMANDED.id, PROMISED.id, TOLD.id, DENIED.id]),
        (StatementsAsked(order="newest"), [PROMISED.id, TOLD.id, CLOSING.id, DEMANDED.id, DENIED.id]),
        (StatementsAsked(once=True), ALL[1:]),
        (StatementsAsked(once=False), ALL[:1]),
        (StatementsAsked(speaker=RELL_ID), [CLOSING.id, PROMISED.id]),
        (StatementsAsked(speaker=RELL_ID, once=True), [PROMISED.id]),
        (StatementsAsked(speaker="rell"), [CLOSING.id, PROMISED.id]),
        (StatementsAsked(speaker="official"), [DEMANDED.id]),
        (StatementsAsked(speaker="harbour off"), [DEMANDED.id]),
        (StatementsAsked(speaker="nobody"), []),
        (StatementsAsked(act="warns"), [CLOSING.id]),
        (StatementsAsked(act="threatens"), [CLOSING.id]),
        (StatementsAsked(act="asserts", once=False), []),
        (StatementsAsked(act="asks"), []),
        (StatementsAsked(mode="mixed"), [PROMISED.id]),
        (StatementsAsked(mode="direct"), []),
        (StatementsAsked(mode="indirect", act="denies"), [DENIED.id]),
        (StatementsAsked(q="lock"), [CLOSING.id, DEMANDED.id, PROMISED.id, TOLD.id]),
        (StatementsAsked(q="sailors"), [DENIED.id]),
        (StatementsAsked(q="pilots", once=False), [CLOSING.id]),
        (StatementsAsked(q="submarine"), []),
        (StatementsAsked(q="!!"), []),
        (StatementsAsked(since=date(2031, 6, 2)), [PROMISED.id, TOLD.id]),
        (StatementsAsked(until=date(2031, 6, 2)), [CLOSING.id, DEMANDED.id]),
        (StatementsAsked(as_of=date(2031, 6, 1), once=True), [DEMANDED.id]),
        (StatementsAsked(as_of=date(2031, 6, 2)), ALL[:4]),
        (StatementsAsked(accounts=1), ALL),
        (StatementsAsked(accounts=2), [CLOSING.id]),
        (StatementsAsked(accounts=10**30), []),
        (StatementsAsked(account=account_of(POST.id)), [CLOSING.id, PROMISED.id, TOLD.id]),
        (StatementsAsked(document=WIRE.id), [CLOSING.id, DEMANDED.id]),
        (StatementsAsked(document=WIRE.id, act="demands"), [DEMANDED.id]),
        (StatementsAsked(document="none"), []),
    ],
)
def test_statements_are_asked_for(connection: sqlite3.Connection, asked: StatementsAsked, ids: list[str]) -> None:
    stated = list_statements(connection, asked, Page())
    assert [each.id for each in stated.found.items] == ids
    assert stated.found.total == len(ids)


@pytest.mark.parametrize(
    ("asked", "counts"),
    [
        (StatementsAsked(), (1, 4)),
        (StatementsAsked(once=True), (1, 4)),
        (StatementsAsked(act="warns", once=True), (1, 0)),
        (StatementsAsked(mode="mixed"), (0, 1)),
        (StatementsAsked(speaker=RELL_ID, once=False), (1, 1)),
        (StatementsAsked(q="lock", once=True), (1, 3)),
        (StatementsAsked(accounts=2), (1, 0)),
    ],
)
def test_both_sorts_are_counted_whichever_is_shown(
    connection: sqlite3.Connection, asked: StatementsAsked, counts: tuple[int, int]
) -> None:
    stated = list_statements(connection, asked, Page())
    assert (stated.several, stated.once) == counts


@pytest.mark.parametrize(
    ("asked", "acts"),
    [
        (StatementsAsked(), {"demands": 1, "threatens": 1, "warns": 1, "promises": 1, "denies": 1, "asserts": 1}),
        (StatementsAsked(once=False, act="warns"), {"threatens": 1, "warns": 1}),
        (StatementsAsked(mode="mixed"), {"promises": 1}),
        (StatementsAsked(speaker="rell", act="promises"), {"threatens": 1, "warns": 1, "promises": 1}),
        (StatementsAsked(speaker="rell", once=True), {"promises": 1}),
        (StatementsAsked(q="lock"), {}),
        (StatementsAsked(since=date(2031, 6, 2)), {}),
    ],
)
def test_acts_are_counted_whichever_is_shown(
    connection: sqlite3.Connection, asked: StatementsAsked, acts: dict[str, int]
) -> None:
    assert list_statements(connection, asked, Page()).acts == acts


@pytest.mark.parametrize("asked", [StatementsAsked(), StatementsAsked(q="lock OR sailors OR that")])
def test_pages_are_parts_of_the_list(connection: sqlite3.Connection, asked: StatementsAsked) -> None:
    whole = list_statements(connection, asked, Page()).found
    parts = [list_statements(connection, asked, Page(number, 2)).found for number in (1, 2, 3, 4)]
    assert [each.id for part in parts for each in part.items] == [each.id for each in whole.items]
    assert {part.total for part in parts} == {whole.total}


def test_each_is_told_as_what_it_is(connection: sqlite3.Connection) -> None:
    closing_lock, demanded, *_ = list_statements(connection, StatementsAsked(), Page()).found.items
    assert isinstance(closing_lock, ListedUtterance)
    assert (closing_lock.wordings, closing_lock.acts) == (2, ("threatens", "warns"))
    assert isinstance(demanded, ToldOnce)
    assert demanded.speaker is not None
    assert demanded.cue is not None
    assert (demanded.speaker.name, demanded.cue.words) == ("harbour official", "demanded")
    assert [piece.words for piece in demanded.content] == ["pilots return"]


def test_what_stands_in_it_is_named(connection: sqlite3.Connection) -> None:
    found = told_once(connection, [DEMANDED.id, DENIED.id, TOLD.id])
    inside = {key: [(each.kind, each.id, each.name) for each in told.inside] for key, told in found.items()}
    assert inside == {
        DEMANDED.id: [("obligation", DEMAND.id, "demand"), ("happening", RETURNING.id, "RETREAT")],
        DENIED.id: [("measure", SAILORS.id, "12")],
        TOLD.id: [],
    }


def test_what_is_told_second_hand_has_its_teller(connection: sqlite3.Connection) -> None:
    found = told_once(connection, [PROMISED.id, TOLD.id])
    (teller,) = found[PROMISED.id].through
    assert teller.speaker is not None
    assert teller.source is not None
    assert (teller.attribution, teller.speaker.id, teller.source.words) == (TOLD.id, DORN_ID, "Jan Dorn")
    assert found[TOLD.id].through == ()


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (AttributionsAsked(once=True), {DEMANDED.id, PROMISED.id, TOLD.id, DENIED.id}),
        (AttributionsAsked(once=False), {WARNED.id, QUOTED.id}),
        (AttributionsAsked(once=True, act="asserts"), {TOLD.id}),
        (AttributionsAsked(once=False, utterance=CLOSING.id, mode="direct"), {QUOTED.id}),
    ],
)
def test_attributions_are_asked_for_by_how_often_they_are_told(
    connection: sqlite3.Connection, asked: AttributionsAsked, ids: set[str]
) -> None:
    found = list_attributions(connection, asked, Page())
    assert {each.id for each in found.items} == ids
    assert found.total == len(ids)


def test_passages_have_what_one_report_tells_too(connection: sqlite3.Connection) -> None:
    assert told_in(connection, [(WIRE.id, 0, 30)]).statements == (CLOSING.id,)
    assert told_in(connection, [(WIRE.id, 0, len(WIRE.text)), (NOTE.id, 0, 9)]).statements == (CLOSING.id, DEMANDED.id)
    assert told_in(connection, [(NOTE.id, 0, len(NOTE.text))]).statements == (DENIED.id,)


def test_a_source_without_a_name_is_found_by_its_description_where_parties_are_asked_for(
    connection: sqlite3.Connection,
) -> None:
    assert [each.id for each in list_actors(connection, ActorsAsked(q="official"), Page()).items] == [OFFICIAL_ID]
    assert search_actors(connection, "official") == ()


def test_statements_are_in_the_order_in_which_they_are_shown(connection: sqlite3.Connection) -> None:
    rows = connection.execute('SELECT finding, kind, weight, day, "upper" FROM statements ORDER BY position').fetchall()
    assert rows == [
        (CLOSING.id, "utterance", ACT_ORDER.index("threatens"), "2031-06-01", 2),
        (DEMANDED.id, "attribution", ACT_ORDER.index("demands"), "2031-06-01", 1),
        (PROMISED.id, "attribution", ACT_ORDER.index("promises"), "2031-06-02", 1),
        (TOLD.id, "attribution", ACT_ORDER.index("asserts"), "2031-06-02", 1),
        (DENIED.id, "attribution", ACT_ORDER.index("denies"), None, 1),
    ]


@pytest.mark.parametrize("order", get_args(Order))
@pytest.mark.parametrize("act", ["warns", "demands", "asks"])
def test_a_common_act_is_found_in_order_as_a_rare_one_is(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, order: Order, act: Act
) -> None:
    asked = StatementsAsked(act=act, order=order)
    rare = list_statements(connection, asked, Page())
    monkeypatch.setattr(statements, "FEW_TO_COUNT", 0)
    assert list_statements(connection, asked, Page()) == rare
    assert list_statements(connection, StatementsAsked(speaker=RELL_ID), Page()).acts == {}
