"""Stretches of time: how much begins on each day, and where most of it stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from standoff.core.vocabulary import Factuality
from standoff.core.when import When
from standoff.store.asking.conditions import Condition

Zoom = Literal["years", "months", "weeks", "days", "hours"]

ZOOM_DAYS: dict[Zoom, int] = {"years": 3653, "months": 366, "weeks": 92, "days": 21, "hours": 3}
"""Days that are seen at once, from ten years to three days: each step is some five times as near as the last."""

SHARES = (0.9, 0.8, 0.7)
"""Shares of what is told that a picture may open on, where the rest stands far off: reports of a crisis of weeks name
a treaty of twenty years ago, and drawn whole the weeks would be one pixel."""
WORTH_CUTTING = 2
"""A share is left out where that makes the stretch this many times shorter."""
SHORTEST = 7
"""Days that a picture shows at least if nobody asks for fewer."""


class DayCount(msgspec.Struct, frozen=True, kw_only=True):
    """So many happenings of one factuality that begin on one day."""

    day: date
    factuality: Factuality
    happenings: int


def day_counts(connection: sqlite3.Connection, condition: Condition) -> tuple[DayCount, ...]:
    """How many happenings begin on each day, by factuality, in order of day; those without a day are left out.

    ``condition`` is a ``WHERE`` over ``happenings``; an open beginning counts for no day.
    """
    dated = "(when_since IS NULL) = 0 AND when_since <> '..'"
    both = f"{condition.sql} AND {dated}" if condition.sql else f" WHERE {dated}"
    rows = connection.execute(
        f"""SELECT when_since, factuality, count(*) FROM happenings{both}
        GROUP BY factuality, (when_since IS NULL), when_since""",  # noqa: S608 - the condition's SQL is ours
        condition.values,
    ).fetchall()
    return tuple(
        DayCount(day=date.fromisoformat(day), factuality=factuality, happenings=number)
        for day, factuality, number in sorted(rows)
    )


def busiest(counts: Sequence[DayCount], most: int | None = None) -> When | None:
    """The days where most happenings stand: all of them, or a shorter stretch where some stand far off.

    The shortest interval with a share of what is seen is the "shorth" of robust statistics (Andrews et al. 1972).
    ``most``: the days with the most in them, of so many at most. ``None`` where nothing has a day.
    """
    days = _per_day(counts)
    if not days:
        return None
    if most is not None:
        return _fullest(days, most)
    first, last = days[0][0], days[-1][0]
    for share in SHARES:
        low, high = _shortest(days, share)
        if (last - first).days <= WORTH_CUTTING * max((high - low).days, SHORTEST):
            break
        first, last = low, high
    return widened(_days(first, last), SHORTEST)


def widened(when: When, days: int) -> When:
    """The interval, or so many days around its middle where it has fewer."""
    assert when.since is not None, "stretches are closed"
    assert when.until is not None, "stretches are closed"
    missing = days - (when.until - when.since).days
    if missing <= 0:
        return when
    since = shifted(when.since, -(missing // 2))
    return When(since, shifted(since, days))


def within(counts: Sequence[DayCount], when: When) -> tuple[DayCount, ...]:
    """Those that begin in the interval."""
    return tuple(
        each
        for each in counts
        if (when.since is None or each.day >= when.since) and (when.until is None or each.day < when.until)
    )


def _per_day(counts: Sequence[DayCount]) -> list[tuple[date, int]]:
    found: dict[date, int] = {}
    for each in sorted(counts, key=lambda each: each.day):
        found[each.day] = found.get(each.day, 0) + each.happenings
    return list(found.items())


def _shortest(days: Sequence[tuple[date, int]], share: float) -> tuple[date, date]:
    """The shortest run of days that holds a share of all; the earliest of several."""
    wanted = share * sum(number for _, number in days)
    best, held, start = (days[0][0], days[-1][0]), 0, 0
    for day, number in days:
        held += number
        while held - days[start][1] >= wanted:
            held -= days[start][1]
            start += 1
        if held >= wanted and day - days[start][0] < best[1] - best[0]:
            best = (days[start][0], day)
    return best


def _fullest(days: Sequence[tuple[date, int]], most: int) -> When:
    """So many days, placed where they hold most; the earliest of several, with what they hold in their middle."""
    best, held, start = (days[0][0], days[0][0], 0), 0, 0
    for day, number in days:
        held += number
        while (day - days[start][0]).days >= most:
            held -= days[start][1]
            start += 1
        if held > best[2]:
            best = (days[start][0], day, held)
    return widened(_days(best[0], best[1]), most)


def _days(first: date, last: date) -> When:
    """From one day to another; the last one that there is ends nowhere, and loses its place to the one before."""
    until = shifted(last, 1)
    return When(min(first, shifted(until, -1)), until)


def zoom_of(when: When) -> Zoom:
    """The nearest zoom that shows all of an interval."""
    if when.since is None or when.until is None:
        return "years"
    length = (when.until - when.since).days
    return next((zoom for zoom in reversed(ZOOM_DAYS) if length <= ZOOM_DAYS[zoom]), "years")


def zoomed(counts: Sequence[DayCount], when: When, zoom: Zoom) -> When:
    """The interval at another zoom: the fullest part of it, or what stands around it."""
    assert when.since is not None, "stretches are closed"
    assert when.until is not None, "stretches are closed"
    length = ZOOM_DAYS[zoom]
    if length >= (when.until - when.since).days:
        return widened(when, length)
    return busiest(within(counts, when), length) or widened(When.day(when.since), length)


def moved(when: When, steps: int) -> When:
    """The interval, its own length earlier (-1) or later (1), so far as there are dates."""
    assert when.since is not None, "stretches are closed"
    assert when.until is not None, "stretches are closed"
    days = (when.until - when.since).days * steps
    since, until = shifted(when.since, days), shifted(when.until, days)
    return When(since, until) if since < until else when


def shifted(day: date, days: int) -> date:
    """So many days later, or as far as there are dates."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))

