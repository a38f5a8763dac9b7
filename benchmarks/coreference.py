"""Coreference scores as the CoNLL shared tasks count them: MUC, B-cubed, CEAF by entities, and their mean.

Definitions: MUC, Vilain et al. 1995; B-cubed, Bagga and Baldwin 1998; CEAF, Luo 2005; for mentions that only one
side has, the reference scorer (Pradhan et al. 2014), which leaves them in: they lower the precision or the recall.
Clusters are sets of mentions, each mention in one cluster of a side; singletons count where they are given.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

Cluster = frozenset[Hashable]
Clusters = Sequence[Cluster]


class Share(NamedTuple):
    """Recall and precision as fractions whose parts can be added over texts."""

    recalled: float
    wanted: float
    right: float
    claimed: float

    @property
    def recall(self) -> float:
        """0 where nothing is wanted."""
        return self.recalled / self.wanted if self.wanted else 0.0

    @property
    def precision(self) -> float:
        """0 where nothing is claimed."""
        return self.right / self.claimed if self.claimed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; 0 where both are."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


class Scores(NamedTuple):
    """The three measures of two clusterings."""

    muc: Share
    b_cubed: Share
    ceaf_e: Share

    @property
    def conll(self) -> float:
        """The mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3

    def values(self) -> dict[str, float]:
        """In percent, for a table."""
        shares = (("MUC", self.muc), ("B3", self.b_cubed), ("CEAFe", self.ceaf_e))
        named = {name: 100 * share.f1 for name, share in shares}
        return {
            **named,
            "CoNLL": 100 * self.conll,
            "B3 P": 100 * self.b_cubed.precision,
            "B3 R": 100 * self.b_cubed.recall,
        }


def score(gold: Iterable[Collection[Hashable]], found: Iterable[Collection[Hashable]]) -> Scores:
    """The scores of found clusters against the gold's."""
    wanted = [frozenset(cluster) for cluster in gold if cluster]
    claimed = [frozenset(cluster) for cluster in found if cluster]
    return Scores(muc(wanted, claimed), b_cubed(wanted, claimed), ceaf_e(wanted, claimed))


def muc(gold: Clusters, found: Clusters) -> Share:
    """Links: a cluster of n mentions has n - 1, of which those are found that the other side does not cut."""
    return Share(*_links(gold, found), *_links(found, gold))


def _links(clusters: Clusters, others: Clusters) -> tuple[int, int]:
    place = _places(others)
    kept = wanted = 0
    for cluster in clusters:
        parts = {place.get(mention) for mention in cluster if mention in place}
        alone = sum(mention not in place for mention in cluster)
        kept += len(cluster) - len(parts) - alone
        wanted += len(cluster) - 1
    return kept, wanted


def b_cubed(gold: Clusters, found: Clusters) -> Share:
    """For each mention the share of its cluster that its cluster on the other side holds."""
    return Share(*_shares(gold, found), *_shares(found, gold))


def _shares(clusters: Clusters, others: Clusters) -> tuple[float, int]:
    place = _places(others)
    total = 0.0
    for cluster in clusters:
        common: dict[int, int] = {}
        for mention in cluster:
            if mention in place:
                common[place[mention]] = common.get(place[mention], 0) + 1
        total += sum(count**2 for count in common.values()) / len(cluster)
    return total, sum(map(len, clusters))


def ceaf_e(gold: Clusters, found: Clusters) -> Share:
    """The best one-to-one alignment of clusters by the F1 of their mentions."""
    place = _places(gold)
    likeness = np.zeros((len(gold), len(found)))
    for column, cluster in enumerate(found):
        for row in {place[mention] for mention in cluster if mention in place}:
            common = len(gold[row] & cluster)
            likeness[row, column] = 2 * common / (len(gold[row]) + len(cluster))
    best = float(likeness[linear_sum_assignment(-likeness)].sum()) if likeness.size else 0.0
    return Share(best, len(gold), best, len(found))


def _places(clusters: Clusters) -> Mapping[Hashable, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}
