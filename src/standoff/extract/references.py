"""Settles within one document which earlier mention a pronoun or a description stands for, where the text allows.

Preferences follow centering (Grosz, Joshi and Weinstein 1995): a near sentence before a far one, a subject before
other roles, the first before the later. What stays open stays open: a wrong referent is worse than none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

import msgspec

from standoff.core.records import Mention, Why
from standoff.extract.grammar import Grammar
from standoff.extract.quotations import Quotation, overlapping
from standoff.lexicon.lexicon import Lexicon

REACH = 4  # sentences a pronoun may look back
DEFINITE = frozenset("the this that these those his her their its same".split())


@dataclass(frozen=True)
class Placed:
    """A mention with what its referents are chosen by."""

    mention: Mention
    head: int
    sentence: int
    subject: bool
    quoted: bool
    plural: bool
    gender: str | None
    noun: str
    """The head noun in the singular, lower case; of a named person the office's."""
    state: str | None
    """The state that modifies it or its office."""
    definite: bool


def settle_references(
    mentions: Sequence[Mention], grammar: Grammar, lexicon: Lexicon, quotations: tuple[Quotation, ...]
) -> list[Mention]:
    """The same mentions, with ``refers`` filled for pronouns and descriptions whose referent the text tells."""
    settled: list[Mention] = []
    before: list[Placed] = []
    by_noun: dict[str, list[Placed]] = defaultdict(list)
    for mention in mentions:
        placed = _place(mention, grammar, lexicon, quotations)
        referent = _referent(placed, before, by_noun[placed.noun]) if mention.refers is None else None
        if referent is not None:
            why = Why(mention.why.finder, mention.why.score, f"{mention.why.detail}; {referent[1]}")
            mention = msgspec.structs.replace(mention, refers=referent[0].mention.id, why=why)  # noqa: PLW2901
            placed = _as(placed, mention, referent[0])
        settled.append(mention)
        before.append(placed)
        by_noun[placed.noun].append(placed)
    return settled


def _as(placed: Placed, mention: Mention, referent: Placed) -> Placed:
    """A settled mention passes on its referent's gender; a pronoun also its number and office."""
    gender = placed.gender or referent.gender
    noun, state = (referent.noun, referent.state) if mention.form == "pronoun" else (placed.noun, placed.state)
    return Placed(
        mention, placed.head, placed.sentence, placed.subject, placed.quoted, placed.plural, gender, noun, state, True
    )


def _place(mention: Mention, grammar: Grammar, lexicon: Lexicon, quotations: tuple[Quotation, ...]) -> Placed:
    words = grammar.between(mention.at.start, mention.at.end)
    core = mention.name if mention.form == "description" and mention.name is not None else mention.at
    inside = grammar.between(core.start, core.end)
    head = grammar.head_of(inside.start, inside.stop) if mention.form != "description" else inside.stop - 1
    form = grammar.form(head).lower()
    quoted = bool(overlapping(quotations, mention.at.start, mention.at.end))
    plural = form in ("they", "we") if mention.form == "pronoun" else lexicon.is_plural(form)
    noun = lexicon.singular_of(form) or form
    described = inside
    if mention.form == "name" and mention.role is not None:
        described = grammar.between(mention.role.start, mention.role.end)
        noun = grammar.form(described.stop - 1).lower()
    return Placed(
        mention,
        head,
        grammar.words[head].sentence,
        grammar.is_subject(head),
        quoted,
        plural,
        _gender(mention, grammar, lexicon),
        noun,
        _state(grammar, lexicon, described),
        grammar.form(words.start).lower() in DEFINITE,
    )


def _gender(mention: Mention, grammar: Grammar, lexicon: Lexicon) -> str | None:
    if mention.form == "pronoun":
        return {"he": "male", "she": "female"}.get(grammar.text[mention.at.start : mention.at.end].lower())
    words = grammar.between(mention.at.start, mention.at.end)
    told = (lexicon.gender_of(grammar.form(index)) for index in words)
    return next((gender for gender in told if gender is not None), None)


def _state(grammar: Grammar, lexicon: Lexicon, words: range) -> str | None:
    """The code of the first state named in a phrase, or the first capitalised modifier of it ("the Varnian ...")."""
    for index in words:
        code = lexicon.state_of(grammar.form(index))
        if code is not None:
            return code
    capital = (grammar.form(index).lower() for index in words[:-1] if grammar.words[index].upos in ("ADJ", "PROPN"))
    return next((form for form in capital if len(form) > 3), None)


def _referent(placed: Placed, before: list[Placed], same_noun: list[Placed]) -> tuple[Placed, str] | None:
    """The mention that ``placed`` stands for among all before it and those of its noun, and the reason."""
    if placed.mention.form == "pronoun":
        found = _for_pronoun(placed, before)
        return None if found is None else (found, "the nearest fitting subject before it")
    if placed.mention.form != "description" or placed.plural:
        return None
    for rule, reason in ((_by_office, "bears the same office"), (_by_noun, "the same noun before it")):
        found = rule(placed, same_noun)
        if found is not None:
            return found, reason
    return None


def _for_pronoun(placed: Placed, before: list[Placed]) -> Placed | None:
    form = {"male": "person", "female": "person"}.get(placed.gender or "", "body")
    if placed.mention.type == "person" and placed.gender is None:
        return None  # "I": whose quotation it is tells, not what stands before
    if placed.plural and placed.quoted:
        return None  # "we" in a quotation
    near = list(takewhile(lambda other: other.sentence >= placed.sentence - REACH, reversed(before)))
    fitting = [
        other
        for other in reversed(near)
        if other.mention.form != "pronoun" and (placed.quoted or not other.quoted) and _agrees(placed, other, form)
    ]
    return max(fitting, key=lambda other: _salience(placed, other), default=None)


def _agrees(placed: Placed, other: Placed, form: str) -> bool:
    if form == "person":
        return other.mention.type == "person" and not other.plural and other.gender in (None, placed.gender)
    if placed.plural:
        return other.plural or other.mention.type in ("military", "alliance")
    return other.mention.type in ("state", "government", "organization", "alliance", "media") and not other.plural


def _salience(placed: Placed, other: Placed) -> tuple[int, bool, bool, int]:
    distance = placed.sentence - other.sentence
    near = 0 if distance <= 1 else 1 - distance  # this sentence and the one before weigh alike; roles decide
    order = -other.head if distance == 0 else other.head * (not other.subject)
    return near, other.subject, distance == 0, order


def _by_office(placed: Placed, same_noun: list[Placed]) -> Placed | None:
    """A definite "the Russian president" is the last named person who bears that office, of that state if it says."""
    if not placed.definite:
        return None
    bearers = (
        other
        for other in reversed(same_noun)
        if other.mention.form == "name" and other.mention.role is not None and placed.state in (None, other.state)
    )
    return next(bearers, None)


def _by_noun(placed: Placed, same_noun: list[Placed]) -> Placed | None:
    """The last one described by the same noun ("the official"), if the text tells them not apart."""
    if not placed.definite:
        return None
    same = (
        other
        for other in reversed(same_noun)
        if other.mention.form == "description"
        and other.mention.type == placed.mention.type
        and not other.plural
        and placed.state in (None, other.state)
    )
    return next(same, None)
