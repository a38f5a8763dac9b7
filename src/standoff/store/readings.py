"""What the rows of all readings have in common."""

from __future__ import annotations

from standoff.core.records import Why
from standoff.store.table import Row


class ReadingRow(Row, frozen=True):
    """What every reading has."""

    id: str
    document: str
    position: int
    finder: str
    score: float
    detail: str
    runner_up: str | None


class PlacedRow(ReadingRow, frozen=True):
    """What every reading at one place has."""

    start: int
    end: int


def why_of(row: ReadingRow) -> Why:
    """The reason that a row holds."""
    return Why(row.finder, row.score, row.detail, row.runner_up)
