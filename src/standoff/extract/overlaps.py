"""Which stretches of a text share a character: one sweep in the order of their starts, not every pair."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.core.parse import Piece


def hull(pieces: Sequence[Piece]) -> Piece:
    """From where the first of the pieces begins to where the last ends."""
    return min(start for start, _ in pieces), max(end for _, end in pieces)


def neighbours(stretches: Sequence[Piece]) -> list[list[int]]:
    """For each stretch the indices of the others that share a character with it."""
    found: list[list[int]] = [[] for _ in stretches]
    still_open: list[int] = []
    for index in sorted(range(len(stretches)), key=lambda i: stretches[i]):
        start = stretches[index][0]
        still_open = [other for other in still_open if stretches[other][1] > start]
        for other in still_open:
            found[index].append(other)
            found[other].append(index)
        still_open.append(index)
    return found
