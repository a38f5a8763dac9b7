"""Clauses with "will", "would" or "may": what somebody says he does, what is threatened if, what is refused."""

from __future__ import annotations

from standoff.core.vocabulary import Strength
from standoff.extract.commitments.before import condition_before
from standoff.extract.commitments.clauses import Words
from standoff.extract.commitments.deeds import acted, refused
from standoff.extract.commitments.effects import brought, done_to, suffered
from standoff.extract.commitments.look import Look
from standoff.extract.commitments.scene import Draft, Scene

STRENGTHS: dict[str, Strength] = {
    "will": "will", "shall": "will", "'ll": "will", "’ll": "will", "wo": "will", "go": "will", "gon": "will",
    "would": "would", "'d": "would", "may": "may", "might": "may", "could": "may", "can": "may", "ca": "may",
}  # fmt: skip
PREDICATES = ("VERB", "ADJ", "NOUN", "AUX", "PROPN")
ASIDES = ("whether", "if", "because", "since", "although", "though")


RULES = (suffered, brought, refused, acted, done_to)
"""Tried in this order; the first that fits reads the clause."""


def future(scene: Scene, helper: int) -> Draft | None:
    """The commitment of a clause by its modal auxiliary or "going to"; ``None`` where it binds nobody."""
    lemma = scene.lemma(helper)
    verb = _going_to(scene, helper) if lemma == "go" else scene.clauses.predicate(helper)
    if verb is None or not _is_open(scene, verb):
        return None
    subject = scene.clauses.subject(helper if lemma == "go" else verb)
    clause = scene.clause(verb, subject)
    condition = scene.conditions.of(verb, clause) or _dared(scene, clause) or condition_before(scene, clause)
    look = Look(scene, verb, subject, clause, condition, STRENGTHS[lemma])
    if lemma == "go":
        look.negated = look.negated or scene.clauses.is_negated(helper)
    return next((draft for rule in RULES if (draft := rule(look)) is not None), None)


def _going_to(scene: Scene, going: int) -> int | None:
    """The verb of "going to do"; not of "going to great lengths to do"."""
    behind = scene.grammar.form(going + 1).lower() if going + 1 < len(scene.grammar.words) else ""
    return scene.clauses.infinitive(going) if scene.grammar.form(going).lower() == "going" and behind == "to" else None


def _dared(scene: Scene, clause: Words) -> Words | None:
    """As in "Touch one ship and we will ...": an imperative before "and" or "or" is the condition."""
    first, joint = scene.limits(clause[0])[0], clause[0] - 1
    if joint <= first or scene.grammar.form(joint).lower() not in ("and", "or"):
        return None
    start = next((i for i in range(first, joint) if scene.grammar.words[i].upos != "PUNCT"), joint)
    bare = scene.grammar.words[start].upos == "VERB" and "Mood=Imp" in scene.grammar.words[start].features
    return (start, joint) if bare else None


def _is_open(scene: Scene, verb: int) -> bool:
    """Whether the clause looks ahead at all: no condition itself, no "would have", no question."""
    if scene.grammar.words[verb].upos not in PREDICATES or scene.conditions.holds(verb):
        return False
    if scene.clauses.has_helper(verb, "have") and not scene.clauses.has_helper(verb, "must"):
        return False
    if scene.lemma(verb) == "like":
        return False
    mark = scene.clauses.child(verb, "mark")
    if mark is not None and scene.lemma(mark) in ASIDES:
        return False
    stop = scene.clauses.segment(verb)[1]
    return stop > len(scene.grammar.words) or scene.grammar.form(stop - 1) != "?"
