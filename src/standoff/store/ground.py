"""What scenarios are played on: of a dossier, some obligations with all that they cite, and who may be named.

A dossier of ten thousand reports takes a minute to read; what a condition may move is a few hundred obligations.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar
from unicodedata import combining, normalize

import msgspec

from standoff.core.course import Obligation
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Dating
from standoff.core.records import Attribution, Commitment, Document, Mention, Study, TimeExpression
from standoff.store.actors import ACTOR_NAMES, ACTOR_ROLES, ACTORS, role_of
from standoff.store.asking.listed import in_chunks, marks
from standoff.store.commitments import COMMITMENT_RELAYS, COMMITMENTS, commitment_of
from standoff.store.datings import DATINGS, dating_of
from standoff.store.documents import DOCUMENTS, document_of
from standoff.store.metonyms import read_metonyms
from standoff.store.obligations import (
    MOVES,
    OBLIGATION_ACCOUNTS,
    OBLIGATION_COMMITMENTS,
    OBLIGATIONS,
    obligation_of,
)
from standoff.store.studies import ATTRIBUTIONS, CONTENTS, MENTIONS, attribution_of, mention_of
from standoff.store.table import AnyRow, Links, Table, grouped
from standoff.store.times import TIMES, time_of

WORD = re.compile(r"[^\W_]+")
FIRST_MENTIONS = 12
"""Mentions of each actor that are read besides those in obligations: the rules look at the first few for its state."""

Placed = TypeVar("Placed", Mention, TimeExpression, Commitment)


BEHIND = 40
"""Characters behind a mention in which the rules look for a state."""
ENDING = 2
"""Letters of a state's name that its adjective may leave out: "Varnian" of "Varnia", "Lodish" of "Lodan"."""
LONGEST_ENDING = 6
"""Letters that an adjective adds to what is left of the name, and one to spare: "ician", "ese", "i"."""
States = Mapping[str, Sequence[str]]
"""By the id of an actor, its names."""


def states_unlisted(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """By id, the names of the states that no list has."""
    rows = connection.execute(
        """SELECT actors.id, actor_names.name FROM actors JOIN actor_names ON actor_names.actor = actors.id
        WHERE actors.type = 'state' AND actors.country IS NULL AND actors.named"""
    )
    found: dict[str, tuple[str, ...]] = {}
    for actor, name in rows.fetchall():
        found[actor] = (*found.get(actor, ()), name)
    return found


def read_ground(
    connection: sqlite3.Connection, obligations: Iterable[str], named: Iterable[str], states: States, text: str = ""
) -> Dossier:
    """A dossier of these obligations, and of the actors ``named`` by their ids, with what the rules ask of them.

    Its records are those of the whole dossier; actors have fewer mentions and no joins, and there is nothing else.
    Of ``states``, those that no list has, it has all that are named in ``text`` or in what is told of an actor.
    """
    owed = _obligations(connection, sorted(set(obligations)))
    commitments = _commitments(connection, [key for each in owed for key in each.commitments])
    relays = _attributions(connection, {key for each in commitments for key in each.relay})
    bound = {key for each in commitments for key in (each.debtor, each.creditor)}
    bound |= {each.speaker for each in relays}
    inside = _inside(connection, commitments) | {key for key in bound if key is not None}
    actors = _actors(connection, inside, named)
    mentions = _mentions(connection, inside | {key for actor in actors for key in actor.mentions})
    times = [time_of(row) for row in _chosen(connection, TIMES, "id", {e.time for e in commitments if e.time})]
    docs = {each.at.doc for each in commitments} | {each.at.doc for each in mentions}
    documents = _documents(connection, docs)
    near = _states_near(states, [text, *_told_of(actors, mentions, documents)]) - {actor.id for actor in actors}
    return Dossier(
        documents=documents,
        studies=_studies(docs, mentions, times, relays, commitments),
        accounts=_accounts(connection, docs),
        actors=tuple(sorted((*actors, *_actors_of(connection, near, {})), key=lambda actor: actor.id)),
        datings=_datings(connection, docs),
        obligations=owed,
    )


def _chosen(connection: sqlite3.Connection, table: Table[AnyRow], column: str, ids: Iterable[str]) -> list[AnyRow]:
    """The rows of a table with one of these values in a column, in the order of the table."""
    columns = ", ".join(f'"{name}"' for name in table.columns)
    query = f'SELECT {columns} FROM {table.name} WHERE "{column}" IN ({{}})'  # noqa: S608 - names of tables of ours
    rows = in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), sorted(set(ids)))
    return msgspec.convert(rows, list[table.row])  # type: ignore[name-defined]


