"""Joins the names of states, bodies and places that are one: by the lexicon, by spelling, by acronym, by adjective."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.spelling import folded, same_sound

ADJECTIVAL = ("n", "an", "ian", "ean", "ese", "ish", "i", "ic", "ite", "ard", "er")
SMALL = frozenset("of and for the in on to de du la".split())


class Join(NamedTuple):
    """Two keys found to be one body's."""

    left: str
    right: str
    score: float
    reason: str


def key_of(text: str, doc: str, lexicon: Lexicon) -> str:
    """What a name of a body is looked up by: the lexicon's state or body, else its folded words.

    A body of many states without its state ("the Foreign Ministry") is one within its own text only.
    """
    body = lexicon.body_of(text)
    if body is not None:
        return f"shared {doc} {body.name}" if body.shared and body.state is None else f"body {body.name}"
    code = lexicon.state_of(text)
    if code is not None:
        return f"state {code}"
    return f"name {without_article(folded(text))}"


def without_article(name: str) -> str:
    """The folded name without a leading "the"."""
    return name[4:] if name.startswith("the ") else name


def find_joins(texts: Sequence[tuple[str, str]]) -> list[Join]:
    """Pairs of unlisted names that are one, from sorted (key, surface) pairs; listed keys only lend acronyms."""
    unlisted = sorted({key for key, _ in texts if key.startswith("name ")})
    joins = list(_acronyms(texts))
    for index, one in enumerate(unlisted):
        for other in unlisted[index + 1 :]:
            if other[5:7] != one[5:7]:
                break
            reason = _same(one[5:], other[5:])
            if reason:
                joins.append(Join(one, other, 0.85, reason))
    return joins


def _same(one: str, other: str) -> str:
    if derives(other, one):
        return f"{other} is the adjective of {one}"
    if derives(one, other):
        return f"{one} is the adjective of {other}"
    if " " not in one and " " not in other and same_sound(one, other) and OSA.distance(one, other) <= 2:
        return f"{one} and {other} are spellings of one name"
    return ""


def derives(adjective: str, name: str) -> bool:
    """Whether ``adjective`` is formed from the one-word ``name`` of a place ("varnian" of "varnia")."""
    if " " in adjective or " " in name or len(name) < 4 or adjective == name:
        return False
    stems = {name, name[:-1]} | ({name[:-2]} if len(name) > 5 else set())
    return any(adjective == stem + ending for stem in stems for ending in ADJECTIVAL)


def _acronyms(texts: Sequence[tuple[str, str]]) -> Iterable[Join]:
    """An all-capital name and a longer one whose words it begins with, letter by letter."""
    short = sorted({(key, text) for key, text in texts if text.isupper() and text.isalpha() and 2 < len(text) < 8})
    initials: dict[str, tuple[str, str]] = {}
    for key, text in texts:
        words = [word for word in text.replace("-", " ").split() if word.lower() not in SMALL and word[:1].isupper()]
        if len(words) > 2 and not key.startswith("shared "):
            initials.setdefault("".join(word[0] for word in words), (key, text))
    for key, text in short:
        found = initials.get(text)
        if found is not None and found[0] != key:
            left, right = sorted((key, found[0]))
            yield Join(left, right, 0.8, f"{text} abbreviates {found[1]}")
