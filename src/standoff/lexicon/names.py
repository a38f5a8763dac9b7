"""Given names: which spellings and short forms are one name, and what a name tells of its bearer."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load

FILE = "names"
# Letters that Unicode does not take apart into a base letter and an accent.
STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h"})
Gender = Literal["male", "female"]


class NameGroups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``names.yaml``: a group a line, and single names by gender."""

    male_groups: list[str]
    female_groups: list[str]
    either_groups: list[str]
    male: str
    female: str
    either: str


class GivenNames(msgspec.Struct, frozen=True, eq=False):
    """The group of each spelling, and the gender of each name that has one."""

    groups: Mapping[str, int]
    genders: Mapping[str, Gender]

    def same(self, one: str, other: str) -> bool:
        """Whether two given names are one name, by their letters or by a group."""
        left, right = folded(one), folded(other)
        group = self.groups.get(left)
        return left == right or (group is not None and group == self.groups.get(right))

    def gender_of(self, name: str) -> Gender | None:
        """What the name tells, or None."""
        return self.genders.get(folded(name))


def folded(name: str) -> str:
    """The letters of the name, in lower case and without accents; hyphens, spaces and apostrophes left out."""
    letters = name.casefold()
    if not letters.isascii():
        letters = unicodedata.normalize("NFKD", letters).translate(STROKES)
    return letters if letters.isalpha() else "".join(letter for letter in letters if letter.isalpha())


def load_names() -> GivenNames:
    """The names of ``names.yaml``. Raises ``ResourceError``, also when a name is in two groups."""
    lines = load(FILE, NameGroups)
    grouped = [*lines.male_groups, *lines.female_groups, *lines.either_groups]
    numbered = ((folded(name), number) for number, line in enumerate(grouped) for name in listed(line))
    return GivenNames(groups=index(FILE, numbered), genders=index(FILE, gendered(lines)))


def gendered(lines: NameGroups) -> Iterator[tuple[str, Gender]]:
    """Every name with its gender; a name listed as either has none."""
    either = {folded(name) for line in (*lines.either_groups, lines.either) for name in listed(line)}
    sides: tuple[tuple[Gender, list[str]], ...] = (
        ("male", [*lines.male_groups, lines.male]),
        ("female", [*lines.female_groups, lines.female]),
    )
    for gender, group in sides:
        names = (folded(name) for line in group for name in listed(line))
        yield from ((name, gender) for name in names if name not in either)
