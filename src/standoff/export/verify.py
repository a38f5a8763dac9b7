"""Checks a facts file by itself, wherever it has been: texts by their hashes, places by the ids that digest them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from standoff.core.digest import digest, text_hash
from standoff.core.faults import place_fault
from standoff.core.records import Attribution, Document
from standoff.core.span import Span
from standoff.export.finding_records import (
    AccountFact,
    ActorFact,
    AnyFact,
    DayFact,
    DiscrepancyFact,
    HappeningFact,
    LineageFact,
    MeasureFact,
    ObligationFact,
    ReadoutsFact,
    Site,
    TopicFact,
    UtteranceFact,
)
from standoff.export.records import (
    AttributionFact,
    CommitmentFact,
    DocumentFact,
    EventFact,
    FigureFact,
    MentionFact,
    Place,
    TimeFact,
)

PlacedFact = MentionFact | TimeFact | EventFact | FigureFact | CommitmentFact
"""A reading whose identity is its kind and one place."""

DECODER: msgspec.json.Decoder[AnyFact] = msgspec.json.Decoder(AnyFact)


def verify(lines: Iterable[bytes]) -> tuple[str, ...]:
    """What does not hold in the lines of a facts file; nothing where every span reads back what it was made from.

    A document's id digests its text and a reading's id its document and place, so a changed text or a moved place
    shows. Kinds of lines that this version does not know are problems too.
    """
    found: list[AnyFact] = []
    problems: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found.append(DECODER.decode(line))
        except msgspec.MsgspecError as error:
            problems.append(f"line {number}: {error}")
    return (*problems, *_problems(found))


def _problems(found: list[AnyFact]) -> Iterator[str]:
    texts = {fact.id: fact.text for fact in found if isinstance(fact, DocumentFact)}
    doc_of = {fact.id: fact.doc for fact in found if isinstance(fact, AttributionFact)}
    for fact in found:
        bad = [fault for doc, place in _places(fact, doc_of) if (fault := _place_fault(texts, doc, place)) is not None]
        yield from (f"{type(fact).__struct_config__.tag} {getattr(fact, 'id', '')}: {fault}" for fault in bad)
        match fact:
            case DocumentFact():
                yield from _document_problems(fact)
            case AttributionFact() | MentionFact() | TimeFact() | EventFact() | FigureFact() | CommitmentFact() if (
                not bad
            ):
                yield from _identity_problems(fact)
            case HappeningFact() | MeasureFact() | ObligationFact() if not bad:
                yield from _label_problems(fact, texts)
        yield from _holding_problems(fact)


def _place_fault(texts: Mapping[str, str], doc: str | None, place: Place | None) -> str | None:
    if place is None:
        return None
    if doc is None or doc not in texts:
        return f"{list(place)} is in no document, {doc!r}"
    return place_fault(texts[doc], *place)


def _document_problems(fact: DocumentFact) -> Iterator[str]:
    if text_hash(fact.text) != fact.text_sha256:
        yield f"document {fact.id}: its text is not the one its hash was taken of"
    made = Document(path=fact.path, text=fact.text, given_id=fact.given_id, url=fact.url, outlet=fact.outlet)
    if made.id != fact.id:
        yield f"document {fact.id}: its id is not that of its text and origin, {made.id}"


def _identity_problems(fact: AttributionFact | PlacedFact) -> Iterator[str]:
    kind = fact.__struct_config__.tag
    if isinstance(fact, AttributionFact) and not fact.content:
        yield f"attribution {fact.id}: it has no content"
        return
    made = (
        _attribution_id(fact) if isinstance(fact, AttributionFact) else digest(str(kind), fact.doc, *map(str, fact.at))
    )
    if made != fact.id:
        yield f"{kind} {fact.id}: its id is not that of its place, {made}"


def _attribution_id(fact: AttributionFact) -> str:
    return Attribution(
        source=None,
        cue=Span(fact.doc, *fact.cue) if fact.cue is not None else None,
        content=tuple(Span(fact.doc, *piece) for piece in fact.content),
        mode=fact.mode,
        act=fact.act,
        why=fact.why,
    ).id


def _label_problems(fact: HappeningFact | MeasureFact | ObligationFact, texts: Mapping[str, str]) -> Iterator[str]:
    start, end = fact.label_at.at
    if fact.label != texts[fact.label_at.doc][start:end]:
        yield f"{fact.__struct_config__.tag} {fact.id}: its label is not the words at its place"


def _holding_problems(fact: AnyFact) -> Iterator[str]:
    """The id of a finding digests what it holds, or the places of its sides; that of an actor is as it was given."""
    parts = _held(fact)
    if parts is not None and (made := digest(str(fact.__struct_config__.tag), *parts)) != getattr(fact, "id", made):
        yield f"{fact.__struct_config__.tag} {getattr(fact, 'id', '')}: its id is not that of what it holds, {made}"


def _held(fact: AnyFact) -> tuple[str, ...] | None:
    parts: tuple[str, ...] | None = None
    match fact:
        case AccountFact() | TopicFact():
            parts = fact.documents
        case UtteranceFact():
            parts = fact.attributions
        case HappeningFact():
            parts = fact.events
        case DayFact():
            parts = (str(fact.when.since),)
        case MeasureFact():
            parts = fact.figures
        case ObligationFact():
            parts = fact.commitments
        case ReadoutsFact():
            parts = fact.happening, *fact.documents
        case DiscrepancyFact():
            parts = fact.check, *(f"{side.doc}:{side.at[0]}-{side.at[1]}" for side in fact.sides)
    return parts


def _places(fact: AnyFact, doc_of: Mapping[str, str]) -> Iterator[tuple[str | None, Place | None]]:
    match fact:
        case DocumentFact():
            yield from ((fact.id, place) for place in (*fact.furniture, *fact.captions))
        case AttributionFact() | MentionFact() | TimeFact() | EventFact() | FigureFact() | CommitmentFact():
            yield from ((fact.doc, place) for place in _reading_places(fact))
        case ActorFact():
            yield from ((role.at.doc, role.at.at) for role in fact.roles)
        case LineageFact():
            yield from (pair for passage in fact.passages for pair in zip(fact.documents, passage, strict=True))
        case UtteranceFact():
            yield from ((doc_of.get(fact.fullest), difference.fullest) for difference in fact.differences)
            yield from ((doc_of.get(part.attribution), part.here) for part in fact.differences)
            yield from ((site.doc, site.at) for site in (fact.original_at,) if site is not None)
        case DiscrepancyFact():
            yield from ((side.doc, side.at) for side in fact.sides)
        case HappeningFact() | DayFact() | MeasureFact() | ObligationFact() | ReadoutsFact():
            yield from ((site.doc, site.at) for site in _sites(fact) if site is not None)


def _sites(fact: HappeningFact | DayFact | MeasureFact | ObligationFact | ReadoutsFact) -> tuple[Site | None, ...]:
    match fact:
        case HappeningFact() | MeasureFact():
            return (fact.label_at,)
        case DayFact():
            return fact.sentences
        case ObligationFact():
            return fact.label_at, fact.antecedent_at, fact.consequent_at, *(move.at for move in fact.moves)
        case ReadoutsFact():
            return tuple(site for point in fact.points for site in (point.left, point.right))


def _reading_places(fact: AttributionFact | PlacedFact) -> tuple[Place | None, ...]:
    match fact:
        case MentionFact():
            return fact.at, fact.name, fact.role
        case TimeFact():
            return fact.at, fact.reckoned_from
        case AttributionFact():
            return fact.source, fact.cue, *fact.content
        case EventFact():
            return (fact.at,)
        case FigureFact():
            return fact.at, fact.what_at
        case CommitmentFact():
            return fact.at, fact.antecedent, fact.consequent
