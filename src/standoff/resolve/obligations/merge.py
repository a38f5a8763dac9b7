"""Gathers commitments into obligations: copies first, then the closest pairs, while a group holds together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from math import log
from typing import NamedTuple

import numpy as np

from standoff.lexicon.deeds import Deeds
from standoff.resolve.gather import gather
from standoff.resolve.lineage.shingles import Keys, Pair, key_of, pairs_sharing
from standoff.resolve.obligations.apart import apart
from standoff.resolve.obligations.likeness import FAMILIES, Likeness, Weights, likeness
from standoff.resolve.obligations.wordings import Wording
from standoff.resolve.rulings import Rulings

RARE = 48
"""Distinct wordings that may share a word, or a deed of one side, before it proposes no pair. On the 7,514 commitments
of 1,430 news texts 12, 24 and 48 propose 18,000, 22,000 and 36,000 pairs and leave 6,161, 6,060 and 5,888 obligations;
on the example crisis all three give the same, and 6 gives less."""
NEIGHBOURS = 6
"""In a block that is larger, each wording is compared with so many told next."""
LEAST_SHARED = 2
MOST_CHECKED = 12
"""Members of a group that a newcomer is checked against: the first told, since they do not change as it grows."""


class Gathered(NamedTuple):
    """The commitments of one obligation, and the weakest reason that they are one."""

    members: list[Wording]
    why: Likeness | None


def gather_wordings(wordings: Sequence[Wording], deeds: Deeds, rulings: Rulings) -> list[Gathered]:
    """The wordings in groups, each in exactly one; ``wordings`` come in order of id."""
    copies = _copies(wordings, rulings)
    weights = _weights([each[0] for each in copies])
    likely = sorted({*_sharing_words(copies), *_sharing_deeds(copies)})

    @cache
    def close(left: int, right: int) -> Likeness | None:
        return likeness(copies[left][0], copies[right][0], weights, deeds)

    @cache
    def parted(left: int, right: int) -> bool:
        return apart(copies[left][0], copies[right][0], deeds) or _other_crisis(copies[left][0], copies[right][0])

    found = [(close(*pair), pair) for pair in likely if not parted(*pair)]
    ranked = sorted((-(near.score), pair) for near, pair in found if near is not None)
    forced = _forced(copies, rulings)

    def holds(left: Sequence[int], right: Sequence[int]) -> bool:
        if rulings.apart(_ids(copies, left), _ids(copies, right)):
            return False
        if any((min(pair), max(pair)) in forced for pair in product(left, right)):
            return True
        checked = product(left[:MOST_CHECKED], right[:MOST_CHECKED])
        return not any(parted(min(pair), max(pair)) for pair in checked)

    groups = gather([*sorted(forced), *(pair for _, pair in ranked)], holds)
    taken = {index for group in groups for index in group}
    groups += [[index] for index in range(len(copies)) if index not in taken]
    return [_gathered(group, copies, close) for group in groups]


def _copies(wordings: Sequence[Wording], rulings: Rulings) -> list[list[Wording]]:
    """Commitments told in the same words of the same parties, as one; those that people ruled on stand alone."""
    ruled = {each for pair in (*rulings.same, *rulings.different) for each in pair}
    alike: dict[object, list[Wording]] = defaultdict(list)
    for each in wordings:
        alike[each.id if each.id in ruled else each.key].append(each)
    return sorted(alike.values(), key=lambda each: each[0].id)


def _ids(copies: Sequence[Sequence[Wording]], group: Iterable[int]) -> set[str]:
    return {each.id for index in group for each in copies[index]}


def _weights(wordings: Sequence[Wording]) -> Weights:
    counts = Counter(stem for each in wordings for stem in each.words | each.content)
    return Weights({stem: round(1000 * log(1 + len(wordings) / count)) for stem, count in counts.items()})


def _sharing_words(copies: Sequence[Sequence[Wording]]) -> list[Pair]:
    keys: list[Keys] = [
        np.unique(np.array([key_of(stem) for stem in sorted(each[0].words)], np.uint64)) for each in copies
    ]
    return pairs_sharing(keys, LEAST_SHARED, RARE)


def _sharing_deeds(copies: Sequence[Sequence[Wording]]) -> Iterator[Pair]:
    """Pairs of one debtor's side, one family of forces and one deed; in a large block only those told next."""
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, (first, *_) in enumerate(copies):
        for deed in first.consequent.all_deeds | first.antecedent.all_deeds:
            blocks[first.debtor.side or "", FAMILIES[first.force], deed].append(index)
        if first.force == "red_line" or (first.force == "threat" and first.antecedent.all_deeds):
            drawer = first.creditor if first.force == "red_line" else first.debtor
            blocks[drawer.side or "", "red line", ""].append(index)
    for block in blocks.values():
        told = sorted(block, key=lambda index: (str(copies[index][0].told), copies[index][0].id))
        reach = len(told) if len(told) <= RARE else NEIGHBOURS
        for place, left in enumerate(told):
            yield from ((min(left, right), max(left, right)) for right in told[place + 1 : place + 1 + reach])


def _forced(copies: Sequence[Sequence[Wording]], rulings: Rulings) -> set[Pair]:
    """The pairs that people called the same."""
    place = {each.id: index for index, group in enumerate(copies) for each in group}
    pairs = ((place[one], place[other]) for one, other in rulings.together(place.keys()))
    return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}


def _other_crisis(one: Wording, other: Wording) -> bool:
    """Whether two stand in reports on different things, and nobody is named that both are of."""
    return one.topic != other.topic and not (one.debtors & other.debtors)


def _gathered(
    group: Sequence[int], copies: Sequence[Sequence[Wording]], close: Callable[[int, int], Likeness | None]
) -> Gathered:
    found = [close(left, right) for place, left in enumerate(group) for right in group[place + 1 : place + 3]]
    known = [each for each in found if each is not None]
    members = sorted((each for index in group for each in copies[index]), key=lambda each: each.id)
    return Gathered(members, min(known, default=None))
