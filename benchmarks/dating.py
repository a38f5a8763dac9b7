"""How many reports without a date are dated by what they share with others, and how many of those rightly.

    python benchmarks/dating.py PATH... [--split NAME] [--share N] [--json]

PATH is a folder with ``articles.jsonl`` (``id``, ``time``, ``text``), or a folder of such folders; each is one folder
of reports. The dates of a share of them, 30 in a hundred, are hidden, drawn with a fixed seed; the others are given.
Counted are the hidden ones that get a dating; those that are of one of its days, at most two; and those that are of
one of them or at most three days before or after. Nothing is trained.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from standoff.core.findings import Dating
from standoff.core.reckoning import days_of
from standoff.core.records import Document
from standoff.core.when import When
from standoff.lexicon.lexicon import load_lexicon
from standoff.pipeline import studying
from standoff.resolve.assemble import assemble
from table import Row, as_json, lines

SEED = 7
NEAR = 3
"""Days beside a dating that still count as near."""


class Folder(NamedTuple):
    """Reports read together, some with their date hidden."""

    name: str
    documents: Sequence[Document]
    hidden: Mapping[str, date]
    """By document, the date that it does not tell any more."""


def read(paths: Iterable[Path], share: int) -> Iterator[Folder]:
    """The folders below the paths, by name."""
    for file in sorted(file for path in paths for file in path.rglob("articles.jsonl")):
        rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        documents = [
            Document(
                path=f"{file.parent.name}/{row['id']}",
                given_id=str(row["id"]),
                text=row["text"],
                published=When.parse(row["time"][:10]),
                published_basis="metadata",
            )
            for row in rows
            if row["text"].strip()
        ]
        yield hide(file.parent.name, documents, share)


def hide(name: str, documents: Sequence[Document], share: int) -> Folder:
    """The documents, so many in a hundred without their date."""
    dice = random.Random(f"{SEED} {name}")  # noqa: S311 - a benchmark's die
    ordered = sorted(documents, key=lambda each: each.path)
    chosen = {each.id for each in dice.sample(ordered, round(share * len(ordered) / 100))}
    told = {each.id: days[0] for each in ordered if (days := days_of(each.published)) is not None}
    return Folder(
        name,
        [replace(each, published=None, published_basis=None) if each.id in chosen else each for each in ordered],
        {doc: told[doc] for doc in chosen if doc in told},
    )


def score(hidden: Mapping[str, date], datings: Iterable[Dating]) -> dict[str, float | None]:
    """The columns of a row; shares in percent."""
    away = [_days_away(hidden[each.document], each.published) for each in datings if each.document in hidden]
    return {
        "hidden": len(hidden),
        "dated": len(away),
        "of its days": sum(each == 0 for each in away),
        f"within {NEAR}": sum(each <= NEAR for each in away),
        "recall": 100 * len(away) / max(1, len(hidden)),
        "precision": 100 * sum(each == 0 for each in away) / len(away) if away else None,
        f"precision, {NEAR} days": 100 * sum(each <= NEAR for each in away) / len(away) if away else None,
    }


def _days_away(truth: date, published: When) -> int:
    first, last = days_of(published) or (truth, truth)
    return max((first - truth).days, (truth - last).days, 0)


def main() -> None:
    """Read, hide, date, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--split", help="the name the table gives the data; the first folder's where it is left out")
    parser.add_argument("--share", type=int, default=30, help="hidden, in a hundred")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    lexicon, study = load_lexicon(), studying(1)
    hidden: dict[str, date] = {}
    datings: list[Dating] = []
    rows = []
    section = f"{options.split or options.paths[0].name}, {options.share} of 100 dates hidden"
    for folder in read(options.paths, options.share):
        dossier = assemble(folder.documents, [study(each) for each in folder.documents], (), lexicon)
        rows.append(Row(section, folder.name, score(folder.hidden, dossier.datings)))
        hidden |= folder.hidden
        datings += dossier.datings
    if not rows:
        raise SystemExit(f"no articles.jsonl below {', '.join(map(str, options.paths))}")
    rows.append(Row(section, "all", score(hidden, datings)))
    print(json.dumps(as_json(rows)) if options.json else "\n".join(lines(rows)))


if __name__ == "__main__":
    main()
