"""Gaps: what could not be read or decided, by file, with the reason."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

import msgspec

from standoff.core.vocabulary import Room
from standoff.store.asking.conditions import Condition, equal, where
from standoff.store.asking.listed import Listed, Page, listed


class GapsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which gaps are asked for: all of what is given must hold."""

    room: Room | None = None
    """Where it arose: while files were read, sentences parsed, facts extracted, or reports compared."""
    document: str | None = None
    """Of this report."""
    q: str | None = None
    """With these letters in the path or in the reason."""


class ListedGap(msgspec.Struct, frozen=True, kw_only=True):
    """What could not be read or decided."""

    path: str
    """The file, as documents name it."""
    room: Room
    reason: str
    doc: str | None
    """The id of its report, where it has become one."""


def list_gaps(connection: sqlite3.Connection, asked: GapsAsked, page: Page) -> Listed[ListedGap]:
    """Gaps in order of their files, a page of them."""
    condition = _condition(asked)
    (total,) = connection.execute(f"SELECT count(*) FROM gaps{condition.sql}", condition.values).fetchone()  # noqa: S608
    query = f"SELECT path, room, reason, document FROM gaps{condition.sql} ORDER BY position LIMIT ? OFFSET ?"  # noqa: S608
    rows = connection.execute(query, (*condition.values, page.size, page.offset)).fetchall()
    return listed([ListedGap(path=path, room=room, reason=why, doc=doc) for path, room, why, doc in rows], total, page)


def count_gaps(connection: sqlite3.Connection) -> Mapping[Room, int]:
    """How many gaps there are of each room."""
    return dict(connection.execute("SELECT room, count(*) FROM gaps GROUP BY room ORDER BY room").fetchall())


def _condition(asked: GapsAsked) -> Condition:
    return where([equal("room", asked.room), equal("document", asked.document), _holding(asked.q)])


def _holding(letters: str | None) -> Condition | None:
    """That the path or the reason has these letters, in either case."""
    if letters is None or not letters.strip():
        return None
    wanted = letters.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return Condition("path LIKE ? ESCAPE '\\' OR reason LIKE ? ESCAPE '\\'", (f"%{wanted}%", f"%{wanted}%"))
