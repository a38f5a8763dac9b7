"""Accounts and lineages as rows: which documents have one origin, and what they share."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from standoff.core.findings import Account, Lineage
from standoff.core.span import Span
from standoff.core.vocabulary import Relation
from standoff.store.table import Row, Table, grouped


class AccountRow(Row, frozen=True):
    """An account without its documents."""

    id: str
    position: int


class AccountDocumentRow(Row, frozen=True):
    """A document of an account."""

    account: str
    position: int
    document: str


class LineageRow(Row, frozen=True):
    """A lineage without its passages."""

    position: int
    left: str
    right: str
    relation: Relation
    score: float


class PassageRow(Row, frozen=True):
    """A passage that two documents share, at its place in each."""

    lineage: int
    position: int
    left_start: int
    left_end: int
    right_start: int
    right_end: int


ACCOUNTS = Table("accounts", AccountRow, "position")
ACCOUNT_DOCUMENTS = Table("account_documents", AccountDocumentRow, "account, position")
LINEAGES = Table("lineages", LineageRow, "position")
PASSAGES = Table("passages", PassageRow, "lineage, position")


def write_accounts(connection: sqlite3.Connection, accounts: Sequence[Account]) -> None:
    """Add every account."""
    for position, account in enumerate(accounts):
        key = account.id
        ACCOUNTS.insert(connection, [AccountRow(id=key, position=position)])
        ACCOUNT_DOCUMENTS.insert(
            connection,
            (AccountDocumentRow(account=key, position=n, document=doc) for n, doc in enumerate(account.documents)),
        )


def read_accounts(connection: sqlite3.Connection) -> tuple[Account, ...]:
    """Every account, as written."""
    documents = grouped(ACCOUNT_DOCUMENTS.select(connection), lambda row: row.account)
    return tuple(
        Account(documents=tuple(part.document for part in documents.get(row.id, ())))
        for row in ACCOUNTS.select(connection)
    )


def write_lineages(connection: sqlite3.Connection, lineages: Sequence[Lineage]) -> None:
    """Add every lineage."""
    for position, lineage in enumerate(lineages):
        left, right = lineage.documents
        row = LineageRow(position=position, left=left, right=right, relation=lineage.relation, score=lineage.score)
        LINEAGES.insert(connection, [row])
        PASSAGES.insert(connection, (_passage_row(position, n, pair) for n, pair in enumerate(lineage.passages)))


def read_lineages(connection: sqlite3.Connection) -> tuple[Lineage, ...]:
    """Every lineage, as written."""
    passages = grouped(PASSAGES.select(connection), lambda row: row.lineage)
    return tuple(
        Lineage(
            documents=(row.left, row.right),
            relation=row.relation,
            passages=tuple(_passage(row, part) for part in passages.get(row.position, ())),
            score=row.score,
        )
        for row in LINEAGES.select(connection)
    )


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
