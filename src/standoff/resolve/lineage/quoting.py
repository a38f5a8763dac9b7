"""Where a text quotes, also where the marks are broken, and where its headline ends: words that are not its own."""

from __future__ import annotations

import re

MARK = re.compile(r"[“„«”»\"]|``|''|\n[^\S\n]*\n")
OPENERS = frozenset({"“", "„", "«", "``"})
BEFORE_OPENING = frozenset("([—–-")
LONGEST_QUOTE = 2000
"""Characters after which a quotation that nothing closes is taken to have ended."""


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Characters inside double quotation marks, curly, straight, angular or doubled single, by place.

    Where marks are broken (a translation turns a closing mark into an opening one) the quotation ends with its
    line. It may run on over lines, not over paragraphs.
    """
    spans: list[tuple[int, int]] = []
    start, opener = None, ""
    for match in MARK.finditer(text):
        way = "closes" if opener == "„" and match.group() == "“" else _way(text, match)
        if start is not None:
            spans.append((start, _end(text, start, match.start(), closed=way != "opens")))
        opens = way == "opens" or (way == "either" and start is None)
        start, opener = (match.end(), match.group()) if opens else (None, "")
    if start is not None:
        spans.append((start, _end(text, start, len(text), closed=False)))
    return [span for span in spans if span[0] < span[1]]


def _way(text: str, match: re.Match[str]) -> str:
    """Whether a mark opens or closes; a straight one by the spaces beside it. The end of a paragraph closes."""
    mark, before, after = (
        match.group(),
        text[max(0, match.start() - 1) : match.start()],
        text[match.end() : match.end() + 1],
    )
    if mark != '"':
        return "opens" if mark in OPENERS else "closes"
    if before.strip() and before not in BEFORE_OPENING:
        return "closes"
    return "opens" if after.strip() else "either"


def _end(text: str, start: int, end: int, *, closed: bool) -> int:
    """Where a quotation that a mark ends ``closed``, or another opening breaks off, has ended."""
    line = -1 if closed else text.find("\n", start, end)
    return min(end if line < 0 else line, start + LONGEST_QUOTE)


HEADLINE = re.compile(r"\s*([^\n]{0,200}[^\s.!?\"”’'])[^\S\n]*\n\s*\S")


def headline_end(text: str) -> int:
    """Where a first line that ends like no sentence ends, if more text follows; else 0."""
    found = HEADLINE.match(text)
    return found.end(1) if found else 0
