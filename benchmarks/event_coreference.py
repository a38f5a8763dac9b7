"""Which event mentions of many reports are one event: CoNLL F1 on mentions that are given, and end to end.

    python benchmarks/event_coreference.py PATH [--split NAME] [--pairs FILE] [--json]

PATH holds ``docs.jsonl`` and ``mentions.jsonl`` as made from ECB+ (Cybulska and Vossen 2014). The standard evaluation:
the sentences whose annotation was validated, all reports of the split together; mentions without a chain are
singletons and count, as in the gold files. On given mentions the finders read who, where and when for each gold
trigger. End to end the events are those that the rules read in the validated sentences, each taken for the gold
mention that it shares most characters with; what matches none, and gold mentions that no event matches, count as the
reference scorer counts them. The rules read PLOVER's types of events only, and the gold marks all actions and states.
Which reports are of one topic is found, not given. Beside it: one cluster a trigger lemma, within each found topic.
``--pairs`` writes the features of the pairs compared, and whether they are one event, for ``training.happenings``.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec.structs import replace
from rich import print_json

from coreference import score
from standoff.core.dossier import Dossier
from standoff.core.parse import Parse
from standoff.core.records import Document, Event, Study, Why
from standoff.core.vocabulary import EventType
from standoff.extract.events.candidates import Candidate
from standoff.extract.events.matching import Fit
from standoff.extract.events.surroundings import features_of, surroundings
from standoff.extract.events.telling import Teller
from standoff.extract.grammar import Grammar, grammar_of
from standoff.lexicon.lexicon import Lexicon, load_lexicon
from standoff.lexicon.plover import Entry
from standoff.parse.reader import load_reader
from standoff.pipeline import readings
from standoff.resolve.assemble import assemble
from standoff.resolve.happenings.likeness import FEATURES, features
from standoff.resolve.happenings.pairing import likely_pairs
from standoff.resolve.happenings.traces import traces_of
from standoff.resolve.reports import reports_of
from table import Row, as_json, lines

EVENTS = ("ACTION", "NEG_ACTION")
"""How the tags of event mentions begin; the others are people, places and times."""
Read = Callable[[Document], Parse]
Place = tuple[str, int, int]
"""A report's own id, and where a mention stands in it."""


class Report(msgspec.Struct, frozen=True):
    """A line of ``docs.jsonl``."""

    doc_id: str
    split: str
    text: str


class Mention(msgspec.Struct, frozen=True):
    """A line of ``mentions.jsonl``."""

    doc_id: str
    m_id: str
    tag: str
    start: int
    end: int
    sent: int
    chain: str | None
    validated: bool

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.doc_id, self.start, self.end


class Given(NamedTuple):
    """A report with its readings, and with its gold mentions in the place of events."""

    document: Document
    study: Study
    gold: Study


def load(path: Path, split: str) -> tuple[list[Report], list[Mention]]:
    """The reports of a split and their validated event mentions. Raises ``OSError``, ``msgspec.ValidationError``."""
    reports = [msgspec.json.decode(line, type=Report) for line in (path / "docs.jsonl").read_bytes().splitlines()]
    kept = {report.doc_id: report for report in reports if report.split == split}
    mentions = [msgspec.json.decode(line, type=Mention) for line in (path / "mentions.jsonl").read_bytes().splitlines()]
    return list(kept.values()), [m for m in mentions if m.doc_id in kept and m.tag.startswith(EVENTS) and m.validated]


def study_all(reports: Iterable[Report], mentions: Iterable[Mention], read: Read, lexicon: Lexicon) -> Iterator[Given]:
    """Parse and study each report."""
    spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for mention in mentions:
        spans[mention.doc_id].add((mention.start, mention.end))
    for report in reports:
        document = Document(path=f"ecbplus/{report.doc_id}", text=report.text, given_id=report.doc_id)
        parse = read(document)
        study = readings(document, parse, lexicon)
        grammar = grammar_of(document.text, parse)
        teller = Teller(document, grammar, lexicon, study)
        events = tuple(_event(document, grammar, lexicon, teller, study, span) for span in sorted(spans[report.doc_id]))
        yield Given(document, study, replace(study, events=events))


def _event(
    document: Document, grammar: Grammar, lexicon: Lexicon, teller: Teller, study: Study, span: tuple[int, int]
) -> Event:
    """A gold mention as the finders read it: its type the lexicon's, or by the event head with no certainty."""
    at = document.span(*span)
    words = grammar.between(*span)
    listed = next((event for event in study.events if event.at.overlaps(at)), None)
    why = Why("given", 0.0 if listed is None else listed.why.score, "a gold mention")
    if not words:
        return Event(at=at, type="CONSULT", factuality="occurred", why=why)
    head = grammar.head_of(words.start, words.stop)
    kind = _likeliest(grammar, lexicon, head) if listed is None else listed.type
    lemma, verbal = grammar.lemma(head), grammar.words[head].upos in ("VERB", "AUX")
    entry = Entry(lemma, kind, lemma, (), (), negated=False, needs="", verbal=verbal)
    told = teller.tell(Candidate(head, head, head, Fit(entry, ())))
    bare = Event(at=at, type=kind, factuality="occurred", why=why)
    return bare if told is None else replace(told, at=at, why=why)


def _likeliest(grammar: Grammar, lexicon: Lexicon, head: int) -> EventType:
    types = lexicon.event_types.types
    found = types[int(lexicon.event_types.scores(features_of(surroundings(grammar, head))).argmax())]
    kind: EventType = msgspec.convert("CONCEDE" if found == "YIELD" else found, EventType)
    return kind


