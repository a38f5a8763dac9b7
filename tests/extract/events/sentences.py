"""Sentences for tests of events, parsed by hand from a table with lemmas."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from standoff.core.parse import Parse
from standoff.core.records import Document, Event, Mention, Study, Why
from standoff.core.vocabulary import MentionType
from standoff.extract.events.find import find_events
from standoff.extract.grammar import grammar_of
from standoff.lexicon.lexicon import Lexicon
from tests.builders import at
from tests.parses import read

Named = tuple[str, MentionType]


def with_lemmas(report: Document, parsed: Parse, lemmas: str) -> Parse:
    """The parse with the lemmas of "form=lemma" pairs; other words keep their form in lower case."""
    known = dict(pair.split("=") for pair in lemmas.split())
    words = tuple(
        msgspec.structs.replace(word, lemma=known.get(form, form.lower()))
        for word in parsed.words
        for form in (report.text[word.start : word.end],)
    )
    return msgspec.structs.replace(parsed, words=words)


def told(
    text: str, table: str, lemmas: str, named: Sequence[Named], lexicon: Lexicon
) -> tuple[Document, tuple[Event, ...], dict[str, str]]:
    """The events of a text, with the words of each mention by its id."""
    report, parsed = read(text, table)
    parsed = with_lemmas(report, parsed, lemmas)
    mentions = tuple(sorted((_mention(report, words, kind) for words, kind in named), key=lambda m: m.at))
    study = Study(doc=report.id, mentions=mentions)
    events = find_events(report, grammar_of(text, parsed), lexicon, study)
    return report, events, {mention.id: report.quote(mention.at) for mention in mentions}


def _mention(report: Document, words: str, kind: MentionType) -> Mention:
    place = at(report, words)
    return Mention(at=place, type=kind, form="name", name=place, why=Why("test", 1.0, "by hand"))


def shown(report: Document, events: Sequence[Event], names: dict[str, str]) -> list[str]:
    """Each event on a line: trigger, type, agents > targets."""
    return [
        f"{report.quote(event.at)} {event.type} "
        f"{', '.join(names[m] for m in event.agents)} > {', '.join(names[m] for m in event.targets)}"
        for event in events
    ]
