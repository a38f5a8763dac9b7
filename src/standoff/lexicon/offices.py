"""Offices and titles beside a name: "acting Foreign Minister", "Secretary-General", "Mr"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Literal, NamedTuple

import msgspec

from standoff.lexicon.inflect import with_s
from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load
from standoff.lexicon.names import Gender

FILE = "offices"
LINKS = (" of ", " for ", " in ", " to ", " at ", " without ")
"""What follows the head noun of an office."""
HYPHENS = "-‐‑–"
Rank = Literal[
    "head_of_state",
    "head_of_government",
    "minister",
    "spokesperson",
    "military",
    "legislator",
    "diplomat",
    "official",
    "religious",
    "other",
]
Phrase = tuple[str, ...]


class Part(NamedTuple):
    """A word, or a piece of one between hyphens."""

    text: str
    after: int
    """The index of the word after its own."""
    whole: bool
    """Whether its word ends with it."""


class OfficeLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``offices.yaml``; each line a comma-separated list."""

    offices: dict[Rank, str]
    portfolios: str
    departments: str
    portfolio_templates: dict[Rank, str]
    department_templates: dict[Rank, str]
    modifiers: str
    endings: str
    capital_only: str
    male: str
    female: str
    honorifics: dict[Literal["male", "female", "either"], str]


class Offices(msgspec.Struct, frozen=True, eq=False):
    """Office phrases in lower case, hyphens as spaces, with their rank."""

    ranks: Mapping[Phrase, Rank]
    longest: int
    modifiers: frozenset[str]
    endings: frozenset[str]
    capital_only: frozenset[str]
    honorifics: Mapping[str, Gender | None]
    genders: Mapping[str, Gender]
    openings: frozenset[str]
    """The first words of offices, and what may stand before them: most words of a text are ruled out by it."""
    closings: frozenset[str]
    """The last words of offices, and what may stand behind them."""

    def length_at(self, words: Sequence[str], start: int) -> int:
        """How many words from ``start`` form an office with its modifiers; 0 if none. A hyphen counts as a word."""
        if start >= len(words) or not self.may_begin(words[start]):
            return 0
        parts = split_hyphens(words, start, self.longest)
        first, end = self.find(parts)
        if first == end:
            return 0
        return parts[self.past_endings(parts, end) - 1].after - start

    def may_begin(self, word: str) -> bool:
        """Whether an office, or a modifier of one, begins with the word."""
        pieces = hyphen_pieces(word)
        return bool(pieces) and pieces[0].lower() in self.openings

    def may_end(self, word: str) -> bool:
        """Whether an office, or what may stand behind one, ends with the word."""
        pieces = hyphen_pieces(word)
        return bool(pieces) and pieces[-1].lower() in self.closings

    def rank_of(self, phrase: str) -> Rank | None:
        """The rank of an office phrase, modifiers skipped; None for no office."""
        parts = split_hyphens(phrase.split(), 0, self.longest)
        first, end = self.find(parts)
        return self.ranks[lowered(parts[first:end])] if end > first else None

    def find(self, parts: Sequence[Part]) -> tuple[int, int]:
        """Where the office that reaches furthest begins and ends, modifiers skipped; (0, 0) if there is none."""
        best = (0, 0)
        for first, part in enumerate(parts):
            end = self.office_end(parts, first)
            if end > best[1]:
                best = (first, end)
            if part.text.lower() not in self.modifiers:
                break
        return best

    def office_end(self, parts: Sequence[Part], first: int) -> int:
        """The end of the longest office that begins at ``first`` and ends with a whole word; 0 if none."""
        for end in range(min(first + self.longest, len(parts)), first, -1):
            phrase = lowered(parts[first:end])
            whole = parts[self.past_endings(parts, end) - 1].whole
            if phrase in self.ranks and whole and self.may_be(parts[first].text, phrase):
                return end
        return 0

    def past_endings(self, parts: Sequence[Part], end: int) -> int:
        """The place after any "elect", "designate" that follow an office."""
        while end < len(parts) and parts[end].text.lower() in self.endings:
            end += 1
        return end

    def may_be(self, first: str, phrase: Phrase) -> bool:
        """Whether the word may be a title as it is written: "General" may, "general" may not."""
        return len(phrase) > 1 or phrase[0] not in self.capital_only or first[:1].isupper()


