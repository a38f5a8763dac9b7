"""The rows of attribution: PolNeAR as it is, by outlet, and broken on purpose."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from broken import DAMAGES, Damage, Damaged
from polnear import Counts, Parts, count, gold_parts, table
from standoff.core.parse import Parse
from standoff.core.records import Document
from table import Row

Reads = Callable[[Document], Parse]
Articles = Sequence[dict[str, Any]]
SEED = 20211207
WHOLE = "whole attribution"


def as_it_is(split: str, articles: Articles, detail: bool, read: Reads) -> Iterator[Row]:
    """Precision, recall and F1 for each measure; where asked, whole attributions of each outlet."""
    counted = [(article["outlet"], _count(article, read)) for article in articles]
    total = _sum([counts for _, counts in counted])
    for name, values in table(total).items():
        yield Row(f"attribution, {split}", name, dict(zip(("P", "R", "F1"), values, strict=True)))
    for outlet in sorted({outlet for outlet, _ in counted}) if detail else ():
        own = table(_sum([counts for name, counts in counted if name == outlet]))[WHOLE]
        yield Row(f"{WHOLE} by outlet, {split}", outlet, dict(zip(("P", "R", "F1"), own, strict=True)))


def broken(split: str, articles: Articles, read: Reads) -> Iterator[Row]:
    """F1 of whole attributions after each damage, and how many points it takes from the text as it is."""
    whole = table(_sum([_count(article, read) for article in articles]))[WHOLE][2]
    for name, damage in DAMAGES.items():
        f1 = table(_sum([_count(article, read, damage) for article in articles]))[WHOLE][2]
        yield Row(f"{WHOLE}, broken text, {split}", name, {"F1": f1, "drop": whole - f1})


def _count(article: dict[str, Any], read: Reads, damage: Damage | None = None) -> Counts:
    text, gold = article["text"], gold_parts(article)
    if damage is not None:
        after = damage(text, random.Random(f"{SEED} {article['doc_id']}"))  # noqa: S311 - a benchmark's die
        text, gold = after.text, [moved(parts, after) for parts in gold]
    return count(text, gold, read(Document(path=article["doc_id"], text=text)))


def moved(parts: Parts, damaged: Damaged) -> Parts:
    """The spans of an attribution where the damage has put them; what it has removed is gone."""
    places = {role: [damaged.span(start, end) for start, end in spans] for role, spans in parts.items()}
    return {role: [span for span in spans if span is not None] for role, spans in places.items()}


def _sum(counts: Sequence[Counts]) -> Counts:
    total: Counts = Counter()
    for one in counts:
        total.update(one)
    return total
