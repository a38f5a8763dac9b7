"""Discrepancies: where accounts cannot all be right, or say it differently, side by side."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import Cause, Check, Severity
from standoff.store.asking.conditions import Condition, among, equal, where
from standoff.store.asking.listed import (
    ActorName,
    Listed,
    Page,
    Words,
    day_text,
    in_chunks,
    listed,
    marks,
    why_of,
)
from standoff.store.asking.matching import told_where
from standoff.store.asking.parties import party
from standoff.store.asking.subjects import Subject, subjects_of
from standoff.store.asking.surroundings import Around, read_around
from standoff.store.asking.words import Place, actor_names, read_words

AROUND = 200
"""Characters of a report around what a side says, where it is shown alone: a sentence or two."""
AROUND_LISTED = 70
"""The same in a list: a line."""

GRAVEST = """CASE severity WHEN 'grave' THEN 0 WHEN 'notable' THEN 1 ELSE 2 END,
    (SELECT documents FROM told WHERE kind = 'discrepancy' AND finding = discrepancies.id) DESC,
    score DESC, discrepancies.position"""
"""What a reader must see first; of equals what most reports are part of, then the surest."""


class DiscrepanciesAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which discrepancies are asked for: all of what is given must hold."""

    check: Check | None = None
    severity: Severity | None = None
    cause: Cause | None = None
    speaker: str | None = None
    """The id of an actor who says one of the sides, or words of its name."""
    document: str | None = None
    """In which one of the sides stands."""
    about: str | None = None
    """The id of the finding within which they differ."""
    q: str | None = None
    """Words that stand in the paragraph of one of the sides."""
    as_of: date | None = None
    """As known on this day: a second side was told in a report published by then."""


class SideTold(msgspec.Struct, frozen=True, kw_only=True):
    """What one account says."""

    words: Words
    """The words that differ."""
    around: Around
    reading: str | None
    speaker: ActorName | None
    """``None``: the reporter, or nobody named."""
    account: str | None


class ListedDiscrepancy(msgspec.Struct, frozen=True, kw_only=True):
    """A discrepancy with its sides."""

    id: str
    check: Check
    severity: Severity
    cause: Cause
    sentence: str
    """What a user is told, without words of the reports."""
    sides: tuple[SideTold, ...]
    """Two or more, in order of place."""
    about: Subject | None
    """The finding within which they differ."""

    @property
    def distinct(self) -> tuple[SideTold, ...]:
        """Its sides without those where one speaker says the same words again, as copies of a report do."""
        first = {(each.speaker and each.speaker.id, each.words.words): each for each in reversed(self.sides)}
        return tuple(each for each in self.sides if first[each.speaker and each.speaker.id, each.words.words] is each)


class WholeDiscrepancy(ListedDiscrepancy, frozen=True, kw_only=True):
    """A discrepancy with more of the words around its sides, and why it was made."""

    why: Why


SELECT = 'SELECT id, "check", severity, cause, sentence, about, finder, score, detail, runner_up FROM discrepancies'


def list_discrepancies(
    connection: sqlite3.Connection, asked: DiscrepanciesAsked, page: Page
) -> Listed[ListedDiscrepancy]:
    """Discrepancies, the gravest first, a page of them."""
    condition = _condition(asked)
    (total,) = connection.execute(f"SELECT count(*) FROM discrepancies{condition.sql}", condition.values).fetchone()  # noqa: S608
    rows = connection.execute(
        f"{SELECT}{condition.sql} ORDER BY {GRAVEST} LIMIT ? OFFSET ?",
        (*condition.values, page.size, page.offset),
    ).fetchall()
    return listed(_told(connection, rows), total, page)


def count_discrepancies(connection: sqlite3.Connection, asked: DiscrepanciesAsked) -> Mapping[Severity, int]:
    """How many there are of each severity among those asked for, whatever severity is asked for."""
    condition = _condition(msgspec.structs.replace(asked, severity=None))
    rows = connection.execute(
        f"SELECT severity, count(*) FROM discrepancies{condition.sql} GROUP BY 1",  # noqa: S608
        condition.values,
    )
    return dict(rows.fetchall())


def discrepancies_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ListedDiscrepancy]:
    """Discrepancies by their ids."""
    rows = in_chunks(
        lambda chunk: connection.execute(f"{SELECT} WHERE id IN ({marks(chunk)})", chunk).fetchall(),
        sorted(set(ids)),
    )
    return {each.id: each for each in _told(connection, rows)}


