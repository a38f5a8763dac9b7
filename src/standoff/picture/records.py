"""What pictures are drawn of: small records that carry only what is drawn.

Labels and names are words of articles, so they are hostile; pictures clean and clamp them (``words.py``) and put
them into data only. An ``href`` is the caller's own; one that does not begin with "/", "#" or "https://" is dropped.
Times are days in ``When`` (half-open, an end that is ``None`` is open).
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from standoff.core.vocabulary import Effect, EventType, Factuality, FigureStatus, Force, Hedge, Relation, Status
from standoff.core.when import When


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A happening on a timeline."""

    id: str
    label: str
    type: EventType
    factuality: Factuality
    when: When | None
    """``None``: no day is told; such marks are counted below the picture, not drawn."""
    lane: str
    """Whose row it stands in, as it is shown; lanes stand in order of their number of marks, "others" last."""
    lower: int = 1
    """Independent accounts, as bounds."""
    upper: int = 1
    hours: tuple[datetime, datetime] | None = None
    """Where the hour is told: from, to."""
    href: str | None = None


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """So many happenings of one factuality that begin on one day."""

    day: date
    factuality: Factuality
    count: int


class DayThatMatters(msgspec.Struct, frozen=True, kw_only=True):
    """A day that reports tell much of."""

    day: date
    label: str
    """Its best sentence, or the words of it that are to be shown."""
    accounts: int = 1
    href: str | None = None


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """So many happenings of one type that one actor does and another suffers or shares."""

    doer: str
    """The id of an actor, as for the sufferer."""
    sufferer: str
    type: EventType
    count: int


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """An actor of ties."""

    id: str
    name: str
    href: str | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A document in the picture of lineage."""

    id: str
    title: str
    outlet: str
    account: str
    """The id of its account; reports with one id stand in one row."""
    published: date | None
    href: str | None = None


class Copying(msgspec.Struct, frozen=True, kw_only=True):
    """That two documents came from one text."""

    origin: str
    """The id of the document that the other was made from, where ``directed``; else of either."""
    made: str
    relation: Relation
    directed: bool = True


class Claimed(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a measure, as one claimant gives it for one time."""

    id: str
    claimant: str | None
    """The name as it is shown; ``None``: the reporters' own voice."""
    low: float | None
    high: float | None
    """An end that is ``None`` is open."""
    hedge: Hedge | None = None
    status: FigureStatus = "actual"
    as_of: When | None = None
    lower: int = 1
    """Independent accounts, as bounds."""
    upper: int = 1
    href: str | None = None


class Rung(msgspec.Struct, frozen=True, kw_only=True):
    """What a condition does to one obligation: a step of a scenario."""

    id: str
    """The id of the obligation."""
    label: str
    effect: Effect
    round: int
    because: str | None = None
    """The id of the obligation that did it; ``None``: the condition itself."""
    debtor: str | None = None
    """The name of who is bound."""
    force: Force | None = None
    href: str | None = None


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """A move of an obligation: its status from then on."""

    status: Status
    rule: str
    when: When | None = None
    """``None``: no day is told; it holds its place in the order of moves."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """An obligation with its moves, in order."""

    id: str
    label: str
    force: Force
    turns: tuple[Turn, ...]
    debtor: str | None = None
    href: str | None = None


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """An account: so many reports with one origin."""

    id: str
    label: str
    reports: int
    href: str | None = None
