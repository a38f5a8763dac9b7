"""Intervals as two columns."""

from __future__ import annotations

from datetime import date

from standoff.core.when import When

OPEN_END = ".."
"""An end of an interval that is open, as ISO 8601-2 writes it; NULL says that there is no interval at all."""


def days(when: When | None) -> tuple[str | None, str | None]:
    """An interval's two columns."""
    if when is None:
        return None, None
    return _end(when.since), _end(when.until)


def interval(since: str | None, until: str | None) -> When | None:
    """The interval that these columns hold, if they hold one."""
    if since is None or until is None:
        return None
    return When(_day(since), _day(until))


def _end(day: date | None) -> str:
    return OPEN_END if day is None else day.isoformat()


def _day(text: str) -> date | None:
    return None if text == OPEN_END else date.fromisoformat(text)
