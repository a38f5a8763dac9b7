"""Judgements: what people decided, with the records it is about, the newest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import msgspec

from standoff.core.vocabulary import Verdict
from standoff.store.asking.conditions import Condition, equal, where
from standoff.store.asking.listed import Listed, Page, listed
from standoff.store.asking.named_records import NamedRecord, named_records

STANDS = """verdict <> 'unsure' AND NOT EXISTS (
    SELECT 1 FROM judgements AS later WHERE later.position > judgements.position AND (
        (later.subject = judgements.subject AND later.other IS judgements.other)
        OR (later.subject = judgements.other AND later.other = judgements.subject)
    )
)"""
"""Of several on one record or pair the last counts, and "unsure" takes it back."""

COLUMNS = f"""position, subject, verdict, other, "by", "on", note, {STANDS},
    position >= (SELECT judgements FROM findings)"""  # noqa: S608 - ours


class JudgementsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which judgements are asked for: all of what is given must hold."""

    verdict: Verdict | None = None
    by: str | None = None
    """By the one of this name."""
    record: str | None = None
    """On the reading or discrepancy of this id, alone or with another."""
    stands: bool | None = None
    """That hold, or that were taken back or decided otherwise since."""


class ListedJudgement(msgspec.Struct, frozen=True, kw_only=True):
    """A decision, with what it is about."""

    number: int
    """Which of all that were given, from 1 on."""
    subject: NamedRecord
    verdict: Verdict
    other: NamedRecord | None
    by: str
    on: str
    """The day and time it was given, ISO 8601 in UTC."""
    note: str | None
    stands: bool
    """Whether nobody took it back or decided otherwise since."""
    waits: bool
    """Whether the findings were drawn before it was given."""


def list_judgements(connection: sqlite3.Connection, asked: JudgementsAsked, page: Page) -> Listed[ListedJudgement]:
    """Judgements, the newest first, a page of them."""
    condition = where(
        [equal("verdict", asked.verdict), equal('"by"', asked.by), _on(asked.record), _standing(asked.stands)]
    )
    (total,) = connection.execute(f"SELECT count(*) FROM judgements{condition.sql}", condition.values).fetchone()  # noqa: S608
    query = f"SELECT {COLUMNS} FROM judgements{condition.sql} ORDER BY position DESC LIMIT ? OFFSET ?"  # noqa: S608
    rows = connection.execute(query, (*condition.values, page.size, page.offset)).fetchall()
    return listed(_told(connection, rows), total, page)


def standing_judgements(connection: sqlite3.Connection) -> tuple[ListedJudgement, ...]:
    """Every judgement that stands, in the order they were given."""
    rows = connection.execute(f"SELECT {COLUMNS} FROM judgements WHERE {STANDS} ORDER BY position").fetchall()  # noqa: S608
    return tuple(_told(connection, rows))


def _on(record: str | None) -> Condition | None:
    return None if record is None else Condition("subject = ? OR other = ?", (record, record))


def _standing(stands: bool | None) -> Condition | None:
    return None if stands is None else Condition(STANDS if stands else f"NOT ({STANDS})")


def _told(connection: sqlite3.Connection, rows: Sequence[tuple[object, ...]]) -> list[ListedJudgement]:
    known = msgspec.convert(rows, list[_Row])
    named = named_records(connection, (key for row in known for key in (row.subject, row.other) if key is not None))
    return [
        ListedJudgement(
            number=row.position + 1,
            subject=named[row.subject],
            verdict=row.verdict,
            other=None if row.other is None else named[row.other],
            by=row.by,
            on=row.on,
            note=row.note,
            stands=bool(row.stands),
            waits=bool(row.waits),
        )
        for row in known
    ]


class _Row(msgspec.Struct, frozen=True, array_like=True):
    position: int
    subject: str
    verdict: Verdict
    other: str | None
    by: str
    on: str
    note: str | None
    stands: int
    waits: int
