"""Topics: the reports about one event and what follows from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, get_args

import msgspec

from standoff.core.records import Why
from standoff.core.when import When
from standoff.store.asking.accounts import holding
from standoff.store.asking.conditions import Condition, among, equal, where
from standoff.store.asking.happenings import ListedHappening, happenings_of
from standoff.store.asking.listed import Listed, Page, day_text, in_chunks, listed, marks, when_of, why_of
from standoff.store.asking.report_names import ReportName, report_names
from standoff.store.intervals import OPEN_END

TopicOrder = Literal["biggest", "newest"]

DAY = "coalesce(documents.published_since, datings.published_since)"
ORDERS: Mapping[TopicOrder, str] = {"biggest": "documents DESC, finding", "newest": "last DESC, finding"}
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


class TopicName(msgspec.Struct, frozen=True, kw_only=True):
    """A topic, as it is called."""

    id: str
    central: ReportName
    """The report that shares most with the others: its title names the topic."""
    documents: int


class ListedTopic(msgspec.Struct, frozen=True, kw_only=True):
    """A topic as lists show it."""

    id: str
    central: ReportName
    """The report that shares most with the others: its title names the topic."""
    documents: int
    accounts: int
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
    (total,) = connection.execute(f"SELECT count(*) FROM told{condition.sql}", condition.values).fetchone()  # noqa: S608
    query = f"SELECT finding FROM told{condition.sql} ORDER BY {ORDERS[asked.order]} LIMIT ? OFFSET ?"  # noqa: S608
    ids = [key for (key,) in connection.execute(query, (*condition.values, page.size, page.offset))]
    found = topics_of(connection, ids)
    return listed([found[key] for key in ids], total, page)


def biggest_topics(connection: sqlite3.Connection, most: int) -> tuple[TopicName, ...]:
    """The topics of most reports, to choose from; those of one report are left out."""
    rows = connection.execute(
        """SELECT topics.id, topics.central, told.documents FROM told JOIN topics ON topics.id = told.finding
        WHERE kind = 'topic' AND documents > 1 ORDER BY documents DESC, finding LIMIT ?""",
        (most,),
    ).fetchall()
    names = report_names(connection, (central for _, central, _ in rows))
    return tuple(TopicName(id=key, central=names[central], documents=number) for key, central, number in rows)


def topics_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ListedTopic]:
    """Topics by their ids."""
    rows = in_chunks(
        lambda chunk: connection.execute(
            f"""SELECT topics.id, topics.central, told.documents, told.first, told.last, (
                SELECT count(DISTINCT account) FROM topic_documents
                JOIN account_documents ON account_documents.document = topic_documents.document
                WHERE topic = topics.id
            ) FROM topics JOIN told ON told.kind = 'topic' AND told.finding = topics.id
            WHERE topics.id IN ({marks(chunk)})""",  # noqa: S608
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
            published=_days(first, last),
        )
        for key, central, documents, first, last, accounts in rows
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


def _days(first: str | None, last: str | None) -> When | None:
    """From the first of two days to the end of the last."""
    if first is None or last is None:
        return None
    return when_of(first, OPEN_END if last == OPEN_END else day_text(date.fromisoformat(last) + timedelta(days=1)))


def _condition(asked: TopicsAsked) -> Condition:
    found = "finding IN (SELECT topic FROM topic_documents WHERE document IN ({}))"
    kinds = [
        None if asked.document is None else Condition("VALUES (?)", (asked.document,)),
        among(equal("outlet", asked.outlet), "SELECT id FROM documents WHERE {}"),
        holding(asked.q),
    ]
    size = None if asked.several is None else Condition("documents > 1" if asked.several else "documents = 1")
    return where([Condition("kind = 'topic'"), *(among(kind, found) for kind in kinds), size])
