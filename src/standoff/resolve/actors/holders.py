"""Whom "the Russian leader" is: the one person whom these texts name with that office of that state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from standoff.core.records import Mention
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.keys import Keys, Naming, reason
from standoff.resolve.actors.offices import Office, read_office, same_office, title_of
from standoff.resolve.actors.roles import tense_of
from standoff.resolve.actors.spelling import american, folded
from standoff.resolve.actors.words import Words

OfficeOf = Callable[[str], Office | None]


class Held(NamedTuple):
    """Who holds which office, in one text and in all."""

    by_text: Mapping[str, Mapping[Office, frozenset[str]]]
    overall: Mapping[Office, frozenset[str]]
    states: Mapping[str, tuple[Office, ...]]
    """The offices held of each state."""


def find_holders(
    described: Iterable[Mention], named: Iterable[Mention], persons: Keys, bodies: Keys, words: Words, lexicon: Lexicon
) -> Naming:
    """Keys for descriptions by an office of a state that only one named person holds; in the text, else in all."""
    office_of = _reader(bodies, words, lexicon)
    held = _held(named, persons, office_of, words, lexicon)
    keys: Keys = {}
    reasons = []
    for mention in described:
        office = office_of(words.name[mention.id]) or office_of(words.at[mention.id])
        if office is None or lexicon.is_plural(words.name[mention.id].rsplit(" ", 1)[-1]):
            continue
        found = _holder(office, mention, held)
        if found is not None:
            keys[mention.id] = found
            text = words.name[mention.id]
            reasons.append((found, reason(text, text, 0.75, f"no other {text} is named in these texts")))
    return Naming(keys, reasons)


def _reader(bodies: Keys, words: Words, lexicon: Lexicon) -> OfficeOf:
    """Reads the office of a phrase; each phrase once."""
    own = {american(folded(words.name[mention])): key for mention, key in sorted(bodies.items())}

    def key_of(text: str) -> str | None:
        code = lexicon.state_of(text)
        return f"state {code}" if code is not None else own.get(american(folded(text)))

    @cache
    def title_in(text: str) -> str | None:
        return title_of(text, lexicon)

    @cache
    def office_of(text: str) -> Office | None:
        return read_office(text, key_of, title_in)

    return office_of


def _held(named: Iterable[Mention], persons: Keys, office_of: OfficeOf, words: Words, lexicon: Lexicon) -> Held:
    by_text: dict[str, dict[Office, set[str]]] = defaultdict(lambda: defaultdict(set))
    overall: dict[Office, set[str]] = defaultdict(set)
    for mention in named:
        role = words.role.get(mention.id)
        office = office_of(role) if role is not None and mention.id in persons else None
        if office is None or tense_of(role or "", words.around[mention.id], lexicon.actors) != "present":
            continue
        by_text[mention.at.doc][office].add(persons[mention.id])
        overall[office].add(persons[mention.id])
    states: dict[str, list[Office]] = defaultdict(list)
    for office in sorted(overall):
        states[office.state].append(office)
    return Held(
        {doc: {office: frozenset(keys) for office, keys in found.items()} for doc, found in by_text.items()},
        {office: frozenset(keys) for office, keys in overall.items()},
        {state: tuple(found) for state, found in states.items()},
    )


def _holder(office: Office, mention: Mention, held: Held) -> str | None:
    """The one who holds it in the text; where nobody does, the one in all texts."""
    alike = [other for other in held.states.get(office.state, ()) if same_office(office, other)]
    here: Mapping[Office, frozenset[str]] = held.by_text.get(mention.at.doc, {})
    for known in (here, held.overall):
        found = {key for other in alike for key in known.get(other, frozenset())}
        if found:
            return found.pop() if len(found) == 1 else None
    return None
