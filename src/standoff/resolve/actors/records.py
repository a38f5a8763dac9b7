"""The record of an actor: the name it is shown by, all its names, its titles with their time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import pycountry

from standoff.core.digest import digest
from standoff.core.findings import Actor, Join, Role
from standoff.core.records import Mention
from standoff.core.vocabulary import MentionType
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.bodies import derives
from standoff.resolve.actors.keys import reason
from standoff.resolve.actors.roles import tense_of
from standoff.resolve.actors.spelling import folded
from standoff.resolve.actors.words import Words


def make_actor(
    key: str,
    members: Sequence[Mention],
    joins: Iterable[Join],
    words: Words,
    lexicon: Lexicon,
) -> Actor:
    """The actor of these mentions, at least one of which is no pronoun unless nothing else is known of it.

    Its id is a digest of the least of them.
    """
    keys = sorted([m.id for m in members])
    shown = [m for m in members if m.form != "pronoun"] or list(members)
    proper = _proper(shown)
    names = {text for m in shown for text in (words.at[m.id], words.name[m.id], *words.longer.get(m.id, ()))}
    code = key.removeprefix("state ") if key.startswith("state ") else None
    every = {*joins, *(_seats(names, code, lexicon) if code else ())}
    return Actor(
        id=digest("actor", keys[0]),
        name=_best_name(key, proper, words, lexicon),
        type=_type(proper),
        names=tuple(sorted(names)),
        mentions=tuple(keys),
        roles=_roles(shown, words, lexicon),
        joins=tuple(sorted(every, key=lambda j: (j.left, j.right, j.why.score, j.why.detail))) if every else (),
        named=proper[0].form == "name",
        country=code if code and pycountry.countries.get(alpha_2=code) is not None else None,
    )


def _type(proper: Sequence[Mention]) -> MentionType:
    """The commonest type; of two the one of the lesser mention."""
    if len(proper) == 1:
        return proper[0].type
    return Counter(m.type for m in sorted(proper, key=lambda m: m.id)).most_common(1)[0][0]


def _proper(shown: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions by name, without those that another stands for ("the Brigade"); where there is none, all."""
    return (
        [m for m in shown if m.form == "name" and m.refers is None] or [m for m in shown if m.refers is None] or shown
    )


def _seats(names: Iterable[str], code: str, lexicon: Lexicon) -> Iterable[Join]:
    """Why a capital is its state."""
    state = lexicon.state_name(code)
    for text in sorted(names):
        if lexicon.state_kind(text) == "seat":
            yield reason(text, state, 0.9, f"{text} is the seat of government of {state} and stands for it")


def _roles(shown: Iterable[Mention], words: Words, lexicon: Lexicon) -> tuple[Role, ...]:
    """Titles, and the descriptions of a person that stand for the name, each with its time."""
    told = {(m.role, words.role[m.id], m.id) for m in shown if m.role is not None}
    told |= {
        (m.name or m.at, words.name[m.id], m.id) for m in shown if m.form == "description" and m.refers is not None
    }
    return tuple(
        Role(text=text, at=at, tense=tense_of(text, words.around.get(key, ("", "")), lexicon.actors))
        for at, text, key in sorted(told)
    )


def _best_name(key: str, proper: Sequence[Mention], words: Words, lexicon: Lexicon) -> str:
    """What an actor is shown by: for persons the commonest full name, for others the commonest name, no adjective."""
    if len(proper) == 1:
        return words.name[proper[0].id]
    counts = Counter(words.name[m.id] for m in proper)
    if len(counts) == 1:
        return next(iter(counts))
    full = key.startswith("person") and any(len(text.split()) > 1 for text in counts)

    def rank(text: str) -> tuple[bool, int, str]:
        lesser = len(text.split()) == 1 if full else _stands_for(text, counts, lexicon)
        return lesser, -counts[text], text

    return min(counts, key=rank)


def _stands_for(text: str, names: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a name is the adjective, the people or the seat of a state, or formed from another of the names."""
    kind = lexicon.state_kind(text)
    return kind not in (None, "name") or any(derives(folded(text), folded(name)) for name in names)
