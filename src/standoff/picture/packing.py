"""Marks of one lane in rows, so that none lies on another."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

Extent = tuple[float, float]


class Rows:
    """Rows of a lane, filled one extent at a time: each goes to the first row that has room for it.

    What is placed first gets the upper rows, so place what matters most first. Deterministic: the same extents in
    the same order lie in the same rows.
    """

    def __init__(self, most: int) -> None:
        """No rows yet; never more than ``most``."""
        self._most = most
        self._rows: list[list[Extent]] = []

    def __len__(self) -> int:
        """How many rows are in use."""
        return len(self._rows)

    def place(self, extents: Iterable[Extent]) -> tuple[int, int] | None:
        """Put in the first of these extents that finds room: which one, and its row; ``None`` if none does."""
        for which, extent in enumerate(extents):
            for number, row in enumerate(self._rows):
                if _is_free(row, extent):
                    insort(row, extent)
                    return which, number
            if len(self._rows) < self._most:
                self._rows.append([extent])
                return which, len(self._rows) - 1
        return None


def _is_free(row: list[Extent], extent: Extent) -> bool:
    """Whether the extent overlaps nothing in a row of disjoint ones."""
    at = bisect_left(row, extent)
    before_is_free = at == 0 or row[at - 1][1] <= extent[0]
    return before_is_free and (at == len(row) or extent[1] <= row[at][0])
