"""What each sentence tells of a day: which days it names, and how much happened in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from standoff.core.reckoning import days_of
from standoff.core.records import Document, Study, TimeExpression
from standoff.core.span import Span
from standoff.resolve.timeline.sentences import sentences_of

DAY = timedelta(days=1)
LEAD = 2
"""Sentences at the top that are about the day of the report where they name none: the headline and the lead."""
MOST = 2
"""Events, and numbers of people, that count in one sentence: more are lists."""


class Telling(NamedTuple):
    """A sentence that tells of days."""

    at: Span
    days: tuple[date, ...]
    """Those it names, none later than the report, sorted."""
    weight: float
    """How much it tells: one, and one for each event that occurred and each number of people."""
    published: date | None
    """The last day the report may be of."""
    leads: bool
    """It stands at the top and names no day: it tells of the report's own day or the one before."""


def tellings(document: Document, study: Study) -> Iterator[Telling]:
    """The sentences of a document that name a single day, and its first ones; in order of place."""
    places = list(sentences_of(document))
    starts = [start for start, _ in places]
    span = days_of(document.published)
    published = None if span is None else span[1]
    named = _days(study.times, starts, published)
    happened = _counted((event.at for event in study.events if event.factuality == "occurred"), starts)
    people = _counted((figure.at for figure in study.figures if figure.unit == "person"), starts)
    for number, (start, end) in enumerate(places):
        days = tuple(sorted(named.get(number, ())))
        leads = number < LEAD and published is not None and not days
        if days or leads:
            weight = 1.0 + min(MOST, happened[number]) + min(MOST, people[number])
            yield Telling(document.span(start, end), days, weight, published, leads)


def _days(times: Iterable[TimeExpression], starts: list[int], published: date | None) -> dict[int, set[date]]:
    """The single days that each sentence names, those after the report left out."""
    found: defaultdict[int, set[date]] = defaultdict(set)
    for time in times:
        day = single_day(time)
        if day is not None and (published is None or day <= published):
            found[bisect_right(starts, time.at.start) - 1].add(day)
    return found


def single_day(time: TimeExpression) -> date | None:
    """The one day that a time takes up; ``None`` where it is none or several."""
    when = time.when
    if when is None or when.since is None or when.until is None or when.until - when.since != DAY:
        return None
    return when.since


def _counted(places: Iterable[Span], starts: list[int]) -> Counter[int]:
    return Counter(bisect_right(starts, place.start) - 1 for place in places)
