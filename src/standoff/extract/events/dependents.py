"""What hangs on a word, as the conditions of the lexicon and the parts of an event ask for it."""

from __future__ import annotations

from standoff.extract.grammar import MOST, Dependent, Grammar

RELATIVE = frozenset(("who", "which", "that", "whom"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))
MEASURES = frozenset(
    "thousand hundred ten number dozen score group series piece couple lot majority most many more convoy column "
    "wave million range batch string handful swath part all some several tens hundreds thousands dozens".split()
)
"""Nouns before "of" that only measure what follows: "tens of thousands of troops"."""


def dependents(grammar: Grammar, index: int) -> list[Dependent]:
    """What hangs on a word, in order of place; the caller's own list."""
    return list(grammar.dependents(index))


def child_of(grammar: Grammar, index: int, *labels: str) -> int | None:
    """The first dependent with one of these labels."""
    return grammar.child(index, *labels)


def joined(grammar: Grammar, index: int) -> list[int]:
    """The word and those joined to it by "and"."""
    found = [index]
    for word in found:
        for child in grammar.under(word):
            if grammar.words[child].deprel == "conj" and len(found) < MOST:
                found.append(child)
    return found


def measured(grammar: Grammar, index: int) -> list[int]:
    """The word, and what it only measures: "thousands" and "troops" of "tens of thousands of troops"."""
    found = [index]
    for word in found:
        counts = grammar.words[word].upos == "NUM" or grammar.lemma(word) in MEASURES
        if counts and len(found) < 6:
            found += [c for c in grammar.under(word) if grammar.words[c].deprel == "nmod"]
    return found


def is_passive(grammar: Grammar, verb: int) -> bool:
    """Whether the verb's subject suffers what it says."""
    if child_of(grammar, verb, "nsubj:pass", "aux:pass", "obl:agent") is not None:
        return True
    word = grammar.words[verb]
    return word.deprel in ("acl", "amod") and is_past_participle(grammar, verb)


def is_past_participle(grammar: Grammar, verb: int) -> bool:
    """Whether the form is one like "seized"; a bare "-ed" where the parse has no features."""
    if grammar.feature(verb, "VerbForm") is None:
        return grammar.form(verb).endswith(("ed", "en", "wn"))
    return grammar.feature(verb, "VerbForm") == "Part" and grammar.feature(verb, "Tense") != "Pres"


def is_gerund(grammar: Grammar, verb: int) -> bool:
    """Whether the form ends in "-ing"."""
    return grammar.form(verb).endswith("ing")


def is_negated(grammar: Grammar, verb: int) -> bool:
    """Whether "not", "n't" or "never" hangs on the verb."""
    return any(
        grammar.lemma(child) in ("not", "n't", "n’t", "never") or grammar.feature(child, "Polarity") == "Neg"
        for child in grammar.under(verb)
        if child < verb and grammar.words[child].deprel in ("advmod", "aux")
    )
