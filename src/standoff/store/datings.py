"""Datings as rows: when documents were published that do not tell it, and what that rests on."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from standoff.core.findings import Dating
from standoff.core.records import Why
from standoff.store.intervals import days, interval
from standoff.store.table import Row, Table, grouped


class DatingRow(Row, frozen=True):
    """A dating without its parts."""

    document: str
    position: int
    published_since: str
    published_until: str
    finder: str
    score: float
    detail: str
    runner_up: str | None


class DatingDocumentRow(Row, frozen=True):
    """A document that a dating rests on."""

    dating: str
    position: int
    document: str


class DatingTimeRow(Row, frozen=True):
    """A time expression that agrees with a dating."""

    dating: str
    position: int
    time: str


DATINGS = Table("datings", DatingRow, "position")
DATING_DOCUMENTS = Table("dating_documents", DatingDocumentRow, "dating, position")
DATING_TIMES = Table("dating_times", DatingTimeRow, "dating, position")


def write_datings(connection: sqlite3.Connection, datings: Sequence[Dating]) -> None:
    """Add every dating."""
    for position, dating in enumerate(datings):
        key = dating.document
        DATINGS.insert(connection, [_row(position, dating)])
        DATING_DOCUMENTS.insert(
            connection,
            (DatingDocumentRow(dating=key, position=n, document=doc) for n, doc in enumerate(dating.documents)),
        )
        DATING_TIMES.insert(
            connection, (DatingTimeRow(dating=key, position=n, time=time) for n, time in enumerate(dating.times))
        )


def read_datings(connection: sqlite3.Connection) -> tuple[Dating, ...]:
    """Every dating, as written."""
    documents = grouped(DATING_DOCUMENTS.select(connection), lambda row: row.dating)
    times = grouped(DATING_TIMES.select(connection), lambda row: row.dating)
    return tuple(
        _dating(row, documents.get(row.document, ()), times.get(row.document, ())) for row in DATINGS.select(connection)
    )


def _row(position: int, dating: Dating) -> DatingRow:
    since, until = days(dating.published)
    assert since is not None, "an interval has two ends, open or not"
    assert until is not None, "an interval has two ends, open or not"
    return DatingRow(
        document=dating.document,
        position=position,
        published_since=since,
        published_until=until,
        finder=dating.why.finder,
        score=dating.why.score,
        detail=dating.why.detail,
        runner_up=dating.why.runner_up,
    )


def _dating(row: DatingRow, documents: Sequence[DatingDocumentRow], times: Sequence[DatingTimeRow]) -> Dating:
    published = interval(row.published_since, row.published_until)
    assert published is not None, "both columns are filled"
    return Dating(
        document=row.document,
        published=published,
        documents=tuple(part.document for part in documents),
        times=tuple(part.time for part in times),
        why=Why(row.finder, row.score, row.detail, row.runner_up),
    )
