"""How two wordings of one statement differ, word by word, on both sides."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from rapidfuzz.distance import Levenshtein

from standoff.core.findings import Difference
from standoff.core.span import Span
from standoff.resolve.utterances.likeness import Statement

Step = tuple[int | None, int | None]
"""A word of the fullest wording and the word of the other that it corresponds to; one may be absent."""


def differences(fullest: Statement, other: Statement, window: tuple[int, int]) -> tuple[Difference, ...]:
    """Where ``other`` departs from the fullest wording, in the order of the text.

    ``window`` is the stretch of the fullest's words that ``other`` corresponds to. Case, punctuation, quotation
    marks and typography do not count. What the other leaves out before and after is one difference each.
    """
    found: list[Difference] = []
    for same, steps in groupby(_steps(fullest, other, window), lambda step: _equal(fullest, other, step)):
        if not same:
            block = list(steps)
            full = _spans(fullest, [place for place, _ in block if place is not None])
            here = _spans(other, [place for _, place in block if place is not None])
            found.extend(
                Difference(attribution=other.id, fullest=left, here=right) for left, right in zip_longest(full, here)
            )
    return tuple(found)


def _steps(fullest: Statement, other: Statement, window: tuple[int, int]) -> Iterator[Step]:
    """The words of both in order, aligned by their stems (least edits) inside the window."""
    start, end = window
    yield from ((place, None) for place in range(start))
    for block in Levenshtein.opcodes(fullest.stems[start:end], other.stems):
        left = range(start + block.src_start, start + block.src_end)
        right = range(block.dest_start, block.dest_end)
        yield from zip_longest(left, right)
    yield from ((place, None) for place in range(end, len(fullest.stems)))


def _equal(fullest: Statement, other: Statement, step: Step) -> bool:
    left, right = step
    return left is not None and right is not None and fullest.words.forms[left] == other.words.forms[right]


def _spans(each: Statement, places: Sequence[int]) -> list[Span]:
    """The words at these consecutive places, as one span for each piece of the content they stand in."""
    pieces = each.attribution.content
    starts = [piece.start for piece in pieces]
    spans = []
    for _, run in groupby(places, lambda place: bisect_right(starts, each.words.starts[place])):
        held = list(run)
        spans.append(Span(each.attribution.doc, each.words.starts[held[0]], each.words.ends[held[-1]]))
    return spans
