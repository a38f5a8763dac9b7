"""The ledger, asked of a store: filters, orders, and how it stood on a day."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from standoff.core.vocabulary import Status
from standoff.store.asking.commitments import CommitmentsAsked, list_commitments, whole_commitment
from standoff.store.asking.conditions_told import conditions_told
from standoff.store.asking.listed import Page
from standoff.store.asking.obligations import count_obligations, list_obligations, whole_obligation
from standoff.store.asking.standing import ObligationsAsked
from tests.store.asking.strait_crisis import ATTACK, CLOSE, CLOSING, DOSSIER, FIRST, LEAVE, LEAVING, SECOND, write


@pytest.fixture(scope="module")
def strait(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = write(DOSSIER, tmp_path_factory.mktemp("store") / "x.standoff")
    with closing(sqlite3.connect(path)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (ObligationsAsked(), [CLOSING.id, LEAVING.id]),  # the last moved first
        (ObligationsAsked(order="accounts"), [CLOSING.id, LEAVING.id]),
        (ObligationsAsked(order="debtor"), [CLOSING.id, LEAVING.id]),  # Ardania, Lodan
        (ObligationsAsked(status="conditional"), []),
        (ObligationsAsked(status="detached", force="demand"), [LEAVING.id]),
        (ObligationsAsked(debtor="ardania"), [CLOSING.id]),  # by id
        (ObligationsAsked(debtor="Ardan"), [CLOSING.id]),  # by the beginning of a name
        (ObligationsAsked(creditor="lodan"), [CLOSING.id]),
        (ObligationsAsked(creditor="(("), []),
        (ObligationsAsked(since=date(2031, 4, 8)), [CLOSING.id]),
        (ObligationsAsked(since=date(2031, 4, 9)), []),
        (ObligationsAsked(until=date(2031, 4, 8)), [LEAVING.id]),
        (ObligationsAsked(document=FIRST.id), [CLOSING.id, LEAVING.id]),
        (ObligationsAsked(document=SECOND.id), []),
        (ObligationsAsked(q="withdraw ships"), [CLOSING.id, LEAVING.id]),  # one paragraph
        (ObligationsAsked(q="noon"), []),
        (ObligationsAsked(q="..."), []),
        (ObligationsAsked(as_of=date(2031, 4, 1)), []),
        (ObligationsAsked(as_of=date(2031, 4, 8), status="conditional"), [CLOSING.id]),
        (ObligationsAsked(as_of=date(2031, 4, 9), status="conditional"), []),
        (ObligationsAsked(as_of=date(2031, 4, 9), status="detached"), [CLOSING.id, LEAVING.id]),
    ],
)
def test_what_is_asked_for_is_found(strait: sqlite3.Connection, asked: ObligationsAsked, found: list[str]) -> None:
    listed = list_obligations(strait, asked, Page())
    assert [each.id for each in listed.items] == found
    assert listed.total == len(found)


@pytest.mark.parametrize(
    ("as_of", "status"), [(date(2031, 4, 8), "conditional"), (date(2031, 4, 9), "detached"), (None, "detached")]
)
def test_a_status_is_that_of_the_last_move_known(
    strait: sqlite3.Connection, as_of: date | None, status: Status
) -> None:
    # The attack was on the 8th; the report that tells it came out on the 9th.
    listed = list_obligations(strait, ObligationsAsked(force="threat", as_of=as_of), Page())
    assert [each.status for each in listed.items] == [status]


@pytest.mark.parametrize(
    ("asked", "counts"),
    [
        (ObligationsAsked(), {"detached": 2}),
        (ObligationsAsked(status="conditional"), {"detached": 2}),  # whatever status is asked for
        (ObligationsAsked(force="threat"), {"detached": 1}),
        (ObligationsAsked(as_of=date(2031, 4, 3)), {"conditional": 1, "detached": 1}),
    ],
)
def test_statuses_are_counted(strait: sqlite3.Connection, asked: ObligationsAsked, counts: dict[Status, int]) -> None:
    assert count_obligations(strait, asked) == counts


def test_one_has_its_moves_and_wordings(strait: sqlite3.Connection) -> None:
    found = whole_obligation(strait, CLOSING.id)
    assert found is not None
    assert found.antecedent is not None
    assert found.consequent is not None
    assert (found.antecedent.words, found.consequent.words) == ("if Lodan attacks", "close the strait")
    assert [(move.status, move.words.words) for move in found.moves] == [
        ("conditional", "Ardania would close the strait if Lodan attacks"),
        ("detached", "Lodan attacked"),
    ]
    moved = found.moves[1].happening
    assert moved is not None
    assert moved.id == ATTACK.id
    (wording,) = found.commitments
    assert (wording.id, wording.obligation) == (CLOSE.id, CLOSING.id)
    assert [(each.act, each.speaker and each.speaker.name) for each in wording.relay] == [("asserts", "Ilo Marn")]
    assert whole_obligation(strait, "none") is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (CommitmentsAsked(), {CLOSE.id, LEAVE.id}),
        (CommitmentsAsked(force="demand"), {LEAVE.id}),
        (CommitmentsAsked(debtor="lodan"), {LEAVE.id}),
        (CommitmentsAsked(creditor="lodan"), {CLOSE.id}),
        (CommitmentsAsked(q="strait"), {CLOSE.id, LEAVE.id}),
        (CommitmentsAsked(document=SECOND.id), set()),
        (CommitmentsAsked(as_of=date(2031, 4, 1)), set()),
    ],
)
def test_commitments_are_found(strait: sqlite3.Connection, asked: CommitmentsAsked, found: set[str]) -> None:
    listed = list_commitments(strait, asked, Page())
    assert {each.id for each in listed.items} == found
    assert listed.total == len(found)
    assert all(whole_commitment(strait, key) is not None for key in found)


def test_only_conditions_that_are_waited_for_are_offered(strait: sqlite3.Connection) -> None:
    assert conditions_told(strait, 5) == ()  # that of the threat has come about
