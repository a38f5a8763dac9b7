"""Findings on where accounts differ: measures, readouts set side by side, discrepancies."""

from __future__ import annotations

from functools import cached_property

import msgspec

from standoff.core.digest import digest
from standoff.core.findings import Independent
from standoff.core.records import Why
from standoff.core.span import Span
from standoff.core.vocabulary import Agreement, Cause, Check, FigureStatus, Severity
from standoff.core.when import When


class Claim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One value that one claimant gives for one time, however often it is repeated."""

    claimant: str | None
    """The id of an actor; ``None``: the reporters' own voice."""
    low: float | None
    high: float | None
    as_of: When | None
    figures: tuple[str, ...]
    """Ids of figures, sorted."""
    independent: Independent


class Measure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """Figures about the same thing, side by side: by claimant, over time."""

    label: Span
    """The words of the clearest report for what is counted."""
    unit: str | None
    status: FigureStatus
    claims: tuple[Claim, ...]
    """In order of time, then of value; a figure is in exactly one."""
    figures: tuple[str, ...]
    """Ids of figures, sorted; each in one measure at most."""
    why: Why

    @cached_property
    def id(self) -> str:
        """A digest of its figures."""
        return digest("measure", *self.figures)


class Point(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One point of a meeting, in the words of the sides that tell it."""

    agreement: Agreement
    left: Span | None
    right: Span | None


class Readouts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """Two sides' accounts of one meeting, point by point."""

    happening: str
    documents: tuple[str, str]
    """The readout of the left side and of the right."""
    sides: tuple[str, str]
    """Ids of the actors whose readouts they are."""
    points: tuple[Point, ...]
    why: Why

    @cached_property
    def id(self) -> str:
        """A digest of its documents."""
        return digest("readouts", self.happening, *self.documents)


class Side(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one account says where accounts differ."""

    at: Span
    """The words that differ."""
    reading: str | None
    """The id of the reading that says it, where one does."""
    speaker: str | None = None
    """The id of the actor who says it; ``None``: the reporter, or nobody named."""


class Discrepancy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """Where accounts cannot all be right, or a reader must know that they say it differently."""

    check: Check
    sentence: str
    """What a user is told, without words of the reports: those are read back through the sides."""
    sides: tuple[Side, ...]
    """Two or more, in order of place."""
    cause: Cause
    severity: Severity
    about: str | None = None
    """The id of the finding within which they differ: a happening, measure, utterance, obligation, actor."""
    why: Why

    @cached_property
    def id(self) -> str:
        """The check and the places of its sides."""
        return digest("discrepancy", self.check, *(f"{s.at.doc}:{s.at.start}-{s.at.end}" for s in self.sides))
