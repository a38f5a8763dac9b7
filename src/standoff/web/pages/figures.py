"""Competing numbers: what is counted, and one measure with every claim in the words of every report."""

from __future__ import annotations

import sqlite3
from typing import Any

import msgspec
from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from standoff.picture.claims import claims
from standoff.picture.drawn import Picture
from standoff.picture.records import Claimed
from standoff.store.asking.listed import Page
from standoff.store.asking.measure import MOST_SHOWN, whole_measure
from standoff.store.asking.measures import ORDERS, MeasuresAsked, claims_of, list_measures, measures_of, units
from standoff.store.asking.words import actor_names
from standoff.web.asked import Opened, PageNumber, asked_as, fields_of
from standoff.web.errors import missing
from standoff.web.pages.spreads import spread_of

LISTED = 30
"""Measures on a page: each takes some lines."""
MOST_DRAWN = 60
"""Claims drawn of one measure, each in a row."""
STATUSES = ("actual", "planned", "past")


@get("/figures", sync_to_thread=True, dependencies={"asked": asked_as(MeasuresAsked)})
def figures(opened: Opened, asked: NamedDependency[MeasuresAsked], page: PageNumber = 1) -> Template:
    """What is counted, the most contested first, each with its spread."""
    with opened.reading() as connection:
        found = list_measures(connection, asked, Page(page, LISTED))
        counted_in = units(connection)
        who = actor_names(connection, [] if asked.claimant is None else [asked.claimant])
    context: dict[str, Any] = {
        "here": "/figures",
        "found": found,
        "spreads": {each.id: spread_of(each) for each in found.items},
        "asked": asked,
        "filters": fields_of(asked),
        "units": counted_in,
        "statuses": STATUSES,
        "orders": list(ORDERS),
        "who": who.get(asked.claimant or ""),
    }
    return Template("figures.html", context=context)


@get("/figures/{key:str}", sync_to_thread=True)
def measure(opened: Opened, key: FromPath[str]) -> Template:
    """One measure: its claims over time, and every figure in its words."""
    with opened.reading() as connection:
        found = whole_measure(connection, key)
    if found is None:
        raise missing("measure")
    return Template("measure.html", context={"here": "/figures", "found": found, "spread": spread_of(found)})


class ClaimsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Of which measure the claims are drawn."""

    measure: str


def claims_picture(connection: sqlite3.Connection, asked: ClaimsAsked) -> Picture:
    """Who claims what of one measure, and for which day."""
    found = measures_of(connection, [asked.measure]).get(asked.measure)
    if found is None:
        raise missing("measure")
    told = claims_of(connection, [asked.measure], MOST_SHOWN)[asked.measure]
    claimed = [
        Claimed(
            id=f"{each.position:04}",
            claimant=None if each.claimant is None else each.claimant.name,
            low=each.low,
            high=each.high,
            hedge=each.hedge,
            status=found.status,
            as_of=each.as_of,
            lower=each.independent.lower,
            upper=each.independent.upper,
            href=f"#c-{each.position}",
        )
        for each in told
    ]
    return claims(claimed, unit=found.unit, most=MOST_DRAWN)


ROUTES = (figures, measure)
