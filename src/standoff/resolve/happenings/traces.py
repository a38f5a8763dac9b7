"""Events as they are compared: what each says of who, what, when and where, in columns, a row an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple, get_args

import numpy as np
import numpy.typing as npt

from standoff.core.records import Document, Event
from standoff.core.vocabulary import EventType
from standoff.core.when import When
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.happenings.dates import own_days
from standoff.resolve.happenings.surroundings import Surroundings, surroundings_of
from standoff.resolve.reports import Reports
from standoff.resolve.wording import is_informative, is_number

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

TYPES: tuple[EventType, ...] = get_args(EventType)
ACTORS = 4
"""Actors of an event that are compared: few events name more, a list of thirty states would cost as much as thirty."""
LONG = 366
"""Days of an interval that count for its middle."""
NAMELESS = 0.1
"""What an actor weighs that no text names: "the president" of one report may be anybody in another."""
FAMOUS = 0.25
"""What an actor whom every document names still weighs."""
EVER = 10_000_000
"""Stands for the open end of an interval, in days."""
MEANT = frozenset(("occurred", "ongoing", "scheduled"))
"""What the text holds to be one thing in time; the others are thought of or denied."""


class Traces(NamedTuple):
    """The columns. Rows are in order of documents' ids, then of place."""

    events: Sequence[Event]
    document: Ints
    topic: Ints
    account: Ints
    lemma: Ints
    """Of the trigger's main word; words of one lemma have one number."""
    vector: Ints
    """The row of that lemma in the lexicon's vectors."""
    type: Ints
    sure: Floats
    actors: Ints
    """A number for each, padded with -1; those who act first."""
    acting: Ints
    suffering: Ints
    actor_weights: Floats
    """By number of an actor its rarity; one more row, of 0, for the padding."""
    actor_kinds: Ints
    """By number of an actor 0 for a person, 1 for a body or a state, -1 where no text names it; one more row."""
    place: Ints
    """-1 where none is named."""
    since: Ints
    until: Ints
    dated: Bools
    """Whether ``since`` and ``until`` are its own; else they are wide open."""
    placed: Ints
    """The day that places it in time: the middle of its own, else its report's; 0 where neither is known."""
    reported: Ints
    """The first day of the document's date, -1 where it is not known."""
    meant: Bools
    around: Surroundings


class Cast(NamedTuple):
    """The numbers of the actors of one event."""

    acting: tuple[int, ...]
    suffering: tuple[int, ...]
    all: tuple[int, ...]


def traces_of(reports: Reports, lexicon: Lexicon) -> Traces:
    """Every event of the reports. Raises ``KeyError`` for an event that cites what no study holds."""
    told = [
        (reports.documents[study.doc], sorted(study.events, key=lambda event: event.at))
        for study in sorted(reports.studies, key=lambda study: study.doc)
    ]
    events = [event for _, own in told for event in own]
    around = surroundings_of(told)
    lemmas, vectors = _lemmas(around.trigger, lexicon)
    casts, kinds = _casts(reports, events)
    own = [own_days(reports, event) for event in events]
    days = [_days(when) for when in own]
    documents = [number for number, (_, own) in enumerate(told) for _ in own]
    since, until = (_ints(column) for column in zip(*days, strict=True)) if days else (_ints([]), _ints([]))
    reported = _ints([_published(reports.documents[event.at.doc]) for event in events])
    return Traces(
        events=events,
        document=_ints(documents),
        topic=_ints(_numbered(reports.topic_of.get(event.at.doc, "") for event in events)),
        account=_ints(_numbered(reports.account_of[event.at.doc] for event in events)),
        lemma=lemmas,
        vector=vectors,
        type=_ints([TYPES.index(event.type) for event in events]),
        sure=np.array([event.why.score for event in events], np.float32),
        actors=_padded([cast.all for cast in casts]),
        acting=_padded([cast.acting for cast in casts]),
        suffering=_padded([cast.suffering for cast in casts]),
        actor_weights=_actor_weights(casts, kinds, documents),
        actor_kinds=kinds,
        place=_ints(_places(reports, events)),
        since=since,
        until=until,
        dated=np.array([when is not None for when in own], np.bool_),
        placed=_placed(since, until, reported),
        reported=reported,
        meant=np.array([event.factuality in MEANT for event in events], np.bool_),
        around=around,
    )


