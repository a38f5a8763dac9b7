"""Conditions in the sentence before: "And if the talks fail? Then we ...", "Any attack ... It would be met"."""

from __future__ import annotations

from standoff.extract.commitments.clauses import SUBJECTS, WINDOW, Words
from standoff.extract.commitments.scene import Scene

LINKS = frozenset(("then", "otherwise"))
OPEN = frozenset("any every another further whoever anyone whatever".split())
POINTING = frozenset(("it", "this", "that"))


def condition_before(scene: Scene, clause: Words) -> Words | None:
    """The condition that the sentence before gives a clause; ``None`` where nothing ties the two."""
    words = scene.grammar.words
    first = _first(scene, clause[0])
    if first == 0 or clause[0] - first > LEAD:
        return None
    before = _sentence_before(scene, first)
    forms = [scene.grammar.form(i).lower() for i in range(first, clause[0] + 1)]
    asked = scene.grammar.form(before[1] - 1) == "?"
    if asked or "then" in forms:
        return _if(scene, before, asked=asked)
    if "otherwise" in forms:
        return _demanded(scene, before)
    if words[clause[0]].upos in ("PRON", "DET") and scene.grammar.form(clause[0]).lower() in POINTING:
        return _any(scene, before)
    return None


LEAD = 8
"""Words that may stand before the clause in its own sentence: a quotation mark, "then", "Otherwise, he said, ..."."""


def _first(scene: Scene, index: int) -> int:
    number, stop = scene.grammar.words[index].sentence, max(0, index - LEAD - 1)
    while index > stop and scene.grammar.words[index - 1].sentence == number:
        index -= 1
    return index


def _sentence_before(scene: Scene, first: int) -> Words:
    """The sentence that ends where this one begins, without quotation marks behind it; as much as the window holds."""
    stop = first
    while stop > 1 and scene.grammar.form(stop - 1) in ("”", '"', "’", "“"):
        stop -= 1
    number, start = scene.grammar.words[stop - 1].sentence, stop - 1
    while start > max(0, stop - WINDOW) and scene.grammar.words[start - 1].sentence == number:
        start -= 1
    return start, stop


def _if(scene: Scene, before: Words, *, asked: bool) -> Words | None:
    """What is asked or supposed with "if", up to the comma or the mark that ends it."""
    mark = next((i for i in range(*before) if scene.grammar.form(i).lower() == "if"), None)
    if mark is None or (not asked and mark - before[0] > 2):
        return None
    stop = next((i for i in range(mark + 2, before[1]) if scene.grammar.form(i) in (",", "?")), before[1])
    return mark, max(stop, mark + 1)


def _demanded(scene: Scene, before: Words) -> Words | None:
    """What was asked for, as the condition of what comes otherwise."""
    helpers = ("must", "should", "have", "need")
    at = next((i for i in range(*before) if scene.lemma(i) in helpers or _is_bid(scene, i)), None)
    if at is None:
        return None
    verb = scene.clauses.predicate(at) if scene.grammar.words[at].deprel.startswith("aux") else at
    clause = scene.clause(verb, scene.clauses.subject(verb))
    return max(clause[0], before[0]), min(clause[1], before[1])


def _is_bid(scene: Scene, index: int) -> bool:
    return "Mood=Imp" in scene.grammar.words[index].features


def _any(scene: Scene, before: Words) -> Words | None:
    """The subject of the sentence before, where it is any of its kind."""
    subject = next((i for i in range(*before) if scene.grammar.words[i].deprel in SUBJECTS), None)
    if subject is None or not any(scene.grammar.form(c).lower() in OPEN for c in scene.clauses.children(subject)):
        return None
    found = scene.clauses.reach(subject, (before[0], max(scene.grammar.words[subject].head, subject + 1)))
    helpers = [
        c
        for c in scene.clauses.children(scene.grammar.words[subject].head)
        if c > subject and scene.grammar.words[c].deprel.startswith(("aux", "cop"))
    ]
    return found[0], max(subject + 1, min([found[1], *helpers]))
