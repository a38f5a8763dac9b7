"""Accounts: the reports that have one origin, and what rests on them alone."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

import msgspec

from standoff.core.vocabulary import Relation
from standoff.store.asking.conditions import Condition, among, equal, where
from standoff.store.asking.listed import Listed, Page, in_chunks, listed, marks
from standoff.store.asking.report_names import ReportName, report_names
from standoff.store.asking.search import match_expression

AccountOrder = Literal["biggest", "earliest"]

DATED = """ JOIN documents ON documents.id = account_documents.document
    LEFT JOIN datings ON datings.document = documents.id"""
FIRST_DAY = "min(coalesce(documents.published_since, datings.published_since))"
ORDERS: Mapping[AccountOrder, tuple[str, str]] = {
    "biggest": ("", "count(*) DESC, account"),
    "earliest": (DATED, f"{FIRST_DAY} IS NULL, {FIRST_DAY}, account"),
}
"""What each is ordered by, and the tables that it needs for that."""
assert set(ORDERS) == set(get_args(AccountOrder))

SHOWN = 6
"""Reports of one account that a list names; its own page names all."""

WITHIN = """
SELECT ours.account, lineages.relation, lineages."left", lineages."right", lineages.origin
FROM account_documents AS ours
JOIN lineages ON lineages."left" = ours.document
JOIN account_documents AS theirs ON theirs.document = lineages."right" AND theirs.account = ours.account
WHERE lineages.relation <> 'shared_release' AND ours.account IN ({})
"""
"""What was made of what inside accounts; a shared release joins nothing, wherever it stands."""


class AccountsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which accounts are asked for: all of what is given must hold."""

    topic: str | None = None
    """With a report of this topic."""
    outlet: str | None = None
    """With a report of this outlet, as it is written."""
    relation: Relation | None = None
    """With a report that has this relation to another."""
    several: bool | None = None
    """Of several reports, or of one."""
    q: str | None = None
    """With a report in which these words stand."""
    order: AccountOrder = "biggest"


class ListedAccount(msgspec.Struct, frozen=True, kw_only=True):
    """An account as lists show it."""

    id: str
    documents: int
    """How many reports it has."""
    origin: ReportName | None
    """The report that the others were made from, directly or by way of others; ``None``: not told."""
    reports: tuple[ReportName, ...]
    """The earliest of them."""
    outlets: tuple[str, ...]
    relations: Mapping[Relation, int]
    """How its reports came from one text: so many pairs of each relation."""


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """How many reports there are, and how few accounts they come to."""

    documents: int
    accounts: int
    several: int
    """Accounts of several reports."""


def list_accounts(connection: sqlite3.Connection, asked: AccountsAsked, page: Page) -> Listed[ListedAccount]:
    """Accounts, a page of them."""
    condition, having = account_condition(asked), _having(asked.several)
    tables, order = ORDERS[asked.order]
    query = f"""SELECT account, count(*) FROM account_documents{tables}
        {condition.sql} GROUP BY account {having} ORDER BY {order} LIMIT ? OFFSET ?"""  # noqa: S608
    rows = connection.execute(query, (*condition.values, page.size, page.offset)).fetchall()
    return listed(_told(connection, dict(rows)), count_accounts(connection, asked).accounts, page)


def count_accounts(connection: sqlite3.Connection, asked: AccountsAsked) -> Counted:
    """How many reports and accounts are so."""
    condition = account_condition(asked)
    query = f"""SELECT coalesce(sum(documents), 0), count(*), coalesce(sum(documents > 1), 0) FROM (
        SELECT count(*) AS documents FROM account_documents {condition.sql} GROUP BY account {_having(asked.several)}
    )"""  # noqa: S608
    documents, accounts, several = connection.execute(query, condition.values).fetchone()
    return Counted(documents=documents, accounts=accounts, several=several)