def lowered(parts: Sequence[Part]) -> Phrase:
    """The parts in lower case."""
    return tuple(part.text.lower() for part in parts)


def split_hyphens(words: Sequence[str], start: int, longest: int) -> list[Part]:
    """The parts of the words from ``start``, as many as an office can need; none where a hyphen stands first."""
    parts: list[Part] = []
    # An office, its modifiers and its endings, each with a hyphen beside it, fit in three times the longest office.
    for at in range(start, min(len(words), start + 3 * longest)):
        pieces = hyphen_pieces(words[at])
        if not pieces and at == start:
            break
        parts.extend(Part(piece, at + 1, number == len(pieces) - 1) for number, piece in enumerate(pieces))
    return parts


def hyphen_pieces(word: str) -> list[str]:
    """The word cut at its hyphens, full stops of abbreviations dropped; none for a hyphen alone."""
    if word.isalnum():
        return [word]
    for mark in HYPHENS[1:]:
        word = word.replace(mark, HYPHENS[0])
    return [piece for raw in word.split(HYPHENS[0]) if (piece := raw.rstrip(".") or raw)]


def load_offices() -> Offices:
    """The offices of ``offices.yaml``. Raises ``ResourceError``, also when an office has two ranks."""
    lines = load(FILE, OfficeLines)
    ranks = {tuple(phrase.replace("-", " ").split()): rank for phrase, rank in ranked(lines).items()}
    titles: list[tuple[str, Gender | None]] = [
        (word.lower(), None if gender == "either" else gender)
        for gender, line in lines.honorifics.items()
        for word in listed(line)
    ]
    modifiers, endings = frozenset(listed(lines.modifiers)), frozenset(listed(lines.endings))
    return Offices(
        ranks=ranks,
        longest=max(map(len, ranks)),
        modifiers=modifiers,
        endings=endings,
        capital_only=frozenset(listed(lines.capital_only)),
        honorifics=index(FILE, titles),
        genders=index(FILE, gendered(lines)),
        openings=modifiers | {phrase[0] for phrase in ranks},
        closings=endings | {phrase[-1] for phrase in ranks},
    )


def ranked(lines: OfficeLines) -> dict[str, Rank]:
    """Every office phrase with its rank: those listed, then those made of a portfolio and a template."""
    found = index(FILE, ((office, rank) for rank, line in lines.offices.items() for office in listed(line)))
    by_portfolio = made(lines.portfolio_templates, lines.portfolios)
    by_department = made(lines.department_templates, lines.departments)
    for rank, phrase in (*by_portfolio, *by_department):
        found.setdefault(phrase, rank)
    for office, rank in tuple(found.items()):
        found.setdefault(plural(office), rank)
    return found


def plural(office: str) -> str:
    """Of several holders: "ministers of finance", "spokesmen"."""
    cuts = (at for link in LINKS if (at := office.find(link)) > 0)
    cut = min(cuts, default=len(office))
    head = office[:cut]
    return (f"{head[:-3]}men" if head.endswith("man") else with_s(head)) + office[cut:]


def made(templates: Mapping[Rank, str], fillings: str) -> Iterator[tuple[Rank, str]]:
    """Every template with every filling in place of "X"."""
    for rank, line in templates.items():
        for template, filling in product(listed(line), listed(fillings)):
            yield rank, template.replace("X", filling)


def gendered(lines: OfficeLines) -> Iterator[tuple[str, Gender]]:
    """The words of offices and honorifics that tell a gender."""
    yield from ((word, "male") for word in listed(lines.male))
    yield from ((word, "female") for word in listed(lines.female))
