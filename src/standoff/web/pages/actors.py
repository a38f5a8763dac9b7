"""Who they are: actors under all their names, and one with what it says, does and is bound to."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

import msgspec
from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from standoff.core.vocabulary import ACT_ORDER, MENTION_TYPES
from standoff.picture.drawing import dealings
from standoff.picture.drawn import Picture
from standoff.picture.records import Party, Tie
from standoff.store.asking.actors import ActorsAsked, list_actors, whole_actor
from standoff.store.asking.dealt import dealings_among, happenings_most_told, measures_claimed, parts_played
from standoff.store.asking.discrepancies import DiscrepanciesAsked, list_discrepancies
from standoff.store.asking.happenings import happenings_of
from standoff.store.asking.listed import Page
from standoff.store.asking.measures import measures_of
from standoff.store.asking.obligations import list_obligations
from standoff.store.asking.standing import ObligationsAsked
from standoff.store.asking.statements import StatementsAsked, list_statements
from standoff.web.asked import Opened, PageNumber, asked_as
from standoff.web.errors import missing
from standoff.web.pages.said import around_labels

ORDERS: tuple[tuple[str, str], ...] = (
    ("deeds", "what they say and do"),
    ("reports", "most reports"),
    ("mentions", "most mentions"),
    ("name", "name"),
)
FEW = Page(1, 8)
"""Of what an actor says, does and is bound to: the rest is in the filtered lists, a link away."""


class DealingsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Whose dealings are drawn: those of the actors of most happenings."""


@get("/actors", sync_to_thread=True, dependencies={"asked": asked_as(ActorsAsked)})
def actors(opened: Opened, asked: NamedDependency[ActorsAsked], page: PageNumber = 1) -> Template:
    """Actors, those with a name who say and do most first, filtered."""
    with opened.reading() as connection:
        found = list_actors(connection, asked, Page(page))
    context = {"found": found, "asked": asked, "types": MENTION_TYPES, "orders": ORDERS}
    return Template("actors.html", context={"here": "/actors", **context})


@get("/actors/{key:str}", sync_to_thread=True)
def actor(opened: Opened, key: FromPath[str]) -> Template:
    """One actor: its names and why they are one, its titles, what it said, is bound to, did and suffered."""
    with opened.reading() as connection:
        found = whole_actor(connection, key)
        if found is None:
            raise missing("actor")
        part = parts_of(connection, key)
    return Template("actor.html", context={"here": "/actors", "found": found, **part})


def parts_of(connection: sqlite3.Connection, key: str) -> Mapping[str, Any]:
    """A few of everything that an actor takes part in, with how many there are."""
    done = happenings_most_told(connection, key, FEW.size)
    happenings = happenings_of(connection, done)
    claimed = measures_claimed(connection, key)
    measures = measures_of(connection, claimed[: FEW.size])
    return {
        "said": list_statements(connection, StatementsAsked(speaker=key), FEW),
        "acts": ACT_ORDER,
        "bound": list_obligations(connection, ObligationsAsked(debtor=key), FEW),
        "owed": list_obligations(connection, ObligationsAsked(creditor=key), FEW),
        "happenings": [happenings[each] for each in done],
        "around": around_labels(connection, happenings),
        "played": parts_played(connection, key, done),
        "measures": [measures[each] for each in claimed[: FEW.size]],
        "claimed": len(claimed),
        "naming": list_discrepancies(connection, DiscrepanciesAsked(about=key), Page(1, FEW.size // 2)),
        "differing": list_discrepancies(connection, DiscrepanciesAsked(speaker=key), FEW),
    }


def dealings_picture(connection: sqlite3.Connection, _asked: DealingsAsked) -> Picture:
    """Who deals with whom, among the actors of most happenings."""
    parties, counts = dealings_among(connection)
    ties = [Tie(doer=each.doer, sufferer=each.sufferer, type=each.type, count=each.happenings) for each in counts]
    return dealings(ties, [Party(id=each.id, name=each.name, href=f"/actors/{each.id}") for each in parties])


ROUTES = (actors, actor)
