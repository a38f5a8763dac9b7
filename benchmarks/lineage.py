"""How well copies, rewrites and shared statements are found among real news texts that we damage ourselves.

    python benchmarks/lineage.py PATH... [--split NAME] [--json] [--bases N] [--whole]

PATH is a folder with ``articles.jsonl`` (timelines: ``id``, ``time``, ``text``) or ``docs.jsonl`` (``doc_id``,
``subtopic``, ``split``, ``text``), or a folder of such folders. ``--split`` keeps the texts of that split where the
data has splits, and names the table. Nothing is trained. The seed is fixed.

Recall is over the damaged texts and what they were made from, precision against pairs of independent texts of the same
collection. Texts of one event (one timeline and day, one subtopic) are the hard negatives. They are real, so some of
them do copy or quote each other: as independent count those with less than a twenty-fifth of the shorter text's runs
of five words in common. "changed" is the share of a text's words that are gone or stand in another order.

``--whole`` reads all texts as they are and counts the relations found: between strangers (texts of different stories,
which can share nothing), and between reports of one story and of one event that are independent by the rule above and
share no twelve words in a row. Read by eye, what was called shared of these was one statement in two wordings, 36 times
of 36; so the two lower rows bound the false relations from above, and the first row tells them.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

from rich import print_json
from rich.console import Console
from rich.table import Table

from damage import COPY, NONE, SHARED, Damage, Pair, Text, copies, halves, rewrites, statements
from rewriting import changed, thesaurus_of
from standoff.core.records import Document
from standoff.resolve.lineage.find import find_lineages

SEED = 7
CLASS = {"copy": COPY, "rewrite": COPY, "excerpt": COPY, "shared_release": SHARED}
INDEPENDENT = 0.04
"""Below this share of common runs of five words two texts of one event count as independent."""

TWELVE = 8
"""Runs of five words, each a word on, that make twelve words in a row."""
KINDS = ("strangers", "one story", "one event")

Bases = list[tuple[Text, Text, Text]]
Independents = frozenset[tuple[str, str]]
Runs = dict[str, frozenset[tuple[str, ...]]]


class Score(NamedTuple):
    """One row of the table: the damaged pairs, and what was made of the independent pairs beside them."""

    damage: str
    pairs: int
    changed: float
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
    wanted = pairs[0].classes
    if NONE in wanted:
        kept = sum(said == NONE for said in got) / len(pairs)
        return Score(name, len(pairs), 0.0, None, kept, None, len(beside), beside.count(COPY), beside.count(SHARED))
    right = sum(said in wanted for said in got)
    false = sum(said in wanted for said in beside)
    shift = sum(changed(pair.left.text, pair.right.text) for pair in pairs) / len(pairs)
    return Score(
        name,
        len(pairs),
        shift,
        right / max(1, right + false),
        right / len(pairs),
        2 * right / (right + false + len(pairs)),
        len(beside),
        beside.count(COPY),
        beside.count(SHARED),
    )


def together(name: str, scores: Sequence[Score]) -> Score:
    """Several rows as one: the pairs of all of them, the false ones too."""
    pairs = sum(each.pairs for each in scores)
    right = sum(round((each.recall or 0) * each.pairs) for each in scores)
    copies_, shared = sum(each.called_copy for each in scores), sum(each.called_shared for each in scores)
    return Score(
        name,
        pairs,
        sum(each.changed * each.pairs for each in scores) / pairs,
        right / max(1, right + copies_),
        right / pairs,
        2 * right / (right + copies_ + pairs),
        sum(each.independent for each in scores),
        copies_,
        shared,
    )


class Untouched(NamedTuple):
    """A row of the table of real pairs: how many are independent, and what is made of them."""

    pairs_of: str
    independent: int
    called_copy: int
    called_shared: int
    copies_a_million: float
    relations_a_million: float


def untouched(texts: Sequence[Text], runs: Runs) -> list[Untouched]:
    """What is made of the undamaged texts, all read as one collection."""
    documents = {text.name: Document(path=text.name, text=text.text) for text in texts}
    names = {document.id: text for text, document in zip(texts, documents.values(), strict=True)}
    said: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for each in find_lineages([*documents.values()]):
        left, right = (names[doc] for doc in each.documents)
        kind = kind_of(left, right)
        if kind == "strangers" or apart_in_words(left, right, runs):
            said[kind].append(CLASS[each.relation])
    counts = Counter(
        kind
        for left, right in combinations(texts, 2)
        if (kind := kind_of(left, right)) == "strangers" or apart_in_words(left, right, runs)
    )
    return [_untouched(kind, counts[kind], classes) for kind, classes in said.items() if counts[kind]]


def kind_of(left: Text, right: Text) -> str:
    """Whether two texts are of one event, of one story, or strangers."""
    if story_of(left) != story_of(right):
        return "strangers"
    return "one event" if left.event == right.event else "one story"


def story_of(text: Text) -> str:
    """The crisis of a timeline (two outlets may tell it), the topic of a subtopic."""
    return text.event.split()[0].split("_")[0]


def apart_in_words(left: Text, right: Text, runs: Runs) -> bool:
    """Whether two texts share few runs of five words, and no eight of them in a row, which are twelve words."""
    if overlapping(left.name, right.name, runs) >= INDEPENDENT:
        return False
    common = runs[left.name] & runs[right.name]
    words = re.findall(r"\w+", left.text.lower()) if len(common) >= TWELVE else []
    held = [run in common for run in zip(*(words[step:] for step in range(5)), strict=False)]
    return not any(all(held[place : place + TWELVE]) for place in range(len(held) - TWELVE + 1))


def _untouched(kind: str, pairs: int, classes: Sequence[str]) -> Untouched:
    copies_, shared = classes.count(COPY), classes.count(SHARED)
    return Untouched(kind, pairs, copies_, shared, 1e6 * copies_ / pairs, 1e6 * len(classes) / pairs)


def show(title: str, columns: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """Print a table."""
    table = Table(title=title)
    for place, column in enumerate(columns):
        table.add_column(column.replace("_", " "), justify="right" if place else "left")
    for row in rows:
        table.add_row(*map(_cell, row))
    Console(width=130).print(table)


def _cell(value: object) -> str:
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def scores_of(texts: Sequence[Text], bases: Bases, runs: Runs) -> dict[str, list[Score]]:
    """The tables of damage, by title, each with its rows together where one number is asked for."""
    apart = independents(bases, runs)
    thesaurus = thesaurus_of(text.text for text in texts)
    words = sorted({word for text in texts for word in text.text.split() if word.isalpha() and word.islower()})

    def rows(damages: Mapping[str, Damage]) -> list[Score]:
        return [measure(name, damage, bases, apart) for name, damage in damages.items()]

    copied, half = rows(copies(words)), rows(halves(thesaurus))
    return {
        "copies and excerpts": [*copied, together("all copies and excerpts", copied)],
        "rewrites": [*rows(rewrites(words, thesaurus)), *half, together("all of half the words", half)],
        "statements": rows(statements(words)),
    }


def main() -> None:
    """Read, damage, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--split")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--bases", type=int, default=80)
    options = parser.parse_args()
    texts = read_texts(options.paths, options.split)
    runs = runs_of_five(texts)
    start = time.process_time()
    bases = [] if options.whole else choose(texts, runs, options.bases)
    tables = {} if options.whole else scores_of(texts, bases, runs)
    real = untouched(texts, runs) if options.whole else []
    seconds = time.process_time() - start
    if options.json:
        found = {title: [row._asdict() for row in rows] for title, rows in tables.items()}
        whole = [row._asdict() for row in real]
        print_json(json.dumps({"split": options.split, "seconds": seconds, **found, "untouched": whole}))
        return
    name = f"{options.split or 'all'} of {', '.join(path.name for path in options.paths)}"
    damaged = f", {len(bases)} damaged" if bases else ""
    counts = f"{len(texts)} texts{damaged}, {seconds:.0f} s of one core"
    for title, rows in tables.items():
        show(f"lineage, {title}, {name}: {counts}", Score._fields, rows)
    if real:
        show(f"lineage, {name}: independent texts as they are, {counts}", Untouched._fields, real)


if __name__ == "__main__":
    main()
