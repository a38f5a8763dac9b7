"""Accounts of a store, how their reports came, and what rests on one alone."""

import sqlite3

import pytest

from standoff.store.asking.accounts import (
    AccountsAsked,
    Counted,
    accounts_of,
    list_accounts,
    list_and_count,
    outlet_names,
    whole_account,
)
from standoff.store.asking.listed import Page
from standoff.store.asking.resting import RestingKind, list_resting
from standoff.store.asking.topics import TopicsAsked, list_topics
from tests.store.asking.ferry_crisis import (
    ALONE,
    BRANDT_TOLD,
    COPIED,
    COPY,
    EXCERPT,
    HAPPENING,
    OBLIGATION,
    QUOTED,
    RELEASED,
    SINGLE,
    WIRE,
)

ALL = {COPIED.id, RELEASED.id, QUOTED.id, SINGLE.id}


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (AccountsAsked(), ALL),
        (AccountsAsked(outlet="The Sarn Post"), {COPIED.id, QUOTED.id}),
        (AccountsAsked(outlet="the sarn"), set()),
        (AccountsAsked(relation="copy"), {COPIED.id}),
        (AccountsAsked(relation="shared_release"), {RELEASED.id, QUOTED.id}),
        (AccountsAsked(several=True), {COPIED.id}),
        (AccountsAsked(several=False), ALL - {COPIED.id}),
        (AccountsAsked(q="ferries sarn"), {COPIED.id}),
        (AccountsAsked(q="snow", several=True), set()),
        (AccountsAsked(q="'; DROP TABLE accounts; --"), set()),
        (AccountsAsked(q="??"), set()),
    ],
)
def test_accounts_are_asked_for(ferries: sqlite3.Connection, asked: AccountsAsked, ids: set[str]) -> None:
    found, counted = list_and_count(ferries, asked, Page())
    assert {each.id for each in found.items} == ids
    assert found.total == len(ids) == counted.accounts
    assert counted.documents == sum(each.documents for each in found.items)


def test_an_account_of_a_topic_is_found_whole(ferries: sqlite3.Connection) -> None:
    topic = list_topics(ferries, TopicsAsked(document=COPY.id), Page()).items[0]
    (found,) = list_accounts(ferries, AccountsAsked(topic=topic.id), Page()).items
    assert (found.id, found.documents) == (COPIED.id, 3)


def test_the_biggest_come_first_or_the_earliest(ferries: sqlite3.Connection) -> None:
    assert list_accounts(ferries, AccountsAsked(), Page()).items[0].id == COPIED.id
    earliest = [each.id for each in list_accounts(ferries, AccountsAsked(order="earliest"), Page()).items]
    assert earliest[:2] == [SINGLE.id, COPIED.id]
    assert list_accounts(ferries, AccountsAsked(order="earliest"), Page(2, 1)).items[0].id == COPIED.id


def test_copies_count_once(ferries: sqlite3.Connection) -> None:
    for asked in (AccountsAsked(), AccountsAsked(order="earliest")):
        assert list_and_count(ferries, asked, Page(1, 1))[1] == Counted(documents=6, accounts=4, several=1)
    assert list_and_count(ferries, AccountsAsked(relation="copy"), Page(9))[1] == Counted(
        documents=3, accounts=1, several=1
    )
    assert outlet_names(ferries) == ("Harbour Office", "Isle Wire", "The Sarn Post")


def test_an_account_tells_its_origin_and_how_each_report_came(ferries: sqlite3.Connection) -> None:
    found = whole_account(ferries, COPIED.id)
    assert found is not None
    assert found.origin is not None
    assert found.origin.id == WIRE.id
    assert found.relations == {"copy": 1, "excerpt": 1, "rewrite": 1}
    assert found.outlets == ("Isle Wire", "The Sarn Post")
    came = {each.report.id: (each.relation, each.other and each.other.id, each.origin) for each in found.members}
    assert list(came) == [WIRE.id, COPY.id, EXCERPT.id], "in order of their days, the undated last"
    assert came[WIRE.id][2] == WIRE.id
    assert came[COPY.id] == ("copy", WIRE.id, WIRE.id)
    assert came[EXCERPT.id] == ("excerpt", WIRE.id, WIRE.id), "the relation that tells the origin, not the rewrite"


def test_one_report_came_from_nothing(ferries: sqlite3.Connection) -> None:
    found = whole_account(ferries, SINGLE.id)
    assert found is not None
    assert [(each.report.id, each.relation) for each in found.members] == [(ALONE.id, None)]
    assert found.origin is None
    assert whole_account(ferries, "none") is None
    assert accounts_of(ferries, ["none"]) == {}


@pytest.mark.parametrize(
    ("account", "kind", "ids"),
    [
        (COPIED.id, "happening", [HAPPENING.id]),
        (COPIED.id, "obligation", [OBLIGATION.id]),
        (COPIED.id, "utterance", [BRANDT_TOLD.id]),
        (QUOTED.id, "utterance", []),
        (SINGLE.id, "happening", []),
        ("none", "happening", []),
    ],
)
def test_what_rests_on_one_account_alone(
    ferries: sqlite3.Connection, account: str, kind: RestingKind, ids: list[str]
) -> None:
    found = list_resting(ferries, account, kind, Page())
    assert [each.id for each in found.items] == ids
    assert found.total == len(ids)


def test_it_is_called_by_the_words_of_a_report(ferries: sqlite3.Connection) -> None:
    told = {
        kind: list_resting(ferries, COPIED.id, kind, Page()).items[0]
        for kind in ("happening", "obligation", "utterance")
    }
    assert {kind: (each.told, each.label.words) for kind, each in told.items()} == {
        "happening": ("occurred", "Two ferries collided"),
        "obligation": ("detached", "The harbour will close"),
        "utterance": ("asserts", "The harbour will close"),
    }
