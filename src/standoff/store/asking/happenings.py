"""Happenings: what happened, is planned, might happen or is denied, in order of time."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, get_args

import msgspec

from standoff.core.findings import Independent
from standoff.core.records import Why
from standoff.core.vocabulary import EventType, Factuality, WhenBasis
from standoff.core.when import When
from standoff.store.asking.conditions import Condition, among, equal, overlapping, published_by, where
from standoff.store.asking.listed import ActorName, Listed, Page, Words, in_chunks, listed, marks, when_of, why_of
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

    actor: str | None = None
    """The id of an actor who takes part."""
    type: EventType | None = None
    factuality: Factuality | None = None
    since: date | None = None
    """From this day on."""
    until: date | None = None
    """Before this day."""
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


class StageTold(msgspec.Struct, frozen=True, kw_only=True):
    """What a happening was said to be from one report on."""

    factuality: Factuality
    event: str
    words: Words


class EventTold(msgspec.Struct, frozen=True, kw_only=True):
    """One event of a happening: the words of one report for it."""

    id: str
    words: Words
    factuality: Factuality
    account: str


class WholeHappening(ListedHappening, frozen=True, kw_only=True):
    """A happening with its course and the events it is made of."""

    course: tuple[StageTold, ...]
    events: tuple[EventTold, ...]
    why: Why


COLUMNS = """id, label_document, label_start, label_end, type, factuality, when_since, when_until, when_basis, place,
    documents, "lower", "upper" """


def list_happenings(connection: sqlite3.Connection, asked: HappeningsAsked, page: Page) -> Listed[ListedHappening]:
    """Happenings, a page of them."""
    condition = _condition(asked)
    (total,) = connection.execute(f"SELECT count(*) FROM happenings{condition.sql}", condition.values).fetchone()  # noqa: S608
    query = f"SELECT {COLUMNS} FROM happenings{condition.sql} ORDER BY {ORDERS[asked.order]} LIMIT ? OFFSET ?"  # noqa: S608
    rows = connection.execute(query, (*condition.values, page.size, page.offset)).fetchall()
    found = _told(connection, rows)
    return listed(found if asked.as_of is None else _as_known(connection, found, asked.as_of), total, page)


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


def whole_happening(connection: sqlite3.Connection, key: str) -> WholeHappening | None:
    """One happening with all that is told of it; ``None`` where there is none of this id."""
    known = happenings_of(connection, [key]).get(key)
    if known is None:
        return None
    finder = connection.execute("SELECT finder, score, detail, runner_up FROM happenings WHERE id = ?", (key,))
    fields = {name: getattr(known, name) for name in ListedHappening.__struct_fields__}
    return WholeHappening(
        **fields, course=_course(connection, key), events=_events(connection, key), why=why_of(*finder.fetchone())
    )


def _condition(asked: HappeningsAsked) -> Condition:
    return where(
        [
            among(equal("actor", asked.actor), "id IN (SELECT happening FROM happening_participants WHERE {})"),
            equal("type", asked.type),
            equal("factuality", asked.factuality),
            overlapping("when_since", "when_until", asked.since, asked.until),
            among(equal("account", asked.account), "id IN (SELECT happening FROM happening_accounts WHERE {})"),
            among(
                equal("events.document", asked.document),
                "id IN (SELECT happening FROM happening_events JOIN events ON events.id = event WHERE {})",
            ),
            among(
                published_by("events.document", asked.as_of),
                "id IN (SELECT happening FROM happening_events JOIN events ON events.id = event WHERE {})",
            ),
        ]
    )


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


def _course(connection: sqlite3.Connection, key: str) -> tuple[StageTold, ...]:
    rows = connection.execute(
        """SELECT stages.factuality, events.id, events.document, events.start, events."end"
        FROM stages JOIN events ON events.id = stages.event WHERE happening = ? ORDER BY stages.position""",
        (key,),
    ).fetchall()
    words = read_words(connection, [row[2:] for row in rows])
    return tuple(StageTold(factuality=row[0], event=row[1], words=words[row[2:]]) for row in rows)


def _events(connection: sqlite3.Connection, key: str) -> tuple[EventTold, ...]:
    rows = connection.execute(
        """SELECT events.id, events.factuality, account_documents.account,
            events.document, events.start, events."end"
        FROM happening_events
        JOIN events ON events.id = event
        JOIN documents ON documents.id = events.document
        JOIN account_documents ON account_documents.document = events.document
        WHERE happening = ? ORDER BY documents.path, documents.id, events.start""",
        (key,),
    ).fetchall()
    words = read_words(connection, [row[3:] for row in rows])
    return tuple(EventTold(id=row[0], factuality=row[1], account=row[2], words=words[row[3:]]) for row in rows)


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
