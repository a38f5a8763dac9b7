"""Actors as rows: names, mentions, roles, and why the names are one."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from standoff.core.findings import Actor, Join, Role
from standoff.core.records import Why
from standoff.core.span import Span
from standoff.core.vocabulary import MentionType
from standoff.store.table import Row, Table, grouped


class ActorRow(Row, frozen=True):
    """An actor without its parts."""

    id: str
    position: int
    name: str
    type: MentionType
    named: int


class ActorNameRow(Row, frozen=True):
    """A name of an actor."""

    actor: str
    position: int
    name: str


class ActorMentionRow(Row, frozen=True):
    """A mention of an actor."""

    actor: str
    position: int
    mention: str


class ActorRoleRow(Row, frozen=True):
    """A title or office of an actor."""

    actor: str
    position: int
    text: str
    document: str
    start: int
    end: int


class JoinRow(Row, frozen=True):
    """Why two names are one actor."""

    actor: str
    position: int
    left: str
    right: str
    finder: str
    score: float
    detail: str
    runner_up: str | None


ACTORS = Table("actors", ActorRow, "position")
ACTOR_NAMES = Table("actor_names", ActorNameRow, "actor, position")
ACTOR_MENTIONS = Table("actor_mentions", ActorMentionRow, "actor, position")
ACTOR_ROLES = Table("actor_roles", ActorRoleRow, "actor, position")
JOINS = Table("joins", JoinRow, "actor, position")


def write_actors(connection: sqlite3.Connection, actors: Sequence[Actor]) -> None:
    """Add every actor."""
    for position, actor in enumerate(actors):
        key = actor.id
        row = ActorRow(id=key, position=position, name=actor.name, type=actor.type, named=int(actor.named))
        ACTORS.insert(connection, [row])
        ACTOR_NAMES.insert(
            connection, (ActorNameRow(actor=key, position=n, name=name) for n, name in enumerate(actor.names))
        )
        ACTOR_MENTIONS.insert(
            connection,
            (ActorMentionRow(actor=key, position=n, mention=mention) for n, mention in enumerate(actor.mentions)),
        )
        ACTOR_ROLES.insert(connection, (_role_row(key, n, role) for n, role in enumerate(actor.roles)))
        JOINS.insert(connection, (_join_row(key, n, join) for n, join in enumerate(actor.joins)))


def read_actors(connection: sqlite3.Connection) -> tuple[Actor, ...]:
    """Every actor, as written."""
    names = grouped(ACTOR_NAMES.select(connection), lambda row: row.actor)
    mentions = grouped(ACTOR_MENTIONS.select(connection), lambda row: row.actor)
    roles = grouped(ACTOR_ROLES.select(connection), lambda row: row.actor)
    joins = grouped(JOINS.select(connection), lambda row: row.actor)
    return tuple(
        Actor(
            id=row.id,
            name=row.name,
            type=row.type,
            names=tuple(part.name for part in names.get(row.id, ())),
            mentions=tuple(part.mention for part in mentions.get(row.id, ())),
            roles=tuple(_role(part) for part in roles.get(row.id, ())),
            joins=tuple(_join(part) for part in joins.get(row.id, ())),
            named=bool(row.named),
        )
        for row in ACTORS.select(connection)
    )


def _role_row(actor: str, position: int, role: Role) -> ActorRoleRow:
    at = role.at
    return ActorRoleRow(actor=actor, position=position, text=role.text, document=at.doc, start=at.start, end=at.end)


def _role(row: ActorRoleRow) -> Role:
    return Role(text=row.text, at=Span(row.document, row.start, row.end))


def _join_row(actor: str, position: int, join: Join) -> JoinRow:
    return JoinRow(
        actor=actor,
        position=position,
        left=join.left,
        right=join.right,
        finder=join.why.finder,
        score=join.why.score,
        detail=join.why.detail,
        runner_up=join.why.runner_up,
    )


def _join(row: JoinRow) -> Join:
    return Join(left=row.left, right=row.right, why=Why(row.finder, row.score, row.detail, row.runner_up))
