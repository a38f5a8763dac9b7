"""Events: what one text says that happened, is planned, might happen or is denied."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import EventType, Factuality, WhenBasis
from standoff.core.when import When
from standoff.store.asking.conditions import Condition, among, equal, overlapping, published_by, where
from standoff.store.asking.listed import ActorName, Listed, Page, Words, in_chunks, listed, marks, when_of, why_of
from standoff.store.asking.matching import told_where
from standoff.store.asking.parties import party
from standoff.store.asking.words import Place, actor_names, read_words

Part = Literal["agent", "target", "participant"]


class EventsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which events are asked for: all of what is given must hold."""

    q: str | None = None
    """Words that stand in its paragraph."""
    actor: str | None = None
    """The id of an actor who takes part, or words of its name."""
    type: EventType | None = None
    factuality: Factuality | None = None
    since: date | None = None
    """From this day on."""
    until: date | None = None
    """Before this day."""
    document: str | None = None
    as_of: date | None = None
    """Told in a report published on this day or before."""


class TakesPart(msgspec.Struct, frozen=True, kw_only=True):
    """Who takes part, in the words of the text, and which actor that is."""

    part: Part
    words: str
    actor: ActorName | None


class ListedEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its words."""

    id: str
    words: Words
    """The trigger."""
    type: EventType
    factuality: Factuality
    participants: tuple[TakesPart, ...]
    """In order of place."""
    place: str | None
    when: When | None
    when_basis: WhenBasis | None
    carried_by: str | None
    """The id of the attribution in whose content it stands."""
    account: str | None
    happening: str | None
    why: Why


SELECT = """SELECT events.id, events.document, events.start, events."end", events.type, events.factuality,
    substr(there.text, places.start + 1, places."end" - places.start),
    coalesce(events.when_since, settled_times.when_since), coalesce(events.when_until, settled_times.when_until),
    CASE WHEN events.when_since IS NULL AND settled_times.time IS NOT NULL THEN 'linked' ELSE events.when_basis END,
    events.carried_by, account_documents.account, happening_events.happening,
    events.finder, events.score, events.detail, events.runner_up
FROM events
LEFT JOIN settled_times ON settled_times.time = events.time
LEFT JOIN mentions AS places ON places.id = events.place
LEFT JOIN documents AS there ON there.id = places.document
LEFT JOIN account_documents ON account_documents.document = events.document
LEFT JOIN happening_events ON happening_events.event = events.id"""


def list_events(connection: sqlite3.Connection, asked: EventsAsked, page: Page) -> Listed[ListedEvent]:
    """Events in the order of their reports' ids and of their places, a page of them."""
    condition = _condition(asked)
    (total,) = connection.execute(f"SELECT count(*) FROM events{condition.sql}", condition.values).fetchone()  # noqa: S608
    ids = connection.execute(
        f"SELECT id FROM events{condition.sql} ORDER BY document, position LIMIT ? OFFSET ?",  # noqa: S608
        (*condition.values, page.size, page.offset),
    ).fetchall()
    known = events_of(connection, [key for (key,) in ids])
    return listed([known[key] for (key,) in ids], total, page)


def events_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ListedEvent]:
    """Events by their ids."""
    rows = in_chunks(
        lambda chunk: connection.execute(f"{SELECT} WHERE events.id IN ({marks(chunk)})", chunk).fetchall(),
        sorted(set(ids)),
    )
    known = msgspec.convert(rows, list[_Row])
    parts = _parts(connection, [row.id for row in known])
    words = read_words(connection, (row.at for row in known))
    return {row.id: _told(row, parts[row.id], words) for row in known}


def whole_event(connection: sqlite3.Connection, key: str) -> ListedEvent | None:
    """One event; ``None`` where there is none of this id."""
    return events_of(connection, [key]).get(key)


def _condition(asked: EventsAsked) -> Condition:
    acting = """events.id IN (SELECT event FROM event_participants
        JOIN mention_actors ON mention_actors.mention = event_participants.mention WHERE mention_actors.actor {})"""
    return where(
        [
            among(party(asked.actor), acting),
            equal("events.type", asked.type),
            equal("events.factuality", asked.factuality),
            overlapping("events.when_since", "events.when_until", asked.since, asked.until),
            equal("events.document", asked.document),
            told_where("events.id IN (SELECT events.id", "events", asked.q),
            published_by("events.document", asked.as_of),
        ]
    )


class _Row(msgspec.Struct, frozen=True, array_like=True):
    id: str
    document: str
    start: int
    end: int
    type: EventType
    factuality: Factuality
    place: str | None
    when_since: str | None
    when_until: str | None
    when_basis: WhenBasis | None
    carried_by: str | None
    account: str | None
    happening: str | None
    finder: str
    score: float
    detail: str
    runner_up: str | None

    @property
    def at(self) -> Place:
        """Where its trigger stands."""
        return self.document, self.start, self.end


def _parts(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, Sequence[TakesPart]]:
    """Who takes part in each, in order."""
    query = """SELECT event, role, substr(documents.text, mentions.start + 1, mentions."end" - mentions.start),
            mention_actors.actor
        FROM event_participants
        JOIN mentions ON mentions.id = event_participants.mention
        JOIN documents ON documents.id = mentions.document
        LEFT JOIN mention_actors ON mention_actors.mention = mentions.id
        WHERE event IN ({}) ORDER BY event, event_participants.position"""
    rows = in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), ids)
    names = actor_names(connection, (actor for *_, actor in rows if actor is not None))
    found: defaultdict[str, list[TakesPart]] = defaultdict(list)
    for event, part, words, actor in rows:
        found[event].append(TakesPart(part=part, words=words, actor=None if actor is None else names[actor]))
    return found


def _told(row: _Row, parts: Sequence[TakesPart], words: Mapping[Place, Words]) -> ListedEvent:
    return ListedEvent(
        id=row.id,
        words=words[row.at],
        type=row.type,
        factuality=row.factuality,
        participants=tuple(parts),
        place=row.place,
        when=when_of(row.when_since, row.when_until),
        when_basis=row.when_basis,
        carried_by=row.carried_by,
        account=row.account,
        happening=row.happening,
        why=why_of(row.finder, row.score, row.detail, row.runner_up),
    )
