"""The words around each trigger: its sentence, those nearest to it, and its document, as numbers, the rarest first."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from standoff.core.records import Document, Event
from standoff.core.span import Span
from standoff.resolve.wording import is_informative, stem_of

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

SHORT = r"(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})"
"""Not behind "Mr", "Oct", "Gen": their dot ends nothing. A sentence that ends with such a word runs on; few do."""
BREAK = re.compile(rf"(?<=[a-z0-9)\]”\"’'%]){SHORT}[.!?…][\"'”’)\]]{{0,3}}\s{{1,9}}(?=[\"'“‘(\[]?[A-Z0-9])|\n")
"""Where a sentence ends: a closing mark between a small letter and a capital, or a line break."""
WORD = re.compile(r"[^\W\d_]{4,30}")
"""A word of a document as far as it tells its matter; shorter ones seldom do."""
PART = re.compile(r"[^\W_]+")
LOGS = [0.0, *(math.log(count) for count in range(1, 100))]
SILENT = frozenset((-1,))
HEAD = 3_000
"""Characters of a document that tell its matter: news tell first what they are about."""
REACH = 300
"""Characters to either side of a trigger that are looked at: few sentences are longer, but a list may be one."""
NEAR = 6  # words to either side: about what a clause holds
IN_SENTENCE, IN_NEAR, IN_DOCUMENT = 12, 6, 32
"""Words kept of each, the rarest: the others tell little, and every pair is compared word by word."""


class Surroundings(NamedTuple):
    """A row an event: the words around it as numbers, padded with -1, and what each word weighs."""

    trigger: list[list[str]]
    """The forms of the trigger's own words."""
    place: Ints
    """The number of its sentence; events of one sentence have one."""
    sentence: Ints
    near: Ints
    weights: Floats
    """By number of a word its rarity, from 0 to 1; one more row, of 0, for the padding."""
    document: Ints
    """A row a document."""
    document_weights: Floats
    """Of each word of it; their squares add up to 1."""


class Sentence(NamedTuple):
    """The words of a sentence: where each begins, its form in small letters, the number of its stem."""

    starts: list[int]
    forms: list[str]
    stems: list[int]
    number: int
    """Its row in the table of sentences."""
    all: frozenset[int]


class Numbers:
    """Numbers for the stems of words, given as they are met; -1 for the words that say how a sentence is built."""

    def __init__(self) -> None:
        """Start with none."""
        self._by_form: dict[str, int] = {}
        self._by_stem: dict[str, int] = {}
        self._sentences = 0

    def __len__(self) -> int:
        """How many stems have one."""
        return len(self._by_stem)

    def sentence(self) -> int:
        """The number of the next sentence."""
        self._sentences += 1
        return self._sentences - 1

    def of(self, words: Iterable[tuple[int, str]]) -> list[int]:
        """The numbers of these forms, in order."""
        known = self._by_form
        return [known[form] if form in known else self._number(form) for _, form in words]

    def _number(self, form: str) -> int:
        number = self._by_stem.setdefault(stem_of(form), len(self._by_stem)) if is_informative(form) else -1
        self._by_form[form] = number
        return number


class Clause(NamedTuple):
    """One event's: the forms of its trigger, where its sentence is, and the words near the trigger, by number."""

    trigger: list[str]
    place: int
    sentence: Sentence
    near: frozenset[int]


def surroundings_of(reports: Sequence[tuple[Document, Sequence[Event]]]) -> Surroundings:
    """Those of every event of these documents, in their order."""
    numbers = Numbers()
    clauses: list[Clause] = []
    owners: list[range] = []
    characters = 0
    for document, events in reports:
        owners.append(range(len(clauses), len(clauses) + len(events)))
        clauses += _clauses(document, events, numbers, characters)
        characters += len(document.text) + 1  # no text has more sentences
    held = [frozenset().union(*(clauses[each].sentence.all for each in own)) for own in owners]
    weights = _weights(held, len(numbers))
    sentences = {clause.sentence.number: clause.sentence.all for clause in clauses}
    table = _padded((sentences[number] for number in sorted(sentences)), weights, IN_SENTENCE)
    return Surroundings(
        [clause.trigger for clause in clauses],
        np.array([clause.place for clause in clauses], np.int64),
        table[[clause.sentence.number for clause in clauses]],
        _padded((clause.near for clause in clauses), weights, IN_NEAR),
        weights,
        *_documents([document.text[:HEAD] for document, _ in reports]),
    )


