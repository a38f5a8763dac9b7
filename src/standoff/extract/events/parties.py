"""Who takes part in an event: the words of its cast made mentions, groups opened, gaps filled from what was told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from standoff.core.records import Attribution, Mention
from standoff.core.vocabulary import EventType
from standoff.extract.events.actors import ACTORS, Actors
from standoff.extract.events.candidates import Candidate
from standoff.extract.events.cast import Cast
from standoff.extract.events.dating import Dated, inherited
from standoff.extract.events.groups import Groups
from standoff.extract.events.memory import Memory, Told, takes_up
from standoff.extract.grammar import Grammar

SHALLOW: frozenset[EventType] = frozenset(("CONSULT", "AGREE", "COOPERATE"))
"""What one speaks about takes no part."""
HARM: frozenset[EventType] = frozenset(("ASSAULT", "COERCE", "AID"))
"""Reporters may suffer or be helped; otherwise they only listen."""
ADDRESSING: frozenset[EventType] = frozenset(("REQUEST", "THREATEN", "ACCUSE", "AGREE", "REJECT"))
"""What one says in a meeting, one says to the other."""


EARLIER = "parties from an earlier event"


class Parts(NamedTuple):
    """Who takes part, and when."""

    agents: tuple[Mention, ...]
    targets: tuple[Mention, ...]
    others: tuple[Mention, ...]
    dated: Dated
    told_here: bool
    """Whether the words themselves say who, or point back at who ("the call")."""
    inferred: str = ""
    """What told who, where the words do not: an earlier event of the text."""


class Parties:
    """The participants of the events of one document, told in order of place."""

    def __init__(self, grammar: Grammar, actors: Actors) -> None:
        """Start with no event told."""
        self._grammar = grammar
        self._actors = actors
        self._groups = Groups(grammar, actors)
        self._memory = Memory()

    def of(self, found: Candidate, cast: Cast, said: Attribution | None, dated: Dated) -> Parts:
        """The mentions at the words of the cast; each in one part only, whoever acts first."""
        agents = self._without_bare(self._who(cast.agents, found, said, ()))
        targets, inferred = self._who(cast.targets, found, said, agents), ""
        if found.fit.entry.verbal and found.kind in ADDRESSING and agents and not targets:
            targets = self._groups.addressed(agents, found.head)
            inferred = EARLIER if targets else ""
        others = self._who(cast.others, found, said, (*agents, *targets))
        parts = self._taken_up(found, Parts(agents, targets, others, dated, bool(agents or targets), inferred))
        return self._as_met(found, parts)

    def remember(self, found: Candidate, parts: Parts) -> None:
        """Keep an event in mind for those that follow."""
        together = (*parts.agents, *parts.targets)
        self._groups.note(together, found.head, met=found.kind == "CONSULT")
        names = frozenset(map(self._actors.identity, together))
        told = Told(found.fit.entry.head, parts.agents, parts.targets, names, parts.dated)
        self._memory.add(found.kind, told)

    def _who(
        self, words: Iterable[int], found: Candidate, said: Attribution | None, besides: tuple[Mention, ...]
    ) -> tuple[Mention, ...]:
        """The actors at these words in order of place, groups opened, without those named ``besides``."""
        taken = {self._actors.identity(mention) for mention in besides}
        who: dict[str, Mention] = {}
        for word in words:
            for mention in self._actors.of(word, deep=found.kind not in SHALLOW):
                for one in self._opened(self._actors.speaking(mention, said), modifies=self._modifies(word, found)):
                    if one.type in ACTORS and (one.type != "media" or found.kind in HARM):
                        key = self._actors.identity(one)
                        if key not in taken:
                            who.setdefault(key, one)
        return tuple(sorted(who.values(), key=lambda mention: mention.at))

    def _modifies(self, word: int, found: Candidate) -> bool:
        return word < found.head and self._grammar.words[word].deprel in ("compound", "amod", "nmod:poss")

    def _opened(self, mention: Mention, *, modifies: bool) -> tuple[Mention, ...]:
        """A group's members; a state with its troops, alone where they only say whose ("the Varnian army buildup")."""
        state = self._actors.behind(mention)
        if state is not None:
            return (state,) if modifies else (mention, state)
        return self._groups.expanded(mention)

    def _without_bare(self, agents: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Without "troops" that belong to another agent."""
        owned = [m for m in agents if not (m.type == "military" and m.form == "description" and m.name is None)]
        return tuple(owned) or agents

    def _taken_up(self, found: Candidate, parts: Parts) -> Parts:
        """The parts, with those of the same event told before where the words leave them out."""
        names = frozenset(self._actors.identity(m) for m in (*parts.agents, *parts.targets))
        noun = not found.fit.entry.verbal
        if not noun and found.kind in HARM and names and not parts.agents:
            return self._suffered(found, parts, names)
        definite = noun and takes_up(self._grammar, found.head)
        if not (definite or found.retold):
            return parts
        earlier = self._memory.same(found.kind, found.fit.entry.head, names)
        if earlier is None:
            return parts
        same_word = earlier.lemma == found.fit.entry.head
        if not names and noun:
            parts = Parts(earlier.agents, earlier.targets, parts.others, parts.dated, definite, EARLIER)
        elif names and not parts.targets and (definite or same_word):
            parts = self._completed(parts, earlier)
        if noun and (definite or same_word) and parts.dated.time is None and earlier.dated.time is not None:
            parts = parts._replace(dated=inherited(earlier.dated))
        return parts

    def _suffered(self, found: Candidate, parts: Parts, names: frozenset[str]) -> Parts:
        """The parts of a passive that leaves out who did it, with whoever did so to the same before."""
        earlier = self._memory.same(found.kind, found.fit.entry.head, names)
        if earlier is None or not earlier.agents:
            return parts
        agents = tuple(m for m in earlier.agents if self._actors.identity(m) not in names)
        return parts._replace(agents=agents, inferred=EARLIER if agents else "")

    def _as_met(self, found: Candidate, parts: Parts) -> Parts:
        """With the time of the meeting in which it was said, where those who met say it and nothing else dates it."""
        if parts.dated.time is not None or found.kind not in (*ADDRESSING, "CONSULT", "SUPPORT"):
            return parts
        names = frozenset(self._actors.identity(m) for m in (*parts.agents, *parts.targets))
        met = self._memory.meeting(names)
        if met is None or met.dated.time is None:
            return parts
        return parts._replace(dated=inherited(met.dated))

    def _completed(self, parts: Parts, earlier: Told) -> Parts:
        here = {self._actors.identity(m) for m in parts.agents}
        missing = [m for m in (*earlier.agents, *earlier.targets) if self._actors.identity(m) not in here]
        return parts._replace(targets=tuple(missing), inferred=EARLIER if missing else "")
