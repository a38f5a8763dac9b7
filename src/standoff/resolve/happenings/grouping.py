"""Which events are one happening: copies and what a person joined first, then the likeliest pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from standoff.lexicon.happenings import HappeningWeights
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.happenings.clusters import cluster
from standoff.resolve.happenings.likeness import FEATURES, features
from standoff.resolve.happenings.pairing import likely_pairs, worth_comparing
from standoff.resolve.happenings.profiles import Profile, profiles_of
from standoff.resolve.happenings.traces import Traces
from standoff.resolve.rulings import Rulings

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]

FAINT = 0.05
"""Pairs less likely than this are not looked at again."""


class Group(NamedTuple):
    """Rows of the traces, sorted, and the mean likelihood of the weakest join among them."""

    rows: list[int]
    score: float


def groups_of(traces: Traces, lexicon: Lexicon, rulings: Rulings) -> list[Group]:
    """Every row in one group, in order of their first rows."""
    one = _alike(traces, rulings)
    apart = _profiles(traces, one)
    links = _links(traces, lexicon, sorted(apart))

    def holds(left: int, right: int, mean: float) -> bool:
        mine, theirs = apart[left], apart[right]
        return mine.agrees(theirs, mean) and not rulings.apart(mine.ids, theirs.ids)

    scores: dict[int, float] = {}

    def joined(left: int, right: int, mean: float) -> None:
        apart[left].take(apart[right])
        scores[left] = min(mean, scores.get(left, 1.0), scores.get(right, 1.0))

    group = cluster(links, lexicon.happenings.least, holds, joined)
    found: dict[int, list[int]] = defaultdict(list)
    for row, first in enumerate(one):
        found[group.get(first, first)].append(row)
    return [Group(rows, scores.get(first, 1.0)) for first, rows in sorted(found.items())]


def joined_alike(traces: Traces, rulings: Rulings) -> dict[int, Profile]:
    """By first row the profiles of what is one before anything is compared."""
    return _profiles(traces, _alike(traces, rulings))


def _alike(traces: Traces, rulings: Rulings) -> list[int]:
    """By row the first row of those that say the same in the same words, or that a person called the same."""
    columns = (traces.lemma, traces.type, traces.since, traces.until, traces.meant, traces.topic)
    table = np.column_stack([*columns, traces.around.sentence, traces.around.near, traces.actors]).astype(np.int32)
    ruled = {each for pair in (*rulings.same, *rulings.different) for each in pair}
    first: dict[bytes, int] = {}
    found = [
        row if ruled and event.id in ruled else first.setdefault(line.tobytes(), row)
        for row, (event, line) in enumerate(zip(traces.events, table, strict=True))
    ]
    return _with_rulings(found, traces, rulings) if rulings.same else found


def _with_rulings(first: list[int], traces: Traces, rulings: Rulings) -> list[int]:
    """With the pairs that a person called the same, but for those that another decision of his keeps apart."""
    row_of = {event.id: row for row, event in enumerate(traces.events)}
    pairs = rulings.together(row_of.keys())
    groups = {row_of[each]: {row_of[each]} for pair in pairs for each in pair}
    for one, other in pairs:
        left, right = groups[row_of[one]], groups[row_of[other]]
        ids = [{traces.events[row].id for row in side} for side in (left, right)]
        if left is not right and not rulings.apart(*ids):
            left |= right
            groups.update((row, left) for row in right)
    for row, group in groups.items():
        first[row] = min(group)
    return first


def _profiles(traces: Traces, first: Sequence[int]) -> dict[int, Profile]:
    """By first row what those that are joined from the start say as a whole."""
    found: dict[int, Profile] = {}
    for row, (root, own) in enumerate(zip(first, profiles_of(traces), strict=True)):
        if root == row:
            found[root] = own
        else:
            found[root].take(own)
    return found


def _links(traces: Traces, lexicon: Lexicon, rows: Sequence[int]) -> list[tuple[float, int, int]]:
    """The likely pairs of these rows with their likelihood."""
    left, right = likely_pairs(traces, lexicon.word_vectors.vectors, np.array(rows, np.int64))
    worth = worth_comparing(traces, lexicon.word_vectors.vectors, left, right)
    left, right = left[worth], right[worth]
    chance = likelihood(traces, lexicon, left, right)
    kept = chance >= FAINT
    return list(zip(chance[kept].tolist(), left[kept].tolist(), right[kept].tolist(), strict=True))


def likelihood(traces: Traces, lexicon: Lexicon, left: Ints, right: Ints) -> Floats:
    """How likely the events of each pair are one."""
    weights: HappeningWeights = lexicon.happenings
    weight: Mapping[str, float] = weights.weights
    row = np.array([weight[feature.__name__] for feature in FEATURES], np.float64)
    values = features(traces, lexicon.word_vectors.vectors, left, right)
    return np.asarray(1 / (1 + np.exp(-(values @ row + weights.bias))), np.float64)
