"""Actors: who they are, under all the names that reports give them, and how often they are met with."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

import msgspec

from standoff.core.vocabulary import MentionType
from standoff.store.asking.actor_roles import MetonymTold, RoleHeld, roles_of, stands_for, stood_for_by
from standoff.store.asking.called import Calling, JoinTold, callings_of, joins_of
from standoff.store.asking.conditions import Condition, among, equal, where
from standoff.store.asking.dealt import Dealing, dealings_of
from standoff.store.asking.listed import Listed, Page, in_chunks, listed, marks
from standoff.store.asking.parties import party

Order = Literal["deeds", "reports", "mentions", "name"]

ORDERS: Mapping[Order, str] = {
    "deeds": "actor_tallies.named DESC, deeds DESC, mentions DESC, actor",
    "reports": "documents DESC, mentions DESC, actor",
    "mentions": "mentions DESC, documents DESC, actor",
    "name": "actors.named DESC, actors.name COLLATE NOCASE, actors.id",
}
assert set(ORDERS) == set(get_args(Order))


class ActorsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which actors are asked for: all of what is given must hold."""

    q: str | None = None
    """Words of one's names, the mangled ones included, or its id."""
    type: MentionType | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2, of a state that has one."""
    named: bool | None = None
    """Whether a text gives a name; no: a source such as "a senior official"."""
    order: Order = "deeds"
    """"deeds": those with a name first, by how much they say, do and are bound to."""


class ListedActor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as lists show it."""

    id: str
    name: str
    type: MentionType
    named: bool
    country: str | None
    names: int
    """Under how many names, titles included, reports tell of it."""
    documents: int
    """That mention it."""
    mentions: int
    utterances: int
    """That it is the speaker of."""
    happenings: int
    obligations: int
    """As the one who is bound, or to whom it is owed."""


class WholeActor(ListedActor, frozen=True, kw_only=True):
    """An actor with all that is told of who it is; what it says and does is asked for by its id."""

    called: tuple[Calling, ...]
    """The names and descriptions used most."""
    callings: int
    """How many there are."""
    joins: tuple[JoinTold, ...]
    """Why its names are one, the most doubtful first."""
    roles: tuple[RoleHeld, ...]
    stands_for: tuple[MetonymTold, ...]
    stood_for_by: tuple[MetonymTold, ...]
    dealings: tuple[Dealing, ...]
    """With whom it deals most."""


COLUMNS = """actors.id, actors.name, actors.type, actors.named, actors.country,
    (SELECT count(*) FROM actor_names WHERE actor_names.actor = actors.id),
    documents, mentions, utterances, happenings, obligations"""
SOURCE = "actor_tallies CROSS JOIN actors ON actors.id = actor_tallies.actor"
BY_NAME = "actors CROSS JOIN actor_tallies ON actor_tallies.actor = actors.id"
"""CROSS JOIN: the first table in the order of one of its indexes, so that a page is read and no more."""


def list_actors(connection: sqlite3.Connection, asked: ActorsAsked, page: Page) -> Listed[ListedActor]:
    """Actors, a page of them."""
    condition = _condition(asked)
    (total,) = connection.execute(f"SELECT count(*) FROM actor_tallies{condition.sql}", condition.values).fetchone()  # noqa: S608
    source = BY_NAME if asked.order == "name" else "actor_tallies"
    query = f"SELECT actor FROM {source}{condition.sql} ORDER BY {ORDERS[asked.order]} LIMIT ? OFFSET ?"  # noqa: S608
    ids = [key for (key,) in connection.execute(query, (*condition.values, page.size, page.offset))]
    found = actors_of(connection, ids)
    return listed([found[key] for key in ids], total, page)


def actors_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ListedActor]:
    """Actors by their ids."""
    query = f"SELECT {COLUMNS} FROM {SOURCE} WHERE actor_tallies.actor IN ({{}})"  # noqa: S608
    rows = in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), sorted(set(ids)))
    return {row[0]: _listed(row) for row in rows}


def whole_actor(connection: sqlite3.Connection, key: str) -> WholeActor | None:
    """One actor with all that is told of it; ``None`` where there is none of this id."""
    known = actors_of(connection, [key]).get(key)
    if known is None:
        return None
    called, callings = callings_of(connection, key, known.name)
    return WholeActor(
        **{name: getattr(known, name) for name in ListedActor.__struct_fields__},
        called=called,
        callings=callings,
        joins=joins_of(connection, key),
        roles=roles_of(connection, key),
        stands_for=stands_for(connection, key),
        stood_for_by=stood_for_by(connection, key),
        dealings=dealings_of(connection, key),
    )


def _condition(asked: ActorsAsked) -> Condition:
    named = party(asked.q)
    country = None if asked.country is None else asked.country.upper()
    return where(
        [
            None if named is None else Condition(f"actor {named.sql}", named.values),
            equal("actor_tallies.type", asked.type),
            among(equal("country", country), "actor IN (SELECT id FROM actors WHERE {})"),
            None if asked.named is None else Condition("actor_tallies.named = ?", (int(asked.named),)),
        ]
    )


def _listed(row: Sequence[object]) -> ListedActor:
    return msgspec.convert(
        dict(zip(ListedActor.__struct_fields__, row, strict=True)) | {"named": bool(row[3])}, ListedActor
    )
