"""Which pairs of texts may have come from one: an index of neighbouring content words, and where a pair shares some.

A pair of content words that stand next to each other, or one word apart, outlives trimming, house styles, changed
articles and a change of every second word, somewhere in the text; so it finds copies and rewrites alike. A pair of
words in few texts joins each two of them; one in many joins each to the first alone, so that ten thousand copies of
one text cost as much a text as ten do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from standoff.resolve.lineage.numbers import Flags, Keys, Numbers, Places, mixed
from standoff.resolve.lineage.shingles import grouped

# Swept with benchmarks/lineage.py; recall is of 80 texts with half their words changed, among 1,379.
MOST_HOLDERS = 12
"""Holders of a pair of words up to which each two are joined. 8 to 40: recall 1 at all; 0.7 to 2 million joins."""
NEAR = 30
"""Words between two shared pairs that are taken for one passage."""
BACK = 6
"""Words that the second may stand before the first in one of the texts: order changes a little in translation."""
LEAST_CHAIN = 3
"""Shared pairs of words of the shortest passage that counts."""
LEAST_SHARED = 5
"""Shared pairs of words, in such passages, of two texts worth aligning. 3, 5, 8: 8,200, 3,300 and 2,100 pairs of texts
of a million, recall 1 at all; a shared statement of twelve words has seven."""


NEAR_SHARE, NEAR_PARTS, PARTS = 0.4, 6, 10
"""Texts count as one for refrains where so many of the shorter one's content words begin a shared pair, in so many of
its tenths: with half of all words changed 0.4 do, while a comment box, however long, stands in one place."""
WIDE_SHARE, WIDE_PARTS = 0.15, 4
"""Less than this shows no rewrite: of the rewrites found none has less than 0.2."""


class Joined(NamedTuple):
    """By shared key: the texts that share it, the earlier first, and where it stands in each."""

    left: Places
    right: Places
    left_at: Places
    right_at: Places
    many: Flags
    """It has more than ``MOST_HOLDERS`` holders, and the left text is the first of them."""


class Likely(NamedTuple):
    """Pairs of texts that share enough close together, by index, the earlier text first; an entry each."""

    left: Places
    right: Places
    near: Flags
    """They are near copies all through."""
    wide: Flags
    """They share enough to be one text rewritten."""
    joined: Joined
    """All that they share, by pair and place."""


def likely_pairs(texts: Sequence[Numbers]) -> Likely:
    """The pairs of texts that share enough close together; the work grows with the words."""
    indexed = [_neighbours(text) for text in texts]
    joined = _joined(
        np.concatenate([np.empty(0, np.uint64), *(keys for keys, _ in indexed)]),
        np.repeat(np.arange(len(texts)), [len(keys) for keys, _ in indexed]),
        np.concatenate([np.empty(0, np.int64), *(places for _, places in indexed)]),
    )
    return _worth_aligning(_in_chains(joined, len(texts)), texts)


def _worth_aligning(close: Joined, texts: Sequence[Numbers]) -> Likely:
    """The pairs that share enough; of many copies of one text each with the one that it shares most with."""
    codes, firsts, counts = np.unique(close.left * len(texts) + close.right, return_index=True, return_counts=True)
    enough = counts >= LEAST_SHARED
    of_many = np.add.reduceat(np.append(close.many, False).astype(np.int64), firsts)[enough] * 2 > counts[enough]
    codes, counts = codes[enough], counts[enough]
    left, right = np.divmod(codes, max(1, len(texts)))
    content = np.array([int(text.informative.sum()) for text in texts], np.int64)
    shares = counts / np.maximum(1, np.minimum(content[left], content[right]))
    parts = _parts(close, codes, np.array([len(text.forms) for text in texts], np.int64))
    near, wide = (shares >= NEAR_SHARE) & (parts >= NEAR_PARTS), (shares >= WIDE_SHARE) & (parts >= WIDE_PARTS)
    groups = np.array(grouped(len(texts), [*zip(left[near].tolist(), right[near].tolist(), strict=True)]), np.int64)
    within = of_many & (groups[left] == groups[right])
    held = ~within | _most(right, counts, within)
    return Likely(left[held], right[held], near[held], wide[held], close)


def _most(texts: Places, counts: Places, flags: Flags) -> Flags:
    """Of the flagged entries of each text the one with the highest count, the first of several."""
    flagged = np.flatnonzero(flags)
    order = flagged[np.lexsort((-counts[flagged], texts[flagged]))]
    most = np.zeros(len(flags), np.bool_)
    most[order[np.append(True, np.diff(texts[order]) != 0)[: len(order)]]] = True
    return most


def telling(likely: Likely, telling_words: Sequence[Flags]) -> Flags:
    """Which of the pairs still share enough where only words that tell of descent count, flagged by text and place."""
    offsets = np.cumsum([0] + [len(flags) for flags in telling_words])
    flat = np.concatenate([np.empty(0, np.bool_), *telling_words])
    joined, count = likely.joined, len(telling_words)
    kept = flat[offsets[joined.left] + joined.left_at] | flat[offsets[joined.right] + joined.right_at]
    codes, counts = np.unique((joined.left * count + joined.right)[kept], return_counts=True)
    return np.isin(likely.left * count + likely.right, codes[counts >= LEAST_SHARED])


def _neighbours(text: Numbers) -> tuple[Keys, Places]:
    """Each pair of content words next to each other or one apart, once, and where it first stands."""
    places = np.flatnonzero(text.informative)
    stems = text.stems[places]
    following, after = stems[:-1] * np.uint64(3) + stems[1:], stems[:-2] * np.uint64(3) + stems[2:]
    keys, firsts = np.unique(mixed(np.concatenate([following, after])), return_index=True)
    return keys, np.concatenate([places[:-1], places[:-2]])[firsts]


def _joined(keys: Keys, holders: Places, places: Places) -> Joined:
    order = np.argsort(keys, kind="stable")
    keys, holders, places = keys[order], holders[order], places[order]
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))[: len(keys)]
    sizes = np.diff(np.append(starts, len(keys)))
    many = sizes > MOST_HOLDERS
    firsts, others = np.repeat(starts[many], sizes[many]), np.flatnonzero(np.repeat(many, sizes))
    lefts, rights = [firsts[firsts != others]], [others[firsts != others]]
    for size in range(2, MOST_HOLDERS + 1):
        one, other = np.triu_indices(size, 1)
        lefts.append((starts[sizes == size][:, None] + one).ravel())
        rights.append((starts[sizes == size][:, None] + other).ravel())
    left, right = np.concatenate(lefts), np.concatenate(rights)
    of_many = np.arange(len(left)) < len(lefts[0])
    return Joined(holders[left], holders[right], places[left], places[right], of_many)


def _in_chains(joined: Joined, count: int) -> Joined:
    """What is shared close to something else shared, each place of the left text once; by pair and place."""
    codes = joined.left * count + joined.right
    order = np.lexsort((joined.left_at, codes))
    codes, here, there = codes[order], joined.left_at[order], joined.right_at[order]
    step, other_step = np.diff(here), np.diff(there)
    on = (np.diff(codes) == 0) & (step <= NEAR) & (other_step <= NEAR) & (other_step >= -BACK)
    chains = np.cumsum(np.append(True, ~on)[: len(codes)]) - 1
    moved = np.append(True, ~on | (step > 0))[: len(codes)]
    kept = order[moved & (np.bincount(chains, weights=moved) >= LEAST_CHAIN)[chains]]
    return Joined(*(each[kept] for each in joined))


def _parts(close: Joined, codes: Places, words: Places) -> Places:
    """For each pair of texts, how many tenths of the shorter one hold something shared."""
    fewer = words[close.left] <= words[close.right]
    at, size = np.where(fewer, close.left_at, close.right_at), np.where(fewer, words[close.left], words[close.right])
    tenths = np.unique((close.left * len(words) + close.right) * PARTS + at * PARTS // np.maximum(1, size))
    found, counts = np.unique(tenths // PARTS, return_counts=True)
    parts: Places = counts[np.searchsorted(found, codes)]
    return parts
