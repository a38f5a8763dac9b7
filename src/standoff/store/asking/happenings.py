"""Happenings: what happened, is planned, might happen or is denied, in order of time."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from heapq import nsmallest
from typing import Literal, get_args

import msgspec

from standoff.core.findings import Independent
from standoff.core.vocabulary import EventType, Factuality, WhenBasis
from standoff.core.when import When
from standoff.store.asking.conditions import Condition, among, equal, overlapping, published_by, where
from standoff.store.asking.listed import ActorName, Listed, Page, Words, day_text, in_chunks, listed, marks, when_of
from standoff.store.asking.parties import party
from standoff.store.asking.search import MOST_RANKED, match_expression
from standoff.store.asking.words import Place, actor_names, read_words

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
    actor: str | None = None
    """The id of an actor who takes part, or words of its name."""
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


MANY = 5000
"""Happenings of which the first ones are found sooner by going through all in the order that is asked for than by
sorting them: a table of 160,000 is gone through in 150 ms, and 5,000 are sorted in 30."""

COLUMNS = """id, label_document, label_start, label_end, type, factuality, when_since, when_until, when_basis, place,
    documents, "lower", "upper" """


def list_happenings(connection: sqlite3.Connection, asked: HappeningsAsked, page: Page) -> Listed[ListedHappening]:
    """Happenings, a page of them."""
    condition = happenings_where(asked)
    if _is_narrow(asked):  # finding them is the work: they are found once, and counted so
        query = f"SELECT id FROM happenings{condition.sql} ORDER BY {ORDERS[asked.order]}"  # noqa: S608
        ids = [key for (key,) in connection.execute(query, condition.values)]
        return listed(_in_order(connection, asked, ids[page.offset : page.offset + page.size]), len(ids), page)
    (total,) = connection.execute(f"SELECT count(*) FROM happenings{condition.sql}", condition.values).fetchone()  # noqa: S608
    in_order = asked.order == "time" or total > MANY
    return listed(_first(connection, asked, page.size, page.offset, in_order=in_order), total, page)


def happenings_seen(
    connection: sqlite3.Connection, asked: HappeningsAsked, most: int, known: int, lanes: int
) -> tuple[ListedHappening, ...]:
    """So many happenings at most, those in most accounts first: for a picture. ``known``: about how many there are.

    Of the participants those are told who have one of ``lanes``: the actors who take part most often in these. No
    place is told.
    """
    by_accounts = msgspec.structs.replace(asked, order="accounts")
    return tuple(_first(connection, by_accounts, most, in_order=known > MANY, lanes=lanes))


def _first(
    connection: sqlite3.Connection,
    asked: HappeningsAsked,
    most: int,
    offset: int = 0,
    *,
    in_order: bool,
    lanes: int | None = None,
) -> list[ListedHappening]:
    condition = happenings_where(asked, in_order=in_order)
    query = f"SELECT {COLUMNS} FROM happenings{condition.sql} ORDER BY {ORDERS[asked.order]} LIMIT ? OFFSET ?"  # noqa: S608
    found = _told(connection, connection.execute(query, (*condition.values, most, offset)).fetchall(), lanes)
    return found if asked.as_of is None else _as_known(connection, found, asked.as_of)


def _in_order(connection: sqlite3.Connection, asked: HappeningsAsked, ids: Sequence[str]) -> list[ListedHappening]:
    known = happenings_of(connection, ids)
    found = [known[key] for key in ids]
    return found if asked.as_of is None else _as_known(connection, found, asked.as_of)


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


def happenings_where(asked: HappeningsAsked, *, in_order: bool = False) -> Condition:
    """What is asked for as a ``WHERE`` over the table ``happenings``.

    ``in_order``: written so that SQLite goes through the index that has them in order of time and stops when a page
    is full; otherwise so that it goes to the days asked for, to count what is there. Where a name or words are asked
    for, SQLite begins with those either way: the days would lead it through ten times as many.
    """
    return where(
        [
            among(party(asked.actor), "id IN (SELECT happening FROM happening_participants WHERE actor {})"),
            _told_where(asked.q),
            equal("type", asked.type),
            equal("factuality", asked.factuality),
            _during(asked, in_order or _is_narrow(asked)),
            Condition("(when_since IS NULL) = 1") if asked.undated else None,
            among(equal("account", asked.account), "id IN (SELECT happening FROM happening_accounts WHERE {})"),
            among(
                equal("events.document", asked.document),
                """id IN (SELECT happening FROM events CROSS JOIN happening_events ON event = events.id WHERE {})""",
            ),
            _known_by(asked.as_of, in_order),
        ]
    )


def _is_narrow(asked: HappeningsAsked) -> bool:
    """Whether those asked for are found by something else than their days, and are few against all."""
    return not (asked.q is asked.actor is asked.account is asked.document is None)


def _during(asked: HappeningsAsked, in_order: bool) -> Condition | None:
    found = overlapping("when_since", "when_until", asked.since, asked.until)
    return found if in_order else among(found, "(when_since IS NULL) = 0 AND {}")


def _known_by(as_of: date | None, in_order: bool) -> Condition | None:
    """That a report which tells it was published by that day: looked up for each, or for all at once to count them."""
    if as_of is None:
        return None
    one = "(SELECT first FROM told WHERE kind = 'happening' AND finding = happenings.id) <= ?"
    every = "id IN (SELECT finding FROM told WHERE kind = 'happening' AND first <= ?)"
    return Condition(one if in_order else every, (day_text(as_of),))


def _told_where(query: str | None) -> Condition | None:
    """That all these words stand in a passage that tells it; of very many passages, in the first."""
    if query is None:
        return None
    expression = match_expression(query)
    if not expression:
        return Condition("0")
    return Condition(
        f"""id IN (SELECT happening
            FROM (SELECT rowid AS position FROM search WHERE search MATCH ? LIMIT {MOST_RANKED}) AS found
            CROSS JOIN paragraphs ON paragraphs.position = found.position
            CROSS JOIN events ON events.document = paragraphs.document
                AND events.start >= paragraphs.start AND events.start < paragraphs."end"
            CROSS JOIN happening_events ON happening_events.event = events.id)""",  # noqa: S608 - a number of ours
        (expression,),
    )


def _told(
    connection: sqlite3.Connection, rows: Sequence[tuple[object, ...]], lanes: int | None = None
) -> list[ListedHappening]:
    """The rows with their words and names; ``lanes``: without place, and with the names of so many actors."""
    known = msgspec.convert(rows, list[_Row])
    who = _participants(connection, [row.id for row in known])
    sites = _places(connection, [row.place for row in known if row.place is not None and lanes is None])
    if lanes is not None:
        who = _most_often(who, lanes)
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
            participants=tuple(names[actor] for actor in who.get(row.id, ())),
            place=None if row.place is None or lanes is not None else words[sites[row.place]],
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


def _most_often(who: Mapping[str, Sequence[str]], most: int) -> Mapping[str, Sequence[str]]:
    """The participants of each without all but those who take part most often."""
    often = Counter(actor for actors in who.values() for actor in actors)
    kept = set(nsmallest(most, often, key=lambda actor: (-often[actor], actor)))
    return {happening: [actor for actor in actors if actor in kept] for happening, actors in who.items()}


def _places(connection: sqlite3.Connection, mentions: Sequence[str]) -> Mapping[str, tuple[str, int, int]]:
    """Where these mentions stand."""
    query = 'SELECT id, document, start, "end" FROM mentions WHERE id IN ({})'
    rows = in_chunks(lambda ids: connection.execute(query.format(marks(ids)), ids).fetchall(), sorted(set(mentions)))
    return {mention: (document, start, end) for mention, document, start, end in rows}


def _as_known(
    connection: sqlite3.Connection, happenings: Sequence[ListedHappening], as_of: date
) -> list[ListedHappening]:
    """Each as it was told by that day: its factuality, and its words where those of today are of a later report."""
    told = published_by("events.document", as_of)
    assert told is not None, "a day is given"
    query = f"""SELECT happening, stages.factuality, events.document, events.start, events."end"
        FROM stages JOIN events ON events.id = stages.event
        WHERE happening IN ({{}}) AND {told.sql} ORDER BY happening, stages.position"""  # noqa: S608
    ids = [happening.id for happening in happenings]
    rows = in_chunks(lambda ids: connection.execute(query.format(marks(ids)), (*ids, *told.values)).fetchall(), ids)
    last: dict[str, tuple[Factuality, Place]] = {row[0]: (row[1], row[2:]) for row in rows}
    words = read_words(connection, (place for _, place in last.values()))
    return [
        _known(happening, last[happening.id][0], words[last[happening.id][1]], as_of)
        if happening.id in last
        else happening
        for happening in happenings
    ]


def _known(happening: ListedHappening, factuality: Factuality, words: Words, as_of: date) -> ListedHappening:
    published = happening.label.published
    was_out = published is not None and published.since is not None and published.since <= as_of
    label = happening.label if was_out else words
    return msgspec.structs.replace(happening, factuality=factuality, label=label)
