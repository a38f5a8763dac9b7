"""What ``standoff show`` lists: every record of one kind, and the words at one place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TypeVar

import msgspec

from standoff.brief.actors import actor_lines
from standoff.brief.claims import discrepancy_lines, gravest_first, measure_lines, readouts_lines
from standoff.brief.course import happening_line, in_time, obligation_lines
from standoff.brief.days import day_line
from standoff.brief.index import Index
from standoff.brief.judgements import judgement_lines
from standoff.brief.lines import (
    account_lines,
    document_line,
    full_attribution_line,
    gap_line,
    lineage_line,
    statement_lines,
    topic_lines,
)
from standoff.brief.page import Line, Ref, Section, Sentence, Words, note
from standoff.brief.phrases import counted
from standoff.brief.readings import commitment_line, event_line, figure_line, time_line
from standoff.brief.statements import statements
from standoff.core.findings import Actor, Lineage
from standoff.core.records import Commitment, Document, Event, Figure, TimeExpression
from standoff.core.span import Span

Placed = TypeVar("Placed", TimeExpression, Event, Figure, Commitment)

Kind = Literal[
    "accounts",
    "actors",
    "attributions",
    "utterances",
    "events",
    "figures",
    "commitments",
    "times",
    "happenings",
    "days",
    "obligations",
    "measures",
    "readouts",
    "discrepancies",
    "topics",
    "judgements",
    "documents",
    "gaps",
]

OF_ACTORS: tuple[Kind, ...] = (
    "actors",
    "attributions",
    "utterances",
    "events",
    "figures",
    "commitments",
    "happenings",
    "obligations",
    "measures",
    "readouts",
    "discrepancies",
)
"""What can be listed for one actor: what is said, done, claimed or owed."""

REFERENCE = re.compile(r"\[?(?P<document>[^\[\]]+):(?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9})\]?")
CONTEXT = 300
"""Code points shown on either side of the words a reference leads to: two or three sentences."""


class Row(msgspec.Struct, frozen=True):
    """One record of a listing: its id in the facts, and the lines that tell it."""

    id: str | None
    lines: tuple[Line, ...]


def rows(found: Index, kind: Kind, actor: str | None = None) -> tuple[Row, ...]:
    """Every record of a kind in a reader's order; ``actor`` keeps those of actors with this in one of their names."""
    return tuple(LISTINGS[kind](found, actor))


def passage(found: Index, reference: str) -> Section:
    """The words at a reference such as ``3:120-245`` or ``001.txt:120-245``, between those around them.

    Raises ``ValueError`` where the reference is none, or leads to no document or past its end.
    """
    span = place_of(found, reference)
    document = found.documents[span.doc]
    before = document.text[max(0, span.start - CONTEXT) : span.start]
    after = document.text[span.end : span.end + CONTEXT]
    words = (Words(before, "quiet"), Words(document.quote(span), "strong"), Words(after, "quiet"))
    return Section(
        "", (document_line(found, document, mark=""), Sentence((Ref(span.doc, span), Words(" "), *words), mark=""))
    )


def place_of(found: Index, reference: str) -> Span:
    """The span that a reference leads to. Raises ``ValueError`` as ``passage`` does."""
    match = REFERENCE.fullmatch(reference)
    if match is None:
        raise ValueError(f"{reference!r} is no place; write one as a brief does, such as 3:120-245")
    return document_named(found, match["document"]).span(int(match["start"]), int(match["end"]))


def document_named(found: Index, name: str) -> Document:
    """The document with this number in a brief, this id, this path or end of a path. Raises ``ValueError``."""
    documents = found.documents.values()
    numbered = [document for document in documents if name in (str(found.numbers[document.id]), document.id)]
    named = [document for document in documents if document.path == name or document.path.endswith(f"/{name}")]
    fitting = numbered or named
    if len(fitting) != 1:
        reason = "no document" if not fitting else f"{len(fitting)} documents"
        known = counted(len(documents), "document")
        raise ValueError(f"{reason} {name!r} among {known}; for their numbers: standoff show FILE documents")
    return fitting[0]


def _documents(found: Index, actor: str | None) -> Iterable[Row]:
    return (Row(document.id, (document_line(found, document, mark=""),)) for document in found.documents.values())


def _accounts(found: Index, actor: str | None) -> Iterable[Row]:
    accounts = sorted(found.dossier.accounts, key=lambda each: min(found.numbers[doc] for doc in each.documents))
    ties: dict[str, list[Lineage]] = defaultdict(list)
    for lineage in found.dossier.lineages:
        for doc in lineage.documents:
            ties[doc].append(lineage)
    for number, account in enumerate(accounts, 1):
        apart = [tie for tie in ties[account.documents[0]] if not set(tie.documents) <= set(account.documents)]
        yield Row(account.id, (*account_lines(found, account, number), *(lineage_line(found, tie, 1) for tie in apart)))


def _actors(found: Index, actor: str | None) -> Iterable[Row]:
    speakers = (found.speaker(attribution) for attribution in found.attributions.values())
    said = Counter(speaker.id for speaker in speakers if speaker is not None)
    asked = (each for each in found.dossier.actors if _is_asked_for(each, actor))
    for each in sorted(
        asked, key=lambda each: (not each.named, -said[each.id], -len(each.mentions), each.name, each.id)
    ):
        counts = f"{counted(said[each.id], 'attribution')}, {counted(len(each.mentions), 'mention')}"
        yield Row(each.id, actor_lines(found, each, counts))


