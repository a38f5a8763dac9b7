"""What people decided, by its records, whatever has become of them; and any record by its id alone."""

import sqlite3

import pytest

from standoff.store.asking.judgements import JudgementsAsked, list_judgements, standing_judgements
from standoff.store.asking.listed import Page
from standoff.store.asking.named_records import kinds_of, named_records, readings_of
from tests.store.asking.ferry_crisis import (
    ACTOR,
    BRANDT,
    BRANDT_SAID,
    BRANDT_TOLD,
    CLOSING,
    COLLIDED,
    COLLIDED_TOO,
    FELL,
    HAPPENING,
    OBLIGATION,
)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        (JudgementsAsked(), [4, 3, 2, 1]),
        (JudgementsAsked(verdict="wrong"), [4, 1]),
        (JudgementsAsked(by="B. Reader"), [2]),
        (JudgementsAsked(record=FELL.id), [3, 2]),
        (JudgementsAsked(stands=True), [4, 1]),
        (JudgementsAsked(stands=False), [3, 2]),
        (JudgementsAsked(record="' OR 1"), []),
    ],
)
def test_judgements_are_asked_for(ferries: sqlite3.Connection, asked: JudgementsAsked, numbers: list[int]) -> None:
    found = list_judgements(ferries, asked, Page())
    assert [each.number for each in found.items] == numbers
    assert found.total == len(numbers)


def test_a_judgement_tells_what_it_is_about(ferries: sqlite3.Connection) -> None:
    gone, _, same, wrong = list_judgements(ferries, JudgementsAsked(), Page()).items
    assert (wrong.subject.kind, wrong.subject.name, wrong.note) == ("event", "collided", "a near miss")
    assert wrong.subject.finding == HAPPENING.id
    assert not wrong.waits
    assert same.other is not None
    assert (same.other.id, same.stands) == (FELL.id, False)
    assert (gone.subject.kind, gone.subject.name) == (None, "")


def test_what_was_taken_back_does_not_stand(ferries: sqlite3.Connection) -> None:
    assert [(each.number, each.subject.id) for each in standing_judgements(ferries)] == [(1, COLLIDED.id), (4, "gone")]


@pytest.mark.parametrize(
    ("key", "kind", "name", "readings"),
    [
        (BRANDT.id, "mention", "Ola Brandt", (BRANDT.id,)),
        (BRANDT_SAID.id, "attribution", "The harbour will close", (BRANDT_SAID.id,)),
        (CLOSING.id, "commitment", "The harbour will close", (CLOSING.id,)),
        (ACTOR.id, "actor", "Ola Brandt", (BRANDT.id,)),
        (BRANDT_TOLD.id, "utterance", "The harbour will close", (BRANDT_SAID.id,)),
        (OBLIGATION.id, "obligation", "The harbour will close", (CLOSING.id,)),
    ],
)
def test_a_record_is_known_by_its_id(
    ferries: sqlite3.Connection, key: str, kind: str, name: str, readings: tuple[str, ...]
) -> None:
    found = named_records(ferries, [key])[key]
    assert (found.kind, found.name) == (kind, name)
    known = kinds_of(ferries, [key])
    assert readings_of(ferries, key, known[key]) == readings


def test_readings_of_a_finding_are_in_order_of_place(ferries: sqlite3.Connection) -> None:
    both = sorted((COLLIDED, COLLIDED_TOO), key=lambda each: each.at)
    assert readings_of(ferries, HAPPENING.id, "happening") == tuple(each.id for each in both)


def test_many_ids_are_asked_for_at_once(ferries: sqlite3.Connection) -> None:
    ids = [f"none{number}" for number in range(1000)]
    found = named_records(ferries, [*ids, COLLIDED.id])
    assert len(found) == 1001
    assert [key for key, each in found.items() if each.kind is not None] == [COLLIDED.id]