def _linked(connection: sqlite3.Connection, links: Links, ids: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """The members of these owners, in order."""
    owner, _, member = links.columns
    query = f'SELECT "{owner}", "{member}" FROM {links.name} WHERE "{owner}" IN ({{}}) ORDER BY "{owner}", position'  # noqa: S608
    found: dict[str, list[str]] = {key: [] for key in ids}
    for key, value in in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), ids):
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _obligations(connection: sqlite3.Connection, ids: Sequence[str]) -> tuple[Obligation, ...]:
    commitments = _linked(connection, OBLIGATION_COMMITMENTS, ids)
    accounts = _linked(connection, OBLIGATION_ACCOUNTS, ids)
    moves = grouped(_chosen(connection, MOVES, "obligation", ids), lambda row: row.obligation)
    rows = _chosen(connection, OBLIGATIONS, "id", ids)
    return tuple(obligation_of(row, commitments[row.id], moves[row.id], accounts[row.id]) for row in rows)


def _commitments(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Commitment]:
    relays = _linked(connection, COMMITMENT_RELAYS, ids)
    return [commitment_of(row, relays[row.id]) for row in _chosen(connection, COMMITMENTS, "id", ids)]


def _attributions(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Attribution]:
    rows = _chosen(connection, ATTRIBUTIONS, "id", ids)
    contents = _chosen(connection, CONTENTS, "attribution", [row.id for row in rows])
    pieces = grouped(sorted(contents, key=lambda row: row.start), lambda row: row.attribution)
    return [attribution_of(row, pieces[row.id]) for row in rows]


def _inside(connection: sqlite3.Connection, commitments: Sequence[Commitment]) -> set[str]:
    """The mentions in the conditions and consequents."""
    query = 'SELECT id FROM mentions WHERE document = ? AND start >= ? AND start < ? AND "end" <= ?'
    places = {place for each in commitments for place in (each.antecedent, each.consequent) if place is not None}
    rows = (
        connection.execute(query, (place.doc, place.start, place.end, place.end)).fetchall() for place in sorted(places)
    )
    return {mention for found in rows for (mention,) in found}


def _mentions(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Mention]:
    return [mention_of(row) for row in _chosen(connection, MENTIONS, "id", ids)]


def _actors(connection: sqlite3.Connection, inside: set[str], named: Iterable[str]) -> tuple[Actor, ...]:
    """Those mentioned, those named and those that any stands for; sorted by id."""
    metonyms = read_metonyms(connection)
    whose = dict(_mentioned(connection, sorted(inside)))
    meant = {key for found in metonyms.values() for metonym in found for key in metonym.actors}
    return _actors_of(connection, {*whose.values(), *named, *meant}, whose)


def _actors_of(connection: sqlite3.Connection, asked: Iterable[str], whose: Mapping[str, str]) -> tuple[Actor, ...]:
    """These actors, with their first mentions and those by which they are found."""
    metonyms = read_metonyms(connection)
    rows = _chosen(connection, ACTORS, "id", asked)
    ids = sorted(row.id for row in rows)
    names, first = _linked(connection, ACTOR_NAMES, ids), _first_mentions(connection, ids)
    roles = grouped(_chosen(connection, ACTOR_ROLES, "actor", ids), lambda row: row.actor)
    more: dict[str, list[str]] = {key: [] for key in ids}
    for mention, actor in sorted(whose.items()):
        more[actor].append(mention)
    return tuple(
        Actor(
            id=row.id,
            name=row.name,
            type=row.type,
            names=names[row.id],
            mentions=tuple(dict.fromkeys((*first.get(row.id, ()), *more[row.id]))),
            roles=tuple(role_of(part) for part in roles.get(row.id, ())),
            named=bool(row.named),
            stands_for=metonyms.get(row.id, ()),
            country=row.country,
        )
        for row in sorted(rows, key=lambda row: row.id)
    )


