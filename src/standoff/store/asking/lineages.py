"""Lineages: how two reports came from one text, and the passages they share side by side."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import Relation
from standoff.store.asking.accounts import holding
from standoff.store.asking.conditions import Condition, equal, where
from standoff.store.asking.listed import Listed, Page, Words, listed, marks, why_of
from standoff.store.asking.report_names import ReportName, report_names
from standoff.store.asking.words import read_words

COLUMNS = """lineages.position, lineages."left", lineages."right", lineages.relation, lineages.score, lineages.origin,
    lineages.direction_finder, lineages.direction_score, lineages.direction_detail, lineages.direction_runner_up,
    (SELECT count(*) FROM passages WHERE lineage = lineages.position)"""

ORDER = """CASE relation WHEN 'copy' THEN 0 WHEN 'rewrite' THEN 1 WHEN 'excerpt' THEN 2 ELSE 3 END,
    score DESC, lineages.position"""


class LineagesAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which lineages are asked for: all of what is given must hold."""

    relation: Relation | None = None
    document: str | None = None
    """With this report on either side."""
    account: str | None = None
    """With a report of this account on either side."""
    topic: str | None = None
    """With a report of this topic on either side."""
    outlet: str | None = None
    """With a report of this outlet on either side, as it is written."""
    q: str | None = None
    """With a report in which these words stand on either side."""


class ListedLineage(msgspec.Struct, frozen=True, kw_only=True):
    """Two reports that came from one text."""

    left: ReportName
    right: ReportName
    relation: Relation
    score: float
    origin: str | None
    """The id of the one that the other was made from; ``None``: not told."""
    direction: Why | None
    """Why that one."""
    passages: int
    """How many they share."""

    @property
    def reports(self) -> tuple[ReportName, ReportName]:
        """Both, the one that the other was made from first where it is known."""
        return (self.right, self.left) if self.origin == self.right.id else (self.left, self.right)


class Tie(msgspec.Struct, frozen=True, array_like=True):
    """Two reports that came from one text, by their ids."""

    left: str
    right: str
    relation: Relation
    origin: str | None


