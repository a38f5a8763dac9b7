"""Two lists of points side by side: which are one, by their words and by words near in meaning; which oppose."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from standoff.core.claims import Point
from standoff.lexicon.word_vectors import WordVectors
from standoff.resolve.readouts.points import Said

Floats = npt.NDArray[np.float32]

NEAR = 0.3
"""Least cosine of two words that count as near in meaning ("troops", "forces": 0.39; two words at random: 0.0)."""
EQUAL = 0.75
"""From here on two words are one in other forms ("escalate", "escalation": 0.94)."""
ONE_THING = 0.6
"""What the words that two points share must tell together: two words that are rare enough, not two of everyday."""
LEAST = 0.3
"""Least share of two points' words in common, near words in part."""
ENOUGH = 1.04
"""Both together: words that tell little do where they are most of what is said."""
ABOVE = 0.14
"""How far above what either point has in common with the others: a long point has something of all. These four were
chosen by reading four pairs of real readouts, 26 points of the shorter sides; there is no corpus of aligned ones."""
MOST_POINTS = 200
"""Points of a side that are compared: the longest readouts have sixty; the table grows with the product of the two."""


class Pairing(NamedTuple):
    """Two points, by index, and whether one denies what the other says."""

    left: int
    right: int
    opposed: bool


def align(
    left: Sequence[Said], right: Sequence[Said], weights: Mapping[str, float], vectors: WordVectors
) -> list[Point]:
    """The points of both sides: those of the left in its order, each with its like; then those of the right alone."""
    pairs = _pairs(left[:MOST_POINTS], right[:MOST_POINTS], weights, vectors)
    like = {pair.left: pair for pair in pairs}
    taken = {pair.right for pair in pairs}
    points = [
        Point(agreement="opposed" if pair.opposed else "both", left=said.at, right=right[pair.right].at)
        if (pair := like.get(place)) is not None
        else Point(agreement="left", left=said.at, right=None)
        for place, said in enumerate(left)
    ]
    alone = (said for place, said in enumerate(right) if place not in taken)
    return [*points, *(Point(agreement="right", left=None, right=said.at) for said in alone)]


def _pairs(
    left: Sequence[Said], right: Sequence[Said], weights: Mapping[str, float], vectors: WordVectors
) -> list[Pairing]:
    """The pairs that stand out most from what their points have in common with others, each point once."""
    near = [[_nearness(here.lemmas, there.lemmas, vectors) for there in right] for here in left]
    shares = np.array(
        [
            [_share(here, there, near[one][other], weights) for other, there in enumerate(right)]
            for one, here in enumerate(left)
        ]
    )
    margins = np.round(shares - (shares.mean(1, keepdims=True) + shares.mean(0, keepdims=True)) / 2, 6)
    places = [
        (one, other)
        for one, other in np.argwhere((margins >= ABOVE) & (shares >= LEAST)).tolist()
        if left[one].may_be(right[other])
        and (told := _told(left[one], near[one][other], weights)) >= ONE_THING
        and told + shares[one, other] >= ENOUGH
    ]
    taken: set[tuple[str, int]] = set()
    kept = []
    for one, other in sorted(places, key=lambda place: (-margins[place[0], place[1]], place)):
        ends = {("left", one), ("right", other)}
        if taken.isdisjoint(ends):
            kept.append(Pairing(one, other, _opposed(left[one], right[other], near[one][other])))
            taken |= ends
    return kept


def _told(here: Said, near: Floats, weights: Mapping[str, float]) -> float:
    """What the words tell that two points share, those only near in meaning left out."""
    rows = np.flatnonzero((near >= EQUAL).any(1)).tolist()
    return round(math.fsum(weights[lemma] for lemma in {here.lemmas[row] for row in rows}), 6)


def _share(here: Said, there: Said, near: Floats, weights: Mapping[str, float]) -> float:
    """How much of each point the other has: more than the mean of both shares, for one may say more than the other."""
    rows = np.array([weights[lemma] for lemma in here.lemmas], np.float32)
    columns = np.array([weights[lemma] for lemma in there.lemmas], np.float32)
    shares = float((near.max(1) * rows).sum() / rows.sum()), float((near.max(0) * columns).sum() / columns.sum())
    return (max(shares) + sum(shares) / 2) / 2


def _nearness(here: Sequence[str], there: Sequence[str], vectors: WordVectors) -> Floats:
    """By pair of lemmas: 1 for one lemma, the cosine for two that are near, else 0."""
    rows, columns = ([vectors.row_of(lemma) for lemma in side] for side in (here, there))
    cosines: Floats = vectors.vectors[rows] @ vectors.vectors[columns].T
    equal = np.array(here, dtype=object)[:, None] == np.array(there, dtype=object)[None, :]
    found: Floats = np.where(equal, np.float32(1.0), np.where(cosines >= NEAR, cosines, np.float32(0.0)))
    return found


def _opposed(here: Said, there: Said, near: Floats) -> bool:
    """Whether the words in common stand denied on one side alone, for half of them or more."""
    rows, columns = np.nonzero(near >= 1.0)
    if not len(rows):
        return False
    differ = sum(
        here.denied[row] != there.denied[column] for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    )
    return 2 * differ >= len(rows)
