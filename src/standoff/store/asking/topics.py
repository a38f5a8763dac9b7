"""Topics: the reports about one event and what follows from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

import msgspec

from standoff.core.records import Why
from standoff.core.when import When
from standoff.store.asking.accounts import holding
from standoff.store.asking.conditions import Condition, among, equal, where
from standoff.store.asking.happenings import ListedHappening, happenings_of
from standoff.store.asking.listed import Listed, Page, in_chunks, listed, marks, when_of, why_of
from standoff.store.asking.report_names import ReportName, report_names

TopicOrder = Literal["biggest", "newest"]

DAY = "coalesce(documents.published_since, datings.published_since)"
DATED = """ JOIN documents ON documents.id = topic_documents.document
    LEFT JOIN datings ON datings.document = documents.id"""
ORDERS: Mapping[TopicOrder, tuple[str, str]] = {
    "biggest": ("", "count(*) DESC, topic"),
    "newest": (DATED, f"max({DAY}) IS NULL, max({DAY}) DESC, topic"),
}
"""What each is ordered by, and the tables that it needs for that."""
assert set(ORDERS) == set(get_args(TopicOrder))

MOST_TOLD = 20
"""Happenings that a topic's page names: those that most of its accounts tell."""

MOST_TOLD_QUERY = """
SELECT happening FROM (
    SELECT DISTINCT account_documents.account FROM topic_documents
    JOIN account_documents ON account_documents.document = topic_documents.document
    WHERE topic = ?
) AS ours
CROSS JOIN happening_accounts ON happening_accounts.account = ours.account
GROUP BY happening ORDER BY count(*) DESC, happening LIMIT ?
"""


class TopicsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which topics are asked for: all of what is given must hold."""

    document: str | None = None
    """The one that this report is in."""
    outlet: str | None = None
    """With a report of this outlet, as it is written."""
    several: bool | None = None
    """Of several reports, or of one."""
    q: str | None = None
    """With a report in which these words stand."""
    order: TopicOrder = "biggest"


class ListedTopic(msgspec.Struct, frozen=True, kw_only=True):
    """A topic as lists show it."""

    id: str
    central: ReportName
    """The report that shares most with the others: its title names the topic."""
    documents: int
    accounts: int
    outlets: int
    published: When | None
    """From the first day on which a report of it was published to the last."""


class WholeTopic(ListedTopic, frozen=True, kw_only=True):
    """A topic with what most accounts tell of it."""

    happenings: tuple[ListedHappening, ...]
    why: Why


class TopicReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report of a topic, with its account."""

    report: ReportName
    account: str
    account_documents: int
    """How many reports that account has."""


def list_topics(connection: sqlite3.Connection, asked: TopicsAsked, page: Page) -> Listed[ListedTopic]:
    """Topics, a page of them."""
    condition = _condition(asked)
    having = "" if asked.several is None else f"HAVING count(*) {'> 1' if asked.several else '= 1'}"
    grouped = f"{condition.sql} GROUP BY topic_documents.topic {having}"
    count = f"SELECT count(*) FROM (SELECT 1 FROM topic_documents{grouped})"  # noqa: S608
    (total,) = connection.execute(count, condition.values).fetchone()
    tables, order = ORDERS[asked.order]
    query = f"SELECT topic FROM topic_documents{tables}{grouped} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
    ids = [key for (key,) in connection.execute(query, (*condition.values, page.size, page.offset))]
    found = topics_of(connection, ids)
    return listed([found[key] for key in ids], total, page)


def topics_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ListedTopic]:
    """Topics by their ids."""
    rows = in_chunks(
        lambda chunk: connection.execute(
            f"""SELECT topics.id, topics.central, count(*), count(DISTINCT account), count(DISTINCT documents.outlet),
                min({DAY}), max(coalesce(documents.published_until, datings.published_until))
            FROM topics
            JOIN topic_documents ON topic_documents.topic = topics.id
            JOIN documents ON documents.id = topic_documents.document
            LEFT JOIN datings ON datings.document = documents.id
            LEFT JOIN account_documents ON account_documents.document = documents.id
            WHERE topics.id IN ({marks(chunk)}) GROUP BY topics.id""",  # noqa: S608
            chunk,
        ).fetchall(),
        sorted(set(ids)),
    )
    names = report_names(connection, (central for _, central, *_ in rows))
    return {
        key: ListedTopic(
            id=key,
            central=names[central],
            documents=documents,
            accounts=accounts,
            outlets=outlets,
            published=when_of(since, until),
        )
        for key, central, documents, accounts, outlets, since, until in rows
    }


def whole_topic(connection: sqlite3.Connection, key: str) -> WholeTopic | None:
    """One topic with what most accounts tell of it; ``None`` where there is none of this id."""
    known = topics_of(connection, [key]).get(key)
    if known is None:
        return None
    told = [happening for (happening,) in connection.execute(MOST_TOLD_QUERY, (key, MOST_TOLD))]
    happenings = happenings_of(connection, told)
    finder = connection.execute("SELECT finder, score, detail, runner_up FROM topics WHERE id = ?", (key,))
    fields = {name: getattr(known, name) for name in ListedTopic.__struct_fields__}
    return WholeTopic(**fields, happenings=tuple(happenings[each] for each in told), why=why_of(*finder.fetchone()))


def list_topic_reports(connection: sqlite3.Connection, key: str, page: Page) -> Listed[TopicReport]:
    """The reports of a topic in order of their days, a page of them."""
    (total,) = connection.execute("SELECT count(*) FROM topic_documents WHERE topic = ?", (key,)).fetchone()
    rows = connection.execute(
        f"""SELECT documents.id, account_documents.account,
            (SELECT count(*) FROM account_documents AS all_of WHERE all_of.account = account_documents.account)
        FROM topic_documents
        JOIN documents ON documents.id = topic_documents.document
        LEFT JOIN datings ON datings.document = documents.id
        JOIN account_documents ON account_documents.document = documents.id
        WHERE topic = ? ORDER BY {DAY} IS NULL, {DAY}, documents.path, documents.id LIMIT ? OFFSET ?""",  # noqa: S608
        (key, page.size, page.offset),
    ).fetchall()
    names = report_names(connection, (doc for doc, _, _ in rows))
    found = [TopicReport(report=names[doc], account=account, account_documents=many) for doc, account, many in rows]
    return listed(found, total, page)


def _condition(asked: TopicsAsked) -> Condition:
    found = "topic_documents.topic IN (SELECT topic FROM topic_documents WHERE document IN ({}))"
    kinds = [
        None if asked.document is None else Condition("VALUES (?)", (asked.document,)),
        among(equal("outlet", asked.outlet), "SELECT id FROM documents WHERE {}"),
        holding(asked.q),
    ]
    return where([None if kind is None else Condition(found.format(kind.sql), kind.values) for kind in kinds])
