"""Happenings: what happened, is planned, might happen or is denied, in order of time."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, get_args

import msgspec

from standoff.core.findings import Independent
from standoff.core.vocabulary import EventType, Factuality, WhenBasis
from standoff.core.when import When
from standoff.store.asking.conditions import Condition, among, equal, overlapping, published_by, where
from standoff.store.asking.listed import ActorName, Listed, Page, Words, in_chunks, listed, marks, when_of
from standoff.store.asking.search import MOST_RANKED, match_expression
from standoff.store.asking.words import actor_names, read_words

Order = Literal["time", "newest", "accounts"]

ORDERS: Mapping[Order, str] = {
    "time": "when_since IS NULL, when_since, when_until, position",
    "newest": "when_since IS NULL, when_since DESC, when_until DESC, position",
    "accounts": '"upper" DESC, "lower" DESC, position',
}
assert set(ORDERS) == set(get_args(Order))


class HappeningsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which happenings are asked for: all of what is given must hold."""

    q: str | None = None
    """Words of a passage that tells it."""
    who: str | None = None
    """A name of someone who takes part."""
    actor: str | None = None
    """The id of an actor who takes part."""
    type: EventType | None = None
    factuality: Factuality | None = None
    since: date | None = None
    """From this day on."""
    until: date | None = None
    """Before this day."""
    undated: bool = False
    """Only those of which no day is told."""
    as_of: date | None = None
    """As known on this day: told in a report published by then, and as it was told until then."""
    account: str | None = None
    document: str | None = None
    order: Order = "time"


class ListedHappening(msgspec.Struct, frozen=True, kw_only=True):
    """A happening as lists show it."""

    id: str
    label: Words
    """The words of the clearest report."""
    type: EventType
    factuality: Factuality
    when: When | None
    when_basis: WhenBasis | None
    participants: tuple[ActorName, ...]
    place: Words | None
    documents: int
    independent: Independent


TOLD = "SELECT happening FROM happening_events JOIN events ON events.id = event"
"""With a condition on the events that tell them."""

COLUMNS = """id, label_document, label_start, label_end, type, factuality, when_since, when_until, when_basis, place,
    documents, "lower", "upper" """


def list_happenings(connection: sqlite3.Connection, asked: HappeningsAsked, page: Page) -> Listed[ListedHappening]:
    """Happenings, a page of them."""
    condition = happenings_where(asked)
    (total,) = connection.execute(f"SELECT count(*) FROM happenings{condition.sql}", condition.values).fetchone()  # noqa: S608
    query = f"SELECT {COLUMNS} FROM happenings{condition.sql} ORDER BY {ORDERS[asked.order]} LIMIT ? OFFSET ?"  # noqa: S608
    rows = connection.execute(query, (*condition.values, page.size, page.offset)).fetchall()
    found = _told(connection, rows)
    return listed(found if asked.as_of is None else _as_known(connection, found, asked.as_of), total, page)


def happenings_seen(connection: sqlite3.Connection, asked: HappeningsAsked, most: int) -> tuple[ListedHappening, ...]:
    """So many happenings at most, those in most accounts first: for a picture."""
    condition = happenings_where(asked)
    query = f"SELECT {COLUMNS} FROM happenings{condition.sql} ORDER BY {ORDERS['accounts']} LIMIT ?"  # noqa: S608
    found = _told(connection, connection.execute(query, (*condition.values, most)).fetchall())
    return tuple(found if asked.as_of is None else _as_known(connection, found, asked.as_of))


def happenings_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ListedHappening]:
    """Happenings by their ids."""
    rows = in_chunks(
        lambda chunk: connection.execute(
            f"SELECT {COLUMNS} FROM happenings WHERE id IN ({marks(chunk)})",  # noqa: S608
            chunk,
        ).fetchall(),
        sorted(set(ids)),
    )
    return {happening.id: happening for happening in _told(connection, rows)}


def happenings_where(asked: HappeningsAsked) -> Condition:
    """What is asked for as a ``WHERE`` over the table ``happenings``."""
    return where(
        [
            among(equal("actor", asked.actor), "id IN (SELECT happening FROM happening_participants WHERE {})"),
            _by_name(asked.who),
            _by_words(asked.q),
            equal("type", asked.type),
            equal("factuality", asked.factuality),
            overlapping("when_since", "when_until", asked.since, asked.until),
            Condition("(when_since IS NULL) = 1") if asked.undated else None,
            among(equal("account", asked.account), "id IN (SELECT happening FROM happening_accounts WHERE {})"),
            among(equal("events.document", asked.document), f"id IN ({TOLD} WHERE {{}})"),
            among(published_by("events.document", asked.as_of), f"id IN ({TOLD} WHERE {{}})"),
        ]
    )


