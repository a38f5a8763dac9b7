"""Two wordings of one passage, with the words marked that stand in one of them alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

LONGEST = 900
"""Characters of each that are compared and shown: some ten lines of a column."""

LEAST_ALIKE = 0.5
"""Where less than half of the words are the same, marking the rest would colour everything and tell nothing."""

TOKEN = re.compile(r"\S+\s*")
PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})
"""Marks that only fonts and house styles tell apart."""


class Stretch(NamedTuple):
    """Words that stand in both wordings, or in this one alone."""

    words: str
    is_alone: bool


class Sides(NamedTuple):
    """Both wordings as stretches."""

    left: tuple[Stretch, ...]
    right: tuple[Stretch, ...]


def side_by_side(left: str, right: str) -> Sides:
    """The words of both, those that differ marked; all of them unmarked where the two are hardly alike."""
    ours, theirs = _tokens(left), _tokens(right)
    matcher = SequenceMatcher(None, [_plain(each) for each in ours], [_plain(each) for each in theirs], autojunk=False)
    same = matcher.get_matching_blocks()
    if matcher.ratio() < LEAST_ALIKE:
        return Sides((Stretch("".join(ours), False),), (Stretch("".join(theirs), False),))
    return Sides(
        _stretches(ours, {at for block in same for at in range(block.a, block.a + block.size)}),
        _stretches(theirs, {at for block in same for at in range(block.b, block.b + block.size)}),
    )


def _tokens(text: str) -> list[str]:
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(None, 1)[0]} …"
    return TOKEN.findall(shown)


def _plain(token: str) -> str:
    """A word without what surrounds it, so that a comma makes no difference."""
    return token.translate(PLAIN).casefold().strip(" \t\n\r.,;:!?\"'()") or token.strip()


def _stretches(tokens: Sequence[str], same: set[int]) -> tuple[Stretch, ...]:
    """The tokens run by run; blanks behind a word that stands alone are not marked with it."""
    found: list[Stretch] = []
    blanks = ""
    for is_alone, run in groupby(range(len(tokens)), key=lambda at: at not in same):
        words = "".join(tokens[at] for at in run)
        kept = words.rstrip() if is_alone else words
        found += [Stretch(kept, True)] if is_alone else [Stretch(blanks + kept, False)]
        blanks = words[len(kept) :]
    return tuple(found)
