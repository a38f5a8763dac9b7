"""What pages on actors need and would else reckon each time: what each is called, and who deals with whom."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, permutations

from standoff.core.vocabulary import EventType, Form
from standoff.store.table import Row, Table

SHARED: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""What is done with one another: where no target is told, those who take part share it, in both directions."""
MOST_TOGETHER = 6
"""Of a larger gathering nobody can say that each dealt with each."""


class CallingRow(Row, frozen=True):
    """A name or description of an actor, however it is capitalised."""

    actor: str
    position: int
    form: Form
    name: str
    mentions: int
    documents: int
    first: str


class DealingRow(Row, frozen=True):
    """So many happenings of a type that one actor does and another suffers or shares."""

    doer: str
    sufferer: str
    type: EventType
    happenings: int


CALLINGS = Table("callings", CallingRow, "actor, position")
DEALINGS = Table("dealings", DealingRow, "doer, sufferer, type")

NAMED = """
SELECT mentions.document, mentions.id, mention_actors.actor, form,
    iif(form = 'name', coalesce(name_start, start), start), iif(form = 'name', coalesce(name_end, "end"), "end")
FROM documents
LEFT JOIN datings ON datings.document = documents.id
CROSS JOIN mentions ON mentions.document = documents.id
CROSS JOIN mention_actors ON mention_actors.mention = mentions.id
WHERE form <> 'pronoun'
ORDER BY coalesce(documents.published_since, datings.published_since, '9999'), documents.path, documents.id,
    mentions.start, mentions.id
"""
"""In the order in which reports were published; those of no day last."""

DEEDS = """
SELECT happening_events.event, happenings.id, happenings.type, event_participants.role, mention_actors.actor
FROM happening_events
JOIN happenings ON happenings.id = happening_events.happening
JOIN event_participants ON event_participants.event = happening_events.event
JOIN mention_actors ON mention_actors.mention = event_participants.mention
WHERE happenings.factuality IN ('occurred', 'ongoing')
ORDER BY happening_events.event
"""


def write_callings(connection: sqlite3.Connection) -> None:
    """After mention_actors."""
    CALLINGS.insert(connection, _callings(connection))


def write_dealings(connection: sqlite3.Connection) -> None:
    """After mention_actors and happenings: as ``standoff.picture.ties`` counts them."""
    told = {
        (doer, other, kind, happening)
        for (_, happening, kind), rows in groupby(connection.execute(DEEDS), lambda row: row[:3])
        for doer, other in _pairs(kind, [(role, actor) for *_, role, actor in rows])
    }
    counts = sorted(Counter((doer, other, kind) for doer, other, kind, _ in told).items())
    DEALINGS.insert(
        connection,
        (DealingRow(doer=d, sufferer=s, type=kind, happenings=number) for (d, s, kind), number in counts),
    )


def _callings(connection: sqlite3.Connection) -> Iterator[CallingRow]:
    """The commonest first; writings that differ in case alone are one, in the commonest of them."""
    writings: defaultdict[tuple[str, Form, str], Counter[str]] = defaultdict(Counter)
    documents: defaultdict[tuple[str, Form, str], set[str]] = defaultdict(set)
    first: dict[tuple[str, Form, str], str] = {}
    for document, rows in groupby(connection.execute(NAMED).fetchall(), lambda row: row[0]):
        (text,) = connection.execute("SELECT text FROM documents WHERE id = ?", (document,)).fetchone()
        for _, mention, actor, form, start, end in rows:
            name = " ".join(text[start:end].split())
            key = (actor, form, name.casefold())
            writings[key][name] += 1
            documents[key].add(document)
            first.setdefault(key, mention)
    ranked = sorted(writings, key=lambda key: (key[0], -writings[key].total(), key[2], key[1]))
    for actor, keys in groupby(ranked, lambda key: key[0]):
        for position, key in enumerate(keys):
            name = min(writings[key], key=lambda each: (-writings[key][each], each))
            yield CallingRow(
                actor=actor,
                position=position,
                form=key[1],
                name=name,
                mentions=writings[key].total(),
                documents=len(documents[key]),
                first=first[key],
            )


def _pairs(kind: EventType, parts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Who does an event and who suffers or shares it."""
    played: defaultdict[str, set[str]] = defaultdict(set)
    for role, actor in parts:
        played[role].add(actor)
    yield from ((doer, other) for doer in played["agent"] for other in played["target"] if doer != other)
    together = played["agent"] | played["participant"]
    if kind in SHARED and not played["target"] and len(together) <= MOST_TOGETHER:
        yield from permutations(sorted(together), 2)
