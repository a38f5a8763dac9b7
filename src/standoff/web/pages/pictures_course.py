"""The picture of the course of the crisis: a strip with the days that matter."""

from __future__ import annotations

import sqlite3

import msgspec

from standoff.picture.course import course
from standoff.picture.drawn import Picture
from standoff.picture.records import DayThatMatters, Tally
from standoff.store.asking.days import DaysAsked, ListedDay, list_days
from standoff.store.asking.listed import Page
from standoff.store.asking.stretches import course_told

MOST_DAYS = 40
"""Days that matter, those most is told of: the strip has no room for the names of more."""


class CourseAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The whole course; nothing to choose."""


def course_picture(connection: sqlite3.Connection, _asked: CourseAsked) -> Picture:
    """How much begins on each day, and which days matter."""
    tallies = [
        Tally(day=each.day, factuality=each.factuality, count=each.happenings) for each in course_told(connection)
    ]
    days = list_days(connection, DaysAsked(order="told"), Page(1, MOST_DAYS)).items
    return course(tallies, [_matters(each) for each in days])


def _matters(each: ListedDay) -> DayThatMatters:
    label = each.sentences[0].words if each.sentences else ""
    return DayThatMatters(
        day=each.day, label=label, accounts=each.independent.upper, href=f"/days#d-{each.day.isoformat()}"
    )
