"""Settles within one document which earlier mention a pronoun or a description stands for, where the text allows.

Preferences follow centering (Grosz, Joshi and Weinstein 1995): a near sentence before a far one, a subject before
other roles, the first before the later. What stays open stays open: a wrong referent is worse than none.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Reversible, Sequence
from functools import partial
from itertools import takewhile
from typing import NamedTuple

import msgspec

from standoff.core.records import Mention, Why
from standoff.extract.grammar import Grammar
from standoff.extract.quotations import overlapping
from standoff.lexicon.lexicon import Lexicon

GENERAL = frozenset(
    "group movement organization organisation charity watchdog agency body alliance bloc company firm party militia "
    "union association".split()
)
"""Nouns by which a text goes on about a body that it has named."""
REACH = 4  # sentences a pronoun may look back
MOST = 400
"""Mentions that are looked back at: more than stand in five sentences of any report; a list of names may have more."""
DEFINITE = frozenset("the this that these those his her their its same".split())
BODIES = frozenset(("organization", "military", "alliance", "government", "media"))
GROUPS = frozenset(("organization", "military", "alliance", "government"))
GENDERED = {"he": "male", "she": "female"}


class Placed(NamedTuple):
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
    short: bool
    """Whether it is one capitalised word after "the", as the second half of a name is: "the Front"."""


class Before:
    """The mentions before a place, the last ones first, and of them those that can be described again."""

    def __init__(self) -> None:
        """Begin with none."""
        last = partial(deque[Placed], maxlen=MOST)
        self._all = last()
        self._bearers: defaultdict[str, deque[Placed]] = defaultdict(last)
        self._described: defaultdict[tuple[str, str], deque[Placed]] = defaultdict(last)
        self._bodies: dict[str, Placed] = {}
        self._whole: set[str] = set()
        """What is a name by itself in the text: "Guard" of "the patrol ship Guard"."""

    def add(self, placed: Placed) -> None:
        """Take the next mention of the text."""
        self._all.append(placed)
        if placed.mention.form == "name" and placed.mention.role is not None:
            self._bearers[placed.noun].append(placed)
        elif placed.mention.form == "description" and not placed.plural:
            self._described[placed.noun, placed.mention.type].append(placed)
        elif _is_long_name(placed):
            self._bodies[placed.noun] = placed
        elif placed.mention.form == "name" and not placed.short:
            self._whole.add(placed.noun)

    def near(self, placed: Placed) -> list[Placed]:
        """Those in its sentence and the few before it."""
        return list(takewhile(lambda other: other.sentence >= placed.sentence - REACH, reversed(self._all)))

    def bearer(self, placed: Placed) -> Placed | None:
        """The last named person who bears the office, of the state that is said."""
        return _of_its_state(placed, self._bearers.get(placed.noun, ()))

    def body(self, placed: Placed) -> Placed | None:
        """The last body whose name ends in the word."""
        return self._bodies.get(placed.noun) if placed.short and placed.noun not in self._whole else None

    def only_body(self, placed: Placed) -> Placed | None:
        """The body that "the group" goes on about, where only one such was named near it."""
        if placed.noun not in GENERAL or len(placed.mention.at) > len("this ") + len(placed.noun):
            return None
        kinds = ("alliance",) if placed.noun in ("alliance", "bloc") else GROUPS
        named = [o for o in self.near(placed) if o.mention.form == "name" and o.mention.type in kinds]
        return named[0] if len({other.noun for other in named}) == 1 else None

    def described(self, placed: Placed) -> Placed | None:
        """The last one described by the same noun, of the state that is said."""
        return _of_its_state(placed, self._described.get((placed.noun, placed.mention.type), ()))


def settle_references(mentions: Sequence[Mention], grammar: Grammar, lexicon: Lexicon) -> list[Mention]:
    """The same mentions, with ``refers`` filled for pronouns and descriptions whose referent the text tells."""
    settled: list[Mention] = []
    before = Before()
    for mention in mentions:
        placed = _place(mention, grammar, lexicon)
        referent = _referent(placed, before) if mention.refers is None else None
        if referent is not None:
            why = Why(mention.why.finder, mention.why.score, f"{mention.why.detail}; {referent[1]}")
            kind = referent[0].mention.type if mention.form == "name" else mention.type
            mention = msgspec.structs.replace(  # noqa: PLW2901
                mention, type=kind, refers=referent[0].mention.id, why=why
            )
            placed = _as(placed, mention, referent[0])
        settled.append(mention)
        before.add(placed)
    return settled


def _of_its_state(placed: Placed, others: Reversible[Placed]) -> Placed | None:
    """The last of the others that is of the same state, where ``placed`` names one."""
    return next((other for other in reversed(others) if placed.state in (None, other.state)), None)


def _as(placed: Placed, mention: Mention, referent: Placed) -> Placed:
    """A settled mention passes on its referent's gender; a pronoun also its number and office."""
    gender = placed.gender or referent.gender
    noun, state = (referent.noun, referent.state) if mention.form == "pronoun" else (placed.noun, placed.state)
    return placed._replace(mention=mention, gender=gender, noun=noun, state=state, definite=True)


