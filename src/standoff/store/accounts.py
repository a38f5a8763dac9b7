"""Accounts, lineages and topics as rows: which documents have one origin, what they share, what they are about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from standoff.core.findings import Account, Lineage, Topic
from standoff.core.records import Why
from standoff.core.span import Span
from standoff.core.vocabulary import Relation
from standoff.store.reasons import ReasonedRow, reason, why_of
from standoff.store.table import Links, Row, Table, grouped


class AccountRow(Row, frozen=True):
    """An account without its documents."""

    id: str
    position: int


class TopicRow(ReasonedRow, frozen=True):
    """A topic without its documents."""

    id: str
    position: int
    central: str


class LineageRow(Row, frozen=True):
    """A lineage without its passages."""

    position: int
    left: str
    right: str
    relation: Relation
    score: float
    origin: str | None
    direction_finder: str | None
    direction_score: float | None
    direction_detail: str | None
    direction_runner_up: str | None


class PassageRow(Row, frozen=True):
    """A passage that two documents share, at its place in each."""

    lineage: int
    position: int
    left_start: int
    left_end: int
    right_start: int
    right_end: int


ACCOUNTS = Table("accounts", AccountRow, "position")
ACCOUNT_DOCUMENTS = Links("account_documents", "account", "document")
TOPICS = Table("topics", TopicRow, "position")
TOPIC_DOCUMENTS = Links("topic_documents", "topic", "document")
LINEAGES = Table("lineages", LineageRow, "position")
PASSAGES = Table("passages", PassageRow, "lineage, position")


def write_accounts(connection: sqlite3.Connection, accounts: Sequence[Account]) -> None:
    """Add every account."""
    known = [(account.id, account) for account in accounts]
    ACCOUNTS.insert(connection, (AccountRow(id=key, position=n) for n, (key, _) in enumerate(known)))
    ACCOUNT_DOCUMENTS.insert(connection, ((key, account.documents) for key, account in known))


def read_accounts(connection: sqlite3.Connection) -> tuple[Account, ...]:
    """Every account, as written."""
    documents = ACCOUNT_DOCUMENTS.select(connection)
    return tuple(Account(documents=documents[row.id]) for row in ACCOUNTS.select(connection))


def write_topics(connection: sqlite3.Connection, topics: Sequence[Topic]) -> None:
    """Add every topic."""
    known = [(topic.id, topic) for topic in topics]
    rows = (
        TopicRow(id=key, position=n, central=topic.central, **reason(topic.why)) for n, (key, topic) in enumerate(known)
    )
    TOPICS.insert(connection, rows)
    TOPIC_DOCUMENTS.insert(connection, ((key, topic.documents) for key, topic in known))


def read_topics(connection: sqlite3.Connection) -> tuple[Topic, ...]:
    """Every topic, as written."""
    documents = TOPIC_DOCUMENTS.select(connection)
    return tuple(
        Topic(documents=documents[row.id], central=row.central, why=why_of(row)) for row in TOPICS.select(connection)
    )


def write_lineages(connection: sqlite3.Connection, lineages: Sequence[Lineage]) -> None:
    """Add every lineage."""
    LINEAGES.insert(connection, (_lineage_row(n, lineage) for n, lineage in enumerate(lineages)))
    passages = (
        _passage_row(number, n, pair)
        for number, lineage in enumerate(lineages)
        for n, pair in enumerate(lineage.passages)
    )
    PASSAGES.insert(connection, passages)


def read_lineages(connection: sqlite3.Connection) -> tuple[Lineage, ...]:
    """Every lineage, as written."""
    passages = grouped(PASSAGES.select(connection), lambda row: row.lineage)
    return tuple(_lineage(row, passages.get(row.position, ())) for row in LINEAGES.select(connection))


def _lineage_row(position: int, lineage: Lineage) -> LineageRow:
    left, right = lineage.documents
    direction = lineage.direction
    return LineageRow(
        position=position,
        left=left,
        right=right,
        relation=lineage.relation,
        score=lineage.score,
        origin=lineage.origin,
        direction_finder=direction.finder if direction is not None else None,
        direction_score=direction.score if direction is not None else None,
        direction_detail=direction.detail if direction is not None else None,
        direction_runner_up=direction.runner_up if direction is not None else None,
    )


def _lineage(row: LineageRow, passages: Iterable[PassageRow]) -> Lineage:
    return Lineage(
        documents=(row.left, row.right),
        relation=row.relation,
        passages=tuple(_passage(row, part) for part in passages),
        score=row.score,
        origin=row.origin,
        direction=_direction(row),
    )


def _direction(row: LineageRow) -> Why | None:
    if row.direction_finder is None or row.direction_score is None or row.direction_detail is None:
        return None
    return Why(row.direction_finder, row.direction_score, row.direction_detail, row.direction_runner_up)


def _passage_row(lineage: int, position: int, pair: tuple[Span, Span]) -> PassageRow:
    left, right = pair
    return PassageRow(
        lineage=lineage,
        position=position,
        left_start=left.start,
        left_end=left.end,
        right_start=right.start,
        right_end=right.end,
    )


def _passage(lineage: LineageRow, row: PassageRow) -> tuple[Span, Span]:
    return Span(lineage.left, row.left_start, row.left_end), Span(lineage.right, row.right_start, row.right_end)