class SharedPassage(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one passage in each of two reports."""

    left: Words
    right: Words


def list_lineages(connection: sqlite3.Connection, asked: LineagesAsked, page: Page) -> Listed[ListedLineage]:
    """Lineages, copies first and then by how much is shared; a page of them."""
    condition = lineages_where(asked)
    (total,) = connection.execute(f"SELECT count(*) FROM lineages{condition.sql}", condition.values).fetchone()  # noqa: S608
    query = f"SELECT {COLUMNS} FROM lineages{condition.sql} ORDER BY {ORDER} LIMIT ? OFFSET ?"  # noqa: S608
    rows = connection.execute(query, (*condition.values, page.size, page.offset)).fetchall()
    return listed(_told(connection, rows), total, page)


def count_shared(connection: sqlite3.Connection) -> int:
    """How many pairs of reports share a release."""
    query = "SELECT records FROM tallies WHERE kind = 'lineage' AND field = 'relation' AND value = 'shared_release'"
    found = connection.execute(query).fetchone()
    return 0 if found is None else int(found[0])


def count_tied(connection: sqlite3.Connection, asked: LineagesAsked) -> int:
    """How many reports stand in such lineages."""
    condition = lineages_where(asked)
    sides = f'SELECT "left" FROM lineages{condition.sql} UNION SELECT "right" FROM lineages{condition.sql}'  # noqa: S608
    values = (*condition.values, *condition.values)
    return int(connection.execute(f"SELECT count(*) FROM ({sides})", values).fetchone()[0])  # noqa: S608


def ties(connection: sqlite3.Connection, asked: LineagesAsked, most: int, first: Sequence[str] = ()) -> tuple[Tie, ...]:
    """Lineages without their words: those of reports of the accounts ``first``, then in the order of the list."""
    condition = lineages_where(asked)
    ours = f'"left" IN (SELECT document FROM account_documents WHERE account IN ({marks(first)}))'  # noqa: S608
    query = f"""SELECT "left", "right", relation, origin FROM lineages{condition.sql}
        ORDER BY {ours} DESC, {ORDER} LIMIT ?"""  # noqa: S608
    rows = connection.execute(query, (*condition.values, *first, most)).fetchall()
    return tuple(msgspec.convert(rows, list[Tie]))


def lineage_between(connection: sqlite3.Connection, left: str, right: str) -> ListedLineage | None:
    """The lineage of two reports, in whichever order; ``None`` where there is none."""
    query = f'SELECT {COLUMNS} FROM lineages WHERE "left" = ? AND "right" = ?'  # noqa: S608
    for pair in ((left, right), (right, left)):
        found = _told(connection, connection.execute(query, pair).fetchall())
        if found:
            return found[0]
    return None


def shared_passages(connection: sqlite3.Connection, lineage: ListedLineage, page: Page) -> Listed[SharedPassage]:
    """The passages that two reports share, in order of the left one."""
    left, right = lineage.left.id, lineage.right.id
    rows = connection.execute(
        """SELECT left_start, left_end, right_start, right_end FROM passages
        JOIN lineages ON lineages.position = passages.lineage
        WHERE "left" = ? AND "right" = ? ORDER BY passages.position LIMIT ? OFFSET ?""",
        (left, right, page.size, page.offset),
    ).fetchall()
    words = read_words(connection, [*((left, *row[:2]) for row in rows), *((right, *row[2:]) for row in rows)])
    found = [SharedPassage(left=words[left, a, b], right=words[right, c, d]) for a, b, c, d in rows]
    return listed(found, lineage.passages, page)


def lineages_where(asked: LineagesAsked) -> Condition:
    """What is asked for, as a ``WHERE``."""
    return where([equal("relation", asked.relation), _between(asked)])


def _between(asked: LineagesAsked) -> Condition | None:
    """That a document of either side is one of those asked for."""
    kinds = [
        None if asked.document is None else Condition("VALUES (?)", (asked.document,)),
        _documents("SELECT document FROM account_documents WHERE account = ?", asked.account),
        _documents("SELECT document FROM topic_documents WHERE topic = ?", asked.topic),
        _documents("SELECT id FROM documents WHERE outlet = ?", asked.outlet),
        holding(asked.q),
    ]
    given = [kind for kind in kinds if kind is not None]
    if not given:
        return None
    sides = [f'(lineages."left" IN ({kind.sql}) OR lineages."right" IN ({kind.sql}))' for kind in given]
    return Condition(" AND ".join(sides), tuple(value for kind in given for value in (*kind.values, *kind.values)))


def _documents(query: str, value: str | None) -> Condition | None:
    return None if value is None else Condition(query, (value,))


def _told(connection: sqlite3.Connection, rows: Sequence[tuple[object, ...]]) -> list[ListedLineage]:
    known = msgspec.convert(rows, list[_Row])
    names = report_names(connection, (doc for row in known for doc in (row.left, row.right)))
    return [
        ListedLineage(
            left=names[row.left],
            right=names[row.right],
            relation=row.relation,
            score=row.score,
            origin=row.origin,
            direction=row.direction,
            passages=row.passages,
        )
        for row in known
    ]


class _Row(msgspec.Struct, frozen=True, array_like=True):
    position: int
    left: str
    right: str
    relation: Relation
    score: float
    origin: str | None
    finder: str | None
    why_score: float | None
    detail: str | None
    runner_up: str | None
    passages: int

    @property
    def direction(self) -> Why | None:
        """Why the one is the origin, where it is known."""
        if self.finder is None or self.why_score is None or self.detail is None:
            return None
        return why_of(self.finder, self.why_score, self.detail, self.runner_up)
