"""What is said to follow from an event or to be done to somebody, without the doer: mostly threats of the speaker's."""

from __future__ import annotations

from dataclasses import replace

from standoff.extract.commitments.look import Look
from standoff.extract.commitments.parties import FOLLOWS, pronoun
from standoff.extract.commitments.scene import UNPUNISHED, Draft

FOLLOWING = frozenset("follow come continue begin resume start ensue".split())
NOBODY = frozenset(("you", "i", "one", "it"))
"""Subjects of generic talk ("you would be shooting yourself in the foot"), unless something is done to them."""


def suffered(look: Look) -> Draft | None:
    """As in "Russia will pay a price": the subject is threatened by who says so."""
    if look.lemma not in look.scene.lexicon.paying or look.negated or look.first_person:
        return None
    form = pronoun(look.scene.grammar, look.subject)
    if look.same and form not in FOLLOWS:
        return None
    cost = look.scene.any_of((look.verb + 1, look.phrase[1]), look.scene.lexicon.fallout)
    if cost is None or (look.attribution is None and look.condition is None) or (look.party is None and not form):
        return None
    own = look.scene.parties.own(look.verb)
    draft = look.draft("suffered", "threat", 0.8, f"{look.lemma} {cost}")
    threatened = None if look.same else look.party
    return replace(draft, debtor=own, creditor=threatened or look.creditor(own), consequent=look.clause)


def brought(look: Look) -> Draft | None:
    """As in "Any attack would trigger a response": the event that is the subject is the condition."""
    if look.first_person or (look.party is not None and not look.is_event()):
        return None
    if look.subject is None:
        return None
    outcome = _outcome(look, look.subject)
    if outcome is None or (look.attribution is None and look.condition is None):
        return None
    antecedent = look.condition
    if antecedent is None and look.is_event():
        antecedent = look.subject_words()
    own = look.scene.parties.own(look.verb)
    draft = look.draft("brought", "threat", 0.7, f"{look.lemma} {outcome}")
    return replace(
        draft,
        debtor=own,
        creditor=look.creditor(own),
        antecedent=antecedent,
        consequent=look.phrase if look.condition is None else look.clause,
    )


def _outcome(look: Look, subject: int) -> str | None:
    """The word for the harm that follows from an event, or that follows by itself."""
    lexicon, head = look.scene.lexicon, look.scene.lemma(subject)
    if look.passive and look.lemma in (*lexicon.replying, "meet") and look.is_event():
        return look.lemma
    if look.lemma in FOLLOWING and head in lexicon.harm_nouns | lexicon.fallout:
        return head
    if look.lemma in UNPUNISHED and look.negated:
        return look.lemma
    if look.lemma not in lexicon.leading:
        return None
    found = look.scene.any_of((look.verb + 1, look.phrase[1]), lexicon.fallout | UNPUNISHED)
    return found or (head if head in lexicon.fallout else None)


def done_to(look: Look) -> Draft | None:
    """As in "It will be turned back", "the valves will close": what a speaker says will be done, without the doer."""
    if look.attribution is None or look.subject is None or look.strength == "may":
        return None
    if (look.party is not None or look.negated or look.lemma in look.scene.lexicon.paying) and not look.passive:
        return None
    if pronoun(look.scene.grammar, look.subject) in NOBODY and not look.passive:
        return None
    force, told = look.scene.weighed(look.verb, (look.verb, look.verb + 1) if look.passive else look.phrase)
    force = force or (look.scene.cued(look.verb) if look.passive else None)
    if force is None or (not look.passive and look.condition is None):
        return None
    own = look.scene.parties.own(look.verb)
    agent = look.scene.clauses.child(look.verb, "obl:agent")
    doer = look.scene.parties.party(agent, look.verb) if agent is not None else own
    antecedent = look.condition or (look.subject_words() if look.is_any() or look.is_some() else None)
    draft = look.draft("done to", "refusal" if look.negated else force, 0.5, told or look.lemma)
    draft = replace(draft, polarity="negative" if look.negated else "positive")
    consequent = look.phrase if antecedent is not None and look.condition is None else look.clause
    return replace(draft, debtor=doer, creditor=look.creditor(doer), antecedent=antecedent, consequent=consequent)
