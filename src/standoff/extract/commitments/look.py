"""One clause about what is to come, with everything the rules for it ask: who, whether, under what condition."""

from __future__ import annotations

from standoff.core.records import Mention
from standoff.core.vocabulary import Force, Strength
from standoff.extract.commitments.clauses import Words
from standoff.extract.commitments.parties import FIRST_PERSONS, SELF, pronoun
from standoff.extract.commitments.scene import Draft, Scene, joined

COLLECTIVES = frozenset("side party government signatory leader state power country member minister".split())
OPEN_DETERMINERS = frozenset("any every each further another all anyone anybody whoever anything whatever".split())


class Look:
    """One clause with what every rule asks of it."""

    def __init__(
        self, scene: Scene, verb: int, subject: int | None, clause: Words, condition: Words | None, strength: Strength
    ) -> None:
        """Take a clause; who its subject is, is looked up once."""
        self.scene, self.verb, self.subject = scene, verb, subject
        self.clause, self.condition, self.strength = clause, condition, strength
        self.phrase = scene.phrase(verb)
        self.may = scene.clauses.has_helper(verb, "may", "might")
        target = scene.clauses.child(verb, "obj")
        none = target is not None and target > verb and scene.clauses.begins_with_no(target)
        self.negated = none or scene.clauses.is_negated(verb)
        self.passive = scene.clauses.is_passive(verb)
        self.lemma = scene.lemma(verb)
        self.attribution = scene.told_with(verb)
        self.speaker = scene.parties.speaker(verb)
        form = pronoun(scene.grammar, subject)
        self.first_person = form in FIRST_PERSONS or form in SELF
        self.party: Mention | None = scene.parties.party(subject, verb)
        self.acting = self.first_person or self.party is not None or self._is_collective()
        """Whether the subject is somebody who can be bound, named or not."""
        self.same = True if self.first_person else scene.parties.same_side(self.party, self.speaker)

    def draft(self, rule: str, force: Force, score: float, told: str) -> Draft:
        """A commitment of the whole clause with its condition, by the clause's subject."""
        whole = self.condition is not None
        return Draft(
            rule=rule,
            force=force,
            score=score,
            head=self.verb,
            at=joined(self.clause, self.condition),
            consequent=self.clause if whole or self.passive else self.phrase,
            told=told,
            debtor=self.party,
            antecedent=self.condition,
            strength=self.strength,
        )

    def _is_collective(self) -> bool:
        """Whether the subject is a word for those who act together though nobody is named: "both sides"."""
        return self.subject is not None and self.scene.lemma(self.subject) in COLLECTIVES

    def creditor(self, debtor: Mention | None) -> Mention | None:
        """Who it is owed to, or threatened by it: the first actor of the other side in the clause, else before it."""
        parties, words = self.scene.parties, self.scene.grammar.words
        start, end = words[self.verb].start, words[joined(self.clause, self.condition)[1] - 1].end
        side = None if debtor is None else parties.side(debtor)
        return parties.first_within(start, end, side) or parties.counterpart(self.verb, debtor)

    def subject_words(self) -> Words:
        """The subject with all that hangs on it, up to the helpers of its verb. Asked only where there is one."""
        subject = self.verb if self.subject is None else self.subject
        first, stop = self.scene.clauses.reach(subject, (min(self.clause[0], subject), max(self.verb, subject + 1)))
        helpers = [c for c in self.scene.clauses.children(self.verb) if subject < c < self.verb]
        aux = [c for c in helpers if self.scene.grammar.words[c].deprel.startswith(("aux", "cop"))]
        return first, min([stop, *aux])

    def is_event(self) -> bool:
        """Whether the subject is something that happens: a noun or gerund that is nobody's name."""
        if self.subject is None:
            return False
        word = self.scene.grammar.words[self.subject]
        if word.upos == "VERB":
            return self.scene.grammar.form(self.subject).lower().endswith("ing")
        if word.upos != "NOUN" or self.scene.lemma(self.subject) in self.scene.lexicon.fallout:
            return False
        return self.scene.parties.at(self.subject) is None or self.is_any()

    def is_any(self) -> bool:
        """Whether the subject is any of its kind: "any ship", "every vessel that ..."."""
        if self.subject is None:
            return False
        kinds = (self.subject, *self.scene.clauses.children(self.subject))
        return any(self.scene.grammar.form(index).lower() in OPEN_DETERMINERS for index in kinds)

    def is_some(self) -> bool:
        """Whether the subject of a passive is one of its kind that has not come yet: "an escort would be stopped"."""
        if self.subject is None or not self.passive:
            return False
        before = (c for c in self.scene.clauses.children(self.subject) if c < self.subject)
        return any(self.scene.grammar.form(c).lower() in ("a", "an") for c in before)
