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
JUMP = 8
"""Words the longer content may have between two words of the shorter that belong together."""
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
    """What two contents share; the shorter is the one that says less, its words weighted by rarity."""

    score: float
    """The share of the shorter that stands in the longer, in about the same order."""
    cover: float
    """The share of the longer that this is."""
    shared: int
    """Informative words shared."""
    of: int
    """Informative words of the shorter."""
    conflict: bool
    """The common stretches differ in a number or in a negation."""
    longer: str
    """The attribution whose content is the longer."""
    window: tuple[int, int]
    """The stretch of the longer's words that the shorter corresponds to."""

    @property
    def mean(self) -> float:
        """The harmonic mean of both shares, which is the Dice coefficient of the weighted words."""
        return 2 * self.score * self.cover / (self.score + self.cover) if self.score else 0.0


Weights = Mapping[str, float]
Match = tuple[int, int]
"""A word's place in the shorter content, and in the longer."""


def statement(attribution: Attribution, account: str, words: Words) -> Statement:
    """The content of an attribution, made ready to be compared."""
    return Statement(
        attribution, account, words, [stem_of(form) for form in words.forms], [*map(is_informative, words.forms)]
    )


def weigh(statements: Sequence[Statement]) -> dict[str, float]:
    """By stem, from 0 to 1: the fewer accounts say a word, the more a match in it means.

    Inverse frequency over accounts, so that copies do not make a word common. One account is not counted, for a word
    that two contents share is in two at least: else a match would lower its own weight where accounts are few.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    for each in statements:
        for stem, informative in zip(each.stems, each.informative, strict=True):
            if informative:
                holders[stem].add(each.account)
    accounts = len({each.account for each in statements})
    return {
        stem: math.log1p(accounts / max(1, len(names) - 1)) / math.log1p(accounts) for stem, names in holders.items()
    }


def likeness(left: Statement, right: Statement, weights: Weights) -> Likeness:
    """Compare the contents of two statements, the lighter one measured on the heavier. Symmetric."""
    shorter, longer = sorted((left, right), key=lambda each: (weight_of(each, weights), each.attribution.id))
    window = _window(shorter, longer, weights)
    straight = _in_order(shorter, longer, window)
    pairs = straight + _out_of_order(shorter, longer, window, straight)
    matched = sum(_weight_at(shorter, here, weights) for here, _ in pairs)
    score = matched / max(FUNCTION_WEIGHT, weight_of(shorter, weights))
    return Likeness(
        score=score,
        cover=matched / max(FUNCTION_WEIGHT, weight_of(longer, weights)),
        shared=sum(shorter.informative[here] for here, _ in pairs),
        of=sum(shorter.informative),
        conflict=score >= RELATED and _conflict(shorter, longer, pairs),
        longer=longer.attribution.id,
        window=_counterpart(shorter, longer, straight),
    )


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


def _in_order(shorter: Statement, longer: Statement, window: range) -> list[Match]:
    """Places of equal stems, in one order in both (longest common subsequence)."""
    return [
        (block.src_start + step, window.start + block.dest_start + step)
        for block in LCSseq.opcodes(shorter.stems, longer.stems[window.start : window.stop])
        if block.tag == "equal"
        for step in range(block.src_end - block.src_start)
    ]


def _out_of_order(shorter: Statement, longer: Statement, window: range, straight: Sequence[Match]) -> list[Match]:
    """Places of informative words that moved, and then of misspelt ones, each matched once."""
    here = _left_over(shorter, range(len(shorter.stems)), {place for place, _ in straight})
    there = _left_over(longer, window, {place for _, place in straight})
    pairs: list[Match] = []
    for same in (_same_stem, _same_spelling):
        for place in list(here):
            found = next((other for other in there if same(shorter, longer, place, other)), None)
            if found is not None:
                pairs.append((place, found))
                here.remove(place)
                there.remove(found)
    return pairs


def _counterpart(shorter: Statement, longer: Statement, straight: Sequence[Match]) -> tuple[int, int]:
    """The stretch of the longer from the first to the last informative word in order, widened to the shorter's ends.

    Function words match anywhere, and so may one informative word far away; they do not stretch it.
    """
    runs = _runs(straight, [index for index, (here, _) in enumerate(straight) if shorter.informative[here]])
    kept = [run for run in runs if len(run) > 1] or sorted(runs, key=len)[-1:]
    if not kept:
        return 0, 0
    first, last = straight[kept[0][0]], straight[kept[-1][-1]]
    after = len(shorter.stems) - last[0]
    return max(0, first[1] - first[0]), min(len(longer.stems), last[1] + after)


def _runs(straight: Sequence[Match], told: Sequence[int]) -> list[list[int]]:
    """The told matches, apart where the longer says more than ``JUMP`` words that the shorter does not."""
    runs: list[list[int]] = []
    for index in told:
        before = straight[runs[-1][-1]] if runs else None
        here, there = straight[index]
        if before is None or (there - before[1]) - (here - before[0]) > JUMP:
            runs.append([])
        runs[-1].append(index)
    return runs


def _left_over(each: Statement, places: Iterable[int], taken: set[int]) -> list[int]:
    return [place for place in places if place not in taken and each.informative[place]]


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
