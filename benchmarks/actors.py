"""Actors under all their names on NewsWCL50: ``python benchmarks/actors.py PATH [--split NAME] [--json]``.

PATH is the ``.conll`` file, or a folder with one: word in the fourth column, chains in the fifth, the topic the first
part of a document's name. Scored are people and bodies: chains whose name ends in a type of ``PEOPLE_AND_BODIES``, as
the annotators name them, over all texts of a topic together, as CoNLL counts it (``coreference.py``). The gold's
mentions are given as spans; that is all that is used of them. A mention is put into the actor of our own mention that
overlaps it most and holds its head; where there is none, it stands alone. The second row leaves out the chains for
"individuals of a country or group", which hold several people each. Nothing is trained.

The gold counts the arms of a state, its seat and its agencies as the state, and "the two leaders" as one of them:
they are kept apart here, so that a perfect score is not to be expected.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from coreference import Scores, score
from standoff.core.parse import Parse
from standoff.core.records import Document, Mention, Study
from standoff.extract.grammar import Grammar, grammar_of
from standoff.lexicon.lexicon import Lexicon, load_lexicon
from standoff.parse.reader import load_reader
from standoff.pipeline import readings
from standoff.resolve.actors.find import find_actors
from table import Row, as_json, lines

PEOPLE_AND_BODIES = ("ACTOR", "COUNTRY", "GROUP", "ACTOR-I")
ROWS = (("persons", ("ACTOR",)), ("people and bodies", PEOPLE_AND_BODIES))
Place = tuple[int, int]


class Gold(NamedTuple):
    """A mention of the gold: where, and of which chain."""

    start: int
    end: int
    chain: str


class Text(NamedTuple):
    """One document with its gold."""

    document: Document
    topic: str
    gold: tuple[Gold, ...]


class Read(NamedTuple):
    """A text with what we make of it."""

    text: Text
    grammar: Grammar
    study: Study


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--split", help="the name the table gives the data; the path's where it is left out")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    lexicon, reader = load_lexicon(), load_reader()
    found = [read(text, reader(text.document), lexicon) for text in read_texts(options.path)]
    rows = list(measure(options.split or options.path.name, found, lexicon))
    print(json.dumps(as_json(rows)) if options.json else "\n".join(lines(rows)))


def read(text: Text, parse: Parse, lexicon: Lexicon) -> Read:
    """The readings of a text."""
    grammar = grammar_of(text.document.text, parse)
    return Read(text, grammar, readings(text.document, parse, lexicon))


def read_texts(path: Path) -> list[Text]:
    """The documents of a file or folder. Raises ``SystemExit`` where there are none."""
    files = sorted(path.glob("*.conll")) if path.is_dir() else [path]
    if not files:
        raise SystemExit(f"{path} has no .conll files: give the file, or the folder that holds it")
    return [text for file in files for text in _texts(file.read_text(encoding="utf-8"))]


def _texts(content: str) -> Iterator[Text]:
    """The documents, sentences on a line each, words apart by a space."""
    rows: dict[str, list[list[str]]] = defaultdict(list)
    for line in content.splitlines():
        columns = line.split("\t")
        if len(columns) >= 5 and not line.startswith("#"):
            rows[columns[0]].append(columns)
    for name, words in rows.items():
        text, places = _joined(words)
        gold = _mentions(places, [row[4] for row in words])
        document = Document(path=f"newswcl50/{name.replace('/', '_')}", given_id=name, text=text)
        yield Text(document, name.partition("/")[0], gold)


def _joined(words: Iterable[Sequence[str]]) -> tuple[str, list[Place]]:
    text, places, sentence = "", list[Place](), ""
    for _, number, _, word, *_ in words:
        text += "" if not places else "\n" if number != sentence else " "
        places.append((len(text), len(text) + len(word)))
        text, sentence = text + word, number
    return text, places


def _mentions(places: Sequence[Place], marks: Iterable[str]) -> tuple[Gold, ...]:
    """The bracketed spans; chains may nest and cross."""
    still_open: dict[str, list[int]] = defaultdict(list)
    found = []
    for (start, end), mark in zip(places, marks, strict=True):
        for part in mark.split("|") if mark != "-" else ():
            chain = part.strip("()")
            if part.startswith("("):
                still_open[chain].append(start)
            if part.endswith(")") and still_open[chain]:
                found.append(Gold(still_open[chain].pop(), end, chain))
    return tuple(sorted(found))


def measure(split: str, found: Sequence[Read], lexicon: Lexicon) -> Iterator[Row]:
    """The scores of our actors, and those of putting together what has one head lemma in a topic."""
    makers = (("", resolved(found, lexicon)), (": same head lemma", same_lemma(found)))
    for name, types in ROWS:
        gold = {key: mention.chain for key, mention in _items(found) if kind_of(mention.chain) in types}
        for least, section in ((1, split), (2, f"{split}, without singletons")):
            for suffix, chains in makers:
                yield Row(section, name + suffix, {"mentions": len(gold), **_scores(gold, chains, least).values()})


def kind_of(chain: str) -> str:
    """The type at the end of a chain's name: "COUNTRY" of "0_PRK_COUNTRY"."""
    return chain.rsplit("_", 1)[-1]


