"""Reports: where each is from, its day and what that rests on, its account and topic, and what it holds."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, get_args

import msgspec

from standoff.core.records import Gap, Why
from standoff.core.vocabulary import Basis, OutletBasis
from standoff.core.when import When
from standoff.store.asking.conditions import Condition, equal, overlapping, where
from standoff.store.asking.document_findings import Relative, relatives_of
from standoff.store.asking.listed import Listed, Page, in_chunks, listed, marks, when_of, why_of
from standoff.store.asking.search import match_expression
from standoff.store.findings import findings_version
from standoff.store.gaps import GapRow, gap_of

Order = Literal["newest", "oldest", "outlet", "path"]

ORDERS: Mapping[Order, str] = {
    "newest": "since DESC, until DESC, path, id",  # what has no day comes last: NULL is the least
    "oldest": "since IS NULL, since, until, path, id",
    "outlet": "outlet IS NULL, outlet, path, id",
    "path": "path, id",
}
assert set(ORDERS) == set(get_args(Order))

MOST_MATCHED = 20_000
"""Paragraphs with the words asked for that are looked at: of words as common as "the", those of the first reports."""

READINGS = ("attributions", "events", "figures", "commitments", "mentions", "times")


class DocumentsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which reports are asked for: all of what is given must hold."""

    outlet: str | None = None
    topic: str | None = None
    account: str | None = None
    since: date | None = None
    """Published on this day or later."""
    until: date | None = None
    """Published before this day."""
    q: str | None = None
    """Words and "exact phrases" that stand together in a paragraph of it, or in its title."""
    order: Order = "newest"


class TopicName(msgspec.Struct, frozen=True, kw_only=True):
    """A topic, as it is called: by the title of its central report."""

    id: str
    title: str


class AccountSize(msgspec.Struct, frozen=True, kw_only=True):
    """An account, with how many reports have it."""

    id: str
    documents: int


class Holdings(msgspec.Struct, frozen=True, kw_only=True):
    """How many readings of each kind a report holds."""

    attributions: int = 0
    events: int = 0
    figures: int = 0
    commitments: int = 0
    mentions: int = 0
    times: int = 0


class ListedDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A report as lists show it."""

    id: str
    path: str
    title: str | None
    outlet: str | None
    published: When | None
    published_basis: Basis | None
    account: AccountSize | None
    topic: TopicName | None
    holds: Holdings


class DatedBy(msgspec.Struct, frozen=True, kw_only=True):
    """Why a report without a date has one: the reports that tell it."""

    documents: tuple[tuple[str, str], ...]
    """Id and path of each."""
    why: Why


class WholeDocument(ListedDocument, frozen=True, kw_only=True):
    """A report with all that is known about it; its text and readings are read apart."""

    author: str | None
    url: str | None
    outlet_basis: OutletBasis | None
    encoding: str
    length: int
    """Code points of its text."""
    sha256: str
    """Of its text in UTF-8: its places are re-verified against it."""
    dated_by: DatedBy | None
    relatives: tuple[Relative, ...]
    gaps: tuple[Gap, ...]


DATED = """
SELECT documents.id, documents.path, documents.title, documents.outlet,
    coalesce(documents.published_since, datings.published_since) AS since,
    coalesce(documents.published_until, datings.published_until) AS until,
    CASE WHEN documents.published_since IS NULL AND datings.document IS NOT NULL THEN 'linked'
        ELSE documents.published_basis END AS basis
FROM documents LEFT JOIN datings ON datings.document = documents.id
"""

BY_DAY = """
SELECT documents.id, documents.path, documents.title, documents.outlet, told.first AS since,
    coalesce(documents.published_until, datings.published_until) AS until,
    CASE WHEN documents.published_since IS NULL AND datings.document IS NOT NULL THEN 'linked'
        ELSE documents.published_basis END AS basis
