"""Whose side an actor or a text is on: the state it belongs to or speaks for, or the alliance."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from standoff.core.findings import Actor
from standoff.lexicon.lexicon import Lexicon

WORD = re.compile(r"[^\W_]+(?:[.'’\-][^\W_]+)*\.?")
POSSESSIVE = re.compile(r"['’]s?$")
LONGEST_NAME = 5
"""Words of a name that is looked for in a title, an outlet or a role."""
LONGEST_TEXT = 60
"""Words of a title that are looked at."""


class Sides:
    """States and alliances by their names, and the side of every actor; worked out once where it is asked for.

    A side is an ISO 3166 code where the lexicon has one for the state, else the name of the state or alliance.
    """

    def __init__(self, actors: Iterable[Actor], lexicon: Lexicon) -> None:
        """Those of a dossier's actors, told with the lexicon's states and bodies."""
        self._actors = [actor for actor in actors if actor.named]
        self._lexicon = lexicon
        self._of: dict[str, str | None] = {}
        self._named: dict[str, str | None] = {}

    def of(self, actor: Actor | None) -> str | None:
        """The side of an actor; ``None`` where its names and roles tell none, or two."""
        if actor is None:
            return None
        if actor.id not in self._of:
            self._of[actor.id] = self._told(actor)
        return self._of[actor.id]

    def in_text(self, text: str) -> list[str]:
        """The sides that a title, an outlet or a role names by states, bodies or persons, each where it comes first."""
        return list(dict.fromkeys(side for side, _ in self._found(text)))

    def persons_in(self, text: str) -> list[Actor]:
        """The persons that a title names, in order; a surname that two bear names nobody."""
        return [actor for _, actor in self._found(text) if actor is not None]

    def state(self, side: str | None) -> Actor | None:
        """The actor that is the side itself, where the dossier has one."""
        return None if side is None else self._states.get(side)

    def is_body(self, outlet: str) -> bool:
        """Whether an outlet bears the name of a government, a force or an alliance that the documents speak of."""
        return plain(outlet) in self._bodies

    def _told(self, actor: Actor) -> str | None:
        if actor.type in ("state", "alliance"):
            return self._state_side(actor.name) or plain(actor.name)
        texts = [*actor.names, *(role.text for role in actor.roles)]
        counts = Counter(side for text in texts for side in dict.fromkeys(self._stated(text)))
        best = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:2]
        return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None

    def _stated(self, text: str) -> Iterator[str]:
        """The sides whose states, alliances or bodies a text names."""
        words = WORD.findall(text)[:LONGEST_TEXT]
        place = 0
        while place < len(words):
            found = next(
                ((n, side) for n, phrase in self._at(words, place) if (side := self._side_named(phrase))), None
            )
            if found is not None:
                yield found[1]
            place += found[0] if found is not None else self._step(words, place)

    def _at(self, words: list[str], place: int) -> Iterator[tuple[int, str]]:
        """The phrases that begin here, the longest first."""
        for length in range(min(LONGEST_NAME, len(words) - place), 0, -1):
            yield length, " ".join(words[place : place + length])

    def _step(self, words: list[str], place: int) -> int:
        """Past a word, or past an office, whose words name no state ("Secretary of State")."""
        return max(1, self._lexicon.office_at(words, place))

    def _side_named(self, phrase: str) -> str | None:
        if phrase not in self._named:
            self._named[phrase] = self._state_side(phrase) or self._state_names.get(plain(phrase))
        return self._named[phrase]

    def _state_side(self, phrase: str) -> str | None:
        bare = POSSESSIVE.sub("", phrase).removeprefix("the ")
        if not bare[:1].isupper():
            return None
        body = self._lexicon.bodies.words.find(bare)
        return self._lexicon.state_of(bare) or (body.state if body is not None and body.type != "media" else None)

    def _found(self, text: str) -> Iterator[tuple[str, Actor | None]]:
        """The sides that a text names in order, each with the person where it is one that tells it."""
        words = WORD.findall(text)[:LONGEST_TEXT]
        place = 0
        while place < len(words):
            step = self._step(words, place)
            for length, phrase in self._at(words, place):
                person = self._person_named(phrase)
                side = self._state_side(phrase) or self.of(person) or self._side_named(phrase)
                if side is not None:
                    yield side, person
                    step = length
                    break
            place += step

    def _person_named(self, phrase: str) -> Actor | None:
        told = [actor for actor in self._persons.get(plain(phrase), ()) if self.of(actor) is not None]
        return told[0] if len(told) == 1 else None

    @cached_property
    def _bodies(self) -> frozenset[str]:
        kinds = ("government", "military", "alliance")
        return frozenset(plain(name) for actor in self._actors if actor.type in kinds for name in actor.names)

    @cached_property
    def _states(self) -> Mapping[str, Actor]:
        found: dict[str, Actor] = {}
        for actor in sorted(self._actors, key=lambda each: (each.type != "state", -len(each.mentions), each.id)):
            if actor.type in ("state", "alliance") and (side := self.of(actor)) is not None:
                found.setdefault(side, actor)
        return found

    @cached_property
    def _state_names(self) -> Mapping[str, str]:
        """States and alliances that the lexicon does not know, by the names the documents give them."""
        named = [actor for actor in self._actors if actor.type in ("state", "alliance") and actor.name[:1].isupper()]
        return {
            plain(name): self._state_side(actor.name) or plain(actor.name)
            for actor in sorted(named, key=lambda each: each.id)
            for name in actor.names
            if plain(name)
        }

    @cached_property
    def _persons(self) -> Mapping[str, list[Actor]]:
        """The persons of each full name and of each surname."""
        named: dict[str, list[Actor]] = defaultdict(list)
        for actor in self._actors:
            surname = actor.name.split()[-1] if actor.type == "person" and actor.name.strip() else ""
            if not surname[:1].isupper() or self._lexicon.office_at([surname], 0):
                continue
            for name in sorted({plain(each) for each in (surname, *actor.names) if each.endswith(surname)}):
                named[name].append(actor)
        return named


def plain(name: str) -> str:
    """A name as it is looked up: without article, possessive ending and case."""
    bare = POSSESSIVE.sub("", name.strip()).casefold()
    return bare.removeprefix("the ")
