"""What rows of readings and of findings have in common: why they were made, and how many accounts tell them."""

from __future__ import annotations

from typing import TypedDict

from standoff.core.findings import Independent
from standoff.core.records import Why
from standoff.store.table import Row


class ReasonedRow(Row, frozen=True):
    """What every reading and finding has that was made for a reason."""

    finder: str
    score: float
    detail: str
    runner_up: str | None


class CountedRow(ReasonedRow, frozen=True):
    """A finding with the bounds of its number of independent accounts."""

    lower: int
    upper: int


class Reason(TypedDict):
    """The columns of a reason."""

    finder: str
    score: float
    detail: str
    runner_up: str | None


class Bounds(TypedDict):
    """The columns of the bounds."""

    lower: int
    upper: int


def reason(why: Why) -> Reason:
    """A reason as columns."""
    return {"finder": why.finder, "score": why.score, "detail": why.detail, "runner_up": why.runner_up}


def why_of(row: ReasonedRow) -> Why:
    """The reason that a row holds."""
    return Why(row.finder, row.score, row.detail, row.runner_up)


def bounds(independent: Independent) -> Bounds:
    """The bounds as columns."""
    return {"lower": independent.lower, "upper": independent.upper}
