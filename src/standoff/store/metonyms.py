"""Metonyms as rows: whom actors stand for where a text means another by them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from standoff.core.findings import Actor, Metonym
from standoff.store.reasons import ReasonedRow, reason, why_of
from standoff.store.table import Row, Table


class MetonymRow(ReasonedRow, frozen=True):
    """A metonym without its parts."""

    actor: str
    position: int


class MetonymActorRow(Row, frozen=True):
    """An actor that may be meant."""

    actor: str
    metonym: int
    position: int
    stands_for: str


class MetonymMentionRow(Row, frozen=True):
    """A mention that is so meant."""

    actor: str
    metonym: int
    position: int
    mention: str


METONYMS = Table("metonyms", MetonymRow, "actor, position")
METONYM_ACTORS = Table("metonym_actors", MetonymActorRow, "actor, metonym, position")
METONYM_MENTIONS = Table("metonym_mentions", MetonymMentionRow, "actor, metonym, position")


def write_metonyms(connection: sqlite3.Connection, actors: Sequence[Actor]) -> None:
    """Add whom each actor stands for; all actors must be there."""
    METONYMS.insert(
        connection, (MetonymRow(actor=actor, position=n, **reason(each.why)) for actor, n, each in _all(actors))
    )
    METONYM_ACTORS.insert(
        connection,
        (
            MetonymActorRow(actor=actor, metonym=n, position=place, stands_for=meant)
            for actor, n, each in _all(actors)
            for place, meant in enumerate(each.actors)
        ),
    )
    METONYM_MENTIONS.insert(
        connection,
        (
            MetonymMentionRow(actor=actor, metonym=n, position=place, mention=mention)
            for actor, n, each in _all(actors)
            for place, mention in enumerate(each.mentions)
        ),
    )


def read_metonyms(connection: sqlite3.Connection) -> Mapping[str, tuple[Metonym, ...]]:
    """Whom each actor stands for, as written."""
    meant: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for part in METONYM_ACTORS.select(connection):
        meant[part.actor, part.metonym].append(part.stands_for)
    mentions: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for place in METONYM_MENTIONS.select(connection):
        mentions[place.actor, place.metonym].append(place.mention)
    found: defaultdict[str, tuple[Metonym, ...]] = defaultdict(tuple)
    for row in METONYMS.select(connection):
        key = row.actor, row.position
        found[row.actor] += (Metonym(actors=tuple(meant[key]), mentions=tuple(mentions[key]), why=why_of(row)),)
    return found


def _all(actors: Sequence[Actor]) -> Iterator[tuple[str, int, Metonym]]:
    return ((actor.id, n, metonym) for actor in actors for n, metonym in enumerate(actor.stands_for))
