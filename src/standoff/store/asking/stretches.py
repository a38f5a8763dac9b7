"""Stretches of time: how much begins on each day, and where most of it stands."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Literal, get_args

import msgspec

from standoff.core.vocabulary import Factuality
from standoff.core.when import When
from standoff.store.asking.conditions import Condition
from standoff.store.intervals import OPEN_END

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
FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()


class DayCount(msgspec.Struct, frozen=True, kw_only=True):
    """So many happenings of one factuality that begin on one day."""

    day: date
    factuality: Factuality
    happenings: int


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """How much begins on each day."""

    counts: tuple[tuple[int, int], ...] = ()
    """Days as numbers (``date.toordinal``), in order, each once, with how many happenings begin on it."""
    undated: int = 0
    """Happenings without a day."""

    @property
    def dated(self) -> int:
        """Happenings that begin on a day."""
        return sum(number for _, number in self.counts)

    @property
    def whole(self) -> When | None:
        """From the first day to the last; ``None`` where there is none."""
        return from_to(self.counts[0][0], self.counts[-1][0]) if self.counts else None

    def within(self, when: When) -> Days:
        """Those that begin in a closed interval."""
        since, until = ends(when)
        first, end = bisect_left(self.counts, (since,)), bisect_left(self.counts, (until,))
        return Days(counts=self.counts[first:end], undated=self.undated)


def days_told(connection: sqlite3.Connection, condition: Condition) -> Days:
    """How many happenings begin on each day; ``condition`` is a ``WHERE`` over ``happenings``.

    An open beginning counts for no day, but not as undated either.
    """
    rows = _counted(connection) if not condition.sql else []
    if not rows:
        # The sign keeps SQLite from going through all days in order: what is asked for is found first, then sorted.
        rows = connection.execute(
            f"SELECT +when_since, count(*) FROM happenings{condition.sql} GROUP BY 1",  # noqa: S608 - SQL of ours
            condition.values,
        ).fetchall()
    counts = [(date.fromisoformat(day).toordinal(), number) for day, number in rows if day not in (None, OPEN_END)]
    return Days(counts=tuple(sorted(counts)), undated=sum(number for day, number in rows if day is None))


def _counted(connection: sqlite3.Connection) -> list[tuple[str | None, int]]:
    """The days of all happenings, as a build has counted them; nothing where it has not."""
    query = "SELECT value, records FROM tallies WHERE kind = 'happening' AND field = ?"
    rows = connection.execute(query, ("when_since",)).fetchall()
    if not rows:
        return []
    ((total,),) = connection.execute(query.replace("value, ", ""), ("",)).fetchall()
    return [*rows, (None, total - sum(number for _, number in rows))]


def course_told(connection: sqlite3.Connection) -> tuple[DayCount, ...]:
    """How many happenings begin on each day, by factuality, in order of day; those without one are left out."""
    kinds = ", ".join(f"'{kind}'" for kind in get_args(Factuality))
    rows = connection.execute(
        f"""SELECT when_since, factuality, count(*) FROM happenings
        WHERE factuality IN ({kinds}) AND (when_since IS NULL) = 0 AND when_since <> '{OPEN_END}'
        GROUP BY factuality, when_since"""  # noqa: S608 - words of ours
    ).fetchall()
    return tuple(
        DayCount(day=date.fromisoformat(day), factuality=factuality, happenings=number)
        for day, factuality, number in sorted(rows)
    )


def busiest(days: Days, most: int | None = None) -> When | None:
    """The days where most happenings stand: all of them, or a shorter stretch where some stand far off.

    The shortest interval with a share of what is seen is the "shorth" of robust statistics (Andrews et al. 1972).
    ``most``: the days with the most in them, of so many at most. ``None`` where nothing has a day.
    """
    if not days.counts:
        return None
    if most is not None:
        return _fullest(days.counts, most)
    first, last = days.counts[0][0], days.counts[-1][0]
    for share in SHARES:
        low, high = _shortest(days.counts, share)
        if last - first <= WORTH_CUTTING * max(high - low, SHORTEST):
            break
        first, last = low, high
    return widened(from_to(first, last), SHORTEST)


def _shortest(counts: Sequence[tuple[int, int]], share: float) -> tuple[int, int]:
    """The shortest run of days that holds a share of all; the earliest of several."""
    wanted = share * sum(number for _, number in counts)
    best, held, start = (counts[0][0], counts[-1][0]), 0, 0
    for day, number in counts:
        held += number
        while held - counts[start][1] >= wanted:
            held -= counts[start][1]
            start += 1
        if held >= wanted and day - counts[start][0] < best[1] - best[0]:
            best = (counts[start][0], day)
    return best


def _fullest(counts: Sequence[tuple[int, int]], most: int) -> When:
    """So many days, placed where they hold most; the earliest of several, with what they hold in their middle."""
    best, held, start = (counts[0][0], counts[0][0], 0), 0, 0
    for day, number in counts:
        held += number
        while day - counts[start][0] >= most:
            held -= counts[start][1]
            start += 1
        if held > best[2]:
            best = (counts[start][0], day, held)
    return widened(from_to(best[0], best[1]), most)


def widened(when: When, days: int) -> When:
    """The closed interval, or so many days around its middle where it has fewer."""
    since, until = ends(when)
    missing = days - (until - since)
    return when if missing <= 0 else from_to(since - missing // 2, since - missing // 2 + days - 1)


def zoom_of(when: When) -> Zoom:
    """The nearest zoom that shows all of a closed interval."""
    since, until = ends(when)
    return next((zoom for zoom in reversed(ZOOM_DAYS) if until - since <= ZOOM_DAYS[zoom]), "years")


def zoomed(days: Days, when: When, zoom: Zoom) -> When:
    """The closed interval at another zoom: the fullest part of it, or what stands around it."""
    since, until = ends(when)
    length = ZOOM_DAYS[zoom]
    if length >= until - since:
        return widened(when, length)
    return busiest(days.within(when), length) or widened(from_to(since, since), length)


def moved(when: When, steps: int) -> When:
    """The closed interval, its own length earlier (-1) or later (1); itself where there are no such dates."""
    since, until = ends(when)
    far = steps * (until - since)
    if since + far < FIRST_DAY or until + far > LAST_DAY:
        return when
    return from_to(since + far, until + far - 1)


def ends(when: When) -> tuple[int, int]:
    """A closed interval as numbers of days, half-open."""
    assert when.since is not None, "stretches are closed"
    assert when.until is not None, "stretches are closed"
    return when.since.toordinal(), when.until.toordinal()


def from_to(first: int, last: int) -> When:
    """From one day to another, by their numbers, so far as there are dates."""
    until = min(max(last + 1, FIRST_DAY + 1), LAST_DAY)
    return When(date.fromordinal(max(min(first, until - 1), FIRST_DAY)), date.fromordinal(until))