def _told_of(actors: Sequence[Actor], mentions: Sequence[Mention], documents: Sequence[Document]) -> Iterator[str]:
    """Their names and titles, and the words behind their mentions."""
    texts = {document.id: document.text for document in documents}
    for actor in actors:
        yield from (actor.name, *actor.names, *(role.text for role in actor.roles))
    yield from (texts[each.at.doc][each.at.end : each.at.end + BEHIND] for each in mentions)


def _states_near(states: States, told: Iterable[str]) -> set[str]:
    """The states of which a name, or a word that may be formed from it, stands in these texts."""
    words = {_plain(word) for text in told for word in WORD.findall(text)}
    begun = {word[:length] for word in words for length in range(max(len(word) - LONGEST_ENDING, 1), len(word) + 1)}
    return {key for key, names in states.items() for name in names if _stem(name) in begun}


def _stem(name: str) -> str:
    """What every adjective of a state's name begins with: all but its last two letters; of several words the first."""
    words = [_plain(word) for word in WORD.findall(name)]
    return words[0][: -ENDING or None] if len(words) == 1 and len(words[0]) > ENDING else (words[0] if words else name)


def _plain(word: str) -> str:
    """A word in small letters without marks."""
    if word.isascii():
        return word.casefold()
    return "".join(char for char in normalize("NFKD", word.casefold()) if not combining(char))


def _mentioned(connection: sqlite3.Connection, mentions: Sequence[str]) -> list[tuple[str, str]]:
    """These mentions with their actors, none that only stands for another."""
    query = "SELECT mention, actor FROM actor_mentions WHERE mention IN ({})"
    return in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), mentions)


def _first_mentions(connection: sqlite3.Connection, actors: Sequence[str]) -> Mapping[str, list[str]]:
    """The first mentions of each person among them."""
    query = f"""SELECT actor, mention FROM actor_mentions JOIN actors ON actors.id = actor
        WHERE actor IN ({{}}) AND actor_mentions.position < {FIRST_MENTIONS} AND actors.type = 'person'
        ORDER BY actor, actor_mentions.position"""  # noqa: S608 - a number of ours
    found: dict[str, list[str]] = {}
    for actor, mention in in_chunks(lambda ids: connection.execute(query.format(marks(ids)), ids).fetchall(), actors):
        found.setdefault(actor, []).append(mention)
    return found


def _documents(connection: sqlite3.Connection, docs: Iterable[str]) -> tuple[Document, ...]:
    return tuple(document_of(row, (), ()) for row in _chosen(connection, DOCUMENTS, "id", docs))


def _datings(connection: sqlite3.Connection, docs: Iterable[str]) -> tuple[Dating, ...]:
    return tuple(dating_of(row, (), ()) for row in _chosen(connection, DATINGS, "document", docs))


def _accounts(connection: sqlite3.Connection, docs: Iterable[str]) -> tuple[Account, ...]:
    """The accounts that these documents are of."""
    query = """SELECT account, document FROM account_documents WHERE account IN (
        SELECT account FROM account_documents WHERE document IN ({})
    ) ORDER BY account, position"""
    rows = in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), sorted(docs))
    found: dict[str, dict[str, None]] = {}
    for account, document in rows:
        found.setdefault(account, {})[document] = None
    return tuple(Account(documents=tuple(documents)) for documents in found.values())


def _studies(
    docs: Iterable[str],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    attributions: Sequence[Attribution],
    commitments: Sequence[Commitment],
) -> tuple[Study, ...]:
    """The readings of each document, in order of place."""
    mentioned, timed = _by_document(mentions), _by_document(times)
    bound = _by_document(commitments)
    said: dict[str, list[Attribution]] = {}
    for each in attributions:
        said.setdefault(each.doc, []).append(each)
    return tuple(
        Study(
            doc=doc,
            mentions=tuple(mentioned.get(doc, ())),
            times=tuple(timed.get(doc, ())),
            attributions=tuple(said.get(doc, ())),
            commitments=tuple(bound.get(doc, ())),
        )
        for doc in sorted(docs)
    )


def _by_document(readings: Iterable[Placed]) -> Mapping[str, list[Placed]]:
    """Readings of each document, in order of place."""
    found: dict[str, list[Placed]] = {}
    for each in sorted(readings, key=lambda each: each.at):
        found.setdefault(each.at.doc, []).append(each)
    return found
