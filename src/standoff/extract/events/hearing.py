"""What the reader's event head hears and what the lexicon says of a word, made one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from standoff.core.parse import Triggered
from standoff.core.records import Why
from standoff.core.vocabulary import EVENT_TYPES, EventType
from standoff.extract.events.candidates import Candidate
from standoff.extract.events.matching import Fit
from standoff.extract.grammar import Grammar
from standoff.lexicon.plover import Entry

# Not swept yet: there is no head in the shipped reader. Above the first the head is believed where the lexicon has no
# entry; above the second it decides the type where the lexicon's entry has no conditions.
ALONE = 0.75
OVERRULES = 0.6
LISTED = 0.7  # the score of an entry that nothing else confirms
AGREED = 0.9  # at least the score where both say the same
NOT_IN_LEXICON = "no entry"


def with_heard(
    found: Iterable[Candidate], grammar: Grammar, triggered: Sequence[Triggered]
) -> tuple[list[Candidate], dict[int, Triggered]]:
    """The candidates in order of place, those added that the head alone hears, and what the head hears by word."""
    heard = {one.word: one for one in triggered if one.type in EVENT_TYPES}
    listed = [_decided(candidate, heard) for candidate in found]
    taken = {word for candidate in listed for word in range(candidate.first, candidate.last + 1)}
    alone = [_alone(grammar, one) for one in heard.values() if one.score >= ALONE and one.word not in taken]
    return sorted([*listed, *alone], key=lambda candidate: (candidate.first, candidate.head)), heard


def why_of(found: Candidate, heard: Mapping[int, Triggered], told: str) -> Why:
    """Who decided, with what score, and what it would have been otherwise."""
    entry, one = found.fit.entry, heard.get(found.head)
    if one is None:
        return Why("extract.event.lexicon", LISTED, f"{entry.phrase}; {told}")
    said = f"{entry.phrase}; the head says {one.type} {one.score:.2f}; {told}"
    if entry.phrase.startswith(NOT_IN_LEXICON):
        return Why("extract.event.head", round(one.score, 4), said, f"{one.runner_up} {one.runner_up_score:.2f}")
    if one.type == found.kind:
        score = round(max(AGREED, one.score), 4)
        return Why("extract.event.both", score, said, f"{one.runner_up} {one.runner_up_score:.2f}")
    return Why("extract.event.lexicon", LISTED, said, f"{one.type} {one.score:.2f}")


def _decided(found: Candidate, heard: Mapping[int, Triggered]) -> Candidate:
    """The candidate with the head's type, where it is surer than an entry without conditions."""
    one, entry = heard.get(found.head), found.fit.entry
    if one is None or one.type == found.kind or entry.conditions or entry.before or one.score < OVERRULES:
        return found
    phrase = f"{NOT_IN_LEXICON} as such: {entry.phrase} is {found.kind}"
    return found._replace(fit=Fit(msgspec.structs.replace(entry, type=_type(one), phrase=phrase), found.fit.words))


def _alone(grammar: Grammar, one: Triggered) -> Candidate:
    entry = Entry(
        phrase=f"{NOT_IN_LEXICON}: {grammar.lemma(one.word)}",
        type=_type(one),
        head=grammar.lemma(one.word),
        before=(),
        conditions=(),
        negated=False,
        needs="",
        verbal=grammar.words[one.word].upos in ("VERB", "AUX"),
    )
    return Candidate(one.word, one.word, one.word, Fit(entry, ()))


def _type(one: Triggered) -> EventType:
    return next(kind for kind in EVENT_TYPES if kind == one.type)