def _place(mention: Mention, grammar: Grammar, lexicon: Lexicon) -> Placed:
    words = grammar.between(mention.at.start, mention.at.end)
    described, head = words, _head(mention, words, grammar)
    form = grammar.lowered[head]
    singular = lexicon.singular_of(form)
    noun = singular or form
    if mention.form == "name" and mention.role is not None:
        described = grammar.between(mention.role.start, mention.role.end)
        noun = grammar.lowered[described.stop - 1]
    elif mention.form == "description" and mention.name is not None:
        described = grammar.between(mention.name.start, mention.name.end)
    elif mention.form == "name":
        noun = grammar.lowered[words.stop - 1]
    return Placed(
        mention,
        head,
        grammar.words[head].sentence,
        grammar.is_subject(head),
        bool(overlapping(grammar.quotations, mention.at.start, mention.at.end)),
        form in ("they", "we") if mention.form == "pronoun" else singular is not None,
        _gender(mention, words, grammar, lexicon) if mention.type == "person" else None,
        noun,
        _state(grammar, lexicon, described) if mention.form == "description" or mention.role is not None else None,
        grammar.lowered[words.start] in DEFINITE,
        _is_short(described, grammar),
    )


def _is_long_name(placed: Placed) -> bool:
    """Whether it is the name of a body with more than its last word and an ending of two characters."""
    mention = placed.mention
    return mention.form == "name" and mention.type in BODIES and len(mention.at) > len(placed.noun) + 2


def _is_short(words: range, grammar: Grammar) -> bool:
    """Whether a name or description is one capitalised word after "the"; not all of it in capitals, as "the UN"."""
    first = words.start
    return len(words) == 1 and grammar.spelled[first].istitle() and first > 0 and grammar.lowered[first - 1] == "the"


def _head(mention: Mention, words: range, grammar: Grammar) -> int:
    """The word that tells what the mention is: of a description the last one before its complements."""
    if mention.form != "description":
        return grammar.head_of(words.start, words.stop)
    return grammar.between(mention.name.start, mention.name.end)[-1] if mention.name is not None else words[-1]


def _gender(mention: Mention, words: range, grammar: Grammar, lexicon: Lexicon) -> str | None:
    if mention.form == "pronoun":
        return GENDERED.get(grammar.lowered[words.start])
    told = (lexicon.gender_of(grammar.spelled[index]) for index in words)
    return next((gender for gender in told if gender is not None), None)


def _state(grammar: Grammar, lexicon: Lexicon, words: range) -> str | None:
    """The code of the first state named in a phrase, or the first capitalised modifier of it ("the Varnian ...")."""
    for index in words:
        code = lexicon.state_of(grammar.form(index))
        if code is not None:
            return code
    capital = (grammar.form(index).lower() for index in words[:-1] if grammar.words[index].upos in ("ADJ", "PROPN"))
    return next((form for form in capital if len(form) > 3), None)


def _referent(placed: Placed, before: Before) -> tuple[Placed, str] | None:
    """The mention that ``placed`` stands for among those before it, and the reason.

    A definite "the Russian president" is the last named person who bears that office, else, as "the official", the
    last one described by the same noun, if the text tells them not apart.
    """
    if placed.mention.form == "pronoun":
        found = _for_pronoun(placed, before)
        return None if found is None else (found, "the nearest fitting subject before it")
    found = before.body(placed)
    if found is not None:
        return found, "the last word of its name"
    if placed.mention.form != "description" or placed.plural or not placed.definite:
        return None
    rules = (
        (before.bearer, "bears the same office"),
        (before.described, "the same noun before it"),
        (before.only_body, "the one body named before it"),
    )
    for rule, reason in rules:
        found = rule(placed)
        if found is not None:
            return found, reason
    return None


def _for_pronoun(placed: Placed, before: Before) -> Placed | None:
    form = {"male": "person", "female": "person"}.get(placed.gender or "", "body")
    if placed.mention.type == "person" and placed.gender is None:
        return None  # "I": whose quotation it is tells, not what stands before
    if placed.plural and placed.quoted:
        return None  # "we" in a quotation
    fitting = [
        other
        for other in before.near(placed)
        if other.mention.form != "pronoun" and (placed.quoted or not other.quoted) and _agrees(placed, other, form)
    ]
    return max(reversed(fitting), key=lambda other: _salience(placed, other), default=None)


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
