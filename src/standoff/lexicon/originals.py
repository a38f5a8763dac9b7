"""Signs by which a document is the speaker's own text: what its title calls it, where it was put out."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from standoff.core.errors import ResourceError
from standoff.lexicon.listed import listed
from standoff.lexicon.load import load

FILE = "originals"
TextKind = Literal["issued", "spoken"]
LONGEST_TITLE = 60
"""Words of a title that are looked at; none is longer, a page taken for one may be."""
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*:?")


class OriginalLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``originals.yaml``."""

    issued: str
    spoken: str
    modifiers: str
    links: str
    hosts: str
    upcoming: str


class OriginalWords(msgspec.Struct, frozen=True, eq=False):
    """What texts by those who speak are called, and where they stand."""

    kinds: dict[str, TextKind]
    modifiers: frozenset[str]
    links: frozenset[str]
    hosts: frozenset[str]
    upcoming: tuple[str, ...]

    def kind_of(self, title: str) -> TextKind | None:
        """The kind of text that a title opens with the name of: "Joint statement by ..."; ``None`` for a headline."""
        words = [word.lower() for word in WORD.findall(title)[:LONGEST_TITLE]]
        for start in range(len(words)):
            for length in (3, 2, 1):
                name = " ".join(words[start : start + length])
                kind = self.kinds.get(name.rstrip(":"))
                if kind and self._closed(name, words[start + length :]):
                    return kind
            if words[start] not in self.modifiers:
                return None
        return None

    def _closed(self, name: str, after: list[str]) -> bool:
        return not after or name.endswith(":") or after[0] in self.links

    def hosted(self, host: str) -> bool:
        """Whether an address is one of those under which governments and unions of states publish."""
        return any(label in self.hosts for label in host.lower().split("."))

    def is_upcoming(self, title: str) -> bool:
        """Whether a title says that what it is about is still to come."""
        padded = f" {' '.join(word.lower().rstrip(':') for word in WORD.findall(title)[:LONGEST_TITLE])} "
        return any(f" {words} " in padded for words in self.upcoming)


def load_original_words() -> OriginalWords:
    """The signs of ``originals.yaml``. Raises ``ResourceError``, also for a name listed as both kinds."""
    lines = load(FILE, OriginalLines)
    issued, spoken = listed(lines.issued), listed(lines.spoken)
    if both := sorted({*issued} & {*spoken}):
        raise ResourceError(f"resources/{FILE}.yaml lists {both[0]!r} under issued and under spoken")
    kinds: dict[str, TextKind] = {**dict.fromkeys(issued, "issued"), **dict.fromkeys(spoken, "spoken")}
    return OriginalWords(
        kinds=kinds,
        modifiers=frozenset(listed(lines.modifiers)),
        links=frozenset(listed(lines.links)),
        hosts=frozenset(listed(lines.hosts)),
        upcoming=listed(lines.upcoming),
    )
