"""Groups that stand for those the text has named: "the two leaders", "both sides", "the leaders" who met."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.core.records import Mention
from standoff.core.vocabulary import MentionType
from standoff.extract.events.actors import Actors
from standoff.extract.grammar import Grammar

PAIRED = frozenset(("two", "both"))
POINTING = frozenset(("the", "both", "these", "those", "their", "two"))
STILL = 4  # sentences in which a report of a meeting still tells what one said to the other
COMPANY = frozenset("leader president minister premier side party delegation diplomat official envoy chief".split())
"""Of "the leaders", without more, those who met last are meant."""
SIDES = frozenset(("side", "party", "capital"))
"""Nouns that persons as well as states may be meant by."""
PAIRS: dict[MentionType, frozenset[MentionType]] = {
    "person": frozenset(("person",)),
    "state": frozenset(("state",)),
    "government": frozenset(("state", "government")),
    "alliance": frozenset(("state", "alliance")),
    "organization": frozenset(("state", "organization", "government", "military")),
    "military": frozenset(("state", "military")),
}


class Groups:
    """Who met last, and which two, by what they are; filled as a text is read from its start."""

    def __init__(self, grammar: Grammar, actors: Actors) -> None:
        """Start with nobody."""
        self._grammar = grammar
        self._actors = actors
        self._pairs: list[tuple[Mention, Mention]] = []
        self._company: tuple[Mention, ...] = ()
        self._met_in = 0

    def note(self, together: Sequence[Mention], at: int, *, met: bool) -> None:
        """Remember two of one kind who take part in one event; and the whole company where they ``met``."""
        named = {self._actors.identity(m): m for m in together if self._actors.resolved(m).form == "name"}
        for kinds in (("person",), ("state", "alliance")):
            same = [m for m in named.values() if self._actors.resolved(m).type in kinds]
            if len(same) == 2:
                self._pairs = [pair for pair in self._pairs if self._kind(pair) != self._kind((same[0], same[1]))]
                self._pairs.append((same[0], same[1]))
        if met and len(together) > 1:
            self._company = tuple(together)
            self._met_in = self._grammar.words[at].sentence

    def addressed(self, agents: Sequence[Mention], at: int) -> tuple[Mention, ...]:
        """Whom one of two who have just met speaks to at word ``at``: the other."""
        here = {self._actors.identity(m) for m in agents}
        others = tuple(m for m in self._company if self._actors.identity(m) not in here)
        told = self._grammar.words[at].sentence - self._met_in <= STILL
        return others if told and len(self._company) == 2 and len(others) == 1 else ()

    def _kind(self, pair: tuple[Mention, Mention]) -> bool:
        return self._actors.resolved(pair[0]).type == "person"

    def expanded(self, mention: Mention) -> tuple[Mention, ...]:
        """Those that a group stands for, where the text has told; the mention itself otherwise."""
        group = self._actors.resolved(mention)
        if group.form == "name":
            return self._hyphened(mention)
        words = self._grammar.between(group.at.start, group.at.end)
        if group.form != "description" or not self._is_plural(words):
            return (mention,)
        forms = [self._grammar.form(word).lower() for word in words[:8]]
        if forms[0] in POINTING and not PAIRED.isdisjoint(forms):
            return self._pair(group, words) or (mention,)
        states = [m for m in self._actors.within(group) if m.type == "state" and m.form == "name"]
        if group.type == "person" and len(states) > 1:
            return (mention, *states)
        bare = len(words) == 2 and forms[0] in POINTING and self._grammar.lemma(words[-1]) in COMPANY
        return self._company if bare and self._company else (mention,)

    def _is_plural(self, words: range) -> bool:
        return any(self._grammar.feature(word, "Number") == "Plur" for word in words) or any(
            self._grammar.form(word).lower().endswith("s") for word in words
        )

    def _pair(self, group: Mention, words: range) -> tuple[Mention, ...]:
        any_kind = any(self._grammar.lemma(word) in SIDES for word in words)
        wanted = PAIRS.get(group.type, frozenset())
        for pair in reversed(self._pairs):
            if any_kind or self._actors.resolved(pair[0]).type in wanted:
                return pair
        return () if group.type == "person" and not any_kind else self._actors.opposed(group.at.start)

    def _hyphened(self, mention: Mention) -> tuple[Mention, ...]:
        """The last two who met where their names are one: "the Orlen-Vaal call"."""
        parts = self._grammar.text[mention.at.start : mention.at.end].lower().replace("–", "-").split("-")
        for pair in self._pairs if len(parts) == 2 else ():
            if {self._actors.identity(m) for m in pair} == {part.split()[-1] for part in parts if part.split()}:
                return pair
        return (mention,)
