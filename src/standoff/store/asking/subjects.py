"""What a finding is that another is about: its kind, and the words or the name it goes by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from standoff.store.asking.listed import Words, in_chunks, marks
from standoff.store.asking.words import read_words

SubjectKind = Literal["happening", "measure", "obligation", "utterance", "readouts", "actor"]

QUERIES: tuple[str, ...] = (
    "SELECT id, 'happening', NULL, label_document, label_start, label_end FROM happenings WHERE id IN ({})",
    "SELECT id, 'measure', NULL, label_document, label_start, label_end FROM measures WHERE id IN ({})",
    "SELECT id, 'obligation', NULL, label_document, label_start, label_end FROM obligations WHERE id IN ({})",
    """SELECT utterances.id, 'utterance', NULL, document, min(start), "end" FROM utterances
    JOIN contents ON contents.attribution = utterances.fullest WHERE utterances.id IN ({}) GROUP BY utterances.id""",
    """SELECT readouts.id, 'readouts', NULL, label_document, label_start, label_end FROM readouts
    JOIN happenings ON happenings.id = readouts.happening WHERE readouts.id IN ({})""",
    "SELECT id, 'actor', name, NULL, NULL, NULL FROM actors WHERE id IN ({})",
)
"""One for each kind: the id, the kind, a name or where its words stand."""


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """A finding, as others refer to it."""

    id: str
    kind: SubjectKind
    name: str | None
    """Of an actor."""
    words: Words | None
    """Its words in the clearest report; of all others."""


class _Row(msgspec.Struct, frozen=True, array_like=True):
    id: str
    kind: SubjectKind
    name: str | None
    document: str | None
    start: int | None
    end: int | None

    @property
    def place(self) -> tuple[str, int, int] | None:
        """Where its words stand."""
        if self.document is None or self.start is None or self.end is None:
            return None
        return self.document, self.start, self.end


def subjects_of(connection: sqlite3.Connection, ids: Iterable[str]) -> Mapping[str, Subject]:
    """The findings of these ids; one of no kind above is left out."""
    asked = sorted(set(ids))
    rows = msgspec.convert([row for query in QUERIES for row in _asked(connection, query, asked)], list[_Row])
    words = read_words(connection, (row.place for row in rows if row.place is not None))
    return {
        row.id: Subject(id=row.id, kind=row.kind, name=row.name, words=None if row.place is None else words[row.place])
        for row in rows
    }


def _asked(connection: sqlite3.Connection, query: str, ids: list[str]) -> list[tuple[object, ...]]:
    return in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), ids)
