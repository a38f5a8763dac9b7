"""Nested attributions, made: the corpus marks none, so one of its attributions becomes the content of another.

"The minister said the army had fled" and "according to aides, ..." give "according to aides, the minister said
the army had fled". The cue inside stands in a layer of its own, ``inner``, and has roles like any other. What a
real content holds is not marked, so there ``inner`` has no label; outside all contents there is nothing inside.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from standoff.parse.pieces import SPACES, Pieces
from training.example import BEGIN, CONTENT, INSIDE, NO_ROLE, SOURCE, Example, Ints, cut

LINE = 2  # the spacing feature from which a word begins a line
LONGEST_FRAME = 16  # words: who said it, and how
SHORTEST, LONGEST = 6, 70  # words of what becomes a content


class Frame(NamedTuple):
    """A source and a cue as they stand before or after their content, with all words between."""

    words: Example
    cue: int
    source: Ints
    before: bool


@dataclass(frozen=True)
class Stretch:
    """Words ``[start, stop)`` of an example that can become a content; ``role`` the attribution in it, if any."""

    start: int
    stop: int
    role: int | None


def frames_of(example: Example) -> list[Frame]:
    """The frames of an example whose source, cue and content stand one after another."""
    found = []
    for cue, row in example.roles:
        source, content = np.flatnonzero(row == SOURCE), np.flatnonzero(row == CONTENT)
        if not len(source) or not len(content):
            continue
        low, high = min(cue, int(source[0])), max(cue, int(source[-1])) + 1
        if high <= content[0] <= low + LONGEST_FRAME:
            start, stop = low, int(content[0])
        elif content[-1] < low and high - content[-1] <= LONGEST_FRAME:
            start, stop = int(content[-1]) + 1, high
        else:
            continue
        if (example.layers["content"][start:stop] > 0).any():
            continue
        words = cut(example, start, stop)
        found.append(Frame(words, cue - start, row[start:stop] == SOURCE, start == low))
    return found


def stretches_of(example: Example, stops: frozenset[int]) -> list[Stretch]:
    """What can become a content: a whole attribution in one run of words, or a sentence without any.

    ``stops`` are the pieces that end sentences.
    """
    found = []
    taken = example.layers["content"] > 0
    for number, (cue, row) in enumerate(example.roles):
        covered = np.flatnonzero(row != NO_ROLE)
        if not len(covered):
            continue
        start, stop = min(cue, int(covered[0])), max(cue, int(covered[-1])) + 1
        taken[start:stop] = True
        others = (r for n, (_, r) in enumerate(example.roles) if n != number)
        alone = not any((other[start:stop] != NO_ROLE).any() for other in others)
        if alone and SHORTEST <= stop - start <= LONGEST:
            found.append(Stretch(start, stop, number))
    return found + [
        Stretch(start, stop, None) for start, stop in _sentences(example, stops) if not taken[start:stop].any()
    ]


def _sentences(example: Example, stops: frozenset[int]) -> list[tuple[int, int]]:
    """Runs of words from after one of ``stops`` or from the start of a line through the next of ``stops``."""
    pieces = example.pieces
    ends = np.flatnonzero(np.isin(pieces.ids[pieces.first[:-1]], list(stops))) + 1
    lines = np.flatnonzero((pieces.feature - 1) % SPACES >= LINE)
    starts = np.union1d(lines, ends)
    found = []
    for stop in ends:
        start = int(starts[np.searchsorted(starts, stop, "left") - 1]) if starts[0] < stop else int(stop)
        if SHORTEST <= stop - start <= LONGEST:
            found.append((start, int(stop)))
    return found


def nest(example: Example, frames: Sequence[Frame], stops: frozenset[int], order: random.Random) -> Example:
    """The example with one of its stretches put into one of the frames; as it was where nothing fits."""
    stretches = stretches_of(example, stops)
    nesting = [stretch for stretch in stretches if stretch.role is not None]
    chosen = nesting if nesting and order.random() < 0.7 else stretches
    if not chosen:
        return example
    return _nested(example, order.choice(chosen), order.choice(frames))


def _nested(example: Example, stretch: Stretch, frame: Frame) -> Example:
    at = stretch.start if frame.before else stretch.stop
    width = len(frame.words)
    start = stretch.start + (width if frame.before else 0)
    stop = start + stretch.stop - stretch.start
    inside = slice(start, stop)
    layers = {}
    for name, labels in example.layers.items():
        own = frame.words.layers[name]
        layers[name] = np.concatenate([labels[:at], own, labels[at:]])
    for name in ("source", "cue"):
        layers[name][inside] = 0
    layers["content"][inside] = INSIDE
    layers["content"][start] = BEGIN
    layers["inner"][inside] = 0
    roles = [(cue + width * (cue >= at), _spread(row, at, width)) for cue, row in example.roles]
    outer = np.zeros(len(example) + width, np.int64)
    outer[at : at + width][frame.source] = SOURCE
    outer[inside] = CONTENT
    if stretch.role is not None:
        cue = roles[stretch.role][0]
        length = _cue_length(example.layers["cue"], example.roles[stretch.role][0])
        layers["inner"][cue : cue + length] = INSIDE
        layers["inner"][cue] = BEGIN
    pieces = _spliced(example.pieces, frame.words.pieces, at, before=frame.before)
    return Example(pieces, layers, None, (*roles, (at + frame.cue, outer)))


def _cue_length(layer: Ints, cue: int) -> int:
    stop = cue + 1
    while stop < len(layer) and layer[stop] == INSIDE:
        stop += 1
    return stop - cue


def _spread(row: Ints, at: int, width: int) -> Ints:
    """The row with ``width`` words of no role put in; inside a piece of one role it goes on around them."""
    return np.concatenate([row[:at], np.full(width, NO_ROLE, np.int64), row[at:]])


def _spliced(pieces: Pieces, new: Pieces, at: int, *, before: bool) -> Pieces:
    """The pieces with others put in before word ``at``.

    A frame ``before`` its content takes over the break that stood there, and a space follows it.
    """
    piece = int(pieces.first[at])
    ids = np.concatenate([pieces.ids[:piece], new.ids, pieces.ids[piece:]])
    first = np.concatenate([pieces.first[:at], piece + new.first[:-1], pieces.first[at:] + len(new.ids)])
    feature = np.concatenate([pieces.feature[:at], new.feature, pieces.feature[at:]])
    if before:
        space = (feature - 1) % SPACES
        after = at + len(new.feature)
        feature[at] += space[after] - space[at]
        feature[after] += 1 - space[after]
    return Pieces(ids, first, feature)
