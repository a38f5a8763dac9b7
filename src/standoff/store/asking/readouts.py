"""Readouts: two sides' accounts of one meeting, point by point."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import Agreement
from standoff.core.when import When
from standoff.store.asking.conditions import Condition, among, equal, where
from standoff.store.asking.happenings import ListedHappening, happenings_of
from standoff.store.asking.listed import (
    ActorName,
    Listed,
    Page,
    Words,
    day_text,
    in_chunks,
    listed,
    marks,
    when_of,
    why_of,
)
from standoff.store.asking.parties import party
from standoff.store.asking.words import Place, actor_names, read_words


class ReadoutsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which readouts are asked for: all of what is given must hold."""

    actor: str | None = None
    """The id of the actor on either side, or words of its name."""
    happening: str | None = None
    """The id of the meeting."""
    document: str | None = None
    as_of: date | None = None
    """As known on this day: both were published by then."""


class ReportTold(msgspec.Struct, frozen=True, kw_only=True):
    """A side's own account of the meeting."""

    doc: str
    side: ActorName
    path: str
    outlet: str | None
    title: str | None
    published: When | None


class PointTold(msgspec.Struct, frozen=True, kw_only=True):
    """One point of a meeting, in the words of the sides that tell it."""

    agreement: Agreement
    left: Words | None
    right: Words | None


class ListedReadouts(msgspec.Struct, frozen=True, kw_only=True):
    """Two accounts of one meeting, with how many of its points each tells."""

    id: str
    happening: ListedHappening
    """The meeting."""
    left: ReportTold
    right: ReportTold
    both: int
    """Points that both tell."""
    opposed: int
    """Points on which they oppose each other."""
    only_left: int
    only_right: int


class WholeReadouts(ListedReadouts, frozen=True, kw_only=True):
    """Two accounts of one meeting, point by point."""

    points: tuple[PointTold, ...]
    why: Why


SELECT = """SELECT readouts.id, readouts.happening, left_document, right_document, left_side, right_side,
    (SELECT count(*) FROM points WHERE readouts = readouts.id AND agreement = 'both'),
    (SELECT count(*) FROM points WHERE readouts = readouts.id AND agreement = 'opposed'),
    (SELECT count(*) FROM points WHERE readouts = readouts.id AND agreement = 'left'),
    (SELECT count(*) FROM points WHERE readouts = readouts.id AND agreement = 'right')
FROM readouts JOIN happenings ON happenings.id = readouts.happening"""


def list_readouts(connection: sqlite3.Connection, asked: ReadoutsAsked, page: Page) -> Listed[ListedReadouts]:
    """Pairs of readouts, by the day of the meeting, a page of them."""
    condition = _condition(asked)
    count = f"SELECT count(*) FROM readouts{condition.sql}"  # noqa: S608
    (total,) = connection.execute(count, condition.values).fetchone()
    rows = connection.execute(
        f"""{SELECT}{condition.sql}
        ORDER BY happenings.when_since IS NULL, happenings.when_since, readouts.position LIMIT ? OFFSET ?""",
        (*condition.values, page.size, page.offset),
    ).fetchall()
    return listed(_told(connection, rows), total, page)


def readouts_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ListedReadouts]:
    """Pairs of readouts by their ids."""
    rows = in_chunks(
        lambda chunk: connection.execute(f"{SELECT} WHERE readouts.id IN ({marks(chunk)})", chunk).fetchall(),
        sorted(set(ids)),
    )
    return {each.id: each for each in _told(connection, rows)}


def whole_readouts(connection: sqlite3.Connection, key: str) -> WholeReadouts | None:
    """One pair of readouts with its points; ``None`` where there is none of this id."""
    known = readouts_of(connection, [key]).get(key)
    if known is None:
        return None
    finder = connection.execute("SELECT finder, score, detail, runner_up FROM readouts WHERE id = ?", (key,))
    fields = {name: getattr(known, name) for name in ListedReadouts.__struct_fields__}
    return WholeReadouts(**fields, points=_points(connection, key), why=why_of(*finder.fetchone()))


