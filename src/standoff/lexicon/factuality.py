"""Which words make an event a plan, a possibility or a denial, and which take it for granted."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from standoff.core.errors import ResourceError
from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load

FILE = "factuality"
LONGEST_PREPOSITION = 5
"""Words of "in the run-up to", with room for one more."""

Effect = Literal[
    "possible",
    "feared",
    "planned",
    "decided",
    "negative",
    "opposed",
    "unfulfilled",
    "granted",
    "carries",
    "continues",
    "ongoing",
]


class FactualityLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``factuality.yaml``; each line a comma-separated list."""

    governors: dict[Effect, str]
    modals: dict[Effect, str]
    conditional: str
    adjectives: dict[Effect, str]
    prepositions: dict[Effect, str]
    lasting: str
    expressed: str


class Factualities(msgspec.Struct, frozen=True, eq=False):
    """The effect of governors (by lemma, or lemma and preposition), modals, adjectives and prepositions."""

    governors: Mapping[str, Effect]
    modals: Mapping[str, Effect]
    conditional: frozenset[str]
    adjectives: Mapping[str, Effect]
    prepositions: Mapping[tuple[str, ...], Effect]
    lasting: frozenset[str]
    expressed: frozenset[str]

    def of_governor(self, lemma: str, particles: Sequence[str]) -> tuple[Effect, str] | None:
        """The effect of a governor and the entry that tells it; with a particle before the lemma alone."""
        for particle in particles:
            entry = f"{lemma} {particle}"
            if entry in self.governors:
                return self.governors[entry], entry
        # A plural whose lemma the parse does not know stands as it is.
        effect = self.governors.get(lemma) or self.governors.get(lemma.removesuffix("s"))
        return None if effect is None else (effect, lemma)

    def of_preposition(self, before: Sequence[str]) -> tuple[Effect, str] | None:
        """The effect of the longest preposition that these words, in lower case, end in."""
        for size in range(min(LONGEST_PREPOSITION, len(before)), 0, -1):
            effect = self.prepositions.get(tuple(before[-size:]))
            if effect is not None:
                return effect, " ".join(before[-size:])
        return None


def load_factualities() -> Factualities:
    """The words of ``factuality.yaml``. Raises ``ResourceError``, also when one has two effects."""
    lines = load(FILE, FactualityLines)
    prepositions = effects(lines.prepositions)
    for phrase in prepositions:
        if len(phrase.split()) > LONGEST_PREPOSITION:
            raise ResourceError(f"resources/{FILE}.yaml lists {phrase!r}, longer than {LONGEST_PREPOSITION} words")
    return Factualities(
        governors=effects(lines.governors),
        modals=effects(lines.modals),
        conditional=frozenset(listed(lines.conditional)),
        adjectives=effects(lines.adjectives),
        prepositions={tuple(phrase.split()): effect for phrase, effect in prepositions.items()},
        lasting=frozenset(listed(lines.lasting)),
        expressed=frozenset(listed(lines.expressed)),
    )


def effects(lines: Mapping[Effect, str]) -> dict[str, Effect]:
    """Each word of the lines with its effect. Raises ``ResourceError`` for a word with two."""
    return index(FILE, ((word, effect) for effect, line in lines.items() for word in listed(line)))
