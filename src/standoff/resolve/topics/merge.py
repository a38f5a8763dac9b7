"""Merges documents into groups about one event, without knowing how many there are.

Agglomerative, in the order of Ward's criterion (Ward 1963), which keeps small groups from being drawn into large ones.
Two groups are one where the mean likeness between them (average link) is not much less than that inside each. A fixed
threshold would either split the events told in many ways or join two of one kind, an earthquake here and one there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import NamedTuple

import numpy as np

from standoff.resolve.topics.near import Near
from standoff.resolve.topics.terms import Floats, Indices, Vectors

# Chosen on the training topics of ECB+ as the mean B-cubed F1 over all events together, few reports of few events,
# one report of each event, two events of one kind, two unrelated events, and one event alone.
SHARE = 0.7
"""Between two groups of one event the mean likeness is at least this share of that inside them. 0.6 to 0.75 swept:
91.7, 92.8, 93.2 (0.7) and 92.6."""
USUAL, USUAL_PAIRS = 0.3, 10
"""Two reports of one event are so like each other in the mean; counts as so many pairs where a group has few of its
own. 0.25 and 0.3 with 3 and 10 swept: all within a point."""
LEAST = 0.1
"""Mean likeness below which nothing is joined, however loose the groups: reports of unrelated events stay below 0.09
in 99 of 100 pairs."""
KEPT = 15
"""Groups that a group is compared with, the likest."""
STALE = 1.1
"""A cost that has grown by less since it was reckoned is still good enough for the order."""

Cost = tuple[float, int, int, int]
"""Ward's criterion, two groups, their sizes together when it was reckoned."""


@dataclass
class Group:
    """Documents merged so far, as the sum of their vectors."""

    terms: Indices
    sums: Floats
    size: int
    square: float
    """The squared length of the sum: the size, and twice the likeness of each pair."""
    near: list[int] = field(default_factory=list)
    """Groups it is compared with; they may have been merged since."""

    def inside(self) -> float:
        """The mean likeness of its pairs, with the usual one for those it does not have."""
        pairs = self.size * (self.size - 1) / 2
        return ((self.square - self.size) / 2 + USUAL_PAIRS * USUAL) / (pairs + USUAL_PAIRS)


class Between(NamedTuple):
    """How two groups compare."""

    likeness: float
    """The mean over all pairs across them."""
    cost: float | None
    """Ward's criterion; ``None`` where they are not one."""


def merged(vectors: Vectors, near: Sequence[Near]) -> list[int]:
    """For each document the least index of those in its group. The outcome depends on the documents' order alone."""
    return _Merging(vectors, near).run()


class _Merging:
    """The state of one run: groups by their least document, and the pairs that wait, the cheapest first."""

    def __init__(self, vectors: Vectors, near: Sequence[Near]) -> None:
        self.root = list(range(len(near)))
        self.groups: dict[int, Group] = {}
        self.dense = np.zeros(vectors.width)
        self.waiting: list[Cost] = []
        for index, each in enumerate(near):
            terms, weights = vectors.row(index)
            group = Group(terms, weights, 1, 1.0 if len(terms) else 0.0, each.others.tolist())
            self.groups[index] = group
            for other, likeness in zip(group.near, each.likeness.tolist(), strict=True):
                single = Group(terms, weights, 1, 1.0)
                cost = between(single, single, likeness).cost
                if cost is not None:
                    self.waiting.append((cost, index, other, 2))
        heapify(self.waiting)

    def run(self) -> list[int]:
        """Merge while two groups are one."""
        while self.waiting:
            cost, left, right, sizes = heappop(self.waiting)
            other = self.find(right)
            group = self.groups.get(left)
            if group is None or other == left:
                continue
            if group.size + self.groups[other].size == sizes and other == right:
                self.merge(left, other)
                continue
            self.again(left, other, cost)
        return [self.find(index) for index in range(len(self.root))]

    def find(self, index: int) -> int:
        """The group that a document is in by now."""
        while self.root[index] != index:
            self.root[index] = self.root[self.root[index]]
            index = self.root[index]
        return index

    def again(self, left: int, right: int, cost: float) -> None:
        """Compare two groups of which one has grown; merge them, or let the pair wait for its turn."""
        now = self.compare(left, [right])[0].cost
        if now is None:
            return
        if now <= STALE * cost:
            self.merge(left, right)
        else:
            self.wait(left, right, now)

    def wait(self, left: int, right: int, cost: float) -> None:
        heappush(self.waiting, (cost, left, right, self.groups[left].size + self.groups[right].size))

    def merge(self, left: int, right: int) -> None:
        """Put two groups into the one of the lesser index and compare it with what was near either."""
        kept, gone = sorted((left, right))
        one, two = self.groups[kept], self.groups.pop(gone)
        self.root[gone] = kept
        terms, places = np.unique(np.concatenate((one.terms, two.terms)), return_inverse=True)
        sums = np.bincount(places, np.concatenate((one.sums, two.sums))).astype(np.float64)
        self.groups[kept] = Group(terms, sums, one.size + two.size, float(sums @ sums))
        others = sorted({self.find(other) for other in (*one.near, *two.near)} - {kept})
        found = sorted(
            zip(self.compare(kept, others), others, strict=True), key=lambda each: (-each[0].likeness, each[1])
        )
        self.groups[kept].near = [other for _, other in found[:KEPT]]
        for how, other in found[:KEPT]:
            if how.cost is not None:
                self.wait(kept, other, how.cost)

    def compare(self, index: int, others: Sequence[int]) -> list[Between]:
        """How one group compares with others."""
        group, rest = self.groups[index], [self.groups[other] for other in others]
        if not rest:
            return []
        self.dense[group.terms] = group.sums
        sizes = [len(each.terms) for each in rest]
        products = self.dense[np.concatenate([each.terms for each in rest])]
        products *= np.concatenate([each.sums for each in rest])
        self.dense[group.terms] = 0.0
        across = np.bincount(np.repeat(np.arange(len(rest)), sizes), products, len(rest)).tolist()
        return [
            between(group, each, total / (group.size * each.size)) for each, total in zip(rest, across, strict=True)
        ]


def between(one: Group, two: Group, likeness: float) -> Between:
    """Whether two groups with this mean likeness across them are one, and what merging them costs."""
    if likeness < LEAST or likeness < SHARE * float(np.sqrt(one.inside() * two.inside())):
        return Between(likeness, None)
    spread = one.square / one.size**2 + two.square / two.size**2 - 2 * likeness
    return Between(likeness, one.size * two.size / (one.size + two.size) * spread)
