"""What a text says around a figure: its sentence, and the words that are nearer to it than to the next figure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from standoff.core.records import Figure
from standoff.lexicon.measures import LONGEST, MeasureWords

SENTENCE_END = re.compile(r"[.!?…\n](?:(?<=\n)|(?<![A-Z]\.)[\"'”’)\]»“]*\s+(?=[^\sa-z0-9]))")
"""An initial's dot ends no sentence, nor does one before a digit or a small letter."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
REACH = 14
"""Words from a figure to what is said of it, by judgement: a clause with its list of items is seldom longer."""
BEFORE = 6
"""The same before it: a verb stands right before the number it counts by, save for hedges and a date."""
LEAST_LINK = 4
"""Figures with fewer words between them are items of one list: what is said of one is said of the other."""
STRETCH = 400
"""Characters of a clause that are read on either side; a sentence without an end is a table or a list."""


class Clause(NamedTuple):
    """The words around one figure, in lower case."""

    before: list[str]
    """From its sentence's start, or the figure before it in the sentence, up to it."""
    inside: list[str]
    behind: list[str]
    """Up to the next figure in the sentence, or the sentence's end."""
    listed: bool
    """Whether it follows another figure of its sentence in a list."""
    start: int
    """Where its sentence begins."""
    end: int


def clauses(text: str, figures: Sequence[Figure]) -> list[Clause]:
    """The clause of each figure of one document, which come in order of place. Linear in the text."""
    found: list[Clause] = []
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    places = [(each.at.start, each.at.end) for each in figures]
    for index, (start, end) in enumerate(places):
        place = bisect_right(ends, start)
        first, last = ends[place - 1], ends[min(place, len(ends) - 1)]
        left = max(first, places[index - 1][1] if index else 0)
        right = min(last, places[index + 1][0] if index + 1 < len(places) else last)
        before = words_in(text, max(left, start - STRETCH), start)
        behind = words_in(text, end, min(right, end + STRETCH))
        listed = left > first and len(before) < LEAST_LINK
        found.append(Clause(before, words_in(text, start, end), behind, listed, first, max(last, end)))
    return _through_lists(found)


def _through_lists(found: Sequence[Clause]) -> list[Clause]:
    """The clauses, with what stands behind a list behind each of its items."""
    through: list[Clause] = []
    for clause in reversed(found):
        if through and through[-1].listed and through[-1].start == clause.start:
            rest = through[-1]
            through.append(clause._replace(behind=[*clause.behind, *rest.inside, *rest.behind][:REACH]))
        else:
            through.append(clause)
    return through[::-1]


def words_in(text: str, start: int, end: int) -> list[str]:
    """The words of a stretch in lower case."""
    return WORD.findall(text[start:end].lower()) if start < end else []


def condition_in(clause: Clause, words: MeasureWords) -> str | None:
    """What is said of those counted: by the words counted themselves, else by the nearest on either side."""
    inside = next(conditions(clause.inside, words), None)
    if inside is not None:
        return inside[1]
    behind = next(conditions(clause.behind[:REACH], words), None)
    before = next(conditions(clause.before[-BEFORE:], words, backwards=True), None)
    near = [each for each in (behind, before) if each is not None]
    return min(near, key=lambda each: each[0])[1] if near else None


def conditions(found: Sequence[str], words: MeasureWords, *, backwards: bool = False) -> Iterator[tuple[int, str]]:
    """The conditions that the words name, nearest first, each with how many words lie between."""
    places = range(len(found) - 1, -1, -1) if backwards else range(len(found))
    for place in places:
        heading = condition_at(found, place, words)
        if heading is not None:
            yield (len(found) - 1 - place if backwards else place), heading


def condition_at(found: Sequence[str], place: int, words: MeasureWords) -> str | None:
    """The condition that the longest phrase from this word on names."""
    if found[place] in words.phrases:
        for length in range(LONGEST, 1, -1):
            heading = words.conditions.get(" ".join(found[place : place + length]))
            if heading is not None:
                return heading
    return words.conditions.get(found[place])
