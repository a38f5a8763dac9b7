"""Names on UNER: ``python benchmarks/entity_names.py FILE... [--raw] [--json]``.

Each FILE is IOB2 as Universal NER writes it (word in the second column, label in the third, the sentence in
a ``# text`` line). Exact span F1 of PER, LOC and ORG with the gold's words, sentence by sentence; with
``--raw`` over the text of each document, its sentences joined by a space. Nothing is trained on FILE.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from gold_words import Parts, load_parts, parse_words
from standoff.core.parse import Name, Parse
from standoff.core.records import Document
from standoff.parse.reader import load_reader

LABELS = {"person": "PER", "location": "LOC", "organization": "ORG"}
Span = tuple[int, int, str]
Reads = Callable[[Document], Parse]
Scores = dict[str, float]


class Sentence(NamedTuple):
    """One sentence: its words with their places in ``text``, and its names by code points."""

    text: str
    words: tuple[tuple[int, int], ...]
    names: frozenset[Span]
    opens: bool
    """Whether a document begins here."""


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--raw", action="store_true", help="from raw text, not from the gold's words")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.raw:
        read = load_reader()
        rows = {path.name: measure_raw(documents(path), read) for path in options.files}
    else:
        parts = load_parts()
        rows = {path.name: measure(sentences(path), parts) for path in options.files}
    if options.json:
        print(json.dumps(rows))
        return
    for name, scores in rows.items():
        print(f"{name:20}" + "".join(f"{label:>6} {100 * score:5.1f}" for label, score in scores.items()))


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a file. Raises ``ValueError`` where a word does not stand in its sentence's text."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        told = next((line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")), None)
        forms = [row[1] for row in rows]
        text = " ".join(forms) if told is None else told
        words = _places(text, forms)
        found = gold_spans([row[2] for row in rows])
        names = frozenset((words[start][0], words[stop - 1][1], label) for start, stop, label in found)
        yield Sentence(text, words, names, any(line.startswith("# newdoc") for line in lines))


def documents(path: Path) -> Iterator[list[Sentence]]:
    """The sentences of each document of a file."""
    document: list[Sentence] = []
    for sentence in sentences(path):
        if sentence.opens and document:
            yield document
            document = []
        document.append(sentence)
    yield document


def _places(text: str, forms: Iterable[str]) -> tuple[tuple[int, int], ...]:
    places: list[tuple[int, int]] = []
    for form in forms:
        start = text.index(form, places[-1][1] if places else 0)
        places.append((start, start + len(form)))
    return tuple(places)


def gold_spans(labels: list[str]) -> set[Span]:
    """The spans of begin-inside labels, in words."""
    spans: set[Span] = set()
    start = -1
    for index, label in enumerate([*labels, "O"]):
        if start >= 0 and not label.startswith("I-"):
            spans.add((start, index, labels[start][2:]))
            start = -1
        if label.startswith("B-"):
            start = index
    return spans


def measure(golds: Iterable[Sentence], parts: Parts) -> Scores:
    """F1 by label and over all, with the gold's words, each sentence by itself."""
    counts: Counter[tuple[str, str]] = Counter()
    for gold in golds:
        forms = [gold.text[start:end] for start, end in gold.words]
        ends = [0, *(end for _, end in gold.words)]
        spaces = [gold.text[end:start] for end, (start, _) in zip(ends, gold.words, strict=False)]
        parse = parse_words(forms, spaces, [0] * len(forms), parts)
        _count(counts, gold.names, parse.names)
    return _scores(counts)


def measure_raw(golds: Iterable[list[Sentence]], read: Reads) -> Scores:
    """F1 by label and over all, from the text of each document."""
    counts: Counter[tuple[str, str]] = Counter()
    for number, gold in enumerate(golds):
        text, names = joined(gold)
        _count(counts, names, read(Document(path=str(number), text=text)).names)
    return _scores(counts)


def joined(gold: Iterable[Sentence]) -> tuple[str, frozenset[Span]]:
    """The text of a document, sentences joined by a space, and its names."""
    text, names = "", set[Span]()
    for sentence in gold:
        text += " " * bool(text)
        names |= {(len(text) + start, len(text) + end, label) for start, end, label in sentence.names}
        text += sentence.text
    return text, frozenset(names)


def _count(counts: Counter[tuple[str, str]], names: Iterable[Span], read: Iterable[Name]) -> None:
    found = {(name.start, name.end, LABELS[name.label]) for name in read if name.label in LABELS}
    gold = {span for span in names if span[2] in LABELS.values()}
    for kind, spans in (("right", found & gold), ("found", found), ("gold", gold)):
        counts.update((kind, label) for *_, label in spans)


def _scores(counts: Counter[tuple[str, str]]) -> Scores:
    scores = {label: _f1(*(counts[part, label] for part in ("right", "found", "gold"))) for label in LABELS.values()}
    totals = [sum(counts[part, label] for label in LABELS.values()) for part in ("right", "found", "gold")]
    return scores | {"all": _f1(*totals)}


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0


if __name__ == "__main__":
    main()
