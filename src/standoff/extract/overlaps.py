"""Which stretches of a text share a character: one sweep in the order of their starts, not every pair."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

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


def innermost(stretches: Sequence[tuple[int, int, str]]) -> Callable[[int], str | None]:
    """A lookup: the key of the shortest stretch ``(start, end, key)`` around a character, ``None`` outside all."""
    edges = sorted({edge for start, end, _ in stretches for edge in (start, end)})
    keys: list[str | None] = [None] * len(edges)
    place = {edge: number for number, edge in enumerate(edges)}
    # The longest first, so that what stands inside writes over it. Nesting is shallow: some passes over the edges.
    for start, end, key in sorted(stretches, key=lambda s: (s[0] - s[1], s)):
        for number in range(place[start], place[end]):
            keys[number] = key

    def at(character: int) -> str | None:
        number = bisect_right(edges, character) - 1
        return keys[number] if number >= 0 else None

    return at
