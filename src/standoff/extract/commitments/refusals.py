"""Refusals and denials: "rejected the demand", "ruled out talks", "denied any build-up", "does not bargain"."""

from __future__ import annotations

from dataclasses import replace

from standoff.core.records import Mention
from standoff.extract.commitments.clauses import Words
from standoff.extract.commitments.parties import FIRST_PERSONS, pronoun
from standoff.extract.commitments.scene import Draft, Scene, joined

PEOPLE = ("person",)
INERT = frozenset("be have know think believe want need see like care mean understand remember".split())
MODALS = ("will", "would", "shall", "can", "could", "may", "might", "should", "must")


def refusing(scene: Scene, verb: int) -> Draft | None:
    """The refusal or denial of a verb that says no; ``None`` for "declined to comment" and persons dismissed."""
    lemma, clauses = scene.lemma(verb), scene.clauses
    if scene.grammar.words[verb].upos != "VERB" or scene.conditions.holds(verb):
        return None
    if not _has_particle(scene, verb, lemma):
        return None
    passive = clauses.is_passive(verb)
    subject = clauses.child(verb, "obl:agent") if passive else clauses.subject(verb)
    party = scene.parties.doer(subject, verb)
    target = _target(scene, verb)
    if party is None or passive or not _says_no(scene, verb, target):
        return None
    consequent = scene.phrase(verb)
    whole = joined(scene.clause(verb, clauses.child(verb, "nsubj")), consequent)
    if clauses.is_negated(verb):
        return _left_open(scene, verb, target, whole, party) if lemma == "rule" else None
    head = verb if target is None else target
    draft = Draft("refusing", "refusal", 0.8, head, whole, consequent, lemma, debtor=party)
    return replace(
        draft,
        strength="ruled out",
        polarity="negative",
        creditor=scene.parties.counterpart(verb, party),
        runner_up="red_line" if lemma in ("oppose", "rule") else None,
    )


def _has_particle(scene: Scene, verb: int, lemma: str) -> bool:
    """Whether the particle is there of a verb that refuses only with it: "rule out", "turn down"."""
    near = [scene.grammar.form(c).lower() for c in _near(scene, verb)]
    if lemma == "rule":
        return "out" in near
    if lemma in scene.lexicon.refusing | scene.lexicon.denying:
        return True
    return bool(near) and f"{lemma} {near[0]}" in scene.lexicon.particled


def said_no(scene: Scene, word: int) -> Draft | None:
    """As in "said no to observers"."""
    verb = scene.grammar.words[word].head
    behind = word + 1 < len(scene.grammar.words) and scene.grammar.form(word + 1).lower() == "to"
    if not behind or scene.lemma(verb) != "say" or not 0 < word - verb <= 2:
        return None
    party = scene.parties.doer(scene.clauses.subject(verb), verb)
    if party is None or scene.conditions.holds(verb):
        return None
    consequent = scene.phrase(verb)
    whole = joined(scene.clause(verb, scene.clauses.child(verb, "nsubj")), consequent)
    draft = Draft("refusing", "refusal", 0.7, verb, whole, consequent, "say no", debtor=party, strength="ruled out")
    return replace(draft, polarity="negative", creditor=scene.parties.counterpart(verb, party))


def _near(scene: Scene, verb: int) -> range:
    return range(verb + 1, min(verb + 4, len(scene.grammar.words)))


def _target(scene: Scene, verb: int) -> int | None:
    """What is refused: an infinitive, a clause, a noun."""
    deed = scene.clauses.infinitive(verb)
    if deed is not None:
        return deed
    own = scene.clauses.child(verb, "obj", "ccomp", "xcomp")
    if own is not None:
        return own
    gerunds = (c for c in scene.clauses.children(verb) if c > verb and scene.grammar.form(c).lower().endswith("ing"))
    return next((c for c in gerunds if scene.grammar.words[c].deprel in ("advcl", "obl")), None)


def _says_no(scene: Scene, verb: int, target: int | None) -> bool:
    """Whether what is refused can be asked of a party: something, no person, no comment."""
    if target is None or (target < verb and scene.grammar.words[verb].deprel != "acl:relcl"):
        return False
    lemma = scene.lemma(verb)
    if lemma in ("decline", "refuse") and scene.lemma(target) in scene.lexicon.speechless:
        return False
    mention = scene.parties.at(target)
    if mention is not None and mention.type in (*PEOPLE, "state"):
        return False
    if lemma == "deny" and scene.clauses.child(verb, "iobj") is not None:
        return False
    return scene.grammar.words[target].upos not in ("NUM", "PUNCT")


def _left_open(scene: Scene, verb: int, target: int | None, whole: Words, party: Mention) -> Draft | None:
    """As in "did not rule out strikes": what is kept open may come."""
    if target is None:
        return None
    consequent = scene.clauses.reach(target, (verb + 1, scene.limits(verb)[1]))
    force, told = scene.weighed(target, consequent)
    draft = Draft("left open", force or "threat", 0.5, target, whole, consequent, f"not rule out {told}", debtor=party)
    return replace(draft, strength="may", creditor=scene.parties.counterpart(verb, party))


def negated(scene: Scene, word: int) -> Draft | None:
    """As in "Varnia does not blockade anyone": what the speaker's own side says it does not do, or did not do."""
    verb = scene.grammar.words[word].head
    subject = scene.clauses.subject(verb) if _is_disowned(scene, verb) else None
    if subject is None or subject > verb:
        return None
    party, own = scene.parties.party(subject, verb), scene.parties.own(verb)
    if party is None or not _is_own(scene, party, own) or not _is_body(scene, party, subject):
        return None
    clause, told = scene.clause(verb, subject), f"not {scene.lemma(verb)}"
    draft = Draft("negated", "refusal", 0.55, verb, clause, scene.phrase(verb), told, debtor=party)
    return replace(draft, strength="ruled out", polarity="negative", creditor=scene.parties.counterpart(verb, party))


def _is_disowned(scene: Scene, verb: int) -> bool:
    """Whether a verb is one of doing, in the words of somebody who does not do it now, or denies to have done it."""
    if scene.grammar.words[verb].upos != "VERB" or scene.lemma(verb) in INERT | scene.lexicon.unwilled:
        return False
    attribution, clauses = scene.told_with(verb), scene.clauses
    if attribution is None or scene.conditions.holds(verb) or clauses.has_helper(verb, *MODALS):
        return False
    going = clauses.has_helper(verb, "be") and scene.grammar.form(verb).lower().endswith("ing")
    present = (clauses.has_helper(verb, "do") or going) and not _is_past(scene, verb)
    return present or attribution.act in ("denies", "rejects")


def _is_body(scene: Scene, party: Mention, subject: int) -> bool:
    """Whether a body is spoken of, or "we": what a person does not do is his own affair."""
    form = pronoun(scene.grammar, subject)
    if party.type == "person" and form not in FIRST_PERSONS:
        return False
    own = scene.parties.same_side(party, scene.parties.speaker(subject))
    return bool(own) or not scene.parties.is_it(subject)


def _is_own(scene: Scene, party: Mention, own: Mention | None) -> bool:
    """Whether the speaker's own side is spoken of; a state whose speaker's side nobody tells may be his."""
    same = scene.parties.same_side(party, own)
    return bool(same) or (same is None and party.type != "person")


def _is_past(scene: Scene, verb: int) -> bool:
    return any(
        scene.grammar.feature(c, "Tense") == "Past"
        for c in scene.clauses.children(verb)
        if scene.grammar.words[c].deprel == "aux"
    )
