"""Every kind of record that can be asked for, by its name: the list of what the API and notebooks answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import msgspec

from standoff.store.asking.accounts import AccountsAsked, ListedAccount, WholeAccount, list_accounts, whole_account
from standoff.store.asking.actors import ActorsAsked, ListedActor, WholeActor, list_actors, whole_actor
from standoff.store.asking.attributions import (
    AttributionsAsked,
    ListedAttribution,
    list_attributions,
    whole_attribution,
)
from standoff.store.asking.commitments import CommitmentsAsked, ListedCommitment, list_commitments, whole_commitment
from standoff.store.asking.days import DaysAsked, ListedDay, list_days
from standoff.store.asking.discrepancies import (
    DiscrepanciesAsked,
    ListedDiscrepancy,
    WholeDiscrepancy,
    list_discrepancies,
    whole_discrepancy,
)
from standoff.store.asking.documents import (
    DocumentsAsked,
    ListedDocument,
    WholeDocument,
    list_documents,
    whole_document,
)
from standoff.store.asking.events import EventsAsked, ListedEvent, list_events, whole_event
from standoff.store.asking.figures import FiguresAsked, ListedFigure, list_figures, whole_figure
from standoff.store.asking.gaps import GapsAsked, ListedGap, list_gaps
from standoff.store.asking.happening import WholeHappening, whole_happening
from standoff.store.asking.happenings import HappeningsAsked, ListedHappening, list_happenings
from standoff.store.asking.judgements import JudgementsAsked, ListedJudgement, list_judgements
from standoff.store.asking.lineages import LineagesAsked, ListedLineage, list_lineages
from standoff.store.asking.listed import Listed, Page
from standoff.store.asking.measure import WholeMeasure, whole_measure
from standoff.store.asking.measures import ListedMeasure, MeasuresAsked, list_measures
from standoff.store.asking.obligations import ListedObligation, WholeObligation, list_obligations, whole_obligation
from standoff.store.asking.readouts import ListedReadouts, ReadoutsAsked, WholeReadouts, list_readouts, whole_readouts
from standoff.store.asking.standing import ObligationsAsked
from standoff.store.asking.topics import ListedTopic, TopicsAsked, WholeTopic, list_topics, whole_topic
from standoff.store.asking.utterances import ListedUtterance, UtterancesAsked, list_utterances
from standoff.store.asking.whole_utterance import WholeUtterance, whole_utterance


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind: what may be asked of it, and what answers."""

    name: str
    one: str
    """What one record is called."""
    asked: type[msgspec.Struct]
    record: type[msgspec.Struct]
    answer: Callable[[sqlite3.Connection, Any, Page], Listed[Any]]
    whole_record: type[msgspec.Struct] | None = None
    whole: Callable[[sqlite3.Connection, str], Any] | None = None
    """One record by its id with all that belongs to it; ``None`` where lists already hold everything."""


KINDS: tuple[Kind, ...] = (
    Kind(
        name="documents",
        one="document",
        asked=DocumentsAsked,
        record=ListedDocument,
        answer=list_documents,
        whole_record=WholeDocument,
        whole=whole_document,
    ),
    Kind(
        name="accounts",
        one="account",
        asked=AccountsAsked,
        record=ListedAccount,
        answer=list_accounts,
        whole_record=WholeAccount,
        whole=whole_account,
    ),
    Kind(
        name="lineages",
        one="lineage",
        asked=LineagesAsked,
        record=ListedLineage,
        answer=list_lineages,
    ),
    Kind(
        name="topics",
        one="topic",
        asked=TopicsAsked,
        record=ListedTopic,
        answer=list_topics,
        whole_record=WholeTopic,
        whole=whole_topic,
    ),
    Kind(
        name="actors",
        one="actor",
        asked=ActorsAsked,
        record=ListedActor,
        answer=list_actors,
        whole_record=WholeActor,
        whole=whole_actor,
    ),
    Kind(
        name="utterances",
        one="utterance",
        asked=UtterancesAsked,
        record=ListedUtterance,
        answer=list_utterances,
        whole_record=WholeUtterance,
        whole=whole_utterance,
    ),
    Kind(
        name="happenings",
        one="happening",
        asked=HappeningsAsked,
        record=ListedHappening,
        answer=list_happenings,
        whole_record=WholeHappening,
        whole=whole_happening,
    ),
    Kind(
        name="days",
        one="day",
        asked=DaysAsked,
        record=ListedDay,
        answer=list_days,
    ),
    Kind(
        name="obligations",
        one="obligation",
        asked=ObligationsAsked,
        record=ListedObligation,
        answer=list_obligations,
        whole_record=WholeObligation,
        whole=whole_obligation,
    ),
    Kind(
        name="measures",
        one="measure",
        asked=MeasuresAsked,
        record=ListedMeasure,
        answer=list_measures,
        whole_record=WholeMeasure,
        whole=whole_measure,
    ),
    Kind(
        name="readouts",
        one="pair of readouts",
        asked=ReadoutsAsked,
        record=ListedReadouts,
        answer=list_readouts,
        whole_record=WholeReadouts,
        whole=whole_readouts,
    ),
    Kind(
        name="discrepancies",
        one="discrepancy",
        asked=DiscrepanciesAsked,
        record=ListedDiscrepancy,
        answer=list_discrepancies,
        whole_record=WholeDiscrepancy,
        whole=whole_discrepancy,
    ),
    Kind(
        name="attributions",
        one="attribution",
        asked=AttributionsAsked,
        record=ListedAttribution,
        answer=list_attributions,
        whole_record=ListedAttribution,
        whole=whole_attribution,
    ),
    Kind(
        name="events",
        one="event",
        asked=EventsAsked,
        record=ListedEvent,
        answer=list_events,
        whole_record=ListedEvent,
        whole=whole_event,
    ),
    Kind(
        name="figures",
        one="figure",
        asked=FiguresAsked,
        record=ListedFigure,
        answer=list_figures,
        whole_record=ListedFigure,
        whole=whole_figure,
    ),
    Kind(
        name="commitments",
        one="commitment",
        asked=CommitmentsAsked,
        record=ListedCommitment,
        answer=list_commitments,
        whole_record=ListedCommitment,
        whole=whole_commitment,
    ),
    Kind(
        name="judgements",
        one="judgement",
        asked=JudgementsAsked,
        record=ListedJudgement,
        answer=list_judgements,
    ),
    Kind(
        name="gaps",
        one="gap",
        asked=GapsAsked,
        record=ListedGap,
        answer=list_gaps,
    ),
)


def kind_named(name: str) -> Kind:
    """The kind of this name. Raises ``ValueError`` that names those there are."""
    found = next((kind for kind in KINDS if kind.name == name), None)
    if found is None:
        raise ValueError(f"there is no kind {name!r}; there are {', '.join(kind.name for kind in KINDS)}")
    return found
