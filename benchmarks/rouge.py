"""Alignment-based ROUGE of two timelines (Martschat and Markert 2017), written from the paper.

Each day of one timeline is aligned with the day of the other that costs least: the further away in time and the fewer
words in common, the dearer; several days may have the same one (align+ m:1). The n-grams that the two days share count
less by the days between them. Recall aligns the journalist's days, precision those of the system.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

TOKEN = re.compile(r"[a-z0-9]+")

Sentences = Mapping[date, Sequence[str]]
Grams = Counter[tuple[str, ...]]


def alignment_rouge(system: Sentences, gold: Sentences, size: int) -> float:
    """The F1 over n-grams of ``size`` words, from 0 to 1."""
    precision, recall = _share(system, gold, size), _share(gold, system, size)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(these: Sentences, others: Sentences, size: int) -> float:
    """The share of the n-grams of these that the days they are aligned with have too."""
    words, other_words = _counted(these, 1), _counted(others, 1)
    grams, other_grams = _counted(these, size), _counted(others, size)
    shared = 0.0
    for day in sorted(these) if others else ():
        costs = ((_cost(day, other, words[day], other_words[other]), other) for other in others)
        _, aligned = min(costs)
        shared += _nearness(day, aligned) * (grams[day] & other_grams[aligned]).total()
    total = sum(each.total() for each in grams.values())
    return shared / total if total else 0.0


def _cost(day: date, other: date, words: Grams, other_words: Grams) -> float:
    total = words.total() + other_words.total()
    f1 = 2 * (words & other_words).total() / total if total else 0.0
    return (1 - _nearness(day, other)) * (1 - f1)


def _nearness(day: date, other: date) -> float:
    return 1 / (abs((day - other).days) + 1)


def _counted(sentences: Sentences, size: int) -> dict[date, Grams]:
    return {day: sum((grams(each, size) for each in told), Counter()) for day, told in sentences.items()}


def grams(sentence: str, size: int) -> Grams:
    """The n-grams of a sentence, in small letters, without punctuation."""
    tokens = TOKEN.findall(sentence.lower())
    return Counter(zip(*(tokens[start:] for start in range(size)), strict=False))
