"""The words of a text that may name an event: by the lexicon, by the reader's event head, or by both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from standoff.core.vocabulary import EventType
from standoff.extract.events.matching import Fit, fit_noun, fit_verb
from standoff.extract.grammar import Grammar
from standoff.lexicon.plover import Plover

CARRIED = 7
"""Words from a verb to the noun it carries that are shown as one trigger ("held two hours of talks")."""
UNFOLDING = 3
"""Words from a noun to the verb behind it that are one trigger with it ("the talks have resumed")."""
EXPECTED = frozenset("fear plan risk threat scare worry scenario order preparation attempt warning".split())
"""A noun before one of these is an event of its own: "invasion plan"; before others it only tells which."""
HAD: frozenset[EventType] = frozenset(("CONSULT", "AGREE"))
"""One has a meeting; who has demands or concerns need not voice them."""
DATING = frozenset("after before during since until following ahead advance".split())
COUNTING = frozenset(
    "hour minute day week round series wave number string couple set kind form type lot barrage flurry spate period "
    "act campaign bout".split()
)


class Candidate(NamedTuple):
    """A word that fits an entry; ``first`` and ``last`` are the words of the trigger."""

    head: int
    first: int
    last: int
    fit: Fit
    carrier: int | None = None
    retold: bool = False
    """Whether news use the word again for an event whose parties they have named."""

    @property
    def kind(self) -> EventType:
        """The entry's type."""
        assert self.fit.entry.type is not None, "an entry for nothing is no candidate"
        return self.fit.entry.type


def find_candidates(grammar: Grammar, plover: Plover) -> list[Candidate]:
    """The words that fit an entry of the lexicon, in order of place, but for those that another's entry rests on."""
    found = [candidate for candidate in _fitting(grammar, plover) if candidate is not None]
    types = {candidate.head: candidate.fit.entry.type for candidate in found}
    absorbed = {
        word
        for candidate in found
        for word in candidate.fit.words
        if word != candidate.head and types.get(word) in (candidate.fit.entry.type, None)
    }
    carriers = {candidate.carrier for candidate in found if candidate.head not in absorbed}
    heads = {
        word: candidate
        for candidate in found
        if candidate.fit.entry.type is not None
        for word in (candidate.head, candidate.carrier)
        if word is not None
    }
    standing = {candidate.head for candidate in found if candidate.fit.entry.type is not None and candidate.fit.words}
    return [
        _alone(candidate) if candidate.carrier in standing else candidate
        for candidate in found
        if candidate.fit.entry.type is not None
        and candidate.head not in absorbed
        and (candidate.head not in carriers or candidate.fit.words)
        and not _goes_on(grammar, candidate, heads)
        and not _only_dates(grammar, candidate)
    ]


def _alone(found: Candidate) -> Candidate:
    """A noun without the verb that carries it, where that names an event of its own: "extend the truce"."""
    return found._replace(first=min((found.head, *found.fit.words)), last=found.head)


def _only_dates(grammar: Grammar, found: Candidate) -> bool:
    """Whether a meeting told before only says when something else was: "after the call", "ahead of the summit"."""
    if found.kind != "CONSULT" or found.fit.entry.verbal or found.first != found.last:
        return False
    below = grammar.under(found.head)
    bare = all(grammar.words[child].deprel in ("det", "case", "punct", "mark") for child in below)
    return (
        bare
        and any(grammar.lemma(child) == "the" for child in below)
        and any(grammar.form(word).lower() in DATING for word in range(max(0, found.head - 4), found.head))
    )


def _goes_on(grammar: Grammar, found: Candidate, heads: dict[int, Candidate]) -> bool:
    """Whether an infinitive only says what a meeting is for, by another word for it: "met to discuss"."""
    word = grammar.words[found.head]
    if found.kind != "CONSULT" or word.upos != "VERB" or word.deprel not in ("advcl", "acl", "xcomp"):
        return False
    above = heads.get(word.head)
    return above is not None and above.kind == "CONSULT" and grammar.feature(found.head, "VerbForm") == "Inf"


def _fitting(grammar: Grammar, plover: Plover) -> Iterator[Candidate | None]:
    skip = 0
    for index, word in enumerate(grammar.words):
        lemma = word.lemma or grammar.lemma(index)
        if index < skip:
            continue
        if lemma in plover.hyphened and (found := _hyphened(grammar, plover, index)) is not None:
            skip = found.last + 1
            yield found
        elif word.upos == "VERB" and lemma in plover.verbs:
            yield _verb(grammar, plover, index)
        elif word.upos == "NOUN" and lemma in plover.nouns:
            yield _noun(grammar, plover, index)


def _verb(grammar: Grammar, plover: Plover, verb: int) -> Candidate | None:
    if _only_describes(grammar, verb):
        return None
    fit = fit_verb(grammar, verb, plover.verbs[grammar.lemma(verb)])
    if fit is None:
        return None
    near = [word for word in fit.words if abs(word - verb) <= CARRIED and _belongs(grammar, plover, word, fit)]
    return Candidate(verb, min((verb, *near)), max((verb, *near)), fit)


