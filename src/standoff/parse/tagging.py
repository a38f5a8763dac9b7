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
    label, chosen = inside.argmax(1), inside.max(1)
    covered = chosen > probabilities[:, 0]
    if not covered.any():
        return []
    words = np.arange(len(label))
    begins = probabilities[words, 1 + 2 * label] > probabilities[words, 2 + 2 * label]
    before, same = np.append(False, covered[:-1]), np.append(False, label[1:] == label[:-1])
    opens = covered & (begins | ~before | ~same)
    closes = covered & np.append(opens[1:] | ~covered[1:], True)
    starts, stops = np.flatnonzero(opens).tolist(), (np.flatnonzero(closes) + 1).tolist()
    return [
        Run(start, stop, int(label[start]), float(chosen[start:stop].mean()))
        for start, stop in zip(starts, stops, strict=True)
    ]
