"""Groups of events that are one: the likeliest pairs first, while two groups agree as a whole."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence

Pair = tuple[int, int]
Holds = Callable[[int, int, float], bool]
Joined = Callable[[int, int, float], None]


def cluster(links: Sequence[tuple[float, int, int]], least: float, holds: Holds, joined: Joined) -> dict[int, int]:
    """By row the least row of its group, for the rows that are linked; average linkage over the known links.

    ``links`` are likelihoods of pairs, the lesser row first. Two groups join while the mean likelihood of the links
    between them is ``least`` or more and ``holds`` lets the groups of these two rows be one at that mean; ``joined``
    is told that the group of the second row went into that of the first, with the mean. The outcome depends on the
    links alone, not on their order.
    """
    near: dict[int, dict[int, tuple[float, int]]] = {}
    for likelihood, left, right in links:
        near.setdefault(left, {})[right] = near.setdefault(right, {})[left] = (likelihood, 1)
    group = {row: row for row in near}
    heap = [(-likelihood, left, right) for likelihood, left, right in links if likelihood >= least]
    heapq.heapify(heap)
    while heap:
        cost, left, right = heapq.heappop(heap)
        known = near.get(left, {}).get(right)
        if known is None or known[0] / known[1] != -cost or not holds(left, right, -cost):
            continue
        joined(left, right, -cost)
        for other, mean in _absorb(near, left, right):
            if mean >= least:
                heapq.heappush(heap, (-mean, min(left, other), max(left, other)))
        group[right] = left
    return _roots(group)


def _absorb(near: dict[int, dict[int, tuple[float, int]]], left: int, right: int) -> Iterable[tuple[int, float]]:
    """Give the links of ``right`` to ``left``; yields each other group with its new mean likelihood."""
    mine, theirs = near[left], near.pop(right)
    del mine[right], theirs[left]
    for other, (likelihood, count) in theirs.items():
        before, seen = mine.get(other, (0.0, 0))
        mine[other] = near[other][left] = likelihood + before, count + seen
        del near[other][right]
        yield other, (likelihood + before) / (count + seen)


def _roots(group: dict[int, int]) -> dict[int, int]:
    """Every row with the last of its chain. Groups only ever go into lesser rows: one pass in rising order suffices."""
    for row in sorted(group):
        group[row] = group[group[row]]
    return group
