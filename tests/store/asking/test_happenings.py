"""What happened: which happenings are found, in which order, and what hangs on one."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from typing import Any

import pytest

from standoff.core.when import When
from standoff.store.asking.happening import WholeHappening, whole_happening
from standoff.store.asking.happenings import (
    HappeningsAsked,
    happenings_of,
    happenings_seen,
    happenings_where,
    list_happenings,
)
from standoff.store.asking.hours import Hours, hours, hours_of
from standoff.store.asking.listed import Page
from standoff.store.asking.stretches import course_told, days_told
from tests.store.asking.pass_crisis import (
    COPY,
    DENIED,
    DISAGREED,
    LORRIES,
    OBLIGATION,
    ONE_ORIGIN,
    SELMIA_ID,
    SHUTTING,
    SIGNED,
    SUMMIT,
    VARLAND_ID,
)

NAMES = {SUMMIT.id: "summit", SHUTTING.id: "shutting", DENIED.id: "denied", SIGNED.id: "treaty"}


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["treaty", "summit", "denied", "shutting"]),  # in order of time, the undated last
        ({"order": "newest"}, ["denied", "summit", "treaty", "shutting"]),
        ({"actor": VARLAND_ID}, ["summit", "shutting"]),
        ({"actor": "selmia"}, ["summit"]),  # by words of a name
        ({"actor": "nobody"}, []),
        ({"type": "COERCE"}, ["denied", "shutting"]),
        ({"factuality": "occurred"}, ["treaty", "summit"]),
        ({"since": day("2031-05-01")}, ["summit", "denied"]),
        ({"until": day("2004-02-01")}, ["treaty"]),  # some of its days are before
        ({"since": day("2031-05-06"), "until": day("2031-05-07")}, ["summit"]),
        ({"undated": True}, ["shutting"]),
        ({"as_of": day("2031-05-06")}, ["summit", "shutting"]),
        ({"as_of": day("2031-05-04")}, []),
        ({"account": ONE_ORIGIN.id}, ["summit", "shutting"]),
        ({"document": COPY.id}, ["summit"]),
        ({"q": "brandt"}, ["summit"]),  # a passage of one of the reports that tell it
        ({"q": "treaty"}, ["treaty", "denied"]),
        ({"q": "!?"}, []),
        ({"q": 'road" OR "met'}, []),  # nothing of it is the search's own language
    ],
)
def test_what_is_asked_for_is_found(lorries: sqlite3.Connection, asked: dict[str, Any], expected: list[str]) -> None:
    found = list_happenings(lorries, HappeningsAsked(**asked), Page())
    assert [NAMES[each.id] for each in found.items] == expected
    assert found.total == len(expected)


def test_a_happening_is_told_as_it_was_known(lorries: sqlite3.Connection) -> None:
    before = list_happenings(lorries, HappeningsAsked(as_of=day("2031-05-05")), Page())
    told = [(NAMES[each.id], each.factuality, each.label.words) for each in before.items]
    assert told == [("summit", "scheduled", "will meet")]
    after = happenings_of(lorries, [SUMMIT.id])[SUMMIT.id]
    assert (after.factuality, after.label.words) == ("occurred", "Varland and Selmia met")


@pytest.mark.parametrize("known", [1, 100_000])  # few are sorted, many gone through in order
def test_a_picture_gets_those_in_most_accounts(lorries: sqlite3.Connection, known: int) -> None:
    asked = HappeningsAsked(since=day("2031-01-01"), until=day("2032-01-01"))
    found = happenings_seen(lorries, asked, 1, known, 2)
    assert [(each.id, each.independent.upper) for each in found] == [(SUMMIT.id, 2)]


@pytest.fixture(scope="module")
def summit(lorries: sqlite3.Connection) -> WholeHappening:
    found = whole_happening(lorries, SUMMIT.id)
    assert found is not None
    return found


def test_one_happening_is_told_account_by_account(summit: WholeHappening) -> None:
    told = [(each.reports, [(event.factuality, event.words.words) for event in each.events]) for each in summit.told]
    assert told == [
        (1, [("scheduled", "will meet")]),
        (2, [("occurred", "met"), ("occurred", "met")]),  # two reports with one origin
    ]
    assert summit.events == 3
    assert [actor.name for actor in summit.participants] == ["Varland", "Selmia"]
    assert summit.basis == "reckoned from the day of the report"


def test_its_course_stands_in_sentences(summit: WholeHappening) -> None:
    told = [(each.factuality, each.context.before, each.words.words, each.context.after) for each in summit.course]
    assert told == [
        ("scheduled", "Mr. Brandt of Varland ", "will meet", " Selmia on Tuesday."),
        ("occurred", "Varland and Selmia ", "met", " at 10.30 on Tuesday!"),
    ]


def test_what_hangs_on_it_is_named(lorries: sqlite3.Connection, summit: WholeHappening) -> None:
    assert [(each.obligation, each.status) for each in summit.moved] == [(OBLIGATION.id, "cancelled")]
    assert summit.discrepancies == ()
    assert DISAGREED.about == LORRIES.id
    assert whole_happening(lorries, "none") is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-05-06T10:30", (datetime(2031, 5, 6, 10, 30), datetime(2031, 5, 6, 10, 30))),
        ("2031-05-06T10", (datetime(2031, 5, 6, 10), datetime(2031, 5, 6, 11))),
        ("2031-05-06T24:00", (datetime(2031, 5, 7), datetime(2031, 5, 7))),
        ("2031-05-06TMO", (datetime(2031, 5, 6, 6), datetime(2031, 5, 6, 12))),
        ("2031-05-06TNI", (datetime(2031, 5, 6, 18), datetime(2031, 5, 7))),
        ("2031-05-06TXX", None),
        ("2031-05-06T99:00", None),
        ("2031-02-30T10:00", None),  # there is no such day
        ("9999-12-31TNI", None),  # nor one after it
        ("XXXX-WXX-3TNI", None),
        ("2031-05-06", None),
    ],
)
def test_an_hour_is_as_wide_as_it_is_told(value: str, expected: Hours | None) -> None:
    assert hours(value) == expected


def test_a_happening_has_the_hour_that_a_report_tells(lorries: sqlite3.Connection) -> None:
    assert hours_of(lorries, [SUMMIT.id, DENIED.id]) == {SUMMIT.id: hours("2031-05-06T10:30")}


def test_days_are_counted_with_and_without_a_filter(lorries: sqlite3.Connection) -> None:
    def counted(**asked: Any) -> tuple[dict[str, int], int]:
        found = days_told(lorries, happenings_where(HappeningsAsked(**asked)))
        return {date.fromordinal(each).isoformat(): number for each, number in found.counts}, found.undated

    assert counted() == ({"2004-01-01": 1, "2031-05-06": 1, "2031-05-20": 1}, 1)
    assert counted(actor=VARLAND_ID) == ({"2031-05-06": 1}, 1)
    assert counted(actor=SELMIA_ID) == ({"2031-05-06": 1}, 0)
    told = [(each.day.isoformat(), each.factuality, each.happenings) for each in course_told(lorries)]
    assert told == [("2004-01-01", "occurred", 1), ("2031-05-06", "occurred", 1), ("2031-05-20", "denied", 1)]
    assert days_told(lorries, happenings_where(HappeningsAsked())).whole == When(day("2004-01-01"), day("2031-05-21"))
