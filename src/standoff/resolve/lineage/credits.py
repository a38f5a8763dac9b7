"""Whether a text says that it has something from another outlet: a credit, an address, "as the Herald reported"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from standoff.core.records import Document

# The words by which news say where they have it from, before and after an outlet's name. General English of the trade;
# an outlet's name without one of them may be anything ("the sun", "time").
BEFORE = re.compile(
    r"(?:\baccording to|\b(?:source|credit|via|copyright)\W{0,3}|©\W{0,3}|\btold|"
    r"\b(?:reported|published|appeared|seen|quoted|cited) (?:by|in|on)|\breports? (?:by|in|from|on))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"['’]?s?\s+(?:(?:first|also|has|had|earlier|newspaper|agency|website|news)\s+){0,2}"
    r"(?:reported|reports|wrote|writes|said|says|quoted|cited)\b",
    re.IGNORECASE,
)
DATELINE = 200
"""Characters from the start within which an outlet's name in brackets is a dateline's."""
AROUND = 60
"""Characters before and after a name that are looked at."""
LEAST_NAME = 3
"""Letters of an outlet's name: shorter ones stand in other words."""
OWN = frozenset({"metadata", "address"})
"""How a document tells who published it; by a credit or a dateline it tells where it has it from."""


def publisher(document: Document) -> str | None:
    """The outlet that published it, where not merely a credit tells one."""
    return document.outlet if document.outlet_basis in OWN or document.outlet_basis is None else None


class Credit(NamedTuple):
    """Where a document says that it has something from another, and in words for a reader how."""

    at: int
    """The character at which it stands; 0 for what holds of the whole document."""
    whole: bool
    detail: str


def credits_of(document: Document, other: Document) -> Iterator[Credit]:
    """The places at which a document says that it has something from another; none where both are of one outlet."""
    at = document.text.find(other.url) if other.url and other.url != document.url else -1
    if at >= 0 and _ends(document.text[at + len(other.url or "") :][:1]):
        yield Credit(at, True, "it gives the other's address")
    name = publisher(other)
    if name is None or len(name) < LEAST_NAME or _same(name, publisher(document)):
        return
    if publisher(document) is None and _same(name, document.outlet):
        yield Credit(0, True, f"it bears a credit to {name}")
    for at in _credited(document.text, name):
        yield Credit(at, False, f"it names {name} as its source")


def _ends(following: str) -> bool:
    """Whether an address ends before this character, so that it is not the beginning of a longer one."""
    return not following.strip("/.,;)]\"'”’<>") or following.isspace()


def _same(name: str, other: str | None) -> bool:
    return other is not None and name.casefold().removeprefix("the ") == other.casefold().removeprefix("the ")


def _credited(text: str, name: str) -> Iterator[int]:
    """Where the name stands as a credit has it; found as it is spelt, since names are also common words."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[max(0, at - 1) : at].isalnum() and not text[end : end + 1].isalnum():
            bracketed = text[max(0, at - 1) : at] == "(" and text[end : end + 1] == ")" and at < DATELINE
            if bracketed or BEFORE.search(text[max(0, at - AROUND) : at]) or AFTER.match(text[end : end + AROUND]):
                yield at
        at = text.find(name, end)
