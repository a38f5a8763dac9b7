"""Which statements may be one: pairs that share rare words, a passage or a place, and those of them that are alike."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import compress, product

import numpy as np

from standoff.core.findings import Lineage
from standoff.resolve.lineage.numbers import mixed
from standoff.resolve.lineage.shingles import Keys, Pair, key_of, pairs_sharing
from standoff.resolve.utterances.alike import alike, asked_of, covers
from standoff.resolve.utterances.hearing import Hearing
from standoff.resolve.utterances.likeness import Statement

RARE = 40
"""A word or pair of words in more contents than this proposes no pair."""
LEAST_SHARED = 2
"""Rare words, or pairs of neighbours, two contents must share to be compared."""
LEAST_TOLD = 3
"""Informative words, the fewest that are asked of any two."""
LEAST_SCORE = 0.5
"""The lowest score that is asked of any two."""
MISSPELT = 0.1
"""What misspelt words may add to the share in common before two are aligned: one name among ten words."""


def pairs_alike(hearing: Hearing, copies: dict[int, list[int]], lineages: Sequence[Lineage]) -> list[Pair]:
    """Pairs that are one statement, the best first: what people called the same, then one speaker's, the closest first.

    Of ``copies`` one is compared. No more pairs are looked at than ``RARE`` allows for each rare word.
    """
    likely = {*_sharing(hearing, copies), *_side_by_side(hearing, copies, lineages), *_own(hearing, copies)}
    return [*_ruled(hearing), *_joins(hearing, likely)]


def copies_of(hearing: Hearing) -> dict[int, list[int]]:
    """By the first of them, the statements of one account that are the same words of one speaker: compared once.

    Ten thousand copies of a report are one text, not fifty million pairs. What a person ruled on stays alone.
    """
    held: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, each in enumerate(hearing.statements):
        speaker = hearing.speakers[index]
        ruled = index in hearing.same or index in hearing.different
        own = index if ruled or hearing.sentence[index] else -1
        place = hearing.moments[index] if hearing.moments[index].told else None
        held[each.account, speaker and speaker.id, tuple(each.words.forms), place, own].append(index)
    return {min(each, key=lambda index: first_out(hearing, index)): each for each in held.values()}


def first_out(hearing: Hearing, index: int) -> tuple[bool, str, str, int]:
    """The earliest published comes first: none of its copies is older."""
    published = hearing.moments[index].published
    return published is None, str(published or ""), hearing.doc(index), index


def _sharing(hearing: Hearing, copies: Iterable[int]) -> Iterator[Pair]:
    """Pairs that share rare words; two sentences of originals are never compared."""
    compared = sorted(copies)
    shared = pairs_sharing([_keys(hearing.statements[each]) for each in compared], LEAST_SHARED, RARE)
    for left, right in shared:
        pair = compared[left], compared[right]
        if not (hearing.sentence[pair[0]] and hearing.sentence[pair[1]]):
            yield pair


def _side_by_side(hearing: Hearing, copies: dict[int, list[int]], lineages: Sequence[Lineage]) -> Iterator[Pair]:
    """Pairs in passages that two documents share, however common their words are in the dossier."""
    stands_for = {each: first for first, held in copies.items() for each in held}
    in_document: dict[str, list[int]] = defaultdict(list)
    for index, _ in enumerate(hearing.statements):
        in_document[hearing.doc(index)].append(index)
    for lineage in lineages:
        for passage in lineage.passages:
            here, there = (
                {
                    stands_for[index]
                    for index in in_document[span.doc]
                    if hearing.statements[index].attribution.content[0].overlaps(span)
                }
                for span in passage
            )
            yield from ((min(pair), max(pair)) for pair in product(here, there) if pair[0] != pair[1])


def _own(hearing: Hearing, copies: Iterable[int]) -> Iterator[Pair]:
    """Each sentence of an original with the attributions inside it."""
    by_doc: dict[str, list[int]] = defaultdict(list)
    for each in sorted(copies):
        if hearing.originals[each] is not None:
            by_doc[hearing.doc(each)].append(each)
    for held in by_doc.values():
        sentences = sorted(
            (each for each in held if hearing.sentence[each]),
            key=lambda each: hearing.statements[each].attribution.content,
        )
        for part in (each for each in held if not hearing.sentence[each]):
            whole = next((each for each in sentences if covers(hearing, each, part)), None)
            if whole is not None:
                yield min(whole, part), max(whole, part)


def _ruled(hearing: Hearing) -> list[Pair]:
    """Pairs that a person called the same."""
    return sorted((one, other) for one, others in hearing.same.items() for other in others if one < other)


def _joins(hearing: Hearing, likely: Iterable[Pair]) -> list[Pair]:
    """Of the likely pairs those that report one statement: one speaker's first, of them the closest on both sides."""

    @cache
    def held(index: int) -> dict[str, float]:
        return _holding(hearing.statements[index])

    found = []
    for pair in likely:
        if _hopeful(hearing, pair, held) and alike(hearing, *pair):
            whole = (
                hearing.doc(pair[0]) == hearing.doc(pair[1]) and hearing.sentence[pair[0]] != hearing.sentence[pair[1]]
            )
            known = hearing.voice(*pair) == "same" or any(hearing.originals[each] for each in pair)
            found.append((not whole, not known, 0.0 if whole else -hearing.likeness(*pair).mean, pair))
    return _of_one_release(hearing, [pair for *_, pair in sorted(found)])


