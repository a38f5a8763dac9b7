"""Names on UNER: ``python benchmarks/entity_names.py FILE... [--json]``.

Each FILE is IOB2 as Universal NER writes it (word in the second column, label in the third). Exact span F1 of
PER, LOC and ORG with the gold's words. Nothing is trained on FILE.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from standoff.parse.network import Weights, load_weights, run
from standoff.parse.pieces import feature, load_tokenizer, pieces_of
from standoff.parse.reader import NAMES
from standoff.parse.tagging import runs_of

LABELS = {"person": "PER", "location": "LOC", "organization": "ORG"}
Span = tuple[int, int, str]


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    weights = load_weights(2)
    rows = {path.name: measure(path, weights) for path in options.files}
    if options.json:
        print(json.dumps(rows))
        return
    for name, scores in rows.items():
        print(f"{name:20}" + "".join(f"{label:>6} {100 * score:5.1f}" for label, score in scores.items()))


def sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """The words and labels of each sentence."""
    now: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if line.startswith("#"):
            continue
        if len(cells) >= 3:
            now.append((cells[1], cells[2]))
        elif now:
            yield now
            now = []
    if now:
        yield now


def gold_spans(labels: list[str]) -> set[Span]:
    """The spans of begin-inside labels."""
    spans: set[Span] = set()
    start = -1
    for index, label in enumerate([*labels, "O"]):
        if start >= 0 and not label.startswith("I-"):
            spans.add((start, index, labels[start][2:]))
            start = -1
        if label.startswith("B-"):
            start = index
    return spans


def measure(path: Path, weights: Weights) -> dict[str, float]:
    """F1 by label and over all."""
    tokenizer = load_tokenizer()
    counts: Counter[tuple[str, str]] = Counter()
    for sentence in sentences(path):
        forms = [form for form, _ in sentence]
        shapes = np.array([feature(form, " " if i else "\n\n") for i, form in enumerate(forms)], np.int64)
        signals = run([pieces_of(forms, shapes, tokenizer)], weights)[0]
        runs = runs_of(signals.tags["name"])
        found = {(r.start, r.stop, LABELS[NAMES[r.label]]) for r in runs if NAMES[r.label] in LABELS}
        gold = {span for span in gold_spans([label for _, label in sentence]) if span[2] in LABELS.values()}
        for name, spans in (("right", found & gold), ("found", found), ("gold", gold)):
            counts.update((name, label) for *_, label in spans)
    scores = {label: _f1(*(counts[part, label] for part in ("right", "found", "gold"))) for label in LABELS.values()}
    totals = [sum(counts[part, label] for label in LABELS.values()) for part in ("right", "found", "gold")]
    return scores | {"all": _f1(*totals)}


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0


if __name__ == "__main__":
    main()
