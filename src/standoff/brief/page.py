"""A brief before it is drawn: sections of lines, each pinned to the words it came from.

The one place where "no sentence without a span behind it" is enforced: a ``Sentence`` without a quotation
or a reference cannot be made. Drawing it, in a terminal or in Markdown, is left to the modules named so.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from standoff.core.span import Span
from standoff.core.vocabulary import Mode

Tone = Literal["plain", "strong", "quiet", "act"]
Change = Literal["same", "inserted", "deleted"]


class Words(msgspec.Struct, frozen=True):
    """Text that is no quotation: our own words, names, outlets, paths. Drawn with the same care as an article's."""

    text: str
    tone: Tone = "plain"
    width: int = 0
    """Columns that it fills at the beginning of a row, so that rows can be compared; 0: it runs on."""


class Ref(msgspec.Struct, frozen=True):
    """Where to look: a document, or a place in it."""

    doc: str
    at: Span | None = None


class Run(msgspec.Struct, frozen=True):
    """A stretch of a wording: as in the fullest wording, inserted here, or deleted (then a span of the fullest)."""

    at: Span
    change: Change = "same"


class Quote(msgspec.Struct, frozen=True):
    """A document's words, read back through their span and followed by their reference.

    Without the runs that are deleted, ``runs`` covers ``at`` from end to end.
    """

    at: Span
    mode: Mode
    runs: tuple[Run, ...]


Part: TypeAlias = Words | Ref | Quote


class Sentence(msgspec.Struct, frozen=True):
    """Something said of the reports: at least one part leads to their words."""

    parts: tuple[Part, ...]
    depth: int = 0
    mark: str = "-"

    def __post_init__(self) -> None:
        """Refuse a sentence that nothing stands behind."""
        if not any(isinstance(part, Ref | Quote) for part in self.parts):
            raise ValueError(f"no sentence in a brief without a span behind it: {self.parts!r}")


class Note(msgspec.Struct, frozen=True):
    """Something said of the brief itself: a count of what follows, a limit, a gap, what to do next."""

    parts: tuple[Words, ...]
    depth: int = 0
    mark: str = ""


class Heading(msgspec.Struct, frozen=True):
    """A heading inside a section."""

    text: str


Line: TypeAlias = Sentence | Note | Heading


class Section(msgspec.Struct, frozen=True):
    """A titled part of the brief; its first line says so where there is nothing to tell."""

    title: str
    lines: tuple[Line, ...]


class Page(msgspec.Struct, frozen=True):
    """A whole brief."""

    title: str
    sections: tuple[Section, ...]


class Limits(msgspec.Struct, frozen=True):
    """How many of each a brief shows before it says how many more there are."""

    documents: int
    lineages: int
    actors: int
    utterances: int
    speakers: int
    statements: int
    gaps: int
    happenings: int
    days: int
    obligations: int
    """Of one status."""
    measures: int
    discrepancies: int
    readouts: int


# Chosen so that a dossier of any size fits on about ten screens; `standoff show` has the rest.
TERMINAL = Limits(
    documents=30,
    lineages=6,
    actors=12,
    utterances=10,
    speakers=10,
    statements=4,
    gaps=20,
    happenings=30,
    days=10,
    obligations=6,
    measures=6,
    discrepancies=12,
    readouts=2,
)
# Enough that a crisis of some hundred reports is whole, and a page of a large one still opens.
WHOLE_PAGE = Limits(
    documents=500,
    lineages=100,
    actors=150,
    utterances=300,
    speakers=100,
    statements=100,
    gaps=200,
    happenings=1000,
    days=200,
    obligations=200,
    measures=200,
    discrepancies=300,
    readouts=50,
)


def note(text: str, depth: int = 0, mark: str = "") -> Note:
    """A quiet line about the brief itself."""
    return Note((Words(text, "quiet"),), depth, mark)


def quote(at: Span, mode: Mode) -> Quote:
    """These words as they stand."""
    return Quote(at, mode, (Run(at),))
