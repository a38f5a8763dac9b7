"""How long a build takes, and how the cost of everything after the readings grows with the number of reports.

    python benchmarks/growth.py [PATH...] [--store FILE] [--sizes 1000 3000 10000] [--json]

PATH is a folder with ``articles.jsonl`` (``id``, ``time``, ``text``), or a folder of such folders. First a store is
built of them, as ``standoff build`` does, with the time and the memory that takes; one that is there is only read.
Then its documents and studies are drawn together at each size. More reports than there are come from worlds: copies in
which every word that is no function word is enciphered letter by letter, by a cipher of that world, and every date is
moved by four centuries. They are as long and as like each other as the real ones, and share nothing with another world.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec
from rich import print_json

from standoff.core.records import Document, Study
from standoff.core.when import When
from standoff.lexicon.lexicon import load_lexicon
from standoff.resolve.assemble import assemble
from standoff.resolve.wording import FUNCTION_WORDS
from standoff.store.file import Store
from table import Row, lines

SEED = 11
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
WORD = re.compile(r"[A-Za-z]+")
YEARS = 400
"""A world's dates are moved by so many years for each world before it: the calendar comes round, weekdays stay."""
COMMAND = "from standoff.cli import app; app()"

Studied = list[tuple[Document, Study]]


def collected(paths: Iterable[Path], out: Path) -> int:
    """Write the articles below the paths as JSON Lines that ``standoff build`` reads; how many."""
    found = sorted(file for path in paths for file in path.rglob("articles.jsonl"))
    with out.open("w", encoding="utf-8") as target:
        number = 0
        for file in found:
            for line in file.open(encoding="utf-8"):
                article = json.loads(line)
                made = {
                    "id": f"{file.parent.name}-{article['id']}",
                    "published": article["time"],
                    "outlet": file.parent.name.rpartition("_")[2],
                    "text": article["text"],
                }
                target.write(json.dumps(made) + "\n")
                number += 1
    return number


def built(paths: Sequence[Path], store: Path) -> Row:
    """Build the store in a process of its own: seconds, megabytes of the largest process, reports."""
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.jsonl"
        number = collected(paths, reports)
        command = [sys.executable, "-c", COMMAND, "build", str(reports), "-o", str(store), "--quiet"]
        started = time.perf_counter()
        subprocess.run(command, check=True)  # noqa: S603 - our own command line
        seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Row("build", "all of them", {"reports": number, "seconds": seconds, "MB": peak})


def grown(real: Studied, size: int) -> Studied:
    """The first ``size`` reports of world after world."""
    found: Studied = []
    for world in range(math.ceil(size / len(real))):
        cipher = cipher_of(world)
        found += [moved(document, study, world, cipher) for document, study in real[: size - len(found)]]
    return found


def cipher_of(world: int) -> dict[int, str]:
    """Vowels for vowels and consonants for consonants, so that lengths and syllables stay; world 0 is the real one."""
    if world == 0:
        return {}
    order = random.Random(SEED + world)  # noqa: S311 - no secret
    vowels, consonants = list(VOWELS), list(CONSONANTS)
    order.shuffle(vowels)
    order.shuffle(consonants)
    pairs = dict(zip(VOWELS + CONSONANTS, vowels + consonants, strict=True))
    return str.maketrans(pairs | {key.upper(): value.upper() for key, value in pairs.items()})


def moved(document: Document, study: Study, world: int, cipher: dict[int, str]) -> tuple[Document, Study]:
    """A report and its readings in another world."""
    if world == 0:
        return document, study
    text = WORD.sub(lambda word: _enciphered(word[0], cipher), document.text)
    there = msgspec.structs.replace(
        document, text=text, path=f"{world}/{document.path}", published=_later(document.published, world)
    )
    return there, _of_document(study, document.id, there.id, world)


def _enciphered(word: str, cipher: dict[int, str]) -> str:
    return word if word.casefold() in FUNCTION_WORDS else word.translate(cipher)


def _of_document(study: Study, old: str, new: str, world: int) -> Study:
    """The study with every place in the new document, every id that digests a place made anew, every day moved."""
    ids = {
        reading.id: type(reading)
        for kind in (study.mentions, study.times, study.attributions, study.events, study.figures, study.commitments)
        for reading in kind
    }
    plain = msgspec.json.encode(study).decode().replace(old, new)
    moved_days = re.sub(r"\"(\d{4})(-\d\d-\d\d)\"", lambda day: f'"{int(day[1]) + YEARS * world:04}{day[2]}"', plain)
    there = msgspec.json.decode(moved_days.encode(), type=Study)
    fresh = [
        reading.id
        for kind in (there.mentions, there.times, there.attributions, there.events, there.figures, there.commitments)
        for reading in kind
    ]
    renamed = dict(zip(ids, fresh, strict=True))
    text = re.sub(r"\"([0-9a-f]{16})\"", lambda key: f'"{renamed.get(key[1], key[1])}"', moved_days)
    return msgspec.json.decode(text.encode(), type=Study)


def _later(when: When | None, world: int) -> When | None:
    if when is None:
        return None
    return When(*(None if end is None else _year_later(end, YEARS * world) for end in (when.since, when.until)))


def _year_later(day: date, years: int) -> date:
    return day.replace(year=day.year + years)


def drawn(studied: Studied) -> Row:
    """Draw the findings together: seconds, and the megabytes of the process with all that it has drawn so far."""
    lexicon = load_lexicon()
    gc.collect()
    gc.disable()  # as a build does while it draws
    started = time.perf_counter()
    dossier = assemble([document for document, _ in studied], [study for _, study in studied], (), lexicon)
    assembled = time.perf_counter() - started
    gc.enable()
    values = {
        "accounts": len(dossier.accounts),
        "actors": len(dossier.actors),
        "happenings": len(dossier.happenings),
        "discrepancies": len(dossier.discrepancies),
        "seconds": assembled,
        "MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    return Row("after the readings", f"{len(studied):,} reports", values)


def exponents(rows: Sequence[Row], sizes: Sequence[int]) -> Iterable[Row]:
    """The slope between two sizes on logarithmic scales: 1 is linear."""
    for (small, less), (large, more) in zip(
        zip(sizes, rows, strict=True), list(zip(sizes, rows, strict=True))[1:], strict=False
    ):
        ratio = float(more.values["seconds"] or 0) / float(less.values["seconds"] or 1)
        yield Row("growth", f"{small:,} to {large:,}", {"exponent": math.log(ratio) / math.log(large / small)})


def main() -> None:
    """Build, grow, print."""
    parser = argparse.ArgumentParser(description="How the cost of a build grows with the number of reports.")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="folders of articles")
    parser.add_argument("--store", type=Path, metavar="FILE", help="where the store is built, or is already")
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 3000, 10000], metavar="N")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = asked.store or Path(folder) / "growth.standoff"
        rows = [] if store.exists() else [built(asked.paths, store)]
        with Store.open(store) as opened:
            studies = {study.doc: study for study in opened.studies()}
            real = [(document, studies[document.id]) for document in opened.documents()]
    found = [drawn(grown(real, size)) for size in asked.sizes]
    rows += [*found, *exponents(found, asked.sizes)]
    if asked.json:
        print_json(json.dumps([row._asdict() for row in rows]))
    else:
        print("\n".join(lines(rows)))


if __name__ == "__main__":
    main()
