"""Which of two related documents was made from the other, where credits and dates tell. Nothing is guessed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from standoff.core.findings import Lineage
from standoff.core.records import Document, Study, Why
from standoff.core.span import Span
from standoff.resolve.lineage.credits import credits_of

FINDER = "direction"
WHOLE = frozenset({"copy", "rewrite", "excerpt"})
NEAR = 300
"""Characters between a credit and a passage that it is taken to stand for."""
CREDITED, EARLIER, BOTH = 0.9, 0.6, 0.95
"""By judgement: a credit is the document's own word; that a text was published first leaves room for a third."""

Told = tuple[str, str]
"""The origin, and in words for a reader why."""


def directed(
    lineages: Sequence[Lineage], documents: Sequence[Document], studies: Sequence[Study]
) -> tuple[Lineage, ...]:
    """The lineages with their origin where it can be told, in the order given.

    A credit tells it: the other's outlet named as source near what they share, or its address. So does the date, for
    copies, rewrites and excerpts, of the one published before all others that the second came from. No direction
    where the two credit each other, where credit and date disagree, or where a document's date cannot be, since
    things that happened stand in it on a later day.
    """
    read = {document.id: document for document in documents}
    lying = {study.doc for study in studies if _outdated(read[study.doc], study)}
    days = {doc: each.published for doc, each in read.items() if each.published is not None and doc not in lying}
    firsts = _earliest(lineages, {doc: when.since for doc, when in days.items() if when.since is not None})
    found = []
    for lineage in lineages:
        left, right = (read[doc] for doc in lineage.documents)
        credit = _credited(lineage, left, right)
        earlier = _published_first(lineage, left, right, lying, firsts)
        found.append(_with_origin(lineage, credit, earlier))
    return tuple(found)


def _with_origin(lineage: Lineage, credit: Sequence[Told], earlier: Told | None) -> Lineage:
    """The lineage with what both kinds of evidence agree on."""
    told = [*credit, *([earlier] if earlier is not None else [])]
    if len({origin for origin, _ in told}) != 1:
        return lineage
    score = BOTH if credit and earlier else CREDITED if credit else EARLIER
    return replace(lineage, origin=told[0][0], direction=Why(FINDER, score, "; ".join(detail for _, detail in told)))


def _credited(lineage: Lineage, left: Document, right: Document) -> list[Told]:
    """For each of the two that credits the other: the other, and how."""
    found = []
    for document, other, side in ((left, right, 0), (right, left, 1)):
        spans = [passage[side] for passage in lineage.passages]
        credits = credits_of(document, other)
        close = (each for each in credits if each.whole or lineage.relation in WHOLE or _near(each.at, spans))
        first = next(close, None)
        if first is not None:
            found.append((other.id, first.detail))
    return found


def _near(at: int, spans: Sequence[Span]) -> bool:
    return any(span.start - NEAR <= at <= span.end + NEAR for span in spans)


def _published_first(
    lineage: Lineage, left: Document, right: Document, lying: set[str], firsts: Mapping[str, date]
) -> Told | None:
    """The one that was published first, if it was before all that the other shares its text with."""
    if lineage.relation not in WHOLE or {left.id, right.id} & lying:
        return None
    for first, second in ((left, right), (right, left)):
        since, until = _since(first), None if first.published is None else first.published.until
        begin = _since(second)
        if since is not None and until is not None and begin is not None and until <= begin:
            return (first.id, "it was published earlier") if since == firsts.get(second.id) else None
    return None


def _since(document: Document) -> date | None:
    return None if document.published is None else document.published.since


def _earliest(lineages: Sequence[Lineage], since: Mapping[str, date]) -> dict[str, date]:
    """By document, the first day on which one that shares its text was published."""
    found: dict[str, list[date]] = defaultdict(list)
    for lineage in lineages:
        if lineage.relation in WHOLE:
            for doc, other in (lineage.documents, lineage.documents[::-1]):
                if other in since:
                    found[doc].append(since[other])
    return {doc: min(days) for doc, days in found.items()}


def _outdated(document: Document, study: Study) -> bool:
    """Whether a day that the text itself gives to something that occurred comes after its date."""
    until = None if document.published is None else document.published.until
    return until is not None and any(
        event.factuality == "occurred"
        and event.when_basis == "explicit"
        and event.when is not None
        and event.when.since is not None
        and event.when.since >= until
        for event in study.events
    )
