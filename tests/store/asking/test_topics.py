"""What the reports of a store are about, and what could not be read of them."""

import sqlite3

import pytest

from standoff.core.when import When
from standoff.store.asking.gaps import GapsAsked, count_gaps, list_gaps
from standoff.store.asking.listed import Page
from standoff.store.asking.topics import TopicsAsked, biggest_topics, list_topic_reports, list_topics, whole_topic
from tests.store.asking.ferry_crisis import ALONE, COPIED, COPY, EXCERPT, HAPPENING, RELEASE, WIRE


@pytest.mark.parametrize(
    ("asked", "centrals"),
    [
        (TopicsAsked(), [WIRE, RELEASE, ALONE]),
        (TopicsAsked(order="newest"), [RELEASE, WIRE, ALONE]),
        (TopicsAsked(several=True), [WIRE, RELEASE]),
        (TopicsAsked(several=False), [ALONE]),
        (TopicsAsked(document=EXCERPT.id), [WIRE]),
        (TopicsAsked(outlet="Harbour Office"), [RELEASE]),
        (TopicsAsked(q="snow"), [ALONE]),
        (TopicsAsked(q="nothing of it"), []),
    ],
)
def test_topics_are_asked_for(ferries: sqlite3.Connection, asked: TopicsAsked, centrals: list[object]) -> None:
    found = list_topics(ferries, asked, Page())
    assert [each.central.id for each in found.items] == [central.id for central in centrals]  # type: ignore[attr-defined]
    assert found.total == len(centrals)


def test_a_topic_counts_accounts_and_tells_its_days(ferries: sqlite3.Connection) -> None:
    found = list_topics(ferries, TopicsAsked(), Page(1, 1)).items[0]
    assert (found.documents, found.accounts) == (3, 1)
    assert found.published is not None
    assert found.published == When(When.parse("2031-05-02").since, When.parse("2031-05-03").until)


def test_the_biggest_topics_are_offered(ferries: sqlite3.Connection) -> None:
    found = biggest_topics(ferries, 9)
    assert [(each.central.id, each.documents) for each in found] == [(WIRE.id, 3), (RELEASE.id, 2)]
    assert biggest_topics(ferries, 1) == found[:1]


def test_a_topic_has_its_reports_in_order_of_time_and_what_they_tell(ferries: sqlite3.Connection) -> None:
    key = list_topics(ferries, TopicsAsked(), Page()).items[0].id
    reports = list_topic_reports(ferries, key, Page())
    assert [each.report.id for each in reports.items] == [WIRE.id, COPY.id, EXCERPT.id]
    assert {(each.account, each.account_documents) for each in reports.items} == {(COPIED.id, 3)}
    found = whole_topic(ferries, key)
    assert found is not None
    assert [each.id for each in found.happenings] == [HAPPENING.id]
    assert whole_topic(ferries, "none") is None


@pytest.mark.parametrize(
    ("asked", "reasons"),
    [
        (GapsAsked(), ["no verb", "100 % of it is markup", "it ends in the middle"]),
        (GapsAsked(room="read"), ["it ends in the middle"]),
        (GapsAsked(document=ALONE.id), ["no verb", "100 % of it is markup"]),
        (GapsAsked(q="TORN"), ["it ends in the middle"]),
        (GapsAsked(q="%"), ["100 % of it is markup"]),
        (GapsAsked(q="_"), []),
        (GapsAsked(q="\\"), []),
        (GapsAsked(room="parse", q="verb"), []),
    ],
)
def test_gaps_are_asked_for(ferries: sqlite3.Connection, asked: GapsAsked, reasons: list[str]) -> None:
    found = list_gaps(ferries, asked, Page())
    assert [each.reason for each in found.items] == reasons
    assert found.total == len(reasons)


def test_gaps_are_counted_by_where_they_arose(ferries: sqlite3.Connection) -> None:
    assert count_gaps(ferries) == {"extract": 1, "parse": 1, "read": 1}
