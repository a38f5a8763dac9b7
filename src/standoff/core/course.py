"""Findings on what goes on: happenings with their course, days, obligations with their moves, scenarios."""

from __future__ import annotations

from functools import cached_property

import msgspec

from standoff.core.digest import digest
from standoff.core.findings import Independent
from standoff.core.records import Why
from standoff.core.span import Span
from standoff.core.vocabulary import Effect, EventType, Factuality, Force, Status, WhenBasis
from standoff.core.when import When


class Stage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a happening was said to be from one report on: scheduled in one, occurred in the next."""

    factuality: Factuality
    event: str
    """The id of the event that says so first."""


class Happening(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One thing that happened, happens, is planned, might happen or is denied: its events in all documents."""

    label: Span
    """The words of the clearest report for it."""
    type: EventType
    factuality: Factuality
    """After all documents."""
    when: When | None
    when_basis: WhenBasis | None
    participants: tuple[str, ...]
    """Ids of actors, those that most events name first."""
    place: str | None
    """The id of a mention."""
    events: tuple[str, ...]
    """Ids of events, sorted; an event is in exactly one happening."""
    documents: int
    """How many documents tell it."""
    course: tuple[Stage, ...]
    """In order of the documents' days; one stage where all reports agree."""
    accounts: tuple[str, ...]
    """Ids of the accounts that tell it, sorted."""
    independent: Independent
    why: Why

    @cached_property
    def id(self) -> str:
        """A digest of its events."""
        return digest("happening", *self.events)


class Day(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """A day that reports tell of, with the sentences that tell it best."""

    when: When
    """One day; a day stands once in a dossier."""
    sentences: tuple[Span, ...]
    """The best first; those that lead a report of that day or the next may be among them without naming it."""
    documents: tuple[str, ...]
    """Ids of the documents that name the day, sorted."""
    accounts: tuple[str, ...]
    """Ids of theirs, sorted."""
    independent: Independent
    why: Why
    """Its score is what is told of the day, as a share of what is told of the fullest day."""

    @cached_property
    def id(self) -> str:
        """A digest of its day."""
        return digest("day", str(self.when.since))


class Move(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How an obligation came to a status: the rule, and the words that it rests on."""

    status: Status
    rule: str
    """The rule in words that a user is shown."""
    at: Span
    happening: str | None = None
    """The id of the happening that moved it; ``None`` for what its own words say."""
    when: When | None = None
    """The days of that happening, or of the report that says so, where known."""


class Obligation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One commitment in all its wordings, with its way through the life cycle."""

    label: Span
    """The words of the clearest report for it; the debtor's own where they are told."""
    force: Force
    debtor: str | None
    """The id of an actor, as for the creditor."""
    creditor: str | None
    antecedent: Span | None
    """The condition in its clearest wording."""
    consequent: Span | None
    deadline: When | None
    commitments: tuple[str, ...]
    """Ids of commitments, sorted; a commitment is in exactly one obligation."""
    status: Status
    """That of the last move."""
    moves: tuple[Move, ...]
    """At least one; the ledger is the fold over these."""
    accounts: tuple[str, ...]
    independent: Independent
    why: Why

    @cached_property
    def id(self) -> str:
        """A digest of its commitments."""
        return digest("obligation", *self.commitments)


class Step(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a condition, or what it triggered before, does to one obligation."""

    obligation: str
    effect: Effect
    round: int
    """0: the condition itself; n: what was triggered in round n - 1."""
    because: str | None
    """The id of the obligation whose consequent did it; ``None`` in round 0."""
    matched: Span | None
    """The antecedent or consequent that was met."""
    why: Why


class Scenario(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What follows if a thing happens: the fold of the ledger with one more event, to a fixed point."""

    condition: str
    """As it was asked."""
    happening: str | None
    """The id of the happening asked for, where it was one."""
    steps: tuple[Step, ...]
    """In order of rounds; an obligation is in one step at most."""
    standing: tuple[str, ...]
    """Ids of the obligations in force that it leaves as they are."""
