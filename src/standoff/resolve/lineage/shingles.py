"""Things that share keys, as pairs, and the groups that pairs make; a word's key is a number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]
Indices = npt.NDArray[np.int64]
Pair = tuple[int, int]


@lru_cache(maxsize=1 << 18)
def key_of(form: str) -> int:
    """A string as a 64-bit number, the same on every machine."""
    return int.from_bytes(blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest())


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
