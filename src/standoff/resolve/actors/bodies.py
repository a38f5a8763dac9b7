"""Joins the names of states, bodies and places that are one: by the lexicon, by spelling, by acronym, by adjective."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from standoff.lexicon.bodies import Body
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.spelling import american, folded, same_sound, skeleton

ADJECTIVAL = ("n", "an", "ian", "ean", "ese", "ish", "i", "ic", "ite", "ard", "er")
SMALL = frozenset("of and for the in on to de du la".split())
SHORTEST = 4  # letters of a name whose adjective or other spelling is looked for
MOST = 30
"""Names of one sound that each is compared with: a list of made-up names may have thousands."""


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
    body = lexicon.body_of(text) or lexicon.body_of(_without_kind(text, lexicon))
    if body is not None:
        return _key_of_body(body, doc, lexicon)
    code = lexicon.state_of(text)
    if code is not None:
        return f"state {code}"
    return f"name {american(without_article(folded(text)))}"


def _without_kind(text: str, lexicon: Lexicon) -> str:
    """A name without the noun behind it that says what it is: "NATO" of "NATO alliance"."""
    rest, _, noun = text.rpartition(" ")
    return rest if noun.lower() in lexicon.actors.bodies else text


def _key_of_body(body: Body, doc: str, lexicon: Lexicon) -> str:
    name = american(body.name)
    if body.state is None:
        return f"shared {doc} {name}" if body.shared else f"body {name}"
    part = lexicon.actors.parts.get(name.removeprefix(lexicon.state_adjective(body.state)).strip().lower())
    return f"body {name}" if part is None else f"part state {body.state}: {part}"


def without_article(name: str) -> str:
    """The folded name without a leading "the"."""
    return name[4:] if name.startswith("the ") else name


def find_joins(texts: Sequence[tuple[str, str]], forms: frozenset[str] = frozenset()) -> list[Join]:
    """Pairs of unlisted names that are one, from sorted (key, surface) pairs; listed keys only lend acronyms.

    ``forms`` are what official names call a state: "Sultanate of Varnia" is Varnia where that is a name too.
    """
    unlisted = sorted({key[5:] for key, _ in texts if key.startswith("name ")})
    joins = [
        *_acronyms(texts),
        *_official(unlisted, forms),
        *_members(unlisted),
        *_adjectives(unlisted),
        *_spellings(unlisted),
    ]
    return sorted(set(joins))


def _official(names: Sequence[str], forms: frozenset[str]) -> Iterator[Join]:
    """The official name of a state and its short one."""
    known = set(names)
    for name in names:
        form, of, short = name.partition(" of ")
        short = without_article(short)
        if of and form in forms and short in known:
            yield Join(f"name {short}", f"name {name}", 0.9, f"{name} is the official name of {short}")


def _members(names: Sequence[str]) -> Iterator[Join]:
    """A party and its members, in whose name news let it act: "Republicans" and "Republican Party"."""
    stems: dict[str, str] = {}
    for name in names:
        words = name.split()
        if len(words) == 2 and words[1] == "party":
            stems |= {words[0]: name, words[0].removesuffix("ic"): name}
    for name in names:
        party = stems.get(name.removesuffix("s")) if name.endswith("s") else None
        if party is not None:
            left, right = sorted((f"name {name}", f"name {party}"))
            yield Join(left, right, 0.7, f"{name} are the members of the {party}, and are named for it")


def _adjectives(names: Sequence[str]) -> Iterator[Join]:
    """Names of one word of which another is the adjective: each is looked up by the forms it may have."""
    known = {name for name in names if " " not in name}
    for name in sorted(known):
        for adjective in sorted(adjectives_of(name) & known):
            left, right = sorted((f"name {name}", f"name {adjective}"))
            yield Join(left, right, 0.85, f"{adjective} is the adjective of {name}")


def _spellings(names: Sequence[str]) -> Iterator[Join]:
    """Names of one word that sound alike and differ in two letters at most."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if " " not in name and len(name) > SHORTEST:
            blocks[f"{name[:2]} {skeleton(name)}"].append(name)
    for _, block in sorted(blocks.items()):
        for place, one in enumerate(block):
            for other in block[place + 1 : place + 1 + MOST]:
                if same_sound(one, other) and OSA.distance(one, other) <= 2 and not _derive(one, other):
                    yield Join(f"name {one}", f"name {other}", 0.85, f"{one} and {other} are spellings of one name")


def _derive(one: str, other: str) -> bool:
    return derives(one, other) or derives(other, one)


def derives(adjective: str, name: str) -> bool:
    """Whether ``adjective`` is formed from the one-word ``name`` of a place ("varnian" of "varnia")."""
    return " " not in adjective and adjective in adjectives_of(name)


def adjectives_of(name: str) -> set[str]:
    """The adjectives that may be formed from a name; none from one of several words or of three letters."""
    if " " in name or len(name) < SHORTEST:
        return set()
    stems = {name, name[:-1]} | ({name[:-2]} if len(name) > SHORTEST + 1 else set())
    return {stem + ending for stem in stems for ending in ADJECTIVAL} - {name}


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
