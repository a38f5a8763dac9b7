"""What a word's own auxiliaries, adjectives, mood and tense say of its factuality, before anything above it does."""

from __future__ import annotations

from typing import Literal, NamedTuple

from standoff.extract.events.negation import negated
from standoff.extract.grammar import Grammar, is_definite
from standoff.lexicon.factuality import Factualities
from standoff.lexicon.lexicon import Lexicon

State = Literal["fact", "planned", "possible", "denied"]


DESCRIBING = frozenset(("amod", "det", "advmod"))
BEING = frozenset(("aux", "aux:pass", "cop"))
TYING = frozenset(("mark", "case", "advmod", "amod"))
TELLING = DESCRIBING | {"mark", "aux", "aux:pass", "cop"}


class Reading(NamedTuple):
    """A state and the words that told it."""

    state: State
    told: str


PLAIN = Reading("fact", "")


def marked(grammar: Grammar, lexicon: Lexicon, index: int, context: Reading, reported: bool) -> Reading:
    """The state of a word in a context: what stands above it, and its own modal, mark, adjective and negation.

    ``reported``: it is told in the past what somebody said then, so that "would" is a future seen from there.
    """
    modal = _modal(grammar, lexicon, index, reported)
    found = _combined(context, modal) if modal is not None else context
    negation = negated(grammar, index)
    if negation is None or _only_described(grammar, index) or (negation == "no" and found.state == "denied"):
        return found
    return _not(found, negation, modal)


def _only_described(grammar: Grammar, index: int) -> bool:
    """Whether the negation is of a description: "it was not a good meeting" speaks of a meeting."""
    return grammar.child(index, "cop") is not None and grammar.child(index, "amod", "compound") is not None


def _combined(context: Reading, modal: Reading) -> Reading:
    """A possibility of a plan is a possibility; what is denied or only possible stays so whatever is inside it."""
    if context.state in ("denied", "possible"):
        return context
    return modal


def _not(found: Reading, negation: str, modal: Reading | None) -> Reading:
    """What negation makes of a state: a plan or fact is denied, a possibility stays one unless it is "cannot"."""
    if found.state == "possible":
        ruled_out = modal is not None and modal.told in ("can", "could", "would")
        return Reading("denied", f"{modal.told} {negation}") if ruled_out and modal is not None else found
    if found.state == "denied":
        return Reading("possible", f"{found.told} {negation}".strip())
    return Reading("denied", f"{found.told} {negation}".strip())


def _modal(grammar: Grammar, lexicon: Lexicon, index: int, reported: bool) -> Reading | None:
    """The weightiest of a word's own modals, marks and adjectives."""
    found: Reading | None = None
    known = lexicon.factualities
    for child in grammar.under(index):
        if grammar.words[child].deprel not in TELLING:
            continue
        reading = _of_child(grammar, known, child)
        if reading is not None and reading.told == "would" and reported and _by_an_actor(grammar, lexicon, index):
            reading = Reading("planned", "would")
        if reading is not None and (found is None or reading.state != "planned"):
            found = reading
    if found is None or found.state == "planned":
        return _of_clause(grammar, known, index, found) or found
    return found


def _of_child(grammar: Grammar, known: Factualities, child: int) -> Reading | None:
    deprel, lemma = grammar.words[child].deprel, grammar.lemma(child)
    if deprel in DESCRIBING:
        return _state(known.adjectives.get(lemma) or known.adjectives.get(grammar.form(child).lower()), lemma)
    if deprel == "mark":
        return Reading("possible", lemma) if lemma in known.conditional else None
    return _state(known.modals.get(lemma), lemma)


def _state(effect: str | None, told: str) -> Reading | None:
    match effect:
        case "possible":
            return Reading("possible", told)
        case "planned":
            return Reading("planned", told)
        case "negative":
            return Reading("denied", told)
    return None


def _of_clause(grammar: Grammar, known: Factualities, index: int, planned: Reading | None) -> Reading | None:
    """Imperatives, yes-or-no questions, and plans under a condition: open."""
    if _imperative(grammar, index):
        return Reading("possible", "imperative")
    if planned is None and (announced(grammar, index) or _arranged(grammar, index)):
        planned = Reading("planned", "to")
    if (planned is not None or _present(grammar, index)) and conditioned(grammar, known, index):
        return Reading("possible", f"{'present' if planned is None else planned.told} under a condition")
    return planned


def _present(grammar: Grammar, index: int) -> bool:
    return grammar.words[index].upos == "VERB" and grammar.feature(index, "Tense") == "Pres"


def _imperative(grammar: Grammar, index: int) -> bool:
    """A main verb without a subject in the imperative: "leave", "do not leave"."""
    word = grammar.words[index]
    if word.head != index or word.upos != "VERB" or grammar.child(index, "nsubj", "nsubj:pass", "mark") is not None:
        return False
    mood = grammar.child(index, "aux")
    if mood is None:
        return grammar.feature(index, "Mood") == "Imp"
    return grammar.form(mood).lower() == "do" and grammar.feature(index, "VerbForm") == "Inf"


def _arranged(grammar: Grammar, index: int) -> bool:
    """Whether it "is to be" or "is due to be"."""
    be = to = False
    for child in grammar.under(index):
        deprel = grammar.words[child].deprel
        if deprel in BEING:
            be = be or (child < index and grammar.lemma(child) == "be" and grammar.feature(child, "VerbForm") == "Fin")
        elif deprel in TYING:
            to = to or grammar.lemma(child) in ("to", "due")
    return be and to


def announced(grammar: Grammar, index: int) -> bool:
    """Whether the word is the infinitive of a headline: "Varnia to hold drills"."""
    word, mark = grammar.words[index], grammar.child(index, "mark")
    if mark is None or grammar.lemma(mark) != "to":
        return False
    if word.head != index and grammar.words[word.head].upos != "PROPN":
        return False
    return word.head != index or grammar.child(index, "nsubj", "nsubj:pass") is not None


def conditioned(grammar: Grammar, known: Factualities, index: int) -> bool:
    """Whether a clause has a condition: an "if" clause below it, or "in the event of"."""
    for child in grammar.under(index):
        word = grammar.words[child]
        if word.deprel == "advcl" and _is_condition(grammar, known, child):
            return True
        if word.deprel.startswith("obl") and grammar.lemma(child) in ("event", "case") and child > 0:
            return True
    return False


def _by_an_actor(grammar: Grammar, lexicon: Lexicon, index: int) -> bool:
    """Whether somebody does it: "said the envoy would go" tells a plan, "said an attack would hurt" a consequence."""
    subject = grammar.child(index, "nsubj", "nsubj:pass")
    if subject is None:
        return False
    if grammar.words[subject].deprel == "nsubj:pass" and is_definite(grammar, subject):
        return True
    return grammar.words[subject].upos in ("PROPN", "PRON") or lexicon.noun_type(grammar.form(subject)) is not None


def _is_condition(grammar: Grammar, known: Factualities, index: int) -> bool:
    """Whether a clause is an "if", an "only when", a "provided that", or a "should" before its subject."""
    if grammar.lemma(index) in ("provide", "assume", "suppose") and grammar.feature(index, "VerbForm") == "Part":
        return True
    children = grammar.under(index)
    if any(grammar.lemma(c) in known.conditional and grammar.words[c].deprel == "mark" for c in children):
        return True
    first = children[0] if children else index
    if grammar.words[first].deprel.startswith("aux") and grammar.lemma(first) in ("should", "have"):
        return True
    return grammar.lemma(first) == "only" or (0 < first < index and grammar.lemma(first - 1) == "only")
