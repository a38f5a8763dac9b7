"""Sentences and their dependency trees from the network's scores: always a tree, one root a sentence."""

from __future__ import annotations

import numpy as np

from standoff.parse.network import Floats, Signals, Weights
from standoff.parse.pieces import SPACES, Ints

LONGEST = 160  # words: a "sentence" beyond this is a list or a table; it is cut so that time stays linear
BLANK_LINE = SPACES - 1  # the spacing of a word after a blank line


def sentence_numbers(start: Floats, feature: Ints) -> Ints:
    """A sentence number a word, from the logits (words, 2) of the start layer.

    A blank line always breaks, any other place when the head says so, and none is longer than ``LONGEST``.
    """
    breaks = (start[:, 1] >= start[:, 0]) | ((feature - 1) % SPACES == BLANK_LINE)
    breaks[0] = True
    places = np.append(np.flatnonzero(breaks), len(breaks))
    for begin, end in zip(places[:-1][np.diff(places) > LONGEST], places[1:][np.diff(places) > LONGEST], strict=True):
        breaks[begin:end:LONGEST] = True
    return np.cumsum(breaks) - 1


def heads_of(arc: Floats, sentence: Ints) -> Ints:
    """For each word the index of its head, its own at a root; ``arc`` is (words, heads)."""
    scores = np.where(sentence[:, None] == sentence[None, :], arc, -np.inf)
    heads: Ints = scores.argmax(1)
    for number in np.flatnonzero(~_are_trees(heads, sentence)):
        low, high = np.searchsorted(sentence, [number, number + 1])
        heads[low:high] = low + tree(scores[low:high, low:high])
    return heads


def _are_trees(heads: Ints, sentence: Ints) -> np.ndarray:
    """For each sentence whether its heads are a tree: one root, and from every word a way to it."""
    words = np.arange(len(heads))
    count = int(sentence[-1]) + 1
    roots = np.bincount(sentence[heads == words], minlength=count)
    reached = heads
    for _ in range(len(heads).bit_length()):  # after n rounds as many as 2 ** n steps up
        reached = reached[reached]
    lost = np.bincount(sentence[heads[reached] != reached], minlength=count)
    return np.asarray((roots == 1) & (lost == 0))


def tree(scores: Floats) -> Ints:
    """The best head for each word such that all form one tree with one root (its own head).

    Greedy heads when they already are a tree, else the maximum spanning arborescence from the word with the
    best root score (Chu and Liu 1965; Edmonds 1967).
    """
    greedy: Ints = scores.argmax(1)
    roots = np.flatnonzero(greedy == np.arange(len(greedy)))
    if len(roots) == 1 and _cycle(greedy, int(roots[0])) is None:
        return greedy
    root = int(np.diag(scores).argmax())
    rooted = scores.copy()
    np.fill_diagonal(rooted, -np.inf)
    heads = _arborescence(rooted, root)
    heads[root] = root
    return heads


def _cycle(heads: Ints, root: int) -> Ints | None:
    """The words of some cycle among ``heads``, or ``None``."""
    state = np.zeros(len(heads), np.int64)  # 0 unseen, else the walk that saw it
    state[root] = -1
    for first in range(len(heads)):
        at = first
        while state[at] == 0:
            state[at] = first + 1
            at = int(heads[at])
        if state[at] == first + 1:
            cycle = [at]
            while int(heads[cycle[-1]]) != at:
                cycle.append(int(heads[cycle[-1]]))
            return np.array(sorted(cycle))
    return None


def _arborescence(scores: Floats, root: int) -> Ints:
    """Maximum spanning arborescence; ``scores[word, head]``, no word its own head, ``root`` has none."""
    heads: Ints = scores.argmax(1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if cycle is None:
        return heads
    rest = np.setdiff1d(np.arange(len(scores)), cycle)
    size = len(rest)
    small = np.full((size + 1, size + 1), -np.inf, scores.dtype)
    small[:size, :size] = scores[np.ix_(rest, rest)]
    small[:size, size] = scores[np.ix_(rest, cycle)].max(1)
    best_inside = cycle[scores[np.ix_(rest, cycle)].argmax(1)]
    kept = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, rest)] - kept[:, None]
    small[size, :size] = entering.max(0)
    broken = cycle[entering.argmax(0)]
    np.fill_diagonal(small, -np.inf)
    solved = _arborescence(small, int(np.flatnonzero(rest == root)[0]))
    for index, word in enumerate(rest):
        heads[word] = best_inside[index] if solved[index] == size else rest[solved[index]]
    into = int(solved[size])
    heads[broken[into]] = rest[into]
    heads[root] = root
    return heads


def labels_of(signals: Signals, heads: Ints, weights: Weights) -> Ints:
    """The index of each word's dependency label, given its head; "root" at a root and nowhere else."""
    root = weights.deprels.index("root")
    vectors = {"dependent": signals.label_dependent, "head": signals.label_head[heads]}
    scores = np.array(weights.label.run(None, vectors)[0])
    scores[:, root] = -np.inf
    return np.where(heads == np.arange(len(heads)), root, scores.argmax(1))
