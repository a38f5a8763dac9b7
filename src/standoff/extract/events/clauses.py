"""Who does what to whom in a clause: passives turned, subjects found that the words leave out.

An infinitive takes its subject from the verb it hangs on (control), a participle from its noun, a verb joined by "and"
from the first (Huddleston and Pullum 2002, chapters 14 and 15).
"""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from standoff.extract.events.dependents import (
    RELATIVE,
    SUBJECTS,
    child_of,
    dependents,
    is_gerund,
    is_passive,
    is_past_participle,
    joined,
)
from standoff.extract.grammar import Dependent, Grammar

DEEPEST = 5
"""Verbs above that a subject is looked for at."""
HIGHEST = 12
"""Words above a noun that are looked at for the verb around it: a broken parse may nest a whole text."""
SUBJECT_CONTROL = frozenset("promise threaten vow swear pledge agree offer visit use take make have hold give".split())
"""Verbs whose subject, not whose object, does what the infinitive behind them says."""
OBJECT_MARKS = frozenset(("of", "from", "for", "to", "into"))
"""Before "-ing" or an infinitive, these speak of the object: "accuses Varnia of building"."""
EMPTY = frozenset(("it", "there"))


class Clause(NamedTuple):
    """The words at the head of each part; passives turned."""

    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    obliques: tuple[tuple[str, int], ...]
    """A preposition and a word; "" for an indirect object."""


def clause_of(grammar: Grammar, verb: int) -> Clause:
    """The parts of a verb's clause."""
    below = dependents(grammar, verb)
    subjects = _subjects(grammar, verb, below)
    objects = [w for d in below if d.label == "obj" for w in joined(grammar, _behind(grammar, verb, d.word))]
    obliques = [("", w) for d in below if d.label == "iobj" for w in joined(grammar, d.word)]
    for each in below:
        if each.label.startswith(("obl", "nmod")) and each.case is not None:
            obliques += [(each.case, word) for word in joined(grammar, each.word)]
    if is_passive(grammar, verb):
        done_by = [word for case, word in obliques if case == "by"]
        obliques = [pair for pair in obliques if pair[0] != "by"]
        if not objects:
            return Clause(tuple(done_by), tuple(subjects), tuple(obliques))
        return Clause(tuple(done_by), (*objects, *subjects), tuple(obliques))
    if not objects and grammar.words[verb].deprel == "acl:relcl" and grammar.words[verb].head not in subjects:
        objects = _left_out(grammar, verb, below)
    return Clause(tuple(subjects), tuple(objects), tuple(obliques))


def _left_out(grammar: Grammar, verb: int, below: list[Dependent]) -> list[int]:
    """The noun that a relative clause without an object says something of: "the city they took"."""
    stranded = any(d.label == "obl" and d.word < verb for d in below) or any(
        d.label in ("ccomp", "xcomp") for d in below
    )
    return [] if stranded else [grammar.words[verb].head]


def _behind(grammar: Grammar, verb: int, word: int) -> int:
    """The noun that a relative pronoun stands for."""
    if grammar.words[verb].deprel.startswith("acl") and grammar.lemma(word) in RELATIVE:
        return grammar.words[verb].head
    return word


def _subjects(grammar: Grammar, verb: int, below: list[Dependent]) -> list[int]:
    """Whoever the verb's form takes for its subject, its own or another's; both sides of "and"."""
    for _ in range(DEEPEST):
        own = [d.word for d in below if d.label in SUBJECTS and grammar.lemma(d.word) not in EMPTY]
        if own:
            return [w for word in own[:1] for w in joined(grammar, _behind(grammar, verb, word))]
        if any(d.label in SUBJECTS or d.label == "expl" for d in below):
            return []
        above = _controller(grammar, verb)
        if above is None:
            return []
        if isinstance(above, list):
            return [w for word in above for w in joined(grammar, word)]
        verb, below = above, dependents(grammar, above)
    return []


def _controller(grammar: Grammar, verb: int) -> int | list[int] | None:
    """Where the subject of a verb without one is: at another verb (its index), or the words themselves."""
    word = grammar.words[verb]
    head, label = word.head, word.deprel
    if head == verb:
        return None
    if label in ("conj", "amod", "acl", "acl:relcl"):
        return head if label == "conj" else [head] if label == "amod" else _of_noun(grammar, verb, head)
    if label in ("xcomp", "advcl", "ccomp", "obl", "nmod", "csubj") and _may_share(grammar, verb, label):
        controlled = _controlling_object(grammar, verb, head, label)
        if controlled:
            return controlled
        return head if grammar.words[head].upos in ("VERB", "AUX", "ADJ") else _around(grammar, head)
    return None


def _may_share(grammar: Grammar, verb: int, label: str) -> bool:
    """Whether the clause is one without a finite verb."""
    finite = grammar.feature(verb, "VerbForm") == "Fin" or child_of(grammar, verb, "aux") is not None
    return label == "xcomp" or not finite or is_gerund(grammar, verb)


def _controlling_object(grammar: Grammar, verb: int, head: int, label: str) -> list[int]:
    """The object of the verb above, where it is the one to do it: "urged Varnia to withdraw", "called on it to"."""
    own = case = None
    for child in grammar.under(verb):
        if child < verb and grammar.words[child].deprel in ("mark", "case"):
            case = grammar.lemma(child)
        if child < verb and grammar.words[child].deprel == "nsubj":
            own = child
    if own is not None or grammar.lemma(head) in SUBJECT_CONTROL or (label == "advcl" and case not in OBJECT_MARKS):
        return []
    found = [
        d.word
        for d in dependents(grammar, head)
        if d.word < verb
        and (d.label in ("obj", "iobj") or (d.label == "obl" and d.case in ("on", "upon", "for", "to")))
    ]
    if label == "advcl" and case == "to" and not any(grammar.words[w].upos in ("PROPN", "PRON") for w in found):
        return []
    return found[:1]


def _of_noun(grammar: Grammar, verb: int, noun: int) -> int | list[int] | None:
    """The subject of a verb that hangs on a noun: the noun, or for "a plan to invade" whoever has the plan."""
    if grammar.words[verb].deprel == "acl:relcl":
        return [noun] if child_of(grammar, verb, "nsubj", "nsubj:pass") is None else None
    marked = child_of(grammar, verb, "mark", "case") is not None
    if is_past_participle(grammar, verb) and not marked:
        return [noun]
    if is_gerund(grammar, verb) and not marked:
        return [noun]
    return _around(grammar, noun)


def _around(grammar: Grammar, noun: int) -> int | list[int] | None:
    """Whoever owns a noun, else the verb above it whose subject does."""
    owner = child_of(grammar, noun, "nmod:poss")
    if owner is not None:
        return [owner]
    for above in islice(grammar.above(noun), HIGHEST):
        if grammar.words[above].upos == "VERB":
            return above
        if grammar.words[above].deprel.startswith(("acl", "ccomp", "advcl")):
            return None
    return None
