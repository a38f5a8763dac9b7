"""Figures as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from standoff.core.records import Figure
from standoff.core.span import Span
from standoff.core.vocabulary import FigureStatus, Hedge, WhenBasis
from standoff.store.intervals import days, interval
from standoff.store.readings import PlacedRow
from standoff.store.reasons import reason, why_of
from standoff.store.table import Table, ends, grouped, span_of


class FigureRow(PlacedRow, frozen=True):
    """A figure. ``where`` is a word of SQL, so the column is called ``place``."""

    low: float | None
    high: float | None
    unit: str | None
    what_start: int | None
    what_end: int | None
    place: str | None
    hedge: Hedge | None
    claimant: str | None
    carried_by: str | None
    as_of_since: str | None
    as_of_until: str | None
    as_of_basis: WhenBasis | None
    time: str | None
    status: FigureStatus


FIGURES = Table("figures", FigureRow, "document, position")


def write_figures(connection: sqlite3.Connection, figures: Sequence[Figure]) -> None:
    """Add the figures of one document."""
    FIGURES.insert(connection, (_row(position, figure) for position, figure in enumerate(figures)))


def read_figures(connection: sqlite3.Connection) -> Mapping[str, tuple[Figure, ...]]:
    """The figures of each document that has some."""
    rows = grouped(FIGURES.select(connection), lambda row: row.document)
    return {doc: tuple(map(_figure, found)) for doc, found in rows.items()}


def _row(position: int, figure: Figure) -> FigureRow:
    what_start, what_end = ends(figure.what)
    as_of_since, as_of_until = days(figure.as_of)
    return FigureRow(
        id=figure.id,
        document=figure.at.doc,
        position=position,
        start=figure.at.start,
        end=figure.at.end,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        what_start=what_start,
        what_end=what_end,
        place=figure.where,
        hedge=figure.hedge,
        claimant=figure.claimant,
        carried_by=figure.carried_by,
        as_of_since=as_of_since,
        as_of_until=as_of_until,
        as_of_basis=figure.as_of_basis,
        time=figure.time,
        status=figure.status,
        **reason(figure.why),
    )


def _figure(row: FigureRow) -> Figure:
    return Figure(
        at=Span(row.document, row.start, row.end),
        low=row.low,
        high=row.high,
        unit=row.unit,
        what=span_of(row.document, row.what_start, row.what_end),
        where=row.place,
        hedge=row.hedge,
        claimant=row.claimant,
        carried_by=row.carried_by,
        as_of=interval(row.as_of_since, row.as_of_until),
        as_of_basis=row.as_of_basis,
        time=row.time,
        status=row.status,
        why=why_of(row),
    )
