"""Readouts as rows: two sides' accounts of one meeting, point by point."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from standoff.core.claims import Point, Readouts
from standoff.core.vocabulary import Agreement
from standoff.store.reasons import ReasonedRow, reason, why_of
from standoff.store.table import Row, Table, grouped, place, span_of


class ReadoutsRow(ReasonedRow, frozen=True):
    """Two accounts of a meeting, without the points."""

    id: str
    position: int
    happening: str
    left_document: str
    right_document: str
    left_side: str
    right_side: str


class PointRow(Row, frozen=True):
    """One point of a meeting."""

    readouts: str
    position: int
    agreement: Agreement
    left_document: str | None
    left_start: int | None
    left_end: int | None
    right_document: str | None
    right_start: int | None
    right_end: int | None


READOUTS = Table("readouts", ReadoutsRow, "position")
POINTS = Table("points", PointRow, "readouts, position")


def write_readouts(connection: sqlite3.Connection, readouts: Sequence[Readouts]) -> None:
    """Add every pair of readouts; the happenings that they are of must be there."""
    known = [(each.id, each) for each in readouts]
    READOUTS.insert(connection, (_row(key, n, each) for n, (key, each) in enumerate(known)))
    POINTS.insert(connection, (row for key, each in known for row in _point_rows(key, each)))


def read_readouts(connection: sqlite3.Connection) -> tuple[Readouts, ...]:
    """Every pair of readouts, as written."""
    points = grouped(POINTS.select(connection), lambda row: row.readouts)
    return tuple(
        Readouts(
            happening=row.happening,
            documents=(row.left_document, row.right_document),
            sides=(row.left_side, row.right_side),
            points=tuple(_point(part) for part in points.get(row.id, ())),
            why=why_of(row),
        )
        for row in READOUTS.select(connection)
    )


def _row(key: str, position: int, readouts: Readouts) -> ReadoutsRow:
    left_document, right_document = readouts.documents
    left_side, right_side = readouts.sides
    return ReadoutsRow(
        id=key,
        position=position,
        happening=readouts.happening,
        left_document=left_document,
        right_document=right_document,
        left_side=left_side,
        right_side=right_side,
        **reason(readouts.why),
    )


def _point_rows(readouts: str, record: Readouts) -> Iterator[PointRow]:
    for position, point in enumerate(record.points):
        left_document, left_start, left_end = place(point.left)
        right_document, right_start, right_end = place(point.right)
        yield PointRow(
            readouts=readouts,
            position=position,
            agreement=point.agreement,
            left_document=left_document,
            left_start=left_start,
            left_end=left_end,
            right_document=right_document,
            right_start=right_start,
            right_end=right_end,
        )


def _point(row: PointRow) -> Point:
    return Point(
        agreement=row.agreement,
        left=span_of(row.left_document, row.left_start, row.left_end),
        right=span_of(row.right_document, row.right_start, row.right_end),
    )
