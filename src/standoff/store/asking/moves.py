"""How obligations came to stand as they do: their moves, each with the rule and the words it rests on."""

from __future__ import annotations

import sqlite3

import msgspec

from standoff.core.vocabulary import Status
from standoff.core.when import When
from standoff.store.asking.happenings import ListedHappening, happenings_of
from standoff.store.asking.listed import Words, when_of
from standoff.store.asking.words import read_words


class MoveTold(msgspec.Struct, frozen=True, kw_only=True):
    """How an obligation came to a status."""

    status: Status
    rule: str
    """The rule in words."""
    words: Words
    happening: ListedHappening | None
    """What moved it; ``None`` for what its own words say."""
    when: When | None
    """The days of that happening, or of the report that says so, where known."""


class _Row(msgspec.Struct, frozen=True, array_like=True):
    status: Status
    rule: str
    document: str
    start: int
    end: int
    happening: str | None
    since: str | None
    until: str | None


def moves_of(connection: sqlite3.Connection, obligation: str) -> tuple[MoveTold, ...]:
    """The moves of one obligation, in order."""
    rows = msgspec.convert(
        connection.execute(
            """SELECT status, rule, document, start, "end", happening, when_since, when_until
            FROM moves WHERE obligation = ? ORDER BY position""",
            (obligation,),
        ).fetchall(),
        list[_Row],
    )
    words = read_words(connection, [(row.document, row.start, row.end) for row in rows])
    happenings = happenings_of(connection, [row.happening for row in rows if row.happening is not None])
    return tuple(
        MoveTold(
            status=row.status,
            rule=row.rule,
            words=words[row.document, row.start, row.end],
            happening=None if row.happening is None else happenings[row.happening],
            when=when_of(row.since, row.until),
        )
        for row in rows
    )
