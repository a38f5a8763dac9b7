"""Pieces attributions together from the network's scores: for each cue, its source and its content.

The cue layer says where cues are. For each cue the role scores say which words are its source and which its
content; the source and content layers, which see no cue, settle where a piece begins and ends. Content that
no cue claims ("..., according to officials" lost by a bad translation) is kept with no cue and no source.
Cues inside contents have a layer of their own; what they claim stays inside the content around them.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from standoff.parse.network import Floats, Signals, Weights, softmax
from standoff.parse.tagging import Run, runs_of

SOURCE, CONTENT = 1, 2
# The probability of being outside below which a word is in a run. Cues and sources were found too seldom at a half:
# of .5 .6 .7, .6 has the best F1 of words on PolNeAR dev, and whole attributions lose 0.2.
LAYERS = {"source": 0.6, "cue": 0.6, "content": 0.5, "inner": 0.6}
CLAIM = 0.4  # mean role probability from which a cue claims a run; swept .2-.6 on PolNeAR dev, flat from .3 to .5
ORPHAN = 0.8  # mean content probability from which a run stands without any cue; swept .7-.9: higher, fewer and righter
GAP = 2  # words; swept 0-3 on PolNeAR dev: exact contents gain 2 points up to 2, whole attributions nothing
OWN = 0.7  # role probability from which a word that no layer marked still belongs to a cue; swept .5-.8
Range = tuple[int, int]


class Found(NamedTuple):
    """One attribution as word ranges."""

    cue: Range | None
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float
    depth: int
    """0 as the text stands, 1 inside another one's content."""


def attributions_of(signals: Signals, weights: Weights) -> list[Found]:
    """All attributions of a run of words: in the order of their cues, those without one, those inside contents."""
    layers = {name: runs_of(softmax(signals.tags[name]), outside) for name, outside in LAYERS.items()}
    roles = role_scores([cue.start for cue in layers["cue"] + layers["inner"]], signals, weights)
    outer = [_outer(cue, role, layers) for cue, role in zip(layers["cue"], roles, strict=False)]
    found = [item for item in outer if item.content]
    found += _orphans(layers["content"], [piece for item in found for piece in item.content])
    inner = zip(layers["inner"], roles[len(layers["cue"]) :], strict=True)
    return found + [item for cue, role in inner if (item := _inner(cue, role, found)) is not None]


def role_scores(cues: list[int], signals: Signals, weights: Weights) -> Floats:
    """(cues, words, 3): the probability of each role of each word, for cues that begin at these words."""
    if not cues:
        return np.zeros((0, len(signals.role_word), 3), np.float32)
    logits = weights.role.run(None, {"cue": signals.role_cue[cues], "word": signals.role_word})[0]
    return softmax(logits.transpose(0, 2, 1))


def _outer(cue: Run, role: Floats, layers: dict[str, list[Run]]) -> Found:
    """The source and content of one cue, and how sure the role head is of the content."""
    sources = _pieces(role[:, SOURCE], layers["source"])
    contents = _pieces(role[:, CONTENT], layers["content"])
    contents = [piece for piece in contents if not (piece[0] <= cue.start and cue.stop <= piece[1])] or contents
    return _found(cue, role, sources, _joined(contents, [(cue.start, cue.stop), *sources]), 0)


def _inner(cue: Run, role: Floats, outer: list[Found]) -> Found | None:
    """The attribution of a cue inside a content; nothing where no content holds it, or where it has none."""
    around = [piece for item in outer for piece in item.content if piece[0] <= cue.start and cue.stop <= piece[1]]
    if not around:
        return None
    low, high = min(around, key=lambda piece: piece[1] - piece[0])
    within = np.zeros(len(role), bool)
    within[low:high] = True
    within[cue.start : cue.stop] = False
    sources, contents = (_stretches(within & (role[:, kind] >= OWN)) for kind in (SOURCE, CONTENT))
    item = _found(cue, role, sources, _joined(contents, [(cue.start, cue.stop), *sources]), 1)
    return item if item.content else None


def _found(cue: Run, role: Floats, sources: list[Range], contents: list[Range], depth: int) -> Found:
    best = max(sources, key=lambda piece: float(role[slice(*piece), SOURCE].sum()), default=None)
    score = float(np.mean([role[slice(*piece), CONTENT].mean() for piece in contents])) if contents else 0.0
    source = (best,) if best else ()
    return Found((cue.start, cue.stop), source, tuple(contents), round(cue.score * score, 4), depth)


def _orphans(contents: list[Run], taken: list[Range]) -> list[Found]:
    return [
        Found(None, (), ((run.start, run.stop),), round(run.score, 4), 0)
        for run in contents
        if run.score >= ORPHAN and not any(_share((run.start, run.stop), piece) for piece in taken)
    ]


def _share(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _pieces(role: Floats, runs: list[Run]) -> list[Range]:
    """The runs of a layer that the cue claims, and stretches of its role that no run of the layer covers."""
    free = np.ones(len(role), bool)
    claimed: list[Range] = []
    for run in runs:
        free[run.start : run.stop] = False
        if float(role[run.start : run.stop].mean()) >= CLAIM:
            claimed.append((run.start, run.stop))
    return sorted(claimed + _stretches(free & (role >= OWN)))


def _joined(pieces: list[Range], apart: list[Range]) -> list[Range]:
    """Pieces with at most ``GAP`` words between them are one: a mark or a word that was missed, no interruption.

    Those with a word of ``apart`` between them, the cue or a source, stay two.
    """
    found: list[Range] = []
    for start, stop in pieces:
        gap = (found[-1][1], start) if found else (0, 0)
        if found and gap[1] - gap[0] <= GAP and not any(_share(gap, other) for other in apart):
            found[-1] = (found[-1][0], stop)
        else:
            found.append((start, stop))
    return found


def _stretches(chosen: npt.NDArray[np.bool_]) -> list[Range]:
    """Runs of neighbouring words that are all chosen."""
    words = np.flatnonzero(chosen)
    if not len(words):
        return []
    gaps = np.flatnonzero(np.diff(words) > 1)
    starts, stops = words[np.append(0, gaps + 1)], words[np.append(gaps, len(words) - 1)] + 1
    return list(zip(starts.tolist(), stops.tolist(), strict=True))
