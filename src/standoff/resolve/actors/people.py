"""Joins the names of persons that are one person: within a text first, then across texts, each join with its reason.

A name is a tuple of folded words, the surname last. Two surnames match when they are equal, sound alike, or are
close with more evidence (the given name, the office). Given names that plainly differ keep two persons apart,
whatever else is equal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.spelling import SLIP, close, folded, is_feminine, same_sound, skeleton

Name = tuple[str, ...]
PARTICLES = frozenset("al el bin ibn abu ben van von de da di du la le der den dos das ter".split())
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


TELLING = 4
"""Consonants of a skeleton from which a bare surname of that sound is taken for the same one: "Baker" and "Becker" have
three, "Corvane" and "Corwin" four."""


class Named(NamedTuple):
    """One person's name in one text: everything said of him or her there under it."""

    doc: str
    name: Name
    mentions: tuple[str, ...]
    offices: frozenset[str]


class Match(NamedTuple):
    """Two names found to be one person's."""

    left: int
    right: int
    score: float
    reason: str


def name_of(text: str) -> Name:
    """The folded words of a name, without "Jr" and with particles joined to the surname ("al assad").

    "Ben" is a given name in "Ben Orlen" and a particle in "Ben-Orlen".
    """
    words = [word for word in folded(text).split() if word not in SUFFIXES]
    given = words[:1] == ["ben"] and not text.strip().casefold().startswith("ben-")
    joined: list[str] = []
    for place, word in reversed(list(enumerate(words))):
        if joined and word in PARTICLES and not (given and place == 0):
            joined[-1] = f"{word} {joined[-1]}"
        else:
            joined.append(word)
    return tuple(reversed(joined))


def surname(name: Name) -> str:
    """The last word, without its particle."""
    return name[-1].rsplit(" ", 1)[-1]


def find_matches(named: Sequence[Named], lexicon: Lexicon) -> list[Match]:
    """All pairs that match, best first; ties by text and name, so that the order of ``named`` decides nothing."""
    pairs = (_match(i, j, named, lexicon) for i, j in _candidates(named))
    return sorted((m for m in pairs if m is not None), key=lambda m: (-m.score, _places(m, named)))


def _places(match: Match, named: Sequence[Named]) -> list[tuple[str, Name]]:
    return sorted((named[index].doc, named[index].name) for index in (match.left, match.right))


def _candidates(named: Sequence[Named]) -> Iterable[tuple[int, int]]:
    """Pairs worth a look: surnames that share their first two letters, their last four, their sound, or a text."""
    blocks: dict[str, set[int]] = defaultdict(set)
    for index, item in enumerate(named):
        last = surname(item.name)
        keys = {f"letters {last[:2]}", f"end {last[-4:]}", f"sound {skeleton(last)}", f"doc {item.doc}"}
        keys |= {f"word {word}" for part in item.name for word in part.split()}
        for key in keys:
            blocks[key].add(index)
    found = {pair for members in blocks.values() for pair in combinations(sorted(members), 2)}
    return sorted(found)


def _match(i: int, j: int, named: Sequence[Named], lexicon: Lexicon) -> Match | None:
    one, other = named[i], named[j]
    given = _given(one.name, other.name, lexicon)
    left, right = surname(one.name), surname(other.name)
    if given == "differ" or is_feminine(left) != is_feminine(right):
        return None
    office = bool(one.offices & other.offices)
    if left == right:
        return _equal(i, j, one, other, given)
    if same_sound(left, right) and (given == "same" or office or _lone(one, other, left)):
        return Match(
            i, j, 0.85 if given == "same" or office else 0.6, f"{left} and {right} sound alike; {_and(given, office)}"
        )
    if close(left, right) and (given == "same" or office):
        return Match(i, j, 0.8, f"{left} and {right} differ in few letters; {_and(given, office)}")
    if one.doc == other.doc and close(left, right, SLIP) and _slip(one, other):
        return Match(i, j, 0.7, f"{left} and {right}: a slip in one text that has the other {_most(one, other)} times")
    return None


def _equal(i: int, j: int, one: Named, other: Named, given: str) -> Match:
    if one.name == other.name:
        score = 0.95 if len(one.name) > 1 else 0.5
        return Match(i, j, score, "the same name" if len(one.name) > 1 else "the same surname")
    where = "in one text" if one.doc == other.doc else "in two texts"
    if given == "same":
        return Match(i, j, 0.9, f"one surname, given names alike, {where}")
    return Match(i, j, 0.88 if one.doc == other.doc else 0.55, f"the surname alone for the full name, {where}")


def _given(one: Name, other: Name, lexicon: Lexicon) -> str:
    """Whether the given names are the "same" or "differ", or "unsaid" where one has none."""
    if len(one) < 2 or len(other) < 2:
        return "unsaid"
    left, right = one[0], other[0]
    if left == right or (left[:1] == right[:1] and min(len(left), len(right)) == 1):
        return "same"
    if {lexicon.gender_of(left.title()), lexicon.gender_of(right.title())} == {"male", "female"}:
        return "differ"
    alike = lexicon.same_given_name(left.title(), right.title()) or same_sound(left, right) or close(left, right, SLIP)
    return "same" if alike else "differ"


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


def join(named: Sequence[Named], matches: Sequence[Match], lexicon: Lexicon) -> tuple[list[int], list[Match]]:
    """A cluster number for each name, and the matches that made the clusters.

    Best matches first. Refused is one that would put two different given names into a cluster, and one of a bare
    surname that fits two different persons equally well: a shared surname never chains two people together.
    """
    parent = list(range(len(named)))
    full: dict[int, frozenset[Name]] = {
        i: frozenset((item.name,)) if len(item.name) > 1 else frozenset() for i, item in enumerate(named)
    }
    rivals = _rivals(matches)
    used: list[Match] = []
    for match in matches:
        left, right = sorted((_root(parent, match.left), _root(parent, match.right)))
        if left == right or _apart(full[left], full[right], lexicon):
            continue
        if any(_ambiguous(index, match, rivals, parent, full, lexicon) for index in (match.left, match.right)):
            continue
        parent[right] = left
        full[left] |= full.pop(right)
        used.append(match)
    return [_root(parent, index) for index in range(len(named))], used


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _apart(left: Iterable[Name], right: Iterable[Name], lexicon: Lexicon) -> bool:
    return any(_given(one, other, lexicon) == "differ" for one in left for other in right)


def _rivals(matches: Sequence[Match]) -> dict[int, list[Match]]:
    found: dict[int, list[Match]] = defaultdict(list)
    for match in matches:
        found[match.left].append(match)
        found[match.right].append(match)
    return found


def _ambiguous(
    index: int,
    match: Match,
    rivals: Mapping[int, list[Match]],
    parent: list[int],
    full: Mapping[int, frozenset[Name]],
    lexicon: Lexicon,
) -> bool:
    """Whether the name at ``index``, still a surname bare or with initials, fits another, different person as well."""
    if any(len(name[0]) > 1 for name in full[_root(parent, index)]):
        return False
    mine = full[_root(parent, match.left + match.right - index)]
    others = (full[_root(parent, m.left + m.right - index)] for m in rivals[index] if m.score >= match.score)
    return any(_apart(mine, names, lexicon) for names in others)