def _belongs(grammar: Grammar, plover: Plover, word: int, fit: Fit) -> bool:
    """Whether a word below a verb is part of the trigger: a particle, or a noun for the same event; not who or what."""
    if grammar.words[word].upos != "NOUN":
        return grammar.words[word].upos != "PROPN"
    lemma = grammar.lemma(word)
    if any(c.words is not None and lemma in c.words and not c.is_class for c in fit.entry.conditions):
        return True
    entries = plover.nouns.get(lemma, ())
    return any(entry.type == fit.entry.type for entry in entries)


def _only_describes(grammar: Grammar, verb: int) -> bool:
    """Whether a participle tells which, not that: "the detained crews", "Varnian-backed rebels"."""
    word = grammar.words[verb]
    if word.deprel == "compound" or (word.deprel == "amod" and verb < word.head):
        return True
    hyphened = verb > 1 and grammar.form(verb - 1) in ("-", "‑", "–") and grammar.ends[verb - 1] == grammar.starts[verb]
    return hyphened and grammar.ends[verb - 2] == grammar.starts[verb - 1]


def _noun(grammar: Grammar, plover: Plover, noun: int) -> Candidate | None:
    word = grammar.words[noun]
    if word.deprel == "compound" and grammar.lemma(word.head) not in EXPECTED:
        return None
    fit = fit_noun(grammar, noun, noun, plover.nouns[grammar.lemma(noun)])
    return None if fit is None else _carried(grammar, plover, Candidate(noun, noun, noun, fit))


def _carried(grammar: Grammar, plover: Plover, found: Candidate) -> Candidate:
    """The candidate of a noun, with the words before it that its entry has, and the verb that carries it."""
    carrier = _carrier(grammar, plover, found.head)
    if carrier is not None and grammar.lemma(carrier) == "have" and found.fit.entry.type not in HAD:
        carrier = None
    first = min((found.first, *(word for word in found.fit.words if word < found.first)))
    last = found.last
    if carrier is not None and 0 < first - carrier <= CARRIED:
        first = carrier
    elif carrier is not None and 0 < carrier - last <= UNFOLDING and grammar.lemma(carrier) in plover.unfolding:
        last = carrier
    retold = found.fit.entry.phrase in plover.retold
    return found._replace(first=first, last=last, carrier=carrier, retold=retold)


def _carrier(grammar: Grammar, plover: Plover, noun: int) -> int | None:
    """The verb that the noun is the object of and that only lends itself to it."""
    word = grammar.words[noun]
    for _ in range(3):
        if word.deprel not in ("nmod", "conj"):
            break
        if word.deprel == "nmod" and not _measures(grammar, word.head):
            break
        word = grammar.words[word.head]
    if word.deprel in ("obj", "nsubj:pass", "iobj") and grammar.lemma(word.head) in plover.carriers:
        return word.head
    if word.deprel == "nsubj" and grammar.lemma(word.head) in plover.unfolding:
        return word.head
    passive = next((c for c in grammar.under(noun) if _carries_behind(grammar, plover, c)), None)
    if passive is not None:
        return passive
    engaged = word.deprel == "obl" and grammar.lemma(word.head) in ("engage", "enter", "take", "participate", "join")
    return word.head if engaged else None


def _carries_behind(grammar: Grammar, plover: Plover, word: int) -> bool:
    """Whether the word is a participle behind its noun: "talks held in Lodan"."""
    return grammar.words[word].deprel == "acl" and grammar.lemma(word) in plover.carriers


def _measures(grammar: Grammar, word: int) -> bool:
    """Whether the noun only counts what follows: "two hours of talks", "a series of attacks"."""
    return grammar.lemma(word) in COUNTING


def _hyphened(grammar: Grammar, plover: Plover, first: int) -> Candidate | None:
    """A trigger that the reader cuts at its hyphens ("build-up", "de-escalate"), put together again."""
    for head in plover.hyphened[grammar.lemma(first)]:
        last = first + 2 * head.count("-")
        if last < len(grammar.words) and _reads(grammar, first, last, head):
            top = grammar.head_of(first, last + 1)
            verbal = head in plover.verbs and (head not in plover.nouns)
            fit = (
                fit_verb(grammar, top, plover.verbs[head])
                if verbal
                else fit_noun(grammar, top, first, plover.nouns[head])
            )
            if fit is not None:
                found = Candidate(top, first, last, fit)
                return found if verbal else _carried(grammar, plover, found)
    return None


def _reads(grammar: Grammar, first: int, last: int, head: str) -> bool:
    adjoining = all(grammar.ends[word] == grammar.starts[word + 1] for word in range(first, last))
    words = "".join(grammar.forms(first, last)).lower()
    return adjoining and head in (words + grammar.lemma(last), words + grammar.form(last).lower())
