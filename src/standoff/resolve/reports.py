"""Everything the reports say, with the look-ups that findings across documents need; dates as all documents settle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Lineage, Topic, Utterance
from standoff.core.records import Attribution, Commitment, Document, Event, Figure, Mention, Study, TimeExpression
from standoff.core.settle import settled_dossier
from standoff.core.span import Span
from standoff.resolve.places import Shared, places_heard
from standoff.resolve.rulings import Rulings, rulings_of


@dataclass(frozen=True)
class Reports:
    """Documents and readings by their ids, and what was found of them so far."""

    documents: Mapping[str, Document]
    studies: Sequence[Study]
    accounts: Sequence[Account]
    lineages: Sequence[Lineage]
    topics: Sequence[Topic]
    actors: Mapping[str, Actor]
    mentions: Mapping[str, Mention]
    times: Mapping[str, TimeExpression]
    attributions: Mapping[str, Attribution]
    events: Mapping[str, Event]
    figures: Mapping[str, Figure]
    commitments: Mapping[str, Commitment]
    actor_of: Mapping[str, str]
    """By mention, the id of its actor; a mention that stands for another has that one's."""
    account_of: Mapping[str, str]
    """By document, the id of its account."""
    topic_of: Mapping[str, str]
    """By document, the id of its topic."""
    rulings: Rulings
    """What people decided about the readings; the rules honour it."""
    utterances: Sequence[Utterance] = ()

    @cached_property
    def heard(self) -> Shared:
        """By document, where an utterance is reported, numbered by the utterance: those places tell one thing."""
        return places_heard(self.utterances, self.attributions)

    def words(self, span: Span) -> str:
        """The words at a span, read back from its document."""
        return self.documents[span.doc].quote(span)

    def actor(self, mention: str | None) -> Actor | None:
        """The actor of a mention; ``None`` where it is of none."""
        found = None if mention is None else self.actor_of.get(mention)
        return None if found is None else self.actors[found]

    def speaker(self, attribution: str | None) -> Actor | None:
        """The actor who speaks in an attribution; ``None`` where there is none or its text names nobody."""
        return None if attribution is None else self.actor(self.attributions[attribution].speaker)


def reports_of(dossier: Dossier) -> Reports:
    """The look-ups of a dossier whose findings may still be few; its dates as its datings settle them."""
    settled = settled_dossier(dossier)
    studies = settled.studies
    return Reports(
        documents={document.id: document for document in settled.documents},
        studies=studies,
        accounts=settled.accounts,
        lineages=settled.lineages,
        topics=settled.topics,
        actors={actor.id: actor for actor in settled.actors},
        mentions={mention.id: mention for study in studies for mention in study.mentions},
        times={time.id: time for study in studies for time in study.times},
        attributions={attribution.id: attribution for study in studies for attribution in study.attributions},
        events={event.id: event for study in studies for event in study.events},
        figures={figure.id: figure for study in studies for figure in study.figures},
        commitments={commitment.id: commitment for study in studies for commitment in study.commitments},
        actor_of={mention: actor.id for actor in settled.actors for mention in actor.mentions},
        account_of={doc: key for account in settled.accounts for key in (account.id,) for doc in account.documents},
        topic_of={doc: key for topic in settled.topics for key in (topic.id,) for doc in topic.documents},
        rulings=rulings_of(dossier.judgements),
        utterances=settled.utterances,
    )


def accounts_at(reports: Reports, places: Iterable[Span]) -> tuple[str, ...]:
    """The ids of the accounts that hold these places, sorted."""
    return tuple(sorted({reports.account_of[place.doc] for place in places}))
