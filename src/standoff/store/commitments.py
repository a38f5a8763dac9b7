"""Commitments as rows, and the attributions they are told through."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from standoff.core.records import Commitment
from standoff.core.span import Span
from standoff.core.vocabulary import Force, Polarity, Strength
from standoff.store.intervals import days, interval
from standoff.store.readings import PlacedRow
from standoff.store.reasons import reason, why_of
from standoff.store.table import Links, Table, ends, grouped, span_of


class CommitmentRow(PlacedRow, frozen=True):
    """A commitment without its relay."""

    force: Force
    debtor: str | None
    creditor: str | None
    antecedent_start: int | None
    antecedent_end: int | None
    consequent_start: int | None
    consequent_end: int | None
    strength: Strength
    polarity: Polarity
    deadline_since: str | None
    deadline_until: str | None
    time: str | None


COMMITMENTS = Table("commitments", CommitmentRow, "document, position")
COMMITMENT_RELAYS = Links("commitment_relays", "commitment", "attribution")
"""The attributions that a commitment is told through, the outermost first."""


def write_commitments(connection: sqlite3.Connection, commitments: Sequence[Commitment]) -> None:
    """Add the commitments of one document."""
    rows = [_row(position, commitment) for position, commitment in enumerate(commitments)]
    COMMITMENTS.insert(connection, rows)
    relays = ((row.id, commitment.relay) for row, commitment in zip(rows, commitments, strict=True))
    COMMITMENT_RELAYS.insert(connection, relays)


def read_commitments(connection: sqlite3.Connection) -> Mapping[str, tuple[Commitment, ...]]:
    """The commitments of each document that has some."""
    relays = COMMITMENT_RELAYS.select(connection)
    rows = grouped(COMMITMENTS.select(connection), lambda row: row.document)
    return {doc: tuple(commitment_of(row, relays[row.id]) for row in found) for doc, found in rows.items()}


def _row(position: int, commitment: Commitment) -> CommitmentRow:
    antecedent_start, antecedent_end = ends(commitment.antecedent)
    consequent_start, consequent_end = ends(commitment.consequent)
    deadline_since, deadline_until = days(commitment.deadline)
    return CommitmentRow(
        id=commitment.id,
        document=commitment.at.doc,
        position=position,
        start=commitment.at.start,
        end=commitment.at.end,
        force=commitment.force,
        debtor=commitment.debtor,
        creditor=commitment.creditor,
        antecedent_start=antecedent_start,
        antecedent_end=antecedent_end,
        consequent_start=consequent_start,
        consequent_end=consequent_end,
        strength=commitment.strength,
        polarity=commitment.polarity,
        deadline_since=deadline_since,
        deadline_until=deadline_until,
        time=commitment.time,
        **reason(commitment.why),
    )


def commitment_of(row: CommitmentRow, relay: tuple[str, ...]) -> Commitment:
    """The commitment that a row holds, told through these attributions."""
    return Commitment(
        at=Span(row.document, row.start, row.end),
        force=row.force,
        debtor=row.debtor,
        creditor=row.creditor,
        antecedent=span_of(row.document, row.antecedent_start, row.antecedent_end),
        consequent=span_of(row.document, row.consequent_start, row.consequent_end),
        strength=row.strength,
        polarity=row.polarity,
        deadline=interval(row.deadline_since, row.deadline_until),
        time=row.time,
        relay=relay,
        why=why_of(row),
    )
