"""Runs of words out of begin-inside-outside labels."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from standoff.parse.network import Floats


class Run(NamedTuple):
    """Words ``[start, stop)`` with one label, and how sure the head is of them, from 0 to 1."""

    start: int
    stop: int
    label: int
    score: float


def runs_of(probabilities: Floats) -> list[Run]:
    """The runs of a layer of ``1 + 2 * labels`` classes: outside, then begin and inside of each label.

    A word is in a run when begin and inside together beat outside and the other labels; it opens a new one
    when begin beats inside or the label changes. So a run cut by a window's edge needs no begin.
    """
    inside = probabilities[:, 1::2] + probabilities[:, 2::2]
    label = inside.argmax(1)
    chosen = inside.max(1)
    covered = chosen > probabilities[:, 0]
    words = np.arange(len(label))
    begins = probabilities[words, 1 + 2 * label] > probabilities[words, 2 + 2 * label]
    found: list[Run] = []
    start = -1
    for index in range(len(label) + 1):
        ends = index == len(label) or not covered[index] or begins[index] or label[index] != label[index - 1]
        if start >= 0 and ends:
            found.append(Run(start, index, int(label[start]), float(chosen[start:index].mean())))
            start = -1
        if start < 0 and index < len(label) and covered[index]:
            start = index
    return found
