"""Attribution on PolNeAR: ``python benchmarks/polnear.py FILE [--limit N] [--json]``.

FILE is any split in PolNeAR's JSON Lines (offsets in code points). Prints, for the weights that ship:

- token F1 of source, cue and content: words that stand in any span of the role, against the gold's;
- exact span F1: each piece of a source, cue or content, both ends right;
- whole attribution F1: one to one, contents share at least half of their words (F1) and the sources share a
  word, or both have none.

Only the reader's first pass counts; what it finds inside contents has no gold here. Nothing is trained on FILE.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from standoff.core.parse import Cued, Parse
from standoff.core.records import Document
from standoff.parse.reader import load_reader
from standoff.parse.words import split_words

ROLES = ("source", "cue", "content")
Spans = list[tuple[int, int]]
Parts = dict[str, Spans]
Counts = Counter[str]


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--limit", type=int, help="only the first N articles")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    articles = list(read_articles(options.file))[: options.limit]
    began = time.perf_counter()
    counts = measure(articles)
    rows = table(counts)
    if options.json:
        print(json.dumps({"split": options.file.name, "articles": len(articles), "rows": rows}))
        return
    print(f"PolNeAR {options.file.name}: {len(articles)} articles, {time.perf_counter() - began:.1f} s")
    print(f"{'':24}{'P':>7}{'R':>7}{'F1':>7}")
    for name, (precision, recall, f1) in rows.items():
        print(f"{name:24}{precision:7.1f}{recall:7.1f}{f1:7.1f}")


def read_articles(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a split, as they stand in it."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def measure(articles: Iterable[dict[str, Any]]) -> Counts:
    """Count right, found and gold for every row."""
    reader = load_reader(1)
    counts: Counts = Counter()
    for article in articles:
        parse = reader(Document(path=article["doc_id"], text=article["text"]))
        counts.update(count(article["text"], gold_parts(article), parse))
    return counts


def gold_parts(article: dict[str, Any]) -> list[Parts]:
    """The attributions of an article."""
    return [{role: [(start, end) for start, end in a[role]] for role in ROLES} for a in article["attributions"]]


def count(text: str, gold: list[Parts], parse: Parse) -> Counts:
    """Count right, found and gold of one text for every row."""
    counts: Counts = Counter()
    found = [_parts(cued) for cued in parse.cued if cued.depth == 0]
    words = split_words(text)
    _count_roles(gold, found, words, counts)
    _count_whole(gold, found, words, counts)
    return counts


def _parts(cued: Cued) -> Parts:
    return {"source": list(cued.source), "cue": [] if cued.cue is None else [cued.cue], "content": list(cued.content)}


def _count_roles(gold: list[Parts], found: list[Parts], words: Spans, counts: Counts) -> None:
    for role in ROLES:
        ours = {span for parts in found for span in parts[role]}
        theirs = {span for parts in gold for span in parts[role]}
        _add(counts, f"{role} exact span", len(ours & theirs), len(ours), len(theirs))
        mine, right = _words(ours, words), _words(theirs, words)
        _add(counts, f"{role} token", len(mine & right), len(mine), len(right))


def _add(counts: Counts, name: str, right: int, found: int, gold: int) -> None:
    counts[f"{name}|right"] += right
    counts[f"{name}|found"] += found
    counts[f"{name}|gold"] += gold


def _words(spans: Iterable[tuple[int, int]], words: Spans) -> set[int]:
    ordered = sorted(spans)
    return {i for i, (start, end) in enumerate(words) if any(s < end and start < e for s, e in ordered)}


def _count_whole(gold: list[Parts], found: list[Parts], words: Spans, counts: Counts) -> None:
    theirs = [(_words(parts["content"], words), _words(parts["source"], words)) for parts in gold]
    ours = [(_words(parts["content"], words), _words(parts["source"], words)) for parts in found]
    scored = sorted(
        (-2 * len(a & c) / (len(a) + len(c)), i, j)
        for i, (a, b) in enumerate(theirs)
        for j, (c, d) in enumerate(ours)
        if len(a & c) and 4 * len(a & c) >= len(a) + len(c) and (b & d or not (b or d))
    )
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in scored:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    _add(counts, "whole attribution", len(left), len(ours), len(theirs))


def table(counts: Counts) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 in percent, a row a name."""
    names = [f"{role} {kind}" for kind in ("token", "exact span") for role in ROLES] + ["whole attribution"]
    rows = {}
    for name in names:
        right, found, gold = (counts[f"{name}|{part}"] for part in ("right", "found", "gold"))
        precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
        f1 = 2 * right / (found + gold) if found + gold else 0.0
        rows[name] = (100 * precision, 100 * recall, 100 * f1)
    return rows


if __name__ == "__main__":
    main()
