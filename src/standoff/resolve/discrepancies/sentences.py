"""Sentences of reported speech, and the words that stand in each other's place in two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from standoff.core.claims import Side
from standoff.core.records import Attribution
from standoff.core.span import Span
from standoff.resolve.discrepancies.sides import speaker_of
from standoff.resolve.measures.clauses import SENTENCE_END
from standoff.resolve.reports import Reports
from standoff.resolve.wording import is_informative, is_number, stem_of, words_of

LEAST = 3
"""Informative words of a sentence that is compared."""
STATES = frozenset(stem_of(form) for form in ("us.", "united", "state", "states"))
"""The one state whose name reports write in full and in letters alike."""

Place = tuple[range, range]
"""Words of one sentence and those of another in their place."""


class Sentence(NamedTuple):
    """One sentence of reported speech, its words as they are compared, and where each stands."""

    attribution: Attribution
    stems: list[str]
    places: list[tuple[int, int]]
    informative: frozenset[str]

    def span(self) -> Span:
        """From its first word to its last."""
        return Span(self.attribution.doc, self.places[0][0], self.places[-1][1])


def sentences_in(text: str, attribution: Attribution, start: int, end: int) -> Iterator[Sentence]:
    """The sentences of a stretch of reported speech that tell enough to be compared."""
    for first, last in _cut(text, start, end):
        words = words_of(text, [(first, last)])
        stems = [stem_of(form) for form in words.forms]
        informative = frozenset(s for form, s in zip(words.forms, stems, strict=True) if is_informative(form))
        if len(informative) >= LEAST:
            yield Sentence(attribution, stems, list(zip(words.starts, words.ends, strict=True)), informative)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch."""
    if start < end:
        ends = [match.end() for match in SENTENCE_END.finditer(text, start, end)]
        for first, last in zip((start, *ends), (*ends, end), strict=True):
            if first < last:
                yield first, last


def likeness(one: Sentence, other: Sentence) -> float:
    """The share of the shorter sentence's informative words that both have."""
    return len(one.informative & other.informative) / min(len(one.informative), len(other.informative))


def replaced(one: Sentence, other: Sentence) -> Iterator[Place]:
    """The stretches of words that stand in each other's place, between words that both have."""
    left, right = 0, 0
    for block in (*Levenshtein.opcodes(one.stems, other.stems), None):
        if block is None or block.tag == "equal":
            end = (len(one.stems), len(other.stems)) if block is None else (block.src_start, block.dest_start)
            if left < end[0] and right < end[1]:
                yield range(left, end[0]), range(right, end[1])
            left, right = (0, 0) if block is None else (block.src_end, block.dest_end)


def tells_other(one: Sentence, other: Sentence, place: Place) -> bool:
    """Whether two stretches have informative words that the other sentence has not, and not one name in two forms."""
    here = {one.stems[each] for each in place[0]} & one.informative
    there = {other.stems[each] for each in place[1]} & other.informative
    if not here - other.informative or not there - one.informative:
        return False
    return not is_one_state(here, there)


def tells_some(one: Sentence, other: Sentence, place: Place) -> bool:
    """Whether either of two stretches has an informative word, and they are not one name in two forms."""
    here = {one.stems[each] for each in place[0]} & one.informative
    there = {other.stems[each] for each in place[1]} & other.informative
    return bool(here | there) and not is_one_state(here, there)


def is_one_state(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether two sets of stems are the name of that state in full and in letters."""
    return any(names & STATES and each <= STATES for names, each in ((one, other), (other, one)))


def numbers_differ(one: Sentence, other: Sentence, place: Place) -> bool:
    """Whether other numbers stand in a place: 9:40 is 9.40."""
    left, right = _digits(one, place[0]), _digits(other, place[1])
    return bool(left and right and left != right)


def _digits(each: Sentence, places: Sequence[int]) -> str:
    digits = (stem for place in places if is_number(stem := each.stems[place]))
    return "".join(letter for stem in digits for letter in stem if letter.isdigit())


def sides_at(reports: Reports, pair: tuple[Sentence, Sentence], place: Place) -> Iterator[Side]:
    """The words of both sentences in one place, as sides."""
    for each, words in zip(pair, place, strict=True):
        key = each.attribution.id
        yield Side(at=span_of(each, words), reading=key, speaker=speaker_of(reports, key))


def span_of(each: Sentence, words: Sequence[int]) -> Span:
    """Where a stretch of words stands."""
    return Span(each.attribution.doc, each.places[words[0]][0], each.places[words[-1]][1])
