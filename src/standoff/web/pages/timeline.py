"""What happened, is planned, might happen or is denied: the timeline, and one happening with its reports."""

from __future__ import annotations

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from standoff.store.asking.happening import whole_happening
from standoff.store.asking.happenings import HappeningsAsked, list_happenings
from standoff.store.asking.listed import Page
from standoff.web.asked import PageNumber, asked_as
from standoff.web.errors import missing
from standoff.web.opened import Opened


@get("/timeline", sync_to_thread=True, dependencies={"asked": asked_as(HappeningsAsked)})
def timeline(
    opened: NamedDependency[Opened], asked: NamedDependency[HappeningsAsked], page: PageNumber = 1
) -> Template:
    """Happenings in order of time, filtered."""
    with opened.reading() as connection:
        found = list_happenings(connection, asked, Page(page))
    return Template("timeline.html", context={"here": "/timeline", "found": found, "asked": asked})


@get("/happenings/{key:str}", sync_to_thread=True)
def happening(opened: NamedDependency[Opened], key: FromPath[str]) -> Template:
    """One happening: its course, its events in every report."""
    with opened.reading() as connection:
        found = whole_happening(connection, key)
    if found is None:
        raise missing("happening")
    return Template("happening.html", context={"here": "/timeline", "found": found})


ROUTES = (timeline, happening)
