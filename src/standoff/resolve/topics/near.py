"""Which documents may be about one event: for each the few that share most of its rarer terms.

An inverted index in which each term lists only the documents that it weighs most in, so that the search grows with the
documents and not with their pairs. Where thousands share all their terms, all of them find the same few.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from standoff.resolve.topics.terms import Floats, Indices, Vectors

HOLDERS = 40
"""Documents listed for a term. 30 to 200 give the same topics on ECB+."""
TERMS = 30
"""Terms of a document that are looked up, the heaviest: they hold most of its length."""
TRIED = 40
"""Documents whose whole likeness is taken, those that share most of the terms looked up."""
NEIGHBOURS = 20
"""Documents kept for each. 15 to 40 give the same topics on ECB+."""
FAINT = 0.05
"""Less likeness than this is chance: 95 of 100 pairs of ECB+ reports of unrelated topics have less."""


class Near(NamedTuple):
    """The nearest of one document, the nearest first, with their likeness to it (cosine)."""

    others: Indices
    likeness: Floats


class Index(NamedTuple):
    """For each term the documents listed and its weight in them, one after the other."""

    starts: Indices
    documents: Indices
    weights: Floats


def nearest(vectors: Vectors) -> list[Near]:
    """For each document those it is likest to, as far as the index finds them."""
    index, dense = _index(vectors), np.zeros(vectors.width)
    return [_near(document, vectors, index, dense) for document in range(len(vectors.starts) - 1)]


def _index(vectors: Vectors) -> Index:
    """The documents of each term, the heaviest first, at most so many."""
    owners = np.repeat(np.arange(len(vectors.starts) - 1), np.diff(vectors.starts))
    order = np.lexsort((owners, -vectors.weights, vectors.terms))
    terms = vectors.terms[order]
    kept = order[np.arange(len(terms)) - np.searchsorted(terms, terms) < HOLDERS]
    starts = np.searchsorted(vectors.terms[kept], np.arange(vectors.width + 1))
    return Index(starts, owners[kept], vectors.weights[kept])


def _near(document: int, vectors: Vectors, index: Index, dense: Floats) -> Near:
    terms, weights = vectors.row(document)
    heavy = np.argsort(-weights, kind="stable")[:TERMS]
    places, sizes = stretches(index.starts[terms[heavy]], index.starts[terms[heavy] + 1])
    shared = index.weights[places] * np.repeat(weights[heavy], sizes)
    found, owner = np.unique(index.documents[places], return_inverse=True)
    score = np.bincount(owner, shared, len(found))
    score[found == document] = -1.0
    tried = np.sort(found[np.argsort(-score, kind="stable")[:TRIED]])
    tried = tried[tried != document]
    dense[terms] = weights
    likeness = likeness_to(dense, vectors, tried)
    dense[terms] = 0.0
    best = np.argsort(-likeness, kind="stable")[:NEIGHBOURS]
    best = best[likeness[best] >= FAINT]
    return Near(tried[best], likeness[best])


def likeness_to(dense: Floats, vectors: Vectors, others: Indices) -> Floats:
    """The dot product of one vector, spread out, with those of other documents."""
    places, sizes = stretches(vectors.starts[others], vectors.starts[others + 1])
    products = dense[vectors.terms[places]] * vectors.weights[places]
    found: Floats = np.bincount(np.repeat(np.arange(len(others)), sizes), products, len(others)).astype(np.float64)
    return found


def stretches(begins: Indices, ends: Indices) -> tuple[Indices, Indices]:
    """The indices of several stretches, one after the other, and the length of each."""
    sizes = ends - begins
    before = np.cumsum(sizes) - sizes
    return np.arange(sizes.sum()) + np.repeat(begins - before, sizes), sizes
