"""The rows of a treebank: read with the gold's words, and read from raw text, by genre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from agreement import agreement, scores
from conllu import Gold, genre, unseen
from gold_words import load_parts
from standoff.core.parse import Parse, Word
from standoff.core.records import Document
from table import Row
from trees import measure, row

Reads = Callable[[Document], Parse]
NEWS = ("news", "speech")
"""The genres of GUM nearest to reports of a crisis, and shown by themselves."""


def gold_words(files: Sequence[Path], limit: int | None, detail: bool) -> Iterator[Row]:
    """Classes and trees with the gold's words and sentences."""
    parts = load_parts()
    for file in files:
        counts = {gold: measure([gold], parts) for gold in unseen(file)[:limit]}
        for name, total in _totals(file.stem, counts.items(), detail):
            yield Row("trees, gold words", name, row(total))


def raw_text(files: Sequence[Path], limit: int | None, detail: bool, read: Reads) -> Iterator[Row]:
    """Sentences, words, classes and trees from raw text."""
    for file in files:
        counts = [(gold, from_raw(gold, read)) for gold in unseen(file)[:limit]]
        for name, total in _totals(file.stem, counts, detail):
            yield Row("trees, raw text", name, scores(total))


def from_raw(gold: Gold, read: Reads) -> Counter[str]:
    """How far a reader agrees with the gold when it is given nothing but the text."""
    found: tuple[Word, ...] = read(Document(path=gold.id, text=gold.text)).words
    return agreement(gold.words, found)


def _totals(name: str, counts: Iterable[tuple[Gold, Counter[str]]], detail: bool) -> Iterator[tuple[str, Counter[str]]]:
    """The sums over all documents, over news and speeches where there are any, and over each genre where asked."""
    told = [(genre(gold.id), count) for gold, count in counts]
    yield name, _sum(count for _, count in told)
    if any(kind in NEWS for kind, _ in told):
        yield f"{name}, {' and '.join(NEWS)}", _sum(count for kind, count in told if kind in NEWS)
    for wanted in sorted({kind for kind, _ in told}) if detail else ():
        yield f"{name}: {wanted}", _sum(count for kind, count in told if kind == wanted)


def _sum(counts: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    return total
