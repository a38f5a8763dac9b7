"""Topics: documents about one event, without knowing how many events there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from standoff.core.findings import Topic
from standoff.core.records import Document, Study, Why
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.lineage.shingles import grouped
from standoff.resolve.topics.merge import merged
from standoff.resolve.topics.near import Near, likeness_to, nearest
from standoff.resolve.topics.terms import Indices, Vectors, terms_of, vectors_of

FINDER = "resolve.topics"
Terms = Mapping[str, float]
COPY = 0.8
"""Documents so like each other stand for one, so that ten copies of a report do not make its event look narrower than
it is told. Two independent ECB+ reports of one event are so in one of a hundred cases."""


def find_topics(documents: Sequence[Document], studies: Sequence[Study], lexicon: Lexicon) -> tuple[Topic, ...]:
    """A partition of the documents, sorted by id, whatever the order given.

    A document of which nothing is known to connect it with others is a topic of its own.
    """
    weighted, holders = _apart(documents, {study.doc: study for study in studies})
    vectors = vectors_of(weighted, lexicon.common_words)
    near = nearest(vectors)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for index, group in enumerate(_merged_apart_from_copies(vectors, near)):
        groups[group].append(index)
    return tuple(sorted((_topic(vectors, near, group, holders) for group in groups.values()), key=lambda each: each.id))


def _apart(documents: Sequence[Document], read: Mapping[str, Study]) -> tuple[list[Terms], list[list[str]]]:
    """The terms of the documents, exact copies once, and the ids of those that have each; all in order of ids."""
    copies: defaultdict[object, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=lambda each: each.id):
        copies[document.text, document.furniture, document.captions].append(document)
    holders: defaultdict[tuple[tuple[str, float], ...], list[str]] = defaultdict(list)
    wordless: list[list[str]] = []
    for alike in copies.values():
        terms = terms_of(alike[0], read.get(alike[0].id))
        if terms:
            holders[tuple(sorted(terms.items()))] += [each.id for each in alike]
        else:
            wordless += [[each.id] for each in alike]
    return [*map(dict, holders), *({} for _ in wordless)], [*holders.values(), *wordless]


def _merged_apart_from_copies(vectors: Vectors, near: Sequence[Near]) -> list[int]:
    """For each document the least index of its group; of near copies one is compared with the others."""
    alike = [(index, int(other)) for index, each in enumerate(near) for other in each.others[each.likeness >= COPY]]
    stands_for = grouped(len(near), alike)
    kept = sorted(set(stands_for))
    number = {index: place for place, index in enumerate(kept)}
    joined = merged(_rows(vectors, kept), [_among(near[index], index, stands_for, number) for index in kept])
    return [kept[joined[number[stands_for[index]]]] for index in range(len(near))]


def _rows(vectors: Vectors, kept: Sequence[int]) -> Vectors:
    """The vectors of some documents."""
    rows = [vectors.row(index) for index in kept]
    starts = np.cumsum([0, *(len(terms) for terms, _ in rows)], dtype=np.int64)
    terms = np.concatenate([np.empty(0, np.int64), *(terms for terms, _ in rows)])
    return Vectors(starts, terms, np.concatenate([np.empty(0), *(weights for _, weights in rows)]), vectors.width)


def _among(near: Near, index: int, stands_for: Sequence[int], number: Mapping[int, int]) -> Near:
    """What is near a document, by what stands for it."""
    best: dict[int, float] = {}
    for other, likeness in zip(near.others.tolist(), near.likeness.tolist(), strict=True):
        if stands_for[other] != index:
            best.setdefault(number[stands_for[other]], likeness)
    return Near(np.array([*best], np.int64), np.array([*best.values()]))


def _topic(vectors: Vectors, near: Sequence[Near], group: Sequence[int], holders: Sequence[Sequence[str]]) -> Topic:
    """The topic of documents that are one group, each with its exact copies."""
    ids = tuple(sorted(doc for index in group for doc in holders[index]))
    share = _shared(vectors, np.array(group, np.int64))
    central = min(
        zip(share, (min(holders[index]) for index in group), strict=True), key=lambda each: (-each[0], each[1])
    )
    return Topic(documents=ids, central=central[1], why=_why(near, group, share, len(ids)))


def _shared(vectors: Vectors, group: Indices) -> list[float]:
    """The mean likeness of each document of a group to the others."""
    if len(group) < 2:
        return [1.0] * len(group)
    dense = np.zeros(vectors.width)
    for index in group:
        terms, weights = vectors.row(int(index))
        dense[terms] += weights
    return [round(float(total - 1) / (len(group) - 1), 6) for total in likeness_to(dense, vectors, group)]


def _why(near: Sequence[Near], group: Sequence[int], share: Sequence[float], documents: int) -> Why:
    """How alike the documents are; for one alone how far the nearest is."""
    if documents == 1:
        closest = float(near[group[0]].likeness.max(initial=0.0))
        detail = "no other document shares names, dates and rare words with it"
        if closest > 0:
            detail = f"the nearest other document shares too little with it (likeness {closest:.2f})"
        return Why(FINDER, round(1 - closest, 2), detail)
    likeness = min(1.0, max(0.0, sum(share) / len(share)))
    detail = f"its {documents} documents share names, dates and rare words (mean likeness {likeness:.2f})"
    return Why(FINDER, round(likeness, 2), detail)