def _items(found: Iterable[Read]) -> Iterator[tuple[str, Gold]]:
    for each in found:
        for mention in each.text.gold:
            yield f"{each.text.document.id} {mention}", mention


def _scores(gold: Mapping[str, str], chains: Mapping[str, str], least: int) -> Scores:
    """The scores of the chains that have at least so many mentions."""

    def clusters(chain_of: Callable[[str], str]) -> list[list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for key in gold:
            groups[chain_of(key)].append(key)
        return [group for group in groups.values() if len(group) >= least]

    return score(clusters(lambda key: gold[key]), clusters(lambda key: chains[key]))


def same_lemma(found: Iterable[Read]) -> dict[str, str]:
    """The baseline: mentions of a topic whose heads have one lemma."""
    return {
        f"{each.text.document.id} {mention}": f"{each.text.topic} {each.grammar.lemma(_head(each, mention))}"
        for each in found
        for mention in each.text.gold
    }


def resolved(found: Iterable[Read], lexicon: Lexicon) -> dict[str, str]:
    """The actor of each mention of the gold; itself where we have none there. Each topic is read by itself."""
    topics: dict[str, list[Read]] = defaultdict(list)
    for each in found:
        topics[each.text.topic].append(each)
    chains: dict[str, str] = {}
    for read_together in topics.values():
        documents, studies = [each.text.document for each in read_together], [each.study for each in read_together]
        actor_of = {m: actor.id for actor in find_actors(documents, studies, lexicon) for m in actor.mentions}
        for each in read_together:
            for mention in each.text.gold:
                key = f"{each.text.document.id} {mention}"
                ours = _ours(each, mention, actor_of)
                chains[key] = actor_of[ours.id] if ours is not None else key
    return chains


def _head(each: Read, mention: Gold) -> int:
    words = each.grammar.between(mention.start, mention.end)
    return each.grammar.head_of(words.start, words.stop)


def _ours(each: Read, mention: Gold, actor_of: Mapping[str, str]) -> Mention | None:
    """Our mention that holds the head of the gold's and overlaps it most."""
    place = each.grammar.words[_head(each, mention)].start
    near = [m for m in each.study.mentions if m.id in actor_of and m.at.start <= place < m.at.end]
    return max(near, key=lambda m: (_overlap(m, mention), -m.at.start), default=None)


def _overlap(ours: Mention, gold: Gold) -> float:
    shared = min(ours.at.end, gold.end) - max(ours.at.start, gold.start)
    return shared / (len(ours.at) + gold.end - gold.start - shared)


if __name__ == "__main__":
    main()
