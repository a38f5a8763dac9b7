"""Discrepancies as rows, with what each account says."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from standoff.core.claims import Discrepancy, Side
from standoff.core.span import Span
from standoff.core.vocabulary import Cause, Check, Severity
from standoff.store.reasons import ReasonedRow, reason, why_of
from standoff.store.table import Row, Table, grouped


class DiscrepancyRow(ReasonedRow, frozen=True):
    """A discrepancy without its sides."""

    id: str
    position: int
    check: Check
    sentence: str
    cause: Cause
    severity: Severity
    about: str | None


class SideRow(Row, frozen=True):
    """What one account says."""

    discrepancy: str
    position: int
    document: str
    start: int
    end: int
    reading: str | None
    speaker: str | None


DISCREPANCIES = Table("discrepancies", DiscrepancyRow, "position")
SIDES = Table("sides", SideRow, "discrepancy, position")


def write_discrepancies(connection: sqlite3.Connection, discrepancies: Sequence[Discrepancy]) -> None:
    """Add every discrepancy."""
    known = [(each.id, each) for each in discrepancies]
    DISCREPANCIES.insert(connection, (_row(key, n, each) for n, (key, each) in enumerate(known)))
    SIDES.insert(connection, (row for key, each in known for row in _side_rows(key, each)))


def read_discrepancies(connection: sqlite3.Connection) -> tuple[Discrepancy, ...]:
    """Every discrepancy, as written."""
    sides = grouped(SIDES.select(connection), lambda row: row.discrepancy)
    return tuple(
        Discrepancy(
            check=row.check,
            sentence=row.sentence,
            sides=tuple(_side(part) for part in sides.get(row.id, ())),
            cause=row.cause,
            severity=row.severity,
            about=row.about,
            why=why_of(row),
        )
        for row in DISCREPANCIES.select(connection)
    )


def _row(key: str, position: int, discrepancy: Discrepancy) -> DiscrepancyRow:
    return DiscrepancyRow(
        id=key,
        position=position,
        check=discrepancy.check,
        sentence=discrepancy.sentence,
        cause=discrepancy.cause,
        severity=discrepancy.severity,
        about=discrepancy.about,
        **reason(discrepancy.why),
    )


def _side_rows(discrepancy: str, record: Discrepancy) -> Iterator[SideRow]:
    for position, side in enumerate(record.sides):
        yield SideRow(
            discrepancy=discrepancy,
            position=position,
            document=side.at.doc,
            start=side.at.start,
            end=side.at.end,
            reading=side.reading,
            speaker=side.speaker,
        )


def _side(row: SideRow) -> Side:
    return Side(at=Span(row.document, row.start, row.end), reading=row.reading, speaker=row.speaker)
