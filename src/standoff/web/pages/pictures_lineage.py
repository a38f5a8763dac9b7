"""The pictures of sources: who copied whom, and reports against independent accounts."""

from __future__ import annotations

import sqlite3
from datetime import date
from urllib.parse import quote

import msgspec

from standoff.core.vocabulary import Relation
from standoff.core.when import When
from standoff.picture.accounts import accounts
from standoff.picture.drawn import Picture
from standoff.picture.lineage import lineage
from standoff.picture.records import Copying, Origin, Report
from standoff.store.asking.accounts import AccountsAsked, accounts_of_documents, list_and_count
from standoff.store.asking.lineages import LineagesAsked, Tie, count_tied, ties
from standoff.store.asking.listed import Page
from standoff.store.asking.report_names import ReportName, report_names

MOST_TIES = 400
"""Lineages looked at, copies first and those that share most: more than forty reports have, which is what is drawn."""
MOST_DRAWN = 40
"""Reports: two screens of rows."""
MOST_ACCOUNTS = 60
"""Columns of the picture of accounts."""


class LineageAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which reports a picture of sources is of: all of what is given must hold."""

    topic: str | None = None
    outlet: str | None = None
    """Of this outlet, or in an account or from one text with a report of it."""
    relation: Relation | None = None
    account: str | None = None


def lineage_picture(connection: sqlite3.Connection, asked: LineageAsked) -> Picture:
    """Who copied whom: reports in rows by account, on their days, with what was made of what."""
    wanted = LineagesAsked(topic=asked.topic, outlet=asked.outlet, relation=asked.relation, account=asked.account)
    found = ties(connection, wanted, MOST_TIES, [] if asked.account else _biggest(connection, asked))
    names = report_names(connection, (doc for tie in found for doc in (tie.left, tie.right)))
    account_of = accounts_of_documents(connection, names)
    drawn = [_report(names[doc], account_of.get(doc, doc)) for doc in names]
    everyone, tied = count_reports(connection, asked), count_tied(connection, wanted)
    copyings = [_copying(tie) for tie in found]
    return lineage(drawn, copyings, most=MOST_DRAWN, apart=max(0, everyone - tied), more=max(0, tied - len(drawn)))


def _biggest(connection: sqlite3.Connection, asked: LineageAsked) -> list[str]:
    """The accounts of most reports: what is drawn first, and whole."""
    wanted = AccountsAsked(topic=asked.topic, outlet=asked.outlet, relation=asked.relation, several=True)
    found, _ = list_and_count(connection, wanted, Page(1, MOST_DRAWN // 2))
    return [each.id for each in found.items]


def accounts_picture(connection: sqlite3.Connection, asked: LineageAsked) -> Picture:
    """Reports against independent accounts, the account with most reports first."""
    wanted = AccountsAsked(topic=asked.topic, outlet=asked.outlet, relation=asked.relation)
    found, counted = list_and_count(connection, wanted, Page(1, MOST_ACCOUNTS))
    shown = sum(each.documents for each in found.items)
    origins = [
        Origin(
            id=each.id,
            label=_title(each.origin or each.reports[0]),
            reports=each.documents,
            href=f"/sources/{quote(each.id, safe='')}",
        )
        for each in found.items
    ]
    rest = counted.accounts - len(origins), counted.documents - shown
    return accounts(origins, most=MOST_ACCOUNTS, rest=rest)


def count_reports(connection: sqlite3.Connection, asked: LineageAsked) -> int:
    """How many reports the accounts have that are asked for."""
    if asked.account is not None:
        query, values = "SELECT count(*) FROM account_documents WHERE account = ?", (asked.account,)
        return int(connection.execute(query, values).fetchone()[0])
    wanted = AccountsAsked(topic=asked.topic, outlet=asked.outlet, relation=asked.relation)
    _, counted = list_and_count(connection, wanted, Page(1, 1))
    return counted.documents


def _report(name: ReportName, account: str) -> Report:
    return Report(
        id=name.id,
        title=_title(name),
        outlet=name.outlet or "outlet not told",
        account=account,
        published=_the_day(name.published),
        href=f"/reports/{quote(name.id, safe='')}",
    )


def _title(name: ReportName) -> str:
    return name.title or name.path.rsplit("/", 1)[-1]


def _the_day(when: When | None) -> date | None:
    """The day, where it is one."""
    if when is None or when.since is None or when.until is None or (when.until - when.since).days > 1:
        return None
    return when.since


def _copying(tie: Tie) -> Copying:
    origin = tie.origin or tie.left
    made = tie.right if origin == tie.left else tie.left
    return Copying(origin=origin, made=made, relation=tie.relation, directed=tie.origin is not None)
