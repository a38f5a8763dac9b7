"""The shape of the lines of a facts file that tell findings. Fields are written in this order; ``kind`` comes first."""

from __future__ import annotations

import msgspec

from standoff.core.findings import Independent
from standoff.core.records import Why
from standoff.core.vocabulary import (
    Agreement,
    Cause,
    Check,
    Effect,
    EventType,
    Factuality,
    FigureStatus,
    Force,
    MentionType,
    Relation,
    Room,
    Severity,
    Status,
    Tense,
    Verdict,
    WhenBasis,
)
from standoff.core.when import When
from standoff.export.records import Fact, Place, ReadingFact


class Site(msgspec.Struct, frozen=True):
    """A place with its document."""

    doc: str
    at: Place


class RoleFact(msgspec.Struct, frozen=True):
    """A title or office, where a text gives it."""

    text: str
    at: Site
    tense: Tense


class MetonymFact(msgspec.Struct, frozen=True):
    """Whom an actor stands for where a text means another by it; several: it stays open which."""

    actors: tuple[str, ...]
    mentions: tuple[str, ...]
    why: Why


class JoinFact(msgspec.Struct, frozen=True):
    """Why two names are one actor."""

    left: str
    right: str
    why: Why


class ActorFact(Fact, frozen=True, kw_only=True, tag="actor"):
    """An actor."""

    id: str
    name: str
    type: MentionType
    named: bool
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    roles: tuple[RoleFact, ...]
    joins: tuple[JoinFact, ...]
    stands_for: tuple[MetonymFact, ...]
    country: str | None
    """ISO 3166-1 alpha-2."""


class AccountFact(Fact, frozen=True, kw_only=True, tag="account"):
    """An account."""

    id: str
    documents: tuple[str, ...]


class LineageFact(Fact, frozen=True, kw_only=True, tag="lineage"):
    """A lineage; each passage is a place in the first document and one in the second."""

    documents: tuple[str, str]
    relation: Relation
    passages: tuple[tuple[Place, Place], ...]
    score: float
    origin: str | None
    """The one that the other was made from, where that is known."""
    direction: Why | None


class TopicFact(Fact, frozen=True, kw_only=True, tag="topic"):
    """Documents about one event."""

    id: str
    documents: tuple[str, ...]
    central: str
    """The document whose title names it."""
    why: Why


class DifferenceFact(msgspec.Struct, frozen=True):
    """Where a wording departs: a place in the fullest wording's document, and one in this attribution's."""

    attribution: str
    fullest: Place | None
    here: Place | None


class UtteranceFact(Fact, frozen=True, kw_only=True, tag="utterance"):
    """An utterance, with the number of independent accounts that carry it."""

    id: str
    speaker: str | None
    attributions: tuple[str, ...]
    fullest: str
    accounts: int
    carried_by: tuple[str, ...]
    """The ids of these accounts."""
    independent: Independent
    earliest: str | None
    original: str | None
    """The attribution in the speaker's own text."""
    original_at: Site | None
    """The sentences of that text, attributed or not."""
    differences: tuple[DifferenceFact, ...]
    why: Why


class DatingFact(Fact, frozen=True, kw_only=True, tag="dating"):
    """When a document was published that does not tell it, by what other documents tell."""

    doc: str
    published: When
    documents: tuple[str, ...]
    """The documents that it rests on."""
    times: tuple[str, ...]
    """The ids of the time expressions in the document that agree with it."""
    why: Why


class GapFact(Fact, frozen=True, kw_only=True, tag="gap"):
    """What could not be read or decided."""

    doc: str | None
    path: str
    room: Room
    reason: str


class StageFact(msgspec.Struct, frozen=True):
    """What a happening was said to be from one event on."""

    factuality: Factuality
    event: str


class HappeningFact(Fact, frozen=True, kw_only=True, tag="happening"):
    """A happening."""

    id: str
    label: str
    """The words of the clearest report."""
    label_at: Site
    type: EventType
    factuality: Factuality
    when: When | None
    when_basis: WhenBasis | None
    participants: tuple[str, ...]
    """The ids of actors."""
    place: str | None
    """The id of a mention."""
    events: tuple[str, ...]
    course: tuple[StageFact, ...]
    documents: int
    accounts: int
    carried_by: tuple[str, ...]
    """The ids of the accounts."""
    independent: Independent
    why: Why


