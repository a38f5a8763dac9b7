"""Fits the pieces of a content to the text: whole quotations, no stray marks, no "that"."""

from __future__ import annotations

import re

from standoff.core.parse import Piece
from standoff.extract.quotations import Quotation, overlapping

FILLER = " \t\r\n\u00a0,;:–—-"
LEADING = re.compile(r"that\s+(?=\w|[“\"‘])")
"""In lower case only: "That would be a mistake, he said" begins with a pronoun."""
FULL_STOP = re.compile(r"(?<!\.)(?<!\.[A-Za-z])\.")
"""The full stop of a sentence: not of "U.S.", nor the last of three dots."""
MARKS = '“”„‟"«»‘’'
MOST = 0.5  # share of a quotation from which a piece is taken to mean all of it


def fit(pieces: tuple[Piece, ...], quotations: tuple[Quotation, ...], text: str, barriers: list[Piece]) -> list[Piece]:
    """The pieces grown to whole quotations, trimmed, merged and sorted; those without a letter are dropped.

    ``barriers`` are the cue and the source: a piece never grows over them.
    """
    grown = [_grow(piece, quotations, barriers) for piece in pieces]
    merged: list[Piece] = []
    for start, end in sorted(grown):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    joined = [trim(piece, quotations, text) for piece in _close_gaps(merged, text)]
    return [(start, end) for start, end in joined if any(map(str.isalnum, text[start:end]))]


def _grow(piece: Piece, quotations: tuple[Quotation, ...], barriers: list[Piece]) -> Piece:
    start, end = piece
    for quotation in overlapping(quotations, start, end):
        shared = min(end, quotation.end) - max(start, quotation.start)
        wide = (min(start, quotation.start), max(end, quotation.end))
        if shared >= MOST * (quotation.end - quotation.start) and not any(_meet(wide, b) for b in barriers):
            start, end = wide
    return start, end


def _meet(piece: Piece, other: Piece) -> bool:
    return piece[0] < other[1] and other[0] < piece[1]


def _close_gaps(pieces: list[Piece], text: str) -> list[Piece]:
    """Join pieces that only white space and marks part, within a paragraph."""
    joined: list[Piece] = []
    for piece in pieces:
        between = text[joined[-1][1] : piece[0]] if joined else "\n"
        if joined and "\n" not in between and not any(map(str.isalnum, between)):
            joined[-1] = (joined[-1][0], piece[1])
        else:
            joined.append(piece)
    return joined


def trim(piece: Piece, quotations: tuple[Quotation, ...], text: str) -> Piece:
    """Cut white space, commas and "that" at the edges; of a full quotation also its marks and its last comma."""
    start, end = _strip(piece, text)
    found = LEADING.match(text, start, end)
    if found:
        start = found.end()
    inside = overlapping(quotations, start, end)
    if len(inside) == 1 and inside[0].start <= start and end <= inside[0].end:
        low, high = inside[0].inner
        start, end = _strip((max(start, low), min(end, high)), text)
    elif start < end and not inside and FULL_STOP.match(text, end - 1):
        end -= 1
    return start, max(start, end)


def _strip(piece: Piece, text: str) -> Piece:
    start, end = piece
    while start < end and text[start] in FILLER:
        start += 1
    while end > start and text[end - 1] in FILLER:
        end -= 1
    return start, end
