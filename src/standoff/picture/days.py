"""Days on an axis: as numbers, in words, and which stretch of them a picture opens on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from standoff.core.when import When

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY = 86_400_000
"""Milliseconds of a day: Vega counts time in them from 1970, in UTC."""
EPOCH = date(1970, 1, 1).toordinal()

SHARES = (0.9, 0.8, 0.7, 0.6)
"""Shares of marks that a picture may open on, where the others stand far off: reports of a crisis of weeks name a
treaty of twenty years ago, and drawn whole the weeks would be one pixel. Always more than half."""
WORTH_CUTTING = 2.0
"""A tenth of the marks is left to panning where that makes the stretch this many times shorter, the next tenth where
that makes it twice as many times shorter, and so on."""
MARGIN = 0.02
"""Of the stretch, kept free on both sides, so that no mark stands on the edge."""


def number_of(day: date) -> int:
    """The first moment of a day, in milliseconds from 1970."""
    return (day.toordinal() - EPOCH) * DAY


def number_at(moment: datetime) -> int:
    """A moment, in milliseconds from 1970; one without a zone is taken as UTC."""
    offset = moment.utcoffset() or timedelta(0)
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return number_of(moment.date()) + (seconds - int(offset.total_seconds())) * 1000


def ends_of(when: When) -> tuple[int | None, int | None]:
    """The first moment of an interval and the first after it; ``None`` where it is open."""
    since = None if when.since is None else number_of(when.since)
    until = None if when.until is None else number_of(when.until)
    return since, until


def middle_of(when: When) -> int | None:
    """Where a point for the interval stands: its middle, or the end that is told."""
    since, until = ends_of(when)
    if since is None or until is None:
        return since if until is None else until
    return (since + until) // 2


def day_in_words(day: date) -> str:
    """As in "7 Dec 2021"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_words(when: When | None) -> str:
    """As in "7 Dec 2021", "7–9 Dec 2021", "Dec 2021", "2021", "from 7 Dec 2021", "until 7 Dec 2021", "no day told"."""
    if when is None or (when.since is None and when.until is None):
        return "no day told"
    if when.until is None:
        assert when.since is not None
        return f"from {day_in_words(when.since)}"
    last = date.fromordinal(max(1, when.until.toordinal() - 1))
    if when.since is None:
        return f"until {day_in_words(last)}"
    return _closed_in_words(when.since, last)


def _closed_in_words(first: date, last: date) -> str:
    if first == last:
        return day_in_words(first)
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole_months and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{day_in_words(first)} – {day_in_words(last)}"
    if whole_months:
        months = sorted({first.month, last.month})
        return "–".join(MONTHS[month - 1] for month in months) + f" {first.year}"
    if first.month == last.month:
        return f"{first.day}–{day_in_words(last)}"
    return f"{first.day} {MONTHS[first.month - 1]} – {day_in_words(last)}"


def stretch_of(ends: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The stretch to open on: all the days, or the shortest that holds most marks where others stand far off.

    The shortest interval with a given share of the points is the "shorth" of robust statistics (Andrews et al.
    1972). Empty: a day, so that an axis can be drawn.
    """
    if not ends:
        return 0, DAY
    points = sorted(((start + end) // 2, start, end) for start, end in ends)
    low, high = min(start for start, _ in ends), max(end for _, end in ends)
    for step, share in enumerate(SHARES, 1):
        inner = _shortest(points, share)
        if high - low > WORTH_CUTTING**step * (inner[1] - inner[0]):
            low, high = inner
    margin = max(int((high - low) * MARGIN), DAY // 4)
    return low - margin, high + margin


def at_least(stretch: tuple[int, int], width: int) -> tuple[int, int]:
    """A stretch, widened on both sides to this width where it is narrower."""
    missing = max(width - (stretch[1] - stretch[0]), 0) // 2
    return stretch[0] - missing, stretch[1] + missing


def _shortest(points: Sequence[tuple[int, int, int]], share: float) -> tuple[int, int]:
    """The shortest stretch between middles that holds the share, widened to the days of what stands at its ends."""
    taken = max(len(points) // 2 + 1, round(len(points) * share))
    starts = range(len(points) - taken + 1)
    first = min(starts, key=lambda at: (points[at + taken - 1][0] - points[at][0], at))
    core = points[first : first + taken]
    reach = max(core[-1][0] - core[0][0], 7 * DAY)
    narrow = [point for point in core if point[2] - point[1] <= reach] or core
    return min(point[1] for point in narrow), max(point[2] for point in narrow)
