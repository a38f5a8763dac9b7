"""Words by which two accounts differ in kind: what sets a threat off, how two sides speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from standoff.lexicon.inflect import verb_forms, with_s
from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load

FILE = "differences"
LONGEST = 3
"""No phrase of the file has more words (a test counts them)."""


class DifferenceLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``differences.yaml``; each line a comma-separated list."""

    occasions: dict[str, str]
    contacts: dict[str, str]
    means: dict[str, str]
    dated: str


class DifferenceWords(msgspec.Struct, frozen=True, eq=False):
    """By word or phrase in lower case, in any form, the line it stands on."""

    occasions: Mapping[str, str]
    contacts: Mapping[str, str]
    means: Mapping[str, str]
    dated: Mapping[str, str]
    """Nouns of what a year is a name of, singular and plural, by form the singular."""

    def occasions_in(self, words: Sequence[str]) -> frozenset[str]:
        """What a condition in these words takes."""
        return _found(self.occasions, words)

    def contacts_in(self, words: Sequence[str]) -> frozenset[str]:
        """By what means these words say that two sides speak."""
        return _found(self.contacts, words)

    def means_in(self, words: Sequence[str]) -> frozenset[str]:
        """By what means these words say that a statement was made."""
        return _found(self.means, words)


def _found(named: Mapping[str, str], words: Sequence[str]) -> frozenset[str]:
    phrases = (
        " ".join(words[start : start + length]) for length in range(1, LONGEST + 1) for start in range(len(words))
    )
    return frozenset(named[phrase] for phrase in phrases if phrase in named)


def load_difference_words() -> DifferenceWords:
    """The words of ``differences.yaml``. Raises ``ResourceError``, also where a word stands on two lines."""
    lines = load(FILE, DifferenceLines)
    return DifferenceWords(
        occasions=_forms(lines.occasions),
        contacts=_forms(lines.contacts),
        means=index(FILE, ((entry, line) for line, entries in lines.means.items() for entry in listed(entries))),
        dated=_nouns(lines.dated),
    )


def _forms(lines: Mapping[str, str]) -> dict[str, str]:
    """Every form with its line; a form made by rule gives way to a listed word."""
    stated = index(FILE, ((entry, line) for line, entries in lines.items() for entry in listed(entries)))
    made: dict[str, str] = {}
    for entry, line in stated.items():
        if " " not in entry:
            made |= dict.fromkeys(sorted(verb_forms(entry)), line)
    return made | stated


def _nouns(line: str) -> dict[str, str]:
    return {form: noun for noun in listed(line) for form in (noun, with_s(noun))}
