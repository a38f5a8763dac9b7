"""The passages two texts share: runs of equal words, joined over small changes. Never a whole-text diff."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from standoff.resolve.lineage.shingles import RUN, Keys, among

MOST_PLACES = 12
"""A run with more pairs of places than this in two texts (a refrain, a name) starts no passage."""
GAP = 8
"""Words changed, on either side, that a passage bridges. benchmarks/lineage.py, 4, 6, 8, 12: of texts with 30 % of
their words replaced and 15 % swapped 79, 88, 91 and 93 % are found to be copies; at 12 passages of independent texts
cover up to 26 % of the shorter, at 8 11 %."""
LEAST_WORDS = 7
"""Equal words of the shortest passage counted. benchmarks/lineage.py, 5, 7, 10: of 18,908 independent pairs with one
official formula each 60, 9 and 5 are taken to share a release; copies are found alike."""


class Block(NamedTuple):
    """``size`` equal words, from word ``left`` of one text and ``right`` of the other."""

    left: int
    right: int
    size: int


class Passage(NamedTuple):
    """Blocks close together in both texts: words ``[left, left_end)`` and ``[right, right_end)``."""

    left: int
    left_end: int
    right: int
    right_end: int
    equal: tuple[tuple[int, int], ...]
    """The pairs of equal words, by place."""


class Runs(NamedTuple):
    """A text's words as compared, and where the runs stand that some other text may share."""

    forms: list[str]
    places: dict[int, list[int]]


def runs_of(forms: list[str], keys: Keys, shared: Keys) -> Runs:
    """The runs among ``shared`` of a text's ``run_keys``; the others cannot start a passage."""
    places: dict[int, list[int]] = defaultdict(list)
    for place in np.flatnonzero(among(keys, shared)).tolist():
        places[int(keys[place])].append(place)
    return Runs(forms, dict(places))


def shared_passages(left: Runs, right: Runs) -> list[Passage]:
    """The passages of ``LEAST_WORDS`` equal words or more, by their place in ``left``; no word is in two of them.

    Linear but for refrains.
    """
    chains = _chains(_disjoint(_in_company(_blocks(left, right))))
    passages = (_passage(chain, left.forms, right.forms) for chain in chains)
    return [passage for passage in passages if len(passage.equal) >= LEAST_WORDS]


def _blocks(left: Runs, right: Runs) -> list[Block]:
    """Maximal runs of equal words, from runs of ``RUN`` words on one diagonal."""
    diagonals: dict[int, list[int]] = defaultdict(list)
    for key in left.places.keys() & right.places.keys():
        here, there = left.places[key], right.places[key]
        if len(here) * len(there) <= MOST_PLACES:
            for start in here:
                for place in there:
                    diagonals[start - place].append(start)
    return [
        Block(first, first - diagonal, last - first + RUN)
        for diagonal, starts in diagonals.items()
        for first, last in _stretches(sorted(starts))
    ]


def _in_company(blocks: list[Block]) -> list[Block]:
    """The blocks that can be part of a passage: long enough alone, or close to another."""
    ordered = sorted(blocks)
    kept = {block for block in ordered if block.size >= LEAST_WORDS}
    for place, block in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.left - block.left - block.size > GAP:
                break
            if -block.size <= other.right - block.right - block.size <= GAP:
                kept |= {block, other}
    return [block for block in ordered if block in kept]


def _stretches(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each stretch of consecutive numbers."""
    first = last = places[0]
    for place in places[1:]:
        if place != last + 1:
            yield first, last
            first = place
        last = place
    yield first, last


def _disjoint(blocks: list[Block]) -> list[Block]:
    """Blocks that share no word on either side: the longest first, the others cut to what is left of them."""
    free_left: dict[int, bool] = {}
    free_right: dict[int, bool] = {}
    kept = []
    for block in sorted(blocks, key=lambda each: (-each.size, each.left, each.right)):
        for part in _untaken(block, free_left, free_right):
            kept.append(part)
            free_left.update((part.left + step, False) for step in range(part.size))
            free_right.update((part.right + step, False) for step in range(part.size))
    return sorted(kept)


def _untaken(block: Block, free_left: dict[int, bool], free_right: dict[int, bool]) -> list[Block]:
    """The stretches of ``RUN`` words or more of a block that no longer block has taken."""
    free = [
        step
        for step in range(block.size)
        if free_left.get(block.left + step, True) and free_right.get(block.right + step, True)
    ]
    if not free:
        return []
    return [
        Block(block.left + first, block.right + first, last - first + 1)
        for first, last in _stretches(free)
        if last - first + 1 >= RUN
    ]


def _chains(blocks: list[Block]) -> Iterator[list[Block]]:
    """Blocks that follow one another closely, in order, on both sides."""
    chain: list[Block] = []
    for block in blocks:
        if chain:
            before = chain[-1]
            gaps = block.left - before.left - before.size, block.right - before.right - before.size
            if not all(0 <= gap <= GAP for gap in gaps):
                yield chain
                chain = []
        chain.append(block)
    if chain:
        yield chain


def _passage(chain: list[Block], left: Sequence[str], right: Sequence[str]) -> Passage:
    """A chain with the single words that agree in its gaps."""
    equal: list[tuple[int, int]] = []
    for block in chain:
        if equal:
            equal.extend(_equal_between(left, right, equal[-1], (block.left, block.right)))
        equal.extend((block.left + step, block.right + step) for step in range(block.size))
    last = chain[-1]
    return Passage(chain[0].left, last.left + last.size, chain[0].right, last.right + last.size, tuple(equal))


def _equal_between(
    left: Sequence[str], right: Sequence[str], before: tuple[int, int], after: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """The equal words of a gap, in order (longest common subsequence of at most ``GAP`` words a side)."""
    start_left, start_right = before[0] + 1, before[1] + 1
    here, there = list(left[start_left : after[0]]), list(right[start_right : after[1]])
    for block in LCSseq.opcodes(here, there):
        if block.tag == "equal":
            for step in range(block.src_end - block.src_start):
                yield start_left + block.src_start + step, start_right + block.dest_start + step


def turned(passage: Passage) -> Passage:
    """The passage as the other text sees it."""
    left, left_end, right, right_end, equal = passage
    return Passage(right, right_end, left, left_end, tuple((there, here) for here, there in equal))


def in_order(passages: Sequence[Passage]) -> list[Passage]:
    """The longest row of passages that come in the same order in both texts, given by their place in ``left``."""
    tails: list[int] = []
    row_before: list[int | None] = []
    for index, passage in enumerate(passages):
        length = bisect_left(tails, passage.right, key=lambda tail: passages[tail].right)
        row_before.append(tails[length - 1] if length else None)
        tails[length : length + 1] = [index]
    row: list[Passage] = []
    at = tails[-1] if tails else None
    while at is not None:
        row.append(passages[at])
        at = row_before[at]
    return row[::-1]


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
