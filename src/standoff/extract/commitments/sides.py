"""Which state or alliance each actor of a document belongs to, as the document and the lexicon tell it.

A spokesman's "we" binds his state, and a demand without an addressee meets the other side: both need to know sides.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from standoff.core.records import Mention
from standoff.extract.grammar import Grammar
from standoff.extract.speakers import Speakers
from standoff.lexicon.lexicon import Lexicon

BODIES = ("state", "government", "alliance", "military", "organization")
KEYED = ("state", "alliance", "organization")
"""Bodies that are a side of their own where no state is named in them: alliances, armed groups, firms."""
HANGING = frozenset("appos nmod nmod:desc nmod:poss compound amod flat".split())
"""How a state may hang on a person's name: "Orlen, the Varnian minister", "Orlen of Varnia"."""
BESIDE, STEPS = 3, 4
"""Mentions behind a name, and steps up the tree from one of them, in which his state is looked for."""
DEMONYM_ENDINGS = ("ians", "ian", "ans", "an", "ese", "ish", "ia", "a", "s")
SHORTEST_STEM = 4
NEAR = 60  # characters behind a name in which an office may name its state
PREFIX = 3  # words of a longer name that may name a body: "Foreign Office Minister of State"
STANDING_RANKS = ("spokesperson", "official", "military", "diplomat")
"""Offices that speak or act for their state, not for themselves."""


