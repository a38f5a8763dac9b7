"""Which documents may have come from one text: runs of words as numbers, and the pairs that share some.

Two searches, because neither suffices alone. MinHash signatures (``rensa``) find near copies however many
there are. An index of the rarer runs finds two long texts that share one paragraph, for which a signature
is too coarse; runs that stand in many documents are left to the signatures, so the index stays small.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt
from rensa import RMinHash

Keys = npt.NDArray[np.uint64]
Indices = npt.NDArray[np.int64]
Pair = tuple[int, int]

RUN = 3
"""Words in a run. benchmarks/lineage.py, 3 to 5: of texts with 30 % of their words replaced and 15 % swapped 91, 71
and 15 % are found to be copies; none of 19,000 independent pairs is, at any. Two asks for too many alignments."""
SLOTS, BAND_ROWS, SEED = 128, 2, 1
"""64 bands of two slots: two texts with a fifth of their runs in common agree in some band with a probability
of 0.93, with a third of them 0.999."""
NEAR_BANDS = 6
"""Bands two near copies share: as many as are expected where 0.3 of the runs are in common."""
MOST_HOLDERS = 40
"""A run in more documents than this is left to the signatures: 780 pairs at most for each."""
LEAST_SHARED = 6
"""Rare runs two documents must share to be aligned: a passage of eight words, or three shorter ones. 4 to 8 find the
same relations in the 1,430 texts of five timelines; 4 aligns 107,000 pairs of them, 6 aligns 65,000."""
REFRAIN, HOUSE_REFRAIN = 8, 3
"""A run in so many texts that are no near copies of each other, or in so many of one outlet, is a house's background,
furniture that was not marked, or a formula: it shows no descent. Without this rule, at 8 and 40, the relations found in
those 1,430 texts fall from 4,591 to 955, the rest being page footers; the 3 for one outlet is judgement, not swept."""
MIX = np.uint64(0x9E3779B97F4A7C15)


def run_keys(forms: Sequence[str]) -> Keys:
    """One 64-bit number for each run of words, by position; the same on every machine."""
    if len(forms) < RUN:
        return np.empty(0, np.uint64)
    words = np.fromiter((key_of(form) for form in forms), np.uint64, len(forms))
    keys = np.zeros(len(forms) - RUN + 1, np.uint64)
    for place in range(RUN):
        keys = keys * MIX + words[place : len(words) - RUN + 1 + place]
        keys ^= keys >> np.uint64(29)
    return keys


@lru_cache(maxsize=1 << 16)
def key_of(form: str) -> int:
    """A string as a 64-bit number, the same on every machine."""
    return int.from_bytes(blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def band_keys(keys: Sequence[Keys]) -> list[Keys]:
    """The bands of each text's MinHash signature as numbers; none for a text without runs."""
    held = [index for index, each in enumerate(keys) if len(each)]
    bands = [np.empty(0, np.uint64) for _ in keys]
    if not held:
        return bands
    ends = np.cumsum([0] + [len(keys[index]) for index in held])
    flat = np.concatenate([keys[index] for index in held])
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(flat, ends.tolist(), SLOTS, SEED)
    rows = np.array(matrix.to_rows(), np.uint64).reshape(len(held), -1, BAND_ROWS)
    packed = (rows[:, :, 0] << np.uint64(32)) | rows[:, :, 1]
    for index, row in zip(held, packed * MIX + np.arange(packed.shape[1], dtype=np.uint64), strict=True):
        bands[index] = np.unique(row)
    return bands


def likely_pairs(keys: Sequence[Keys], bands: Sequence[Keys]) -> list[Pair]:
    """Pairs of texts, as indices in rising order, that share enough to be worth aligning."""
    near = pairs_sharing(bands, least=1, most=None)
    some = pairs_sharing([np.unique(each) for each in keys], least=LEAST_SHARED, most=MOST_HOLDERS)
    return sorted({*near, *some})


