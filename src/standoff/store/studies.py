"""Studies as rows: the readings of each document, taken alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from standoff.core.records import Attribution, Gap, Mention, Study
from standoff.core.span import Span
from standoff.core.vocabulary import Act, Form, MentionType, Mode
from standoff.store.commitments import read_commitments, write_commitments
from standoff.store.events import read_events, write_events
from standoff.store.figures import read_figures, write_figures
from standoff.store.gaps import STUDY_GAPS, StudyGapRow, gap_of
from standoff.store.readings import PlacedRow, ReadingRow
from standoff.store.reasons import reason, why_of
from standoff.store.table import Row, Table, ends, grouped, span_of
from standoff.store.times import read_times, write_times


class StudyRow(Row, frozen=True):
    """That a document was studied, and by which version."""

    document: str
    version: str


class MentionRow(PlacedRow, frozen=True):
    """A mention."""

    type: MentionType
    form: Form
    name_start: int | None
    name_end: int | None
    role_start: int | None
    role_end: int | None
    refers: str | None


class AttributionRow(ReadingRow, frozen=True):
    """An attribution without the pieces of its content."""

    source_start: int | None
    source_end: int | None
    cue_start: int | None
    cue_end: int | None
    mode: Mode
    act: Act
    speaker: str | None
    within: str | None


class ContentRow(Row, frozen=True):
    """A piece of an attribution's content."""

    attribution: str
    document: str
    start: int
    end: int


STUDIES = Table("studies", StudyRow, "document")
MENTIONS = Table("mentions", MentionRow, "document, position")
ATTRIBUTIONS = Table("attributions", AttributionRow, "document, position")
CONTENTS = Table("contents", ContentRow, "attribution, start")


def write_study(connection: sqlite3.Connection, study: Study, version: str) -> None:
    """Make this the study of its document; an older one goes, with its readings."""
    connection.execute("DELETE FROM studies WHERE document = ?", (study.doc,))
    STUDIES.insert(connection, [StudyRow(document=study.doc, version=version)])
    MENTIONS.insert(connection, (_mention_row(n, mention) for n, mention in enumerate(study.mentions)))
    ATTRIBUTIONS.insert(connection, (_attribution_row(n, said) for n, said in enumerate(study.attributions)))
    CONTENTS.insert(connection, (row for said in study.attributions for row in _content_rows(said)))
    write_times(connection, study.times)
    write_events(connection, study.events)
    write_figures(connection, study.figures)
    write_commitments(connection, study.commitments)
    STUDY_GAPS.insert(connection, (_gap_row(study.doc, n, gap) for n, gap in enumerate(study.gaps)))


def read_studies(connection: sqlite3.Connection) -> tuple[Study, ...]:
    """Every study, sorted by document."""
    mentions = grouped(MENTIONS.select(connection), lambda row: row.document)
    attributions = grouped(ATTRIBUTIONS.select(connection), lambda row: row.document)
    contents = grouped(CONTENTS.select(connection), lambda row: row.attribution)
    times, events = read_times(connection), read_events(connection)
    figures, commitments = read_figures(connection), read_commitments(connection)
    gaps = grouped(STUDY_GAPS.select(connection), lambda row: row.study)
    return tuple(
        Study(
            doc=row.document,
            mentions=tuple(mention_of(part) for part in mentions.get(row.document, ())),
            attributions=tuple(attribution_of(part, contents[part.id]) for part in attributions.get(row.document, ())),
            times=times.get(row.document, ()),
            events=events.get(row.document, ()),
            figures=figures.get(row.document, ()),
            commitments=commitments.get(row.document, ()),
            gaps=tuple(gap_of(part) for part in gaps.get(row.document, ())),
        )
        for row in STUDIES.select(connection)
    )


def _mention_row(position: int, mention: Mention) -> MentionRow:
    name_start, name_end = ends(mention.name)
    role_start, role_end = ends(mention.role)
    return MentionRow(
        id=mention.id,
        document=mention.at.doc,
        position=position,
        start=mention.at.start,
        end=mention.at.end,
        type=mention.type,
        form=mention.form,
        name_start=name_start,
        name_end=name_end,
        role_start=role_start,
        role_end=role_end,
        refers=mention.refers,
        **reason(mention.why),
    )


def mention_of(row: MentionRow) -> Mention:
    """The mention that a row holds."""
    return Mention(
        at=Span(row.document, row.start, row.end),
        type=row.type,
        form=row.form,
        name=span_of(row.document, row.name_start, row.name_end),
        role=span_of(row.document, row.role_start, row.role_end),
        refers=row.refers,
        why=why_of(row),
    )


def _attribution_row(position: int, said: Attribution) -> AttributionRow:
    source_start, source_end = ends(said.source)
    cue_start, cue_end = ends(said.cue)
    return AttributionRow(
        id=said.id,
        document=said.doc,
        position=position,
        source_start=source_start,
        source_end=source_end,
        cue_start=cue_start,
        cue_end=cue_end,
        mode=said.mode,
        act=said.act,
        speaker=said.speaker,
        within=said.within,
        **reason(said.why),
    )


def _content_rows(said: Attribution) -> Iterable[ContentRow]:
    said_id = said.id
    return (ContentRow(attribution=said_id, document=p.doc, start=p.start, end=p.end) for p in said.content)


def attribution_of(row: AttributionRow, content: Iterable[ContentRow]) -> Attribution:
    """The attribution that a row and those of its content hold."""
    return Attribution(
        source=span_of(row.document, row.source_start, row.source_end),
        cue=span_of(row.document, row.cue_start, row.cue_end),
        content=tuple(Span(piece.document, piece.start, piece.end) for piece in content),
        mode=row.mode,
        act=row.act,
        speaker=row.speaker,
        within=row.within,
        why=why_of(row),
    )


def _gap_row(study: str, position: int, gap: Gap) -> StudyGapRow:
    return StudyGapRow(
        study=study, position=position, path=gap.path, room=gap.room, reason=gap.reason, document=gap.doc
    )
