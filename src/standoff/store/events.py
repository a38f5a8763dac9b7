"""Events as rows, and who takes part in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from standoff.core.records import Event
from standoff.core.span import Span
from standoff.core.vocabulary import EventType, Factuality, WhenBasis
from standoff.store.intervals import days, interval
from standoff.store.readings import PlacedRow
from standoff.store.reasons import reason, why_of
from standoff.store.table import Row, Table, grouped

Role = Literal["agent", "target", "participant"]


class EventRow(PlacedRow, frozen=True):
    """An event without those who take part."""

    type: EventType
    factuality: Factuality
    place: str | None
    when_since: str | None
    when_until: str | None
    when_basis: WhenBasis | None
    time: str | None
    carried_by: str | None


class ParticipantRow(Row, frozen=True):
    """A mention that takes part in an event."""

    event: str
    position: int
    mention: str
    role: Role


EVENTS = Table("events", EventRow, "document, position")
EVENT_PARTICIPANTS = Table("event_participants", ParticipantRow, "event, position")


def write_events(connection: sqlite3.Connection, events: Sequence[Event]) -> None:
    """Add the events of one document."""
    rows = [_row(position, event) for position, event in enumerate(events)]
    EVENTS.insert(connection, rows)
    parts = (part for row, event in zip(rows, events, strict=True) for part in _participant_rows(row.id, event))
    EVENT_PARTICIPANTS.insert(connection, parts)


def read_events(connection: sqlite3.Connection) -> Mapping[str, tuple[Event, ...]]:
    """The events of each document that has some."""
    parts = grouped(EVENT_PARTICIPANTS.select(connection), lambda row: row.event)
    rows = grouped(EVENTS.select(connection), lambda row: row.document)
    return {doc: tuple(_event(row, parts.get(row.id, ())) for row in found) for doc, found in rows.items()}


def _row(position: int, event: Event) -> EventRow:
    when_since, when_until = days(event.when)
    return EventRow(
        id=event.id,
        document=event.at.doc,
        position=position,
        start=event.at.start,
        end=event.at.end,
        type=event.type,
        factuality=event.factuality,
        place=event.place,
        when_since=when_since,
        when_until=when_until,
        when_basis=event.when_basis,
        time=event.time,
        carried_by=event.carried_by,
        **reason(event.why),
    )


def _participant_rows(key: str, event: Event) -> Iterator[ParticipantRow]:
    roles: tuple[tuple[Role, tuple[str, ...]], ...] = (
        ("agent", event.agents),
        ("target", event.targets),
        ("participant", event.participants),
    )
    parts = ((role, mention) for role, mentions in roles for mention in mentions)
    for position, (role, mention) in enumerate(parts):
        yield ParticipantRow(event=key, position=position, mention=mention, role=role)


def _event(row: EventRow, parts: Iterable[ParticipantRow]) -> Event:
    by_role = grouped(parts, lambda part: part.role)
    return Event(
        at=Span(row.document, row.start, row.end),
        type=row.type,
        factuality=row.factuality,
        agents=tuple(part.mention for part in by_role.get("agent", ())),
        targets=tuple(part.mention for part in by_role.get("target", ())),
        participants=tuple(part.mention for part in by_role.get("participant", ())),
        place=row.place,
        when=interval(row.when_since, row.when_until),
        when_basis=row.when_basis,
        time=row.time,
        carried_by=row.carried_by,
        why=why_of(row),
    )
