"""Whose a surname is that a text leaves bare: that of one who bears it, where the two texts have anything in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.clusters import Clusters
from standoff.resolve.actors.people import TELLING, Match, Named, genders_differ, given_names, match, surname
from standoff.resolve.actors.spelling import skeleton

CLEARLY = 3
"""How many times the evidence for the next bearer of a surname the evidence for the best must be: a bare "Clinton" in
a folder in which two Clintons are about as common stays open."""
MOST = 40
"""Bearers of one surname, or of one sound, that a bare surname is compared with: the most written of."""


@dataclass
class Bearer:
    """A person with a full name: one of the names to compare with, the offices, and what the texts on him name."""

    index: int
    item: Named
    offices: set[str] = field(default_factory=set)
    near: Counter[str] = field(default_factory=Counter)
    texts: int = 0
    aliases: set[str] = field(default_factory=set)
    """Single words under which some text has him: surnames, and a first word where it is used so."""

    def add(self, item: Named) -> None:
        """Take another name of the same person."""
        self.offices |= item.offices
        self.near.update(item.near)
        self.texts += 1
        self.aliases.add(surname(item.name) if len(item.name) > 1 else item.name[-1])


class Claim(NamedTuple):
    """A bearer whom a bare surname may be: how well the names fit, and how much the texts have in common."""

    found: Match
    bearer: Bearer
    evidence: int


class Bearers:
    """Everyone with a full name, by surname, by its sound, and by office."""

    def __init__(self, bearers: Iterable[Bearer], lexicon: Lexicon) -> None:
        """Index the bearers; those most written of first."""
        self._lexicon = lexicon
        self._by_key: dict[str, list[Bearer]] = defaultdict(list)
        self._named: dict[int, Named] = {}
        for bearer in sorted(bearers, key=lambda b: (-b.texts, b.item.name, b.index)):
            self._named[bearer.index] = bearer.item._replace(offices=frozenset(bearer.offices))
            for key in self._keys(bearer.aliases, bearer.offices):
                self._by_key[key].append(bearer)

    def _keys(self, words: Iterable[str], offices: Iterable[str]) -> set[str]:
        named = {word.rsplit(" ", 1)[-1] for word in words}
        keys = {f"word {word}" for word in named} | {f"sound {skeleton(word)}" for word in named}
        return keys | {f"office {office} {word[:2]}" for word in named for office in offices}

    def claim(self, at: int, item: Named) -> tuple[Match | None, bool]:
        """The one bearer that the bare surname of number ``at`` is, and whether there is anyone whom it fits.

        Nobody where two fit about as well. A text that has nothing in common with those on the bearer (no office, no
        state, body or person) is about someone else, unless it names nobody besides.
        """
        claims = sorted(self._claims(at, item), key=lambda c: (-c.found.score, -c.evidence, c.bearer.index))
        if not claims:
            return None, False
        best, *level = [claim for claim in claims if claim.found.score == claims[0].found.score]
        rivals = [other.evidence for other in level if self._differ(best, other)]
        if rivals and best.evidence <= CLEARLY * max(rivals):
            return None, True
        return best.found, True

    def _differ(self, one: Claim, other: Claim) -> bool:
        return given_names(one.bearer.item.name, other.bearer.item.name, self._lexicon) == "differ"

    def _claims(self, at: int, item: Named) -> Iterator[Claim]:
        fitting = {
            bearer.index: bearer
            for key in sorted(self._keys([surname(item.name)], item.offices))
            for bearer in self._by_key.get(key, [])[:MOST]
        }
        for index, bearer in sorted(fitting.items()):
            found = match(at, index, item, self._named[index], self._lexicon) or self._by_alias(at, item, bearer)
            if found is None:
                continue
            evidence = sum(bearer.near.get(key, 0) for key in item.near)
            evidence += bearer.texts * (not item.offices.isdisjoint(bearer.offices))
            if evidence or not item.near or not bearer.near:
                yield Claim(found, bearer, evidence)

    def _by_alias(self, at: int, item: Named, bearer: Bearer) -> Match | None:
        """That texts with the full name call its bearer by its first word: "Kim" for "Kim Jong-un"."""
        alone = item.name[0]
        if len(item.name) > 1 or alone not in bearer.aliases or alone == surname(bearer.item.name):
            return None
        if genders_differ(item, bearer.item, self._lexicon):
            return None
        return Match(at, bearer.index, 0.5, "as texts with the full name call the one who bears it")


def join_leftover(bare: Sequence[tuple[int, Named]], closed: frozenset[int], lexicon: Lexicon) -> Iterator[Match]:
    """Matches among bare surnames that nobody with a full name bears, from sorted (number, name) pairs.

    Two texts that name anyone else must share one of them, or the office; those in ``closed`` fit several persons
    already and are joined by that only.
    """
    for key in (surname_key, sound_key):
        groups: dict[str, list[tuple[int, Named]]] = defaultdict(list)
        for at, item in bare:
            groups[key(item)].append((at, item))
        for name, group in sorted(groups.items()):
            if name:
                yield from _join_group(group, closed, lexicon)


def surname_key(item: Named) -> str:
    """The surname."""
    return surname(item.name)


def sound_key(item: Named) -> str:
    """The sound of a surname that is hardly anybody else's; "" for a short one."""
    sound = skeleton(surname(item.name))
    return sound if len(sound) >= TELLING else ""


def _join_group(group: Sequence[tuple[int, Named]], closed: frozenset[int], lexicon: Lexicon) -> Iterator[Match]:
    first: dict[str, tuple[int, Named]] = {}
    clusters = Clusters(len(group))
    place = {at: number for number, (at, _) in enumerate(group)}
    for at, item in group:
        for key in sorted(item.near | item.offices):
            other, known = first.setdefault(key, (at, item))
            found = match(other, at, known, item, lexicon) if other != at else None
            if found is not None and clusters.join(place[other], place[at]):
                yield found
    parts = {clusters.root(place[at]) for at, item in group if item.near}
    if len(parts) > 1:
        return
    alone = [(at, item) for at, item in group if at not in closed]
    for at, item in alone[1:]:
        found = match(alone[0][0], at, alone[0][1], item, lexicon)
        if found is not None and clusters.join(place[alone[0][0]], place[at]):
            yield found
