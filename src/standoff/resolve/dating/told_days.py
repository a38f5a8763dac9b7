"""Which days a document tells of: those that its times settle, and those it only names: a weekday, a month's day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from standoff.core.reckoning import month_day, weekday
from standoff.core.records import Study, TimeExpression
from standoff.core.span import Span

DAY = timedelta(days=1)
NEAR = 500
"""Characters beside shared words within which a day is told of what they tell: about a paragraph of news."""
HEAD = 1_000
"""Characters at the top within which a dateline stands."""
PLACE = 60
"""Characters of a dateline before its date: "RIO DE JANEIRO, Brazil, Wednesday, " has 35."""
PAST = frozenset(("past", "nearest"))


class Told(NamedTuple):
    """A day that the text tells, and where."""

    start: int
    day: date


class Named(NamedTuple):
    """A day that the text names without saying which it is."""

    start: int
    id: str
    """Of the time expression."""
    weekday: int | None
    month_day: tuple[int, int] | None
    past: bool
    """It is told as past, and as of late: "on Tuesday", not "last Tuesday"."""

    def fits(self, day: date) -> bool:
        """Whether it can be this day."""
        if self.weekday is not None:
            return self.weekday == day.isoweekday()
        return self.month_day == (day.month, day.day)


AnyDay = TypeVar("AnyDay", Told, Named)


def days_told(study: Study, first: date, last: date) -> tuple[Told, ...]:
    """The days told that are news in a document of these days: theirs and the one before, in order of place."""
    found = ((time.at.start, _single_day(time)) for time in study.times)
    return tuple(Told(start, day) for start, day in found if day is not None and first - DAY <= day <= last)


def _single_day(time: TimeExpression) -> date | None:
    when = time.when
    if when is None or when.since is None or when.until is None or when.until - when.since != DAY:
        return None
    return when.since


def named_days(study: Study) -> tuple[Named, ...]:
    """The days named that wait for the document's date, in order of place."""
    return tuple(named for time in study.times if time.when is None and (named := _named(time)) is not None)


def _named(time: TimeExpression) -> Named | None:
    how = time.reckoning
    if how is None or how.way is None or how.grain != "day":
        return None
    past = how.way in PAST and how.mod != "AFTER"
    return Named(time.at.start, time.id, weekday(time.value), month_day(time.value), past)


def near(days: Sequence[AnyDay], place: Span) -> Sequence[AnyDay]:
    """The days told at a place or beside it; ``days`` in order of place."""
    begin = bisect_left(days, place.start - NEAR, key=lambda each: each.start)
    return days[begin : bisect_right(days, place.end + NEAR, key=lambda each: each.start)]


def story_day(study: Study) -> date | None:
    """The one day told in full that the document's other times count from, where they do."""
    places = {time.reckoned_from for time in study.times if time.reckoning is not None and time.basis == "reference"}
    days = {_single_day(time) for time in study.times if time.at in places}
    return days.pop() if len(days) == 1 else None


def is_dateline(text: str, start: int) -> bool:
    """Whether the date at ``start`` follows the place at the head of a paragraph: "PORT HALDEN, Oct 3"."""
    if start >= HEAD:
        return False
    place = text[text.rfind("\n", 0, start) + 1 : start].replace(",", " ").split()
    capitals = bool(place) and place[0].isupper() and len(place[0]) > 1
    return capitals and sum(map(len, place)) <= PLACE and all(word[0].isupper() for word in place)
