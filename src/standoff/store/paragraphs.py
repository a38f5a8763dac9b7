"""What is searched: each document's text in pieces of some lines, and the index of their words."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from standoff.core.records import Document
from standoff.store.table import Row, Table

LONGEST = 1000
"""Code points of a piece: two or three paragraphs of a news report, so that words that belong together meet in one,
and still something that a list of results can show. Chosen, not swept."""

BOUNDARIES = (re.compile(r"\n[^\S\n]*\n\s*|\r[^\S\r\n]*\r\s*"), re.compile(r"[\n\r]"), re.compile(r"\s"))
"""Where a text is cut, the best first: blank lines, line ends, white space."""

Stretch = tuple[int, int]


class ParagraphRow(Row, frozen=True):
    """A piece of a document's text."""

    position: int
    document: str
    start: int
    end: int
    is_furniture: int
    is_first: int


PARAGRAPHS = Table("paragraphs", ParagraphRow, "position")

INDEX_WORDS = "INSERT INTO search (rowid, title, words) VALUES (?, ?, ?)"
INDEX_NAMES = "INSERT INTO name_search (rowid, names) SELECT position, names FROM actor_name_lists ORDER BY position"
INDEX_DESCRIPTIONS = """INSERT INTO description_search (rowid, names)
    SELECT position, names FROM actor_descriptions ORDER BY position"""


def write_paragraphs(connection: sqlite3.Connection, documents: Iterable[Document]) -> None:
    """Cut every document and index its words; after the actors, whose names are indexed too, and what they say."""
    position = 0
    for document in sorted(documents, key=lambda document: document.id):
        rows = _rows(document, position)
        PARAGRAPHS.insert(connection, rows)
        connection.executemany(
            INDEX_WORDS,
            [
                (row.position, document.title if row.is_first else None, document.text[row.start : row.end])
                for row in rows
            ],
        )
        position += len(rows)
    connection.execute(INDEX_NAMES)
    connection.execute(INDEX_DESCRIPTIONS)


def empty_search(connection: sqlite3.Connection) -> None:
    """Forget every word; the pieces themselves go with the other findings."""
    for index in ("search", "name_search", "description_search"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")  # noqa: S608 - the names above


def paragraphs(text: str, furniture: Sequence[Stretch]) -> Iterator[tuple[Stretch, bool]]:
    """The pieces of a text, in order, each with whether it is furniture.

    Cut where furniture begins and ends, and before a piece would be longer than ``LONGEST``: at the last blank line
    in it, else at the last line end, else at the last space, else there. White space at the ends is left out, as is
    what is nothing else.
    """
    at = 0
    for start, end in (*furniture, (len(text), len(text))):
        yield from ((piece, False) for piece in _pieces(text, at, start))
        yield from ((piece, True) for piece in _pieces(text, start, end))
        at = end


def _rows(document: Document, first: int) -> list[ParagraphRow]:
    doc, found = document.id, list(paragraphs(document.text, document.furniture))
    titled = next((n for n, (_, marked) in enumerate(found) if not marked), 0)
    return [
        ParagraphRow(
            position=first + n, document=doc, start=start, end=end, is_furniture=int(marked), is_first=int(n == titled)
        )
        for n, ((start, end), marked) in enumerate(found)
    ]


def _pieces(text: str, start: int, end: int) -> Iterator[Stretch]:
    while start < end:
        cut = end if end - start <= LONGEST else _cut(text, start, start + LONGEST)
        if (piece := _trimmed(text, start, cut)) is not None:
            yield piece
        start = cut


def _cut(text: str, start: int, end: int) -> int:
    """Where this stretch is best cut, after its first character."""
    for boundary in BOUNDARIES:
        ends = [found.end() for found in boundary.finditer(text, start + 1, end)]
        if ends:
            return ends[-1]
    return end


def _trimmed(text: str, start: int, end: int) -> Stretch | None:
    """Without white space at its ends; nothing, if it is nothing else."""
    words = text[start:end]
    inner = words.strip()
    if not inner:
        return None
    low = start + len(words) - len(words.lstrip())
    return low, low + len(inner)
