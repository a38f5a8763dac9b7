"""Measures as rows: the claims that are made of one thing, and the figures that make them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence

from standoff.core.claims import Claim, Measure
from standoff.core.findings import Independent
from standoff.core.span import Span
from standoff.core.vocabulary import FigureStatus
from standoff.store.intervals import days, interval
from standoff.store.reasons import ReasonedRow, bounds, reason, why_of
from standoff.store.table import Row, Table, grouped


class MeasureRow(ReasonedRow, frozen=True):
    """A measure without its claims."""

    id: str
    position: int
    label_document: str
    label_start: int
    label_end: int
    unit: str | None
    status: FigureStatus


class ClaimRow(Row, frozen=True):
    """A claim without its figures."""

    measure: str
    position: int
    claimant: str | None
    low: float | None
    high: float | None
    as_of_since: str | None
    as_of_until: str | None
    lower: int
    upper: int


class ClaimFigureRow(Row, frozen=True):
    """A figure that makes a claim."""

    measure: str
    claim: int
    position: int
    figure: str


MEASURES = Table("measures", MeasureRow, "position")
CLAIMS = Table("claims", ClaimRow, "measure, position")
CLAIM_FIGURES = Table("claim_figures", ClaimFigureRow, "measure, claim, position")


def write_measures(connection: sqlite3.Connection, measures: Sequence[Measure]) -> None:
    """Add every measure. Raises ``ValueError`` where its figures are not those of its claims, each once."""
    known = [(measure.id, measure) for measure in measures]
    for key, measure in known:
        if measure.figures != _figures(measure.claims):
            raise ValueError(f"measure {key}: its figures are not those of its claims, sorted")
    MEASURES.insert(connection, (_row(key, n, measure) for n, (key, measure) in enumerate(known)))
    CLAIMS.insert(connection, (row for key, measure in known for row in _claim_rows(key, measure)))
    figures = (
        ClaimFigureRow(measure=key, claim=number, position=n, figure=figure)
        for key, measure in known
        for number, claim in enumerate(measure.claims)
        for n, figure in enumerate(claim.figures)
    )
    CLAIM_FIGURES.insert(connection, figures)


def read_measures(connection: sqlite3.Connection) -> tuple[Measure, ...]:
    """Every measure, as written."""
    figures: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for part in CLAIM_FIGURES.select(connection):
        figures[part.measure, part.claim].append(part.figure)
    rows = grouped(CLAIMS.select(connection), lambda row: row.measure)
    claims = {
        key: tuple(_claim(row, tuple(figures[key, row.position])) for row in found) for key, found in rows.items()
    }
    return tuple(_measure(row, claims.get(row.id, ())) for row in MEASURES.select(connection))


def _figures(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(sorted(figure for claim in claims for figure in claim.figures))


def _row(key: str, position: int, measure: Measure) -> MeasureRow:
    return MeasureRow(
        id=key,
        position=position,
        label_document=measure.label.doc,
        label_start=measure.label.start,
        label_end=measure.label.end,
        unit=measure.unit,
        status=measure.status,
        **reason(measure.why),
    )


def _claim_rows(measure: str, record: Measure) -> Iterator[ClaimRow]:
    for position, claim in enumerate(record.claims):
        as_of_since, as_of_until = days(claim.as_of)
        yield ClaimRow(
            measure=measure,
            position=position,
            claimant=claim.claimant,
            low=claim.low,
            high=claim.high,
            as_of_since=as_of_since,
            as_of_until=as_of_until,
            **bounds(claim.independent),
        )


def _claim(row: ClaimRow, figures: tuple[str, ...]) -> Claim:
    return Claim(
        claimant=row.claimant,
        low=row.low,
        high=row.high,
        as_of=interval(row.as_of_since, row.as_of_until),
        figures=figures,
        independent=Independent(lower=row.lower, upper=row.upper),
    )


def _measure(row: MeasureRow, claims: tuple[Claim, ...]) -> Measure:
    return Measure(
        label=Span(row.label_document, row.label_start, row.label_end),
        unit=row.unit,
        status=row.status,
        claims=claims,
        figures=_figures(claims),
        why=why_of(row),
    )
