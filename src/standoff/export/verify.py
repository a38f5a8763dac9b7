"""Checks a facts file by itself, wherever it has been: texts by their hashes, places by the ids that digest them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from standoff.core.digest import text_hash
from standoff.core.integrity import place_fault
from standoff.core.records import Attribution, Document, Mention
from standoff.core.span import Span
from standoff.export.records import (
    ActorFact,
    AnyFact,
    AttributionFact,
    DocumentFact,
    LineageFact,
    MentionFact,
    Place,
    UtteranceFact,
)

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
            case MentionFact() | AttributionFact() if not bad:
                yield from _identity_problems(fact)


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


def _identity_problems(fact: MentionFact | AttributionFact) -> Iterator[str]:
    if isinstance(fact, AttributionFact) and not fact.content:
        yield f"attribution {fact.id}: it has no content"
        return
    made = _reading(fact)
    if made != fact.id:
        kind = "mention" if isinstance(fact, MentionFact) else "attribution"
        yield f"{kind} {fact.id}: its id is not that of its place, {made}"


def _reading(fact: MentionFact | AttributionFact) -> str:
    if isinstance(fact, MentionFact):
        return Mention(at=Span(fact.doc, *fact.at), type=fact.type, form=fact.form, why=fact.why).id
    return Attribution(
        source=None,
        cue=Span(fact.doc, *fact.cue) if fact.cue is not None else None,
        content=tuple(Span(fact.doc, *piece) for piece in fact.content),
        mode=fact.mode,
        act=fact.act,
        why=fact.why,
    ).id


def _places(fact: AnyFact, doc_of: Mapping[str, str]) -> Iterator[tuple[str | None, Place | None]]:
    match fact:
        case DocumentFact():
            yield from ((fact.id, place) for place in (*fact.furniture, *fact.captions))
        case MentionFact():
            yield from ((fact.doc, place) for place in (fact.at, fact.name, fact.role))
        case AttributionFact():
            yield from ((fact.doc, place) for place in (fact.source, fact.cue, *fact.content))
        case ActorFact():
            yield from ((role.at.doc, role.at.at) for role in fact.roles)
        case LineageFact():
            yield from (pair for passage in fact.passages for pair in zip(fact.documents, passage, strict=True))
        case UtteranceFact():
            yield from ((doc_of.get(fact.fullest), difference.fullest) for difference in fact.differences)
            yield from ((doc_of.get(part.attribution), part.here) for part in fact.differences)
