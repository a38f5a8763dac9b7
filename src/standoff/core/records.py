"""Documents and readings: what was acquired, and what one text says at one place.

Every record is frozen. A reading's identity is its kind and its place, so that improving a value read
there does not orphan a person's judgement of it. Words are never stored beside a span.
"""

from __future__ import annotations

from functools import cached_property

import msgspec

from standoff.core.digest import digest
from standoff.core.span import Span
from standoff.core.vocabulary import (
    Act,
    Basis,
    EventType,
    Factuality,
    FigureStatus,
    Force,
    Form,
    Grain,
    Hedge,
    MentionType,
    Mode,
    OutletBasis,
    Polarity,
    Room,
    Strength,
    TimeModifier,
    TimeType,
    Way,
    WhenBasis,
)
from standoff.core.when import When


class Why(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why a reading or finding was made: the rule or head, its score from 0 to 1, a detail for a person."""

    finder: str
    score: float
    detail: str
    runner_up: str | None = None
    """What it would have been otherwise, with that one's score, where there was a choice."""


class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One report as acquired. Its text is cut once, when read, and never changed after."""

    path: str
    """Where it came from: the name of the given file or folder and the way down; ``#n`` for a line of one."""
    text: str
    given_id: str | None = None
    """The id its own file gives it (JSON Lines), kept as it stands."""
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    outlet_basis: OutletBasis | None = None
    author: str | None = None
    published: When | None = None
    """``None``: nothing says."""
    published_basis: Basis | None = None
    encoding: str = "utf-8"
    furniture: tuple[tuple[int, int], ...] = ()
    """Spans of what is not the article, in code points, sorted, disjoint."""
    captions: tuple[tuple[int, int], ...] = ()

    @cached_property
    def id(self) -> str:
        """A digest of file name, address, outlet and text: the text changes, the id changes."""
        name = self.path.rsplit("/", 1)[-1]
        return digest("document", name, self.given_id or "", self.url or "", self.outlet or "", self.text)

    def span(self, start: int, end: int) -> Span:
        """The span of these characters. Raises ``ValueError`` past the text's end."""
        if end > len(self.text):
            raise ValueError(f"span ends at {end}, past the {len(self.text)} characters of {self.path}")
        return Span(self.id, start, end)

    def quote(self, span: Span) -> str:
        """Read the words back: the only way to them. Raises ``ValueError`` for another document's span."""
        if span.doc != self.id:
            raise ValueError(f"a span of document {span.doc} does not read from {self.id} ({self.path})")
        if span.end > len(self.text):
            raise ValueError(f"span ends at {span.end}, past the {len(self.text)} characters of {self.path}")
        return self.text[span.start : span.end]


class Gap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What could not be read or decided, with the reason. Shown, never hidden."""

    path: str
    room: Room
    reason: str
    doc: str | None = None

    def key(self) -> tuple[str, str, str, str]:
        """What gaps are sorted by; one of a whole file comes before those of its documents."""
        return self.path, self.room, self.reason, self.doc or ""


class Mention(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """A person, body or place as one text names it at one place."""

    at: Span
    type: MentionType
    form: Form
    name: Span | None = None
    """The name inside it without title and role: "Antony Blinken" of "Secretary of State Antony Blinken"."""
    role: Span | None = None
    """The title or office inside it: "Secretary of State"."""
    refers: str | None = None
    """The id of the mention in the same document that it stands for ("he", "the official"), if the text says."""
    why: Why

    @cached_property
    def id(self) -> str:
        """Kind and place."""
        return digest("mention", self.at.doc, str(self.at.start), str(self.at.end))


class Attribution(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """Who says what: source, cue and content (PARC, Pareti 2012; PolNeAR, Newell et al. 2018)."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    """At least one; sorted, disjoint; a broken quote has several pieces."""
    mode: Mode
    act: Act
    speaker: str | None = None
    """The id of the mention that is the source, after pronouns and descriptions are resolved in the document."""
    within: str | None = None
    """The id of the attribution in whose content this one stands."""
    why: Why

    @property
    def doc(self) -> str:
        """Its document's id."""
        return self.content[0].doc

    @cached_property
    def id(self) -> str:
        """Kind and place: the cue and the content's pieces."""
        spans = ((self.cue,) if self.cue is not None else ()) + self.content
        return digest("attribution", self.doc, *(f"{span.start}-{span.end}" for span in spans))


class Reckoning(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a time is counted from the document's date, so that it can be settled when that becomes known."""

    grain: Grain
    steps: int | None = None
    """So many periods on from the one that holds the date: -1 for "last week"; of "May last year", so many years."""
    way: Way | None = None
    """Which of those that come again, where steps are not counted: "on Tuesday" is the last one or the next."""
    mod: TimeModifier | None = None


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """Words that tell a time (TIMEX3 of TimeML): "on Tuesday", "since 2014", "two hours", "every week"."""

    at: Span
    type: TimeType
    value: str
    """As TIMEX3 writes it: "2021-12-07", "2021-W49", "PT2H", "PRESENT_REF", "XXXX-WXX-2" where nothing settles it."""
    when: When | None
    """The days it takes up; ``None`` for durations, sets and what nothing settles."""
    basis: WhenBasis | None
    """``None`` where ``when`` is."""
    reckoned_from: Span | None = None
    """The other time in the text that settled it."""
    needs: str | None = None
    """What would settle it, in words, where nothing does: "the document's date"."""
    reckoning: Reckoning | None = None
    """How it is counted from the document's date, where the document has none: another time may stand in for it."""
    why: Why

    @cached_property
    def id(self) -> str:
        """Kind and place."""
        return digest("time", self.at.doc, str(self.at.start), str(self.at.end))


class Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """What happened, happens, is planned, might happen or is denied: one trigger word or phrase, by PLOVER's types."""

    at: Span
    """The trigger."""
    type: EventType
    factuality: Factuality
    agents: tuple[str, ...] = ()
    """Ids of mentions, in order of place, as for targets and participants; each in one of the three."""
    targets: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    """Who else takes part, neither doing nor suffering it: a host, a mediator."""
    place: str | None = None
    """The id of a mention."""
    when: When | None = None
    when_basis: WhenBasis | None = None
    time: str | None = None
    """The id of the time expression that ``when`` rests on."""
    carried_by: str | None = None
    """The id of the attribution in whose content it stands; ``None`` in the reporter's own voice."""
    why: Why

    @cached_property
    def id(self) -> str:
        """Kind and place."""
        return digest("event", self.at.doc, str(self.at.start), str(self.at.end))


class Figure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """A number of something, as somebody claims it."""

    at: Span
    low: float | None
    high: float | None
    """Equal to ``low`` for one number; an end that is ``None`` is open."""
    unit: str | None
    """"person", "percent", "second", "kilometre", an ISO 4217 currency, or the singular of what is counted."""
    what: Span | None
    """The words for what is counted."""
    where: str | None = None
    """The id of a mention of a place."""
    hedge: Hedge | None = None
    claimant: str | None = None
    """The id of the mention that claims it; ``None`` for the reporter."""
    carried_by: str | None = None
    """The id of the attribution in whose content it stands."""
    as_of: When | None = None
    as_of_basis: WhenBasis | None = None
    time: str | None = None
    """The id of the time expression that ``as_of`` rests on."""
    status: FigureStatus = "actual"
    why: Why

    @cached_property
    def id(self) -> str:
        """Kind and place."""
        return digest("figure", self.at.doc, str(self.at.start), str(self.at.end))


class Commitment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """C(debtor, creditor, antecedent, consequent) (Singh 1999): who is bound or asked to do what, for whom, if what."""

    at: Span
    """The whole of it, within one sentence."""
    force: Force
    debtor: str | None
    """The id of the mention that is bound, or of whom it is demanded, or who threatens."""
    creditor: str | None
    """The id of the mention that it is owed to, that demands, or that is threatened."""
    antecedent: Span | None
    """The condition; it may stand outside ``at``."""
    consequent: Span | None
    """What is to be; ``None`` for a red line whose consequence is left open."""
    strength: Strength = "will"
    polarity: Polarity = "positive"
    """Negative where the consequent is that something is not done."""
    deadline: When | None = None
    time: str | None = None
    """The id of the time expression that ``deadline`` rests on."""
    relay: tuple[str, ...] = ()
    """Ids of the attributions it is told through, the outermost first; empty in the reporter's own voice."""
    why: Why

    @cached_property
    def id(self) -> str:
        """Kind and place."""
        return digest("commitment", self.at.doc, str(self.at.start), str(self.at.end))


class Study(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything one document says, read alone."""

    doc: str
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    gaps: tuple[Gap, ...] = ()
