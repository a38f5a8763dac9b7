"""A text's words as numbers: what two texts are compared by, fast enough to do for thousands at once.

Case, quotation marks and possessive endings do not count. The numbers are the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from standoff.resolve.wording import FUNCTION_WORDS

Keys = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

STEM_LETTERS = 6
"""Words that begin with the same six letters are variants of one; a plural's ending goes before."""
LEAST_PLURAL = 5
"""Letters of a word whose final "s" is taken for an ending: "ships", not "this"."""
PLANE = 0x10000
"""Beyond it stand emoji and scripts no longer written, which make no words here."""
APOSTROPHES = (0x27, 0x2019)
ENDING = ord("s")
GOLDEN = 0x9E3779B97F4A7C15
LETTERS = 64


class Numbers(NamedTuple):
    """The words of a text in order."""

    starts: Places
    ends: Places
    forms: Keys
    stems: Keys
    informative: Flags
    """It says what is stated rather than how the sentence is built."""


def numbers_of(text: str, within: Iterable[tuple[int, int]]) -> Numbers:
    """The words of the given stretches of a text, with their places in it. Linear in the text, and pure."""
    codes = _codes(text)
    starts, ends = _words(codes, within)
    if not len(starts):
        none = np.empty(0, np.uint64)
        return Numbers(starts, ends, none, none, np.empty(0, np.bool_))
    lengths = ends - starts
    firsts = np.cumsum(lengths) - lengths
    steps = np.arange(int(lengths.sum())) - np.repeat(firsts, lengths)
    letters = codes[steps + np.repeat(starts, lengths)].astype(np.uint64) + np.uint64(1)
    letters *= _powers()[steps % LETTERS]
    forms = mixed(np.add.reduceat(letters, firsts))
    bare = lengths - ((codes[ends - 1] == ENDING) & (lengths >= LEAST_PLURAL))
    letters[steps >= np.repeat(np.minimum(bare, STEM_LETTERS), lengths)] = 0
    return Numbers(starts, ends, forms, mixed(np.add.reduceat(letters, firsts)), ~among(forms, _function_words()))


def runs_of(keys: Keys, length: int) -> Keys:
    """One number for each run of so many keys, by position."""
    count = max(0, len(keys) - length + 1)
    runs = np.zeros(count, np.uint64)
    for place in range(length):
        runs = mixed(runs * np.uint64(GOLDEN) + keys[place : place + count])
    return runs


def mixed(keys: Keys) -> Keys:
    """Numbers of which every bit depends on every bit (the finaliser of SplitMix64, Steele et al. 2014)."""
    keys = (keys ^ (keys >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    keys = (keys ^ (keys >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return keys ^ (keys >> np.uint64(31))


def among(keys: Keys, ordered: Keys) -> Flags:
    """By position, whether a key is one of the sorted ``ordered``."""
    if not len(ordered):
        return np.zeros(len(keys), np.bool_)
    found: Flags = ordered[np.searchsorted(ordered, keys) % len(ordered)] == keys
    return found


def _codes(text: str) -> npt.NDArray[np.uint32]:
    """The lower-case code points, one for each of the text."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low) == 1 else char for char, low in ((char, char.lower()) for char in text))
    return np.frombuffer(lower.encode("utf-32-le", "surrogatepass"), np.uint32)


def _words(codes: npt.NDArray[np.uint32], within: Iterable[tuple[int, int]]) -> tuple[Places, Places]:
    """Where the runs of letters and digits start and end; the "s" after an apostrophe is none."""
    inside = np.zeros(len(codes) + 2, np.bool_)
    for start, end in within:
        inside[start + 1 : end + 1] = True
    inside[1:-1] &= _alphanumeric()[np.minimum(codes, PLANE)]
    edges = np.diff(inside.view(np.int8))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    before = codes[np.maximum(starts - 1, 0)]
    ending = (ends - starts == 1) & np.isin(before, APOSTROPHES)
    ending[ending] = codes[starts[ending]] == ENDING
    return starts[~ending], ends[~ending]


@cache
def _alphanumeric() -> Flags:
    return np.array([*(chr(code).isalnum() for code in range(PLANE)), False])


@cache
def _powers() -> Keys:
    return np.array([pow(GOLDEN, step + 1, 1 << 64) for step in range(LETTERS)], np.uint64)


@cache
def _function_words() -> Keys:
    text = " ".join(sorted(FUNCTION_WORDS))
    found = np.zeros(0, np.uint64)
    codes = _codes(text)
    starts, ends = _words(codes, [(0, len(text))])
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        letters = (codes[start:end].astype(np.uint64) + np.uint64(1)) * _powers()[: end - start]
        found = np.append(found, mixed(letters.sum(keepdims=True, dtype=np.uint64)))
    return np.unique(found)
