"""Sentences and their dependency trees from the network's scores: always a tree, one root a sentence."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from standoff.parse.network import Floats, Signals, Weights, with_one

Ints = npt.NDArray[np.int64]

START = 1
LOW = -1e4
LONGEST = 160  # words: a "sentence" beyond this is a list or a table; it is cut so that time stays linear
BLANK_LINE = re.compile(r"\n\s*\n|\r\s*\r|\r\n\s*\r\n")


def sentence_numbers(text: str, words: list[tuple[int, int]], starts: Floats) -> Ints:
    """A sentence number a word. A blank line always breaks, any other place when the start head says so."""
    number, length = 0, 0
    found = np.zeros(len(words), np.int64)
    for index, (start, _) in enumerate(words):
        if index:
            between = text[words[index - 1][1] : start]
            broken = len(between) > 1 and BLANK_LINE.search(between) is not None
            if broken or starts[index, START] >= 0.5 or length >= LONGEST:
                number, length = number + 1, 0
        found[index] = number
        length += 1
    return found


def heads_of(signals: Signals, sentence: Ints) -> Ints:
    """For each word the index of its head, its own at a root."""
    heads = np.arange(len(sentence))
    edges = np.flatnonzero(np.diff(sentence)) + 1
    for part in np.split(np.arange(len(sentence)), edges):
        scores = _scores(signals, int(part[0]), int(part[-1]) + 1)
        heads[part] = part[0] + tree(scores)
    return heads


def _scores(signals: Signals, start: int, stop: int) -> Floats:
    """(words, heads) of one sentence; where no one window holds a pair, very low."""
    scores = np.full((stop - start, stop - start), LOW, np.float32)
    for owner in np.unique(signals.owner[start:stop]):
        window = signals.windows[owner]
        rows = np.flatnonzero(signals.owner[start:stop] == owner)
        low, high = max(start, window.start), min(stop, window.stop)
        arcs = window.arc[rows + start - window.start][:, low - window.start : high - window.start]
        scores[np.ix_(rows, np.arange(low - start, high - start))] = arcs
    return scores


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


def labels_of(signals: Signals, heads: Ints, weights: Weights) -> list[str]:
    """The dependency label of each word, given its head; "root" at a root and nowhere else."""
    best = np.zeros(len(heads), np.int64)
    root = weights.deprels.index("root")
    for index, window in enumerate(signals.windows):
        mine = np.flatnonzero(signals.owner == index)
        held = np.clip(heads[mine], window.start, window.stop - 1) - window.start
        dependent = with_one(window.label_dependent[mine - window.start])
        head = with_one(window.label_head[held])
        width = weights.label.shape[1]
        sides = (dependent @ weights.label.transpose(1, 0, 2).reshape(width, -1)).reshape(len(mine), -1, width)
        scores = (sides @ head[:, :, None])[:, :, 0]
        scores[:, root] = -np.inf
        best[mine] = scores.argmax(1)
    return [
        "root" if head == index else weights.deprels[label]
        for index, (head, label) in enumerate(zip(heads.tolist(), best.tolist(), strict=True))
    ]