FROM told CROSS JOIN documents ON documents.id = told.finding LEFT JOIN datings ON datings.document = documents.id
WHERE told.kind = 'document'
"""
"""The same reports along the index of their days, so that SQLite stops when a page is full; where findings stand."""


class _Row(msgspec.Struct, frozen=True, array_like=True):
    id: str
    path: str
    title: str | None
    outlet: str | None
    since: str | None
    until: str | None
    basis: Basis | None


def list_documents(connection: sqlite3.Connection, asked: DocumentsAsked, page: Page) -> Listed[ListedDocument]:
    """Reports, a page of them."""
    condition = _condition(asked)
    found = f"FROM ({DATED}) AS found{condition.sql}"
    (total,) = connection.execute(f"SELECT count(*) {found}", condition.values).fetchone()
    if _is_of_all(asked) and asked.order == "newest" and findings_version(connection) is not None:
        found = f"FROM ({BY_DAY}) AS found{condition.sql}"
    query = f"SELECT * {found} ORDER BY {ORDERS[asked.order]} LIMIT ? OFFSET ?"
    rows = connection.execute(query, (*condition.values, page.size, page.offset)).fetchall()
    return listed(_told(connection, msgspec.convert(rows, list[_Row])), total, page)


def documents_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ListedDocument]:
    """Reports by their ids."""
    rows = in_chunks(
        lambda chunk: connection.execute(f"{DATED} WHERE documents.id IN ({marks(chunk)})", chunk).fetchall(),
        sorted(set(ids)),
    )
    return {each.id: each for each in _told(connection, msgspec.convert(rows, list[_Row]))}


def whole_document(connection: sqlite3.Connection, key: str) -> WholeDocument | None:
    """One report with all that is known about it; ``None`` where there is none of this id."""
    known = documents_of(connection, [key]).get(key)
    if known is None:
        return None
    query = "SELECT author, url, outlet_basis, encoding, length(text), text_sha256 FROM documents WHERE id = ?"
    author, url, outlet_basis, encoding, length, sha256 = connection.execute(query, (key,)).fetchone()
    return WholeDocument(
        **{name: getattr(known, name) for name in ListedDocument.__struct_fields__},
        author=author,
        url=url,
        outlet_basis=outlet_basis,
        encoding=encoding,
        length=length,
        sha256=sha256,
        dated_by=_dated_by(connection, key),
        relatives=relatives_of(connection, key),
        gaps=_gaps(connection, key),
    )


def outlets(connection: sqlite3.Connection, most: int = 200) -> tuple[tuple[str, int], ...]:
    """The outlets of the reports with how many each has, those with most first."""
    rows = connection.execute(
        """SELECT outlet, count(*) AS many FROM documents WHERE outlet IS NOT NULL
        GROUP BY outlet ORDER BY many DESC, outlet LIMIT ?""",
        (most,),
    )
    return tuple(msgspec.convert(rows.fetchall(), list[tuple[str, int]]))


def _is_of_all(asked: DocumentsAsked) -> bool:
    """Whether nothing is asked for but days: reports of one outlet are found sooner by it than by going through all."""
    return asked.outlet is asked.topic is asked.account is asked.q is None


def _condition(asked: DocumentsAsked) -> Condition:
    return where(
        [
            equal("outlet", asked.outlet),
            _member("topic_documents", "topic", asked.topic),
            _member("account_documents", "account", asked.account),
            overlapping("since", "until", asked.since, asked.until),
            _with_words(asked.q),
        ]
    )


def _member(table: str, column: str, value: str | None) -> Condition | None:
    """That a report is among those that a table lists under this."""
    if value is None:
        return None
    return Condition(f"id IN (SELECT document FROM {table} WHERE {column} = ?)", (value,))  # noqa: S608


def _with_words(words: str | None) -> Condition | None:
    if words is None:
        return None
    expression = match_expression(words)
    if not expression:
        return Condition("0")
    return Condition(
        """id IN (SELECT document FROM paragraphs WHERE position IN (
            SELECT rowid FROM search WHERE search MATCH ? LIMIT ?
        ))""",
        (expression, MOST_MATCHED),
    )


def _told(connection: sqlite3.Connection, rows: Sequence[_Row]) -> list[ListedDocument]:
    ids = [row.id for row in rows]
    accounts, topics, holds = _accounts(connection, ids), _topics(connection, ids), _holdings(connection, ids)
    return [
        ListedDocument(
            id=row.id,
            path=row.path,
            title=row.title,
            outlet=row.outlet,
            published=when_of(row.since, row.until),
            published_basis=row.basis,
            account=accounts.get(row.id),
            topic=topics.get(row.id),
            holds=Holdings(**holds[row.id]),
        )
        for row in rows
    ]


def _accounts(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, AccountSize]:
    query = """SELECT document, account, (
            SELECT count(*) FROM account_documents AS others WHERE others.account = account_documents.account
        ) FROM account_documents WHERE document IN ({})"""
    rows = in_chunks(lambda ids: connection.execute(query.format(marks(ids)), ids).fetchall(), ids)
    return {document: AccountSize(id=account, documents=size) for document, account, size in rows}


def _topics(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, TopicName]:
    query = """SELECT document, topics.id, coalesce(central.title, central.path)
        FROM topic_documents JOIN topics ON topics.id = topic JOIN documents AS central ON central.id = topics.central
        WHERE document IN ({})"""
    rows = in_chunks(lambda ids: connection.execute(query.format(marks(ids)), ids).fetchall(), ids)
    return {document: TopicName(id=topic, title=title) for document, topic, title in rows}


def _holdings(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, dict[str, int]]:
    """How many readings of each kind each report holds."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for kind in READINGS:
        query = f"SELECT document, count(*) FROM {kind} WHERE document IN ({marks(ids)}) GROUP BY document"  # noqa: S608
        for document, number in connection.execute(query, ids):
            found[document][kind] = number
    return found


def _dated_by(connection: sqlite3.Connection, key: str) -> DatedBy | None:
    row = connection.execute("SELECT finder, score, detail, runner_up FROM datings WHERE document = ?", (key,))
    why = row.fetchone()
    if why is None:
        return None
    rests_on = connection.execute(
        """SELECT documents.id, path FROM dating_documents JOIN documents ON documents.id = dating_documents.document
        WHERE dating = ? ORDER BY dating_documents.position""",
        (key,),
    )
    return DatedBy(documents=tuple(rests_on.fetchall()), why=why_of(*why))


def _gaps(connection: sqlite3.Connection, key: str) -> tuple[Gap, ...]:
    """What could not be read or decided of a report, by its id."""
    columns = ", ".join(GapRow.__struct_fields__)
    rows = connection.execute(f"SELECT {columns} FROM gaps WHERE document = ? ORDER BY position", (key,))  # noqa: S608
    return tuple(gap_of(row) for row in msgspec.convert(rows.fetchall(), list[GapRow]))
