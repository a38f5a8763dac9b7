"""One report with everything it says: by the ids of its own rows, whatever else is stored."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from standoff.core.records import Attribution, Commitment, Document, Event, Study
from standoff.core.settle import settled
from standoff.store.commitments import COMMITMENTS, commitment_of
from standoff.store.documents import read_document
from standoff.store.events import EVENTS, ParticipantRow, _event
from standoff.store.figures import FIGURES, _figure
from standoff.store.gaps import STUDY_GAPS, gap_of
from standoff.store.intervals import interval
from standoff.store.studies import ATTRIBUTIONS, MENTIONS, ContentRow, attribution_of, mention_of
from standoff.store.table import Row, grouped
from standoff.store.times import TIMES, time_of

AnyRow = TypeVar("AnyRow", bound=Row)

PLACES = (
    """SELECT document, start, "end" FROM mentions WHERE id = ?""",
    """SELECT document, start, "end" FROM events WHERE id = ?""",
    """SELECT document, start, "end" FROM figures WHERE id = ?""",
    """SELECT document, start, "end" FROM commitments WHERE id = ?""",
    """SELECT document, start, "end" FROM times WHERE id = ?""",
    """SELECT document, start, "end" FROM contents WHERE attribution = ? ORDER BY start LIMIT 1""",
)
"""Where a reading stands, of each kind that it may be."""


def read_study(connection: sqlite3.Connection, doc: str) -> tuple[Document, Study] | None:
    """The report of this id and what it says, with its date and times as datings settle them.

    ``None`` where there is no such report; a study with nothing in it where a build has not come to it.
    """
    document = read_document(connection, doc)
    if document is None:
        return None
    study = _study(connection, doc)
    row = connection.execute("SELECT published_since, published_until FROM datings WHERE document = ?", (doc,))
    dating = row.fetchone()
    if dating is None or document.published is not None:
        return document, study
    published = interval(*dating)
    return replace(document, published=published, published_basis="linked"), settled(study, published)


def place_of(connection: sqlite3.Connection, reading: str) -> tuple[str, int, int] | None:
    """The report and the place of a reading of any kind; ``None`` where there is none of this id."""
    for query in PLACES:
        found = connection.execute(query, (reading,)).fetchone()
        if found is not None:
            doc, start, end = found
            return doc, start, end
    return None


def _study(connection: sqlite3.Connection, doc: str) -> Study:
    return Study(
        doc=doc,
        mentions=tuple(mention_of(row) for row in MENTIONS.where(connection, "document", doc)),
        times=tuple(time_of(row) for row in TIMES.where(connection, "document", doc)),
        attributions=_attributions(connection, doc),
        events=_events(connection, doc),
        figures=tuple(_figure(row) for row in FIGURES.where(connection, "document", doc)),
        commitments=_commitments(connection, doc),
        gaps=tuple(gap_of(row) for row in STUDY_GAPS.where(connection, "study", doc)),
    )


def _attributions(connection: sqlite3.Connection, doc: str) -> tuple[Attribution, ...]:
    pieces = _parts(
        connection,
        ContentRow,
        """SELECT attribution, contents.document, start, "end" FROM attributions
        CROSS JOIN contents ON contents.attribution = attributions.id
        WHERE attributions.document = ? ORDER BY attribution, start""",
        doc,
    )
    content = grouped(pieces, lambda row: row.attribution)
    return tuple(attribution_of(row, content[row.id]) for row in ATTRIBUTIONS.where(connection, "document", doc))


def _events(connection: sqlite3.Connection, doc: str) -> tuple[Event, ...]:
    parts = _parts(
        connection,
        ParticipantRow,
        """SELECT event, event_participants.position, mention, role FROM events
        CROSS JOIN event_participants ON event_participants.event = events.id
        WHERE events.document = ? ORDER BY event, event_participants.position""",
        doc,
    )
    taking_part = grouped(parts, lambda row: row.event)
    return tuple(_event(row, taking_part.get(row.id, ())) for row in EVENTS.where(connection, "document", doc))


def _commitments(connection: sqlite3.Connection, doc: str) -> tuple[Commitment, ...]:
    found: dict[str, list[str]] = {}
    rows = connection.execute(
        """SELECT commitment, attribution FROM commitments
        CROSS JOIN commitment_relays ON commitment = commitments.id
        WHERE document = ? ORDER BY commitment, commitment_relays.position""",
        (doc,),
    )
    for commitment, attribution in rows:
        found.setdefault(commitment, []).append(attribution)
    relays: Mapping[str, Sequence[str]] = found
    return tuple(
        commitment_of(row, tuple(relays.get(row.id, ()))) for row in COMMITMENTS.where(connection, "document", doc)
    )


def _parts(connection: sqlite3.Connection, row: type[AnyRow], query: str, doc: str) -> list[AnyRow]:
    """The rows of a table of parts, whose columns the query names in the order of the row's fields."""
    return msgspec.convert(connection.execute(query, (doc,)).fetchall(), list[row])  # type: ignore[valid-type]
