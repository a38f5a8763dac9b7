"""What a rewrite keeps: names, numbers and rare words in their order, where no run of words survives.

Two reports on one event share words too, but each in its own order; what was rewritten keeps nearly all it shares in
one (as patience diff and the order of anchors in monolingual alignment do, without asking that a word be unique).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from standoff.resolve.lineage.numbers import Keys, Places
from standoff.resolve.lineage.verbatim import Equal, Passage, common, expanded

GAP = 12
"""Words, on either side, between two kept words of one passage."""
LEAST_WORDS = 5
"""Kept words of the shortest passage counted."""


class Gist(NamedTuple):
    """A text's content words in order, without what belongs to refrains: their stems and where they stand."""

    stems: Keys
    places: Places


class Kept(NamedTuple):
    """What two texts have in common of their content words."""

    equal: Equal
    """The places of the words that they have in one order, a row for each."""
    shared: int
    """The words that they have in common in any order."""


def kept_words(left: Gist, right: Gist) -> Kept:
    """The longest common subsequence of the content words, and how many they share at all."""
    here, there = expanded([*common(left.stems.tolist(), right.stems.tolist())]).T
    return Kept(np.column_stack((left.places[here], right.places[there])), shared_words(left.stems, right.stems))


def shared_words(left: Keys, right: Keys) -> int:
    """How many words two texts have in common, each as often as both have it."""
    (ones, counts), (others, other_counts) = (np.unique(stems, return_counts=True) for stems in (left, right))
    _, here, there = np.intersect1d(ones, others, assume_unique=True, return_indices=True)
    return int(np.minimum(counts[here], other_counts[there]).sum())


def kept_passages(equal: Equal) -> list[Passage]:
    """The stretches in which kept words follow one another closely in both texts."""
    return [
        Passage(int(rows[0, 0]), int(rows[-1, 0]) + 1, int(rows[0, 1]), int(rows[-1, 1]) + 1, rows)
        for rows in _stretches(equal)
        if len(rows) >= LEAST_WORDS
    ]


def _stretches(equal: Equal) -> Iterator[Equal]:
    breaks: Sequence[int] = (np.flatnonzero((np.diff(equal, axis=0) > GAP).any(axis=1)) + 1).tolist()
    edges = [0, *breaks, len(equal)]
    for start, end in pairwise(edges):
        if end > start:
            yield equal[start:end]
