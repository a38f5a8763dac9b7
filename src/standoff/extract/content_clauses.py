"""The main clauses of what somebody says, each with what its act turns on: subject, modal, negation, condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.core.parse import Piece
from standoff.extract.grammar import Grammar

MOST = 12
"""Clauses looked at: an act shows in the first ones, and a speech of a thousand would cost as much for nothing."""
LONGEST = 300
"""Words of a piece looked at, for the same reason: twelve clauses of news are shorter."""
JOINED = frozenset(("conj", "parataxis", "ccomp"))
SPEAKING = frozenset(("i", "we"))
CONDITIONS = frozenset(("if", "unless", "should", "had", "provided", "lest"))
WH = frozenset(("who", "whom", "what", "which", "when", "where", "why", "how"))
WH_ROLES = frozenset(("nsubj", "nsubj:pass", "obj", "obl", "advmod"))
OPENING = frozenset(("if", "whether", "unless"))
PREDICATES = frozenset(("VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV", "PRON"))
NEGATIONS = frozenset(("not", "n't", "never", "neither", "nor", "no"))
NEGATING = frozenset(("advmod", "det", "cc", "cc:preconj", "aux", "mark", "discourse", "dep"))
NONE = frozenset(("no", "none", "nobody", "nothing", "neither"))
TENSES = frozenset(("be", "have", "do", "get"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))
ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj", "expl"))

RAISED = {
    "have": "have to",
    "need": "need to",
    "ought": "ought to",
    "go": "going to",
    "be": "be to",
    "ready": "ready",
    "prepare": "ready",
    "prepared": "ready",
    "willing": "ready",
    "plan": "planned",
    "intend": "planned",
    "determined": "planned",
}
"""Verbs and predicates that are modals for the infinitive behind them."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One main clause of a content."""

    head: int
    subject: int | None
    modal: str
    """The lemma of its modal ("will", "must"), "going to" and "have to" among them; empty where it has none."""
    negated: bool
    condition: int | None
    """The head of its "if"; the "event" of "in the event of"."""
    passive: bool
    past: bool
    verb: int
    """The word that tells what is done: under "is ready to talk" it is "talk"."""


def clauses(grammar: Grammar, content: Sequence[Piece]) -> list[Clause]:
    """The main clauses of a content, in order of place, at most ``MOST``; those told by "I think" among them."""
    found: list[int] = []
    for start, end in content:
        words = grammar.between(start, end)
        low, high = words.start, words.stop
        for index in words[:LONGEST]:
            word = grammar.words[index]
            head = word.head
            top = head == index or not low <= head < high or (word.deprel in JOINED and head in found)
            if top and word.upos in PREDICATES:
                found.append(index)
        if len(found) >= MOST:
            break
    first = grammar.between(*content[0]).start if content else 0
    return [_clause(grammar, index) for index in found[:MOST] if not _is_open(grammar, index, first)]


def _is_open(grammar: Grammar, index: int, first: int) -> bool:
    """Whether the clause is itself a condition or a question that is reported: "whether they will go"."""
    for child in grammar.children.get(index, ()):
        if first <= child < index:
            deprel, lemma = grammar.words[child].deprel, grammar.lemma(child)
            if (deprel == "mark" and lemma in OPENING) or (deprel in WH_ROLES and lemma in WH):
                return True
    return False


def _clause(grammar: Grammar, index: int) -> Clause:
    children = grammar.children.get(index, ())
    subject = _subject(grammar, index)
    passive = subject is not None and grammar.words[subject].deprel == "nsubj:pass"
    modal, past = _tense(grammar, index, subject)
    infinitive = next((c for c in children if grammar.words[c].deprel == "xcomp" and _with_to(grammar, c)), None)
    if infinitive is not None and not modal and not passive:
        modal = RAISED.get(grammar.lemma(index), "")
    return Clause(
        head=index,
        subject=subject,
        modal=modal,
        negated=any(_negates(grammar, child) for child in children),
        condition=next((child for child in reversed(children) if _is_condition(grammar, child)), None),
        passive=passive,
        past=past,
        verb=infinitive if infinitive is not None and modal in RAISED.values() else index,
    )


def _subject(grammar: Grammar, index: int) -> int | None:
    """The nearest subject before the word, else the one behind it; "there" only where there is no other."""
    found = [child for child in grammar.children.get(index, ()) if grammar.words[child].deprel in SUBJECTS]
    before = [child for child in found if child < index]
    if not found:
        return grammar.child(index, "expl")
    return before[-1] if before else found[0]


def _tense(grammar: Grammar, index: int, subject: int | None) -> tuple[str, bool]:
    """The modal, and whether it is past or perfect. "Should" before the subject is no modal but an "if"."""
    modal, past = "", grammar.feature(index, "Tense") == "Past"
    for child in grammar.children.get(index, ()):
        word, lemma = grammar.words[child], grammar.lemma(child)
        if word.deprel.startswith(("aux", "cop")):
            past = past or grammar.feature(child, "Tense") == "Past" or lemma == "have"
            inverted = lemma == "should" and (subject is None or child < subject)
            if not modal and word.upos == "AUX" and lemma not in TENSES and not inverted:
                modal = lemma
    return modal, past


def _negates(grammar: Grammar, child: int) -> bool:
    """Whether a dependent negates the clause: "not", or a subject or object that is none."""
    deprel = grammar.words[child].deprel
    if deprel in ARGUMENTS:
        return grammar.lemma(child) in NONE or _of_none(grammar, child)
    return deprel in NEGATING and grammar.lemma(child) in NEGATIONS


def _with_to(grammar: Grammar, index: int) -> bool:
    mark = grammar.child(index, "mark")
    return mark is not None and grammar.lemma(mark) == "to"


def _is_condition(grammar: Grammar, index: int) -> bool:
    """Whether a dependent is an "if" clause, or the "event" of "in the event of"."""
    deprel = grammar.words[index].deprel
    if deprel == "obl":
        return grammar.lemma(index) in ("event", "case")
    if deprel not in ("advcl", "parataxis"):
        return False
    children = grammar.children.get(index, ())
    return any(
        grammar.lemma(child) in CONDITIONS and (grammar.words[child].deprel == "mark" or child == children[0])
        for child in children
    )


def _of_none(grammar: Grammar, index: int) -> bool:
    return any(
        grammar.lemma(child) in ("no", "neither") and grammar.words[child].deprel in ("det", "advmod", "cc:preconj")
        for child in grammar.children.get(index, ())
    )
