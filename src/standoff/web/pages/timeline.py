"""What happened, is planned, might happen or is denied: the timeline, and one happening with its reports."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from standoff.core.vocabulary import EVENT_TYPES
from standoff.core.when import When
from standoff.store.asking.happening import whole_happening
from standoff.store.asking.happenings import ORDERS, list_happenings
from standoff.store.asking.listed import Page
from standoff.store.asking.stretches import ZOOM_DAYS, Zoom, moved, zoom_of, zoomed
from standoff.store.asking.words import actor_names
from standoff.web.asked import Opened, PageNumber, asked_as, fields_of
from standoff.web.errors import missing
from standoff.web.pages.pictures_timeline import Seen, TimelineAsked, seen

WINDOW = frozenset({"since", "until", "zoom", "all", "undated"})
"""Fields that say which days are shown: links to other days leave them out."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A link to the timeline at another place or zoom."""

    name: str
    when: When
    is_current: bool = False


@get("/timeline", sync_to_thread=True, dependencies={"asked": asked_as(TimelineAsked)})
def timeline(opened: Opened, asked: NamedDependency[TimelineAsked], page: PageNumber = 1) -> Template:
    """The days where most happenings stand, as a picture and as a list; or other days, nearer or wider."""
    with opened.reading() as connection:
        shown = seen(connection, asked)
        found = list_happenings(connection, _listed(asked, shown), Page(page))
        who = actor_names(connection, [] if asked.actor is None else [asked.actor])
    context: dict[str, Any] = {
        "here": "/timeline",
        "found": found,
        "asked": asked,
        "seen": shown,
        "undated": shown.days.undated,
        "who": who.get(asked.actor or ""),
        "zooms": _zooms(shown),
        "around": _around(shown),
        "filters": {name: value for name, value in fields_of(asked).items() if name not in WINDOW},
        "types": EVENT_TYPES,
        "orders": list(ORDERS),
    }
    return Template("timeline.html", context=context)


def _listed(asked: TimelineAsked, shown: Seen) -> TimelineAsked:
    """What the list holds: what the picture shows, or everything."""
    if asked.all or asked.undated or shown.when is None:
        return asked
    return msgspec.structs.replace(asked, since=shown.when.since, until=shown.when.until)


def _zooms(shown: Seen) -> list[Step]:
    """From years to hours, each at the fullest part of what is seen, or around it."""
    when = shown.when
    if when is None:
        return []
    current = zoom_of(when)
    names: list[Zoom] = list(ZOOM_DAYS)
    return [
        Step(name=name, when=when if name == current else zoomed(shown.days, when, name), is_current=name == current)
        for name in names
    ]


def _around(shown: Seen) -> tuple[Step, Step] | None:
    """The days before and after."""
    if shown.when is None:
        return None
    return Step(name="earlier", when=moved(shown.when, -1)), Step(name="later", when=moved(shown.when, 1))


@get("/happenings/{key:str}", sync_to_thread=True)
def happening(opened: Opened, key: FromPath[str]) -> Template:
    """One happening: its course, its events in every report, and what hangs on it."""
    with opened.reading() as connection:
        found = whole_happening(connection, key)
    if found is None:
        raise missing("happening")
    return Template("happening.html", context={"here": "/timeline", "found": found})


ROUTES = (timeline, happening)