def _ints(values: Sequence[int]) -> Ints:
    return np.array(values, np.int32)


def _numbered(values: Iterable[str]) -> list[int]:
    numbers: dict[str, int] = {}
    return [numbers.setdefault(value, len(numbers)) for value in values]


def _lemmas(triggers: Sequence[Sequence[str]], lexicon: Lexicon) -> tuple[Ints, Ints]:
    """The main word of each trigger: its last that says what happens, not the verb that only carries it."""
    words, plover = lexicon.word_vectors, lexicon.plover
    unknown: dict[str, int] = {}
    empty = plover.carriers | plover.unfolding

    def main(trigger: Sequence[str]) -> str:
        said = [form for form in trigger if is_informative(form) and not is_number(form)]
        own = [form for form in said if words.lemma_of(form) not in empty]
        return (own or said or list(trigger) or [""])[-1]

    mains = [main(trigger) for trigger in triggers]
    rows = [words.row_of(form) for form in mains]
    none = len(words.lemmas)
    lemmas = [
        row if row < none else none + unknown.setdefault(form, len(unknown))
        for row, form in zip(rows, mains, strict=True)
    ]
    return _ints(lemmas), _ints(rows)


def _casts(reports: Reports, events: Sequence[Event]) -> tuple[list[Cast], Ints]:
    numbers: dict[str, int] = {}

    def known(mentions: Iterable[str]) -> tuple[int, ...]:
        actors = (reports.actor_of.get(mention) for mention in mentions)
        return tuple(dict.fromkeys(numbers.setdefault(actor, len(numbers)) for actor in actors if actor is not None))

    casts = [
        Cast(known(event.agents), known(event.targets), known((*event.agents, *event.targets, *event.participants)))
        for event in events
    ]
    named = (reports.actors[actor] for actor in numbers)
    return casts, _ints([*((actor.type != "person") * 1 if actor.named else -1 for actor in named), -1])


def _actor_weights(casts: Sequence[Cast], kinds: Ints, documents: Sequence[int]) -> Floats:
    """By number how much an actor tells: the rarer the more, and one without a name hardly anything."""
    rarity = _rarity([cast.all for cast in casts], documents)
    weights = np.where(kinds[:-1] >= 0, FAMOUS + (1 - FAMOUS) * rarity, NAMELESS)
    return np.append(weights, 0).astype(np.float32)


def _rarity(rows: Sequence[Sequence[int]], documents: Sequence[int]) -> Floats:
    """By number how rare it is among the documents' events: 1 in one document alone, 0 in all."""
    seen = Counter(number for _, number in {(d, n) for d, row in zip(documents, rows, strict=True) for n in row})
    weights = np.zeros(max(seen, default=-1) + 1, np.float32)
    weights[list(seen)] = 1 - np.log(list(seen.values())) / np.log(max(documents, default=0) + 2)
    return weights


def _places(reports: Reports, events: Sequence[Event]) -> list[int]:
    """One number for each place by its actor, or by its words where it is none."""
    numbers: dict[str, int] = {}

    def named(mention: str | None) -> int:
        if mention is None:
            return -1
        name = reports.actor_of.get(mention) or reports.words(reports.mentions[mention].at).casefold()
        return numbers.setdefault(name, len(numbers))

    return [named(event.place) for event in events]


def _days(when: When | None) -> tuple[int, int]:
    ordinal: Callable[[date | None, int], int] = lambda day, none: none if day is None else day.toordinal()  # noqa: E731
    return (-EVER, EVER) if when is None else (ordinal(when.since, -EVER), ordinal(when.until, EVER))


def _published(document: Document) -> int:
    when = document.published
    return -1 if when is None or when.since is None else when.since.toordinal()


def _placed(since: Ints, until: Ints, reported: Ints) -> Ints:
    """An interval that is open behind is placed where it begins, as one that is open before where it ends."""
    low, high = np.maximum(since, until - LONG), np.minimum(until, since + LONG)
    own = (since > -EVER) | (until < EVER)
    return np.where(own, np.where(since > -EVER, (since + high) // 2, (low + until) // 2), np.maximum(reported, 0))


def _padded(rows: Sequence[Sequence[int]]) -> Ints:
    padded = np.full((len(rows), ACTORS), -1, np.int32)
    for line, row in zip(padded, rows, strict=True):
        line[: min(len(row), ACTORS)] = row[:ACTORS]
    return padded
