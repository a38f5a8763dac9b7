"""Gaps as rows: of a source, of a study, of the dossier."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.core.records import Gap
from standoff.core.vocabulary import Room
from standoff.store.table import Row, Table


class GapRow(Row, frozen=True):
    """A gap of the dossier."""

    position: int
    path: str
    room: Room
    reason: str
    document: str | None


class SourceGapRow(GapRow, frozen=True):
    """A gap of a source: what could not be read of it."""

    source: str
    sha256: str


class StudyGapRow(GapRow, frozen=True):
    """A gap of a study: what could not be decided in its document."""

    study: str


GAPS = Table("gaps", GapRow, "position")
SOURCE_GAPS = Table("source_gaps", SourceGapRow, "source, sha256, position")
STUDY_GAPS = Table("study_gaps", StudyGapRow, "study, position")


def gap_of(row: GapRow) -> Gap:
    """The gap that a row of any of the three tables holds."""
    return Gap(path=row.path, room=row.room, reason=row.reason, doc=row.document)


def sorted_gaps(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Each gap once, in order. One that concerns no document comes before those that do."""
    return tuple(sorted(set(gaps), key=Gap.key))
