"""Cuts a text into windows that are read one by one, where that costs least: between paragraphs, else sentences."""

from __future__ import annotations

import zlib

import numpy as np

from standoff.parse.pieces import SPACES, Ints, Pieces

SIZE = 190  # pieces; longer windows see more and take longer, a piece at 250 a fifth longer than at 130
LINE = 2  # the spacing from which a word begins a line
STOPS = (1012, 1029, 999, 1525, 1000)  # the pieces . ? ! ” "
PEEK = 8  # pieces of a paragraph that decide whether a window begins with it


def windows_of(pieces: Pieces, allowed: Ints | None = None) -> list[tuple[int, int]]:
    """Word ranges ``[start, stop)`` of at most ``SIZE`` pieces that cover all words, each once.

    A window ends where a line does, if one does in its second half, else where a sentence seems to, else where it
    is full. Of several lines the one that goes on with the least digest is taken: the place depends on the words
    alone, so windows of two copies fall into step after a difference, and what was read is known again.
    ``allowed``, the words at which a window may begin, is for corpora with given sentences.
    """
    spaces = (pieces.feature - 1) % SPACES
    lines = np.flatnonzero(spaces >= LINE) if allowed is None else allowed
    ends = np.flatnonzero(np.isin(pieces.ids[pieces.first[1:] - 1], STOPS)) + 1 if allowed is None else allowed
    words = len(pieces.first) - 1
    found: list[tuple[int, int]] = []
    start = 0
    while start < words:
        stop = _full(pieces.first, start)
        if stop < words:
            stop = _cut(pieces, lines, start, stop, by_digest=True) or _cut(pieces, ends, start, stop) or stop
        found.append((start, stop))
        start = stop
    return found


def _full(first: Ints, start: int) -> int:
    """The first word that no longer fits; a word of more pieces than ``SIZE`` fits alone."""
    return max(start + 1, int(np.searchsorted(first, first[start] + SIZE, "right")) - 1)


def _cut(pieces: Pieces, places: Ints, start: int, stop: int, *, by_digest: bool = False) -> int | None:
    """One of ``places`` in the second half of ``[start, stop]``: the last, or the one of least digest."""
    middle = int(np.searchsorted(pieces.first, (pieces.first[start] + pieces.first[stop]) // 2, "right"))
    low, high = np.searchsorted(places, max(start + 1, middle)), np.searchsorted(places, stop, "right")
    if low >= high:
        return None
    if not by_digest:
        return int(places[high - 1])
    return int(min(places[low:high], key=lambda place: (_digest(pieces, int(place)), place)))


def _digest(pieces: Pieces, word: int) -> int:
    at = pieces.first[word]
    return zlib.crc32(pieces.ids[at : at + PEEK].tobytes())


def words_of(pieces: Pieces, start: int, stop: int) -> Pieces:
    """The pieces of the words ``[start, stop)``, as many as a window holds."""
    low = int(pieces.first[start])
    first = np.minimum(pieces.first[start : stop + 1] - low, SIZE)
    return Pieces(pieces.ids[low : low + int(first[-1])], first, pieces.feature[start:stop])