def _condition(asked: ReadoutsAsked) -> Condition:
    either = party(asked.actor)
    doc = asked.document
    return where(
        [
            None
            if either is None
            else Condition(f"left_side {either.sql} OR right_side {either.sql}", (*either.values, *either.values)),
            equal("readouts.happening", asked.happening),
            None if doc is None else Condition("? IN (left_document, right_document)", (doc,)),
            among(_out_by("left_document", asked.as_of), "{}"),
            among(_out_by("right_document", asked.as_of), "{}"),
        ]
    )


def _out_by(document: str, as_of: date | None) -> Condition | None:
    if as_of is None:
        return None
    return Condition(
        f"(SELECT published_since FROM reports WHERE reports.document = {document}) < ?",  # noqa: S608
        (day_text(as_of + timedelta(days=1)),),
    )


class _Row(msgspec.Struct, frozen=True, array_like=True):
    id: str
    happening: str
    left_document: str
    right_document: str
    left_side: str
    right_side: str
    both: int
    opposed: int
    only_left: int
    only_right: int


class _Point(msgspec.Struct, frozen=True, array_like=True):
    agreement: Agreement
    left_document: str | None
    left_start: int | None
    left_end: int | None
    right_document: str | None
    right_start: int | None
    right_end: int | None

    @property
    def left(self) -> Place | None:
        """Where the left side tells it."""
        return _place(self.left_document, self.left_start, self.left_end)

    @property
    def right(self) -> Place | None:
        """Where the right side tells it."""
        return _place(self.right_document, self.right_start, self.right_end)


def _place(document: str | None, start: int | None, end: int | None) -> Place | None:
    return None if document is None or start is None or end is None else (document, start, end)


def _told(connection: sqlite3.Connection, rows: Sequence[tuple[object, ...]]) -> list[ListedReadouts]:
    known = msgspec.convert(rows, list[_Row])
    meetings = happenings_of(connection, [row.happening for row in known])
    names = actor_names(connection, (side for row in known for side in (row.left_side, row.right_side)))
    reports = _reports(connection, {doc for row in known for doc in (row.left_document, row.right_document)})
    return [
        ListedReadouts(
            id=row.id,
            happening=meetings[row.happening],
            left=_report(names[row.left_side], reports[row.left_document]),
            right=_report(names[row.right_side], reports[row.right_document]),
            both=row.both,
            opposed=row.opposed,
            only_left=row.only_left,
            only_right=row.only_right,
        )
        for row in known
    ]


ReportRow = tuple[str, str, str | None, str | None, str | None, str | None]


def _reports(connection: sqlite3.Connection, docs: set[str]) -> Mapping[str, ReportRow]:
    query = """SELECT documents.id, path, outlet, title, coalesce(documents.published_since, datings.published_since),
            coalesce(documents.published_until, datings.published_until)
        FROM documents LEFT JOIN datings ON datings.document = documents.id WHERE documents.id IN ({})"""
    rows = in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), sorted(docs))
    return {row[0]: row for row in rows}


def _report(side: ActorName, row: ReportRow) -> ReportTold:
    doc, path, outlet, title, since, until = row
    return ReportTold(doc=doc, side=side, path=path, outlet=outlet, title=title, published=when_of(since, until))


def _points(connection: sqlite3.Connection, key: str) -> tuple[PointTold, ...]:
    rows = msgspec.convert(
        connection.execute(
            """SELECT agreement, left_document, left_start, left_end, right_document, right_start, right_end
            FROM points WHERE readouts = ? ORDER BY position""",
            (key,),
        ).fetchall(),
        list[_Point],
    )
    words = read_words(connection, (place for row in rows for place in (row.left, row.right) if place is not None))
    return tuple(
        PointTold(
            agreement=row.agreement,
            left=None if row.left is None else words[row.left],
            right=None if row.right is None else words[row.right],
        )
        for row in rows
    )
