"""Which events are compared at all: those that share a key, each with those next to it in time.

A block of one key is sorted by day, and each event is compared with few neighbours on either side (the sorted
neighbourhood of Hernandez and Stolfo 1995): ten thousand events of one kind are ten thousand times few pairs.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from standoff.resolve.happenings.traces import Traces

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
Longs = npt.NDArray[np.int64]

NEIGHBOURS = 4
"""Events of a block, in order of days, that each is compared with on one side: 4 to 12 give the same
CoNLL F1 on ECB+ development topics, within a fifth of a point."""
FEW = 12
"""In a block of so many all are compared."""
DAYS = 3
"""The widest interval, in days, that makes a key: a wide one meets too many."""
NEAR = 0.35
"""Cosine of two words' vectors from which they may mean one event; by judgement, on pairs like "kill" and "die" (.72),
"hit" and "strike" (.40), "attack" and "attempt" (.30)."""
STEP = 50_000
"""Pairs looked at at once."""
BITS = 3
"""Signs of a meaning's first numbers that make a key: near meanings mostly have the same."""
BASE = np.int64(1) << np.int64(21)
"""More than there are actors, lemmas or words of one kind: parts of a key are put together as digits to this base."""


def likely_pairs(traces: Traces, vectors: Floats, among: Longs) -> tuple[Ints, Ints]:
    """The rows of both sides, the lesser on the left; each pair once, in order. Only rows of ``among`` are paired."""
    count = len(traces.events)
    order = np.lexsort((np.arange(count), traces.document, traces.placed))
    place = np.empty(count, np.int64)
    place[order] = np.arange(count)
    wanted = np.zeros(count, np.bool_)
    wanted[among] = True
    codes = [np.empty(0, np.int64)]
    for rows, keys in _keys(traces, vectors):
        kept = wanted[rows]
        codes.append(_neighbours(rows[kept], keys[kept], place, count))
    left, right = np.divmod(np.unique(np.concatenate(codes)), max(1, count))
    return left.astype(np.int32), right.astype(np.int32)


def _keys(traces: Traces, vectors: Floats) -> Iterator[tuple[Longs, Longs]]:
    """Rows and their keys, kind by kind: what tells one event from the many."""
    topic, lemma, kind = (column.astype(np.int64) for column in (traces.topic, traces.lemma, traces.type))
    every = np.arange(len(traces.events), dtype=np.int64)
    yield every, topic * BASE + lemma
    rows, places = np.nonzero(traces.actors >= 0)
    actors = traces.actors[rows, places].astype(np.int64)
    yield rows, lemma[rows] * BASE + actors
    yield rows, (topic[rows] * 32 + kind[rows]) * BASE + actors
    narrow = np.flatnonzero(traces.dated & (traces.until - traces.since <= DAYS))
    yield narrow, traces.since[narrow].astype(np.int64) * 32 + kind[narrow]
    rows, places = np.nonzero(traces.around.near[:, :2] >= 0)
    yield rows, topic[rows] * BASE + traces.around.near[rows, places]
    for signs in (vectors[traces.vector, :BITS] > 0, vectors[traces.vector, BITS : 2 * BITS] > 0):
        yield every, topic * BASE + signs @ (1 << np.arange(BITS))


def _neighbours(rows: Longs, keys: Longs, place: Longs, count: int) -> Longs:
    """Pairs, as ``left * count + right``, of rows that share a key and stand near to each other."""
    order = np.lexsort((place[rows], keys))
    rows, keys = rows[order], keys[order]
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))[: len(keys)]
    sizes = np.repeat(np.diff(np.append(starts, len(keys))), np.diff(np.append(starts, len(keys))))
    found = [np.empty(0, np.int64)]
    for step in range(1, FEW):
        here = (keys[step:] == keys[:-step]) & ((step <= NEIGHBOURS) | (sizes[:-step] <= FEW))
        left, right = rows[:-step][here], rows[step:][here]
        found.append(np.minimum(left, right) * count + np.maximum(left, right))
    codes: Longs = np.concatenate(found)
    two = codes // max(1, count) != codes % max(1, count)
    return np.asarray(codes[two])


def worth_comparing(traces: Traces, vectors: Floats, left: Ints, right: Ints) -> Bools:
    """Where a pair is of one type, or its words are near in meaning, and no days of its own keep it apart."""
    apart = (traces.since[left] > traces.until[right]) | (traces.since[right] > traces.until[left])
    meanings = vectors[traces.vector]
    near = traces.lemma[left] == traces.lemma[right]
    for at in range(0, len(left), STEP):
        part = slice(at, at + STEP)
        near[part] |= np.einsum("ij,ij->i", meanings[left[part]], meanings[right[part]]) >= NEAR
    return np.asarray(~apart & (near | (traces.type[left] == traces.type[right])))
