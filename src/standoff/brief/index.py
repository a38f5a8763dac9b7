"""A dossier's records by their ids, and the numbers its documents go by in a brief."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from standoff.core.claims import Discrepancy, Measure, Readouts
from standoff.core.course import Day, Happening, Obligation
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Lineage, Topic
from standoff.core.records import Attribution, Commitment, Document, Event, Figure, Mention, TimeExpression
from standoff.core.settle import settled_dossier
from standoff.core.span import Span

DIGITS = re.compile(r"([0-9]+)")


@dataclass(frozen=True)
class Index:
    """Look-ups into one dossier. Nothing in it that the dossier does not say."""

    dossier: Dossier
    documents: Mapping[str, Document]
    numbers: Mapping[str, int]
    mentions: Mapping[str, Mention]
    times: Mapping[str, TimeExpression]
    attributions: Mapping[str, Attribution]
    events: Mapping[str, Event]
    figures: Mapping[str, Figure]
    commitments: Mapping[str, Commitment]
    actors: Mapping[str, Actor]
    actor_of: Mapping[str, str]
    account_of: Mapping[str, Account]
    ties: Mapping[str, Sequence[Lineage]]
    """By document, its lineages with documents numbered before it."""
    topics: Mapping[str, Topic]
    happenings: Mapping[str, Happening]
    days: Mapping[str, Day]
    measures: Mapping[str, Measure]
    obligations: Mapping[str, Obligation]
    readouts: Mapping[str, Readouts]
    discrepancies: Mapping[str, Discrepancy]

    def words(self, span: Span) -> str:
        """The words at a span, read back from its document."""
        return self.documents[span.doc].quote(span)

    def place(self, span: Span) -> tuple[int, int, int]:
        """Where a span stands in the whole dossier, for sorting."""
        return self.numbers[span.doc], span.start, span.end

    def speaker(self, attribution: Attribution) -> Actor | None:
        """The actor who speaks; ``None``: the text does not say."""
        return self.actor(attribution.speaker)

    def actor(self, mention: str | None) -> Actor | None:
        """The actor of a mention, through the mentions that stand for another."""
        seen = set[str]()
        while mention is not None and mention not in seen:
            if mention in self.actor_of:
                return self.actors[self.actor_of[mention]]
            seen.add(mention)
            known = self.mentions.get(mention)
            mention = known.refers if known is not None else None
        return None

    def called(self, actor: str | None) -> str | None:
        """The name of an actor, by its id."""
        return None if actor is None else self.actors[actor].name

    def name(self, mention: str) -> str:
        """The name of a mention's actor; the mention's own words where it is of none."""
        actor = self.actor(mention)
        return self.words(self.mentions[mention].at) if actor is None else actor.name


def index(dossier: Dossier) -> Index:
    """The dossier's look-ups; documents are numbered from 1 in the order of their paths.

    Dates are those that all documents together settle.
    """
    dossier = settled_dossier(dossier)
    documents = sorted(dossier.documents, key=lambda document: (natural(document.path), document.id))
    numbers = {document.id: number for number, document in enumerate(documents, 1)}
    studies = dossier.studies
    return Index(
        dossier=dossier,
        documents={document.id: document for document in documents},
        numbers=numbers,
        mentions={mention.id: mention for study in studies for mention in study.mentions},
        times={time.id: time for study in studies for time in study.times},
        attributions={attribution.id: attribution for study in studies for attribution in study.attributions},
        events={event.id: event for study in studies for event in study.events},
        figures={figure.id: figure for study in studies for figure in study.figures},
        commitments={commitment.id: commitment for study in studies for commitment in study.commitments},
        actors={actor.id: actor for actor in dossier.actors},
        actor_of={mention: actor.id for actor in dossier.actors for mention in actor.mentions},
        account_of={document: account for account in dossier.accounts for document in account.documents},
        ties=_ties(dossier.lineages, numbers),
        topics={topic.id: topic for topic in dossier.topics},
        happenings={happening.id: happening for happening in dossier.happenings},
        days={day.id: day for day in dossier.days},
        measures={measure.id: measure for measure in dossier.measures},
        obligations={obligation.id: obligation for obligation in dossier.obligations},
        readouts={readouts.id: readouts for readouts in dossier.readouts},
        discrepancies={discrepancy.id: discrepancy for discrepancy in dossier.discrepancies},
    )


def _ties(lineages: Iterable[Lineage], numbers: Mapping[str, int]) -> Mapping[str, Sequence[Lineage]]:
    ties: dict[str, list[Lineage]] = defaultdict(list)
    for lineage in lineages:
        ties[max(lineage.documents, key=lambda doc: numbers[doc])].append(lineage)
    return ties


def natural(path: str) -> tuple[tuple[int, str], ...]:
    """A sorting key under which ``page#10`` comes after ``page#9``."""
    return tuple(
        (len(part.lstrip("0")), part.lstrip("0")) if part.isdigit() and part.isascii() else (-1, part)
        for part in DIGITS.split(path)
    )
