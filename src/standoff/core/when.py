"""Intervals of days. An interval's width is its precision (the idea is FollowTheMoney's)."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

ISO_PREFIX = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class When(msgspec.Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """Days ``[since, until)``; an end that is ``None`` is open. ``When.parse("2022-02")`` is all of February."""

    since: date | None
    until: date | None

    def __post_init__(self) -> None:
        """Refuse an interval that ends before it begins."""
        if self.since is not None and self.until is not None and self.since >= self.until:
            raise ValueError(f"an interval is half-open and not empty, not [{self.since}, {self.until})")

    @classmethod
    def day(cls, day: date) -> When:
        """The one day."""
        return cls(day, day + timedelta(days=1))

    @classmethod
    def parse(cls, text: str) -> When:
        """Read an ISO 8601 date or a prefix of one: a year, a month or a day. Raises ``ValueError``."""
        found = ISO_PREFIX.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"{text!r} is not an ISO year, month or day")
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None, "the pattern always has a year"
        if month is None:
            return cls(date(year, 1, 1), date(year + 1, 1, 1))
        if day is None:
            return cls(date(year, month, 1), date(year + month // 12, month % 12 + 1, 1))
        return cls.day(date(year, month, day))
