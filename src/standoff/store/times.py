"""Time expressions as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from standoff.core.records import TimeExpression
from standoff.core.span import Span
from standoff.core.vocabulary import TimeType, WhenBasis
from standoff.store.intervals import days, interval
from standoff.store.readings import PlacedRow, why_of
from standoff.store.table import Table, ends, grouped, span_of


class TimeRow(PlacedRow, frozen=True):
    """A time expression."""

    type: TimeType
    value: str
    when_since: str | None
    when_until: str | None
    basis: WhenBasis | None
    reckoned_from_start: int | None
    reckoned_from_end: int | None
    needs: str | None


TIMES = Table("times", TimeRow, "document, position")


def write_times(connection: sqlite3.Connection, times: Sequence[TimeExpression]) -> None:
    """Add the time expressions of one document."""
    TIMES.insert(connection, (_row(position, time) for position, time in enumerate(times)))


def read_times(connection: sqlite3.Connection) -> Mapping[str, tuple[TimeExpression, ...]]:
    """The time expressions of each document that has some."""
    rows = grouped(TIMES.select(connection), lambda row: row.document)
    return {doc: tuple(map(_time, found)) for doc, found in rows.items()}


def _row(position: int, time: TimeExpression) -> TimeRow:
    when_since, when_until = days(time.when)
    reckoned_from_start, reckoned_from_end = ends(time.reckoned_from)
    return TimeRow(
        id=time.id,
        document=time.at.doc,
        position=position,
        start=time.at.start,
        end=time.at.end,
        type=time.type,
        value=time.value,
        when_since=when_since,
        when_until=when_until,
        basis=time.basis,
        reckoned_from_start=reckoned_from_start,
        reckoned_from_end=reckoned_from_end,
        needs=time.needs,
        finder=time.why.finder,
        score=time.why.score,
        detail=time.why.detail,
        runner_up=time.why.runner_up,
    )


def _time(row: TimeRow) -> TimeExpression:
    return TimeExpression(
        at=Span(row.document, row.start, row.end),
        type=row.type,
        value=row.value,
        when=interval(row.when_since, row.when_until),
        basis=row.basis,
        reckoned_from=span_of(row.document, row.reckoned_from_start, row.reckoned_from_end),
        needs=row.needs,
        why=why_of(row),
    )
