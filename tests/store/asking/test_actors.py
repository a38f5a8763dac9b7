"""Who the actors of a store are: in which order they stand, what they are called and why, with whom they deal."""

import inspect
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from standoff.core.records import Why
from standoff.core.when import When
from standoff.resolve.actors import bodies, people
from standoff.store.asking.actors import ActorsAsked, actors_of, list_actors, whole_actor
from standoff.store.asking.called import SPELLED, JoinTold, slip, slips
from standoff.store.asking.dealt import COOPERATION, dealings_among, parts_played
from standoff.store.asking.listed import Page
from tests.store.asking.port_crisis import MARN_ID, ORLAN_ID, TALKS, WORKERS_ID, write_port_crisis


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(write_port_crisis(tmp_path_factory.mktemp("store") / "x.standoff"))) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (ActorsAsked(), [MARN_ID, ORLAN_ID, WORKERS_ID]),
        (ActorsAsked(order="name"), [MARN_ID, ORLAN_ID, WORKERS_ID]),
        (ActorsAsked(order="mentions"), [MARN_ID, ORLAN_ID, WORKERS_ID]),
        (ActorsAsked(order="reports"), [MARN_ID, ORLAN_ID, WORKERS_ID]),
        (ActorsAsked(named=False), [WORKERS_ID]),
        (ActorsAsked(named=True), [MARN_ID, ORLAN_ID]),
        (ActorsAsked(type="state"), [ORLAN_ID]),
        (ActorsAsked(country="xa"), [ORLAN_ID]),
        (ActorsAsked(country="XA", type="person"), []),
        (ActorsAsked(q="ilza"), [MARN_ID]),
        (ActorsAsked(q="ilz"), [MARN_ID]),
        (ActorsAsked(q="minister marn"), [MARN_ID]),
        (ActorsAsked(q=ORLAN_ID), [ORLAN_ID]),
        (ActorsAsked(q="'; DROP TABLE actors; --"), []),
        (ActorsAsked(q="??"), []),
    ],
)
def test_actors_are_asked_for(connection: sqlite3.Connection, asked: ActorsAsked, ids: list[str]) -> None:
    found = list_actors(connection, asked, Page())
    assert [each.id for each in found.items] == ids
    assert found.total == len(ids)


def test_a_page_is_a_part_of_the_list(connection: sqlite3.Connection) -> None:
    assert [each.id for each in list_actors(connection, ActorsAsked(), Page(2, 1)).items] == [ORLAN_ID]
    assert list_actors(connection, ActorsAsked(), Page(9, 1)).items == ()


def test_an_actor_is_told_with_what_it_is_met_with(connection: sqlite3.Connection) -> None:
    marn = actors_of(connection, [MARN_ID, "none"])[MARN_ID]
    assert (marn.names, marn.documents, marn.mentions, marn.utterances, marn.happenings) == (4, 4, 6, 1, 1)


def test_names_are_counted_and_other_spellings_marked_with_the_reason(connection: sqlite3.Connection) -> None:
    marn = whole_actor(connection, MARN_ID)
    assert marn is not None
    called = {each.name: each for each in marn.called}
    assert {name: (each.mentions, each.documents, each.form) for name, each in called.items()} == {
        "Ilse Marn": (2, 2, "name"),
        "Ilza Marn": (1, 1, "name"),
        "MARN": (1, 1, "name"),
        "The Prime Minister": (1, 1, "description"),
    }
    assert marn.callings == 4
    assert {name for name, each in called.items() if each.mangled} == {"Ilza Marn"}
    assert called["Ilza Marn"].mangled is not None
    assert called["Ilza Marn"].mangled.why.detail == "ilse and ilza sound alike"
    assert (called["Ilse Marn"].first.path, called["Ilse Marn"].first.words) == ("wire.txt", "Ilse Marn")


def test_joins_of_two_names_are_told_the_most_doubtful_first(connection: sqlite3.Connection) -> None:
    marn = whole_actor(connection, MARN_ID)
    assert marn is not None
    assert [(join.left, join.right, join.spelled) for join in marn.joins] == [
        ("Ilse Marn", "Ilza Marn", True),
        ("Ilse Marn", "MARN", False),
    ]


