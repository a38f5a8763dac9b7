"""Accounts: the reports that have one origin, and what rests on them alone."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import Relation
from standoff.store.asking.conditions import Condition, among, equal, where
from standoff.store.asking.listed import Listed, Page, in_chunks, listed, marks, why_of
from standoff.store.asking.report_names import ReportName, report_names
from standoff.store.asking.search import match_expression

AccountOrder = Literal["biggest", "earliest"]

ORDERS: Mapping[AccountOrder, str] = {
    "biggest": "documents DESC, finding",
    "earliest": "first NULLS LAST, finding",
}
assert set(ORDERS) == set(get_args(AccountOrder))

MOST_OUTLETS = 200
"""Outlets that a form offers; any other can be typed."""

SHOWN = 6
"""Reports of one account that a list names."""

MOST_MEMBERS = 200
"""Reports of one account that its own page names."""

WITHIN = """
SELECT ours.account, lineages.relation, lineages."left", lineages."right", lineages.origin, lineages.score,
    lineages.direction_finder, lineages.direction_score, lineages.direction_detail, lineages.direction_runner_up
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


class AccountMember(msgspec.Struct, frozen=True, kw_only=True):
    """A report of an account, with how it came: of several ways the one that tells what it was made from."""

    report: ReportName
    relation: Relation | None = None
    """To the other report; ``None`` where it is the account's only report."""
    other: ReportName | None = None
    score: float | None = None
    origin: str | None = None
    """The id of the one of the two that the other was made from; ``None``: not told."""
    direction: Why | None = None
    """Why that one."""


class WholeAccount(ListedAccount, frozen=True, kw_only=True):
    """An account with its reports in order of their days, and how each came."""

    members: tuple[AccountMember, ...]
    """The first ``MOST_MEMBERS`` of them."""


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """How many reports there are, and how few accounts they come to."""

    documents: int
    accounts: int
    several: int
    """Accounts of several reports."""


def list_accounts(connection: sqlite3.Connection, asked: AccountsAsked, page: Page) -> Listed[ListedAccount]:
    """Accounts, a page of them."""
    found, _ = list_and_count(connection, asked, page)
    return found


def list_and_count(
    connection: sqlite3.Connection, asked: AccountsAsked, page: Page
) -> tuple[Listed[ListedAccount], Counted]:
    """Accounts, a page of them; and how many reports and accounts there are on all pages."""
    condition = where([Condition("kind = 'account'"), *account_conditions(asked, "finding")])
    query = f"SELECT finding, documents FROM told{condition.sql} ORDER BY {ORDERS[asked.order]}"  # noqa: S608
    if msgspec.structs.replace(asked, order="biggest") == AccountsAsked():  # an index has them in order
        values = (*condition.values, page.size, page.offset)
        rows, counted = connection.execute(f"{query} LIMIT ? OFFSET ?", values).fetchall(), _count_all(connection)
    else:
        everything = connection.execute(query, condition.values).fetchall()
        rows, counted = everything[page.offset : page.offset + page.size], _count(everything)
    return listed(_told(connection, dict(rows)), counted.accounts, page), counted


def _count_all(connection: sqlite3.Connection) -> Counted:
    query = """SELECT coalesce(sum(documents), 0), count(*), coalesce(sum(documents > 1), 0)
        FROM told WHERE kind = 'account'"""
    documents, accounts, several = connection.execute(query).fetchone()
    return Counted(documents=documents, accounts=accounts, several=several)


def _count(rows: Sequence[tuple[str, int]]) -> Counted:
    sizes = [documents for _, documents in rows]
    return Counted(documents=sum(sizes), accounts=len(sizes), several=sum(size > 1 for size in sizes))


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


def accounts_of_documents(connection: sqlite3.Connection, documents: Iterable[str]) -> Mapping[str, str]:
    """The id of each report's account, by the report's id."""
    query = "SELECT document, account FROM account_documents WHERE document IN ({})"
    ask = sorted(set(documents))
    return dict(in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), ask))


def whole_account(connection: sqlite3.Connection, key: str) -> WholeAccount | None:
    """One account with how its reports came; ``None`` where there is none of this id."""
    known = accounts_of(connection, [key]).get(key)
    if known is None:
        return None
    names = report_names(connection, _documents(connection, [key])[key])
    edges = _edges(connection, [key]).get(key, [])
    members = [_member(report, edges, names) for report in sorted(names.values(), key=in_time)[:MOST_MEMBERS]]
    fields = {name: getattr(known, name) for name in ListedAccount.__struct_fields__}
    return WholeAccount(**fields, members=tuple(members))


def outlet_names(connection: sqlite3.Connection, most: int = MOST_OUTLETS) -> tuple[str, ...]:
    """The outlets of most reports, in order of name."""
    rows = connection.execute(
        "SELECT outlet FROM documents WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY count(*) DESC, outlet LIMIT ?",
        (most,),
    )
    return tuple(sorted(outlet for (outlet,) in rows))


