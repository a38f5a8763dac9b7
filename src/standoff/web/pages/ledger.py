"""Who is bound to do what, if what, and how it stands: the ledger, and one obligation with its history."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from standoff.core.vocabulary import Status
from standoff.store.asking.discrepancies import discrepancies_about
from standoff.store.asking.listed import Page
from standoff.store.asking.obligations import count_obligations, list_obligations, whole_obligation
from standoff.store.asking.standing import ObligationsAsked
from standoff.store.asking.words import actor_names
from standoff.web.asked import Opened, PageNumber, asked_as
from standoff.web.errors import missing

STATUSES: Mapping[Status, str] = {
    "conditional": "its condition has not come about",
    "detached": "its condition has come about, or it names none",
    "satisfied": "what was owed has been done",
    "violated": "its debtor did what it forbids, or what is against it",
    "expired": "its day has passed and its condition did not come about",
    "cancelled": "who made it took it back",
    "undecidable": "the sides dispute whether it was given",
}
"""What each status means, in the order of the life cycle."""


@get("/ledger", sync_to_thread=True, dependencies={"asked": asked_as(ObligationsAsked)})
def ledger(opened: Opened, asked: NamedDependency[ObligationsAsked], page: PageNumber = 1) -> Template:
    """Obligations, the last moved first, filtered."""
    with opened.reading() as connection:
        found = list_obligations(connection, asked, Page(page))
        counts = count_obligations(connection, asked)
        named = called(connection, asked.debtor, asked.creditor)
    context = {"found": found, "asked": asked, "counts": counts, "statuses": STATUSES, "named": named}
    return Template("ledger.html", context={"here": "/ledger", **context})


@get("/ledger/{key:str}", sync_to_thread=True)
def obligation(opened: Opened, key: FromPath[str]) -> Template:
    """One obligation: how it came to stand so, every wording, where accounts of it differ."""
    with opened.reading() as connection:
        found = whole_obligation(connection, key)
        if found is None:
            raise missing("obligation")
        readings = [each.id for each in found.commitments]
        differing = discrepancies_about(connection, [key], readings)
    context = {"found": found, "differing": differing, "statuses": STATUSES}
    return Template("obligation.html", context={"here": "/ledger", **context})


def called(connection: sqlite3.Connection, *asked: str | None) -> Mapping[str, str]:
    """For a form: what those are called whose ids are asked for."""
    return {key: actor.name for key, actor in actor_names(connection, filter(None, asked)).items()}


ROUTES = (ledger, obligation)
