"""Days as rows: the sentences that tell each best, the documents that name it and their accounts."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from standoff.core.course import Day
from standoff.core.findings import Independent
from standoff.core.span import Span
from standoff.store import intervals
from standoff.store.reasons import CountedRow, bounds, reason, why_of
from standoff.store.table import Links, Row, Table, grouped


class DayRow(CountedRow, frozen=True):
    """A day without its parts."""

    id: str
    position: int
    when_since: str
    when_until: str


class DaySentenceRow(Row, frozen=True):
    """A sentence that tells a day; the best has the first position."""

    day: str
    position: int
    document: str
    start: int
    end: int


DAYS = Table("days", DayRow, "position")
DAY_SENTENCES = Table("day_sentences", DaySentenceRow, "day, position")
DAY_DOCUMENTS = Links("day_documents", "day", "document")
DAY_ACCOUNTS = Links("day_accounts", "day", "account")


def write_days(connection: sqlite3.Connection, days: Sequence[Day]) -> None:
    """Add every day."""
    known = [(day.id, day) for day in days]
    DAYS.insert(connection, (_row(key, n, day) for n, (key, day) in enumerate(known)))
    sentences = (
        DaySentenceRow(day=key, position=n, document=span.doc, start=span.start, end=span.end)
        for key, day in known
        for n, span in enumerate(day.sentences)
    )
    DAY_SENTENCES.insert(connection, sentences)
    DAY_DOCUMENTS.insert(connection, ((key, day.documents) for key, day in known))
    DAY_ACCOUNTS.insert(connection, ((key, day.accounts) for key, day in known))


def read_days(connection: sqlite3.Connection) -> tuple[Day, ...]:
    """Every day, as written."""
    sentences = grouped(DAY_SENTENCES.select(connection), lambda row: row.day)
    documents, accounts = DAY_DOCUMENTS.select(connection), DAY_ACCOUNTS.select(connection)
    return tuple(
        _day(row, sentences.get(row.id, ()), documents[row.id], accounts[row.id]) for row in DAYS.select(connection)
    )


def _row(key: str, position: int, day: Day) -> DayRow:
    since, until = intervals.days(day.when)
    assert since is not None, "an interval has two ends, open or not"
    assert until is not None, "an interval has two ends, open or not"
    return DayRow(
        id=key,
        position=position,
        when_since=since,
        when_until=until,
        **bounds(day.independent),
        **reason(day.why),
    )


def _day(
    row: DayRow, sentences: Sequence[DaySentenceRow], documents: tuple[str, ...], accounts: tuple[str, ...]
) -> Day:
    when = intervals.interval(row.when_since, row.when_until)
    assert when is not None, "both columns are filled"
    return Day(
        when=when,
        sentences=tuple(Span(part.document, part.start, part.end) for part in sentences),
        documents=documents,
        accounts=accounts,
        independent=Independent(lower=row.lower, upper=row.upper),
        why=why_of(row),
    )