class DayFact(Fact, frozen=True, kw_only=True, tag="day"):
    """A day that matters, with the sentences that tell it best."""

    id: str
    when: When
    sentences: tuple[Site, ...]
    """The best first."""
    documents: tuple[str, ...]
    """The ids of those that name the day."""
    accounts: int
    carried_by: tuple[str, ...]
    independent: Independent
    why: Why


class MoveFact(msgspec.Struct, frozen=True):
    """How an obligation came to a status."""

    status: Status
    rule: str
    at: Site
    happening: str | None
    when: When | None


class ObligationFact(Fact, frozen=True, kw_only=True, tag="obligation"):
    """An obligation with the moves of its status."""

    id: str
    label: str
    label_at: Site
    force: Force
    debtor: str | None
    creditor: str | None
    antecedent_at: Site | None
    consequent_at: Site | None
    deadline: When | None
    status: Status
    moves: tuple[MoveFact, ...]
    commitments: tuple[str, ...]
    accounts: int
    carried_by: tuple[str, ...]
    independent: Independent
    why: Why


class ClaimFact(msgspec.Struct, frozen=True):
    """One value that one claimant gives for one time."""

    claimant: str | None
    low: float | None
    high: float | None
    as_of: When | None
    figures: tuple[str, ...]
    independent: Independent


class MeasureFact(Fact, frozen=True, kw_only=True, tag="measure"):
    """A measure."""

    id: str
    label: str
    label_at: Site
    unit: str | None
    status: FigureStatus
    figures: tuple[str, ...]
    claims: tuple[ClaimFact, ...]
    why: Why


class PointFact(msgspec.Struct, frozen=True):
    """One point of a meeting."""

    agreement: Agreement
    left: Site | None
    right: Site | None


class ReadoutsFact(Fact, frozen=True, kw_only=True, tag="readouts"):
    """Two sides' accounts of one meeting."""

    id: str
    happening: str
    documents: tuple[str, str]
    actors: tuple[str, str]
    points: tuple[PointFact, ...]
    why: Why


class SideFact(msgspec.Struct, frozen=True):
    """What one account says."""

    doc: str
    at: Place
    reading: str | None
    speaker: str | None


class DiscrepancyFact(Fact, frozen=True, kw_only=True, tag="discrepancy"):
    """A discrepancy."""

    id: str
    check: Check
    sentence: str
    sides: tuple[SideFact, ...]
    cause: Cause
    severity: Severity
    about: str | None
    why: Why


class JudgementFact(Fact, frozen=True, kw_only=True, tag="judgement"):
    """A person's decision."""

    subject: str
    verdict: Verdict
    other: str | None
    by: str
    on: str
    note: str | None


class StepFact(msgspec.Struct, frozen=True):
    """What a condition, or what it triggered before, does to one obligation."""

    obligation: str
    effect: Effect
    round: int
    because: str | None
    matched: Site | None
    why: Why


class ScenarioFact(Fact, frozen=True, kw_only=True, tag="scenario", rename={"condition": "if"}):
    """A scenario. The lists hold ids of obligations."""

    condition: str
    triggered: tuple[str, ...]
    """By the condition itself, or what it makes of obligations in the same round."""
    violated: tuple[str, ...]
    chained: tuple[str, ...]
    """Triggered by what the condition triggered."""
    standing: tuple[str, ...]
    happening: str | None
    steps: tuple[StepFact, ...]


FindingFact = (
    ActorFact
    | AccountFact
    | LineageFact
    | TopicFact
    | UtteranceFact
    | DatingFact
    | HappeningFact
    | DayFact
    | MeasureFact
    | ObligationFact
    | ReadoutsFact
    | DiscrepancyFact
    | JudgementFact
    | GapFact
)

AnyFact = ReadingFact | FindingFact
