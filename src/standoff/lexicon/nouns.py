"""Common nouns that head a description of an actor: "the officials", "a senior diplomat", "the ministry"."""

from collections.abc import Iterator, Mapping

import msgspec

from standoff.core.vocabulary import MentionType
from standoff.lexicon.inflect import with_s
from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load
from standoff.lexicon.names import Gender

FILE = "nouns"
LONGEST = 3
"""No noun of the file has more words (a test counts them)."""


class NounLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``nouns.yaml``; each line a comma-separated list, an irregular plural written after a slash."""

    countable: dict[MentionType, str]
    plural_only: dict[MentionType, str]
    unnamed: str
    male: str
    female: str


class Nouns(msgspec.Struct, frozen=True, eq=False):
    """Head nouns in the singular and the plural."""

    types: Mapping[str, MentionType]
    plurals: Mapping[str, str]
    singulars: Mapping[str, str]
    unnamed: frozenset[str]
    genders: Mapping[str, Gender]
    ends: frozenset[str]
    """The last words of all nouns."""

    def type_of(self, phrase: str) -> MentionType | None:
        """The type of the longest listed noun that ends the phrase ("a news agency" is "news agency")."""
        words = phrase.lower().split()[-LONGEST:]
        if not words or words[-1] not in self.ends:
            return None
        for start in range(len(words)):
            kind = self.types.get(" ".join(words[start:]))
            if kind is not None:
                return kind
        return None

    def gender_of(self, word: str) -> Gender | None:
        """What a singular noun tells of a person, or None."""
        return self.genders.get(word)


def load_nouns() -> Nouns:
    """The nouns of ``nouns.yaml``. Raises ``ResourceError``, also when a noun has two types."""
    lines = load(FILE, NounLines)
    pairs = [(single, plural, kind) for kind, line in lines.countable.items() for single, plural in counted(line)]
    many = [(word, kind) for kind, line in lines.plural_only.items() for word in listed(line)]
    types = index(FILE, [*((single, kind) for single, _, kind in pairs), *many])
    for _, plural, kind in pairs:
        types.setdefault(plural, kind)
    unnamed = set(listed(lines.unnamed))
    return Nouns(
        types=types,
        plurals=index(FILE, ((single, plural) for single, plural, _ in pairs)),
        singulars={word: word for word, _ in many} | {plural: single for single, plural, _ in pairs},
        unnamed=frozenset(unnamed | {plural for single, plural, _ in pairs if single in unnamed}),
        genders=index(FILE, gendered(lines)),
        ends=frozenset(noun.split()[-1] for noun in types),
    )


def counted(line: str) -> Iterator[tuple[str, str]]:
    """Singular and plural of each noun on a line: "ministry" or "man/men"."""
    for entry in listed(line):
        single, _, plural = entry.partition("/")
        yield single, plural or with_s(single)


def gendered(lines: NounLines) -> Iterator[tuple[str, Gender]]:
    """The nouns that tell a gender."""
    yield from ((word, "male") for word in listed(lines.male))
    yield from ((word, "female") for word in listed(lines.female))
