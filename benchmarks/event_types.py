"""PLOVER types: F1 of each on sentences whose source and target are given.

    python benchmarks/event_types.py FILE [--split NAME] [--misses N] [--json]

FILE is in JSON Lines as PLV has it (Halterman et al. 2023): ``text``, ``source_spans``, ``target_spans``, ``event``;
CONCEDE and RETREAT are one type there, YIELD. The words between source and target in the tree are read as triggers,
by the lexicon and by the event head. The head that ships was trained on PLV's training sentences: a figure on those
says nothing. ``python -m training.event_types DATA --folds 5`` measures on them what was left out of training.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from rich import print_json

from standoff.core.parse import Piece
from standoff.core.records import Document
from standoff.extract.events.between import words_between
from standoff.extract.events.candidates import find_candidates
from standoff.extract.events.surroundings import features_of, surroundings
from standoff.extract.events.typing import lexicon_features
from standoff.extract.grammar import grammar_of
from standoff.lexicon.lexicon import Lexicon, load_lexicon
from standoff.parse.reader import Reader, load_reader
from table import Row, agreement, as_json, lines


class Sentence(msgspec.Struct, frozen=True):
    """One line of the file; places in code points of ``text``."""

    text: str
    event: str
    source_spans: tuple[Piece, ...] = ()
    target_spans: tuple[Piece, ...] = ()


class Read(NamedTuple):
    """A sentence's type by the gold and as it was read."""

    gold: str
    found: str
    text: str


def read(sentences: Iterable[Sentence], reader: Reader, lexicon: Lexicon) -> Iterator[Read]:
    """The type of each sentence: the likeliest for all the words between source and target together."""
    head = lexicon.event_types
    for sentence in sentences:
        document = Document(path="sentence", text=sentence.text)
        grammar = grammar_of(document.text, reader(document))
        words = words_between(grammar, sentence.source_spans, sentence.target_spans)
        between = set(words)
        scores = [head.scores(features_of(surroundings(grammar, word))) for word in words]
        candidates = [c for c in find_candidates(grammar, lexicon.plover) if c.head in between or c.first in between]
        told = [(name, 1.0) for name in lexicon_features([candidate.kind for candidate in candidates])]
        total = np.mean(scores, 0) + head.scores(told) - head.bias
        yield Read(sentence.event, head.types[int(np.argmax(total))], sentence.text)


def rows(split: str, found: Sequence[Read]) -> Iterator[Row]:
    """Precision, recall and F1 of each type, their mean, and accuracy."""
    scores = {kind: _scores(kind, found) for kind in sorted({each.gold for each in found})}
    for kind, values in scores.items():
        yield Row(f"PLOVER types, {split}", kind, values)
    macro = sum(values["F1"] for values in scores.values()) / max(1, len(scores))
    right = sum(each.gold == each.found for each in found)
    yield Row(f"PLOVER types of all, {split}", "macro F1", {"value": macro})
    yield Row(f"PLOVER types of all, {split}", "accuracy", {"value": 100 * right / max(1, len(found))})


def _scores(kind: str, found: Sequence[Read]) -> dict[str, float]:
    right = sum(each.gold == each.found == kind for each in found)
    claimed, wanted = (sum(getattr(each, side) == kind for each in found) for side in ("found", "gold"))
    return {**agreement(right, claimed, wanted), "sentences": wanted}


def main() -> None:
    """Read, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--split", help="the name of the set, for the table")
    parser.add_argument("--misses", type=int, default=0, help="how many wrong ones to show")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    given = [msgspec.json.decode(line, type=Sentence) for line in options.file.read_bytes().splitlines() if line]
    found = list(read(given, load_reader(), load_lexicon()))
    table = list(rows(options.split or options.file.stem, found))
    missed = [each for each in found if each.gold != each.found][: options.misses]
    if options.json:
        print_json(json.dumps({"rows": as_json(table), "misses": [each._asdict() for each in missed]}))
        return
    print("\n".join(lines(table)))
    for each in missed:
        print(f"{each.gold}, not {each.found}: {each.text}")


if __name__ == "__main__":
    main()
