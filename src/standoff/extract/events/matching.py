"""Which entry of the lexicon a word of the text fits, with the words that made it fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from standoff.extract.events.clauses import clause_of
from standoff.extract.events.dependents import (
    dependents,
    is_negated,
    is_passive,
    is_past_participle,
    joined,
    measured,
)
from standoff.extract.grammar import Dependent, Grammar
from standoff.lexicon.plover import Condition, Entry

PARTICLES = frozenset(("compound:prt", "advmod", "case", "mark", "obl", "compound"))
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday day morning night weekend january february march april "
    "may june july august september october november december eve occasion condition".split()
)
PREDICATES = frozenset(("xcomp", "ccomp", "advcl"))
OBJECTS = frozenset(("obj", "iobj", "nsubj:pass"))


class Fit(NamedTuple):
    """An entry and the words below the trigger that it rests on."""

    entry: Entry
    words: tuple[int, ...]


class Below(NamedTuple):
    """What hangs on a trigger, and every lemma there that a condition may ask for."""

    dependents: list[Dependent]
    lemmas: frozenset[str]


def fit_verb(grammar: Grammar, verb: int, entries: Sequence[Entry]) -> Fit | None:
    """The weightiest entry that fits a verb."""
    below: Below | None = None
    subjects: frozenset[str] | None = None
    for entry in entries:
        if entry.before and subjects is None:
            subjects = _subjects(grammar, verb)
        if subjects is not None and entry.before and subjects.isdisjoint(entry.before[0]):
            continue
        if entry.negated and not is_negated(grammar, verb):
            continue
        if not entry.conditions:
            return Fit(entry, ())
        if below is None:
            below = _below(grammar, _with_object(grammar, verb))
        used = _all_met(grammar, verb, below, entry.conditions)
        if used is not None:
            return Fit(entry, used)
    return None


def _subjects(grammar: Grammar, verb: int) -> frozenset[str]:
    """The lemmas of the subject, of what it measures too."""
    subjects = clause_of(grammar, verb).subjects
    return frozenset(grammar.lemma(word) for subject in subjects for word in measured(grammar, subject))


def fit_noun(grammar: Grammar, noun: int, first: int, entries: Sequence[Entry]) -> Fit | None:
    """The weightiest entry that fits a noun; ``first`` is the first word of it, where hyphens part it."""
    below: Below | None = None
    for entry in entries:
        before = _before(grammar, noun, first, entry)
        if before is None:
            continue
        if not entry.conditions:
            return Fit(entry, before)
        if below is None:
            below = _below(grammar, dependents(grammar, noun))
        used = _all_met(grammar, noun, below, entry.conditions)
        if used is not None:
            return Fit(entry, (*before, *used))
    return None


def _below(grammar: Grammar, found: list[Dependent]) -> Below:
    lemmas = {each.case for each in found if each.case is not None}
    for each in found:
        lemmas.update(grammar.lemma(m) for word in joined(grammar, each.word) for m in measured(grammar, word))
    return Below(found, frozenset(lemmas))


def _before(grammar: Grammar, noun: int, first: int, entry: Entry) -> tuple[int, ...] | None:
    """The words before a noun that an entry begins with: right before it, or among its modifiers where it is one."""
    start = first - len(entry.before)
    if start >= 0 and all(grammar.lemma(start + n) in words for n, words in enumerate(entry.before)):
        return tuple(range(start, first))
    if len(entry.before) != 1:
        return None
    modifiers = (
        word
        for child in grammar.under(noun)
        if child < first and grammar.words[child].deprel in ("amod", "compound")
        for word in joined(grammar, child)
    )
    found = next((word for word in modifiers if grammar.lemma(word) in entry.before[0]), None)
    return None if found is None else (found,)


def _with_object(grammar: Grammar, verb: int) -> list[Dependent]:
    """What hangs on the verb; for "the troops deployed there" and "a deal that he signed" also the noun above."""
    below = dependents(grammar, verb)
    word = grammar.words[verb]
    relative = word.deprel == "acl:relcl" and not any(d.label == "obj" for d in below)
    if relative or (word.deprel in ("acl", "amod") and is_past_participle(grammar, verb)):
        below.append(Dependent(word.head, "obj", None))
    elif word.deprel == "conj" and not any(d.label in OBJECTS for d in below) and is_passive(grammar, word.head):
        below += [d for d in dependents(grammar, word.head) if d.label == "nsubj:pass"]
    return below


def _all_met(grammar: Grammar, head: int, below: Below, conditions: Sequence[Condition]) -> tuple[int, ...] | None:
    """The words that meet the conditions, ``None`` where one is not met; one look at the lemmas spares most of them."""
    for condition in conditions:
        if _is_missing(condition, below.lemmas):
            return None
    used: list[int] = []
    for condition in conditions:
        found = _met(grammar, head, below.dependents, condition)
        if found is None:
            return None
        used += found
    return tuple(used)


def _is_missing(condition: Condition, lemmas: frozenset[str]) -> bool:
    if condition.preposition is not None and condition.preposition not in lemmas:
        return True
    return condition.words is not None and condition.words.isdisjoint(lemmas)


def _met(grammar: Grammar, head: int, below: list[Dependent], condition: Condition) -> tuple[int, ...] | None:
    if condition.words is None and condition.is_predicate:
        return next(((each.word,) for each in below if each.label in PREDICATES), None)
    if condition.words is None:
        return _preposition(grammar, head, below, condition.preposition or "")
    bare = not any(each.label == "obj" for each in below)
    for each in below:
        if not _in_place(each, condition) and not (bare and condition.is_class and each.label == "nsubj"):
            continue
        words = [m for word in joined(grammar, each.word) for m in measured(grammar, word)]
        found = next((word for word in words if grammar.lemma(word) in condition.words), None)
        if found is not None:
            return (found,)
    return None


def _in_place(each: Dependent, condition: Condition) -> bool:
    """Whether a dependent stands where the condition's word has to: an object for a class, behind its preposition."""
    if condition.preposition is not None:
        return each.case == condition.preposition and not each.label.startswith("nsubj")
    if condition.is_predicate:
        return each.label in PREDICATES
    if condition.is_class:
        return each.label in OBJECTS
    return each.label not in ("nsubj", "punct", "conj", "cc", "parataxis", "mark")


def _preposition(grammar: Grammar, head: int, below: list[Dependent], preposition: str) -> tuple[int, ...] | None:
    """The preposition as a particle, or before something that hangs on the word."""
    for each in below:
        if each.word > head and each.label in PARTICLES and grammar.lemma(each.word) == preposition:
            return (each.word,)
        if each.case == preposition and each.word > head and not _is_time(grammar, each.word):
            found = next((c for c in grammar.under(each.word) if grammar.lemma(c) == preposition), None)
            return () if found is None else (found,)
    return None


def _is_time(grammar: Grammar, word: int) -> bool:
    """Whether the word behind "on" is a day, so that "called her on Friday" calls on nobody."""
    return grammar.lemma(word) in DAYS
