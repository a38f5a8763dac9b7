"""A brief as its page carries it: every sentence numbered, every place under a name, and the words at each place.

The page is drawn from this record alone, and holds it as a block of JSON. So whoever has the page can draw it again
and see whether it was touched, and whoever has the reports can read every place again.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from standoff.brief.page import Change, Tone
from standoff.core.vocabulary import Mode

VERSION = 1
"""Raised where an older page can no longer be read or drawn."""


class Picture(msgspec.Struct, frozen=True):
    """A picture for a brief: SVG, with the title above it and what it shows in words."""

    part: str
    """The key of the part that it stands in: "timeline", "figures"."""
    title: str
    description: str
    svg: str


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all records of the block have in common: nothing in them that this version does not know."""


class Place(Record, frozen=True):
    """Characters ``[start, end)`` of the text of the report of this number."""

    source: int
    start: int
    end: int


class Text(Record, frozen=True, tag="text"):
    """Our own words, names, outlets, paths: as they are shown."""

    text: str
    tone: Tone = "plain"
    width: int = 0
    """Characters of the column that it fills, at the beginning of a row."""


class Pointer(Record, frozen=True, tag="pointer"):
    """Where to look: a report, or a passage of it."""

    source: int
    passage: int | None = None


class Stretch(Record, frozen=True):
    """A part of a wording as it is shown, and its place; ``None``: a space of our own."""

    place: Place | None
    text: str
    change: Change = "same"


class Quoted(Record, frozen=True, tag="quoted"):
    """Words of a report: a passage, in stretches as they differ from the fullest wording."""

    source: int
    passage: int
    mode: Mode
    stretches: tuple[Stretch, ...]


Piece: TypeAlias = Text | Pointer | Quoted


class Numbered(Record, frozen=True, tag="sentence"):
    """A sentence of the brief under its number."""

    number: int
    pieces: tuple[Piece, ...]
    depth: int = 0
    mark: str = ""


class Remark(Record, frozen=True, tag="note"):
    """Something said of the brief itself."""

    texts: tuple[Text, ...]
    depth: int = 0
    mark: str = ""


class Title(Record, frozen=True, tag="heading"):
    """A heading inside a part."""

    text: str


Row: TypeAlias = Numbered | Remark | Title


class Part(Record, frozen=True):
    """A titled part of the brief; ``key`` names it in addresses."""

    key: str
    title: str
    rows: tuple[Row, ...]


class Passage(Record, frozen=True, kw_only=True):
    """Words that a sentence rests on: position and quotation as in the W3C Web Annotation model, in one record.

    ``prefix`` and ``suffix`` are the characters around it. A long passage has its beginning and end, and the digest of
    the whole.
    """

    source: int
    number: int
    """Within its report, in the order of the text: ``[3.7]`` is the seventh passage of report 3."""
    start: int
    end: int
    prefix: str = ""
    exact: str
    """The words; of a long passage its beginning."""
    ending: str | None = None
    """The end of a long passage."""
    exact_sha256: str | None = None
    """Of a long passage: SHA-256 of its words in UTF-8."""
    suffix: str = ""


class Source(Record, frozen=True, kw_only=True):
    """A report that sentences rest on."""

    number: int
    id: str
    path: str
    text_sha256: str
    characters: int
    """The length of its text, in code points."""
    title: str | None = None
    outlet: str | None = None
    published: str
    url: str | None = None
    account: int | None = None
    """Which independent account it belongs to, counted from 1."""


class Shown(Record, frozen=True):
    """A picture of the brief, by the digest of its SVG."""

    part: str
    title: str
    description: str
    sha256: str


class Total(Record, frozen=True):
    """A number at the head of the brief."""

    name: str
    value: str
    note: str = ""


class Brief(Record, frozen=True, kw_only=True):
    """All that a page tells."""

    format: Literal["standoff brief"]
    version: int
    made_by: str
    """The version of the package."""
    file: str
    """The name of the store."""
    dossier_sha256: str
    """Of the dossier that it was made of, as JSON."""
    totals: tuple[Total, ...]
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    pictures: tuple[Shown, ...] = ()


def sentences(brief: Brief) -> tuple[Numbered, ...]:
    """Every numbered sentence, in order."""
    return tuple(row for part in brief.parts for row in part.rows if isinstance(row, Numbered))


def places_cited(sentence: Numbered) -> tuple[tuple[int, int | None], ...]:
    """The reports and passages that a sentence leads to, each once, in order."""
    pieces = (piece for piece in sentence.pieces if isinstance(piece, Pointer | Quoted))
    return tuple(dict.fromkeys((piece.source, piece.passage) for piece in pieces))
