"""A stretch of words that the grammar took for a time expression, as what reads it asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.extract.times.tokens import SYMBOLS
from standoff.lexicon.numerals import number_at
from standoff.lexicon.times import TimeWords

NAMES = {symbol: name for name, symbol in SYMBOLS.items()}
DIGITS = ("to12", "to24", "to31", "to59", "to99", "year", "figure", "dotclock")
SPELT = ("one", "spelled", "nineteen", "tens", "scale", "half")
ORDINALS = ("ordinals", "nth", "second")
WAYS = ("same", "last", "past", "next", "coming", "references_before_nouns", "that", "this", "these", "the")
TWO, HALF = 2.0, 0.5


@dataclass(frozen=True)
class Phrase:
    """Words in lower case with their classes; the pattern that they fit."""

    kind: str
    start: int
    """The index of the first word in the document."""
    words: tuple[str, ...]
    symbols: str
    lexicon: TimeWords

    def at(self, *classes: str) -> int | None:
        """Where the first word of one of these classes stands."""
        found = [place for name in classes if (place := self.symbols.find(SYMBOLS[name])) >= 0]
        return min(found, default=None)

    def has(self, *classes: str) -> bool:
        """Whether a word is of one of these classes."""
        return any(SYMBOLS[name] in self.symbols for name in classes)

    def value(self, *classes: str) -> str | None:
        """What the first word of one of these classes stands for in the lexicon."""
        place = self.at(*classes)
        return None if place is None else self.lexicon.values.get(self.words[place])

    def name(self, place: int) -> str:
        """The class of the word at ``place``; empty for none and outside the phrase."""
        return NAMES.get(self.symbols[place], "") if 0 <= place < len(self.symbols) else ""

    def part(self, start: int, stop: int) -> Phrase:
        """The same words from ``start`` to ``stop``."""
        return Phrase(self.kind, self.start + start, self.words[start:stop], self.symbols[start:stop], self.lexicon)

    def way(self) -> str | None:
        """Which way from the anchor: the first of "last", "next", "same", "this" and the like."""
        return next((name for name in WAYS if self.has(name)), None)

    def ordinal(self, place: int) -> int | None:
        """The number of the ordinal at ``place``, "third", "3rd", "twenty-third", and of a bare number."""
        word, name = self.words[place], self.name(place)
        if name == "second":
            return 2
        if name == "tens":
            last = next((self.ordinal(at) for at in (place + 1, place + 2) if self.name(at) in ORDINALS), None)
            ten = number_at(self.words, place) if last is None else number_at((word,), 0)
            return None if ten is None else int(ten[0]) + (last or 0)
        if name == "ordinals":
            return int(self.lexicon.values[word])
        digits = word.rstrip("stndrh")
        return int(digits) if digits.isdecimal() else None

    def year(self) -> int | None:
        """The year it names, in digits or words ("nineteen ninety-six")."""
        place = self.at("year")
        if place is not None:
            return int(self.words[place])
        place = self.at("nineteen")
        if place is None or place + 1 == len(self.words):
            return None
        rest = number_at(self.words, place + 1)
        return None if rest is None else 1900 + int(rest[0])

    def number(self) -> tuple[float | None, int]:
        """How many units it counts, and where the number ends; ``None`` where it does not say how many."""
        for place, word in enumerate(self.words):
            name = self.name(place)
            if name in DIGITS or name in SPELT or (name == "a" and self.name(place + 1) in ("scale", "half")):
                return self._number_from(place)
            if name == "a" and self.name(place + 1) not in ("few", "couple"):
                return 1.0 + HALF * self._and_a_half(), place + 1
            if name == "couple":
                return (TWO if word == "couple" else None), place + 1
            if name in ("few", "recent", "plural_units"):
                return None, place + 1
        return None, 0

    def _number_from(self, place: int) -> tuple[float | None, int]:
        if self.words[place] == "half" or (self.name(place) == "a" and self.name(place + 1) == "half"):
            return HALF, place + 1
        if self.name(place) == "a" and self.name(place + 1) == "scale":
            found = number_at(self.words, place) or number_at(("one", *self.words[place + 1 :]), 0)
        else:
            found = number_at(self.words, place)
        if found is None:
            return None, place + 1
        if self.name(found[1] + 1) == "slash" and self.name(found[1] + 2) in DIGITS:
            return found[0] + _quotient(self.words[found[1]], self.words[found[1] + 2]), found[1] + 3
        whole = found[0] == int(found[0])
        return found[0] + HALF * (whole and self._and_a_half()), found[1]

    def _and_a_half(self) -> bool:
        place = self.at("half")
        return place is not None and self.name(place - 1) == "a" and self.name(place - 2) == "and"


def _quotient(one: str, other: str) -> float:
    """The fraction that two numbers with a slash between them write: "1/2"."""
    return int(one) / int(other) if one.isdecimal() and other.isdecimal() and int(other) else 0.0
