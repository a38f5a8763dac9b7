"""Settles what an expression points at: from its own words, the document's date, or another time of the text.

A document's date may be wider than a day. What is reckoned from it is reckoned from its first day and from its last:
where the two agree, that is it; where they do not, the interval spans both and the value says only what is common.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.core.span import Span
from standoff.core.vocabulary import WhenBasis
from standoff.core.when import When
from standoff.extract.times.aims import Aim, Direction
from standoff.core.periods import Period

DOCUMENT_DATE = "the document's date"
WHICH_TIME = "the time in the text that it is counted from"
CALENDAR = "a year that the calendar has"
REACH = 6
"""Sentences back within which another time of the text may settle one; narrative returns to its day that often."""
NARROW = {"year": 3, "half": 2, "decade": 36, "century": 300, "season": 1, "quarter": 1}
"""Months that "early" and "late" take of a grain: about a quarter of it."""
NARROW_DAYS = {"month": 7, "week": 2, "weekend": 1}
END_OF_WEEK = 3
FIRST_PARTS = ("START", "END", "MID")


@dataclass(frozen=True)
class Anchor:
    """What is counted from: a first and a last day, and where in the text it stands, if it does."""

    first: date
    last: date
    at: Span | None = None


@dataclass(frozen=True)
class Settled:
    """A value with its interval and what it rests on."""

    value: str
    when: When | None
    basis: WhenBasis | None = None
    reckoned_from: Span | None = None
    needs: str | None = None
    period: Period | None = None


def settle(
    aim: Aim, document: Anchor | None, reference: Anchor | None, direction: Callable[[], Direction | None]
) -> Settled:
    """The aim with all that is known; where nothing settles it, its ``needs`` say what would."""
    if aim.needs is not None and aim.find is None:
        return Settled(aim.unknown + aim.suffix, None, needs=aim.needs)
    if aim.fixed is not None:
        return Settled(_value(aim, aim.fixed), _interval(aim, aim.fixed, None), "explicit", period=aim.fixed)
    anchor = reference or (document if aim.reach is not None else None) if aim.from_text else document
    if anchor is None or aim.find is None:
        needs = aim.needs or (WHICH_TIME if aim.from_text else DOCUMENT_DATE)
        return Settled(aim.unknown + aim.suffix, None, needs=needs)
    return _reckoned(aim, anchor, direction())


def settle_in_year(aim: Aim, year: int, at: Span) -> Settled | None:
    """The aim in the year that the text told before at ``at``; ``None`` where it is no date of a year."""
    period = None if aim.in_year is None else aim.in_year(year)
    if period is None:
        return None
    return Settled(_value(aim, period), _interval(aim, period, None), "reference", at, period=period)


def _reckoned(aim: Aim, anchor: Anchor, direction: Direction | None) -> Settled:
    assert aim.find is not None, "only what is found is reckoned"
    one, other = aim.find(anchor.first, direction), aim.find(anchor.last, direction)
    if one is None or other is None:
        return Settled(aim.unknown + aim.suffix, None, needs=aim.needs or CALENDAR)
    basis: WhenBasis = "published" if anchor.at is None else "reference"
    if one == other:
        when = _interval(aim, one, anchor)
        return Settled(_value(aim, one), when, basis, anchor.at, period=one)
    since, until = min(one.first, other.first), _latest(one, other)
    return Settled(aim.unknown + aim.suffix, When(since, until), basis, anchor.at)


def _latest(one: Period, other: Period) -> date | None:
    ends = one.until, other.until
    return None if ends[0] is None or ends[1] is None else max(ends[0], ends[1])


def _value(aim: Aim, period: Period) -> str:
    if aim.through is not None:
        last = period.first + timedelta(days=aim.through)
        return f"{period.value}/{last.isoformat()}"
    return period.value + aim.suffix


def _interval(aim: Aim, period: Period, anchor: Anchor | None) -> When:
    if aim.through is not None:
        return When(period.first, period.first + timedelta(days=aim.through + 1))
    until = period.until
    if aim.bound is None or until is None or period.grain == "day":
        return period.when
    if aim.bound in ("BEFORE", "AFTER"):
        return _up_to(period, until, aim.bound, anchor)
    return _part(period, until, aim.bound)


def _up_to(period: Period, until: date, bound: str, anchor: Anchor | None) -> When:
    """That "earlier this year" ends with the document's day, "later this year" begins with it."""
    if anchor is None or not period.first <= anchor.last < until:
        return period.when
    if bound == "BEFORE":
        return When(period.first, anchor.last + timedelta(days=1))
    return When(max(period.first, anchor.first), until)


def _part(period: Period, until: date, bound: str) -> When:
    """The first or last quarter of it, about, or what lies between."""
    first, last = _days_in(period, until, bound)
    if bound == "START":
        return When(period.first, first)
    if bound == "END":
        return When(last, until)
    return When(first, last) if first < last else period.when


def _days_in(period: Period, until: date, bound: str) -> tuple[date, date]:
    """Where the first part ends and the last one begins."""
    if period.grain in NARROW:
        months = NARROW[period.grain]
        return _months_later(period.first, months), _months_later(until, -months)
    days = NARROW_DAYS[period.grain]
    back = END_OF_WEEK if period.grain == "week" and bound == "END" else days
    return period.first + timedelta(days=days), until - timedelta(days=back)


def _months_later(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