def _documents(texts: Sequence[str]) -> tuple[Ints, Floats]:
    """The words that tell each document's matter, frequent in it and rare elsewhere; what they weigh in it."""
    numbers: dict[str, int] = {}
    counts = [Counter(WORD.findall(text.casefold())) for text in texts]
    holders = Counter(word for count in counts for word in count)
    total = math.log(len(texts) + 1)
    rarity = {word: math.log(count) for word, count in holders.items() if count > 1}
    words = np.full((len(texts), IN_DOCUMENT), -1, np.int32)
    weights = np.zeros((len(texts), IN_DOCUMENT), np.float32)
    for row, count in enumerate(counts):
        weighed = [
            ((1 + LOGS[min(often, 99)]) * (rarity[word] - total), word)
            for word, often in count.items()
            if word in rarity
        ]
        for place, (weight, word) in enumerate(sorted(weighed)[:IN_DOCUMENT]):
            words[row, place], weights[row, place] = numbers.setdefault(word, len(numbers)), -weight
    lengths = np.sqrt((weights**2).sum(1, keepdims=True))
    return words, weights / np.maximum(lengths, 1e-6)


def sentence_around(text: str, place: Span) -> tuple[int, int]:
    """Where the sentence around a place begins and ends, cut ``REACH`` characters from it on either side."""
    low, high = max(0, place.start - REACH), min(len(text), place.end + REACH)
    ends = [found.end() for found in BREAK.finditer(text, low, high)]
    start = max((end for end in ends if end <= place.start), default=low)
    return start, min((end for end in ends if end >= place.end), default=high)


def _clauses(document: Document, events: Sequence[Event], numbers: Numbers, before: int) -> Iterable[Clause]:
    """Each event's, in order; a sentence is cut into words once. Sentences are numbered from ``before``."""
    text = document.text
    breaks = [0, *(found.end() for found in BREAK.finditer(text)), len(text)]
    known: dict[tuple[int, int], Sentence] = {}
    for event in events:
        place = bisect_right(breaks, event.at.start) - 1
        start = max(breaks[place], event.at.start - REACH)
        end = min(breaks[min(bisect_left(breaks, event.at.end), len(breaks) - 1)], event.at.end + REACH)
        if (start, end) not in known:
            words = [(found.start(), found.group().casefold()) for found in PART.finditer(text, start, end)]
            stems = numbers.of(words)
            starts, forms = [at for at, _ in words], [form for _, form in words]
            known[start, end] = Sentence(starts, forms, stems, numbers.sentence(), frozenset(stems) - SILENT)
        yield _clause(event, before + place, known[start, end])


def _clause(event: Event, place: int, sentence: Sentence) -> Clause:
    starts, forms, stems = sentence.starts, sentence.forms, sentence.stems
    first = bisect_left(starts, event.at.start)
    last = max(bisect_left(starts, event.at.end), first)
    near = {*stems[max(0, first - NEAR) : first], *stems[last : last + NEAR]}
    return Clause(forms[first:last], place, sentence, frozenset(near - SILENT))


def _weights(held: Sequence[frozenset[int]], count: int) -> Floats:
    """How rare each word is among the documents: 1 in one of them alone, 0 in all."""
    seen = Counter(word for words in held for word in words)
    holders = np.array([max(1, seen[word]) for word in range(count)] or [1], np.float32)
    total = np.log(len(held) + 1)
    return np.append(1 - np.log(holders) / total, 0).astype(np.float32) if count else np.zeros(1, np.float32)


def _padded(rows: Iterable[frozenset[int]], weights: Floats, width: int) -> Ints:
    """The ``width`` rarest words of each row; of equals the one with the lesser number."""
    rarity = weights.tolist()
    order = [(-weight, word) for word, weight in enumerate(rarity)]
    found = [sorted(row, key=order.__getitem__)[:width] for row in rows]
    padded = np.full((len(found), width), -1, np.int32)
    for line, row in zip(padded, found, strict=True):
        line[: len(row)] = row
    return padded
