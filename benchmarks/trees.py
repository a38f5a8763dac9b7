"""Word classes and trees on Universal Dependencies: ``python benchmarks/trees.py FILE... [--json]``.

Each FILE is CoNLL-U. Words and sentences are the gold's, so that the figures compare with the literature's:
UPOS accuracy, UAS and LAS over all words, labels with their subtypes. Nothing is trained on FILE.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from standoff.parse.network import Weights, load_weights, run
from standoff.parse.pieces import feature, load_tokenizer, pieces_of
from standoff.parse.trees import heads_of, labels_of

Row = tuple[str, str, int, str, bool]
"""Form, UPOS, head (0 at a root), label, whether space follows."""


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
    print(f"{'':28}{'words':>9}{'UPOS':>8}{'UAS':>8}{'LAS':>8}")
    for name, (words, *shares) in rows.items():
        print(f"{name:28}{words:9}" + "".join(f"{100 * share:8.1f}" for share in shares))


def texts(path: Path) -> Iterator[list[list[Row]]]:
    """The sentences of each document of a CoNLL-U file."""
    document: list[list[Row]] = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        if "# newdoc" in block and document:
            yield document
            document = []
        document.append(list(_rows(block)))
    yield document


def _rows(block: str) -> Iterator[Row]:
    glued: set[int] = set()
    for line in block.split("\n"):
        cells = line.split("\t")
        if line.startswith("#") or "." in cells[0]:
            continue
        if "-" in cells[0]:
            first, last = map(int, cells[0].split("-"))
            glued |= set(range(first, last)) | ({last} if "SpaceAfter=No" in cells[9] else set())
            continue
        number = int(cells[0])
        yield cells[1], cells[3], int(cells[6]), cells[7], number not in glued and "SpaceAfter=No" not in cells[9]


def measure(path: Path, weights: Weights) -> tuple[int, float, float, float]:
    """Words, and the shares of them with the right class, head, and head and label."""
    tokenizer = load_tokenizer()
    right = np.zeros(3, np.int64)
    total = 0
    for document in texts(path):
        rows = [row for sentence in document for row in sentence]
        sentence = np.repeat(np.arange(len(document)), [len(s) for s in document])
        first = np.repeat(np.cumsum([0, *(len(s) for s in document[:-1])]), [len(s) for s in document])
        between = ["\n\n", *(" " if spaced else "" for *_, spaced in rows[:-1])]
        shapes = np.array([feature(row[0], gap) for row, gap in zip(rows, between, strict=True)], np.int64)
        signals = run([pieces_of([row[0] for row in rows], shapes, tokenizer)], weights)[0]
        heads = heads_of(signals, sentence)
        labels = labels_of(signals, heads, weights)
        gold = np.array([f + row[2] - 1 if row[2] else i for i, (row, f) in enumerate(zip(rows, first, strict=True))])
        upos = signals.tags["upos"].argmax(1)
        same = np.array([label == row[3] for label, row in zip(labels, rows, strict=True)])
        classes = np.array([weights.upos[u] == row[1] for u, row in zip(upos, rows, strict=True)])
        right += [classes.sum(), (heads == gold).sum(), ((heads == gold) & same).sum()]
        total += len(rows)
    return total, *(float(share) for share in right / total)  # type: ignore[return-value]


if __name__ == "__main__":
    main()
