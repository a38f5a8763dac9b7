"""The pictures of sources: who copied whom, and reports against independent accounts."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date
from urllib.parse import quote

import msgspec

from standoff.core.vocabulary import Relation
from standoff.core.when import When
from standoff.picture.accounts import accounts
from standoff.picture.drawn import Picture
from standoff.picture.lineage import lineage
from standoff.picture.records import Copying, Origin, Report
from standoff.store.asking.accounts import AccountsAsked, account_conditions
from standoff.store.asking.conditions import Condition, where
from standoff.store.asking.lineages import LineagesAsked, Tie, ties
from standoff.store.asking.report_names import ReportName, report_names

MOST_TIES = 400
"""Lineages looked at, copies first and those that share most: more than forty reports have, which is what is drawn."""
MOST_DRAWN = 40
"""Reports: two screens of rows."""


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
    found = ties(connection, wanted, MOST_TIES)
    names = report_names(connection, (doc for tie in found for doc in (tie.left, tie.right)))
    account_of = _accounts(connection, asked)
    tied = [_report(names[doc], account_of.get(doc, doc)) for doc in names]
    # Those that share nothing are only counted: they need no words.
    alone = [_alone(doc, account) for doc, account in account_of.items() if doc not in names]
    return lineage([*tied, *alone], [_copying(tie) for tie in found], most=MOST_DRAWN)


def accounts_picture(connection: sqlite3.Connection, asked: LineageAsked) -> Picture:
    """Reports against independent accounts, the account with most reports first."""
    condition = _condition(asked)
    rows = connection.execute(
        f"SELECT account, count(*), min(document) FROM account_documents{condition.sql} GROUP BY account",  # noqa: S608
        condition.values,
    ).fetchall()
    several = [first for _, reports, first in rows if reports > 1]
    names = report_names(connection, several)
    return accounts(
        [
            Origin(
                id=key,
                label=_title(names[first]) if first in names else "",
                reports=reports,
                href=f"/sources/{quote(key, safe='')}",
            )
            for key, reports, first in rows
        ]
    )


def _accounts(connection: sqlite3.Connection, asked: LineageAsked) -> Mapping[str, str]:
    """The account of each report that is asked for."""
    if asked.account is not None:
        query, values = "SELECT document, account FROM account_documents WHERE account = ?", (asked.account,)
        return dict(connection.execute(query, values).fetchall())
    condition = _condition(asked)
    query = f"SELECT document, account FROM account_documents{condition.sql}"  # noqa: S608
    return dict(connection.execute(query, condition.values).fetchall())


def _condition(asked: LineageAsked) -> Condition:
    wanted = AccountsAsked(topic=asked.topic, outlet=asked.outlet, relation=asked.relation)
    return where(account_conditions(wanted, "account"))


def _report(name: ReportName, account: str) -> Report:
    return Report(
        id=name.id,
        title=_title(name),
        outlet=name.outlet or "outlet not told",
        account=account,
        published=_the_day(name.published),
        href=f"/reports/{quote(name.id, safe='')}",
    )


def _alone(doc: str, account: str) -> Report:
    return Report(id=doc, title="", outlet="", account=account, published=None)


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
