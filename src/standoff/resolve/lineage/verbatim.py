"""The passages two texts share word by word: runs of equal words, joined over small changes. No whole-text diff."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from standoff.resolve.lineage.numbers import Flags, Keys, Places

RUN = 3
"""Words in a run. benchmarks/lineage.py, 3 to 5: of texts with 30 % of their words replaced and 15 % swapped 91, 71
and 15 % are found to be copies; none of 19,000 independent pairs is, at any."""
MOST_PLACES = 12
"""A run with more pairs of places than this in two texts (a refrain, a name) starts no passage."""
GAP = 8
"""Words changed, on either side, that a passage bridges. benchmarks/lineage.py, 4, 6, 8, 12: of texts with 30 % of
their words replaced and 15 % swapped 79, 88, 91 and 93 % are found to be copies; at 12 passages of independent texts
cover up to 26 % of the shorter, at 8 11 %."""
LEAST_WORDS = 7
"""Equal words of the shortest passage counted. benchmarks/lineage.py, 5, 7, 10: of 18,908 independent pairs with one
official formula each 60, 9 and 5 are taken to share a release; copies are found alike."""

Equal = npt.NDArray[np.int64]
"""Pairs of places of words, a row each."""


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
    equal: Equal
    """The pairs of equal words, by place."""


class Runs(NamedTuple):
    """A text's words as compared, and its runs of ``RUN`` words in the order of their keys."""

    forms: Keys
    keys: Keys
    places: Places


def indexed(forms: Keys, keys: Keys, starting: Flags) -> Runs:
    """A text's words with those of its runs, given by position, that may start a passage."""
    places = np.flatnonzero(starting[: len(keys)])
    places = places[np.argsort(keys[places], kind="stable")]
    return Runs(forms, keys[places], places)


def shared_passages(left: Runs, right: Runs) -> list[Passage]:
    """The passages of ``LEAST_WORDS`` equal words or more, by their place in ``left``; no word is in two of them."""
    count = len(left.forms)
    if np.array_equal(left.forms, right.forms):
        return [Passage(0, count, 0, count, expanded([Block(0, 0, count)]))] if count >= LEAST_WORDS else []
    blocks = _disjoint(_in_company(_blocks(left, right)), count, len(right.forms))
    passages = (_passage(chain, left.forms, right.forms) for chain in _chains(blocks))
    return [passage for passage in passages if len(passage.equal) >= LEAST_WORDS]


def equal_places(left: tuple[Keys, Places], right: tuple[Keys, Places], most: int) -> tuple[Places, Places]:
    """Where equal keys stand in both, each pair of places; not of keys with more than ``most`` pairs. Keys sorted."""
    keys, places = left
    starts, ends = (np.searchsorted(right[0], keys, side) for side in ("left", "right"))
    there = ends - starts
    held = np.flatnonzero(there)
    here = np.searchsorted(keys, keys[held], "right") - np.searchsorted(keys, keys[held], "left")
    held = held[here * there[held] <= most]
    counts = there[held]
    step = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(places[held], counts), right[1][np.repeat(starts[held], counts) + step]


def _blocks(left: Runs, right: Runs) -> list[Block]:
    """Maximal runs of equal words, from runs of ``RUN`` words on one diagonal."""
    here, there = equal_places((left.keys, left.places), (right.keys, right.places), MOST_PLACES)
    diagonals = here - there
    order = np.lexsort((here, diagonals))
    here, diagonals = here[order], diagonals[order]
    new = np.append(True, (np.diff(here) != 1) | (np.diff(diagonals) != 0))[: len(here)]
    firsts = np.flatnonzero(new)
    sizes = np.diff(np.append(firsts, len(here))) + RUN - 1
    starts = here[firsts]
    return [*map(Block, starts.tolist(), (starts - diagonals[firsts]).tolist(), sizes.tolist())]


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


def _disjoint(blocks: list[Block], left: int, right: int) -> list[Block]:
    """Blocks that share no word on either side: the longest first, the others cut to what is left of them."""
    taken_left, taken_right = bytearray(left), bytearray(right)
    kept = []
    for block in sorted(blocks, key=lambda each: (-each.size, each.left, each.right)):
        for part in _untaken(block, taken_left, taken_right):
            kept.append(part)
            taken_left[part.left : part.left + part.size] = b"\1" * part.size
            taken_right[part.right : part.right + part.size] = b"\1" * part.size
    return sorted(kept)


def _untaken(block: Block, taken_left: bytearray, taken_right: bytearray) -> Iterator[Block]:
    """The stretches of ``RUN`` words or more of a block that no longer block has taken."""
    here = taken_left[block.left : block.left + block.size]
    there = taken_right[block.right : block.right + block.size]
    first = 0
    for step in range(block.size + 1) if 1 in here or 1 in there else (block.size,):
        if step == block.size or here[step] or there[step]:
            if step - first >= RUN:
                yield Block(block.left + first, block.right + first, step - first)
            first = step + 1


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


def _passage(chain: list[Block], left: Keys, right: Keys) -> Passage:
    """A chain with the single words that agree in its gaps."""
    blocks = [chain[0]]
    for before, block in pairwise(chain):
        start_left, start_right = before.left + before.size, before.right + before.size
        here, there = left[start_left : block.left].tolist(), right[start_right : block.right].tolist()
        if len(here) + len(there) > 2 and not set(here).isdisjoint(there):
            blocks.extend(Block(start_left + i, start_right + j, size) for i, j, size in common(here, there))
        blocks.append(block)
    last = chain[-1]
    return Passage(chain[0].left, last.left + last.size, chain[0].right, last.right + last.size, expanded(blocks))


def common(here: Sequence[int], there: Sequence[int]) -> Iterator[Block]:
    """The longest common subsequence of two rows, as blocks."""
    if here and there:
        for each in LCSseq.opcodes(here, there):
            if each.tag == "equal":
                yield Block(each.src_start, each.dest_start, each.src_end - each.src_start)


def expanded(blocks: Sequence[Block]) -> Equal:
    """The pairs of places of equal words, block by block."""
    lefts, rights, sizes = np.array(blocks, np.int64).reshape(-1, 3).T
    steps = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.column_stack((np.repeat(lefts, sizes) + steps, np.repeat(rights, sizes) + steps))


def turned(passage: Passage) -> Passage:
    """The passage as the other text sees it."""
    left, left_end, right, right_end, equal = passage
    return Passage(right, right_end, left, left_end, equal[:, ::-1])


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
