"""How close the wordings of two contents are, and whether they contradict each other."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from standoff.core.records import Attribution
from standoff.resolve.wording import NEGATORS, Words, is_informative, is_number, stem_of

FUNCTION_WEIGHT = 0.4
"""A function word beside an informative one of the rarest kind. benchmarks/paraphrase.py, 0.15 to 0.5: best F1
from 0.3 on; more would let two sentences of the same build pass for one statement."""
DAMAGED = 80
"""Letters in common, in percent of both words, of a name and its misspelling ("Brinken", "Blinken": 86)."""
LEAST_LETTERS = 5
"""Shorter words are not compared letter by letter: "will" and "well" are two words."""
ROOM = 1.5
"""The shorter content is looked for in a stretch of the longer of this many times its words, and ``MORE`` more."""
MORE = 4
BEFORE = 3
"""Words before the first common one in which a negation still bears on it."""
RELATED = 0.4
"""Below this coverage two contents are about different things and cannot contradict each other."""


class Statement(NamedTuple):
    """An attribution's content as it is compared."""

    attribution: Attribution
    account: str
    words: Words
    stems: list[str]
    informative: list[bool]


class Likeness(NamedTuple):
    """What the shorter of two contents shares with the longer."""

    score: float
    """The share of its words, weighted by rarity, that stand in the other in about the same order."""
    shared: int
    """Informative words shared."""
    of: int
    """Informative words of the shorter."""
    conflict: bool
    """The common stretches differ in a number or in a negation."""
    window: tuple[int, int]
    """The stretch of the longer's words that the shorter corresponds to."""


Weights = Mapping[str, float]


def statement(attribution: Attribution, account: str, words: Words) -> Statement:
    """The content of an attribution, made ready to be compared."""
    return Statement(
        attribution, account, words, [stem_of(form) for form in words.forms], [*map(is_informative, words.forms)]
    )


def weigh(statements: Sequence[Statement]) -> dict[str, float]:
    """By stem, from 0 to 1: the fewer accounts say a word, the more a match in it means.

    Inverse frequency over accounts, so that copies do not make a word common.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    for each in statements:
        for stem, informative in zip(each.stems, each.informative, strict=True):
            if informative:
                holders[stem].add(each.account)
    accounts = len({each.account for each in statements})
    return {stem: math.log1p(accounts / len(names)) / math.log1p(accounts) for stem, names in holders.items()}


def likeness(left: Statement, right: Statement, weights: Weights) -> Likeness:
    """Compare the contents of two statements, the lighter one measured on the heavier. Symmetric."""
    shorter, longer = sorted((left, right), key=lambda each: (weight_of(each, weights), each.attribution.id))
    window = _window(shorter, longer, weights)
    pairs = _matched(shorter, longer, window)
    total = weight_of(shorter, weights)
    score = sum(_weight_at(shorter, here, weights) for here, _ in pairs) / total if total else 0.0
    shared = sum(shorter.informative[here] for here, _ in pairs)
    stretch = (min((there for _, there in pairs), default=0), max((there for _, there in pairs), default=-1) + 1)
    conflict = score >= RELATED and _conflict(shorter, longer, pairs)
    return Likeness(score, shared, sum(shorter.informative), conflict, stretch)


def weight_of(each: Statement, weights: Weights) -> float:
    """What a statement says, all its words together."""
    return sum(_weight_at(each, place, weights) for place in range(len(each.stems)))


def _weight_at(each: Statement, place: int, weights: Weights) -> float:
    return weights.get(each.stems[place], 1.0) if each.informative[place] else FUNCTION_WEIGHT


def _window(shorter: Statement, longer: Statement, weights: Weights) -> range:
    """The stretch of the longer that holds most of what the shorter says; the first of equals."""
    size = math.ceil(ROOM * len(shorter.stems)) + MORE
    if len(longer.stems) <= size:
        return range(len(longer.stems))
    sought = {stem for stem, informative in zip(shorter.stems, shorter.informative, strict=True) if informative}
    gains = [weights.get(stem, 1.0) if stem in sought else 0.0 for stem in longer.stems]
    held = best = sum(gains[:size])
    first = 0
    for end in range(size, len(gains)):
        held += gains[end] - gains[end - size]
        if held > best + 1e-9:
            best, first = held, end - size + 1
    return range(first, first + size)


def _matched(shorter: Statement, longer: Statement, window: range) -> list[tuple[int, int]]:
    """Places of words that correspond: in order first, then moved ones, then damaged ones."""
    there = longer.stems[window.start : window.stop]
    pairs = [
        (block.src_start + step, window.start + block.dest_start + step)
        for block in LCSseq.opcodes(shorter.stems, there)
        if block.tag == "equal"
        for step in range(block.src_end - block.src_start)
    ]
    free_here = _left_over(shorter, range(len(shorter.stems)), {here for here, _ in pairs})
    free_there = _left_over(longer, window, {place for _, place in pairs})
    return pairs + _moved(shorter, longer, free_here, free_there)


def _left_over(each: Statement, places: Iterable[int], taken: set[int]) -> list[int]:
    return [place for place in places if place not in taken and each.informative[place]]


def _moved(shorter: Statement, longer: Statement, here: list[int], there: list[int]) -> list[tuple[int, int]]:
    """Informative words out of order or misspelt, each matched once, the nearest spelling first."""
    pairs: list[tuple[int, int]] = []
    for same in (_same_stem, _same_spelling):
        for place in [place for place in here if place not in {taken for taken, _ in pairs}]:
            free = [other for other in there if other not in {taken for _, taken in pairs}]
            found = next((other for other in free if same(shorter, longer, place, other)), None)
            if found is not None:
                pairs.append((place, found))
    return pairs


def _same_stem(shorter: Statement, longer: Statement, here: int, there: int) -> bool:
    return shorter.stems[here] == longer.stems[there]


def _same_spelling(shorter: Statement, longer: Statement, here: int, there: int) -> bool:
    left, right = shorter.words.forms[here], longer.words.forms[there]
    if min(len(left), len(right)) < LEAST_LETTERS or left[0].isdigit() or right[0].isdigit():
        return False
    return fuzz.ratio(left, right) >= DAMAGED


def _conflict(shorter: Statement, longer: Statement, pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether the stretches in common hold different numbers, or a negation on one side only."""
    here = _stretch([place for place, _ in pairs])
    there = _stretch([place for _, place in pairs])
    left, right = _numbers(shorter, here), _numbers(longer, there)
    return bool(left - right and right - left) or _denies(shorter, here) != _denies(longer, there)


def _stretch(places: Sequence[int]) -> range:
    return range(max(0, min(places) - BEFORE), max(places) + 1)


def _numbers(each: Statement, places: range) -> Counter[str]:
    return Counter(each.stems[place] for place in places if is_number(each.stems[place]))


def _denies(each: Statement, places: range) -> bool:
    return any(each.words.forms[place] in NEGATORS or each.stems[place] in NEGATORS for place in places)
