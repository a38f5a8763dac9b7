"""What lists are sorted by: how measures compete, and when obligations last moved."""

from __future__ import annotations

import sqlite3

from standoff.core.vocabulary import Force, Status
from standoff.store.table import Row, Table


class MeasureTallyRow(Row, frozen=True):
    """How much a measure competes."""

    measure: str
    position: int
    values: int
    claims: int
    claimants: int


class LastMoveRow(Row, frozen=True):
    """When an obligation was last moved."""

    obligation: str
    position: int
    status: Status
    force: Force
    day: str
    debtor_name: str | None


MEASURE_TALLIES = Table("measure_tallies", MeasureTallyRow, "measure")
LAST_MOVES = Table("last_moves", LastMoveRow, "obligation")

RECKONED = (
    """INSERT INTO measure_tallies (measure, position, "values", claims, claimants)
    SELECT measures.id, measures.position,
        count(DISTINCT iif(claims.measure IS NULL, NULL, coalesce(low, '..') || ' ' || coalesce(high, '..'))),
        count(claims.measure), count(DISTINCT claimant)
    FROM measures LEFT JOIN claims ON claims.measure = measures.id GROUP BY measures.id ORDER BY measures.id""",
    """INSERT INTO last_moves (obligation, position, status, force, day, debtor_name)
    SELECT obligations.id, obligations.position, obligations.status, obligations.force,
        coalesce((
            SELECT when_since FROM moves
            WHERE obligation = obligations.id AND when_since IS NOT NULL ORDER BY moves.position DESC LIMIT 1
        ), ''),
        actors.name
    FROM obligations LEFT JOIN actors ON actors.id = obligations.debtor ORDER BY obligations.id""",
)
"""Each table's rows, in the order of its key."""


def write_orders(connection: sqlite3.Connection) -> None:
    """Reckon both from the findings as they stand."""
    for query in RECKONED:
        connection.execute(query)