def _holding(each: Statement) -> dict[str, float]:
    """What each stem of a statement weighs in it, all its places together."""
    weights: dict[str, float] = defaultdict(float)
    for stem, weight in zip(each.stems, each.weights, strict=True):
        weights[stem] += weight
    return weights


def _hopeful(hearing: Hearing, pair: Pair, held: Callable[[int], dict[str, float]]) -> bool:
    """Whether the words in common may be enough: a bound that is faster than aligning the two.

    The first of a pair may be a sentence with an attribution inside it, which needs no bound.
    """
    if hearing.doc(pair[0]) == hearing.doc(pair[1]):
        return True
    (lighter, light), (heavier, heavy) = sorted((hearing.statements[each].total, each) for each in pair)
    weights = held(light)
    common = weights.keys() & held(heavy).keys()
    told = math.fsum(map(weights.__getitem__, common))
    if told < (LEAST_SCORE - MISSPELT) * lighter:
        return False
    return any(
        told >= (score - MISSPELT) * lighter and told >= (cover - MISSPELT) * heavier and len(common) >= shared - 1
        for score, shared, cover in asked_of(hearing, *pair)
    )


def _of_one_release(hearing: Hearing, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs without those of a report's words with an original that the report has less from than from another.

    Offices repeat their formulas: which of two readouts a report has one from, its other words tell.
    """
    told: dict[tuple[str, str], float] = defaultdict(float)
    ties = {pair: tie for pair in pairs if (tie := _tie(hearing, pair)) is not None}
    for pair, (report, original) in ties.items():
        told[hearing.doc(report), hearing.doc(original)] += hearing.likeness(*pair).mean
    best: dict[int, tuple[float, str]] = {}
    for report, original in ties.values():
        doc = hearing.doc(original)
        best[report] = max(best.get(report, (0.0, "")), (round(told[hearing.doc(report), doc], 9), doc))
    return [pair for pair in pairs if pair not in ties or best[ties[pair][0]][1] == hearing.doc(ties[pair][1])]


def _tie(hearing: Hearing, pair: Pair) -> Pair | None:
    """The one in a report and the one in an original; ``None`` for two of a kind."""
    one, other = pair
    if (hearing.originals[one] is None) == (hearing.originals[other] is None):
        return None
    return pair if hearing.originals[one] is None else (other, one)


def _informative(each: Statement) -> Iterable[str]:
    return compress(each.stems, each.informative)


def _keys(each: Statement) -> Keys:
    """Its informative words and its pairs of neighbours of such, as numbers; none where it says too little to pair."""
    stems = list(_informative(each))
    if len(stems) < LEAST_TOLD:
        return np.empty(0, np.uint64)
    keys = np.array([*map(key_of, stems)], np.uint64)
    return np.unique(np.concatenate([keys, mixed(keys[:-1] * np.uint64(3) + keys[1:])]))
