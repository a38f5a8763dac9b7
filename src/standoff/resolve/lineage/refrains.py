"""Refrains: runs of words in many texts that are no copies of each other, which show no descent."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from standoff.resolve.lineage.numbers import Flags, Keys, Places, among
from standoff.resolve.lineage.verbatim import RUN

REFRAIN, HOUSE_REFRAIN = 8, 3
"""A run in so many texts that are no near copies of each other, or in so many of one outlet, is a house's background,
furniture that was not marked, or a formula: it shows no descent. Without this rule, at 8 and 40, the relations found in
the 1,430 texts of five timelines fall from 4,591 to 955, the rest being page footers; the 3 for one outlet is
judgement, not swept."""


def refrains(runs: Sequence[Keys], groups: Sequence[int], outlets: Sequence[str | None]) -> Keys:
    """Of the texts' runs those in ``REFRAIN`` texts or more, or ``HOUSE_REFRAIN`` of one outlet; sorted.

    Texts of one group, copies of each other, count once.
    """
    flat = np.concatenate([np.empty(0, np.uint64), *runs])
    owners = np.repeat(np.arange(len(runs)), [len(each) for each in runs])
    order = np.argsort(flat, kind="stable")
    flat, owners = _in_several(flat[order], owners[order])
    of_group = np.array(groups, np.int64)
    everywhere = _held(flat, of_group[owners], REFRAIN)
    names = {outlet: number for number, outlet in enumerate(sorted({each for each in outlets if each is not None}))}
    houses = np.array([-1 if outlet is None else names[outlet] for outlet in outlets], np.int64)
    housed = houses[owners] >= 0
    flat, owners = flat[housed], owners[housed]
    at_home = _held(flat, of_group[owners], HOUSE_REFRAIN, houses[owners])
    return np.union1d(everywhere, at_home)


def own_words(runs: Keys, words: int, common: Keys) -> Flags:
    """For each of so many words, whether it is no part of a refrain."""
    own = np.ones(words, np.bool_)
    starts = np.flatnonzero(among(runs, common))
    for step in range(RUN):
        own[starts + step] = False
    return own


def _in_several(keys: Keys, owners: Places) -> tuple[Keys, Places]:
    """The sorted keys that stand at ``HOUSE_REFRAIN`` places or more."""
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))[: len(keys)]
    sizes = np.diff(np.append(starts, len(keys)))
    several = np.repeat(sizes >= HOUSE_REFRAIN, sizes)
    return keys[several], owners[several]


def _held(keys: Keys, groups: Places, least: int, houses: Places | None = None) -> Keys:
    """The keys that ``least`` groups or more hold, of one house where houses are given; sorted."""
    houses = np.zeros(len(keys), np.int64) if houses is None else houses
    order = np.lexsort((groups, houses, keys))
    keys, groups, houses = keys[order], groups[order], houses[order]
    other = (keys[1:] != keys[:-1]) | (houses[1:] != houses[:-1])
    new = np.append(True, other | (groups[1:] != groups[:-1]))[: len(keys)]
    firsts = np.flatnonzero(np.append(True, other)[: len(keys)])
    held = np.add.reduceat(new.astype(np.int64), firsts) if len(firsts) else firsts
    return np.unique(keys[firsts[held >= least]])
