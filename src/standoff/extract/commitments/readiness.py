"""Predicates that bind their subject by readiness or arrangement: "is ready to", "is due to", "is to", "X to host"."""

from __future__ import annotations

from dataclasses import replace

from standoff.core.records import Mention
from standoff.extract.commitments.bindings import withheld
from standoff.extract.commitments.clauses import Words
from standoff.extract.commitments.scene import Draft, Scene, joined

WAS = frozenset("is are was were ’s 's am".split())
HEADING = 5  # words of a headline's subject
STANDING = frozenset("stand remain be stay".split())


def poised(scene: Scene, word: int) -> Draft | None:
    """As in "stands ready to receive", "is expected to speak": a predicate of readiness, or of what is arranged."""
    deed = scene.clauses.infinitive(word)
    if deed is None:
        deed = _after_to(scene, word + 1)
    if deed is None or not _is_predicate(scene, word) or scene.conditions.holds(word):
        return None
    return _standing(scene, word, deed)


def arranged(scene: Scene, mark: int) -> Draft | None:
    """As in "is to travel", "were to go free": what is arranged for an actor."""
    before = mark - 2 if mark > 1 and scene.grammar.words[mark - 1].upos in ("ADV", "PART") else mark - 1
    if before < 0 or scene.grammar.form(before).lower() not in WAS:
        return None
    deed = _after_to(scene, mark)
    if deed is None or scene.conditions.holds(deed):
        return None
    return _standing(scene, before, deed)


def _after_to(scene: Scene, mark: int) -> int | None:
    """The verb behind "to"."""
    if mark >= len(scene.grammar.words) or scene.grammar.form(mark).lower() != "to":
        return None
    stop = min(mark + 4, scene.clauses.segment(mark)[1])
    return next((i for i in range(mark + 1, stop) if scene.grammar.words[i].upos == "VERB"), None)


def _is_predicate(scene: Scene, word: int) -> bool:
    """Whether a word stands behind "is", "stands", "remains"."""
    clauses, words = scene.clauses, scene.grammar.words
    if any(words[c].deprel in ("cop", "aux:pass", "nsubj:pass") for c in clauses.children(word)):
        return True
    if words[word].upos == "ADJ" and any(words[c].deprel == "nsubj" and c < word for c in clauses.children(word)):
        return True  # a headline: "Rebels ready to lay down arms"
    if scene.lemma(words[word].head) in STANDING and words[word].deprel in ("xcomp", "advmod", "acl"):
        return True
    return any(scene.lemma(i) in STANDING for i in range(max(word - 2, 0), word))


def _standing(scene: Scene, word: int, deed: int) -> Draft | None:
    clauses = scene.clauses
    subject = clauses.subject(word)
    if subject is None:
        subject = clauses.subject(deed)
    if subject is None or subject > word:
        return None
    party = scene.parties.party(subject, word)
    if party is None or scene.lemma(deed) in scene.lexicon.unwilled:
        return None
    consequent = scene.phrase(deed)
    near = subject if scene.limits(word)[0] <= subject else word
    whole = joined(scene.clause(word, near), (min(word, deed), deed + 1), consequent)
    if clauses.is_negated(word):
        return withheld(word, scene.lemma(word), whole, party)
    return _poised(scene, word, deed, whole, party)


def _poised(scene: Scene, word: int, deed: int, whole: Words, party: Mention) -> Draft:
    consequent = scene.phrase(deed)
    condition = scene.conditions.of(deed, consequent) or scene.conditions.of(word, whole)
    force, told = scene.weighed(deed, consequent)
    draft = Draft(
        "poised",
        force or "promise",
        0.7,
        deed,
        joined(whole, condition),
        consequent,
        f"{scene.lemma(word)} to {told or scene.lemma(deed)}",
        debtor=party,
        antecedent=condition,
    )
    return replace(draft, creditor=scene.parties.counterpart(deed, party), runner_up="threat" if not force else None)


def headed(scene: Scene, mark: int) -> Draft | None:
    """A headline's future: "Sultan to host talks"."""
    words = scene.grammar.words
    deed = words[mark].head
    subject = _heading(scene, mark, deed)
    if subject is None and (words[deed].deprel != "root" or words[deed].upos != "VERB" or deed < mark):
        return None
    subject = scene.clauses.child(deed, "nsubj", "nsubj:pass") if subject is None else subject
    party = scene.parties.party(subject, deed) if subject is not None and subject < mark else None
    if party is None or scene.clauses.child(deed, "aux", "cop") is not None:
        return None
    clause = scene.clause(deed, subject)
    force, told = scene.weighed(deed, scene.phrase(deed))
    condition = scene.conditions.of(deed, clause)
    decided = force or "promise"
    if condition is not None and scene.grammar.form(condition[0]).lower() == "unless":
        decided = "threat"
    whole, consequent = joined(clause, condition), scene.phrase(deed)
    draft = Draft("headed", decided, 0.6, deed, whole, consequent, f"to {told or 'do'}", debtor=party)
    return replace(draft, antecedent=condition, creditor=scene.parties.counterpart(deed, party))


def _heading(scene: Scene, mark: int, deed: int) -> int | None:
    """The name a headline begins with, where the parse took it for the root: "Ostland to free 12 fishermen"."""
    words, name = scene.grammar.words, scene.grammar.words[deed].head
    if words[deed].deprel != "acl" or deed != mark + 1 or name != mark - 1 or words[name].deprel != "root":
        return None
    if name - scene.limits(mark)[0] > HEADING:
        return None
    finite = any(words[c].deprel in ("parataxis", "nsubj") for c in scene.clauses.children(name))
    return None if finite else name
