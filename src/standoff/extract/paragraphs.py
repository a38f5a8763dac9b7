"""Keeps a content in its paragraph: only a quotation, or what a colon announces, runs on into others."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from standoff.core.parse import Piece
from standoff.extract.quotations import Quotation, quoted_share

BLANK_LINE = re.compile(r"\n[ \t\r\u00a0]*\n\s*|\r[ \t\u00a0]*\r\s*")
MOSTLY = 0.5  # quoted share from which a stretch of a content counts as quoted


def breaks(text: str) -> tuple[Piece, ...]:
    """The blank lines of a text, in order."""
    return tuple(found.span() for found in BLANK_LINE.finditer(text))


def in_its_paragraph(
    pieces: Sequence[Piece],
    cue: Piece | None,
    blank: tuple[Piece, ...],
    quotations: tuple[Quotation, ...],
    text: str,
) -> list[Piece]:
    """The pieces cut at blank lines; kept are stretches in the cue's paragraph, quoted ones, and any after its colon.

    Without a cue the longest stretch says which paragraph is meant.
    """
    stretches = [stretch for piece in pieces for stretch in _cut(piece, blank)]
    home = cue or max(stretches, key=lambda s: s[1] - s[0], default=None)
    if home is None:
        return []
    number = _paragraph(home[0], blank)
    end = blank[number][0] if number < len(blank) else len(text)
    announced = text[max(0, end - 1) : end] == ":"
    return [
        stretch
        for stretch in stretches
        if _paragraph(stretch[0], blank) == number
        or quoted_share(quotations, [stretch], text) >= MOSTLY
        or (announced and stretch[0] >= end)
    ]


def _paragraph(at: int, blank: tuple[Piece, ...]) -> int:
    """The number of blank lines before a place."""
    return bisect_left(blank, (at + 1,))


def _cut(piece: Piece, blank: tuple[Piece, ...]) -> list[Piece]:
    found: list[Piece] = []
    start, end = piece
    for low, high in blank[_paragraph(start, blank) : _paragraph(end, blank)]:
        if start < low:
            found.append((start, low))
        start = high
    if start < end:
        found.append((start, end))
    return found
