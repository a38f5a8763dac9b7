"""What could not be read or decided, and why."""

from __future__ import annotations

from litestar import get
from litestar.di import NamedDependency
from litestar.response import Template

from standoff.store.asking.gaps import GapsAsked, count_gaps, list_gaps
from standoff.store.asking.listed import Page
from standoff.web.asked import Opened, PageNumber, asked_as


@get("/gaps", sync_to_thread=True, dependencies={"asked": asked_as(GapsAsked)})
def gaps(opened: Opened, asked: NamedDependency[GapsAsked], page: PageNumber = 1) -> Template:
    """Gaps by file."""
    with opened.reading() as connection:
        found = list_gaps(connection, asked, Page(page, 100))
        counts = count_gaps(connection)
    return Template("gaps.html", context={"here": "", "found": found, "asked": asked, "counts": counts})


ROUTES = (gaps,)
