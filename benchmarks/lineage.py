"""How well copies, excerpts and shared statements are found among real news texts that we damage ourselves.

    python benchmarks/lineage.py PATH... [--split NAME] [--json] [--bases N]

PATH is a folder with ``articles.jsonl`` (timelines: ``id``, ``time``, ``text``) or ``docs.jsonl`` (``doc_id``,
``subtopic``, ``split``, ``text``), or a folder of such folders. Texts of one event (one timeline and day, one
subtopic) are the hard negatives. They are real, so some of them do copy or quote each other: only those with less than
a twenty-fifth of the shorter text's runs of five words in common count as independent. The second table shows what is
made of the texts as they are, by that share. ``--split`` keeps the texts of that split where the data has splits, and
names the table. Nothing is trained. The seed is fixed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

from rich import print_json
from rich.console import Console
from rich.table import Table

from damage import COPY, NONE, SHARED, Damage, Pair, Text, damages
from standoff.core.records import Document
from standoff.resolve.lineage.find import find_lineages

SEED = 7
CLASS = {"copy": COPY, "rewrite": COPY, "excerpt": COPY, "shared_release": SHARED}
INDEPENDENT = 0.04
"""Below this share of common runs of five words two texts of one event count as independent."""

BINS = ((INDEPENDENT, "up to 4 %"), (0.1, "4 to 10 %"), (0.2, "10 to 20 %"), (0.5, "20 to 50 %"), (1.0, "more"))

Bases = list[tuple[Text, Text, Text]]
Independents = frozenset[tuple[str, str]]
Runs = dict[str, frozenset[tuple[str, ...]]]


class Score(NamedTuple):
    """One row of the table: the damaged pairs, and what was made of the independent pairs beside them."""

    damage: str
    pairs: int
    precision: float | None
    recall: float
    f1: float | None
    independent: int
    called_copy: int
    called_shared: int


def read_texts(paths: Iterable[Path], split: str | None) -> list[Text]:
    """The texts of 60 words or more below the paths, sorted by name."""
    texts: list[Text] = []
    for root in paths:
        for file in sorted((*root.rglob("articles.jsonl"), *root.rglob("docs.jsonl"))):
            texts.extend(_texts(file, split))
    return sorted(text for text in texts if len(text.text.split()) >= 60)


def _texts(file: Path, split: str | None) -> Iterable[Text]:
    folder = file.parent.name
    for line in file.read_text("utf-8").splitlines():
        record = json.loads(line)
        if split is not None and record.get("split", split) != split:
            continue
        event = record.get("subtopic") or f"{folder} {record['time'][:10]}"
        yield Text(f"{folder}/{record.get('doc_id') or record['id']}", event, record["text"])


def overlapping(left: str, right: str, runs: Runs) -> float:
    """The share of the runs of five words of the text with fewer that the other has too."""
    fewer = min(len(runs[left]), len(runs[right]))
    return len(runs[left] & runs[right]) / fewer if fewer else 0.0


def runs_of_five(texts: Sequence[Text]) -> Runs:
    """By name, a text's runs of five words."""
    split = {text.name: re.findall(r"\w+", text.text.lower()) for text in texts}
    return {name: frozenset(zip(*(words[step:] for step in range(5)), strict=False)) for name, words in split.items()}


def choose(texts: Sequence[Text], runs: Runs, count: int) -> Bases:
    """Texts drawn over all events, each with an independent report of its event and a stranger."""
    dice = random.Random(SEED)  # noqa: S311 - a benchmark's die
    events: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        events[text.event].append(text)
    drawn = []
    for event in events.values():
        pairs = [pair for pair in combinations(event, 2) if overlapping(pair[0].name, pair[1].name, runs) < INDEPENDENT]
        drawn.extend(dice.sample(pairs, min(len(pairs), 3)))
    chosen = dice.sample(drawn, min(count, len(drawn)))
    return [(left, right, dice.choice(texts)) for left, right in chosen]


def measure(name: str, damage: Damage, bases: Bases, apart: Independents) -> Score:
    """One damage done to every base, all read together as one collection."""
    dice = random.Random(f"{SEED} {name}")  # noqa: S311
    pairs = [damage(*base, dice) for base in bases]
    documents = {each.id: each for pair in pairs for each in pair[:2]}
    found = {frozenset(each.documents): CLASS[each.relation] for each in find_lineages(list(documents.values()))}
    got = [found.get(frozenset((pair.left.id, pair.right.id)), NONE) for pair in pairs]
    beside = [found.get(pair, NONE) for pair in pairs_beside(pairs, apart)]
    return score(name, pairs, got, beside)


