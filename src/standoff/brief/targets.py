"""What can be explained: the records of a dossier by id, by the beginning of an id, or by their place."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from standoff.brief.index import Index
from standoff.core.claims import Discrepancy, Measure, Readouts
from standoff.core.course import Day, Happening, Obligation
from standoff.core.findings import Account, Actor, Topic, Utterance
from standoff.core.records import Attribution, Commitment, Document, Event, Figure, Mention, TimeExpression
from standoff.core.span import Span

Reading = Mention | TimeExpression | Attribution | Event | Figure | Commitment
Finding = Actor | Account | Topic | Utterance | Happening | Day | Measure | Obligation | Readouts | Discrepancy
Record = Reading | Document | Finding


class Target(msgspec.Struct, frozen=True):
    """A record, with its kind as the facts file has it."""

    kind: str
    id: str
    record: Record


def all_targets(found: Index) -> Iterator[Target]:
    """Every record that has an id."""
    yield from (Target("document", key, document) for key, document in found.documents.items())
    yield from readings(found)
    yield from (Target("actor", key, actor) for key, actor in found.actors.items())
    yield from (Target("account", account.id, account) for account in found.dossier.accounts)
    yield from (Target("utterance", utterance.id, utterance) for utterance in found.dossier.utterances)
    yield from (Target("topic", key, topic) for key, topic in found.topics.items())
    yield from (Target("happening", key, happening) for key, happening in found.happenings.items())
    yield from (Target("day", key, day) for key, day in found.days.items())
    yield from (Target("measure", key, measure) for key, measure in found.measures.items())
    yield from (Target("obligation", key, obligation) for key, obligation in found.obligations.items())
    yield from (Target("readouts", key, readouts) for key, readouts in found.readouts.items())
    yield from (Target("discrepancy", key, discrepancy) for key, discrepancy in found.discrepancies.items())


def readings(found: Index) -> Iterator[Target]:
    """Every reading."""
    yield from (Target("mention", key, mention) for key, mention in found.mentions.items())
    yield from (Target("time", key, time) for key, time in found.times.items())
    yield from (Target("attribution", key, attribution) for key, attribution in found.attributions.items())
    yield from (Target("event", key, event) for key, event in found.events.items())
    yield from (Target("figure", key, figure) for key, figure in found.figures.items())
    yield from (Target("commitment", key, commitment) for key, commitment in found.commitments.items())


def fitting(found: Index, asked: str) -> tuple[Target, ...]:
    """The record of this id, or all whose id begins so, by id."""
    targets = [target for target in all_targets(found) if target.id.startswith(asked)]
    exact = [target for target in targets if target.id == asked]
    return tuple(sorted(exact or targets, key=lambda target: (target.id, target.kind)))


def touching(found: Index, place: Span) -> tuple[Target, ...]:
    """The readings that stand at a place or have words of it, those exactly there first, then by length and place."""
    there = [
        (min(abs(span.start - place.start) + abs(span.end - place.end) for span in spans), spans[0], target)
        for target in readings(found)
        if (spans := [span for span in words_of(target.record) if span.overlaps(place)])
    ]
    return tuple(target for _, _, target in sorted(there, key=lambda row: (row[0] > 0, row[1], row[0], row[2].id)))


def words_of(record: Record) -> tuple[Span, ...]:
    """The spans that a reading is told by, in order of place; nothing for what is no reading."""
    match record:
        case Mention() | TimeExpression() | Event() | Figure() | Commitment():
            return (record.at,)
        case Attribution():
            return record.content
        case _:
            return ()
