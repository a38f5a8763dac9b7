"""Whether two names of persons may be one person's, with the reason.

A name is a tuple of folded words, the surname last. Two surnames match when they are equal, sound alike, or are
close with more evidence (the given name, the office). Given names that plainly differ keep two persons apart,
whatever else is equal.
"""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import OSA

from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.spelling import SLIP, close, folded, is_feminine, same_sound, skeleton

Name = tuple[str, ...]
PARTICLES = frozenset("al el bin ibn abu ben van von de da di du la le der den dos das ter".split())
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
JUNIOR = " jr"


TELLING = 4
"""Consonants of a skeleton from which a bare surname of that sound is taken for the same one: "Baker" and "Becker" have
three, "Corvane" and "Corwin" four."""


class Named(NamedTuple):
    """One person's name in one text: everything said of him or her there under it."""

    doc: str
    name: Name
    mentions: tuple[str, ...]
    offices: frozenset[str]
    near: frozenset[str] = frozenset()
    """Keys of the states, bodies and other persons that the text names: two texts that share none may be of two
    crises."""
    gender: str | None = None
    """What the words of address and the pronouns of the text tell."""


class Match(NamedTuple):
    """Two names found to be one person's."""

    left: int
    right: int
    score: float
    reason: str


def name_of(text: str) -> Name:
    """The folded words of a name, with particles joined to the surname ("al assad"); a double name of one word is one.

    "Ben" is a given name in "Ben Orlen" and a particle in "Ben-Orlen". "Jr" tells a son from a father of the same
    name and goes with the given name; behind a middle initial it is how some papers write every name, and is dropped.
    """
    if "-" in text and " " not in text.strip():
        return (folded(text),) if folded(text) else ()
    every = folded(text).split()
    words = [word for word in every if word not in SUFFIXES]
    junior = len(words) == 2 and every[-1] in ("jr", "ii", "iii")
    given = words[:1] == ["ben"] and not text.strip().casefold().startswith("ben-")
    joined: list[str] = []
    for place, word in reversed(list(enumerate(words))):
        if joined and word in PARTICLES and not (given and place == 0):
            joined[-1] = f"{word} {joined[-1]}"
        else:
            joined.append(word)
    if junior and len(joined) > 1:
        joined[-1] += JUNIOR
    return tuple(reversed(joined))


def surname(name: Name) -> str:
    """The last word, without its particle."""
    return name[-1].rsplit(" ", 1)[-1]


def match(i: int, j: int, one: Named, other: Named, lexicon: Lexicon) -> Match | None:
    """Why the names at places ``i`` and ``j`` may be one person's; ``None`` where they may not."""
    left, right = surname(one.name), surname(other.name)
    sound = left != right and same_sound(left, right)
    near = left == right or sound or OSA.distance(left, right) == 1 or close(left, right, SLIP)
    first = one.doc == other.doc and _first(one.name, other.name)
    if not (near or first) or is_feminine(left) != is_feminine(right):
        return None
    given = given_names(one.name, other.name, lexicon)
    if given == "differ" or genders_differ(one, other, lexicon):
        return None
    if left == right:
        return _equal(i, j, one, other, given)
    found = _damaged(one, other, given, sound)
    if found is None and first:
        found = 0.65, "the first word of the full name alone, in one text"
    return None if found is None else Match(i, j, *found)


def genders_differ(one: Named, other: Named, lexicon: Lexicon) -> bool:
    """Whether one is a man and the other a woman, as their texts or their given names tell."""
    return {_gender(one, lexicon), _gender(other, lexicon)} == {"male", "female"}


def _gender(item: Named, lexicon: Lexicon) -> str | None:
    return item.gender or (lexicon.gender_of(item.name[0].title()) if is_full(item.name) else None)


def _damaged(one: Named, other: Named, given: str, sound: bool) -> tuple[float, str] | None:
    """The score and the reason for two surnames that differ in letters."""
    left, right = surname(one.name), surname(other.name)
    both = " and ".join(sorted((left, right)))
    office = bool(one.offices & other.offices)
    if sound and (given == "same" or office or _lone(one, other, left)):
        return 0.85 if given == "same" or office else 0.45, f"{both} sound alike; {_and(given, office)}"
    if close(left, right) and (given == "same" or office):
        return 0.8, f"{both} differ in few letters; {_and(given, office)}"
    if given == "same" and office and OSA.distance(left, right) == 1 and one.name[0] == other.name[0]:
        return 0.75, f"{both} differ in one letter; {_and(given, office)}"
    if one.doc == other.doc and close(left, right, SLIP) and _slip(one, other):
        return 0.7, f"{both}: a slip in one text that has the other {_most(one, other)} times"
    return None


def _equal(i: int, j: int, one: Named, other: Named, given: str) -> Match:
    if one.name == other.name:
        score = 0.95 if len(one.name) > 1 else 0.5
        return Match(i, j, score, "the same name" if len(one.name) > 1 else "the same surname")
    where = "in one text" if one.doc == other.doc else "in two texts"
    if given == "same":
        return Match(i, j, 0.9, f"one surname, given names alike, {where}")
    if one.name[0].endswith(JUNIOR) or other.name[0].endswith(JUNIOR):
        return Match(i, j, 0.4, f"the surname alone for the full name of a son, {where}")
    return Match(i, j, 0.88 if one.doc == other.doc else 0.55, f"the surname alone for the full name, {where}")


def given_names(one: Name, other: Name, lexicon: Lexicon) -> str:
    """Whether the given names are the "same" or "differ", or "unsaid" where one has none."""
    if len(one) < 2 or len(other) < 2:
        return "unsaid"
    left, right = one[0], other[0]
    if left.endswith(JUNIOR) != right.endswith(JUNIOR):
        return "differ"
    if left == right or (left[:1] == right[:1] and min(len(left), len(right)) == 1):
        return "same"
    if {lexicon.gender_of(left.title()), lexicon.gender_of(right.title())} == {"male", "female"}:
        return "differ"
    alike = lexicon.same_given_name(left.title(), right.title()) or same_sound(left, right) or close(left, right, SLIP)
    return "same" if alike else "differ"


def _first(one: Name, other: Name) -> bool:
    """Whether one is a single word that the other, a full name, begins with: of "Kim" and "Kim Jong-un"."""
    short, full = sorted((one, other), key=len)
    return len(short) == 1 < len(full) and short[0] == full[0] and len(short[0]) > 1


def is_full(name: Name) -> bool:
    """Whether a name has a given name that is more than an initial."""
    return len(name) > 1 and len(name[0]) > 1


def _lone(one: Named, other: Named, surname: str) -> bool:
    """Whether one of the two is a bare surname, and its sound is long enough to be hardly anybody else's."""
    return (len(one.name) == 1 or len(other.name) == 1) and len(skeleton(surname)) >= TELLING


def _slip(one: Named, other: Named) -> bool:
    """Whether one is a bare surname met once or twice and the other is met at least twice as often in the text."""
    few, many = sorted((one, other), key=lambda item: len(item.mentions))
    return len(few.name) == 1 and len(few.mentions) <= 2 and len(many.mentions) >= 2 * len(few.mentions)


def _most(one: Named, other: Named) -> int:
    return max(len(one.mentions), len(other.mentions))


def _and(given: str, office: bool) -> str:
    evidence = [text for text, true in (("given names alike", given == "same"), ("same office", office)) if true]
    return " and ".join(evidence) or "nothing speaks against it"
