"""Where the sentences of an article stand, by its lines and full stops: the parse is not kept beside the readings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from standoff.core.records import Document
from standoff.resolve.lineage.find import article_of

LINE = re.compile(r"[^\n]+")
END = re.compile(r"[.!?][\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[]?[A-Z0-9])")
ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Capt|Lt|Sgt|Rep|Sen|Gov|Sec|Amb|Prof|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\Z"
)
LOOKED_BACK = 12
"""Characters before a full stop in which an abbreviation begins."""
WRAPPED = range(50, 101)
"""The longest line of a text that is broken into lines of equal width: e-mail and plain-text pages have 65 to 80."""
FILLED = 0.7
"""And the lines that another follows are so long in the mean, as a share of it: headlines and lists are shorter."""


def sentences_of(document: Document) -> Iterator[tuple[int, int]]:
    """The stretches of the article's sentences, in order; none is blank.

    The end of a line ends one, save where the text is broken into lines of equal width: there a blank line does.
    """
    wrapped = _is_wrapped(document.text)
    for start, end in article_of(document):
        lines = ((line.start(), line.end()) for line in LINE.finditer(document.text, start, end))
        for begin, stop in _paragraphs(document.text, lines) if wrapped else lines:
            yield from _inside(document.text, begin, stop)


def _is_wrapped(text: str) -> bool:
    """Whether the lines end where they are full."""
    lines = [line.rstrip() for line in text.split("\n")]
    inner = [len(line) for line, following in pairwise(lines) if line and following]
    longest = max(map(len, lines))
    return longest in WRAPPED and len(inner) > 2 and sum(inner) >= FILLED * longest * len(inner)


def _paragraphs(text: str, lines: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines joined up to the next blank one."""
    begin, stop = -2, -2
    for start, end in lines:
        if start > stop + 1 or not text[start:end].strip():
            if stop > begin:
                yield begin, stop
            begin = start
        stop = end
    if stop > begin:
        yield begin, stop


def _inside(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for found in END.finditer(text, start, end):
        before = text[max(begin, found.start() - LOOKED_BACK) : found.start()]
        if text[found.start()] != "." or not ABBREVIATION.search(before):
            yield from _trimmed(text, begin, found.end())
            begin = found.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        begin = start + len(piece) - len(piece.lstrip())
        yield begin, begin + len(bare)
