"""One happening with all that is told of it: its course, its events by account, and what hangs on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import Factuality, Status, WhenBasis
from standoff.store.asking.discrepancies import ListedDiscrepancy, discrepancies_about
from standoff.store.asking.happenings import ListedHappening, happenings_of
from standoff.store.asking.listed import Words, why_of
from standoff.store.asking.sentences import read_sentences
from standoff.store.asking.surroundings import Around
from standoff.store.asking.words import read_words

MOST_EVENTS = 100
"""Events shown of one happening, and as many of what hangs on it; the numbers of all are told."""


BASES: Mapping[WhenBasis, str] = {
    "explicit": "the words name the day",
    "published": "reckoned from the day of the report",
    "reference": "reckoned from another time in the report",
    "attribution": "the day of the statement that it is told in",
    "event": "told where the report tells it again",
    "linked": "the report has no date; other reports tell it",
}


class StageTold(msgspec.Struct, frozen=True, kw_only=True):
    """What a happening was said to be from one report on."""

    factuality: Factuality
    event: str
    words: Words
    context: Around


class EventTold(msgspec.Struct, frozen=True, kw_only=True):
    """One event of a happening: the words of one report for it."""

    id: str
    words: Words
    context: Around
    factuality: Factuality


class AccountTold(msgspec.Struct, frozen=True, kw_only=True):
    """The events of one account: reports with one origin."""

    account: str
    reports: int
    events: tuple[EventTold, ...]


class MovedObligation(msgspec.Struct, frozen=True, kw_only=True):
    """An obligation that the happening moved."""

    obligation: str
    status: Status
    """That it came to by this."""
    rule: str
    words: Words
    """The obligation's own."""


class WholeHappening(ListedHappening, frozen=True, kw_only=True):
    """A happening with its course, the events it is made of, and what hangs on it."""

    basis: str | None
    """The words that tell its day, in a sentence."""
    course: tuple[StageTold, ...]
    told: tuple[AccountTold, ...]
    """By account, those with the earliest reports first."""
    events: int
    """How many events there are; ``told`` holds the first ones of very many."""
    moved: tuple[MovedObligation, ...]
    discrepancies: tuple[ListedDiscrepancy, ...]
    readouts: tuple[str, ...]
    """The ids of readouts of it that are set side by side."""
    why: Why


def whole_happening(connection: sqlite3.Connection, key: str) -> WholeHappening | None:
    """One happening with all that is told of it; ``None`` where there is none of this id."""
    known = happenings_of(connection, [key]).get(key)
    if known is None:
        return None
    reason = connection.execute("SELECT finder, score, detail, runner_up FROM happenings WHERE id = ?", (key,))
    (events,) = connection.execute("SELECT count(*) FROM happening_events WHERE happening = ?", (key,)).fetchone()
    return WholeHappening(
        **{name: getattr(known, name) for name in ListedHappening.__struct_fields__},
        basis=None if known.when_basis is None else BASES[known.when_basis],
        course=_course(connection, key),
        told=_told(connection, key),
        events=events,
        moved=_moved(connection, key),
        discrepancies=discrepancies_about(connection, [key]),
        readouts=_readouts(connection, key),
        why=why_of(*reason.fetchone()),
    )


def _course(connection: sqlite3.Connection, key: str) -> tuple[StageTold, ...]:
    rows = connection.execute(
        """SELECT stages.factuality, events.id, events.document, events.start, events."end"
        FROM stages JOIN events ON events.id = stages.event WHERE happening = ? ORDER BY stages.position""",
        (key,),
    ).fetchall()
    words = read_words(connection, [row[2:] for row in rows])
    around = read_sentences(connection, [row[2:] for row in rows])
    return tuple(
        StageTold(factuality=row[0], event=row[1], words=words[row[2:]], context=around[row[2:]]) for row in rows
    )


def _told(connection: sqlite3.Connection, key: str) -> tuple[AccountTold, ...]:
    """By account, in the order of its first report; inside by report."""
    rows = connection.execute(
        f"""SELECT account_documents.account, events.id, events.factuality,
            events.document, events.start, events."end",
            coalesce(documents.published_since, datings.published_since)
        FROM happening_events
        JOIN events ON events.id = event
        JOIN documents ON documents.id = events.document
        JOIN account_documents ON account_documents.document = events.document
        LEFT JOIN datings ON datings.document = events.document
        WHERE happening = ?
        ORDER BY 7 IS NULL, 7, documents.path, documents.id, events.start LIMIT {MOST_EVENTS}""",  # noqa: S608
        (key,),
    ).fetchall()
    words = read_words(connection, [row[3:6] for row in rows])
    around = read_sentences(connection, [row[3:6] for row in rows])
    by_account: dict[str, list[EventTold]] = {}
    for account, event, factuality, *place, _ in rows:
        at = (place[0], place[1], place[2])
        told = EventTold(id=event, factuality=factuality, words=words[at], context=around[at])
        by_account.setdefault(account, []).append(told)
    return tuple(
        AccountTold(account=account, reports=len({each.words.doc for each in told}), events=tuple(told))
        for account, told in by_account.items()
    )


def _moved(connection: sqlite3.Connection, key: str) -> tuple[MovedObligation, ...]:
    rows = connection.execute(
        """SELECT obligations.id, moves.status, moves.rule, label_document, label_start, label_end
        FROM moves JOIN obligations ON obligations.id = moves.obligation
        WHERE moves.happening = ? ORDER BY obligations.position, moves.position LIMIT ?""",
        (key, MOST_EVENTS),
    ).fetchall()
    words = read_words(connection, [row[3:] for row in rows])
    return tuple(MovedObligation(obligation=row[0], status=row[1], rule=row[2], words=words[row[3:]]) for row in rows)


def _readouts(connection: sqlite3.Connection, key: str) -> tuple[str, ...]:
    query = "SELECT id FROM readouts WHERE happening = ? ORDER BY position LIMIT ?"
    return tuple(found for (found,) in connection.execute(query, (key, MOST_EVENTS)))