def refrains(keys: Sequence[Keys], bands: Sequence[Keys], outlets: Sequence[str | None]) -> Keys:
    """The runs that stand in ``REFRAIN`` texts or more, or ``HOUSE_REFRAIN`` of one outlet; sorted.

    Near copies of one text count once.
    """
    groups = np.array(grouped(len(keys), pairs_sharing(bands, least=NEAR_BANDS, most=None)), np.int64)
    numbers = {outlet: number for number, outlet in enumerate(sorted({name for name in outlets if name is not None}))}
    housed = [index for index, outlet in enumerate(outlets) if outlet in numbers]
    houses = np.array([numbers[outlet] for outlet in outlets if outlet is not None], np.int64)
    everywhere = _held(keys, groups, np.zeros(len(keys), np.int64), REFRAIN)
    at_home = _held([keys[index] for index in housed], groups[housed], houses, HOUSE_REFRAIN)
    return np.union1d(everywhere, at_home)


def _held(keys: Sequence[Keys], groups: Indices, houses: Indices, least: int) -> Keys:
    """The keys that ``least`` groups or more of one house hold."""
    flat = np.concatenate([np.empty(0, np.uint64), *keys])
    base = int(groups.max(initial=0)) + 1
    flat, owners = _distinct(flat, np.repeat(houses * base + groups, [len(each) for each in keys]))
    houses = owners // base
    starts = np.flatnonzero(np.append(True, (flat[1:] != flat[:-1]) | (houses[1:] != houses[:-1])))[: len(flat)]
    return flat[starts[np.diff(np.append(starts, len(flat))) >= least]]


def among(keys: Keys, runs: Keys) -> npt.NDArray[np.bool_]:
    """By position, whether a key is one of the sorted ``runs``."""
    if not len(runs):
        return np.zeros(len(keys), np.bool_)
    found: npt.NDArray[np.bool_] = runs[np.searchsorted(runs, keys) % len(runs)] == keys
    return found


def grouped(count: int, pairs: Sequence[Pair]) -> list[int]:
    """For each of ``count`` things the least index of those it is joined with, directly or over others."""
    least = list(range(count))

    def root(index: int) -> int:
        while least[index] != index:
            least[index] = least[least[index]]
            index = least[index]
        return index

    for left, right in pairs:
        first, second = sorted((root(left), root(right)))
        least[second] = first
    return [root(index) for index in range(count)]


def pairs_sharing(keys: Sequence[Keys], least: int, most: int | None) -> list[Pair]:
    """Pairs ``(i, j)``, ``i < j``, of holders that share ``least`` keys or more.

    Keys that more than ``most`` holders have are passed over. Each holder's keys must be distinct.
    """
    flat = np.concatenate([np.empty(0, np.uint64), *keys])
    flat, holders = _distinct(flat, np.repeat(np.arange(len(keys)), [len(each) for each in keys]))
    starts = np.flatnonzero(np.append(True, flat[1:] != flat[:-1]))[: len(flat)]
    sizes = np.diff(np.append(starts, len(flat)))
    codes = [
        _pair_codes(holders, starts[sizes == size], int(size), len(keys))
        for size in np.unique(sizes)
        if size > 1 and (most is None or size <= most)
    ]
    found, counts = np.unique(np.concatenate([np.empty(0, np.int64), *codes]), return_counts=True)
    return [divmod(int(code), len(keys)) for code in found[counts >= least]]


def _distinct(keys: Keys, holders: Indices) -> tuple[Keys, Indices]:
    """Each pair of key and holder once, sorted."""
    order = np.lexsort((holders, keys))
    keys, holders = keys[order], holders[order]
    new = np.append(True, (keys[1:] != keys[:-1]) | (holders[1:] != holders[:-1]))[: len(keys)]
    return keys[new], holders[new]


def _pair_codes(holders: Indices, starts: Indices, size: int, base: int) -> Indices:
    """``i * base + j`` for each pair of holders of each key that has exactly ``size`` of them."""
    groups = holders[starts[:, None] + np.arange(size)]
    left, right = np.triu_indices(size, 1)
    codes: Indices = (groups[:, left] * base + groups[:, right]).ravel()
    return codes
