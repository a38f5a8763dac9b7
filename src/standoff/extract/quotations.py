"""Finds the quotations of a text by their marks alone: curly or straight, broken over paragraphs, or unbalanced."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

MARK = re.compile(r"[“”„‟\"«»]|(?<!\w)‘|(?<=[\w.,!?…])’(?!\w)")
OPENERS, CLOSERS = frozenset("“„‟«‘"), frozenset("”»’")
SINGLE = re.compile(r"(?<!\w)‘|’(?!\w)")
PARAGRAPH = re.compile(r"[^\n\r]+")
LONGEST = 4000
"""Characters: a quotation beyond this in one paragraph is a lost closing mark."""
POSSESSIVE = 300
"""Characters after "the generals’" in which the closing mark of a quotation around it is looked for."""


class Quotation(NamedTuple):
    """Code points: the marks stand at ``start`` and, when ``closed``, just before ``end``."""

    start: int
    end: int
    closed: bool

    @property
    def inner(self) -> tuple[int, int]:
        """The words without the marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations in order. A mark left open runs to its paragraph's end."""
    return tuple(found for paragraph in PARAGRAPH.finditer(text) for found in _of(text, *paragraph.span()))


def _of(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    for mark in MARK.finditer(text, start, end):
        at = mark.start()
        if opened is None:
            if _opens(text, at, start):
                opened = at
        elif _closes(text, at, opened, end):
            if at - opened > 1:
                found.append(Quotation(opened, at + 1, closed=True))
            opened = None
    if opened is not None and end - opened <= LONGEST and text[opened + 1 : end].strip():
        found.append(Quotation(opened, end, closed=False))
    return found


def _opens(text: str, at: int, start: int) -> bool:
    """A curly opener opens; a straight mark opens at a paragraph's start or after space, a dash or a bracket.

    A closer that stands where only an opener can (before a word, after space) is damage and opens too.
    """
    if text[at] in OPENERS:
        return True
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "([—–-:,") and not after.isspace()


def _closes(text: str, at: int, opened: int, end: int) -> bool:
    """Whether this mark ends the quotation that ``opened``: single closes single, double closes double."""
    if (text[opened] == "‘") != (text[at] in "‘’"):
        return False
    if text[at] in CLOSERS:
        return not (text[at] == "’" and _possessive(text, at, end))
    if text[at] in OPENERS:
        return text[at] == "“" and (at + 1 >= end or text[at + 1].isspace() or text[at + 1] in ".,;:")
    return True


def _possessive(text: str, at: int, end: int) -> bool:
    """Whether this is the apostrophe of ‘the generals’ plan’: after an s, with the closing mark still to come."""
    if text[at - 1] not in "sS" or not text[at + 1 : at + 2].isspace():
        return False
    after = SINGLE.search(text, at + 1, min(end, at + POSSESSIVE))
    return after is not None and after[0] == "’"


def overlapping(quotations: tuple[Quotation, ...], start: int, end: int) -> tuple[Quotation, ...]:
    """The quotations that share a character with ``[start, end)``."""
    first = bisect_left(quotations, (start,))
    if first and quotations[first - 1].end > start:
        first -= 1
    return quotations[first : bisect_left(quotations, (end,))]


def quoted_share(quotations: tuple[Quotation, ...], spans: list[tuple[int, int]], text: str) -> float:
    """Of the letters and digits of ``spans``, the share that stands inside quotation marks; 0 when there are none."""
    quoted = [
        (max(start, q.start), min(end, q.end)) for start, end in spans for q in overlapping(quotations, start, end)
    ]
    inside = sum(_letters(text, start, end) for start, end in quoted)
    total = sum(_letters(text, start, end) for start, end in spans) if inside else 0
    return inside / total if total else 0.0


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
