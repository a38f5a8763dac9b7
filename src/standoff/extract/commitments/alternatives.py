"""What is threatened if a demand is not met: "must leave or face arrest", "... Otherwise the army will go in"."""

from __future__ import annotations

from dataclasses import replace

from standoff.core.records import Mention
from standoff.extract.commitments.clauses import Words
from standoff.extract.commitments.scene import Draft, Scene

SUFFERING = frozenset("face risk suffer incur lose pay".split())
ASKING = frozenset("must should to ought need have".split())
REACH = 8  # words behind "or" in which its verb stands
SHORTEST = 2  # words of what is threatened: a bare "or face" is a broken clause
BEFORE = 40  # words before it in which the demand is looked for


def or_else(scene: Scene, joint: int) -> Draft | None:
    """As in "leave by Friday or face arrest", "or be arrested": the demand before it is the condition."""
    verb = _verb(scene, joint)
    first = scene.limits(joint)[0]
    if verb is None or joint <= first:
        return None
    asked = range(max(first, joint - BEFORE), joint)
    asks = any(scene.grammar.form(i).lower() in ASKING or scene.lemma(i) in scene.lexicon.demand_nouns for i in asked)
    if not asks and "Mood=Imp" not in scene.grammar.words[scene.grammar.words[verb].head].features:
        return None
    words = (joint + 1, max(scene.phrase(verb)[1], verb + 1))
    condition = _demand(scene, verb, joint, first)
    threatens = _who_threatens(scene, verb, condition)
    draft = Draft("or else", "threat", 0.7, verb, (joint, words[1]), words, f"or {scene.lemma(verb)}", debtor=threatens)
    if threatens is None or words[1] - words[0] < SHORTEST:
        return None
    suffers = scene.parties.party(scene.clauses.subject(verb), verb)
    return replace(draft, antecedent=condition, creditor=suffers or scene.parties.counterpart(verb, threatens))


def _verb(scene: Scene, joint: int) -> int | None:
    """The verb behind "or" where it says what somebody suffers: "face", "risk", "be arrested"."""
    stop = min(joint + REACH, scene.clauses.segment(joint)[1])
    verb = next((i for i in range(joint + 1, stop) if scene.grammar.words[i].upos == "VERB"), None)
    if verb is None or scene.grammar.words[verb].deprel not in ("conj", "parataxis", "acl", "root", "ccomp", "xcomp"):
        return None
    if scene.grammar.words[joint].head not in (verb, joint + 1) and scene.grammar.words[joint].deprel != "cc":
        return None
    if verb == joint + 1 and scene.lemma(verb) in SUFFERING:
        return verb
    if scene.clauses.subject(verb) == joint + 1 and "Mood=Imp" in scene.grammar.words[scene.limits(joint)[0]].features:
        return verb  # "Lift the tolls, or we close the canal"
    done_to = scene.clauses.is_passive(verb) and scene.grammar.form(joint + 1).lower() == "be"
    return verb if done_to and scene.lemma(verb) not in scene.lexicon.helps else None


def _demand(scene: Scene, verb: int, joint: int, first: int) -> Words:
    """The clause before "or", from the verb it is joined to, with that verb's subject."""
    other = scene.grammar.words[verb].head
    if not first <= other < joint:
        return first, joint
    return scene.clauses.reach(other, (first, joint), frozenset((verb,)))


def _who_threatens(scene: Scene, verb: int, condition: Words) -> Mention | None:
    """Who asks: the subject of the verb of asking before it, else the side that speaks."""
    words = scene.grammar.words
    for index in range(condition[0], condition[1]):
        if words[index].upos == "VERB" and scene.lemma(index) in scene.lexicon.directing:
            asker = scene.parties.doer(scene.clauses.child(index, "nsubj"), index)
            if asker is not None:
                return asker
    other = words[verb].head
    asks = words[other].head
    if words[other].deprel in ("xcomp", "ccomp") and scene.lemma(asks) in scene.lexicon.directing:
        asker = scene.parties.doer(scene.clauses.subject(asks), asks)
        if asker is not None:
            return asker
    return scene.parties.own(verb)
