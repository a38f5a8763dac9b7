"""The words of one report, every character of them, cut at each reading and set in paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from standoff.brief.report.html import Html, element, joined, label, piece, spot, unseen, verbatim
from standoff.brief.report.look import Look
from standoff.brief.report.marks import cited, marks_of
from standoff.brief.report.sweep import Mark, Segment, Stroke, segments
from standoff.core.parse import Piece

BREAK = re.compile(r"(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))*")
"""A line's end and the blank lines behind it; how far the next line is set in stays with that line."""

LONGEST_PARAGRAPH = 6000
"""Code points, some ninety lines, which hardly any paragraph has: a browser lays one out at a time, so that a text of a
hundred thousand words in one line would keep the page from being drawn."""

MANY_BLOCKS = 300
"""Paragraphs, and gaps between them, from which on a browser is asked to lay out only those in sight; before, it finds
places more exactly."""

KNOWN_LOOKS = 4096
"""Some hundreds of combinations of strokes make up nearly all of them."""

GROUPS = ("w", "a", "c")
MARKED_APART = ("furniture", "caption")


class Block(NamedTuple):
    """A paragraph, or the white space between two."""

    start: int
    end: int
    is_text: bool
    opens: bool
    """Whether an empty line stands before it."""


def article(look: Look) -> Html:
    """The text of the report; the text content of this element is the text of the document."""
    text = look.document.text
    start, end = part = look.part or (0, len(text))
    if not text[start:end].strip():
        empty = element("p", label("This report has no words."), class_="none")
        return joined((empty, element("article", unseen(text[start:end]), class_="text")))
    blocks, anchors = list(_blocks(text, part)), _anchors(look, part)
    marks = [_clipped(mark, part) for mark in marks_of(look) if mark.start < end and start < mark.end]
    cuts = {edge for mark in marks for edge in (mark.start, mark.end)} | anchors.keys()
    cuts |= {edge for block in blocks for edge in (block.start, block.end)}
    pieces = segments(marks, sorted(cuts))
    # Each paragraph has its own direction. The article has none: a browser would reckon it anew with each paragraph
    # that arrives, which took five of the eight seconds that a text of 100,000 words takes to load.
    classes = "text many" if len(blocks) > MANY_BLOCKS else "text"
    return element("article", *_drawn(text, blocks, pieces, anchors), class_=classes)


def _clipped(mark: Mark, part: Piece) -> Mark:
    if part[0] <= mark.start and mark.end <= part[1]:
        return mark
    return mark._replace(start=max(mark.start, part[0]), end=min(mark.end, part[1]))


def _drawn(
    text: str, blocks: Sequence[Block], pieces: Iterator[Segment], anchors: dict[int, list[str]]
) -> Iterator[Html]:
    waiting = next(pieces, None)
    for block in blocks:
        inside: list[Segment] = []
        while waiting is not None and waiting.end <= block.end:
            inside.append(waiting)
            waiting = next(pieces, None)
        yield _paragraph(text, block, inside, anchors) if block.is_text else _between(text, inside, anchors)


def _paragraph(text: str, block: Block, inside: Sequence[Segment], anchors: dict[int, list[str]]) -> Html:
    parts: list[Html] = []
    for segment in inside:
        parts += _spots(anchors, segment.start)
        parts.append(_segment(text, segment))
    classes = [*_depths(inside), *_apart(inside), *(["open"] if block.opens else ())]
    return element("p", *parts, class_=" ".join(classes) or None, dir="auto")


def _between(text: str, inside: Iterable[Segment], anchors: dict[int, list[str]]) -> Html:
    """White space, out of sight; places that begin in it stay places to go to."""
    parts: list[Html] = []
    for segment in inside:
        parts += (*_spots(anchors, segment.start), unseen(text[segment.start : segment.end]))
    return joined(parts)


def _segment(text: str, segment: Segment) -> Html:
    words = verbatim(text[segment.start : segment.end])
    if not segment.strokes:
        return words
    head = segment.head
    known = None if head is None or head.entry is None else (head.entry, head.title)
    return piece(words, _classes(segment.strokes, segment.begun), segment.start, known)


@lru_cache(maxsize=KNOWN_LOOKS)
def _classes(strokes: tuple[Stroke, ...], begun: frozenset[Stroke]) -> str:
    classes = [f"{group}{lane}{shape}" for group, lane, shape in strokes]
    classes += sorted({f"{each.group}{each.lane}_" for each in begun if each.group in GROUPS})
    return " ".join(classes)


def _spots(anchors: dict[int, list[str]], place: int) -> list[Html]:
    """Places to go to that begin here."""
    return [spot(name) for name in anchors.get(place, ())]


def _depths(inside: Iterable[Segment]) -> Iterator[str]:
    """How many lanes of each group a paragraph makes room for."""
    deepest = dict.fromkeys(GROUPS, 0)
    for segment in inside:
        for group, lane, _ in segment.strokes:
            if group in deepest:
                deepest[group] = max(deepest[group], lane)
    return (f"k{group}{lane}" for group, lane in deepest.items() if lane)


def _apart(inside: Sequence[Segment]) -> Iterator[str]:
    """Whether the whole of a paragraph is furniture, or a caption."""
    for kind in MARKED_APART:
        if inside and all(any(stroke.look == kind for stroke in segment.strokes) for segment in inside):
            yield kind


def _anchors(look: Look, part: Piece) -> dict[int, list[str]]:
    """The ids of the places that entries lead to, by where they begin; the longer first."""
    found = defaultdict[int, list[str]](list)
    for start, end in sorted(cited(look), key=lambda place: (place[0], -place[1])):
        if part[0] <= start < part[1]:
            found[start].append(f"{look.prefix}s-{start}-{end}")
    return dict(found)


def _blocks(text: str, part: Piece) -> Iterator[Block]:
    """Paragraphs and what parts them, in order, with nothing left out."""
    (at, last), opens = part, False
    for found in BREAK.finditer(text, at, last):
        yield from _set(text, at, found.start(), opens)
        yield Block(found.start(), found.end(), False, False)
        at, opens = found.end(), max(found[0].count("\n"), found[0].count("\r")) > 1
    yield from _set(text, at, last, opens)


def _set(text: str, at: int, end: int, opens: bool) -> Iterator[Block]:
    """A line of the text as one paragraph, or as several where no browser would want to break it into lines."""
    while end - at > LONGEST_PARAGRAPH:
        space = text.find(" ", at + LONGEST_PARAGRAPH, end) + 1 or end
        yield Block(at, space, True, opens)
        at, opens = space, False
    if at < end:
        yield Block(at, end, True, opens)
