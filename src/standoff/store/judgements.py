"""Judgements as rows: appended in the order they are given, kept through every build."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from standoff.core.judgements import Judgement
from standoff.core.vocabulary import Verdict
from standoff.store.table import Row, Table


class JudgementRow(Row, frozen=True):
    """A judgement."""

    position: int
    subject: str
    verdict: Verdict
    other: str | None
    by: str
    on: str
    note: str | None


JUDGEMENTS = Table("judgements", JudgementRow, "position")


def append_judgements(connection: sqlite3.Connection, judgements: Sequence[Judgement]) -> None:
    """Add these after all that were given before."""
    (first,) = connection.execute("SELECT coalesce(max(position) + 1, 0) FROM judgements").fetchone()
    JUDGEMENTS.insert(connection, (_row(n, judgement) for n, judgement in enumerate(judgements, first)))


def read_judgements(connection: sqlite3.Connection) -> tuple[Judgement, ...]:
    """Every judgement, in the order they were given."""
    return tuple(_judgement(row) for row in JUDGEMENTS.select(connection))


def _row(position: int, judgement: Judgement) -> JudgementRow:
    return JudgementRow(
        position=position,
        subject=judgement.subject,
        verdict=judgement.verdict,
        other=judgement.other,
        by=judgement.by,
        on=judgement.on,
        note=judgement.note,
    )


def _judgement(row: JudgementRow) -> Judgement:
    return Judgement(subject=row.subject, verdict=row.verdict, other=row.other, by=row.by, on=row.on, note=row.note)
