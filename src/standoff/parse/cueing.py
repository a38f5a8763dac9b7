"""Pieces attributions together from the network's scores: for each cue, its source and its content.

The cue layer says where cues are. For each cue the role scores say which words are its source and which its
content; the source and content layers, which see no cue, settle where a piece begins and ends. Content that
no cue claims ("..., according to officials" lost by a bad translation) is kept with no cue and no source.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from standoff.parse.network import Floats, Signals, Weights, softmax, with_one
from standoff.parse.tagging import Run, runs_of

SOURCE, CONTENT = 1, 2
CLAIM = 0.4  # mean role probability from which a cue claims a run; swept .2-.6 on PolNeAR dev, flat from .3 to .5
ORPHAN = 0.7  # mean content probability from which a run stands without any cue; below it they are mostly wrong
OWN = 0.5  # role probability from which a word no layer marked still belongs to the cue's source or content
Range = tuple[int, int]


class Found(NamedTuple):
    """One attribution as word ranges."""

    cue: Range | None
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float


def attributions_of(signals: Signals, weights: Weights) -> list[Found]:
    """All attributions of a text, in the order of their cues; those without a cue last."""
    layers = {name: runs_of(signals.tags[name]) for name in ("source", "cue", "content")}
    claims = [(cue, *_claimed(cue, signals, weights, layers)) for cue in layers["cue"]]
    found = [
        Found((cue.start, cue.stop), source, content, round(cue.score * score, 4))
        for cue, source, content, score in claims
        if content
    ]
    taken = [piece for item in found for piece in item.content]
    orphans = [
        Found(None, (), ((run.start, run.stop),), round(run.score, 4))
        for run in layers["content"]
        if run.score >= ORPHAN and not any(_share(run, piece) for piece in taken)
    ]
    return found + orphans


def _share(run: Run, piece: Range) -> bool:
    return run.start < piece[1] and piece[0] < run.stop


def _claimed(
    cue: Run, signals: Signals, weights: Weights, layers: dict[str, list[Run]]
) -> tuple[tuple[Range, ...], tuple[Range, ...], float]:
    """The source and content of one cue, and how sure the role head is of the content."""
    start, roles = role_scores(cue.start, signals, weights)
    sources = _pieces(roles[:, SOURCE], start, layers["source"])
    contents = _pieces(roles[:, CONTENT], start, layers["content"])
    contents = [piece for piece in contents if not (piece[0] <= cue.start and cue.stop <= piece[1])] or contents
    best = max(sources, key=lambda piece: _weight(piece, start, roles[:, SOURCE]), default=None)
    if not contents:
        return (), (), 0.0
    score = float(np.mean([_mean(piece, start, roles[:, CONTENT]) for piece in contents]))
    return (best,) if best else (), tuple(contents), score


def role_scores(cue: int, signals: Signals, weights: Weights) -> tuple[int, Floats]:
    """The first word of the cue's window, and for its words the probability of each role for this cue."""
    window = signals.windows[signals.owner[cue]]
    word = with_one(window.role_word)
    head = with_one(window.role_cue[cue - window.start])
    logits = word @ np.einsum("oij,j->io", weights.role, head)
    return window.start, softmax(logits)


def _pieces(role: Floats, start: int, runs: list[Run]) -> list[Range]:
    """The runs of a layer that the cue claims, and stretches of its role that no run of the layer covers."""
    stop = start + len(role)
    claimed: list[Range] = []
    free = np.ones(len(role), bool)
    for run in runs:
        low, high = max(run.start, start), min(run.stop, stop)
        if low >= high:
            continue
        free[low - start : high - start] = False
        if float(role[low - start : high - start].mean()) >= CLAIM:
            claimed.append((run.start, run.stop))
    own = np.flatnonzero(free & (role >= OWN))
    for part in np.split(own, np.flatnonzero(np.diff(own) > 1) + 1):
        if len(part):
            claimed.append((int(part[0]) + start, int(part[-1]) + 1 + start))
    return sorted(claimed)


def _mean(piece: Range, start: int, role: Floats) -> float:
    return float(role[max(0, piece[0] - start) : max(0, piece[1] - start)].mean())


def _weight(piece: Range, start: int, role: Floats) -> float:
    return float(role[max(0, piece[0] - start) : max(0, piece[1] - start)].sum())