def account_conditions(asked: AccountsAsked, column: str) -> list[Condition | None]:
    """What must hold of an account that a column names."""
    found = f"{column} IN (SELECT account FROM account_documents WHERE document IN ({{}}))"  # noqa: S608
    related = """SELECT "left" FROM lineages WHERE {0} UNION ALL SELECT "right" FROM lineages WHERE {0}"""
    relation = equal("relation", asked.relation)
    doubled = None if relation is None else Condition(related.format(relation.sql), relation.values * 2)
    kinds = [
        among(equal("topic", asked.topic), "SELECT document FROM topic_documents WHERE {}"),
        among(equal("outlet", asked.outlet), "SELECT id FROM documents WHERE {}"),
        doubled,
        holding(asked.q),
    ]
    return [*(among(kind, found) for kind in kinds), _several(asked.several, column)]


def _several(several: bool | None, column: str) -> Condition | None:
    """That an account has a second report, or none."""
    if several is None:
        return None
    second = f"{column} IN (SELECT account FROM account_documents WHERE position = 1)"  # noqa: S608
    return Condition(second if several else f"NOT {second}")


def holding(words: str | None) -> Condition | None:
    """The documents in which these words stand, as a ``SELECT``; none where it is words without a letter."""
    if words is None:
        return None
    expression = match_expression(words)
    if not expression:
        return Condition("SELECT id FROM documents WHERE 0")
    query = "SELECT paragraphs.document FROM search JOIN paragraphs ON paragraphs.position = search.rowid"
    return Condition(f"{query} WHERE search MATCH ?", (expression,))


class _Edge(msgspec.Struct, frozen=True, array_like=True):
    account: str
    relation: Relation
    left: str
    right: str
    origin: str | None
    score: float
    finder: str | None
    why_score: float | None
    detail: str | None
    runner_up: str | None

    def other(self, doc: str) -> str:
        """The one of the two that this is not."""
        return self.right if doc == self.left else self.left

    @property
    def direction(self) -> Why | None:
        """Why the one is the origin, where it is known."""
        if self.finder is None or self.why_score is None or self.detail is None:
            return None
        return why_of(self.finder, self.why_score, self.detail, self.runner_up)


def _told(connection: sqlite3.Connection, sizes: Mapping[str, int]) -> list[ListedAccount]:
    """The accounts with their reports, in the order given."""
    ids = list(sizes)
    docs = _documents(connection, ids)
    names = report_names(connection, (doc for each in docs.values() for doc in each))
    edges = _edges(connection, ids)
    return [_account(key, [names[doc] for doc in docs[key]], edges.get(key, [])) for key in ids]


def _account(key: str, reports: Sequence[ReportName], edges: Sequence[_Edge]) -> ListedAccount:
    ordered = sorted(reports, key=in_time)
    first = _origin(edges)
    return ListedAccount(
        id=key,
        documents=len(reports),
        origin=next((report for report in ordered if report.id == first), None),
        reports=tuple(ordered[:SHOWN]),
        outlets=tuple(sorted({report.outlet for report in reports if report.outlet})),
        relations=dict(sorted(Counter(edge.relation for edge in edges).items())),
    )


def in_time(report: ReportName) -> tuple[bool, str, str, str]:
    """Reports in order of their days, those without one last."""
    day = report.published.since if report.published is not None else None
    return day is None, str(day or ""), report.path, report.id


def _origin(edges: Sequence[_Edge]) -> str | None:
    """The one report from which others were made and that was made from none."""
    first = {edge.origin for edge in edges if edge.origin is not None}
    made = {edge.other(edge.origin) for edge in edges if edge.origin is not None}
    found = first - made
    return found.pop() if len(found) == 1 else None


def _member(report: ReportName, edges: Sequence[_Edge], names: Mapping[str, ReportName]) -> AccountMember:
    ours = [edge for edge in edges if report.id in (edge.left, edge.right)]
    if not ours:
        return AccountMember(report=report)
    best = min(ours, key=lambda edge: (edge.origin in (None, report.id), edge.origin is None, -edge.score, edge.left))
    return AccountMember(
        report=report,
        relation=best.relation,
        other=names[best.other(report.id)],
        score=best.score,
        origin=best.origin,
        direction=best.direction,
    )


def _documents(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    query = "SELECT account, document FROM account_documents WHERE account IN ({}) ORDER BY account, position"
    for account, doc in in_chunks(lambda ids: connection.execute(query.format(marks(ids)), ids).fetchall(), ids):
        found[account].append(doc)
    return found


def _edges(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, list[_Edge]]:
    found: defaultdict[str, list[_Edge]] = defaultdict(list)
    rows = in_chunks(lambda chunk: connection.execute(WITHIN.format(marks(chunk)), chunk).fetchall(), ids)
    for edge in msgspec.convert(rows, list[_Edge]):
        found[edge.account].append(edge)
    return found
