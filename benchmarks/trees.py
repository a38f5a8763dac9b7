"""Word classes and trees on Universal Dependencies: ``python benchmarks/trees.py FILE... [--json]``.

Each FILE is CoNLL-U. Words and sentences are the gold's, so that the figures compare with the literature's:
accuracy of UPOS, of the features a reader gives (the whole string), of lemmas, UAS and LAS, over all words,
labels with their subtypes. Nothing is trained on FILE.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from agreement import agreement, scores
from conllu import Gold, spaces, unseen
from gold_words import Parts, load_parts, parse_words
from table import shown

COLUMNS = ("UPOS", "features", "lemma", "UAS", "LAS")


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    parts = load_parts()
    rows = {path.name: row(measure(unseen(path), parts)) for path in options.files}
    if options.json:
        print(json.dumps(rows))
        return
    print(f"{'':28}{'words':>9}" + "".join(f"{name:>10}" for name in COLUMNS))
    for name, values in rows.items():
        print(f"{name:28}{shown(values['words']):>9}" + "".join(f"{shown(values[c]):>10}" for c in COLUMNS))


def measure(golds: Iterable[Gold], parts: Parts) -> Counter[str]:
    """How far the reader agrees with the gold when it is given the gold's words and sentences."""
    counts: Counter[str] = Counter()
    for gold in golds:
        forms = [gold.text[word.start : word.end] for word in gold.words]
        parse = parse_words(forms, spaces(gold), [word.sentence for word in gold.words], parts)
        counts.update(agreement(gold.words, parse.words))
    return counts


def row(counts: Counter[str]) -> dict[str, float | None]:
    """The number of words, and the shares of them that are right, in percent."""
    found = scores(counts)
    return {"words": counts["words gold"]} | {name: found[name] for name in COLUMNS}


if __name__ == "__main__":
    main()
