"""When something was said: bounds by the day a text tells beside the words, and by the day the text came out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from standoff.core.reckoning import days_of
from standoff.core.records import Attribution, Document, TimeExpression
from standoff.core.span import Span

BESIDE = 45
"""Characters between a cue and the time that belongs to it: "said in a statement late on Tuesday"."""
STOPS = frozenset('.!?\n"“”;')
"""Behind these a time belongs to something else."""
PRECISE = timedelta(days=7)
"""A longer time does not tell one statement of a body from the next."""
SLACK = timedelta(days=1)
"""Days on either side: midnight stands between two capitals, and a paper prints the evening's words in the morning."""
FRESH = timedelta(days=3)
"""How long news repeat a statement as new; later it is more often said again. By judgement."""


class Moment(NamedTuple):
    """The first and the last day on which it may have been said; ``None`` where nothing bounds it."""

    first: date | None
    last: date | None
    published: date | None
    """The day the text came out, where it is known to be one or a few."""
    told: bool
    """The text tells the day, or is the speaker's own."""

    def apart(self, other: Moment) -> bool:
        """Whether the two cannot be of one day."""
        return _before(self, other) or _before(other, self)

    def again(self, other: Moment) -> bool:
        """Whether two reports are so far apart that the same words are likely said again."""
        if self.published is None or other.published is None or (self.told and other.told):
            return False
        return abs(self.published - other.published) > FRESH


def _before(one: Moment, other: Moment) -> bool:
    return one.last is not None and other.first is not None and one.last + SLACK < other.first


def moment_of(
    document: Document, cue: Span | None, contents: Sequence[Span], times: Sequence[TimeExpression]
) -> Moment:
    """That of an attribution in a report; ``times`` are the document's in order of place."""
    out = days_of(document.published)
    published, last = (out[0], out[1]) if out is not None else (None, None)
    told = None if cue is None else _told(document.text, cue, contents, times)
    if told is None:
        return Moment(None, last, published, False)
    return Moment(told[0], min(told[1], last) if last is not None and last >= told[0] else told[1], published, True)


def moment_of_original(document: Document) -> Moment:
    """That of the words of the speaker's own text: the day it came out."""
    out = days_of(document.published)
    return Moment(None, None, None, False) if out is None else Moment(out[0], out[1], out[0], True)


def _told(text: str, cue: Span, contents: Sequence[Span], times: Sequence[TimeExpression]) -> tuple[date, date] | None:
    """The days of the nearest time beside a cue, in its clause and outside what is said."""
    first = bisect_left(times, cue.start - BESIDE, key=lambda time: time.at.start)
    near: list[tuple[int, date, date]] = []
    for time in times[first:]:
        if time.at.start > cue.end + BESIDE:
            break
        days = days_of(time.when)
        gap = text[cue.end : time.at.start] if time.at.start >= cue.end else text[time.at.end : cue.start]
        inside = any(piece.overlaps(time.at) for piece in contents)
        if days is None or inside or STOPS.intersection(gap) or len(gap) > BESIDE or days[1] - days[0] > PRECISE:
            continue
        near.append((len(gap), *days))
    return min(near)[1:] if near else None


def moments_of(
    document: Document, attributions: Sequence[Attribution], times: Sequence[TimeExpression]
) -> list[Moment]:
    """Those of the attributions of a report."""
    ordered = sorted(times, key=lambda time: time.at)
    return [moment_of(document, each.cue, each.content, ordered) for each in attributions]
