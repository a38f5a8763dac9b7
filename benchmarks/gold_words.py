"""Reads words that are given, as corpora give them; the one place where benchmarks go past the reader's front door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from standoff.core.parse import Name, Parse, Word
from standoff.parse.lemmas import Lemmas, lemma_of, load_lemmas
from standoff.parse.network import Weights, load_weights
from standoff.parse.pieces import Vocabulary, load_vocabulary, pieces_of, space_of
from standoff.parse.reader import NAMES, Reader
from standoff.parse.readings import Reading, read_window
from standoff.parse.windows import windows_of, words_of

Places = list[tuple[int, int]]


class Parts(NamedTuple):
    """What the reader is made of."""

    weights: Weights
    vocabulary: Vocabulary
    lemmas: Lemmas


def load_parts(threads: int = 2) -> Parts:
    """The parts that ship. Raises ``ResourceError``."""
    return Parts(load_weights(threads), load_vocabulary(), load_lemmas())


def reader_behind(stand_in: Callable[[Any], Any], threads: int = 1) -> Reader:
    """The reader with a stand-in for its network, made from the network that ships."""
    parts = load_parts(threads)
    return Reader(parts.weights._replace(reader=stand_in(parts.weights.reader)), parts.vocabulary, parts.lemmas)


def parse_words(forms: Sequence[str], spaces: Sequence[str], sentences: Sequence[int], parts: Parts) -> Parse:
    """The parse of words that are given with the white space before each, and with their sentences' numbers.

    Offsets are into ``spaces`` and ``forms`` put together. No sentence is cut by a window that it fits in. No
    attributions.
    """
    numbers = np.array(sentences, np.int64)
    before = np.array([space_of(gap) for gap in ("\n\n", *spaces[1:])], np.int64)
    pieces = pieces_of(forms, before, parts.vocabulary)
    ends = np.cumsum([len(space) + len(form) for space, form in zip(spaces, forms, strict=True)]).tolist()
    places = [(end - len(form), end) for end, form in zip(ends, forms, strict=True)]
    words: list[Word] = []
    names: list[Name] = []
    for start, stop in windows_of(pieces, np.flatnonzero(np.diff(numbers, prepend=-1))):
        own = numbers[start:stop] - numbers[start]
        reading = read_window(words_of(pieces, start, stop), parts.weights, own)
        words += _words(forms[start:stop], places[start:stop], reading, parts, (start, int(numbers[start])))
        names += [_name(places[start:stop], reading, index) for index in range(len(reading.names))]
    return Parse("", tuple(words), tuple(names), ())


def _words(forms: Sequence[str], places: Places, reading: Reading, parts: Parts, base: tuple[int, int]) -> list[Word]:
    """The words of one window; ``base`` is the number of its first word and of that word's sentence."""
    columns = (reading.sentence, reading.upos, reading.features, reading.heads, reading.labels)
    return [
        Word(
            place[0],
            place[1],
            base[1] + number,
            upos,
            base[0] + head,
            label,
            features,
            lemma_of(form, upos, features, parts.lemmas),
        )
        for form, place, number, upos, features, head, label in zip(forms, places, *columns, strict=True)
    ]


def _name(places: Places, reading: Reading, index: int) -> Name:
    found = reading.names[index]
    return Name(places[found.start][0], places[found.stop - 1][1], NAMES[found.label], found.score)
