"""The first law, checked: every span reads back words of its document, and every record cited is there.

Rooms that let records in or out ask here, so that a fault is named where it is made and not where it is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite

from standoff.core.dossier import Dossier
from standoff.core.faults import Cited, Reading, label, place_fault, score_faults, span_faults, twice, unknown
from standoff.core.finding_faults import finding_faults
from standoff.core.records import Attribution, Commitment, Document, Event, Figure, Mention, Study, TimeExpression
from standoff.core.span import Span


def document_faults(document: Document) -> Iterator[str]:
    """What is wrong with a document's marked spans: out of order, past its end, blank. Nothing where all is well."""
    for name, marked in (("furniture", document.furniture), ("caption", document.captions)):
        last = 0
        for start, end in marked:
            fault = place_fault(document.text, start, end)
            if fault is not None:
                yield f"{document.path}: {name} {fault}"
            elif start < last:
                yield f"{document.path}: {name} [{start}, {end}) is out of order or overlaps the one before"
            last = end


def study_faults(document: Document, study: Study) -> Iterator[str]:
    """What is wrong with one document's readings: their spans, their identities, the readings they cite."""
    doc = document.id
    if study.doc != doc:
        yield f"{document.path}: the study is of document {study.doc}, not of {doc}"
    bare = [f"an attribution without content, cue {a.cue}" for a in study.attributions if not a.content]
    kinds = _kinds(study)
    ids = {kind: [reading.id for reading in found] for kind, found in kinds.items()}
    readings = [reading for found in kinds.values() for reading in found]
    faults = [
        *bare,
        *span_faults({doc: document.text}, ((reading, span) for reading in readings for span in _spans(reading))),
        *(fault for kind, found in ids.items() for fault in twice(f"{kind} stand at the place of", found)),
        *_citation_faults(ids, readings),
        *(fault for reading in readings for fault in _value_faults(reading)),
        *score_faults((reading, reading.why) for reading in readings),
    ]
    yield from (f"{document.path}: {fault}" for fault in faults)


def dossier_faults(dossier: Dossier) -> Iterator[str]:
    """What is wrong with a dossier: its documents and studies, and the findings drawn from them."""
    documents = {document.id: document for document in dossier.documents}
    for document in dossier.documents:
        yield from document_faults(document)
    for study in dossier.studies:
        if study.doc in documents:
            yield from study_faults(documents[study.doc], study)
    yield from twice("documents are", [document.id for document in dossier.documents])
    yield from twice("studies are of document", [study.doc for study in dossier.studies])
    yield from unknown("document", set(documents), (("a study", study.doc) for study in dossier.studies))
    yield from finding_faults(dossier, {doc: document.text for doc, document in documents.items()})


def _kinds(study: Study) -> Mapping[str, Sequence[Reading]]:
    """The readings of each kind. An attribution without content has no place, and is left out."""
    return {
        "mentions": study.mentions,
        "times": study.times,
        "attributions": [attribution for attribution in study.attributions if attribution.content],
        "events": study.events,
        "figures": study.figures,
        "commitments": study.commitments,
    }


def _spans(reading: Reading) -> tuple[Span | None, ...]:
    match reading:
        case Mention():
            return reading.at, reading.name, reading.role
        case TimeExpression():
            return reading.at, reading.reckoned_from
        case Attribution():
            return reading.source, reading.cue, *reading.content
        case Event():
            return (reading.at,)
        case Figure():
            return reading.at, reading.what
        case Commitment():
            return reading.at, reading.antecedent, reading.consequent


def _citation_faults(ids: Mapping[str, Sequence[str]], readings: Sequence[Reading]) -> Iterator[str]:
    mentions, attributions, times = (set(ids[kind]) for kind in ("mentions", "attributions", "times"))
    for reading in readings:
        cited_mentions, cited_attributions, cited_time = _cited(reading)
        yield from unknown("mention", mentions, ((reading, key) for key in cited_mentions))
        yield from unknown("attribution", attributions, ((reading, key) for key in cited_attributions))
        yield from unknown("time", times, [(reading, cited_time)])


def _cited(reading: Reading) -> tuple[tuple[str | None, ...], tuple[str | None, ...], str | None]:
    """The mentions, the attributions and the time expression that a reading cites."""
    match reading:
        case Mention():
            return (reading.refers,), (), None
        case TimeExpression():
            return (), (), None
        case Attribution():
            return (reading.speaker,), (reading.within,), None
        case Event():
            mentions = (*reading.agents, *reading.targets, *reading.participants, reading.place)
            return mentions, (reading.carried_by,), reading.time
        case Figure():
            return (reading.where, reading.claimant), (reading.carried_by,), reading.time
        case Commitment():
            return (reading.debtor, reading.creditor), reading.relay, reading.time


def _value_faults(reading: Reading) -> Iterator[str]:
    """What is wrong with a reading taken alone."""
    match reading:
        case Mention():
            yield from _mention_faults(reading)
        case TimeExpression():
            yield from _basis_faults(reading, reading.when, reading.basis)
        case Attribution():
            yield from _content_faults(reading)
        case Event():
            yield from _event_faults(reading)
        case Figure():
            yield from _figure_faults(reading)
        case Commitment() if reading.antecedent is None and reading.consequent is None:
            yield f"{label(reading)}: it has neither antecedent nor consequent"


def _mention_faults(mention: Mention) -> Iterator[str]:
    for name, inner in (("name", mention.name), ("role", mention.role)):
        if inner is not None and not mention.at.contains(inner):
            yield f"{label(mention)}: its {name} does not lie inside it"


def _content_faults(said: Attribution) -> Iterator[str]:
    if any(right.start < left.end for left, right in zip(said.content, said.content[1:], strict=False)):
        yield f"{label(said)}: the pieces of its content are out of order or overlap"


def _event_faults(event: Event) -> Iterator[str]:
    yield from _basis_faults(event, event.when, event.when_basis)
    parts = Counter((*event.agents, *event.targets, *event.participants))
    yield from (f"{label(event)}: mention {key} takes part twice" for key, times in parts.items() if times > 1)


def _figure_faults(figure: Figure) -> Iterator[str]:
    yield from _basis_faults(figure, figure.as_of, figure.as_of_basis)
    low, high = figure.low, figure.high
    if any(end is not None and not isfinite(end) for end in (low, high)):
        yield f"{label(figure)}: an end that is no number, in [{low}, {high}]"
    elif low is not None and high is not None and low > high:
        yield f"{label(figure)}: its low end {low} is above its high end {high}"


def _basis_faults(what: Cited, when: object, basis: object) -> Iterator[str]:
    """The fifth law: what a date rests on is recorded, and nothing rests on a date that is not there."""
    if (when is None) != (basis is None):
        yield f"{label(what)}: a date without its basis" if basis is None else f"{label(what)}: a basis without a date"
