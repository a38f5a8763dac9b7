"""Two sides' accounts of one meeting: all pairs, and one point by point."""

from __future__ import annotations

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from standoff.store.asking.discrepancies import discrepancies_about
from standoff.store.asking.listed import Page
from standoff.store.asking.readouts import ReadoutsAsked, list_readouts, whole_readouts
from standoff.web.asked import Opened, PageNumber, asked_as
from standoff.web.errors import missing
from standoff.web.pages.ledger import called


@get("/readouts", sync_to_thread=True, dependencies={"asked": asked_as(ReadoutsAsked)})
def readouts(opened: Opened, asked: NamedDependency[ReadoutsAsked], page: PageNumber = 1) -> Template:
    """Pairs of readouts, by the day of the meeting."""
    with opened.reading() as connection:
        found = list_readouts(connection, asked, Page(page))
        named = called(connection, asked.actor)
    return Template("readouts.html", context={"here": "/readouts", "found": found, "asked": asked, "named": named})


@get("/readouts/{key:str}", sync_to_thread=True)
def one_meeting(opened: Opened, key: FromPath[str]) -> Template:
    """One pair: what both tell, on what they oppose each other, what only one tells."""
    with opened.reading() as connection:
        found = whole_readouts(connection, key)
        if found is None:
            raise missing("pair of readouts")
        differing = discrepancies_about(connection, [key, found.happening.id])
    return Template("one_meeting.html", context={"here": "/readouts", "found": found, "differing": differing})


ROUTES = (readouts, one_meeting)
