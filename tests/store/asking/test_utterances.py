"""What was said: which utterances are found, and how one is worded by each account."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from standoff.core.when import When
from standoff.store.asking.attributions import AttributionsAsked, list_attributions, whole_attribution
from standoff.store.asking.listed import Page, Words
from standoff.store.asking.utterances import UtterancesAsked, list_utterances, utterances_of
from standoff.store.asking.whole_utterance import AccountTold, WholeUtterance, whole_utterance
from standoff.store.asking.wordings import Piece
from tests.store.asking.port_crisis import (
    ASKING,
    CLOSING,
    COMPLAINT,
    COPIED,
    MARN_ID,
    ONE_ORIGIN,
    OWN,
    POST,
    QUOTED,
    READOUT,
    SAID,
    TALKS,
    TOLD,
    WIRE,
    write_port_crisis,
)

BOTH = [CLOSING.id, ASKING.id]


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(write_port_crisis(tmp_path_factory.mktemp("store") / "x.standoff"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def closing_told(connection: sqlite3.Connection) -> WholeUtterance:
    found = whole_utterance(connection, CLOSING.id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (UtterancesAsked(), BOTH),
        (UtterancesAsked(order="time"), BOTH),
        (UtterancesAsked(order="newest"), BOTH),
        (UtterancesAsked(speaker=MARN_ID), BOTH[:1]),
        (UtterancesAsked(speaker="ilza"), BOTH[:1]),
        (UtterancesAsked(speaker="orlan"), []),
        (UtterancesAsked(act="warns"), BOTH[:1]),
        (UtterancesAsked(act="denies"), []),
        (UtterancesAsked(q="ferries"), BOTH[:1]),
        (UtterancesAsked(q="workers asked"), BOTH[1:]),
        (UtterancesAsked(q='"the ferries" left'), BOTH[:1]),
        (UtterancesAsked(q="submarine"), []),
        (UtterancesAsked(q="!!"), []),
        (UtterancesAsked(accounts=2), BOTH[:1]),
        (UtterancesAsked(accounts=4), []),
        (UtterancesAsked(since=date(2031, 4, 2)), BOTH[:1]),
        (UtterancesAsked(since=date(2031, 4, 3)), []),
        (UtterancesAsked(until=date(2031, 4, 2)), []),
        (UtterancesAsked(as_of=date(2031, 4, 2)), BOTH[:1]),
        (UtterancesAsked(as_of=date(2031, 4, 1)), []),
        (UtterancesAsked(account=ONE_ORIGIN.id), BOTH[:1]),
        (UtterancesAsked(document=POST.id, act="warns", speaker=MARN_ID), BOTH[:1]),
    ],
)
def test_utterances_are_asked_for(connection: sqlite3.Connection, asked: UtterancesAsked, ids: list[str]) -> None:
    found = list_utterances(connection, asked, Page())
    assert [each.id for each in found.items] == ids
    assert found.total == len(ids)


def test_a_page_is_a_part_of_the_list(connection: sqlite3.Connection) -> None:
    for asked in (UtterancesAsked(), UtterancesAsked(q="they OR port")):
        assert len(list_utterances(connection, asked, Page(9, 1)).items) == 0
    assert [each.id for each in list_utterances(connection, UtterancesAsked(), Page(2, 1)).items] == BOTH[1:]


def test_an_utterance_is_told_in_its_fullest_wording(connection: sqlite3.Connection) -> None:
    found = utterances_of(connection, [*BOTH, "none"])
    assert [piece.words for piece in found[CLOSING.id].content] == [SAID]
    assert found[CLOSING.id].acts == ("asserts", "threatens", "warns")
    assert (found[CLOSING.id].wordings, found[CLOSING.id].documents) == (4, 4)
    assert (found[CLOSING.id].first, found[ASKING.id].first) == (When.parse("2031-04-02"), None)
    assert found[CLOSING.id].has_original
    assert not found[ASKING.id].has_original
    source = found[ASKING.id].source
    assert source is not None
    assert source.words == "Dock workers"


def test_accounts_stand_side_by_side_the_original_first(closing_told: WholeUtterance) -> None:
    assert [first(account).path for account in closing_told.told.items] == ["readout.txt", "wire.txt", "post.txt"]
    assert closing_told.original is not None
    assert closing_told.original.words == READOUT.text
    flags = [
        (w.is_original, w.is_fullest, w.is_earliest) for account in closing_told.told.items for w in account.wordings
    ]
    assert flags == [(True, False, True), (False, True, False), (False, False, False)]


def test_copies_are_told_once(closing_told: WholeUtterance) -> None:
    origin = closing_told.told.items[1]
    assert (origin.account, origin.attributions, len(origin.wordings)) == (ONE_ORIGIN.id, 2, 1)
    assert [copy.path for copy in origin.wordings[0].copies] == ["courier.txt"]


def test_differences_from_the_fullest_wording_are_marked(closing_told: WholeUtterance) -> None:
    own, fullest, quoted = (account.wordings[0].pieces[0] for account in closing_told.told.items)
    assert marked(fullest) == SAID
    assert marked(quoted) == "Vessia [-would][+will] close [-the port][+its port] unless all ferries leave"
    assert marked(own) == "Vessia [-would][+will] close the port[-unless the ferries left]"


def test_a_page_of_accounts_is_a_part_of_them(connection: sqlite3.Connection) -> None:
    found = whole_utterance(connection, CLOSING.id, Page(2, 2))
    assert found is not None
    assert (found.told.total, [first(account).path for account in found.told.items]) == (3, ["post.txt"])


def test_there_is_no_utterance_of_another_id(connection: sqlite3.Connection) -> None:
    assert whole_utterance(connection, "none") is None


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (AttributionsAsked(), {TOLD.id, COPIED.id, QUOTED.id, OWN.id, COMPLAINT.id}),
        (AttributionsAsked(speaker=MARN_ID), {TOLD.id, COPIED.id, QUOTED.id, OWN.id}),
        (AttributionsAsked(speaker="ilza marn"), {TOLD.id, COPIED.id, QUOTED.id, OWN.id}),
        (AttributionsAsked(mode="direct"), {QUOTED.id}),
        (AttributionsAsked(act="threatens"), {TOLD.id, COPIED.id}),
        (AttributionsAsked(document=WIRE.id), {TOLD.id}),
        (AttributionsAsked(utterance=ASKING.id), {COMPLAINT.id}),
        (AttributionsAsked(q="ferries left"), {TOLD.id, COPIED.id}),
        (AttributionsAsked(as_of=date(2031, 4, 2)), {TOLD.id, OWN.id}),
        (AttributionsAsked(q="?"), set()),
    ],
)
def test_attributions_are_asked_for(connection: sqlite3.Connection, asked: AttributionsAsked, ids: set[str]) -> None:
    found = list_attributions(connection, asked, Page())
    assert {each.id for each in found.items} == ids
    assert found.total == len(ids)


def test_an_attribution_is_told_with_its_words(connection: sqlite3.Connection) -> None:
    told = whole_attribution(connection, TOLD.id)
    assert told is not None
    assert told.source is not None
    assert told.cue is not None
    assert told.speaker is not None
    assert (told.source.words, told.cue.words) == ("Prime Minister Ilse Marn", "said")
    assert (told.speaker.name, told.utterance, told.account) == ("Ilse Marn", CLOSING.id, ONE_ORIGIN.id)
    assert [piece.words for piece in told.content] == [SAID]
    assert whole_attribution(connection, TALKS.id) is None


def first(account: AccountTold) -> Words:
    """The words with which an account tells it."""
    return account.wordings[0].pieces[0].words


def marked(piece: Piece) -> str:
    """The runs of a piece as text."""
    signs = {"same": "{}", "inserted": "[+{}]", "deleted": "[-{}]"}
    return "".join(signs[run.kind].format(run.words) for run in piece.runs)
