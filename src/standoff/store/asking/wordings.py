"""How an utterance is worded in each report: its words with what differs from the fullest wording marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from standoff.core.vocabulary import Mode
from standoff.store.asking.listed import Words

OPENING = "“\"„«‘'`"
CLOSING = "”\"“»’'`"
WORD = re.compile(r"\S+")
LONGEST = 900
"""Code points of one piece that are set side by side with others: some ten lines of a column."""

Stretch = tuple[int, int]
"""Code points of a document's text, half-open."""


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """Words that are the same as in the fullest wording, or stand here alone, or there alone."""

    kind: Literal["same", "inserted", "deleted"]
    words: str


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a wording."""

    words: Words
    runs: tuple[Run, ...]
    """Its words, without quotation marks around them, and between them what the fullest wording has besides."""
    is_cut: bool
    """Whether the runs hold its beginning only."""


class Differing(msgspec.Struct, frozen=True, kw_only=True):
    """A difference of two wordings: words of the fullest, and where other words stand for them."""

    fullest: Words | None
    here: Stretch | None


def same_throughout(pieces: Iterable[Words], mode: Mode) -> tuple[Piece, ...]:
    """The pieces of a wording that is compared with none."""
    return tuple(_piece(words, _shown(words, mode), [], []) for words in pieces)


def compared(
    pieces: Sequence[Words], mode: Mode, fullest: Sequence[Words], differences: Sequence[Differing]
) -> tuple[Piece, ...]:
    """The pieces of a wording with what differs from the fullest marked, insertions and deletions."""
    inserted = sorted(each.here for each in differences if each.here is not None)
    deleted = _placed(pieces, fullest, differences)
    found = []
    for words in pieces:
        start, end = words.at
        shown = _shown(words, mode)
        missing = [(min(max(at, shown[0]), shown[1]), text) for at, text in deleted if start <= at <= end]
        found.append(_piece(words, shown, inserted, missing))
    return tuple(found)


def _shown(words: Words, mode: Mode) -> Stretch:
    """The stretch without the quotation marks around it, no longer than ``LONGEST``, ending with a word."""
    start, end = words.at
    text = words.words
    if mode == "direct" and len(text) > 2:
        start += int(text[0] in OPENING)
        end -= int(text[-1] in CLOSING)
    if end - start > LONGEST:
        cut = text.rfind(" ", 0, start - words.at[0] + LONGEST) + words.at[0]
        end = cut if cut > start else start + LONGEST
    return start, end


def _placed(
    pieces: Sequence[Words], fullest: Sequence[Words], differences: Sequence[Differing]
) -> list[tuple[int, str]]:
    """Where in this wording the words of the fullest that it lacks would stand.

    What stands in another's place goes before it. What is only left out goes after as many common words as come
    before it in the fullest wording: the words outside every difference are the same on both sides.
    """
    theirs = _common(fullest, (each.fullest.at for each in differences if each.fullest is not None))
    ours = _common(pieces, (each.here for each in differences if each.here is not None))
    placed: list[tuple[int, str]] = []
    for each in differences:
        if each.fullest is None:
            continue
        before = sum(end <= each.fullest.at[0] for _, end in theirs)
        behind = ours[before][0] if before < len(ours) else pieces[-1].at[1]
        placed.append((behind if each.here is None else each.here[0], each.fullest.words))
    return sorted(placed, key=lambda place: place[0])


def _common(pieces: Iterable[Words], differing: Iterable[Stretch]) -> list[Stretch]:
    """The words that stand in no difference."""
    apart = list(differing)
    words = (
        (found.start() + piece.at[0], found.end() + piece.at[0])
        for piece in pieces
        for found in WORD.finditer(piece.words)
    )
    return [(start, end) for start, end in words if not any(start < last and first < end for first, last in apart)]


def _piece(words: Words, shown: Stretch, inserted: Sequence[Stretch], missing: Sequence[tuple[int, str]]) -> Piece:
    """The stretch cut into runs at the differences inside it."""
    start, end = shown
    changed = [(max(first, start), min(last, end)) for first, last in inserted if first < end and start < last]
    edges = sorted({start, end, *(edge for both in changed for edge in both), *(at for at, _ in missing)})
    runs: list[Run] = []
    for left, right in pairwise(edges):
        runs += [Run(kind="deleted", words=text) for at, text in missing if at == left]
        is_new = any(first <= left and right <= last for first, last in changed)
        own = words.words[left - words.at[0] : right - words.at[0]]
        runs.append(Run(kind="inserted" if is_new else "same", words=own))
    runs += [Run(kind="deleted", words=text) for at, text in missing if at == end]
    return Piece(words=words, runs=tuple(runs), is_cut=words.at[1] - end > 1)  # 1: the closing quotation mark
