"""The state of the crisis on one screen."""

from __future__ import annotations

from litestar import get
from litestar.di import NamedDependency
from litestar.response import Template

from standoff.web.opened import Opened


@get("/", sync_to_thread=True)
def overview(opened: NamedDependency[Opened]) -> Template:
    """How many reports and independent accounts, the timeline, what is newest and sharpest, what could not be read."""
    with opened.reading():
        return Template("overview.html", context={"here": "/"})


ROUTES = (overview,)
