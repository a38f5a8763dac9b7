"""PolNeAR 1.0 (Newell, Margolin, Ruths 2018): attributions in news of the 2016 US election.

1,008 articles by seven outlets; every attribution has a source, a cue and a content, each a set of
spans, and no attribution stands inside another one's content: what a content holds has no label there.
No licence is stated; it is a research release, and ``--without polnear`` leaves it out. The names beside
it were found by Stanford's tagger: a silver layer, not gold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from standoff.parse.pieces import Vocabulary, to_pieces
from standoff.parse.words import split_words
from training.example import BEGIN, CONTENT, INSIDE, NO_ROLE, SOURCE, UNLABELLED, Example, Ints

NAMES = {"PERSON": 1, "ORGANIZATION": 3, "LOCATION": 5, "MISC": 7}
Words = npt.NDArray[np.int64]  # (words, 2)


def read(path: Path, split: str, vocabulary: Vocabulary) -> Iterator[Example]:
    """Every article of ``<split>.jsonl`` as one example, in file order."""
    names = _names(path / f"{split}-names-automatic.jsonl")
    with (path / f"{split}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield _example(record, names.get(record["doc_id"]), vocabulary)


def _names(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    if not path.exists():
        return {}
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return {record["doc_id"]: [(s, e, label) for s, e, label in record["entities"]] for record in records}


def _example(record: dict[str, Any], names: list[tuple[int, int, str]] | None, vocabulary: Vocabulary) -> Example:
    text: str = record["text"]
    cut = split_words(text)
    words = np.array(cut, np.int64).reshape(-1, 2)
    attributions = record["attributions"]
    layers = {
        role: _begin_inside(words, [span for a in attributions for span in a[role]])
        for role in ("source", "cue", "content")
    }
    layers["inner"] = np.where(layers["content"] > 0, UNLABELLED, 0)
    layers["name"] = np.full(len(words), UNLABELLED) if names is None else _name_labels(words, names)
    roles = tuple(found for a in attributions for found in _roles(words, a))
    return Example(to_pieces(text, cut, vocabulary), layers, None, roles)


def inside(words: Words, start: int, end: int) -> range:
    """The indices of the words that share a character with ``[start, end)``."""
    return range(int(np.searchsorted(words[:, 1], start, "right")), int(np.searchsorted(words[:, 0], end, "left")))


def _begin_inside(words: Words, spans: list[list[int]]) -> Ints:
    labels = np.zeros(len(words), np.int64)
    for start, end in sorted(spans):
        covered = inside(words, start, end)
        if len(covered):
            labels[covered.start : covered.stop] = INSIDE
            labels[covered.start] = BEGIN
    return labels


def _name_labels(words: Words, names: list[tuple[int, int, str]]) -> Ints:
    labels = np.zeros(len(words), np.int64)
    for start, end, label in names:
        covered = inside(words, start, end)
        if len(covered):
            labels[covered.start : covered.stop] = NAMES[label] + 1
            labels[covered.start] = NAMES[label]
    return labels


def _roles(words: Words, attribution: dict[str, list[list[int]]]) -> Iterator[tuple[int, Ints]]:
    if not attribution["cue"]:
        return
    cue = inside(words, *min(attribution["cue"]))
    if not len(cue):
        return
    row = np.full(len(words), NO_ROLE, np.int64)
    for role, label in (("content", CONTENT), ("source", SOURCE)):
        for start, end in attribution[role]:
            covered = inside(words, start, end)
            row[covered.start : covered.stop] = label
    yield cue.start, row
