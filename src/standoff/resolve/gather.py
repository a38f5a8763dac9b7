"""Gathering things into groups, the closest pairs first, while a group still holds together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Holds = Callable[[Sequence[int], Sequence[int]], bool]


def gather(pairs: Sequence[tuple[int, int]], holds: Holds) -> list[list[int]]:
    """Groups of two or more, each sorted, in rising order.

    ``pairs`` come best first; each joins the groups of its two sides where ``holds`` says that they may be one.
    Agglomerative clustering with a criterion on the whole group, so that no chain of near pairs joins far ones.
    The outcome depends on the pairs' order alone.
    """
    group_of: dict[int, list[int]] = {}
    refused: set[tuple[int, int, int, int]] = set()
    for pair in pairs:
        left, right = sorted(group_of.setdefault(each, [each]) for each in pair)
        attempt = left[0], len(left), right[0], len(right)
        if left is right or attempt in refused:
            continue
        if not holds(left, right):
            refused.add(attempt)
            continue
        joined = sorted((*left, *right))
        group_of.update((each, joined) for each in joined)
    return sorted({id(group): group for group in group_of.values() if len(group) > 1}.values())
