"""Time expressions as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from standoff.core.records import Reckoning, TimeExpression
from standoff.core.span import Span
from standoff.core.vocabulary import Grain, TimeModifier, TimeType, Way, WhenBasis
from standoff.store.intervals import days, interval
from standoff.store.readings import PlacedRow
from standoff.store.reasons import reason, why_of
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
    reckoning_grain: Grain | None
    reckoning_steps: int | None
    reckoning_way: Way | None
    reckoning_mod: TimeModifier | None


TIMES = Table("times", TimeRow, "document, position")


def write_times(connection: sqlite3.Connection, times: Sequence[TimeExpression]) -> None:
    """Add the time expressions of one document."""
    TIMES.insert(connection, (_row(position, time) for position, time in enumerate(times)))


def read_times(connection: sqlite3.Connection) -> Mapping[str, tuple[TimeExpression, ...]]:
    """The time expressions of each document that has some."""
    rows = grouped(TIMES.select(connection), lambda row: row.document)
    return {doc: tuple(map(time_of, found)) for doc, found in rows.items()}


def _row(position: int, time: TimeExpression) -> TimeRow:
    when_since, when_until = days(time.when)
    reckoned_from_start, reckoned_from_end = ends(time.reckoned_from)
    how = time.reckoning
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
        reckoning_grain=how.grain if how is not None else None,
        reckoning_steps=how.steps if how is not None else None,
        reckoning_way=how.way if how is not None else None,
        reckoning_mod=how.mod if how is not None else None,
        **reason(time.why),
    )


def time_of(row: TimeRow) -> TimeExpression:
    """The time expression that a row holds."""
    return TimeExpression(
        at=Span(row.document, row.start, row.end),
        type=row.type,
        value=row.value,
        when=interval(row.when_since, row.when_until),
        basis=row.basis,
        reckoned_from=span_of(row.document, row.reckoned_from_start, row.reckoned_from_end),
        needs=row.needs,
        reckoning=_reckoning(row),
        why=why_of(row),
    )


def _reckoning(row: TimeRow) -> Reckoning | None:
    if row.reckoning_grain is None:
        return None
    return Reckoning(grain=row.reckoning_grain, steps=row.reckoning_steps, way=row.reckoning_way, mod=row.reckoning_mod)
