"""Cuts a text where any reading begins or ends, in one sweep: every piece has one look and is drawn once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple


class Stroke(NamedTuple):
    """How a reading is drawn on its words."""

    group: str
    """``m`` mention, ``w`` time, figure or event, ``a`` attribution, ``c`` commitment, ``z`` not the article."""
    lane: int
    look: str


class Mark(NamedTuple):
    """A reading's words, or a part of them."""

    start: int
    end: int
    stroke: Stroke
    entry: str | None = None
    """The entry that a click on the words opens, where they are what the reading is known by."""
    title: str = ""


class Segment(NamedTuple):
    """Words between two neighbouring cuts."""

    start: int
    end: int
    strokes: tuple[Stroke, ...]
    begun: frozenset[Stroke]
    """Those that begin here."""
    head: Mark | None
    """The innermost mark with an entry."""


NONE_BEGUN = frozenset[Stroke]()


def segments(marks: Iterable[Mark], cuts: Sequence[int]) -> Iterator[Segment]:
    """The text between each two of the sorted ``cuts``, which hold at least where the marks begin and end.

    Linear in cuts and marks: there are some dozens of strokes, however many marks have them.
    """
    beginning, ending = defaultdict[int, list[Mark]](list), defaultdict[int, list[Mark]](list)
    for mark in marks:
        beginning[mark.start].append(mark)
        ending[mark.end].append(mark)
    active, heads = Counter[Stroke](), list[tuple[int, int, int, Mark]]()
    for start, end in pairwise(cuts):
        for mark in ending.get(start, ()):
            active[mark.stroke] -= 1
            if not active[mark.stroke]:
                del active[mark.stroke]
        begun = beginning.get(start, ())
        for order, mark in enumerate(begun):
            active[mark.stroke] += 1
            if mark.entry is not None:
                heappush(heads, (-mark.start, mark.end, order, mark))
        while heads and heads[0][1] <= start:
            heappop(heads)
        strokes = tuple(sorted(active)) if active else ()
        fresh = frozenset([mark.stroke for mark in begun]) if begun else NONE_BEGUN
        yield Segment(start, end, strokes, fresh, heads[0][3] if heads else None)
