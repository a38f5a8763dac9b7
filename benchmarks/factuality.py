"""Whether events occurred, are scheduled, might happen or are denied: F1 of each on given events.

    python benchmarks/factuality.py PATH [--split NAME] [--misses N] [--json]

PATH is a folder with ``docs.jsonl`` and ``mentions.jsonl`` in the format of MEANTIME (Minard et al. 2016), or one JSON
file of gold events with documents beside it (``documents`` with ``doc`` and ``path``, ``events`` with ``doc``, ``at``
and accepted ``factuality``). The gold's events are given, their factuality is read by grammar alone: no dates.

MEANTIME says certainty, polarity and time. Mapped in this order: polarity NEG is denied; certainty POSSIBLE or
PROBABLE, and both clauses of a conditional, are hypothetical; time FUTURE is scheduled; the rest occurred. Left out:
generic events, and those whose certainty, polarity or time is missing or UNDERSPECIFIED. What is to follow a plan, an
agreement, a contract or a purpose ("agreed to buy", "a contract to supply", "to replace it") is CERTAIN and FUTURE
there, so scheduled; what follows an expectation or an effort ("expects to cut", "is fighting to stem") is mostly
PROBABLE or POSSIBLE, so hypothetical; what is wanted is mostly UNDERSPECIFIED. What goes on counts as occurred on both
sides. Nothing is trained.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rich import print_json

from standoff.core.parse import Piece
from standoff.core.records import Document
from standoff.extract.attributions import find_attributions
from standoff.extract.carriers import Carriers
from standoff.extract.events.factuality import factuality_of
from standoff.extract.grammar import grammar_of
from standoff.extract.mentions import find_mentions
from standoff.lexicon.lexicon import Lexicon, load_lexicon
from standoff.parse.reader import Reader, load_reader
from table import Row, agreement, as_json, lines

CLASSES = ("occurred", "scheduled", "hypothetical", "denied")
AROUND = 60
"""Characters shown on either side of a miss."""


class Given(NamedTuple):
    """An event of the gold: where its words stand and what is accepted."""

    at: Piece
    accepted: tuple[str, ...]


class Read(NamedTuple):
    """An event of the gold with what was read there."""

    accepted: tuple[str, ...]
    found: str
    told: str
    words: str


def given(path: Path) -> Iterator[tuple[Document, list[Given]]]:
    """The documents of a gold set with their events."""
    return _given_folder(path) if path.is_dir() else _given_file(path)


def _given_folder(path: Path) -> Iterator[tuple[Document, list[Given]]]:
    events: dict[str, list[Given]] = {}
    for row in _rows(path / "mentions.jsonl"):
        factuality = mapped(row["attr"]) if row["tag"] == "EVENT_MENTION" and row["attr"] else None
        if factuality is not None:
            events.setdefault(row["doc_id"], []).append(Given((row["start"], row["end"]), (factuality,)))
    for row in _rows(path / "docs.jsonl"):
        yield Document(path=row["doc_id"], text=row["text"]), events.get(row["doc_id"], [])


def _given_file(path: Path) -> Iterator[tuple[Document, list[Given]]]:
    gold = json.loads(path.read_text("utf-8"))
    for row in gold["documents"]:
        text = (path.parent / row["path"]).read_bytes().decode("utf-8")
        events = [event for event in gold["events"] if event["doc"] == row["doc"] and event["factuality"]]
        yield (
            Document(path=row["path"], text=text),
            [Given((event["at"][0], event["at"][1]), folded(event["factuality"])) for event in events],
        )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file)


def mapped(attributes: dict[str, str | None]) -> str | None:
    """The factuality of MEANTIME's attributes, as at the top of this file; ``None`` for what is left out."""
    certainty, polarity, time = (attributes.get(name) for name in ("certainty", "polarity", "time"))
    special = attributes.get("special_cases") or ""
    if special == "GEN" or certainty is None or polarity not in ("POS", "NEG"):
        return None
    if polarity == "NEG":
        return "denied"
    if certainty in ("POSSIBLE", "PROBABLE") or special.startswith("COND"):
        return "hypothetical"
    if certainty != "CERTAIN" or time not in ("FUTURE", "NON_FUTURE"):
        return None
    return "scheduled" if time == "FUTURE" else "occurred"


def folded(factuality: Sequence[str]) -> tuple[str, ...]:
    """What goes on counts as occurred."""
    return tuple("occurred" if value == "ongoing" else value for value in factuality)


def read(document: Document, events: Sequence[Given], reader: Reader, lexicon: Lexicon) -> Iterator[Read]:
    """The factuality of each event of one document, at the head of its words."""
    parse = reader(document)
    grammar = grammar_of(document.text, parse)
    carriers = Carriers(find_attributions(document, grammar, lexicon, find_mentions(document, grammar, lexicon)))
    for event in events:
        start, end = event.at
        words = grammar.between(start, end)
        if len(words) == 0:
            continue
        trigger = grammar.head_of(words.start, words.stop)
        found, told = factuality_of(document, grammar, lexicon, trigger, carriers.at(start), None)
        around = (
            document.text[max(0, start - AROUND) : start],
            document.text[start:end],
            document.text[end : end + AROUND],
        )
        yield Read(event.accepted, folded([found])[0], told, " ".join("{}[{}]{}".format(*around).split()))


def rows(split: str, events: Sequence[Read]) -> Iterator[Row]:
    """Precision, recall and F1 of each class, their mean, and that of calling everything occurred."""
    scores = [_scores(name, [(event.accepted, event.found) for event in events]) for name in CLASSES]
    always = [_scores(name, [(event.accepted, "occurred") for event in events]) for name in CLASSES]
    for name, values in zip(CLASSES, scores, strict=True):
        yield Row(f"factuality, {split}", name, values)
    right = sum(event.found in event.accepted for event in events)
    for name, found in (("macro F1", scores), ("macro F1, always occurred", always)):
        yield Row(f"factuality of all, {split}", name, {"value": sum(row["F1"] for row in found) / len(CLASSES)})
    yield Row(f"factuality of all, {split}", "accuracy", {"value": 100 * right / max(1, len(events))})


def _scores(name: str, pairs: Sequence[tuple[tuple[str, ...], str]]) -> dict[str, float]:
    """An event counts for the class that is read where it is accepted, else for the preferred one it missed."""
    right = sum(found == name and name in accepted for accepted, found in pairs)
    claimed = sum(found == name for _, found in pairs)
    wanted = right + sum(found not in accepted and accepted[0] == name for accepted, found in pairs)
    return {**agreement(right, claimed, wanted), "events": wanted}


def main() -> None:
    """Read, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--split", help="the name of the set, for the table")
    parser.add_argument("--misses", type=int, default=0, help="how many wrong ones to show with their words")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    reader, lexicon = load_reader(), load_lexicon()
    events = [each for document, found in given(options.path) for each in read(document, found, reader, lexicon)]
    found = list(rows(options.split or options.path.stem, events))
    missed = [event for event in events if event.found not in event.accepted][: options.misses]
    if options.json:
        print_json(json.dumps({"events": len(events), "rows": as_json(found), "misses": [m._asdict() for m in missed]}))
        return
    print("\n".join(lines(found)))
    for miss in missed:
        print(f"{'/'.join(miss.accepted)}, not {miss.found} ({miss.told}): {miss.words}")


if __name__ == "__main__":
    main()
