"""Whether an event that is a fact still goes on: progressive, "continue", "ongoing", "amid", "still"."""

from __future__ import annotations

from itertools import islice

from standoff.extract.events.embedding import preposition
from standoff.extract.grammar import Grammar
from standoff.lexicon.factuality import Factualities

GOING_ON = frozenset(("nsubj", "nsubj:pass", "obj", "xcomp", "ccomp"))
"""What goes on when a governor continues, not when something else did it ("since the talks it kept ...")."""
HAVE = frozenset(("has", "have", "’ve", "'ve", "'s", "’s"))
UNCHANGING = frozenset("set cut put hit shut let split spread cost quit read bid hurt burst cast".split())
"""Presents that are pasts as well."""
STOPS = frozenset(".?!;")
DEEPEST = 12
"""Words above that are looked at: a sentence of news rarely nests deeper, a broken parse may."""
STILL = frozenset(("still", "currently"))


def lasting(grammar: Grammar, known: Factualities, index: int) -> str:
    """The word that tells that the event goes on; empty where none does."""
    told = next((told for child in grammar.under(index) if (told := _of_child(grammar, known, index, child))), "")
    if told:
        return told
    if _keeps_doing(grammar, index):
        return f"present {grammar.form(index).lower()}"
    if _is_state(grammar, known, index):
        return grammar.lemma(index)
    return _of_governor(grammar, known, index)


def _of_child(grammar: Grammar, known: Factualities, index: int, child: int) -> str:
    deprel, lemma = grammar.words[child].deprel, grammar.lemma(child)
    if deprel == "aux" and lemma == "be" and _now(grammar, index, child):
        return f"{grammar.form(child).lower()} {grammar.form(index).lower()}"
    if deprel == "amod" and known.adjectives.get(lemma) == "ongoing":
        return lemma
    return lemma if deprel == "advmod" and lemma in STILL else ""


def _of_governor(grammar: Grammar, known: Factualities, index: int) -> str:
    word = grammar.words[index]
    if known.governors.get(grammar.lemma(index)) == "continues":
        return grammar.lemma(index)
    if word.deprel in GOING_ON and known.governors.get(grammar.lemma(word.head)) == "continues":
        return grammar.lemma(word.head)
    lead = preposition(grammar, known, index) if word.upos in ("NOUN", "PROPN") else None
    return lead[1] if lead is not None and lead[0] == "ongoing" else ""


def _now(grammar: Grammar, index: int, auxiliary: int) -> bool:
    """Whether it is the present progressive, or the perfect one."""
    if not grammar.form(index).lower().endswith("ing"):
        return False
    having = grammar.child(index, "aux")
    return grammar.feature(auxiliary, "Tense") != "Past" or (
        having is not None and grammar.form(having).lower() in HAVE
    )


def _keeps_doing(grammar: Grammar, index: int) -> bool:
    """Whether it is a finite present that tells what somebody keeps doing.

    It does not in a headline, where the present is a narrative past, nor of the speaker ("we urge").
    """
    word = grammar.words[index]
    if word.upos != "VERB" or grammar.form(index).lower() in UNCHANGING:
        return False
    if grammar.feature(index, "Tense") != "Pres" or grammar.feature(index, "VerbForm") != "Fin":
        return False
    subject = grammar.child(index, "nsubj")
    return (subject is None or grammar.lemma(subject) not in ("i", "we")) and _closed(grammar, index)


def _closed(grammar: Grammar, index: int) -> bool:
    """Whether the sentence ends in a full stop, as headlines do not."""
    root = [index, *islice(grammar.above(index), DEEPEST)][-1]
    last = grammar.children.get(root, (root,))[-1]
    return any(grammar.form(at) in STOPS for at in range(max(0, last - 1), min(len(grammar.words), last + 2)))


def _is_state(grammar: Grammar, known: Factualities, index: int) -> bool:
    """Whether the word names a state: a noun, or a participle in the present ("held on the island", "are deployed")."""
    word = grammar.words[index]
    if grammar.lemma(index) not in known.lasting or word.deprel == "compound":
        return False
    passive = grammar.child(index, "aux:pass", "cop")
    present = passive is not None and grammar.feature(passive, "Tense") == "Pres"
    return word.upos == "NOUN" or word.deprel in ("acl", "amod") or present