class Sides:
    """The sides of one document's mentions."""

    def __init__(self, grammar: Grammar, lexicon: Lexicon, mentions: Sequence[Mention], speakers: Speakers) -> None:
        """Take a document's mentions, in order of place."""
        self._grammar, self._lexicon, self._speakers = grammar, lexicon, speakers
        self._mentions = mentions
        self._starts = [mention.at.start for mention in mentions]
        self._known: dict[tuple[int, int], str | None] = {}
        self._keys: dict[tuple[str, str], str | None] = {}
        self._surnames: dict[str, str] = {}
        self._bodies: dict[str, list[Mention]] = {}
        self._counts: Counter[str] = Counter()
        self._learn_bodies()
        self._learn_people()

    def _learn_bodies(self) -> None:
        for mention in self._mentions:
            if mention.type in BODIES and mention.form == "name" and (side := self._by_name(mention)) is not None:
                self._bodies.setdefault(side, []).append(mention)
                self._counts[side] += 1

    def _learn_people(self) -> None:
        """Which side each person is on, by the state or body named in or beside his name anywhere in the document."""
        people = [mention for mention in self._mentions if mention.type == "person" and mention.form != "pronoun"]
        for mention in people:
            side = self._nested(mention) or self._beside(mention)
            if side is None:
                continue
            resolved = self._speakers.resolved(mention) if mention.refers is not None else mention
            self._known.setdefault(_place(mention), side)
            if resolved.form == "name":
                self._surnames.setdefault(self.surname(resolved), side)
                self._known.setdefault(_place(resolved), side)
        named = (mention for mention in people if mention.form == "name")
        self._counts.update(side for m in named if (side := self._surnames.get(self.surname(m))) is not None)

    def of(self, mention: Mention) -> str | None:
        """The key of the side a mention belongs to; ``None`` where the document does not tell."""
        if mention.refers is not None:
            mention = self._speakers.resolved(mention)
        place = _place(mention)
        if place not in self._known:
            self._known[place] = self._find(mention)
        return self._known[place]

    def _find(self, mention: Mention) -> str | None:
        if mention.type in (*BODIES, "place") and (side := self._by_name(mention)) is not None:
            return side
        nested = self._nested(mention)
        return nested if nested is not None else self._surnames.get(self.surname(mention))

    def _by_name(self, mention: Mention) -> str | None:
        """The key of a state's or body's name; a state the lexicon does not have goes by the stem of its name."""
        text = self.text(mention)
        kind = mention.type if mention.form == "name" else ""
        if (text, kind) not in self._keys:
            self._keys[text, kind] = self._key(text, kind)
        found = self._keys[text, kind]
        if found is not None or mention.type == "place":
            return found
        nested = self._nested(mention)
        return stem(text) if nested is None and kind in KEYED else nested

    def _key(self, text: str, kind: str) -> str | None:
        code = self._lexicon.state_of(text)
        if code is not None or kind == "place":
            return code
        words = text.split()
        names = (" ".join(words[:stop]) for stop in (len(words), *range(min(len(words) - 1, PREFIX), 1, -1)))
        body = next((body for name in names if (body := self._lexicon.body_of(name)) is not None), None)
        return None if body is None else body.state or body.name

    def _nested(self, mention: Mention) -> str | None:
        """The side of the first state or body named inside a mention, else of the first person."""
        text = self._grammar.text[mention.at.start : mention.at.end]
        if " " not in text.strip():
            return None
        inside = list(self._within(mention.at.start, mention.at.end, len(mention.at)))
        bodies = (self._by_name(m) for m in inside if m.type in BODIES and m.form == "name")
        found = next((side for side in bodies if side is not None), None)
        if found is not None:
            return found
        people = (self._of_person(m) for m in inside if m.type == "person")
        found = next((side for side in people if side is not None), None)
        return found or self._by_stem(text)

    def _of_person(self, mention: Mention) -> str | None:
        """What is already known of a person named or described inside another mention."""
        resolved = self._speakers.resolved(mention) if mention.refers is not None else mention
        return self._known.get(_place(resolved)) or self._surnames.get(self.surname(resolved))

    def _by_stem(self, text: str) -> str | None:
        """The side of a people whose state the document names, though no lexicon has it: "Varnian officials"."""
        stems = (stem(word.strip("’'s,.")) for word in text.split() if word[:1].isupper())
        return next((key for key in stems if key in self._bodies), None)

    def _within(self, start: int, end: int, shorter_than: int) -> Iterator[Mention]:
        low = bisect_left(self._starts, start)
        for other in self._mentions[low : bisect_left(self._starts, end)]:
            if other.at.end <= end and len(other.at) < shorter_than:
                yield other

    def _beside(self, mention: Mention) -> str | None:
        """The side of a state in the apposition behind a person's name."""
        behind = self._grammar.text[mention.at.end : mention.at.end + 4]
        if mention.form != "name" or not behind.startswith((",", " of ", " –", " -", " (")):
            return None
        low = bisect_left(self._starts, mention.at.end)
        for other in self._mentions[low : low + BESIDE]:
            if other.at.end > mention.at.end + NEAR:
                return None
            if other.type in BODIES and other.form == "name" and self._hangs_on(other, mention):
                return self._by_name(other)
        return None

    def _hangs_on(self, other: Mention, mention: Mention) -> bool:
        """Whether the tree has a body below a person's name, within an apposition or an "of"."""
        words = self._grammar.between(other.at.start, other.at.end)
        at = words.start if words else 0
        for _ in range(STEPS):
            word = self._grammar.words[at]
            if mention.at.start <= word.start < mention.at.end:
                return True
            if word.deprel not in HANGING or word.head == at:
                return False
            at = word.head
        return False

    def body(self, side: str | None, instead: Mention, place: int) -> Mention:
        """The nearest name of a side's state before a character, or after it; ``instead`` where there is none."""
        named = self._bodies.get(side or "", [])
        states = [m for m in named if m.type == "state"] or named
        return instead if not states else _nearest(states, place)

    def standing_for(self, mention: Mention, place: int) -> Mention:
        """The state that officials, troops and spokesmen without a will of their own stand for; else the mention."""
        mention = self._speakers.resolved(mention)
        stands = mention.form == "description" and mention.type in ("person", "military", "organization")
        inside = {
            self._by_name(m)
            for m in self._within(mention.at.start, mention.at.end, len(mention.at))
            if m.type == "state"
        }
        if stands and len(inside) > 1:
            return mention
        if not stands and mention.type == "person" and mention.role is not None:
            role = self._grammar.text[mention.role.start : mention.role.end]
            stands = self._lexicon.office_rank(role) in STANDING_RANKS
        return self.body(self.of(mention), mention, place) if stands else mention

    def other(self, side: str | None, place: int) -> Mention | None:
        """The name nearest before a place of the side that the document names most, beside this one."""
        rest = [(count, key) for key, count in self._counts.items() if key != side]
        if not rest:
            return None
        _, key = max(rest, key=lambda item: (item[0], item[1]))
        named = self._bodies.get(key, [])
        states = [mention for mention in named if mention.type == "state"] or named
        return _nearest(states, place) if states else None

    def text(self, mention: Mention) -> str:
        """The mention's name, or all its words, without the mark of the possessive."""
        place = mention.name or mention.at
        text = self._grammar.text[place.start : place.end]
        return text.removesuffix("’s").removesuffix("'s").rstrip("’'")

    def surname(self, mention: Mention) -> str:
        """The last word of its name."""
        words: Sequence[str] = self.text(mention).split()
        return words[-1] if words else ""


def _place(mention: Mention) -> tuple[int, int]:
    return mention.at.start, mention.at.end


def _nearest(mentions: Sequence[Mention], place: int) -> Mention:
    """The last of these before a character, else the first."""
    return mentions[max(bisect_right(mentions, place, key=lambda m: m.at.start) - 1, 0)]


def stem(name: str) -> str:
    """What a state's name shares with the word for its people: "Marenia", "Marenian"; lower case."""
    low = name.lower().removeprefix("the ")
    for ending in DEMONYM_ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= SHORTEST_STEM:
            return low.removesuffix(ending)
    return low
