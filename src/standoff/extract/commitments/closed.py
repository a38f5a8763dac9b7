"""Matters that somebody closes: "there will be no talks", "is not for sale", "is out of the question"."""

from __future__ import annotations

from dataclasses import replace

from standoff.core.records import Mention
from standoff.extract.commitments.clauses import Words
from standoff.extract.commitments.scene import Draft, Scene, joined

FINAL = frozenset("nonnegotiable non-negotiable unthinkable inconceivable".split())
"""Adjectives that close a matter by themselves; "negotiable" does behind "not"."""
NEAR = 6  # words between "there is" and what there is not
BE = ("be", "'s", "’s")


def closed(scene: Scene, word: int) -> Draft | None:
    """As in "is not an option", "is out of the question", "is non-negotiable": said of something by who decides it."""
    above = scene.grammar.words[word].head
    if scene.grammar.form(above).lower() == "up" and 0 < word - above <= 3 and scene.clauses.is_negated(above):
        word = above  # "is not up for discussion"
    elif not _closes(scene, word):
        return None
    subject = scene.clauses.child(word, "nsubj", "csubj", "nsubj:outer")
    if subject is None or subject > word or not _is_predicate(scene, word):
        return None
    return _refusal(scene, "closed", word, scene.clause(word, subject), scene.lemma(word))


def _closes(scene: Scene, word: int) -> bool:
    lemma = scene.lemma(word)
    if lemma in FINAL:
        return True
    negated = scene.clauses.is_negated(word) or scene.grammar.form(max(word - 1, 0)).lower() == "no"
    if lemma == "negotiable":
        return negated
    before = [scene.grammar.form(i).lower() for i in range(max(word - 3, 0), word)]
    away = ("out" in before and lemma == "question") or ("off" in before and lemma in ("table", "agenda"))
    return away or (negated and lemma != "question")


def _is_predicate(scene: Scene, word: int) -> bool:
    return any(
        scene.grammar.words[c].deprel == "cop" and scene.grammar.feature(c, "Tense") != "Past"
        for c in scene.clauses.children(word)
    ) or (scene.grammar.words[word].upos in ("NOUN", "ADJ") and scene.clauses.child(word, "aux") is not None)


def none_to_come(scene: Scene, verb: int) -> Draft | None:
    """As in "There will be no talks", "there can be no peace until ...": what the speaker will not have."""
    what = _what_is_not(scene, verb)
    if what is None or scene.conditions.holds(verb):
        return None
    noun, told = what
    helper = next((c for c in scene.clauses.children(verb) if scene.grammar.words[c].deprel == "aux"), None)
    ahead = helper is not None and scene.lemma(helper) in ("will", "can", "'ll", "shall", "would", "must", "ca", "wo")
    known = scene.weighed(noun, scene.noun_phrase(noun))[0] is not None or scene.lemma(noun) in scene.lexicon.giving
    if not (ahead or told in scene.lexicon.chances or (told == "nothing" and _is_deed(scene, noun))):
        return None
    if (
        ahead
        and told not in scene.lexicon.chances
        and not known
        and scene.conditions.of(verb, _clause(scene, verb)) is None
    ):
        return None
    return _refusal(scene, "none to come", verb, _clause(scene, verb), told)


def _clause(scene: Scene, verb: int) -> Words:
    there = scene.clauses.child(verb, "expl")
    clause = scene.clause(verb, None)
    return clause if there is None or there > verb else joined((there, there + 1), clause)


def _what_is_not(scene: Scene, verb: int) -> tuple[int, str] | None:
    """The noun behind "there is no", or "nothing"."""
    there = scene.clauses.child(verb, "expl")
    noun = scene.clauses.child(verb, "nsubj")
    if there is None or noun is None or scene.grammar.form(there).lower() != "there" or not 0 < noun - verb <= NEAR:
        return None
    if scene.lemma(noun) == "nothing" or scene.clauses.begins_with_no(noun):
        return noun, scene.lemma(noun)
    return (noun, scene.lemma(noun)) if scene.clauses.is_negated(verb) else None


def _is_deed(scene: Scene, noun: int) -> bool:
    """As in "nothing to negotiate", "nothing to discuss"."""
    deed = scene.clauses.infinitive(noun)
    return deed is not None and scene.lemma(deed) in scene.lexicon.helps


def _refusal(scene: Scene, rule: str, head: int, clause: Words, told: str) -> Draft | None:
    own: Mention | None = scene.parties.own(head)
    condition = scene.conditions.of(head, clause)
    if own is None or scene.told_with(head) is None:
        return None
    draft = Draft(rule, "refusal", 0.65, head, joined(clause, condition), clause, f"no {told}", debtor=own)
    return replace(
        draft,
        antecedent=condition,
        strength="ruled out",
        polarity="negative",
        creditor=scene.parties.counterpart(head, own),
        runner_up="threat" if condition is not None else "red_line",
    )
