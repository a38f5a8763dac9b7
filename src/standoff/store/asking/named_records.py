"""Any record by its id alone: of which kind it is, what it is called, which readings it is made of.

Judgements name records so. What is found across documents changes with each build; then an id may be of nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec

from standoff.store.asking.listed import Words, in_chunks, marks
from standoff.store.asking.words import Place, read_words

ReadingKind = Literal["mention", "attribution", "event", "figure", "commitment", "time"]
FindingKind = Literal["actor", "utterance", "happening", "measure", "obligation", "discrepancy"]
RecordKind = ReadingKind | FindingKind


class Made(msgspec.Struct, frozen=True):
    """A kind of finding: the kind of reading it is made of, and the table that links the two."""

    of: ReadingKind
    links: str
    finding: str
    """The column of the finding's id."""
    reading: str


TABLES: Mapping[RecordKind, str] = {
    "mention": "mentions",
    "attribution": "attributions",
    "event": "events",
    "figure": "figures",
    "commitment": "commitments",
    "time": "times",
    "actor": "actors",
    "utterance": "utterances",
    "happening": "happenings",
    "measure": "measures",
    "obligation": "obligations",
    "discrepancy": "discrepancies",
}

MADE: Mapping[RecordKind, Made] = {
    "actor": Made("mention", "mention_actors", "actor", "mention"),
    "utterance": Made("attribution", "utterance_attributions", "utterance", "attribution"),
    "happening": Made("event", "happening_events", "happening", "event"),
    "measure": Made("figure", "claim_figures", "measure", "figure"),
    "obligation": Made("commitment", "obligation_commitments", "obligation", "commitment"),
}

SPANS: Mapping[RecordKind, str] = {
    "mention": 'SELECT id, document, start, "end" FROM mentions WHERE id IN ({})',
    "attribution": """SELECT attribution, document, min(start), max("end") FROM contents
        WHERE attribution IN ({}) GROUP BY attribution""",
    "event": 'SELECT id, document, start, "end" FROM events WHERE id IN ({})',
    "figure": 'SELECT id, document, start, "end" FROM figures WHERE id IN ({})',
    "commitment": 'SELECT id, document, start, "end" FROM commitments WHERE id IN ({})',
    "time": 'SELECT id, document, start, "end" FROM times WHERE id IN ({})',
    "utterance": """SELECT utterances.id, contents.document, min(start), max("end") FROM utterances
        JOIN contents ON contents.attribution = utterances.fullest
        WHERE utterances.id IN ({}) GROUP BY utterances.id""",
    "happening": "SELECT id, label_document, label_start, label_end FROM happenings WHERE id IN ({})",
    "measure": "SELECT id, label_document, label_start, label_end FROM measures WHERE id IN ({})",
    "obligation": "SELECT id, label_document, label_start, label_end FROM obligations WHERE id IN ({})",
}
"""Where the words stand that a record is called by."""

NAMES: Mapping[RecordKind, str] = {
    "actor": "SELECT id, name FROM actors WHERE id IN ({})",
    "discrepancy": "SELECT id, sentence FROM discrepancies WHERE id IN ({})",
}
"""What records are called that are not called by words of one report."""

KINDS = " UNION ALL ".join(f"SELECT id, '{kind}' FROM {table} WHERE id IN ({{0}})" for kind, table in TABLES.items())  # noqa: S608 - ours
EACH_KIND = len(TABLES)
CHUNK = 80
"""Ids asked for at once: each is a value for every kind, and SQLite takes 999 at least."""


class NamedRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A record, as it is called."""

    id: str
    kind: RecordKind | None
    """``None``: nothing has this id now."""
    name: str
    """The words, the actor's name, the sentence; empty where nothing has this id."""
    words: Words | None
    """Where it is called by words of a report: these, with their place."""
    finding: str | None = None
    """The id of the finding that a reading is part of; a finding's own id."""


def kinds_of(connection: sqlite3.Connection, ids: Iterable[str]) -> Mapping[str, RecordKind]:
    """Of which kind the record of each id is; an id of none is left out."""
    wanted = sorted(set(ids))
    found: dict[str, RecordKind] = {}
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        found |= dict(connection.execute(KINDS.format(marks(chunk)), chunk * EACH_KIND).fetchall())
    return found


def readings_of(connection: sqlite3.Connection, key: str, kind: RecordKind) -> tuple[str, ...]:
    """The ids of the readings that a record is made of, in order of place; a reading's own; none of a discrepancy."""
    if kind == "discrepancy":
        return ()
    made = MADE.get(kind)
    if made is None:
        return (key,)
    table = TABLES[made.of]
    start = "(SELECT min(start) FROM contents WHERE attribution = id)" if made.of == "attribution" else "start"
    # Of an actor only the mentions that were put into it: those that stand for them follow.
    links = "actor_mentions" if kind == "actor" else made.links
    rows = connection.execute(
        f"""SELECT {table}.id FROM {links} JOIN {table} ON {table}.id = {links}.{made.reading}
        WHERE {links}.{made.finding} = ? ORDER BY {table}.document, {start}, {table}.id""",  # noqa: S608 - ours
        (key,),
    )
    return tuple(reading for (reading,) in rows)


def named_records(connection: sqlite3.Connection, ids: Iterable[str]) -> Mapping[str, NamedRecord]:
    """What the record of each id is called; an id of nothing has a record that says so."""
    wanted = sorted(set(ids))
    kinds = kinds_of(connection, wanted)
    places: dict[str, Place] = {}
    names: dict[str, str] = {}
    for kind, members in _by_kind(kinds).items():
        if kind in SPANS:
            rows = _rows(connection, SPANS[kind], members)
            places |= {key: (doc, start, end) for key, doc, start, end in rows}
        else:
            names |= dict(_rows(connection, NAMES[kind], members))
    words = read_words(connection, places.values())
    parts = _findings(connection, kinds)
    said = {key: words[place] for key, place in places.items()}
    return {key: _named(key, kinds.get(key), names.get(key), said.get(key), parts) for key in wanted}


def _named(
    key: str, kind: RecordKind | None, name: str | None, words: Words | None, parts: Mapping[str, str]
) -> NamedRecord:
    called = name if name is not None else words.words if words is not None else ""
    return NamedRecord(id=key, kind=kind, name=called, words=words, finding=parts.get(key))


def _findings(connection: sqlite3.Connection, kinds: Mapping[str, RecordKind]) -> Mapping[str, str]:
    """The finding that each record is part of; a finding is its own."""
    found = {key: key for key, kind in kinds.items() if kind in MADE}
    for made in MADE.values():
        members = [key for key, kind in kinds.items() if kind == made.of]
        query = f"SELECT {made.reading}, {made.finding} FROM {made.links} WHERE {made.reading} IN ({{}})"  # noqa: S608
        found |= dict(_rows(connection, query, members))
    return found


def _by_kind(kinds: Mapping[str, RecordKind]) -> Mapping[RecordKind, list[str]]:
    found: dict[RecordKind, list[str]] = {}
    for key, kind in kinds.items():
        found.setdefault(kind, []).append(key)
    return found


def _rows(connection: sqlite3.Connection, query: str, ids: Sequence[str]) -> Sequence[tuple[Any, ...]]:
    return in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), ids)
