"""How well the likeness of two wordings tells a paraphrase from another statement.

    python benchmarks/paraphrase.py PATH [--split NAME] [--json]

PATH is a tab-separated file with ``Quality``, two ids and two sentences, the first line a header (the format of
the Microsoft Research Paraphrase Corpus). Utterances are measured on the shorter wording, because a quotation cut
short is the same utterance; a paraphrase in this corpus must say the same on both sides, so the rows "of both"
measure on the mean of the two. F1 is at the best threshold on the given pairs, and at the threshold shipped for
two attributions of one speaker. Nothing is trained.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from rich import print_json
from rich.console import Console
from rich.table import Table

from standoff.core.records import Attribution, Why
from standoff.core.span import Span
from standoff.resolve.utterances.alike import ALIKE
from standoff.resolve.utterances.likeness import Statement, likeness, make_statements
from standoff.resolve.wording import Words, words_of


class Pair(NamedTuple):
    """Two sentences and whether they were judged to say the same."""

    same: bool
    left: Statement
    right: Statement


class Row(NamedTuple):
    """A measure with its best F1 and the F1 at the threshold given."""

    measure: str
    threshold: float
    precision: float
    recall: float
    f1: float


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a file; each sentence stands for an account of its own."""
    lines = path.read_text("utf-8-sig").split("\n")[1:]
    rows = [line.split("\t") for line in lines if line.count("\t") >= 4]
    texts = [(f"{n} {side}", row[side]) for n, row in enumerate(rows) for side in (3, 4)]
    made = {
        each.account: each for each in make_statements((content(*pair), pair[0], _words(pair[1])) for pair in texts)
    }
    return [Pair(row[0] == "1", made[f"{n} 3"], made[f"{n} 4"]) for n, row in enumerate(rows)]


def content(name: str, text: str) -> Attribution:
    """An attribution whose content is a sentence."""
    spans = (Span(name, 0, max(1, len(text))),)
    return Attribution(source=None, cue=None, content=spans, mode="indirect", act="asserts", why=Why("given", 1.0, ""))


def _words(text: str) -> Words:
    return words_of(text, [(0, len(text))])


def dice(pair: Pair) -> float:
    """Shared words over the mean number of words: the baseline."""
    left, right = pair.left.words.forms, pair.right.words.forms
    return 2 * sum((Counter(left) & Counter(right)).values()) / max(1, len(left) + len(right))


def at(measure: str, scores: Sequence[float], pairs: Sequence[Pair], threshold: float) -> Row:
    """Precision, recall and F1 when every score from the threshold up is called the same."""
    called = [pair.same for pair, score in zip(pairs, scores, strict=True) if score >= threshold]
    right, wanted = sum(called), sum(pair.same for pair in pairs)
    precision, recall = right / max(1, len(called)), right / max(1, wanted)
    return Row(measure, threshold, precision, recall, 2 * right / max(1, len(called) + wanted))


def best(measure: str, scores: Sequence[float], pairs: Sequence[Pair]) -> Row:
    """The row of the threshold with the best F1, in steps of a hundredth."""
    return max((at(measure, scores, pairs, step / 100) for step in range(101)), key=lambda row: row.f1)


def measure(pairs: Sequence[Pair]) -> list[Row]:
    """All rows of the table."""
    found = [likeness(pair.left, pair.right) for pair in pairs]
    shorter, both = [each.score for each in found], [each.mean for each in found]
    plain = [score if not each.conflict else 0.0 for each, score in zip(found, both, strict=True)]
    baseline = [dice(pair) for pair in pairs]
    return [
        best("token Dice", baseline, pairs),
        best("likeness, of both", both, pairs),
        best("likeness, of both, conflicts apart", plain, pairs),
        best("likeness, of the shorter", shorter, pairs),
        at("likeness, of the shorter, as shipped", shorter, pairs, ALIKE["same"][0][0]),
    ]


def show(title: str, rows: Sequence[Row]) -> None:
    """Print the table."""
    table = Table(title=title)
    for column in Row._fields:
        table.add_column(column, justify="left" if column == "measure" else "right")
    for row in rows:
        table.add_row(row.measure, f"{row.threshold:.2f}", *(f"{value:.3f}" for value in row[2:]))
    Console(width=110).print(table)


def main() -> None:
    """Read, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--split", help="the name of the set, for the table")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    pairs = read_pairs(options.path)
    rows = measure(pairs)
    if options.json:
        print_json(json.dumps({"split": options.split, "pairs": len(pairs), "rows": [row._asdict() for row in rows]}))
    else:
        show(f"paraphrase, {options.split or options.path.name}: {len(pairs)} pairs", rows)


if __name__ == "__main__":
    main()