def discrepancies_about(
    connection: sqlite3.Connection, findings: Sequence[str], readings: Sequence[str] = (), most: int = 50
) -> tuple[ListedDiscrepancy, ...]:
    """Those about any of these findings, or with a side that one of these readings says; the gravest first."""
    about, sides = marks(findings), marks(readings)
    rows = connection.execute(
        f"""{SELECT} WHERE about IN ({about}) OR id IN (SELECT discrepancy FROM sides WHERE reading IN ({sides}))
        ORDER BY {GRAVEST} LIMIT ?""",  # noqa: S608
        (*findings, *readings, most),
    ).fetchall()
    return tuple(_told(connection, rows))


def whole_discrepancy(connection: sqlite3.Connection, key: str) -> WholeDiscrepancy | None:
    """One discrepancy with the words around each side; ``None`` where there is none of this id."""
    row = connection.execute(f"{SELECT} WHERE id = ?", (key,)).fetchone()
    if row is None:
        return None
    (known,) = _told(connection, [row], AROUND)
    fields = {name: getattr(known, name) for name in ListedDiscrepancy.__struct_fields__}
    return WholeDiscrepancy(**fields, why=why_of(*row[6:]))


def _condition(asked: DiscrepanciesAsked) -> Condition:
    of_sides = "discrepancies.id IN (SELECT discrepancy FROM sides WHERE {})"
    return where(
        [
            equal('"check"', asked.check),
            equal("severity", asked.severity),
            equal("cause", asked.cause),
            among(among(party(asked.speaker), "sides.speaker {}"), of_sides),
            among(equal("sides.document", asked.document), of_sides),
            equal("about", asked.about),
            told_where("discrepancies.id IN (SELECT sides.discrepancy", "sides", asked.q),
            _told_twice(asked.as_of),
        ]
    )


def _told_twice(as_of: date | None) -> Condition | None:
    """That two sides stand in reports published by that day."""
    if as_of is None:
        return None
    return Condition(
        """(
            SELECT count(*) FROM sides CROSS JOIN told ON told.kind = 'document' AND told.finding = sides.document
            WHERE sides.discrepancy = discrepancies.id AND told.first < ?
        ) > 1""",
        (day_text(as_of + timedelta(days=1)),),
    )


class _Row(msgspec.Struct, frozen=True, array_like=True):
    id: str
    check: Check
    severity: Severity
    cause: Cause
    sentence: str
    about: str | None
    finder: str
    score: float
    detail: str
    runner_up: str | None


class _Side(msgspec.Struct, frozen=True, array_like=True):
    discrepancy: str
    document: str
    start: int
    end: int
    reading: str | None
    speaker: str | None
    account: str | None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.document, self.start, self.end


def _told(
    connection: sqlite3.Connection, rows: Sequence[tuple[object, ...]], around: int = AROUND_LISTED
) -> list[ListedDiscrepancy]:
    """The rows with their sides and what they are about."""
    known = msgspec.convert(rows, list[_Row])
    sides = _sides(connection, [row.id for row in known], around)
    subjects = subjects_of(connection, (row.about for row in known if row.about is not None))
    return [
        ListedDiscrepancy(
            id=row.id,
            check=row.check,
            severity=row.severity,
            cause=row.cause,
            sentence=row.sentence,
            sides=tuple(sides[row.id]),
            about=None if row.about is None else subjects.get(row.about),
        )
        for row in known
    ]


def _sides(connection: sqlite3.Connection, ids: Sequence[str], around: int) -> Mapping[str, list[SideTold]]:
    query = """SELECT discrepancy, sides.document, start, "end", reading, speaker, account FROM sides
        LEFT JOIN account_documents ON account_documents.document = sides.document
        WHERE discrepancy IN ({}) ORDER BY discrepancy, sides.position"""
    found = in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), ids)
    rows = msgspec.convert(found, list[_Side])
    words = read_words(connection, (row.place for row in rows))
    contexts = read_around(connection, (row.place for row in rows), around)
    names = actor_names(connection, (row.speaker for row in rows if row.speaker is not None))
    sides: defaultdict[str, list[SideTold]] = defaultdict(list)
    for row in rows:
        sides[row.discrepancy].append(
            SideTold(
                words=words[row.place],
                around=contexts[row.place],
                reading=row.reading,
                speaker=None if row.speaker is None else names[row.speaker],
                account=row.account,
            )
        )
    return sides
