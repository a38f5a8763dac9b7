"""What an actor is: the titles and offices that texts give it, whom it stands for and who stands for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import Tense
from standoff.core.when import When
from standoff.store.asking.listed import ActorName, Words, in_chunks, marks, when_of, why_of
from standoff.store.asking.words import Place, actor_names, read_words

MOST_ROLES = 30
MOST_METONYMS = 12
"""Of one actor on its page: those that most texts give."""


class RoleHeld(msgspec.Struct, frozen=True, kw_only=True):
    """A title or office, in the same words and tense."""

    text: str
    tense: Tense
    """As held, held once ("former"), or to come ("designate")."""
    times: int
    """How often texts give it."""
    documents: int
    first: Words
    """Where it stands in the report published first."""
    last: When | None
    """The day of the last report that gives it so."""


class MetonymTold(msgspec.Struct, frozen=True, kw_only=True):
    """That texts name an actor and mean another."""

    actor: ActorName
    """The one that is named."""
    means: tuple[ActorName, ...]
    """Several: it stays open which."""
    mentions: int
    first: Words
    """The first of them, in order of documents."""
    why: Why


ROLES = """
SELECT min(text), tense, count(*) AS times, count(DISTINCT document),
    min(coalesce(published, '9999-12-31') || ' ' || document || ' ' || printf('%09d', start) || ' ' || "end"),
    max(published || ' ' || published_until)
FROM (
    SELECT actor_roles.*, coalesce(documents.published_since, datings.published_since) AS published,
        coalesce(documents.published_until, datings.published_until) AS published_until
    FROM actor_roles
    JOIN documents ON documents.id = actor_roles.document
    LEFT JOIN datings ON datings.document = actor_roles.document
    WHERE actor = ?
)
GROUP BY lower(text), tense ORDER BY times DESC, min(text), tense LIMIT ?
"""
"""A place as one text, so that the least is that of the first report."""


def roles_of(connection: sqlite3.Connection, actor: str) -> tuple[RoleHeld, ...]:
    """The titles and offices of an actor, those that texts give most often first."""
    rows = connection.execute(ROLES, (actor, MOST_ROLES)).fetchall()
    places = [_place(row[4]) for row in rows]
    words = read_words(connection, places)
    return tuple(
        RoleHeld(
            text=text,
            tense=tense,
            times=times,
            documents=documents,
            first=words[place],
            last=None if last is None else when_of(*last.split(" ")),
        )
        for (text, tense, times, documents, _, last), place in zip(rows, places, strict=True)
    )


def _place(text: str) -> Place:
    _, document, start, end = text.split(" ")
    return document, int(start), int(end)


def stands_for(connection: sqlite3.Connection, actor: str) -> tuple[MetonymTold, ...]:
    """Who else is meant by names of this actor."""
    return _metonyms(connection, "SELECT actor, position FROM metonyms WHERE actor = ?", actor)


def stood_for_by(connection: sqlite3.Connection, actor: str) -> tuple[MetonymTold, ...]:
    """By whose names this actor is meant."""
    found = "SELECT DISTINCT actor, metonym AS position FROM metonym_actors WHERE stands_for = ?"
    return _metonyms(connection, found, actor)


METONYMS = """
SELECT metonyms.actor, metonyms.position, count(*) AS mentions, finder, score, detail, runner_up,
    (
        SELECT mentions.id FROM metonym_mentions AS first
        JOIN mentions ON mentions.id = mention
        JOIN documents ON documents.id = mentions.document
        WHERE first.actor = metonyms.actor AND first.metonym = metonyms.position
        ORDER BY documents.path, documents.id, mentions.start LIMIT 1
    )
FROM ({}) AS found
JOIN metonyms ON metonyms.actor = found.actor AND metonyms.position = found.position
JOIN metonym_mentions ON metonym_mentions.actor = found.actor AND metonym = found.position
GROUP BY metonyms.actor, metonyms.position ORDER BY mentions DESC, 1, 2 LIMIT ?
"""


def _metonyms(connection: sqlite3.Connection, found: str, actor: str) -> tuple[MetonymTold, ...]:
    """The metonyms that a query finds for an actor, those with most mentions first."""
    rows = connection.execute(METONYMS.format(found), (actor, MOST_METONYMS)).fetchall()
    means = {(row[0], row[1]): _meant(connection, row[0], row[1]) for row in rows}
    names = actor_names(connection, {*(row[0] for row in rows), *(each for ids in means.values() for each in ids)})
    places = mention_places(connection, [row[7] for row in rows])
    words = read_words(connection, places.values())
    return tuple(
        MetonymTold(
            actor=names[key],
            means=tuple(names[each] for each in means[key, position]),
            mentions=mentions,
            first=words[places[first]],
            why=why_of(finder, score, detail, runner_up),
        )
        for key, position, mentions, finder, score, detail, runner_up, first in rows
    )


def _meant(connection: sqlite3.Connection, actor: str, metonym: int) -> Sequence[str]:
    query = "SELECT stands_for FROM metonym_actors WHERE actor = ? AND metonym = ? ORDER BY position"
    return [key for (key,) in connection.execute(query, (actor, metonym))]


def mention_places(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, Place]:
    """Where these mentions stand."""
    query = 'SELECT id, document, start, "end" FROM mentions WHERE id IN ({})'
    rows = in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), sorted(set(ids)))
    return {mention: (document, start, end) for mention, document, start, end in rows}
