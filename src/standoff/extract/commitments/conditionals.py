"""Conditional threats and promises in the present tense: "If the gates close, the port closes"."""

from __future__ import annotations

from standoff.extract.commitments.parties import pronoun
from standoff.extract.commitments.scene import Draft, Scene, joined

GENERIC = ("you", "one", "that", "this")
MODALS = ("will", "would", "shall", "may", "might", "could", "can", "should", "must", "have", "'ll", "'d")


def conditional(scene: Scene, marker: int) -> Draft | None:
    """What a speaker says follows from a condition, without "will"; by the speaker's side, in direct speech only."""
    verb = _main_verb(scene, marker)
    if verb is None:
        return None
    subject, own = scene.clauses.subject(verb), scene.parties.own(verb)
    if subject is None or own is None or pronoun(scene.grammar, subject) in GENERIC:
        return None
    clause = scene.clause(verb, subject)
    words = scene.conditions.of(verb, clause)
    party = scene.parties.party(subject, verb)
    force = scene.weighed(verb, scene.phrase(verb))[0] or scene.cued(verb)
    if words is None or force is None or (party is not None and scene.parties.same_side(party, own) is False):
        return None
    at, told = joined(clause, words), scene.lemma(verb)
    return Draft("conditional", force, 0.55, verb, at, clause, told, debtor=party or own, antecedent=words)


def _main_verb(scene: Scene, marker: int) -> int | None:
    """The verb on which a condition hangs, where it is said word for word and looks neither back nor ahead."""
    condition = scene.grammar.words[marker].head
    verb = scene.grammar.words[condition].head
    if scene.grammar.words[condition].deprel != "advcl" or scene.grammar.words[verb].upos != "VERB":
        return None
    attribution = scene.told_with(verb)
    if attribution is None or attribution.mode == "indirect" or scene.clauses.has_helper(verb, *MODALS):
        return None
    return None if scene.grammar.feature(verb, "Tense") == "Past" else verb
