"""Words and names, read back for many places at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from standoff.store.asking.listed import ActorName, Words, in_chunks, marks, when_of

Place = tuple[str, int, int]
"""A document's id, and code points of its text, half-open."""

WORDS = """
SELECT
    documents.id, asked.start, asked."end", substr(documents.text, asked.start + 1, asked."end" - asked.start),
    documents.path, documents.outlet, documents.title,
    coalesce(documents.published_since, datings.published_since),
    coalesce(documents.published_until, datings.published_until)
FROM (SELECT column1 AS document, column2 AS start, column3 AS "end" FROM (VALUES {})) AS asked
JOIN documents ON documents.id = asked.document
LEFT JOIN datings ON datings.document = documents.id
"""


def read_words(connection: sqlite3.Connection, places: Iterable[Place]) -> Mapping[Place, Words]:
    """The words at each place, with the report they stand in; a place of no document is left out."""
    asked = sorted(set(places))
    found: dict[Place, Words] = {}
    for start in range(0, len(asked), 300):
        chunk = asked[start : start + 300]
        values = ", ".join(["(?, ?, ?)"] * len(chunk))
        rows = connection.execute(WORDS.format(values), [value for place in chunk for value in place])
        found |= {(row[0], row[1], row[2]): _words(row) for row in rows}
    return found


def _words(row: tuple[str, int, int, str, str, str | None, str | None, str | None, str | None]) -> Words:
    doc, start, end, words, path, outlet, title, since, until = row
    return Words(
        doc=doc, at=(start, end), words=words, path=path, outlet=outlet, title=title, published=when_of(since, until)
    )


def actor_names(connection: sqlite3.Connection, ids: Iterable[str]) -> Mapping[str, ActorName]:
    """What actors are called, by id."""
    rows = in_chunks(
        lambda chunk: connection.execute(
            f"SELECT id, name, type FROM actors WHERE id IN ({marks(chunk)})",  # noqa: S608
            chunk,
        ).fetchall(),
        sorted(set(ids)),
    )
    return {key: ActorName(id=key, name=name, type=type_) for key, name, type_ in rows}
