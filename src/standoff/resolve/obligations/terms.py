"""What the ledger follows: an obligation as it stands in its wordings, and a turn of events that may move it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from standoff.core.span import Span
from standoff.core.vocabulary import Force, Status
from standoff.core.when import When
from standoff.resolve.obligations.matters import Matter
from standoff.resolve.obligations.wordings import Wording

TurnKind = Literal["occurred", "supposed", "denial", "day"]
"""What happened; what a scenario supposes; that somebody denies having given a promise; the day of the last report."""


@dataclass(frozen=True)
class Terms:
    """One obligation in its wordings, the clearest first."""

    wordings: tuple[Wording, ...]
    force: Force
    deadline: When | None

    @cached_property
    def is_conditional(self) -> bool:
        """Whether any wording names a condition: the others leave it out. A red line is one by its nature."""
        return self.force == "red_line" or any(each.is_conditional for each in self.wordings)

    @cached_property
    def debtors(self) -> frozenset[str]:
        """The sides bound; of a threat that is a red line too, the one that threatens."""
        return frozenset().union(*(each.debtors for each in self.wordings if each.force == self.force))

    @cached_property
    def creditors(self) -> frozenset[str]:
        """The sides it is owed to, or threatened."""
        return frozenset().union(*(each.creditors for each in self.wordings if each.force == self.force))

    @cached_property
    def told(self) -> date | None:
        """The first day on which it was told, where known."""
        days = [each.told.since for each in self.wordings if each.told is not None and each.told.since is not None]
        return min(days, default=None)

    @cached_property
    def documents(self) -> frozenset[str]:
        """The documents that tell it."""
        return frozenset(each.commitment.at.doc for each in self.wordings)

    @cached_property
    def sides(self) -> frozenset[str]:
        """Every side whose deeds may move it."""
        bound = (each.debtors | each.creditors for each in self.wordings)
        return frozenset().union(*bound, *(each.antecedent.agents for each in self.wordings))

    @cached_property
    def deeds(self) -> frozenset[str]:
        """Every deed named in a condition or owed."""
        return frozenset().union(*(each.antecedent.all_deeds | each.consequent.all_deeds for each in self.wordings))


@dataclass(frozen=True)
class Turn:
    """Something that may move obligations."""

    kind: TurnKind
    matter: Matter
    at: Span | None = None
    """The words that tell it; ``None`` where it is only supposed."""
    when: When | None = None
    happening: str | None = None
    wording: Wording | None = None
    """The denial, where it is one."""


class Outcome(NamedTuple):
    """What a rule makes of a turn: a status, the rule in words, how sure it is and why, the words that were met."""

    status: Status
    rule: str
    score: float
    why: str
    matched: Span | None


def in_order(turns: Sequence[Turn]) -> list[Turn]:
    """Turns as they came about; those of one day in order of their place."""
    return sorted(turns, key=lambda each: (str(each.when.since) if each.when else "", str(each.at), each.kind))
