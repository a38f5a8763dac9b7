"""How close the wordings of two contents are, and whether they contradict each other."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from standoff.core.records import Attribution
from standoff.resolve.wording import NEGATORS, Words, is_informative, is_number, stem_of

FUNCTION_WEIGHT = 0.4
"""A function word beside an informative one of the rarest kind. benchmarks/paraphrase.py, 0.15 to 0.5: the best F1 goes
from 0.820 to 0.829, which it reaches at 0.4."""
DAMAGED = 80
"""Letters in common, in percent of both words, of a name and its misspelling ("Brinken", "Blinken": 86)."""
MOST_WORDS = 500
"""Words of a content that are compared. No quotation is longer; a page taken for one would cost its square in time."""
HOPEFUL = 0.3
"""Spellings are compared, which is slow, where this share of the shorter content stands in the longer without it."""
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
    """An attribution's content as it is compared; the lists are by word."""

    id: str
    """The attribution's."""
    attribution: Attribution
    account: str
    words: Words
    stems: list[str]
    informative: list[bool]
    weights: list[float]
    total: float
    """What it says, all its words together."""


class Likeness(NamedTuple):
    """What two contents share; the shorter is the one that says less, its words weighted by rarity."""

    score: float
    """The share of the shorter that stands in the longer, in about the same order."""
    cover: float
    """The share of the longer that this is."""
    shared: int
    """Informative words shared; none where all of them are names, for a name alone states nothing."""
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


Match = tuple[int, int]
"""A word's place in the shorter content, and in the longer."""


def make_statements(contents: Iterable[tuple[Attribution, str, Words]]) -> list[Statement]:
    """Attributions with their account and the words of their content, made ready to be compared; sorted by id.

    A word weighs from 0 to 1: the fewer accounts say it, the more a match in it means.
    """
    read = sorted((_read(*content) for content in contents), key=lambda each: each.id)
    rarity = _rarity(read)
    return [_weighed(each, rarity) for each in read]


def _read(attribution: Attribution, account: str, words: Words) -> Statement:
    words = words.first(MOST_WORDS)
    stems, informative = [*map(stem_of, words.forms)], [*map(is_informative, words.forms)]
    return Statement(attribution.id, attribution, account, words, stems, informative, [], 0.0)


def _rarity(read: Sequence[Statement]) -> dict[str, float]:
    """Inverse frequency of informative stems over accounts, so that copies do not make a word common.

    One account is not counted, for a word that two contents share is in two at least: else a match would lower its
    own weight where accounts are few.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    for each in read:
        for stem in compress(each.stems, each.informative):
            holders[stem].add(each.account)
    accounts = len({each.account for each in read})
    return {stem: math.log1p(accounts / max(1, len(held) - 1)) / math.log1p(accounts) for stem, held in holders.items()}


def _weighed(each: Statement, rarity: Mapping[str, float]) -> Statement:
    weights = [
        rarity[stem] if informative else FUNCTION_WEIGHT
        for stem, informative in zip(each.stems, each.informative, strict=True)
    ]
    return each._replace(weights=weights, total=math.fsum(weights))


def likeness(left: Statement, right: Statement) -> Likeness:
    """Compare the contents of two statements, the lighter one measured on the heavier. Symmetric."""
    shorter, longer = sorted((left, right), key=lambda each: (each.total, each.id))
    window = _window(shorter, longer)
    straight = _in_order(shorter, longer, window)
    pairs = straight + _out_of_order(shorter, longer, window, straight)
    matched = math.fsum(shorter.weights[here] for here, _ in pairs)
    score = _share(matched, shorter.total)
    return Likeness(
        score=score,
        cover=_share(matched, longer.total),
        shared=_told(shorter, longer, pairs),
        of=sum(shorter.informative),
        conflict=score >= RELATED and _conflict(shorter, longer, pairs),
        longer=longer.id,
        window=_counterpart(shorter, longer, straight),
    )


def _share(part: float, whole: float) -> float:
    """Rounded, so that no threshold turns on the last digit of a logarithm."""
    return round(min(1.0, part / whole), 9) if whole else 0.0


def _told(shorter: Statement, longer: Statement, pairs: Sequence[Match]) -> int:
    told = [(here, there) for here, there in pairs if shorter.informative[here]]
    named = all(shorter.words.capital[here] and longer.words.capital[there] for here, there in told)
    return 0 if named else len(told)


def _window(shorter: Statement, longer: Statement) -> range:
    """The stretch of the longer that holds most of what the shorter says; the first of equals."""
    size = math.ceil(ROOM * len(shorter.stems)) + MORE
    if len(longer.stems) <= size:
        return range(len(longer.stems))
    sought = frozenset(compress(shorter.stems, shorter.informative))
    gains = [weight if stem in sought else 0.0 for stem, weight in zip(longer.stems, longer.weights, strict=True)]
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
    moved = _moved(shorter, longer, here, there)
    if math.fsum(shorter.weights[place] for place, _ in (*straight, *moved)) < HOPEFUL * shorter.total:
        return moved
    return moved + _misspelt(shorter, longer, here, there)


def _moved(shorter: Statement, longer: Statement, here: list[int], there: list[int]) -> list[Match]:
    """Each place of the one with the first place of the other that has its stem; both are taken out of the lists."""
    places: dict[str, list[int]] = defaultdict(list)
    for other in reversed(there):
        places[longer.stems[other]].append(other)
    pairs = [(place, places[stem].pop()) for place in here if places.get(stem := shorter.stems[place])]
    if pairs:
        left, right = {place for place, _ in pairs}, {other for _, other in pairs}
        here[:] = [place for place in here if place not in left]
        there[:] = [other for other in there if other not in right]
    return pairs


def _misspelt(shorter: Statement, longer: Statement, here: list[int], there: list[int]) -> list[Match]:
    """Each place of the one with the first place of the other that is nearly its word, letter by letter."""
    forms = [(other, longer.words.forms[other]) for other in there if len(longer.words.forms[other]) >= LEAST_LETTERS]
    pairs: list[Match] = []
    for place in here if forms else ():
        form = shorter.words.forms[place]
        if len(form) < LEAST_LETTERS:
            continue
        found = next((each for each in forms if _same_spelling(form, each[1])), None)
        if found is not None:
            pairs.append((place, found[0]))
            forms.remove(found)
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


@lru_cache(maxsize=1 << 18)
def _same_spelling(left: str, right: str) -> bool:
    if abs(len(left) - len(right)) > 2:
        return False
    return not (left[0].isdigit() or right[0].isdigit()) and fuzz.ratio(left, right) >= DAMAGED


def _conflict(shorter: Statement, longer: Statement, pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether the stretches in common hold different numbers, or a negation on one side only."""
    here = _stretch([place for place, _ in pairs])
    there = _stretch([place for _, place in pairs])
    if _denies(shorter, here) != _denies(longer, there):
        return True
    left, right = _numbers(shorter, here), _numbers(longer, there)
    return bool(left - right and right - left)


def _stretch(places: Sequence[int]) -> range:
    return range(max(0, min(places) - BEFORE), max(places) + 1)


def _numbers(each: Statement, places: range) -> Counter[str]:
    return Counter(each.stems[place] for place in places if is_number(each.stems[place]))


def _denies(each: Statement, places: range) -> bool:
    return any(each.words.forms[place] in NEGATORS or each.stems[place] in NEGATORS for place in places)