def dossier_of(given: Sequence[Given], lexicon: Lexicon, *, gold: bool) -> Dossier:
    """Everything found of the reports, with their own events or the gold's."""
    studies = [each.gold if gold else each.study for each in given]
    return assemble([each.document for each in given], studies, (), lexicon)


def clusters_of(dossier: Dossier, named: Callable[[Event], Hashable | None]) -> list[set[Hashable]]:
    """The happenings as sets of mentions; ``named`` says which mention an event is, ``None`` which do not count."""
    events = {event.id: event for study in dossier.studies for event in study.events}
    found = ({named(events[each]) for each in happening.events} for happening in dossier.happenings)
    return [{each for each in cluster if each is not None} for cluster in found]


def by_lemma(dossier: Dossier, lexicon: Lexicon, named: Callable[[Event], Hashable]) -> list[set[Hashable]]:
    """One cluster a trigger lemma within each found topic."""
    traces = traces_of(reports_of(dossier), lexicon)
    found: dict[tuple[int, int], set[Hashable]] = defaultdict(set)
    for event, topic, lemma in zip(traces.events, traces.topic.tolist(), traces.lemma.tolist(), strict=True):
        found[topic, lemma].add(named(event))
    return list(found.values())


def gold_clusters(mentions: Iterable[Mention]) -> list[set[Hashable]]:
    """The chains, and every mention without one by itself."""
    found: dict[str, set[Hashable]] = defaultdict(set)
    for mention in mentions:
        found[mention.chain or f"{mention.doc_id} {mention.m_id}"].add(mention.place)
    return list(found.values())


def matching(given: Sequence[Given], mentions: Sequence[Mention]) -> Mapping[str, Hashable]:
    """By id of an event in a validated sentence the gold mention it is taken for, or its own id; one to one."""
    in_doc: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        in_doc[mention.doc_id].append(mention)
    found: dict[str, Hashable] = {}
    for each in given:
        own = in_doc[each.document.given_id or ""]
        kept = _validated(each.document, own)
        events = [e for e in each.study.events if any(start <= e.at.start < end for start, end in kept)]
        found.update((event.id, event.id) for event in events)
        shared = sorted((-_common(event, m), event.at, m.start, event.id, m.place) for event in events for m in own)
        taken: set[Place] = set()
        for common, _, _, event, place in shared:
            if common < 0 and found[event] == event and place not in taken:
                found[event] = place
                taken.add(place)
    return found


def _common(event: Event, mention: Mention) -> int:
    return max(0, min(event.at.end, mention.end) - max(event.at.start, mention.start))


def _validated(document: Document, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where the sentences with validated mentions stand: one a line."""
    starts = [0, *(at + 1 for at, letter in enumerate(document.text) if letter == "\n"), len(document.text) + 1]
    numbers = {int(np.searchsorted(starts, mention.start, "right")) - 1 for mention in mentions}
    return [(starts[number], starts[number + 1]) for number in sorted(numbers)]


def rows(split: str, given: Sequence[Given], mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Row]:
    """The table."""
    wanted = gold_clusters(mentions)
    path = {each.document.id: each.document.given_id for each in given}

    def place(event: Event) -> Hashable:
        return path[event.at.doc], event.at.start, event.at.end

    dossier = dossier_of(given, lexicon, gold=True)
    section = f"events of {len(given)} reports, {len(mentions)} mentions, {len(dossier.topics)} topics found, {split}"
    yield Row(section, "given mentions: happenings", score(wanted, clusters_of(dossier, place)).values())
    yield Row(section, "given mentions: lemma and topic", score(wanted, by_lemma(dossier, lexicon, place)).values())
    taken = matching(given, mentions)
    found = clusters_of(dossier_of(given, lexicon, gold=False), lambda event: taken.get(event.id))
    yield Row(section, "end to end: happenings", score(wanted, found).values())
    matched = {name for name in taken.values() if not isinstance(name, str)}
    covered = [cluster & matched for cluster in wanted]
    yield Row(section, "of them the mentions that are read", score(covered, [c & matched for c in found]).values())
    share = {"P": 100 * len(matched) / max(1, len(taken)), "R": 100 * len(matched) / max(1, len(mentions))}
    yield Row(f"mentions read, {split}", "end to end", share)


def write_pairs(path: Path, given: Sequence[Given], mentions: Sequence[Mention], lexicon: Lexicon) -> None:
    """The features of the pairs that are compared on given mentions, and whether each is one event."""
    reports = reports_of(dossier_of(given, lexicon, gold=True))
    traces = traces_of(reports, lexicon)
    chains = {mention.place: mention.chain or f"{mention.doc_id} {mention.m_id}" for mention in mentions}
    own = [chains[reports.documents[e.at.doc].given_id or "", e.at.start, e.at.end] for e in traces.events]
    vectors = lexicon.word_vectors.vectors
    left, right = likely_pairs(traces, vectors, np.arange(len(own), dtype=np.int64))
    same = np.array([own[a] == own[b] for a, b in zip(left.tolist(), right.tolist(), strict=True)])
    names = [feature.__name__ for feature in FEATURES]
    np.savez_compressed(path, names=names, features=features(traces, vectors, left, right), same=same)


def main() -> None:
    """Read, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--split", default="dev", help="which reports, as docs.jsonl calls them")
    parser.add_argument("--pairs", type=Path, help="where to write the pairs for training, and measure nothing")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    lexicon = load_lexicon()
    reports, mentions = load(options.path, options.split)
    given = list(study_all(reports, mentions, load_reader(), lexicon))
    if options.pairs is not None:
        write_pairs(options.pairs, given, mentions, lexicon)
        return
    found = list(rows(options.split, given, mentions, lexicon))
    if options.json:
        print_json(json.dumps(as_json(found)))
        return
    print("\n".join(lines(found)))


if __name__ == "__main__":
    main()
