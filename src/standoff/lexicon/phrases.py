"""Finds a name as news texts write it: with or without "the", a possessive ending, or all in capitals."""

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

import msgspec

Value = TypeVar("Value")

ARTICLE = "the "
# "MALI" in a headline is Mali; of three letters and fewer, too many are words or acronyms of their own ("LAO", "IN").
SHORTEST_IN_CAPITALS = 4
LETTERS = re.compile(r"\w+")
POSSESSIVES = ("'s", "'S", "'")


def straight(phrase: str) -> str:
    """The phrase with single spaces and straight apostrophes."""
    if phrase.isalnum():
        return phrase
    return " ".join(phrase.replace("’", "'").replace("‘", "'").split())


def plain(phrase: str) -> str:
    """The same without a possessive ending."""
    text = straight(phrase)
    for ending in POSSESSIVES if text.endswith(POSSESSIVES) else ():
        if text.endswith(ending):
            return text[: -len(ending)].rstrip()
    return text


def without_article(phrase: str) -> str:
    """The phrase without a leading "the" in any case."""
    return phrase[len(ARTICLE) :] if phrase[: len(ARTICLE)].lower() == ARTICLE else phrase


def opening(name: str) -> str:
    """The letters that a name begins with, in lower case: "bosnia" of "Bosnia-Herzegovina"; "" where it has none.

    However a text is cut into words, a name in it begins with a word that has the same.
    """
    if name.isalnum():
        return name.lower()
    found = LETTERS.search(name)
    return found[0].lower() if found else ""


def openings(names: Iterable[str]) -> frozenset[str]:
    """How any of these names can begin, articles left out."""
    return frozenset(opening(without_article(name)) for name in names)


def closing(name: str) -> str:
    """The letters that a name ends with, in lower case, without a possessive ending; "" where it has none."""
    if name.isalnum():
        return name.lower()
    found = LETTERS.findall(plain(name))
    return found[-1].lower() if found else ""


def closings(names: Iterable[str]) -> frozenset[str]:
    """How any of these names can end."""
    return frozenset(map(closing, names))


def with_small_article(name: str) -> str:
    """The name with a leading article in lower case: "the Hague"."""
    bare = without_article(name)
    return name if bare is name else ARTICLE + bare


class PhraseIndex(msgspec.Struct, Generic[Value], frozen=True, eq=False):
    """Names and what they stand for: exact, and for texts that are all in capitals."""

    exact: Mapping[str, Value]
    capitals: Mapping[str, Value]

    def find(self, phrase: str) -> Value | None:
        """What ``phrase`` stands for. Case tells ("US" is not "us") except in a phrase that is all capitals."""
        if phrase.isalnum():
            return self.look_up(phrase)
        text = straight(phrase)
        found = self.look_up(text)
        return self.look_up(plain(text)) if found is None and text.endswith(POSSESSIVES) else found

    def look_up(self, text: str) -> Value | None:
        """What a text of single spaces stands for, with or without its article."""
        bare = without_article(text)
        found = self.exact.get(bare)
        if found is None and bare is not text:
            found = self.exact.get(ARTICLE + bare)
        if found is None and bare.isupper():
            found = self.capitals.get(bare)
        return found


def phrase_index(names: Mapping[str, Value]) -> PhraseIndex[Value]:
    """The index over ``names``; the earlier of two names that look alike in capitals wins.

    A name listed with its article ("the West") is found only with it: the bare word means too much else.
    """
    exact = {with_small_article(straight(name)): value for name, value in names.items()}
    capitals: dict[str, Value] = {}
    for name, value in exact.items():
        if len(name) >= SHORTEST_IN_CAPITALS and not name.startswith(ARTICLE):
            capitals.setdefault(name.upper(), value)
    return PhraseIndex(exact=exact, capitals=capitals)
