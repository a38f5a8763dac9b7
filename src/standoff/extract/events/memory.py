"""The events told so far in a text, so that "the call" takes up the call that was told before."""

from __future__ import annotations

from typing import NamedTuple

from standoff.core.records import Mention
from standoff.core.vocabulary import EventType
from standoff.extract.events.dating import Dated
from standoff.extract.grammar import Grammar

TAKING_UP = frozenset(("the", "this", "that", "these", "those", "such"))
KEPT = 6
"""Events of a type that are remembered: news takes up what was told last."""


class Told(NamedTuple):
    """An event told before."""

    lemma: str
    agents: tuple[Mention, ...]
    targets: tuple[Mention, ...]
    names: frozenset[str]
    dated: Dated


class Memory:
    """The last events of each type."""

    def __init__(self) -> None:
        """Start with none."""
        self._told: dict[EventType, list[Told]] = {}

    def add(self, kind: EventType, told: Told) -> None:
        """Remember an event."""
        self._told[kind] = [*self._told.get(kind, ())[-KEPT + 1 :], told]

    def same(self, kind: EventType, lemma: str, names: frozenset[str]) -> Told | None:
        """The last event of the type whose participants include these; those told by the same word first."""
        before = [told for told in reversed(self._told.get(kind, ())) if len(told.names) > 1 and names <= told.names]
        return next((told for told in before if told.lemma == lemma), before[0] if before else None)

    def meeting(self, names: frozenset[str]) -> Told | None:
        """The last meeting of all these, and of nobody else where they are two and more."""
        if len(names) < 2:
            return None
        return next((told for told in reversed(self._told.get("CONSULT", ())) if names <= told.names), None)


def takes_up(grammar: Grammar, noun: int) -> bool:
    """Whether a noun speaks of something told before: "the call", "those talks"."""
    return any(
        grammar.words[child].deprel == "det" and grammar.lemma(child) in TAKING_UP for child in grammar.under(noun)
    )
