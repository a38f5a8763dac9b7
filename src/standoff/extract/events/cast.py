"""The words that take part in an event: who does it, whom it meets, who else is there, where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from standoff.core.vocabulary import EventType
from standoff.extract.events.clauses import Clause, clause_of
from standoff.extract.events.dependents import child_of, dependents, joined
from standoff.extract.grammar import Dependent, Grammar

MUTUAL: frozenset[EventType] = frozenset(("CONSULT", "AGREE", "COOPERATE"))
"""Both sides act."""
SPOKEN: frozenset[EventType] = frozenset(("REQUEST", "ACCUSE", "REJECT", "SUPPORT"))
"""What is said of somebody may name him first in the clause behind: "demanded that Varnia withdraw"."""
OF_AGENT: frozenset[EventType] = frozenset(
    ("CONSULT", "AGREE", "COOPERATE", "MOBILIZE", "RETREAT", "PROTEST", "REQUEST", "THREATEN")
)
"""Nouns whose "of" names who does it ("a withdrawal of troops"); that of others names who suffers it."""
OWN_FORCES: frozenset[EventType] = frozenset(("MOBILIZE", "RETREAT"))
"""What is moved is one's own: "Varnia deployed troops"."""
BOTH_SIDES = frozenset(("with", "between", "among", "alongside"))
AGAINST = frozenset("against on upon at into toward towards onto to inside".split())
BESIDE = frozenset(
    "near along around surrounding on at to in over across toward towards outside off into against".split()
)
PLACING = frozenset("in at near on inside outside off along around across over into".split())
HOSTING = frozenset("host broker mediate sponsor facilitate chair convene lead moderate".split())
FROM: frozenset[EventType] = frozenset(("REQUEST", "RETREAT", "ASSAULT", "SANCTION", "COERCE"))
HOW = frozenset(("when", "as", "after"))
FOR: frozenset[EventType] = frozenset(("SUPPORT", "AID", "COERCE", "CONCEDE"))
ABOUT: frozenset[EventType] = frozenset(("ACCUSE", "SUPPORT"))
ADDRESSED: frozenset[EventType] = frozenset(("CONSULT", "THREATEN", "AGREE"))
"""Their targets are whom one speaks to; what one speaks about is none ("discussed Varnia's army")."""


class Cast(NamedTuple):
    """Words, each at the head of a part."""

    agents: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    places: tuple[int, ...] = ()

    def plus(self, other: Cast) -> Cast:
        """Both casts together."""
        return Cast(*(tuple(dict.fromkeys((*mine, *theirs))) for mine, theirs in zip(self, other, strict=True)))


def cast_of_verb(grammar: Grammar, verb: int, kind: EventType) -> Cast:
    """Who takes part in the event a verb names."""
    clause = clause_of(grammar, verb)
    cast = _of_obliques(clause.obliques, kind)
    cast = Cast(clause.subjects, clause.objects).plus(cast)
    if kind in OWN_FORCES:
        cast = Cast((*clause.subjects, *clause.objects)).plus(
            cast._replace(targets=cast.targets[len(clause.objects) :])
        )
    if kind == "ASSAULT" and not cast.agents:
        cast = cast._replace(agents=_striking(grammar, verb))
    if kind in SPOKEN:
        spoken = [word for head in (verb, *clause.objects) for word in _spoken_of(grammar, head)]
        return cast._replace(targets=(*cast.targets, *spoken))
    return cast


def _striking(grammar: Grammar, verb: int) -> tuple[int, ...]:
    """Whoever does harm in the clause that says how: "killed when Varnia bombed the town"."""
    for child in grammar.under(verb):
        if grammar.words[child].deprel == "advcl" and any(grammar.lemma(c) in HOW for c in grammar.under(child)):
            return clause_of(grammar, child).subjects
    return ()


def _of_obliques(obliques: Iterable[tuple[str, int]], kind: EventType) -> Cast:
    agents, targets, places = [], [], []
    for case, word in obliques:
        role = role_of(case, kind)
        if role == "agent":
            agents.append(word)
        elif role == "target":
            targets.append(word)
        if case in PLACING:
            places.append(word)
    return Cast(tuple(agents), tuple(targets), (), tuple(places))


def role_of(case: str, kind: EventType) -> str | None:
    """The part that a preposition gives whoever stands behind it."""
    if case in BOTH_SIDES:
        return "agent" if kind in MUTUAL else "target"
    if case == "by":
        return "agent"
    if kind == "CONSULT":
        return "target" if case in ("to", "") else None
    targeting = (
        case in AGAINST
        or case == ""
        or (case == "in" and kind == "ASSAULT")
        or (case == "from" and kind in FROM)
        or (case == "for" and kind in FOR)
        or (case in ("about", "over") and kind in ABOUT)
        or (case in BESIDE and kind == "MOBILIZE")
    )
    return "target" if targeting else None


def _spoken_of(grammar: Grammar, verb: int) -> list[int]:
    """The subject of the clause that says what is demanded, claimed or refused."""
    for each in dependents(grammar, verb):
        if each.word > verb and each.label in ("ccomp", "xcomp", "advcl", "acl"):
            own = child_of(grammar, each.word, "nsubj", "nsubj:pass")
            if own is not None and own < each.word and grammar.words[own].upos != "PRON":
                return joined(grammar, own)
    return []


def cast_of_noun(grammar: Grammar, noun: int, kind: EventType, undergone: bool, carrier: int | None) -> Cast:
    """Who takes part in the event a noun names; ``carrier`` is the verb that lends itself to it."""
    cast = Cast()
    below = dependents(grammar, noun)
    for each in below:
        cast = cast.plus(_of_dependent(grammar, each, kind, undergone, below))
    if carrier is not None:
        cast = cast.plus(_of_carrier(grammar, noun, kind, carrier))
    return cast


def _of_dependent(grammar: Grammar, each: Dependent, kind: EventType, undergone: bool, below: list[Dependent]) -> Cast:
    words = tuple(joined(grammar, each.word))
    if each.label == "nmod:poss":
        by, of = any(d.case == "by" for d in below), any(d.case == "of" for d in below)
        return Cast(targets=words) if by or (undergone and not of) else Cast(agents=words)
    if each.label in ("amod", "compound"):
        return Cast(targets=words) if undergone and each.label == "compound" else Cast(agents=words)
    if each.label.startswith(("nmod", "obl")) and each.case is not None:
        return _of_preposition(each.case, words, kind, undergone)
    if each.label == "acl" and grammar.lemma(each.word) in HOSTING:
        return Cast(others=clause_of(grammar, each.word).subjects)
    return Cast()


def _of_preposition(case: str, words: tuple[int, ...], kind: EventType, undergone: bool) -> Cast:
    places = words if case in PLACING else ()
    if case == "of":
        return Cast(agents=words) if kind in OF_AGENT and not undergone else Cast(targets=words)
    if case == "from" and kind not in FROM:
        return Cast(agents=words)
    role = role_of(case, kind)
    if role == "agent":
        return Cast(agents=words, places=places)
    return Cast(targets=words if role == "target" else (), places=places)


def _of_carrier(grammar: Grammar, noun: int, kind: EventType, carrier: int) -> Cast:
    """What the verb's clause adds: its subject does what the noun says."""
    clause: Clause = clause_of(grammar, carrier)
    subjects = tuple(word for word in clause.subjects if word != noun)
    own = [(case, word) for case, word in clause.obliques if word != noun]
    return Cast(agents=subjects).plus(_of_obliques(own, kind))
