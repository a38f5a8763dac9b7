"""What everything after the parse costs: ``python benchmarks/finders.py FILE... [--split NAME] [--limit N] [--json]``.

FILE is a text, or JSON Lines with a ``text`` a line. All are parsed first, which is not timed; then each finder goes
over all of them in one process, as the pipeline does for each document. The time is the processor's, the better of
two rounds, so that what else the machine does counts little.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace
from rich import print_json

from standoff.core.parse import Parse
from standoff.core.records import Document, Study
from standoff.extract.attributions import find_attributions
from standoff.extract.commitments.find import find_commitments
from standoff.extract.events.find import find_events
from standoff.extract.figures.find import find_figures
from standoff.extract.grammar import grammar_of
from standoff.extract.mentions import find_mentions
from standoff.extract.times.find import find_times
from standoff.lexicon.lexicon import Lexicon, load_lexicon
from standoff.parse.reader import load_reader
from table import Row, as_json, lines

ROUNDS = 2
Parsed = tuple[Document, Parse]
Found = TypeVar("Found")


def documents(paths: Sequence[Path], limit: int | None) -> list[Document]:
    """The texts of the files, at most ``limit`` of them."""
    found: list[Document] = []
    for path in paths:
        if path.suffix == ".jsonl":
            rows = path.read_text("utf-8").splitlines()
            found += [Document(path=f"{path.name}#{n}", text=json.loads(row)["text"]) for n, row in enumerate(rows, 1)]
        else:
            found.append(Document(path=path.name, text=path.read_bytes().decode("utf-8")))
    return found[:limit]


def seconds(parsed: Sequence[Parsed], lexicon: Lexicon) -> dict[str, float]:
    """Processor seconds of each finder over all documents."""
    spent: dict[str, float] = defaultdict(float)
    for document, parse in parsed:
        _study(document, parse, lexicon, spent)
    return spent


def _study(document: Document, parse: Parse, lexicon: Lexicon, spent: dict[str, float]) -> None:
    """One document through all finders, in the pipeline's order."""
    grammar = _timed(spent, "grammar", lambda: grammar_of(document.text, parse))
    mentions = _timed(spent, "mentions", lambda: find_mentions(document, grammar, lexicon))
    times = _timed(spent, "times", lambda: find_times(document, grammar, lexicon))
    said = _timed(spent, "attributions", lambda: find_attributions(document, grammar, lexicon, mentions))
    study = Study(doc=document.id, mentions=mentions, times=times, attributions=said)
    study = replace(study, events=_timed(spent, "events", lambda: find_events(document, grammar, lexicon, study)))
    study = replace(study, figures=_timed(spent, "figures", lambda: find_figures(document, grammar, lexicon, study)))
    _timed(spent, "commitments", lambda: find_commitments(document, grammar, lexicon, study))


def _timed(spent: dict[str, float], name: str, work: Callable[[], Found]) -> Found:
    began = time.process_time()
    done = work()
    spent[name] += time.process_time() - began
    return done


def rows(split: str, parsed: Sequence[Parsed], lexicon: Lexicon) -> Iterator[Row]:
    """Microseconds a word of each finder, and words a second of all."""
    spent = min((seconds(parsed, lexicon) for _ in range(ROUNDS)), key=lambda found: sum(found.values()))
    words = sum(len(parse.words) for _, parse in parsed)
    for name, part in spent.items():
        yield Row(f"after the parse, {split}", name, {"microseconds a word": 1e6 * part / max(1, words)})
    total = sum(spent.values())
    yield Row(
        f"all after the parse, {split}",
        "one core",
        {"words": words, "microseconds a word": 1e6 * total / max(1, words), "words a second": round(words / total)},
    )


def main() -> None:
    """Read, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--split", help="the name of the set, for the table")
    parser.add_argument("--limit", type=int, help="use no more texts than this")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    reader, lexicon = load_reader(), load_lexicon()
    parsed = [(document, reader(document)) for document in documents(options.files, options.limit)]
    found = list(rows(options.split or options.files[0].stem, parsed, lexicon))
    if options.json:
        print_json(json.dumps(as_json(found)))
    else:
        print("\n".join(lines(found)))


if __name__ == "__main__":
    main()
