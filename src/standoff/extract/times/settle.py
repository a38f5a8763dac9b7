"""Settles what an expression points at: from its own words, the document's date, or another time of the text.

A document's date may be wider than a day. What is reckoned from it is reckoned from its first day and from its last:
where the two agree, that is it; where they do not, the interval spans both and the value says only what is common.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.core.bounds import within
from standoff.core.periods import Period
from standoff.core.span import Span
from standoff.core.vocabulary import WhenBasis
from standoff.core.when import When
from standoff.extract.times.aims import Aim, Direction

DOCUMENT_DATE = "the document's date"
WHICH_TIME = "the time in the text that it is counted from"
CALENDAR = "a year that the calendar has"
REACH = 6
"""Sentences back within which another time of the text may settle one; narrative returns to its day that often."""


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
    return within(period, aim.bound, None if anchor is None else (anchor.first, anchor.last))
