"""What is said to follow from an event or to be done to somebody, without the doer: mostly threats of the speaker's."""

from __future__ import annotations

from dataclasses import replace

from standoff.core.vocabulary import Force
from standoff.extract.commitments.look import Look
from standoff.extract.commitments.parties import FOLLOWS, pronoun
from standoff.extract.commitments.scene import UNPUNISHED, Draft

FOLLOWING = frozenset("follow come continue begin resume start ensue".split())
ANSWERS = frozenset("answer response reply retaliation reaction consequence retribution punishment".split())
"""What "will be swift", "would be severe"."""
HELD = frozenset(("responsible", "accountable", "liable"))
HOSTILE_KINDS = frozenset("target enemy combatant act hostile belligerent".split())
REGARDED = frozenset("consider treat regard view see deem".split())
HOLDING = frozenset("surrender yield change move wait fall budge bend kneel bow break give stand end leave".split())
"""What a city, a border or a deadline "will not" do by the will of who says so, beside what helps or harms."""
NOBODY = frozenset(("you", "i", "one", "it"))
"""Subjects of generic talk ("you would be shooting yourself in the foot"), unless something is done to them."""


def suffered(look: Look) -> Draft | None:
    """As in "Russia will pay a price": the subject is threatened by who says so."""
    if look.lemma not in look.scene.lexicon.paying or look.negated or look.first_person:
        return None
    own = look.scene.parties.own(look.verb)
    form = pronoun(look.scene.grammar, look.subject)
    if look.same and form not in FOLLOWS:
        return None
    costs = look.scene.lexicon.fallout | look.scene.lexicon.harm_nouns
    cost = look.scene.any_of((look.verb + 1, look.phrase[1]), costs) or _is_paid_for(look)
    anybody = look.is_any() or look.scene.clauses.child(look.subject or 0, "acl:relcl") is not None
    if cost is None or (look.attribution is None and look.condition is None):
        return None
    if look.party is None and not form and not anybody:
        return None
    draft = look.draft("suffered", "threat", 0.8, f"{look.lemma} {cost}")
    threatened = None if look.same else look.party
    return replace(draft, debtor=own, creditor=threatened or look.creditor(own), consequent=look.clause)


def _is_paid_for(look: Look) -> str | None:
    """As in "they will regret it", "those who did this will pay": the verb alone threatens."""
    bare = look.lemma == "regret" or (look.lemma == "pay" and look.scene.clauses.child(look.verb, "obj") is None)
    return look.lemma if bare else None


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
    if head in ANSWERS and look.scene.clauses.child(look.verb, "cop") is not None:
        return head
    if look.lemma in FOLLOWING and head in lexicon.harm_nouns | lexicon.fallout:
        return head
    if look.lemma in UNPUNISHED and look.negated:
        return look.lemma
    return _led_to(look, head)


def _led_to(look: Look, head: str) -> str | None:
    """The word for what an event leads to; of any event at all that somebody warns of, its own."""
    lexicon = look.scene.lexicon
    if look.is_any() and look.scene.cued(look.verb) == "threat" and not look.negated and not look.passive:
        return head
    if look.lemma not in lexicon.leading:
        return None
    found = look.scene.any_of((look.verb + 1, look.phrase[1]), lexicon.fallout | UNPUNISHED)
    return found or (head if head in lexicon.fallout else None)


def done_to(look: Look) -> Draft | None:
    """As in "It will be turned back", "the valves will close": what a speaker says will be done, without the doer."""
    if look.attribution is None or look.subject is None or look.strength == "may":
        return None
    if look.negated and not look.passive:
        return _shut(look)
    if (look.party is not None or look.lemma in look.scene.lexicon.paying) and not look.passive:
        return None
    if pronoun(look.scene.grammar, look.subject) in NOBODY and not look.passive:
        return None
    force, told = look.scene.weighed(look.verb, (look.verb, look.verb + 1) if look.passive else look.phrase)
    force, told = _done_for_sure(look) or (force, told)
    force = force or (look.scene.cued(look.verb) if look.passive else None)
    if force is None or (not look.passive and look.condition is None and not _by_itself(look)):
        return None
    own = look.scene.parties.own(look.verb)
    agent = look.scene.clauses.child(look.verb, "obl:agent")
    doer = look.scene.parties.party(agent, look.verb) if agent is not None else own
    antecedent = look.condition or (look.subject_words() if look.is_any() or look.is_some() else None)
    unharmed = look.negated and force == "threat"
    decided = ("promise" if unharmed else "refusal") if look.negated else force
    draft = look.draft("done to", decided, 0.5, told or look.lemma)
    draft = replace(draft, polarity="negative" if look.negated else "positive")
    consequent = look.phrase if antecedent is not None and look.condition is None else look.clause
    return replace(draft, debtor=doer, creditor=look.creditor(doer), antecedent=antecedent, consequent=consequent)


def _done_for_sure(look: Look) -> tuple[Force, str] | None:
    """Passives that threaten or refuse by themselves: "be held responsible", "be treated as targets"."""
    if not look.passive:
        return None
    if look.lemma == "hold" and look.scene.any_of((look.verb + 1, look.phrase[1]), HELD):
        return "threat", "held responsible"
    if look.lemma in REGARDED:
        cost = look.scene.any_of((look.verb + 1, look.phrase[1]), look.scene.lexicon.harm_nouns | HOSTILE_KINDS)
        return None if cost is None else ("threat", cost)
    if (
        look.negated
        and look.lemma not in look.scene.lexicon.harms | look.scene.lexicon.unwilled | look.scene.lexicon.saying
    ):
        return "promise", look.lemma
    return None


def _by_itself(look: Look) -> bool:
    """As in "the port will reopen": a verb that helps or harms, of a thing, in somebody's words."""
    lexicon = look.scene.lexicon
    thing = look.party is None and look.subject is not None and look.scene.grammar.words[look.subject].upos == "NOUN"
    bare = look.scene.clauses.child(look.verb, "obj", "xcomp", "ccomp") is None
    return thing and bare and look.strength == "will" and look.lemma in lexicon.helps | lexicon.harms


def _shut(look: Look) -> Draft | None:
    """As in "The city will never surrender", "the deadline will not move": said of a thing by who decides it."""
    thing = look.party is None and look.scene.grammar.words[look.subject or 0].upos in ("NOUN", "PROPN")
    own = look.scene.parties.own(look.verb)
    willed = look.lemma in look.scene.lexicon.helps | look.scene.lexicon.harms | HOLDING
    if not thing or own is None or not willed or look.strength != "will" or look.scene.clauses.child(look.verb, "cop"):
        return None
    draft = look.draft("shut", "refusal", 0.5, f"not {look.lemma}")
    draft = replace(draft, debtor=own, creditor=look.creditor(own), strength="ruled out", polarity="negative")
    return replace(draft, consequent=look.clause)