def independents(bases: Bases, runs: Runs) -> Independents:
    """Pairs of names of texts that are independent of one another."""
    names = sorted({text.name for base in bases for text in base})
    return frozenset(pair for pair in combinations(names, 2) if overlapping(*pair, runs) < INDEPENDENT)


def pairs_beside(pairs: Sequence[Pair], apart: Independents) -> list[frozenset[str]]:
    """Pairs of documents all of whose texts are independent of one another."""
    sources = {side.id: names for pair in pairs for side, names in zip(pair[:2], pair[2:4], strict=True)}
    return [
        frozenset(both)
        for both in combinations(sources, 2)
        if all((min(pair), max(pair)) in apart for pair in product(sources[both[0]], sources[both[1]]))
    ]


def score(name: str, pairs: Sequence[Pair], got: Sequence[str], beside: Sequence[str]) -> Score:
    """Recall over the damaged pairs; precision against the independent pairs given the class that is right here."""
    right = sum(said in pair.classes for pair, said in zip(pairs, got, strict=True))
    wanted = pairs[0].classes
    false = sum(said in wanted for said in beside) if NONE not in wanted else 0
    precision = right / (right + false) if right and NONE not in wanted else None
    recall = right / len(pairs)
    f1 = 2 * precision * recall / (precision + recall) if precision else None
    return Score(name, len(pairs), precision, recall, f1, len(beside), beside.count(COPY), beside.count(SHARED))


class Untouched(NamedTuple):
    """A row of the second table: real pairs of one event by how much they share."""

    common_runs: str
    pairs: int
    called_copy: int
    called_shared: int


def untouched(texts: Sequence[Text], bases: Bases, runs: Runs) -> list[Untouched]:
    """What is made of the undamaged texts of the events of the bases."""
    events = {base[0].event for base in bases}
    documents = [(text, Document(path=text.name, text=text.text)) for text in texts if text.event in events]
    found = {frozenset(each.documents): CLASS[each.relation] for each in find_lineages([each for _, each in documents])}
    rows: dict[str, list[str]] = {name: [] for _, name in BINS}
    for (left, one), (right, other) in combinations(documents, 2):
        if left.event == right.event:
            share = overlapping(left.name, right.name, runs)
            name = next(name for bound, name in BINS if share <= bound)
            rows[name].append(found.get(frozenset((one.id, other.id)), NONE))
    return [Untouched(name, len(said), said.count(COPY), said.count(SHARED)) for name, said in rows.items()]


def show(title: str, columns: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """Print a table."""
    table = Table(title=title)
    for place, column in enumerate(columns):
        table.add_column(column.replace("_", " "), justify="right" if place else "left")
    for row in rows:
        table.add_row(*map(_cell, row))
    Console(width=120).print(table)


def _cell(value: object) -> str:
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def main() -> None:
    """Read, damage, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--split")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--bases", type=int, default=80)
    options = parser.parse_args()
    texts = read_texts(options.paths, options.split)
    runs = runs_of_five(texts)
    bases = choose(texts, runs, options.bases)
    apart = independents(bases, runs)
    words = sorted({word for text in texts for word in text.text.split() if word.isalpha() and word.islower()})
    start = time.process_time()
    scores = [measure(name, damage, bases, apart) for name, damage in damages(words).items()]
    real = untouched(texts, bases, runs)
    seconds = time.process_time() - start
    if options.json:
        rows = {"rows": [row._asdict() for row in scores], "untouched": [row._asdict() for row in real]}
        print_json(json.dumps({"split": options.split, "seconds": seconds, **rows}))
        return
    name = f"{options.split or 'all'} of {', '.join(path.name for path in options.paths)}"
    counts = f"{len(texts)} texts, {len(bases)} damaged, {seconds:.0f} s of one core"
    show(f"lineage, {name}: {counts}", Score._fields, scores)
    show(f"lineage, {name}: texts of one event as they are", Untouched._fields, real)


if __name__ == "__main__":
    main()
