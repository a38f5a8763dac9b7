"""Actors as rows: names, mentions, roles, why the names are one, and whom an actor stands for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from standoff.core.findings import Actor, Join, Role
from standoff.core.span import Span
from standoff.core.vocabulary import MentionType, Tense
from standoff.store.metonyms import read_metonyms, write_metonyms
from standoff.store.reasons import ReasonedRow, reason, why_of
from standoff.store.table import Links, Row, Table, grouped


class ActorRow(Row, frozen=True):
    """An actor without its parts."""

    id: str
    position: int
    name: str
    type: MentionType
    named: int
    country: str | None


class ActorRoleRow(Row, frozen=True):
    """A title or office of an actor."""

    actor: str
    position: int
    text: str
    document: str
    start: int
    end: int
    tense: Tense


class JoinRow(ReasonedRow, frozen=True):
    """Why two names are one actor."""

    actor: str
    position: int
    left: str
    right: str


ACTORS = Table("actors", ActorRow, "position")
ACTOR_NAMES = Links("actor_names", "actor", "name")
ACTOR_MENTIONS = Links("actor_mentions", "actor", "mention")
ACTOR_ROLES = Table("actor_roles", ActorRoleRow, "actor, position")
JOINS = Table("joins", JoinRow, "actor, position")


def write_actors(connection: sqlite3.Connection, actors: Sequence[Actor]) -> None:
    """Add every actor."""
    ACTORS.insert(connection, (_actor_row(n, actor) for n, actor in enumerate(actors)))
    ACTOR_NAMES.insert(connection, ((actor.id, actor.names) for actor in actors))
    ACTOR_MENTIONS.insert(connection, ((actor.id, actor.mentions) for actor in actors))
    ACTOR_ROLES.insert(connection, (row for actor in actors for row in _role_rows(actor)))
    joins = (_join_row(actor.id, n, join) for actor in actors for n, join in enumerate(actor.joins))
    JOINS.insert(connection, joins)
    write_metonyms(connection, actors)


def read_actors(connection: sqlite3.Connection) -> tuple[Actor, ...]:
    """Every actor, as written."""
    names, mentions = ACTOR_NAMES.select(connection), ACTOR_MENTIONS.select(connection)
    roles = grouped(ACTOR_ROLES.select(connection), lambda row: row.actor)
    joins = grouped(JOINS.select(connection), lambda row: row.actor)
    metonyms = read_metonyms(connection)
    return tuple(
        Actor(
            id=row.id,
            name=row.name,
            type=row.type,
            names=names[row.id],
            mentions=mentions[row.id],
            roles=tuple(role_of(part) for part in roles.get(row.id, ())),
            joins=tuple(_join(part) for part in joins.get(row.id, ())),
            named=bool(row.named),
            stands_for=metonyms.get(row.id, ()),
            country=row.country,
        )
        for row in ACTORS.select(connection)
    )


def _actor_row(position: int, actor: Actor) -> ActorRow:
    return ActorRow(
        id=actor.id,
        position=position,
        name=actor.name,
        type=actor.type,
        named=int(actor.named),
        country=actor.country,
    )


def _role_rows(actor: Actor) -> Iterable[ActorRoleRow]:
    for position, role in enumerate(actor.roles):
        at = role.at
        yield ActorRoleRow(
            actor=actor.id,
            position=position,
            text=role.text,
            document=at.doc,
            start=at.start,
            end=at.end,
            tense=role.tense,
        )


def role_of(row: ActorRoleRow) -> Role:
    """The role that a row holds."""
    return Role(text=row.text, at=Span(row.document, row.start, row.end), tense=row.tense)


def _join_row(actor: str, position: int, join: Join) -> JoinRow:
    return JoinRow(actor=actor, position=position, left=join.left, right=join.right, **reason(join.why))


def _join(row: JoinRow) -> Join:
    return Join(left=row.left, right=row.right, why=why_of(row))
