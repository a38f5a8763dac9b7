"""The days that matter: those that reports tell most of, each with the sentences that tell it best."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

import msgspec

from standoff.core.findings import Independent
from standoff.core.records import Why
from standoff.store.asking.conditions import Condition, among, overlapping, where
from standoff.store.asking.listed import Listed, Page, Words, in_chunks, listed, marks, why_of
from standoff.store.asking.search import match_expression
from standoff.store.asking.words import Place, read_words

Order = Literal["time", "newest", "told"]

ORDERS: Mapping[Order, str] = {
    "time": "when_since, position",
    "newest": "when_since DESC, position",
    "told": "score DESC, when_since, position",
}


class DaysAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which days are asked for."""

    q: str | None = None
    """Words of a report that names the day."""
    since: date | None = None
    """From this day on."""
    until: date | None = None
    """Before this day."""
    order: Order = "time"


class ListedDay(msgspec.Struct, frozen=True, kw_only=True):
    """A day that matters."""

    id: str
    day: date
    sentences: tuple[Words, ...]
    """The best first."""
    documents: int
    """How many name it."""
    independent: Independent
    weight: float
    """What is told of it, as a share of what is told of the fullest day."""
    why: Why


def list_days(connection: sqlite3.Connection, asked: DaysAsked, page: Page) -> Listed[ListedDay]:
    """Days that matter, a page of them."""
    condition = _condition(asked)
    (total,) = connection.execute(f"SELECT count(*) FROM days{condition.sql}", condition.values).fetchone()  # noqa: S608
    query = f"""SELECT id, when_since, "lower", "upper", finder, score, detail, runner_up,
            (SELECT count(*) FROM day_documents WHERE day = days.id)
        FROM days{condition.sql} ORDER BY {ORDERS[asked.order]} LIMIT ? OFFSET ?"""  # noqa: S608
    rows = connection.execute(query, (*condition.values, page.size, page.offset)).fetchall()
    places = _sentences(connection, [row[0] for row in rows])
    words = read_words(connection, (place for of_day in places.values() for place in of_day))
    found = [
        ListedDay(
            id=row[0],
            day=date.fromisoformat(row[1]),
            sentences=tuple(words[place] for place in places[row[0]]),
            documents=row[8],
            independent=Independent(lower=row[2], upper=row[3]),
            weight=row[5],
            why=why_of(*row[4:8]),
        )
        for row in rows
    ]
    return listed(found, total, page)


def _condition(asked: DaysAsked) -> Condition:
    return where([overlapping("when_since", "when_until", asked.since, asked.until), _by_words(asked.q)])


def _by_words(words: str | None) -> Condition | None:
    """That one of the sentences that tell it stands in a passage with these words."""
    if words is None:
        return None
    expression = match_expression(words)
    found = Condition("search MATCH ?", (expression,)) if expression else Condition("FALSE")
    return among(
        found,
        """id IN (SELECT day FROM day_sentences
            JOIN paragraphs ON paragraphs.document = day_sentences.document
                AND day_sentences.start >= paragraphs.start AND day_sentences.start < paragraphs."end"
            JOIN search ON search.rowid = paragraphs.position WHERE {})""",
    )


def _sentences(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, Sequence[Place]]:
    """Where the sentences of each day stand, the best first."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    query = 'SELECT day, document, start, "end" FROM day_sentences WHERE day IN ({}) ORDER BY day, position'
    for day, *place in in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), ids):
        found[day].append((place[0], place[1], place[2]))
    return found