def _attributions(found: Index, actor: str | None) -> Iterable[Row]:
    for attribution in sorted(found.attributions.values(), key=lambda each: (*found.place(each.content[0]), each.id)):
        if _is_asked_for(found.speaker(attribution), actor):
            yield Row(attribution.id, (full_attribution_line(found, attribution),))


def _utterances(found: Index, actor: str | None) -> Iterable[Row]:
    told = (each for each in statements(found) if each.utterance is not None and _is_asked_for(each.speaker, actor))
    return (Row(each.utterance, statement_lines(found, each, f"{number}.")) for number, each in enumerate(told, 1))


def _events(found: Index, actor: str | None) -> Iterable[Row]:
    for event in _in_order(found, found.events.values()):
        if _takes_part(found, (*event.agents, *event.targets, *event.participants), actor):
            yield Row(event.id, (event_line(found, event),))


def _figures(found: Index, actor: str | None) -> Iterable[Row]:
    for figure in _in_order(found, found.figures.values()):
        if _takes_part(found, (figure.claimant,), actor):
            yield Row(figure.id, (figure_line(found, figure),))


def _commitments(found: Index, actor: str | None) -> Iterable[Row]:
    for commitment in _in_order(found, found.commitments.values()):
        if _takes_part(found, (commitment.debtor, commitment.creditor), actor):
            yield Row(commitment.id, (commitment_line(found, commitment),))


def _times(found: Index, actor: str | None) -> Iterable[Row]:
    return (Row(time.id, (time_line(found, time),)) for time in _in_order(found, found.times.values()))


def _in_order(found: Index, readings: Iterable[Placed]) -> list[Placed]:
    return sorted(readings, key=lambda reading: found.place(reading.at))


def _takes_part(found: Index, mentions: Iterable[str | None], asked: str | None) -> bool:
    return asked is None or any(_is_asked_for(found.actor(mention), asked) for mention in mentions)


def _gaps(found: Index, actor: str | None) -> Iterable[Row]:
    return (Row(None, (gap_line(gap),)) for gap in found.dossier.gaps)


def _is_asked_for(speaker: Actor | None, asked: str | None) -> bool:
    if asked is None:
        return True
    return speaker is not None and any(asked.casefold() in name.casefold() for name in (speaker.name, *speaker.names))


def _happenings(found: Index, actor: str | None) -> Iterable[Row]:
    for each in in_time(found.happenings.values(), found):
        if _is_of(found, each.participants, actor):
            yield Row(each.id, (happening_line(found, each),))


def _days(found: Index, actor: str | None) -> Iterable[Row]:
    return (Row(each.id, (day_line(each),)) for each in found.dossier.days)


def _obligations(found: Index, actor: str | None) -> Iterable[Row]:
    for each in sorted(found.obligations.values(), key=lambda each: found.place(each.label)):
        if _is_of(found, (each.debtor, each.creditor), actor):
            yield Row(each.id, obligation_lines(found, each))


def _measures(found: Index, actor: str | None) -> Iterable[Row]:
    for each in sorted(found.measures.values(), key=lambda each: (-len(each.figures), found.place(each.label))):
        if _is_of(found, [claim.claimant for claim in each.claims], actor):
            yield Row(each.id, measure_lines(found, each))


def _readouts(found: Index, actor: str | None) -> Iterable[Row]:
    for each in sorted(found.readouts.values(), key=lambda each: [found.numbers[doc] for doc in each.documents]):
        if _is_of(found, each.sides, actor):
            yield Row(each.id, readouts_lines(found, each))


def _discrepancies(found: Index, actor: str | None) -> Iterable[Row]:
    for each in gravest_first(found.discrepancies.values(), found):
        if _is_of(found, [side.speaker for side in each.sides], actor):
            yield Row(each.id, discrepancy_lines(found, each))


def _topics(found: Index, actor: str | None) -> Iterable[Row]:
    topics = sorted(found.topics.values(), key=lambda each: min(found.numbers[doc] for doc in each.documents))
    return (Row(each.id, topic_lines(found, each, number)) for number, each in enumerate(topics, 1))


def _judgements(found: Index, actor: str | None) -> Iterable[Row]:
    return (Row(None, judgement_lines(found, each)) for each in found.dossier.judgements)


def _is_of(found: Index, actors: Iterable[str | None], asked: str | None) -> bool:
    return asked is None or any(each is not None and _is_asked_for(found.actors[each], asked) for each in actors)


LISTINGS: Mapping[Kind, Callable[[Index, str | None], Iterable[Row]]] = {
    "accounts": _accounts,
    "actors": _actors,
    "attributions": _attributions,
    "utterances": _utterances,
    "events": _events,
    "figures": _figures,
    "commitments": _commitments,
    "times": _times,
    "happenings": _happenings,
    "days": _days,
    "obligations": _obligations,
    "measures": _measures,
    "readouts": _readouts,
    "discrepancies": _discrepancies,
    "topics": _topics,
    "judgements": _judgements,
    "documents": _documents,
    "gaps": _gaps,
}


def section(listed: tuple[Row, ...], limit: int, what: str) -> Section:
    """The first ``limit`` rows, all where it is 0, and how many more there are of ``what``."""
    shown = listed[:limit] if limit else listed
    lines = [line for row in shown for line in row.lines]
    more = len(listed) - len(shown)
    return Section("", (*lines, *([note(f"... and {more:,} more {what}: --limit 0 shows all")] if more else [])))
