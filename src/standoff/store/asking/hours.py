"""The hours of happenings, where a report tells them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from standoff.store.asking.listed import in_chunks, marks

Hours = tuple[datetime, datetime]
"""From and to, in the time of the report's own place; equal where the minute is told."""

HOURS = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})T(?:(?P<hour>\d{2})(?::(?P<minute>\d{2}))?|(?P<part>[A-Z]{2}))")
"""A time of day in TIMEX3 with its day."""

PARTS: Mapping[str, tuple[int, int]] = {"MO": (6, 12), "MI": (11, 14), "AF": (12, 18), "EV": (18, 22), "NI": (18, 24)}
"""Hours that the parts of a day stand for; TIMEX3 gives them none. "Night" after a day's name is its evening, as in
"on Friday night"."""


def hours_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, Hours]:
    """The hours of these happenings, each as its most precise event tells them; those that none tells are left out."""
    query = """SELECT happening, coalesce(settled_times.value, times.value)
        FROM happening_events
        JOIN happenings ON happenings.id = happening
        JOIN events ON events.id = happening_events.event
        JOIN times ON times.id = events.time
        LEFT JOIN settled_times ON settled_times.time = times.id
        WHERE happening IN ({}) AND substr(coalesce(settled_times.value, times.value), 11, 1) = 'T'
            AND substr(coalesce(settled_times.value, times.value), 1, 10) = happenings.when_since
        ORDER BY 1, 2"""
    rows = in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), sorted(set(ids)))
    found: dict[str, Hours] = {}
    for happening, value in rows:
        told = hours(value)
        if told is not None and (happening not in found or _width(told) < _width(found[happening])):
            found[happening] = told
    return found


def hours(value: str) -> Hours | None:
    """``2031-04-08T10:30`` as its minute, ``2031-04-08T10`` as its hour, ``2031-04-08TMO`` as its morning."""
    found = HOURS.fullmatch(value)
    if found is None:
        return None
    if found["part"] is None:
        return _clock(found["day"], int(found["hour"]), found["minute"])
    part = PARTS.get(found["part"])
    if part is None:
        return None
    day = _day(found["day"])
    return None if day is None else (day + timedelta(hours=part[0]), day + timedelta(hours=part[1]))


def _clock(day: str, hour: int, minute: str | None) -> Hours | None:
    start = _day(day)
    if start is None or hour > 24 or int(minute or 0) > 59:
        return None
    start += timedelta(hours=hour, minutes=int(minute or 0))
    return start, start if minute is not None else start + timedelta(hours=1)


def _day(text: str) -> datetime | None:
    """Its first moment; ``None`` where there is no such day, or none after it."""
    try:
        day = datetime.fromisoformat(text)
    except ValueError:
        return None
    return None if day.year == datetime.max.year else day


def _width(told: Hours) -> timedelta:
    return told[1] - told[0]
