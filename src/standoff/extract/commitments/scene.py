"""What the rules for commitments look at, and the draft that each of them makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from standoff.core.records import Attribution, Mention
from standoff.core.vocabulary import Force, Polarity, Strength
from standoff.extract.commitments.clauses import Clauses, Words
from standoff.extract.commitments.conditions import Conditions
from standoff.extract.commitments.parties import Parties
from standoff.extract.grammar import Grammar
from standoff.lexicon.commitments import CommitmentWords

CONTENT_WORDS = 30
"""Words of a verb's phrase that are looked at for harm or help; the first of them decides."""
WEIGHED = ("obj", "obl", "xcomp", "conj", "iobj", "nsubj:pass", "obl:arg")
UNPUNISHED = frozenset("unanswered unpunished".split())
"""What an act "will not go" or "will not remain" that somebody means to answer."""
HOSTILE_ACTS = ("threatens", "warns")
HOSTILE = frozenset("PROTEST THREATEN COERCE ASSAULT SANCTION REJECT".split())
FRIENDLY = frozenset("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT".split())
"""PLOVER types of events that make a threat or a promise of what is to be, where no listed word does."""


@dataclass(frozen=True)
class Draft:
    """A commitment in words and mentions, before it is weighed against others at the same place."""

    rule: str
    force: Force
    score: float
    head: int
    """The word of what is to be: what it is told through and by when is asked there."""
    at: Words
    consequent: Words | None
    told: str
    debtor: Mention | None = None
    creditor: Mention | None = None
    antecedent: Words | None = None
    strength: Strength = "will"
    polarity: Polarity = "positive"
    runner_up: str | None = None


@dataclass(frozen=True)
class Scene:
    """One document as the rules see it."""

    grammar: Grammar
    clauses: Clauses
    conditions: Conditions
    parties: Parties
    lexicon: CommitmentWords
    types: Mapping[int, str]
    """The PLOVER type of the event that begins at a character."""

    def limits(self, index: int) -> Words:
        """The words a clause may reach: those up to hard marks, of the same content of an attribution."""
        first, stop = self.clauses.segment(index)
        attribution = self.parties.attribution(index)
        if attribution is None:
            return first, stop
        place = self.grammar.words[index].start
        piece = next((p for p in attribution.content if p.start <= place < p.end), attribution.content[0])
        inside = self.grammar.between(piece.start, piece.end)
        return max(first, inside.start), min(stop, max(inside.stop, index + 1))

    def phrase(self, verb: int) -> Words:
        """A verb with its objects and complements, without subject, helpers and conditions."""
        limits = self.limits(verb)
        return self.clauses.reach(verb, (verb, limits[1]), self._conditions_below(verb))

    def clause(self, verb: int, subject: int | None) -> Words:
        """The same from its subject on."""
        limits = self.limits(verb)
        first, stop = self.clauses.reach(verb, (verb, limits[1]), self._conditions_below(verb))
        helpers = [c for c in self.clauses.children(verb) if self.grammar.words[c].deprel.startswith(("aux", "cop"))]
        first = min([first, *(c for c in helpers if c >= limits[0])])
        if subject is not None and limits[0] <= subject < verb:
            first = min(first, self.clauses.reach(subject, (limits[0], verb))[0])
        elif subject is not None and verb < subject < limits[1]:
            stop = max(stop, subject + 1)
        return first, stop

    def noun_phrase(self, noun: int) -> Words:
        """A noun with all that hangs on it."""
        return self.clauses.reach(noun, self.limits(noun))

    def _conditions_below(self, verb: int) -> frozenset[int]:
        return frozenset(
            child
            for child in self.clauses.children(verb)
            if self.grammar.words[child].deprel in ("advcl", "obl") and self.conditions.holds(child)
        )

    def lemma(self, index: int) -> str:
        """The word's lemma."""
        return self.grammar.lemma(index)

    def told_with(self, index: int) -> Attribution | None:
        """The attribution in whose content a word stands."""
        return self.parties.attribution(index)

    def weighed(self, verb: int, words: Words) -> tuple[Force | None, str]:
        """Whether what is to be harms (a threat) or helps (a promise), and by which word; the verb goes first."""
        looked_at: list[int] = []
        todo = [verb]
        while todo and len(looked_at) < CONTENT_WORDS:
            index = todo.pop(0)
            looked_at.append(index)
            below = [c for c in self.clauses.children(index) if words[0] <= c < words[1]]
            below = [c for c in below if self.grammar.words[c].deprel in WEIGHED]
            objects = [c for c in below if self.grammar.words[c].deprel in ("obj", "xcomp", "nsubj:pass")]
            force = self._leaning(index)
            if force is not None:
                return ("promise" if self._stops_harm(index, objects) else force), self.lemma(index)
            todo += below
        return self._by_event(looked_at)

    def _stops_harm(self, index: int, below: list[int]) -> bool:
        """As in "halt the shelling": what is to stop is itself a harm."""
        if self.lemma(index) not in self.lexicon.stopping or self.grammar.words[index].upos != "VERB":
            return False
        return any(
            self.lemma(c) in self.lexicon.harm_nouns | self.lexicon.harms or self._type(c) in HOSTILE for c in below
        )

    def _by_event(self, words: list[int]) -> tuple[Force | None, str]:
        """The force of the first event by its type, where no listed word told it."""
        for index in words:
            kind = self._type(index)
            if kind in HOSTILE:
                return "threat", f"{self.lemma(index)} ({kind})"
            if kind in FRIENDLY:
                return "promise", f"{self.lemma(index)} ({kind})"
        return None, ""

    def _type(self, index: int) -> str | None:
        return self.types.get(self.grammar.words[index].start)

    def _leaning(self, index: int) -> Force | None:
        """Whether one word is for a harm or a help."""
        lemma, upos = self.lemma(index), self.grammar.words[index].upos
        if upos == "VERB":
            if lemma in self.lexicon.helps:
                return "promise"
            return "threat" if lemma in self.lexicon.harms else None
        if upos == "NOUN":
            if lemma in self.lexicon.help_nouns:
                return "promise"
            return "threat" if lemma in self.lexicon.harm_nouns else None
        return None

    def cued(self, index: int) -> Force | None:
        """The force that the attribution around a word has by its act."""
        attribution = self.told_with(index)
        if attribution is None:
            return None
        if attribution.act in HOSTILE_ACTS:
            return "threat"
        return "promise" if attribution.act == "promises" else None

    def any_of(self, words: Words, lemmas: frozenset[str]) -> str | None:
        """The first word of a stretch whose lemma is one of these."""
        near = range(words[0], min(words[1], words[0] + CONTENT_WORDS))
        return next((lemma for i in near if (lemma := self.lemma(i)) in lemmas), None)


def joined(*stretches: Words | None) -> Words:
    """From the first word of them to the last."""
    found = [words for words in stretches if words is not None]
    return min(first for first, _ in found), max(stop for _, stop in found)
