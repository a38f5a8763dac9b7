"""Cuts a long text into overlapping windows for the encoder, and says which window knows each word best."""

from __future__ import annotations

import numpy as np

from standoff.parse.pieces import PAD, START, STOP, Ints, Pieces

SIZE = 252  # pieces without [CLS] and [SEP], as in training
OVERLAP = 96  # pieces two neighbours share: each word has 48 of context or the text's own edge


def windows_of(first: Ints) -> list[tuple[int, int]]:
    """Word ranges ``[start, stop)`` of windows of at most ``SIZE`` pieces that cover all words.

    ``first`` holds each word's first piece and one closing entry. A word of more pieces than ``SIZE`` has a
    window of its own, whose pieces are cut when it is encoded.
    """
    words = len(first) - 1
    found: list[tuple[int, int]] = []
    start = 0
    while start < words:
        stop = max(start + 1, int(np.searchsorted(first, first[start] + SIZE, "right")) - 1)
        found.append((start, stop))
        if stop >= words:
            break
        back = int(np.searchsorted(first, first[stop] - OVERLAP, "left"))
        start = max(start + 1, min(back, stop))
    return found


def owners(ranges: list[tuple[int, int]], words: int) -> Ints:
    """For each word the index of the window in which it stands farthest from a cut edge."""
    best = np.full(words, -1, np.int64)
    owner = np.zeros(words, np.int64)
    for index, (start, stop) in enumerate(ranges):
        places = np.arange(start, stop)
        left = places - start + (words if start == 0 else 0)
        right = stop - 1 - places + (words if stop == words else 0)
        depth = np.minimum(left, right)
        better = depth > best[start:stop]
        best[start:stop][better] = depth[better]
        owner[start:stop][better] = index
    return owner


def pad(windows: list[tuple[Pieces, int, int]]) -> tuple[Ints, Ints, Ints]:
    """The words ``[start, stop)`` of texts for the encoder: ids and features (windows, pieces), first pieces."""
    lengths = [min(int(pieces.first[stop] - pieces.first[start]), SIZE) for pieces, start, stop in windows]
    ids = np.full((len(windows), max(lengths) + 2), PAD, np.int64)
    feature = np.zeros_like(ids)
    first = np.zeros((len(windows), max(stop - start for _, start, stop in windows)), np.int64)
    for row, ((pieces, start, stop), length) in enumerate(zip(windows, lengths, strict=True)):
        begin = pieces.first[start]
        ids[row, 0], ids[row, length + 1] = START, STOP
        ids[row, 1 : length + 1] = pieces.ids[begin : begin + length]
        first[row, : stop - start] = pieces.first[start:stop] - begin + 1
        feature[row, first[row, : stop - start]] = pieces.feature[start:stop]
    return ids, feature, first
