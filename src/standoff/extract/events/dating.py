"""When an event was: by the words that date it, else by those that date who tells it or another mention of it."""

from __future__ import annotations

from typing import NamedTuple

from standoff.core.records import Attribution
from standoff.core.vocabulary import EventType, WhenBasis
from standoff.core.when import When
from standoff.extract.events.candidates import Candidate
from standoff.extract.events.clauses import clause_of
from standoff.extract.grammar import Grammar
from standoff.extract.times.near import Times


class Dated(NamedTuple):
    """An interval, what it rests on, and the id of the time expression that tells it."""

    when: When | None = None
    basis: WhenBasis | None = None
    time: str | None = None


SPOKEN: frozenset[EventType] = frozenset(("REQUEST", "ACCUSE", "REJECT", "SUPPORT", "THREATEN", "AGREE"))
"""Done by saying so: when it is said is when it is done."""


def date_of(times: Times, grammar: Grammar, found: Candidate, said: Attribution | None) -> Dated:
    """The time that the trigger, or the verb that carries it, has in its own clause.

    Of what a speaker does by saying so, it is the time at which he is said to say it.
    """
    words = (found.head,) if found.carrier is None else (found.head, found.carrier)
    for word in (*words, *_at_once(grammar, found.head)):
        time = times.of(word)
        if time is not None:
            return Dated(time.when, time.basis if time.when is not None else None, time.id)
    if said is None or said.cue is None or not _first_person(grammar, found):
        return Dated()
    cue = grammar.between(said.cue.start, said.cue.end)
    time = times.of(grammar.head_of(cue.start, cue.stop)) if cue else None
    return Dated() if time is None else Dated(time.when, "attribution" if time.when is not None else None, time.id)


def inherited(dated: Dated) -> Dated:
    """The time of another mention of the event."""
    return dated._replace(basis="event" if dated.when is not None else None)


def _at_once(grammar: Grammar, word: int) -> list[int]:
    """The clause that tells the time: "killed when warplanes bombed", "on 3 May, when troops took the bridge"."""
    found = [c for c in grammar.under(word) if _is_when(grammar, c, ("advcl",))]
    if _is_when(grammar, word, ("advcl", "acl", "acl:relcl", "advcl:relcl")):
        found.append(grammar.words[word].head)
    return found


def _is_when(grammar: Grammar, word: int, labels: tuple[str, ...]) -> bool:
    if grammar.words[word].deprel not in labels:
        return False
    return any(grammar.lemma(c) == "when" for c in grammar.under(word) if c < word)


def _first_person(grammar: Grammar, found: Candidate) -> bool:
    """Whether the speaker says what he does: "we urge", "I condemn"."""
    if found.kind not in SPOKEN or not found.fit.entry.verbal:
        return False
    subjects = clause_of(grammar, found.head).subjects
    return any(grammar.lemma(word) in ("we", "i") for word in subjects)
