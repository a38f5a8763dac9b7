"""Breaks training texts as the world breaks them, so that the reader learns to read on.

Casing is lost, quotation marks are stripped, sentences are glued or lose their full stop, words are replaced by
others. Each function takes an example and gives another with the labels still in their places.
"""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from standoff.parse.pieces import SPACES, UNKNOWN, Pieces
from training.example import UNLABELLED, Example, Ints

Flags = npt.NDArray[np.bool_]
QUOTES = ('"', "“", "”", "„", "«", "»", "``", "''")
STOPS = (".", "!", "?")
LOWER, CAPITAL, LETTER, UPPER, MIXED = 0, 1, 2, 3, 4
WORDS = (LOWER, CAPITAL, LETTER, UPPER, MIXED, 5)  # the shapes of words of letters only
SHARES = {"lower": 0.08, "upper": 0.03, "quotes": 0.10, "stops": 0.06, "glued": 0.06, "swapped": 0.25}
GLUED_SHARE, SWAPPED_SHARE = 0.3, 0.05
LAYERS_WITH_BEGIN = ("start", "name", "source", "cue", "content", "inner")


def break_some(example: Example, quotes: frozenset[int], stops: frozenset[int], order: random.Random) -> Example:
    """Each kind of damage befalls a share of the examples, independently. ``quotes`` and ``stops`` are piece ids."""
    hit = {name for name, share in SHARES.items() if order.random() < share}
    if "quotes" in hit:
        example = without(example, _single(example, quotes))
    if "stops" in hit and "start" in example.layers:
        example = without(example, _single(example, stops) & _last_of_sentence(example))
    if "lower" in hit:
        example = recased(example, LOWER)
    elif "upper" in hit:
        example = recased(example, UPPER)
    if "glued" in hit:
        example = glued(example, order)
    if "swapped" in hit:
        example = swapped(example, order)
    return example


def recased(example: Example, shape: int) -> Example:
    """All words of letters in one case: only their shape feature changes, the vocabulary has no case."""
    feature = example.pieces.feature.copy()
    old, space = (feature - 1) // SPACES, (feature - 1) % SPACES
    letters = np.isin(old, WORDS)
    new = np.where((old == LETTER) & (shape == UPPER), LETTER, shape)
    feature[letters] = (1 + new * SPACES + space)[letters]
    return replace(example, pieces=example.pieces._replace(feature=feature))


def glued(example: Example, order: random.Random) -> Example:
    """The white space before some sentences (or, where none are known, capitalised words) is gone."""
    feature = example.pieces.feature.copy()
    old, space = (feature - 1) // SPACES, (feature - 1) % SPACES
    places = example.layers["start"] == 1 if "start" in example.layers else old == CAPITAL
    share = GLUED_SHARE if "start" in example.layers else GLUED_SHARE / 8
    chosen = places & np.array([order.random() < share for _ in range(len(example))], bool)
    chosen[:1] = False
    feature[chosen] -= space[chosen]
    return replace(example, pieces=example.pieces._replace(feature=feature))


def swapped(example: Example, order: random.Random) -> Example:
    """Some pieces become another piece of the same text or an unknown one, as a bad translation has wrong words."""
    ids = example.pieces.ids.copy()
    for place in range(len(ids)):
        if order.random() < SWAPPED_SHARE:
            ids[place] = ids[order.randrange(len(ids))] if order.random() < 0.5 else UNKNOWN
    return replace(example, pieces=example.pieces._replace(ids=ids))


def _single(example: Example, wanted: frozenset[int]) -> Flags:
    """For each word whether it is one piece, and one of ``wanted``."""
    first = example.pieces.first
    alone = np.diff(first) == 1
    return alone & np.isin(example.pieces.ids[first[:-1]], list(wanted))


def _last_of_sentence(example: Example) -> Flags:
    starts = example.layers["start"]
    return np.append(starts[1:] == 1, True)


def without(example: Example, gone: Flags) -> Example:
    """The example without some words; words that others depend on, and the only word, stay."""
    gone = gone.copy()
    if example.heads is not None:
        others = example.heads[example.heads != np.arange(len(example))]
        gone[others] = False
        gone[example.heads == np.arange(len(example))] = False
    gone[[cue for cue, _ in example.roles]] = False
    if not gone.any() or gone.all():
        return example
    kept = np.flatnonzero(~gone)
    layers = {name: _moved_begin(labels, gone, name)[kept] for name, labels in example.layers.items()}
    place = np.cumsum(~gone) - 1
    heads = None if example.heads is None else place[example.heads[kept]]
    roles = tuple((int(place[cue]), row[kept]) for cue, row in example.roles)
    return Example(_kept_pieces(example.pieces, kept, gone), layers, heads, roles)


def _moved_begin(labels: Ints, gone: Flags, name: str) -> Ints:
    """A span that loses its first word begins at its second, a sentence too."""
    if name not in LAYERS_WITH_BEGIN:
        return labels
    moved = labels.copy()
    for place in np.flatnonzero(gone)[:-1] if gone[-1] else np.flatnonzero(gone):
        begins = moved[place] > 0 and moved[place] != UNLABELLED and moved[place] % 2 == 1
        if begins and (name == "start" or moved[place + 1] == moved[place] + 1):
            moved[place + 1] = moved[place]
    return moved


def _kept_pieces(pieces: Pieces, kept: Ints, gone: Flags) -> Pieces:
    """The pieces of the words that stay; white space before a word that goes stands before the next one."""
    feature = pieces.feature.copy()
    for place in np.flatnonzero(gone):
        if place + 1 < len(feature):
            here, there = (feature[place] - 1) % SPACES, (feature[place + 1] - 1) % SPACES
            feature[place + 1] += max(int(here - there), 0)
    lengths = np.diff(pieces.first)[kept]
    ids = np.concatenate([pieces.ids[pieces.first[word] : pieces.first[word + 1]] for word in kept])
    return Pieces(ids, np.concatenate([[0], np.cumsum(lengths)]), feature[kept])
