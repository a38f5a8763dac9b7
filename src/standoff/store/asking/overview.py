"""The state of the crisis: how much there is of everything, and what matters most, is newest and sharpest."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

import msgspec

from standoff.core.when import When
from standoff.store.asking.days import DaysAsked, ListedDay, list_days
from standoff.store.asking.discrepancies import DiscrepanciesAsked, ListedDiscrepancy, list_discrepancies
from standoff.store.asking.listed import Page, when_of
from standoff.store.asking.measures import ListedMeasure, MeasuresAsked, list_measures
from standoff.store.asking.obligations import ListedObligation, obligations_of
from standoff.store.asking.utterances import ListedUtterance, UtterancesAsked, list_utterances

DAYS, OBLIGATIONS, DISCREPANCIES, UTTERANCES, MEASURES = 4, 4, 4, 3, 3
"""Of each so many as one screen holds."""

Counts = Mapping[str, Mapping[str, int]]
"""By kind of record; inside by value of the field that tells them apart, with the total under ''."""

FIELDS = {"happening": "factuality", "obligation": "status", "discrepancy": "severity"}
"""The kinds that are counted by more than their total, and the field by which."""


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """What one screen tells of a crisis."""

    documents: int
    accounts: int
    """Independent ones: documents with one origin are one."""
    published: When | None
    """From the first report to the last; ``None`` where no report has a day."""
    counts: Counts
    days: tuple[ListedDay, ...]
    """The days that matter most, in order of time."""
    obligations: tuple[ListedObligation, ...]
    """Last moved first."""
    discrepancies: tuple[ListedDiscrepancy, ...]
    """The gravest first."""
    utterances: tuple[ListedUtterance, ...]
    """Those that most accounts tell."""
    measures: tuple[ListedMeasure, ...]
    """Those with the most competing numbers."""

    def total(self, kind: str, value: str = "") -> int:
        """How many records there are of a kind, or of those with a value."""
        return self.counts.get(kind, {}).get(value, 0)


def overview(connection: sqlite3.Connection) -> Overview:
    """The state of the crisis, from counts that stand ready and the first of each list."""
    (documents,) = connection.execute("SELECT count(*) FROM documents").fetchone()
    counts = _counts(connection)
    days = list_days(connection, DaysAsked(order="told"), Page(1, DAYS)).items
    return Overview(
        documents=documents,
        accounts=counts.get("account", {}).get("", 0),
        published=_published(connection),
        counts=counts,
        days=tuple(sorted(days, key=lambda day: day.day)),
        obligations=_last_moved(connection),
        discrepancies=list_discrepancies(connection, DiscrepanciesAsked(), Page(1, DISCREPANCIES)).items,
        utterances=list_utterances(connection, UtterancesAsked(), Page(1, UTTERANCES)).items,
        measures=list_measures(connection, MeasuresAsked(), Page(1, MEASURES)).items,
    )


def _last_moved(connection: sqlite3.Connection) -> tuple[ListedObligation, ...]:
    query = "SELECT obligation FROM last_moves ORDER BY day DESC, position LIMIT ?"
    ids = [key for (key,) in connection.execute(query, (OBLIGATIONS,))]
    found = obligations_of(connection, ids)
    return tuple(found[key] for key in ids)


def _counts(connection: sqlite3.Connection) -> Counts:
    asked = [(kind, "") for (kind,) in connection.execute("SELECT kind FROM tallies WHERE field = ''")]
    found: dict[str, dict[str, int]] = {}
    for kind, field in (*asked, *FIELDS.items()):
        query = "SELECT value, records FROM tallies WHERE kind = ? AND field = ?"
        found.setdefault(kind, {}).update(connection.execute(query, (kind, field)).fetchall())
    return found


def _published(connection: sqlite3.Connection) -> When | None:
    """From the first day on which a report was published to the last; open ends tell neither."""
    # One after the other: SQLite finds the least or the greatest in an index, and both at once by going through it.
    rows = [
        [
            connection.execute(f"SELECT {end}(published_since) FROM {table} WHERE published_since >= '0'").fetchone()[0]  # noqa: S608
            for end in ("min", "max")
        ]
        for table in ("documents", "datings")
    ]
    firsts, lasts = [row[0] for row in rows if row[0]], [row[1] for row in rows if row[1]]
    if not firsts:
        return None
    last = when_of(max(lasts), "..")
    first = when_of(min(firsts), "..")
    assert first is not None, "both columns are told"
    assert last is not None, "both columns are told"
    assert last.since is not None, "days that are told"
    return When(first.since, When.day(last.since).until)
