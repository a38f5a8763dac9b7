"""The state of the crisis on one screen."""

from __future__ import annotations

from typing import get_args

from litestar import get
from litestar.response import Template

from standoff.core.vocabulary import Severity, Status
from standoff.store.asking.overview import overview as ask
from standoff.web.asked import Opened
from standoff.web.pages.spreads import spread_of


@get("/", sync_to_thread=True)
def overview(opened: Opened) -> Template:
    """How many reports and independent accounts, the timeline, what is newest and sharpest, what could not be read."""
    with opened.reading() as connection:
        found = ask(connection)
    spreads = {each.id: spread_of(each) for each in found.measures}
    context = {
        "here": "/",
        "found": found,
        "spreads": spreads,
        "statuses": get_args(Status),
        "severities": tuple(reversed(get_args(Severity))),
    }
    return Template("overview.html", context=context)


ROUTES = (overview,)
