"""Runs of words out of begin-inside-outside labels."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from standoff.parse.network import Floats

OUTSIDE = 0.5  # probability of being outside below which a word is in some run: where all labels together beat it


class Run(NamedTuple):
    """Words ``[start, stop)`` with one label, and how sure the head is of them, from 0 to 1."""

    start: int
    stop: int
    label: int
    score: float


def runs_of(probabilities: Floats, outside: float = OUTSIDE) -> list[Run]:
    """The runs of a layer of ``1 + 2 * labels`` classes: outside, then begin and inside of each label.

    A word is in a run when outside is less probable than ``outside``, and opens a new one when all begins together
    beat all insides; so a run cut by a window's edge needs no begin, and one of unsure kind is not cut where its
    kind seems to change. Its label is the one that its words have most of.
    """
    covered = probabilities[:, 0] < outside
    if not covered.any():
        return []
    begin, inside = probabilities[:, 1::2], probabilities[:, 2::2]
    opens = covered & ((begin.sum(1) > inside.sum(1)) | ~np.append(False, covered[:-1]))
    closes = covered & np.append(opens[1:] | ~covered[1:], True)
    starts, stops = np.flatnonzero(opens).tolist(), (np.flatnonzero(closes) + 1).tolist()
    return [_run(begin + inside, start, stop) for start, stop in zip(starts, stops, strict=True)]


def _run(kinds: Floats, start: int, stop: int) -> Run:
    weights = kinds[start:stop].mean(0)
    label = int(weights.argmax())
    return Run(start, stop, label, float(weights[label]))
