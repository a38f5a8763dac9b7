"""The first law's pieces: what is wrong with one span, identity, citation or score. The checks are built of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from standoff.core.dossier import Dossier
from standoff.core.findings import Independent
from standoff.core.records import Attribution, Commitment, Event, Figure, Mention, TimeExpression, Why
from standoff.core.span import Span

Reading = Mention | TimeExpression | Attribution | Event | Figure | Commitment
Cited = str | Reading
"""What a fault is told of: a reading, whose id is taken only then, or how it is called."""


@dataclass(frozen=True)
class Ids:
    """The ids of what is there, so that each is taken once."""

    documents: Set[str]
    mentions: Set[str]
    attributions: Set[str]
    events: Set[str]
    figures: Set[str]
    commitments: Set[str]
    readings: Set[str]
    """Those of all kinds."""
    accounts: Set[str]
    actors: Set[str]
    happenings: Set[str] = frozenset()
    findings: Set[str] = frozenset()
    """Those of every kind that a discrepancy may be about."""

    def with_findings(self, dossier: Dossier) -> Ids:
        """These, with the ids of what goes on."""
        happenings = {each.id for each in dossier.happenings}
        findings = {*self.actors, *self.accounts, *happenings}
        findings.update(day.id for day in dossier.days)
        findings.update(measure.id for measure in dossier.measures)
        findings.update(obligation.id for obligation in dossier.obligations)
        findings.update(utterance.id for utterance in dossier.utterances)
        findings.update(readouts.id for readouts in dossier.readouts)
        findings.update(topic.id for topic in dossier.topics)
        return replace(self, happenings=happenings, findings=findings)


def ids_of(dossier: Dossier) -> Ids:
    """The ids of the documents, readings, accounts and actors of a dossier."""
    studies = dossier.studies
    mentions = {each.id for study in studies for each in study.mentions}
    attributions = {each.id for study in studies for each in study.attributions if each.content}
    events = {each.id for study in studies for each in study.events}
    figures = {each.id for study in studies for each in study.figures}
    commitments = {each.id for study in studies for each in study.commitments}
    times = {each.id for study in studies for each in study.times}
    return Ids(
        documents={document.id for document in dossier.documents},
        mentions=mentions,
        attributions=attributions,
        events=events,
        figures=figures,
        commitments=commitments,
        readings=mentions | attributions | events | figures | commitments | times,
        accounts={account.id for account in dossier.accounts},
        actors={actor.id for actor in dossier.actors},
    )


def place_fault(text: str, start: int, end: int) -> str | None:
    """What keeps these code points from reading back words of the text; ``None`` where nothing does."""
    if not 0 <= start < end <= len(text):
        return f"[{start}, {end}) is no span of the document's {len(text)} characters"
    return f"[{start}, {end}) reads nothing but space" if text[start:end].isspace() else None


def span_faults(texts: Mapping[str, str], spans: Iterable[tuple[Cited, Span | None]]) -> Iterator[str]:
    """Spans that do not read back words. ``texts``: the text of each document."""
    for what, span in spans:
        if span is None:
            continue
        if span.doc not in texts:
            yield f"{label(what)} points into document {span.doc}, which is not there"
            continue
        fault = place_fault(texts[span.doc], span.start, span.end)
        if fault is not None:
            yield f"{label(what)}: {fault}"


def twice(what: str, ids: Iterable[str]) -> Iterator[str]:
    """Ids that stand more than once."""
    yield from (f"{count} {what} {key}" for key, count in sorted(Counter(ids).items()) if count > 1)


def unknown(kind: str, known: Set[str], cited: Iterable[tuple[Cited, str | None]]) -> Iterator[str]:
    """Ids cited that are not known."""
    for what, key in cited:
        if key is not None and key not in known:
            yield f"{label(what)} cites {kind} {key}, which is not there"


def score_faults(scored: Iterable[tuple[Cited, Why]]) -> Iterator[str]:
    """A score that is not a number fails too: it lies in no interval."""
    for what, why in scored:
        if not 0 <= why.score <= 1:
            yield f"{label(what)}: the score {why.score} is not from 0 to 1"


def bounds_faults(what: str, independent: Independent, most: int) -> Iterator[str]:
    """Bounds of a number of accounts that are none, or more than there can be."""
    if not 1 <= independent.lower <= independent.upper <= most:
        yield f"{what}: {independent.lower} to {independent.upper} independent accounts, of {most}"


def label(what: Cited) -> str:
    """How a fault calls what it is told of."""
    match what:
        case str():
            return what
        case TimeExpression():
            return f"time {what.id}"
        case Mention() | Attribution() | Event() | Figure() | Commitment():
            return f"{type(what).__name__.lower()} {what.id}"