def _by_name(who: str | None) -> Condition | None:
    """That someone of this name takes part."""
    return among(
        _matching("name_search", who),
        """id IN (SELECT happening FROM name_search JOIN actors ON actors.position = name_search.rowid
            JOIN happening_participants ON happening_participants.actor = actors.id WHERE {})""",
    )


def _by_words(words: str | None) -> Condition | None:
    """That a passage which has these words tells it."""
    return among(
        _matching("search", words),
        f"""id IN (SELECT happening
            FROM (SELECT rowid AS position FROM search WHERE {{}} LIMIT {MOST_RANKED}) AS found
            CROSS JOIN paragraphs ON paragraphs.position = found.position
            CROSS JOIN events ON events.document = paragraphs.document
                AND events.start >= paragraphs.start AND events.start < paragraphs."end"
            CROSS JOIN happening_events ON happening_events.event = events.id)""",  # noqa: S608
    )


def _matching(table: str, words: str | None) -> Condition | None:
    """That a full-text index has these words; none where they are only signs."""
    if words is None:
        return None
    expression = match_expression(words)
    return Condition(f"{table} MATCH ?", (expression,)) if expression else Condition("FALSE")


def _told(connection: sqlite3.Connection, rows: Sequence[tuple[object, ...]]) -> list[ListedHappening]:
    """The rows with their words and names."""
    known = msgspec.convert(rows, list[_Row])
    who = _participants(connection, [row.id for row in known])
    sites = _places(connection, [row.place for row in known if row.place is not None])
    words = read_words(connection, [*(row.label for row in known), *sites.values()])
    names = actor_names(connection, (actor for actors in who.values() for actor in actors))
    return [
        ListedHappening(
            id=row.id,
            label=words[row.label],
            type=row.type,
            factuality=row.factuality,
            when=when_of(row.when_since, row.when_until),
            when_basis=row.when_basis,
            participants=tuple(names[actor] for actor in who[row.id]),
            place=None if row.place is None else words[sites[row.place]],
            documents=row.documents,
            independent=Independent(lower=row.lower, upper=row.upper),
        )
        for row in known
    ]


class _Row(msgspec.Struct, frozen=True, array_like=True):
    id: str
    label_document: str
    label_start: int
    label_end: int
    type: EventType
    factuality: Factuality
    when_since: str | None
    when_until: str | None
    when_basis: WhenBasis | None
    place: str | None
    documents: int
    lower: int
    upper: int

    @property
    def label(self) -> tuple[str, int, int]:
        """Where its label stands."""
        return self.label_document, self.label_start, self.label_end


def _participants(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """The ids of the actors of each happening, in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    query = "SELECT happening, actor FROM happening_participants WHERE happening IN ({}) ORDER BY happening, position"
    for happening, actor in in_chunks(lambda ids: connection.execute(query.format(marks(ids)), ids).fetchall(), ids):
        found[happening].append(actor)
    return found


def _places(connection: sqlite3.Connection, mentions: Sequence[str]) -> Mapping[str, tuple[str, int, int]]:
    """Where these mentions stand."""
    query = 'SELECT id, document, start, "end" FROM mentions WHERE id IN ({})'
    rows = in_chunks(lambda ids: connection.execute(query.format(marks(ids)), ids).fetchall(), sorted(set(mentions)))
    return {mention: (document, start, end) for mention, document, start, end in rows}


def _as_known(
    connection: sqlite3.Connection, happenings: Sequence[ListedHappening], as_of: date
) -> list[ListedHappening]:
    """What each was said to be in the last report published by that day."""
    told = published_by("events.document", as_of)
    assert told is not None, "a day is given"
    ids = [happening.id for happening in happenings]
    query = f"""SELECT happening, stages.factuality FROM stages JOIN events ON events.id = stages.event
        WHERE happening IN ({{}}) AND {told.sql} ORDER BY happening, stages.position"""  # noqa: S608
    rows = in_chunks(lambda ids: connection.execute(query.format(marks(ids)), (*ids, *told.values)).fetchall(), ids)
    last: dict[str, Factuality] = dict(rows)
    return [
        msgspec.structs.replace(happening, factuality=last.get(happening.id, happening.factuality))
        for happening in happenings
    ]