def accounts_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ListedAccount]:
    """Accounts by their ids."""
    rows = in_chunks(
        lambda chunk: connection.execute(
            f"SELECT account, count(*) FROM account_documents WHERE account IN ({marks(chunk)}) GROUP BY account",  # noqa: S608
            chunk,
        ).fetchall(),
        sorted(set(ids)),
    )
    return {account.id: account for account in _told(connection, dict(rows))}


def account_condition(asked: AccountsAsked) -> Condition:
    """What must hold of a row of ``account_documents``: of its account, so that whole accounts are found."""
    found = "account_documents.account IN (SELECT account FROM account_documents WHERE document IN ({}))"
    related = """SELECT "left" FROM lineages WHERE {0} UNION ALL SELECT "right" FROM lineages WHERE {0}"""
    relation = equal("relation", asked.relation)
    doubled = None if relation is None else Condition(related.format(relation.sql), relation.values * 2)
    kinds = [
        among(equal("topic", asked.topic), "SELECT document FROM topic_documents WHERE {}"),
        among(equal("outlet", asked.outlet), "SELECT id FROM documents WHERE {}"),
        doubled,
        holding(asked.q),
    ]
    return where([None if kind is None else Condition(found.format(kind.sql), kind.values) for kind in kinds])


def holding(words: str | None) -> Condition | None:
    """The documents in which these words stand, as a ``SELECT``; no condition where no word is given."""
    expression = match_expression(words or "")
    query = "SELECT paragraphs.document FROM search JOIN paragraphs ON paragraphs.position = search.rowid"
    return Condition(f"{query} WHERE search MATCH ?", (expression,)) if expression else None


def _having(several: bool | None) -> str:
    return "" if several is None else f"HAVING count(*) {'> 1' if several else '= 1'}"


def _told(connection: sqlite3.Connection, sizes: Mapping[str, int]) -> list[ListedAccount]:
    """The accounts with their reports, in the order given."""
    ids = list(sizes)
    docs = _documents(connection, ids)
    names = report_names(connection, (doc for each in docs.values() for doc in each))
    edges = _edges(connection, ids)
    return [_account(key, [names[doc] for doc in docs[key]], edges.get(key, [])) for key in ids]


Edge = tuple[Relation, str, str, str | None]


def _account(key: str, reports: Sequence[ReportName], edges: Sequence[Edge]) -> ListedAccount:
    ordered = sorted(reports, key=in_time)
    first = _origin(edges)
    return ListedAccount(
        id=key,
        documents=len(reports),
        origin=next((report for report in ordered if report.id == first), None),
        reports=tuple(ordered[:SHOWN]),
        outlets=tuple(sorted({report.outlet for report in reports if report.outlet})),
        relations=dict(sorted(Counter(relation for relation, *_ in edges).items())),
    )


def in_time(report: ReportName) -> tuple[bool, str, str, str]:
    """Reports in order of their days, those without one last."""
    day = report.published.since if report.published is not None else None
    return day is None, str(day or ""), report.path, report.id


def _origin(edges: Sequence[Edge]) -> str | None:
    """The one report from which others were made and that was made from none."""
    first = {origin for *_, origin in edges if origin is not None}
    made = {doc for _, left, right, origin in edges if origin is not None for doc in (left, right) if doc != origin}
    found = first - made
    return found.pop() if len(found) == 1 else None


def _documents(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    query = "SELECT account, document FROM account_documents WHERE account IN ({}) ORDER BY account, position"
    for account, doc in in_chunks(lambda ids: connection.execute(query.format(marks(ids)), ids).fetchall(), ids):
        found[account].append(doc)
    return found


def _edges(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, list[Edge]]:
    found: defaultdict[str, list[Edge]] = defaultdict(list)
    rows = in_chunks(lambda chunk: connection.execute(WITHIN.format(marks(chunk)), chunk).fetchall(), ids)
    for account, relation, left, right, origin in rows:
        found[account].append((relation, left, right, origin))
    return found
