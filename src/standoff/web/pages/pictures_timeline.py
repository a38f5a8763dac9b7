"""The picture of the timeline, and which days it shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from urllib.parse import quote

import msgspec

from standoff.core.when import When
from standoff.picture.drawn import Picture
from standoff.picture.records import Mark
from standoff.picture.timeline import OTHERS, timeline
from standoff.store.asking.happenings import HappeningsAsked, ListedHappening, happenings_seen, happenings_where
from standoff.store.asking.hours import Hours, hours_of
from standoff.store.asking.stretches import ZOOM_DAYS, Days, Zoom, busiest, days_told, ends, from_to

LANES = 8
"""Lanes of their own, for those who take part most often; more would be a page to scroll through."""
MOST_MARKS = 600
"""Happenings drawn, those in most accounts first: what a browser moves without a stutter."""
DAYS_WITH_HOURS = 8
"""Hours are drawn where no more days are seen: in more, an hour is less than a pixel."""


class TimelineAsked(HappeningsAsked, frozen=True, kw_only=True):
    """Which happenings a timeline shows, and how near."""

    zoom: Zoom | None = None
    """How many days are seen where they are not given: those with the most in them."""
    all: bool = False
    """Everything, however far off; else the days in which most stands."""


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """The days that a timeline shows, and what is told of others."""

    when: When | None
    """``None``: nothing has a day, or only what has none is asked for."""
    days: Days
    """Seen or not."""

    @property
    def inside(self) -> int:
        """Happenings that begin in the days shown."""
        return 0 if self.when is None else self.days.within(self.when).dated


def seen(connection: sqlite3.Connection, asked: TimelineAsked) -> Seen:
    """The days to show: those asked for, or those where most happenings stand, whenever they were told."""
    anywhere = msgspec.structs.replace(asked, since=None, until=None, undated=False, as_of=None)
    days = days_told(connection, happenings_where(anywhere))
    return Seen(when=None if asked.undated else _window(asked, days), days=days)


def _window(asked: TimelineAsked, days: Days) -> When | None:
    if asked.since is None and asked.until is None and not asked.all:
        return busiest(days, None if asked.zoom is None else ZOOM_DAYS[asked.zoom])
    first = asked.since.toordinal() if asked.since else days.counts[0][0] if days.counts else None
    last = asked.until.toordinal() - 1 if asked.until else days.counts[-1][0] if days.counts else None
    if first is None or last is None:
        return None if first is last is None else from_to(first or last or 1, first or last or 1)
    return from_to(first, max(first, last))


def timeline_picture(connection: sqlite3.Connection, asked: TimelineAsked) -> Picture:
    """Happenings in the lanes of those who take part most often."""
    known = seen(connection, asked)
    when = known.when
    if when is None:
        return timeline(())
    shown = msgspec.structs.replace(asked, since=when.since, until=when.until)
    found = happenings_seen(connection, shown, MOST_MARKS, known.inside, LANES)
    return timeline(marks_of(found, _hours(connection, found, when)), most=MOST_MARKS, opens_on=when)


def _hours(connection: sqlite3.Connection, found: Sequence[ListedHappening], when: When) -> Mapping[str, Hours]:
    since, until = ends(when)
    return hours_of(connection, [each.id for each in found]) if until - since <= DAYS_WITH_HOURS else {}


def marks_of(found: Sequence[ListedHappening], hours: Mapping[str, Hours]) -> list[Mark]:
    """Happenings as marks, each in the lane of the first of its participants who has one."""
    return [
        Mark(
            id=each.id,
            label=each.label.words,
            type=each.type,
            factuality=each.factuality,
            when=each.when,
            lane=next((actor.name for actor in each.participants), OTHERS),
            lower=each.independent.lower,
            upper=each.independent.upper,
            hours=hours.get(each.id),
            href=f"/happenings/{quote(each.id, safe='')}",
        )
        for each in found
    ]
