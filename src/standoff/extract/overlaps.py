"""Which stretches of a text share a character: one sweep in the order of their starts, not every pair."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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


def meets(piece: Piece, stretches: Sequence[Piece]) -> bool:
    """Whether a piece shares a character with one of the stretches, which are in order and apart."""
    before = bisect_left(stretches, (piece[1],))
    return before > 0 and stretches[before - 1][1] > piece[0]


def innermost(stretches: Sequence[tuple[int, int, str]]) -> Callable[[int], str | None]:
    """A lookup: the key of the shortest stretch ``(start, end, key)`` around a character, ``None`` outside all."""
    edges = sorted({edge for start, end, _ in stretches for edge in (start, end)})
    keys: list[str | None] = [None] * len(edges)
    place = {edge: number for number, edge in enumerate(edges)}
    free = list(range(len(edges) + 1))
    # The shortest first, each where nothing is written yet; what is written is skipped, so that every edge is met once.
    for start, end, key in sorted(stretches, key=lambda s: (s[0] - s[1], s), reverse=True):
        number = _next_free(free, place[start])
        while number < place[end]:
            keys[number] = key
            free[number] = number + 1
            number = _next_free(free, number)

    def at(character: int) -> str | None:
        number = bisect_right(edges, character) - 1
        return keys[number] if number >= 0 else None

    return at


def _next_free(free: list[int], number: int) -> int:
    """The first place from ``number`` on that points at itself; the way there is shortened (Tarjan 1975)."""
    while free[number] != number:
        free[number] = free[free[number]]
        number = free[number]
    return number
