"""Datings as rows: when documents were published that do not tell it, what that rests on, and what it settles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from standoff.core.findings import Dating
from standoff.core.records import Study, TimeExpression
from standoff.core.settle import settled
from standoff.store.intervals import days, interval
from standoff.store.reasons import ReasonedRow, reason, why_of
from standoff.store.table import Links, Row, Table


class DatingRow(ReasonedRow, frozen=True):
    """A dating without its parts."""

    document: str
    position: int
    published_since: str
    published_until: str


class SettledTimeRow(Row, frozen=True):
    """A time expression as a dating settles it."""

    time: str
    value: str
    when_since: str
    when_until: str


DATINGS = Table("datings", DatingRow, "position")
DATING_DOCUMENTS = Links("dating_documents", "dating", "document")
DATING_TIMES = Links("dating_times", "dating", "time")
SETTLED_TIMES = Table("settled_times", SettledTimeRow, "time")


def write_datings(connection: sqlite3.Connection, datings: Sequence[Dating], studies: Sequence[Study]) -> None:
    """Add every dating, and for the views what each settles of the times in its document's study."""
    DATINGS.insert(connection, (_row(position, dating) for position, dating in enumerate(datings)))
    DATING_DOCUMENTS.insert(connection, ((dating.document, dating.documents) for dating in datings))
    DATING_TIMES.insert(connection, ((dating.document, dating.times) for dating in datings))
    SETTLED_TIMES.insert(connection, (_settled_row(time) for time in _settled_times(datings, studies)))


def read_datings(connection: sqlite3.Connection) -> tuple[Dating, ...]:
    """Every dating, as written."""
    documents, times = DATING_DOCUMENTS.select(connection), DATING_TIMES.select(connection)
    return tuple(dating_of(row, documents[row.document], times[row.document]) for row in DATINGS.select(connection))


def _row(position: int, dating: Dating) -> DatingRow:
    since, until = days(dating.published)
    assert since is not None, "an interval has two ends, open or not"
    assert until is not None, "an interval has two ends, open or not"
    return DatingRow(
        document=dating.document,
        position=position,
        published_since=since,
        published_until=until,
        **reason(dating.why),
    )


def _settled_times(datings: Sequence[Dating], studies: Sequence[Study]) -> Iterator[TimeExpression]:
    published = {dating.document: dating.published for dating in datings}
    for study in studies:
        now = settled(study, published.get(study.doc))
        yield from (time for time, before in zip(now.times, study.times, strict=True) if time is not before)


def _settled_row(time: TimeExpression) -> SettledTimeRow:
    since, until = days(time.when)
    assert since is not None, "what has a basis has an interval"
    assert until is not None, "what has a basis has an interval"
    return SettledTimeRow(time=time.id, value=time.value, when_since=since, when_until=until)


def dating_of(row: DatingRow, documents: tuple[str, ...], times: tuple[str, ...]) -> Dating:
    """The dating that a row holds, resting on these documents and times."""
    published = interval(row.published_since, row.published_until)
    assert published is not None, "both columns are filled"
    return Dating(document=row.document, published=published, documents=documents, times=times, why=why_of(row))
