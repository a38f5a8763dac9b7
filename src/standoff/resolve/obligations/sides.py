"""Who acts for whom: a state, its government, its leader, its spokesman and its forces are one side.

A side goes by the ISO 3166 code of its state, by the name of a state that no list has, or by the name of an alliance
or body that is a side of its own. Whoever is on no known side may be on any.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from standoff.core.findings import Actor
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.actors.bodies import ADJECTIVAL, derives
from standoff.resolve.actors.spelling import folded
from standoff.resolve.reports import Reports

WORD = re.compile(r"[^\W\d_][^\W_]*(?:\.[^\W_]\.?)*")
LONGEST = 4
"""Words of a state's name looked for in a title; the few longer ones have short names too."""
BEHIND = 40
"""Characters behind a name in which an office may name its state: ", the Varnian minister"."""
MOST_MENTIONS = 12
"""Mentions of one person whose surroundings are read for his state: the first few name it, or none does."""
ALONE = ("alliance", "organization")
"""Bodies that are a side of their own where no state is named in them."""
OPEN = frozenset(
    """ally allies partner partners leader leaders president presidents minister ministers side sides party parties
    official officials government governments country countries state states member members team teams envoy envoys west
    power powers nation nations capital capitals delegation delegations people reporters forces troops alliance bloc
    union council organisation organization""".split()
)
"""Last words of descriptions that may be of any side, or of several."""


ALSO = "person "
"""How the key of somebody on no known side begins."""


class Party(NamedTuple):
    """Who a mention is, and the side acted for."""

    actor: str | None
    side: str | None
    is_person: bool = False
    """Whether somebody is named: two officials may be one."""

    @property
    def key(self) -> str | None:
        """The side; of somebody named who is on no known side, himself."""
        return self.side or (f"{ALSO}{self.actor}" if self.is_person else None)


NOBODY = Party(None, None)


class Sides:
    """The sides of a dossier's actors, each found when it is first asked for."""

    def __init__(self, reports: Reports, lexicon: Lexicon) -> None:
        """Take what the reports say; only names are read now."""
        self._reports, self._lexicon = reports, lexicon
        self._known: dict[str, str | None] = {}
        self._by_name: dict[str, str | None] = {}
        self._meant = {
            mention: metonym.actors[0]
            for actor in reports.actors.values()
            for metonym in actor.stands_for
            if len(metonym.actors) == 1
            for mention in metonym.mentions
        }
        self.names = self._names_of_states()
        """By folded name, the side of states that no list has."""
        self._adjectives = {form: self.names[name] for name in sorted(self.names) for form in adjectives_of(name)}

    def _names_of_states(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for actor in sorted(self._reports.actors.values(), key=lambda each: each.id):
            unlisted = actor.country is None and self._lexicon.state_of(actor.name) is None
            if actor.type == "state" and actor.named and unlisted and actor.name[:1].isupper():
                for name in sorted({actor.name, *actor.names}):
                    found.setdefault(folded(name), f"state {folded(actor.name)}")
        return found

    def party(self, mention: str | None) -> Party:
        """Who a mention is; nobody where it is of no actor."""
        if mention is None:
            return NOBODY
        own = self._reports.actor_of.get(mention)
        meant = self._meant.get(mention)
        if own is None and meant is None:
            return NOBODY
        actor = self._reports.actors[own or meant or ""]
        return Party(actor.id, self.of(meant or actor.id), actor.type == "person" and actor.named)

    def of(self, actor: str) -> str | None:
        """The side of an actor; ``None`` where nothing tells."""
        if actor not in self._known:
            self._known[actor] = None  # an actor that stands for itself by way of others ends here
            self._known[actor] = self._find(self._reports.actors[actor])
        return self._known[actor]

    def _find(self, actor: Actor) -> str | None:
        if actor.country is not None:
            return actor.country
        by_name = next((side for name in (actor.name, *actor.names) if (side := self._named(name))), None)
        if by_name is not None and actor.type != "person":
            return by_name
        standing = {metonym.actors for metonym in actor.stands_for}
        if len(standing) == 1 and len(only := standing.pop()) == 1:
            return self.of(only[0])
        told = Counter(self._told(actor))
        if len(told) > 1 and not actor.named:
            return None  # "the leaders of Varnia and Orlen"
        if told:
            return min(told, key=lambda side: (-told[side], side))
        alone = actor.type in ALONE and actor.named and not _is_open(actor.name)
        return f"body {folded(actor.name)}" if alone else None

    def _named(self, name: str) -> str | None:
        """The side that the whole of a name is for; each name is looked up once."""
        if name not in self._by_name:
            self._by_name[name] = self._look_up(name)
        return self._by_name[name]

    def _look_up(self, name: str) -> str | None:
        body = self._lexicon.body_of(name)
        if body is not None:
            return body.state or (None if body.shared or _is_open(body.name) else f"body {folded(body.name)}")
        return self._lexicon.state_of(name) or self._unlisted(name)

    def _unlisted(self, name: str) -> str | None:
        """A state that the reports alone tell of, by its name or the adjective formed from it."""
        key = folded(name)
        return self.names.get(key) or self._adjectives.get(key)

    def _told(self, actor: Actor) -> Iterator[str]:
        """Every state named in an actor's titles and names, and behind a person's name."""
        for text in (*actor.names, *(role.text for role in actor.roles)):
            yield from self.in_text(text)
        if actor.type == "person":
            for mention in actor.mentions[:MOST_MENTIONS]:
                yield from self._behind(mention)

    def _behind(self, mention: str) -> Iterator[str]:
        """The state of "Orlen of Varnia" and "Orlen, the Varnian minister"."""
        at = self._reports.mentions[mention].at
        text = self._reports.documents[at.doc].text[at.end : at.end + BEHIND]
        if text.startswith((", the ", " of ", ", ", " (")):
            phrase = re.split(r"[.;:)]|, (?=\w)|\bwho\b|\bsaid\b", text.lstrip(", ("))[0]
            if any(self._lexicon.office_rank(word) for word in phrase.split()) or text.startswith(" of "):
                yield from list(self.in_text(phrase))[:1]

    def in_text(self, text: str) -> Iterator[str]:
        """The sides of the states and bodies that a stretch of text names, the longest names first."""
        yield from (side for _, _, side in self.places(text))

    def places(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The same with the characters where each stands."""
        words = list(WORD.finditer(text))
        at = 0
        while at < len(words):
            found = self._longest(text, words, at)
            if found is None:
                at += 1
                continue
            stop, side = found
            yield words[at].start(), words[stop - 1].end(), side
            at = stop

    def _longest(self, text: str, words: list[re.Match[str]], at: int) -> tuple[int, str] | None:
        first = words[at].group()
        if not (first[0].isupper() or self._lexicon.opens_name(first)):
            return None
        for stop in range(min(at + LONGEST, len(words)), at, -1):
            phrase = text[words[at].start() : words[stop - 1].end()]
            side = self._named(phrase) if phrase[0].isupper() else None
            if side is not None:
                return stop, side
        return None


def _is_open(name: str) -> bool:
    """Whether a name says only what kind of body it is: "the Alliance", "the West"; "the European Union" is one."""
    words = name.lower().removeprefix("the ").split()
    return len(words) == 1 and words[0] in OPEN


def adjectives_of(name: str) -> list[str]:
    """What may be an adjective formed from a state's folded name: "varnian" of "varnia"."""
    stems = (name, name[:-1], name[:-2])
    return [form for stem in stems for ending in ADJECTIVAL if derives(form := stem + ending, name)]
