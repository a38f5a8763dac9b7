"""What the rows of all readings have in common."""

from __future__ import annotations

from standoff.store.reasons import ReasonedRow


class ReadingRow(ReasonedRow, frozen=True):
    """What every reading has."""

    id: str
    document: str
    position: int


class PlacedRow(ReadingRow, frozen=True):
    """What every reading at one place has."""

    start: int
    end: int
