"""The shape of each line of a facts file. Fields are written in this order; ``kind`` comes first.

Places are ``[start, end)`` in code points of the document's text. Further fields may be added, none is ever taken
away or changed in meaning.
"""

from __future__ import annotations

import msgspec

from standoff.core.records import Reckoning, Why
from standoff.core.vocabulary import (
    Act,
    Basis,
    EventType,
    Factuality,
    FigureStatus,
    Force,
    Form,
    Hedge,
    MentionType,
    Mode,
    OutletBasis,
    Polarity,
    Strength,
    TimeType,
    WhenBasis,
)
from standoff.core.when import When

Place = tuple[int, int]


class Fact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """One line."""


class DocumentFact(Fact, frozen=True, kw_only=True, tag="document"):
    """A document with its whole text: everything else points into it."""

    id: str
    path: str
    given_id: str | None
    url: str | None
    title: str | None
    outlet: str | None
    outlet_basis: OutletBasis | None
    author: str | None
    published: When | None
    published_basis: Basis | None
    account: str | None
    encoding: str
    furniture: tuple[Place, ...]
    captions: tuple[Place, ...]
    text_sha256: str
    """Of the text in UTF-8: whoever holds the text can tell whether the places still hold."""
    text: str


class MentionFact(Fact, frozen=True, kw_only=True, tag="mention"):
    """A mention, with the actor it is of."""

    id: str
    doc: str
    at: Place
    type: MentionType
    form: Form
    name: Place | None
    role: Place | None
    refers: str | None
    """The id of the mention that it stands for."""
    actor: str | None
    why: Why


class AttributionFact(Fact, frozen=True, kw_only=True, tag="attribution"):
    """An attribution, with the actor who speaks and the utterance it reports."""

    id: str
    doc: str
    source: Place | None
    cue: Place | None
    content: tuple[Place, ...]
    mode: Mode
    act: Act
    speaker: str | None
    """The id of an actor."""
    mention: str | None
    """The id of the mention that is the source."""
    within: str | None
    utterance: str | None
    why: Why


class TimeFact(Fact, frozen=True, kw_only=True, tag="time"):
    """A time expression, with the days it takes up."""

    id: str
    doc: str
    at: Place
    type: TimeType
    value: str
    """As TIMEX3 writes it."""
    when: When | None
    basis: WhenBasis | None
    reckoned_from: Place | None
    """The other time in the text that settled it."""
    needs: str | None
    """What would settle it, where nothing does."""
    reckoning: Reckoning | None
    """How it is counted from the document's date, where the document does not tell it."""
    why: Why


class EventFact(Fact, frozen=True, kw_only=True, tag="event"):
    """An event, with the actors who take part; a mention that is of no actor stands among the mentions only."""

    id: str
    doc: str
    at: Place
    """The trigger."""
    type: EventType
    factuality: Factuality
    when: When | None
    when_basis: WhenBasis | None
    agents: tuple[str, ...]
    """The ids of actors, each once, as for targets and participants."""
    targets: tuple[str, ...]
    participants: tuple[str, ...]
    place: str | None
    """The words for it."""
    time: str | None
    """The id of the time expression that ``when`` rests on."""
    carried_by: str | None
    """The id of the attribution in whose content it stands."""
    happening: str | None
    """The id of the happening that it is an event of."""
    agent_mentions: tuple[str, ...]
    target_mentions: tuple[str, ...]
    participant_mentions: tuple[str, ...]
    place_mention: str | None
    why: Why


class FigureFact(Fact, frozen=True, kw_only=True, tag="figure"):
    """A figure, with the actor who claims it."""

    id: str
    doc: str
    at: Place
    low: float | None
    high: float | None
    unit: str | None
    what: str | None
    """The words for what is counted."""
    hedge: Hedge | None
    claimant: str | None
    """The id of an actor."""
    as_of: When | None
    as_of_basis: WhenBasis | None
    status: FigureStatus
    where: str | None
    """The words for the place."""
    measure: str | None
    """The id of the measure, of figures about the same thing."""
    what_at: Place | None
    where_mention: str | None
    claimant_mention: str | None
    time: str | None
    """The id of the time expression that ``as_of`` rests on."""
    carried_by: str | None
    why: Why


class CommitmentFact(Fact, frozen=True, kw_only=True, tag="commitment"):
    """A commitment, with the actors on its two sides."""

    id: str
    doc: str
    at: Place
    force: Force
    debtor: str | None
    """The id of an actor."""
    creditor: str | None
    antecedent: Place | None
    consequent: Place | None
    strength: Strength
    polarity: Polarity
    deadline: When | None
    relay: tuple[str, ...]
    """The ids of the attributions it is told through, the outermost first."""
    obligation: str | None
    """The id of the obligation that it is a wording of."""
    debtor_mention: str | None
    creditor_mention: str | None
    time: str | None
    """The id of the time expression that ``deadline`` rests on."""
    why: Why


ReadingFact = DocumentFact | MentionFact | TimeFact | AttributionFact | EventFact | FigureFact | CommitmentFact
