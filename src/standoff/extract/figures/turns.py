"""Whose turn it is: labels before what somebody says, as transcripts, live blogs and headlines have them."""

from __future__ import annotations

import re
from bisect import bisect_right

from standoff.core.span import Span

LABEL = re.compile(
    r"(?:^|(?<=[.?!…\"”)] ))(?P<label>(?:[A-Z][A-Z.'’\-]{0,24} ){0,4}[A-Z][A-Z'’\-]{0,24})"
    r"(?: \([^)\n]{0,40}\))?:(?=\s)",
    re.MULTILINE,
)
"""Words in capitals with a colon: "GENERAL HOLM:", "Q:". Every part is bounded, so that the search is linear."""
HEADED = re.compile(r"(?:^|[-–—] )(?P<label>[A-Z][^\n:.!?,;“\"–—-]{0,40}):(?= [^\n]{0,60}[^\W\d_])", re.MULTILINE)
"""What begins a line with a colon and words behind it: "Interior ministry: 12 arrested", not "Personnel: 40"."""
TRANSCRIPT = 3  # from so many labels on it is a transcript, whose turns go on over paragraphs
LONGEST_TURN = 3000  # characters; an answer at a briefing is rarely longer, and then another voice may have come in


class Turns:
    """The labels of one document, asked which one a place stands under."""

    def __init__(self, doc: str, text: str) -> None:
        """Find the labels of the text of document ``doc``."""
        self._doc = doc
        spoken = {found.span("label") for found in LABEL.finditer(text)} if ": " in text or ":\n" in text else set()
        headed = {found.span("label") for found in HEADED.finditer(text)} if ": " in text else set()
        self._spoken = len(spoken)
        self._labels = sorted(spoken | headed)
        self._breaks = [found.start() for found in re.finditer("\n", text)] if self._labels else []
        self._starts = [start for start, _ in self._labels]
        self._in_capitals = spoken

    def at(self, place: int) -> tuple[Span, bool] | None:
        """The last label before the character whose turn it is still in, and whether it is one in capitals."""
        before = bisect_right(self._starts, place) - 1
        if before < 0:
            return None
        start, end = self._labels[before]
        capitals = (start, end) in self._in_capitals
        goes_on = capitals and self._spoken >= TRANSCRIPT and place - end < LONGEST_TURN
        same_line = bisect_right(self._breaks, end) == bisect_right(self._breaks, place)
        if end > place or not (goes_on or same_line):
            return None
        return Span(self._doc, start, end), capitals
