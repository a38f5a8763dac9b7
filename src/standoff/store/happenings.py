"""Happenings as rows: their events, participants and accounts, and what they were said to be over time."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from standoff.core.course import Happening, Stage
from standoff.core.findings import Independent
from standoff.core.span import Span
from standoff.core.vocabulary import EventType, Factuality, WhenBasis
from standoff.store.intervals import days, interval
from standoff.store.reasons import CountedRow, bounds, reason, why_of
from standoff.store.table import Links, Row, Table, grouped


class HappeningRow(CountedRow, frozen=True):
    """A happening without its parts."""

    id: str
    position: int
    label_document: str
    label_start: int
    label_end: int
    type: EventType
    factuality: Factuality
    when_since: str | None
    when_until: str | None
    when_basis: WhenBasis | None
    place: str | None
    documents: int


class StageRow(Row, frozen=True):
    """What a happening was said to be from one event on."""

    happening: str
    position: int
    factuality: Factuality
    event: str


HAPPENINGS = Table("happenings", HappeningRow, "position")
HAPPENING_EVENTS = Links("happening_events", "happening", "event")
HAPPENING_PARTICIPANTS = Links("happening_participants", "happening", "actor")
HAPPENING_ACCOUNTS = Links("happening_accounts", "happening", "account")
STAGES = Table("stages", StageRow, "happening, position")


def write_happenings(connection: sqlite3.Connection, happenings: Sequence[Happening]) -> None:
    """Add every happening."""
    known = [(happening.id, happening) for happening in happenings]
    HAPPENINGS.insert(connection, (_row(key, n, happening) for n, (key, happening) in enumerate(known)))
    HAPPENING_EVENTS.insert(connection, ((key, happening.events) for key, happening in known))
    HAPPENING_PARTICIPANTS.insert(connection, ((key, happening.participants) for key, happening in known))
    HAPPENING_ACCOUNTS.insert(connection, ((key, happening.accounts) for key, happening in known))
    stages = (
        StageRow(happening=key, position=n, factuality=stage.factuality, event=stage.event)
        for key, happening in known
        for n, stage in enumerate(happening.course)
    )
    STAGES.insert(connection, stages)


def read_happenings(connection: sqlite3.Connection) -> tuple[Happening, ...]:
    """Every happening, as written."""
    events, accounts = HAPPENING_EVENTS.select(connection), HAPPENING_ACCOUNTS.select(connection)
    participants = HAPPENING_PARTICIPANTS.select(connection)
    stages = grouped(STAGES.select(connection), lambda row: row.happening)
    return tuple(
        Happening(
            label=Span(row.label_document, row.label_start, row.label_end),
            type=row.type,
            factuality=row.factuality,
            when=interval(row.when_since, row.when_until),
            when_basis=row.when_basis,
            participants=participants[row.id],
            place=row.place,
            events=events[row.id],
            documents=row.documents,
            course=tuple(Stage(factuality=part.factuality, event=part.event) for part in stages.get(row.id, ())),
            accounts=accounts[row.id],
            independent=Independent(lower=row.lower, upper=row.upper),
            why=why_of(row),
        )
        for row in HAPPENINGS.select(connection)
    )


def _row(key: str, position: int, happening: Happening) -> HappeningRow:
    when_since, when_until = days(happening.when)
    return HappeningRow(
        id=key,
        position=position,
        label_document=happening.label.doc,
        label_start=happening.label.start,
        label_end=happening.label.end,
        type=happening.type,
        factuality=happening.factuality,
        when_since=when_since,
        when_until=when_until,
        when_basis=happening.when_basis,
        place=happening.place,
        documents=happening.documents,
        **bounds(happening.independent),
        **reason(happening.why),
    )