def test_titles_are_told_with_their_time(connection: sqlite3.Connection) -> None:
    marn = whole_actor(connection, MARN_ID)
    assert marn is not None
    assert [(role.text, role.tense, role.times, role.documents, role.first.path) for role in marn.roles] == [
        ("Prime Minister", "present", 2, 2, "wire.txt"),
        ("Premier", "past", 1, 1, "post.txt"),
    ]
    assert marn.roles[0].last == When.parse("2031-04-03")


def test_who_is_meant_by_anothers_name_is_told_on_both_sides(connection: sqlite3.Connection) -> None:
    marn, orlan = whole_actor(connection, MARN_ID), whole_actor(connection, ORLAN_ID)
    assert marn is not None
    assert orlan is not None
    assert [(each.actor.name, each.first.words) for each in marn.stood_for_by] == [("Orlan", "Orlan")]
    assert [[who.name for who in each.means] for each in orlan.stands_for] == [["Ilse Marn"]]


def test_talks_are_dealings_of_both(connection: sqlite3.Connection) -> None:
    marn, orlan = whole_actor(connection, MARN_ID), whole_actor(connection, ORLAN_ID)
    assert marn is not None
    assert orlan is not None
    for one, other in ((marn, "Orlan"), (orlan, "Ilse Marn")):
        dealings = [(d.other.name, d.cooperation, d.conflict, d.cooperation_met, d.conflict_met) for d in one.dealings]
        assert dealings == [(other, 1, 0, 1, 0)]
    parties, counts = dealings_among(connection)
    assert {party.name for party in parties} == {"Ilse Marn", "Orlan"}
    assert {(each.doer, each.sufferer, each.type, each.happenings) for each in counts} == {
        (MARN_ID, ORLAN_ID, "CONSULT", 1),
        (ORLAN_ID, MARN_ID, "CONSULT", 1),
    }


def test_the_part_an_actor_plays_is_told(connection: sqlite3.Connection) -> None:
    assert parts_played(connection, MARN_ID, [TALKS.id]) == {TALKS.id: ["agent"]}
    assert parts_played(connection, WORKERS_ID, [TALKS.id]) == {}


def test_there_is_no_actor_of_another_id(connection: sqlite3.Connection) -> None:
    assert whole_actor(connection, "none") is None


def test_half_of_the_event_types_are_cooperation() -> None:
    """PLOVER's quad classes: verbal and material cooperation have seven types of the sixteen."""
    assert len(set(COOPERATION)) == 7
    assert {"AGREE", "AID"} < set(COOPERATION)
    assert not {"ASSAULT", "ACCUSE"} & set(COOPERATION)


@pytest.mark.parametrize("phrase", SPELLED)
def test_the_reasons_of_spellings_are_those_that_actors_are_joined_with(phrase: str) -> None:
    assert phrase in inspect.getsource(people) + inspect.getsource(bodies)


@pytest.mark.parametrize(
    ("called", "detail", "is_marked"),
    [
        ("Ilza Marn", "ilse and ilza sound alike", True),
        ("I. Marn", "one surname, given names alike, in two texts", False),
        ("Ilsa Marn", "one surname, given names alike, in two texts", True),
        ("Lili Marn", "one surname, given names alike, in two texts", False),
        ("Ilse X. Marn", "marn and marm differ in one letter; given names alike", False),
        ("Ilse Marm", "marn and marm differ in one letter; given names alike", True),
        ("Marn", "the surname alone for the full name, in one text", False),
        ("Vessia's leader", "no other leader is named in these texts", False),
    ],
)
def test_only_other_spellings_are_marked(called: str, detail: str, is_marked: bool) -> None:
    join = JoinTold(left=called, right="Ilse Marn", why=Why("hand", 0.9, detail))
    assert (slip(called, slips([join], "Ilse Marn")) is not None) == is_marked
