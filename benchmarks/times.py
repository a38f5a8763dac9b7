"""Time expressions on TimeML: ``python benchmarks/times.py FOLDER... [--split NAME] [--json] [--misses N]``.

Each FOLDER holds ``.tml`` files with TIMEX3 in their TEXT. The document's date is that of the DCT; the text is read as
it stands, by the reader that ships. Scores are those of TempEval-3 (UzZaman et al. 2013): a time is found in the
relaxed sense when it shares a character with one of the gold's, in the strict sense when both ends are the same, one
to one; value F1 is the relaxed F1 times the share of the found whose value is equal. Nothing is trained on FOLDER.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from standoff.core.records import Document, TimeExpression
from standoff.core.when import When
from standoff.extract.grammar import grammar_of
from standoff.extract.times.find import find_times
from standoff.lexicon.lexicon import load_lexicon
from standoff.parse.reader import load_reader
from table import Row, as_json, lines

ISO_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
CONTEXT = 30  # characters shown around a miss


class Timex(NamedTuple):
    """A time of the gold."""

    start: int
    end: int
    type: str
    value: str


class Text(NamedTuple):
    """One file: its text with its date, and the gold."""

    document: Document
    gold: tuple[Timex, ...]


class Miss(NamedTuple):
    """Where the gold and what was found differ, for a person."""

    kind: str
    words: str


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--split", help="the name the table gives the data; the folder's where it is left out")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N of each kind of difference")
    options = parser.parse_args()
    rows, misses = [], []
    for folder in options.folders:
        row, found = measure(options.split or folder.name, read_folder(folder))
        rows.append(row)
        misses += found
    print(json.dumps(as_json(rows)) if options.json else "\n".join(lines(rows)))
    if not options.json:
        print("\n".join(shown(misses, options.misses)))


def read_folder(folder: Path) -> list[Text]:
    """The texts of the ``.tml`` files of a folder. Raises ``SystemExit`` where there are none."""
    paths = sorted(folder.glob("*.tml"))
    if not paths:
        raise SystemExit(f"{folder} has no .tml files: give the folder that holds them")
    return [read_text(path) for path in paths]


def read_text(path: Path) -> Text:
    """The text inside TEXT, its TIMEX3, and the date of the DCT. Raises ``SystemExit`` for a file without a TEXT."""
    root = ElementTree.parse(path).getroot()  # noqa: S314 - a corpus on the own disk
    body, stamp = root.find("TEXT"), root.find("DCT/TIMEX3")
    if body is None:
        raise SystemExit(f"{path} has no TEXT: it is not TimeML as TempEval-3 has it")
    iso = ISO_DAY.match(stamp.get("value") or "") if stamp is not None else None
    published = When.parse(iso[0]) if iso else None
    pieces: list[str] = []
    gold = tuple(_timexes(body, pieces, 0))
    document = Document(
        path=path.name, text="".join(pieces), published=published, published_basis="metadata" if published else None
    )
    return Text(document, gold)


def _timexes(element: ElementTree.Element, pieces: list[str], start: int) -> Iterator[Timex]:
    """The times in an element that begins at ``start``; its text is added to ``pieces``."""
    pieces.append(element.text or "")
    at = start + len(pieces[-1])
    for child in element:
        before = len(pieces)
        yield from _timexes(child, pieces, at)
        end = at + sum(map(len, pieces[before:]))
        if child.tag == "TIMEX3":
            yield Timex(at, end, (child.get("type") or "").lower(), child.get("value") or "")
        pieces.append(child.tail or "")
        at = end + len(pieces[-1])


def measure(name: str, texts: Sequence[Text]) -> tuple[Row, list[Miss]]:
    """One row of the table, and the differences."""
    reader, lexicon = load_reader(1), load_lexicon()
    counts: Counter[str] = Counter()
    misses: list[Miss] = []
    for text in texts:
        parse = reader(text.document)
        grammar = grammar_of(text.document.text, parse)
        started = time.process_time()
        times = find_times(text.document, grammar, lexicon)
        counts["microseconds"] += round(1e6 * (time.process_time() - started))
        counts["words"] += len(parse.words)
        misses += compare(text, times, counts)
    return Row("TIMEX3", name, scores(counts)), misses


def compare(text: Text, times: Sequence[TimeExpression], counts: Counter[str]) -> Iterable[Miss]:
    """Pair the gold's times with those found, one to one in order of place, and count."""
    words, misses, left = text.document.text, [], list(times)
    counts["gold"] += len(text.gold)
    counts["found"] += len(times)
    for timex in text.gold:
        time_ = next((t for t in left if t.at.start < timex.end and timex.start < t.at.end), None)
        if time_ is None:
            misses.append(Miss("not found", _around(words, timex.start, timex.end)))
            continue
        left.remove(time_)
        counts.update(_agreements(timex, time_))
        if time_.value != timex.value:
            around = _around(words, timex.start, timex.end)
            misses.append(Miss("value", f"{around}: {timex.value}, not {time_.value}"))
    return misses + [Miss("not in the gold", _around(words, t.at.start, t.at.end)) for t in left]


def _agreements(timex: Timex, time_: TimeExpression) -> list[str]:
    same = {
        "relaxed": True,
        "strict": (time_.at.start, time_.at.end) == (timex.start, timex.end),
        "value": time_.value == timex.value,
        "type": time_.type == timex.type,
    }
    return [name for name, holds in same.items() if holds]


def _around(text: str, start: int, end: int) -> str:
    pieces = text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
    return "{}[{}]{}".format(*(" ".join(piece.split()) for piece in pieces))


def scores(counts: Counter[str]) -> dict[str, float | None]:
    """The columns of the table, in percent: P and R relaxed, F1 relaxed, strict, of values and of types."""
    both = counts["gold"] + counts["found"]

    def f1(name: str) -> float | None:
        return 200 * counts[name] / both if both else None

    return {
        "times": counts["gold"],
        "P": 100 * counts["relaxed"] / counts["found"] if counts["found"] else None,
        "R": 100 * counts["relaxed"] / counts["gold"] if counts["gold"] else None,
        "relaxed": f1("relaxed"),
        "strict": f1("strict"),
        "value": f1("value"),
        "type": f1("type"),
        "us/word": counts["microseconds"] / counts["words"] if counts["words"] else None,
    }


def shown(misses: Sequence[Miss], most: int) -> Iterator[str]:
    """The first differences of each kind, evenly spread over the data."""
    for kind in ("not found", "not in the gold", "value"):
        found = [miss for miss in misses if miss.kind == kind]
        step = max(1, len(found) // most) if most else 0
        if most and found:
            yield f"\n{kind}: {len(found)}"
            yield from (f"  {miss.words}" for miss in found[::step][:most])


if __name__ == "__main__":
    main()
