"""The reader's whole table: ``python benchmarks/reader.py DATA [--only NAME...] [--limit N] [--json]``.

DATA is a folder with ``ud/*.conllu`` (Universal Dependencies), ``uner/*.iob2`` (Universal NER) and
``polnear/*.jsonl`` (PolNeAR). Measured is the split that ``--split`` names; of Universal NER, whose PUD part
is one piece, every file of that split or of none. Nothing is trained on DATA. All figures are percent where
nothing else is said. The parts, as ``--only`` names them:

- trees: word classes, features, lemmas and trees with the gold's words and sentences;
- raw: the same and sentence and word boundaries from raw text, as the CoNLL 2018 shared task counts them;
- names: exact span F1 of names, with the gold's words and from raw text;
- attribution: PolNeAR, token, exact span and whole attribution;
- broken: whole attribution after each damage of ``broken.py``, and what it loses;
- speed: words a second, memory, cold start, on PolNeAR's texts;
- existing: a pipeline of existing libraries on the raw texts, where they are installed;
- breaks: the line breaks of the texts that ``--breaks`` names, found again after they are taken out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import attributions
import breaks
import entity_names
import existing
import speed
import treebanks
from gold_words import load_parts
from polnear import read_articles
from standoff.parse.reader import load_reader
from table import Row, as_json, lines


class Setup(NamedTuple):
    """What to measure on."""

    data: Path
    split: str
    limit: int | None
    detail: bool
    breaks: tuple[Path, ...]

    def trees(self) -> list[Path]:
        """The treebank files of the split."""
        return sorted((self.data / "ud").glob(f"*-{self.split}.conllu"))

    def names(self) -> list[Path]:
        """The files with names that are of the split or of no split at all."""
        files = sorted((self.data / "uner").glob("*.iob2"))
        return [file for file in files if file.stem.endswith(f"-{self.split}") or "-" not in file.stem]

    def articles(self) -> attributions.Articles:
        """The articles of the split; none where the file is not there."""
        file = self.data / "polnear" / f"{self.split}.jsonl"
        return list(read_articles(file))[: self.limit] if file.exists() else []


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("--only", nargs="+", choices=[*PARTS], metavar="NAME", help="these parts of the table")
    parser.add_argument("--split", default="dev", help="which split of the data; dev where nothing is said")
    parser.add_argument("--limit", type=int, help="only the first N documents of each file")
    parser.add_argument("--detail", action="store_true", help="also by genre and by outlet")
    parser.add_argument("--breaks", type=Path, nargs="+", default=[], metavar="FILE", help="plain texts")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    setup = Setup(options.data, options.split, options.limit, options.detail, tuple(options.breaks))
    rows: list[Row] = []
    for name in options.only or PARTS:
        part = list(PARTS[name](setup))
        rows += part
        if not options.json:
            print("\n".join(lines(part)) if part else f"\n{name}: {MISSING.get(name, 'no such data')}", flush=True)
    if options.json:
        whole = {"split": options.split, "limit": options.limit, "rows": as_json(rows)}
        print(json.dumps(whole, ensure_ascii=False))
    else:
        print(f"\nSplit {options.split} of {options.data}" + f", first {options.limit}" * (options.limit is not None))


def _trees(setup: Setup) -> Iterator[Row]:
    return treebanks.gold_words(setup.trees(), setup.limit, setup.detail)


def _raw(setup: Setup) -> Iterator[Row]:
    return treebanks.raw_text(setup.trees(), setup.limit, setup.detail, load_reader())


def _names(setup: Setup) -> Iterator[Row]:
    parts, read = load_parts(), load_reader()
    for file in setup.names():
        golds = list(entity_names.documents(file))[: setup.limit]
        measured = {
            "gold words": entity_names.measure([sentence for gold in golds for sentence in gold], parts),
            "raw text": entity_names.measure_raw(golds, read),
        }
        for name, scores in measured.items():
            yield Row("names, exact span F1", f"{file.stem}, {name}", {kind: 100 * f1 for kind, f1 in scores.items()})


def _attribution(setup: Setup) -> Iterator[Row]:
    articles = setup.articles()
    yield from attributions.as_it_is(setup.split, articles, setup.detail, load_reader()) if articles else ()


def _broken(setup: Setup) -> Iterator[Row]:
    articles = setup.articles()
    yield from attributions.broken(setup.split, articles, load_reader()) if articles else ()


def _speed(setup: Setup) -> Iterator[Row]:
    texts = [article["text"] for article in setup.articles()]
    yield from speed.rows(setup.split, texts) if texts else ()


def _existing(setup: Setup) -> Iterator[Row]:
    return existing.rows(setup.trees(), setup.limit)


def _breaks(setup: Setup) -> Iterator[Row]:
    yield from breaks.rows(setup.breaks, load_reader()) if setup.breaks else ()


PARTS: dict[str, Callable[[Setup], Iterator[Row]]] = {
    "trees": _trees,
    "raw": _raw,
    "names": _names,
    "attribution": _attribution,
    "broken": _broken,
    "speed": _speed,
    "existing": _existing,
    "breaks": _breaks,
}
MISSING = {"existing": existing.ADVICE, "breaks": "name texts with --breaks"}


if __name__ == "__main__":
    main()
