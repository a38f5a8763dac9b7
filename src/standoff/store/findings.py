"""Findings as a whole: drawn by one version of the rules from all documents and studies, or absent."""

from __future__ import annotations

import sqlite3

from standoff.core.dossier import Dossier
from standoff.core.records import Gap
from standoff.store.accounts import read_accounts, read_lineages, write_accounts, write_lineages
from standoff.store.actors import read_actors, write_actors
from standoff.store.datings import read_datings, write_datings
from standoff.store.documents import read_documents
from standoff.store.gaps import GAPS, GapRow, gap_of
from standoff.store.studies import read_studies
from standoff.store.utterances import read_utterances, write_utterances

EMPTYING = ("datings", "utterances", "actors", "lineages", "accounts", "gaps")
"""The tables of findings, each before those it cites; their parts go with them."""


def findings_version(connection: sqlite3.Connection) -> str | None:
    """The version that drew the stored findings; ``None`` while documents or studies have changed since."""
    version: str | None = connection.execute("SELECT version FROM findings").fetchone()[0]
    return version


def drop_findings(connection: sqlite3.Connection) -> None:
    """Empty the findings: what they were drawn from is about to change."""
    if findings_version(connection) is None:
        return
    for table in EMPTYING:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of the list above
    connection.execute("UPDATE findings SET version = NULL")


def write_findings(connection: sqlite3.Connection, dossier: Dossier, version: str) -> None:
    """Make these the findings."""
    drop_findings(connection)
    GAPS.insert(connection, (_gap_row(n, gap) for n, gap in enumerate(dossier.gaps)))
    write_accounts(connection, dossier.accounts)
    write_lineages(connection, dossier.lineages)
    write_actors(connection, dossier.actors)
    write_utterances(connection, dossier.utterances)
    write_datings(connection, dossier.datings)
    connection.execute("UPDATE findings SET version = ?", (version,))


def read_dossier(connection: sqlite3.Connection) -> Dossier:
    """Everything, as written."""
    return Dossier(
        documents=read_documents(connection),
        studies=read_studies(connection),
        gaps=tuple(gap_of(row) for row in GAPS.select(connection)),
        accounts=read_accounts(connection),
        lineages=read_lineages(connection),
        actors=read_actors(connection),
        utterances=read_utterances(connection),
        datings=read_datings(connection),
    )


def _gap_row(position: int, gap: Gap) -> GapRow:
    return GapRow(position=position, path=gap.path, room=gap.room, reason=gap.reason, document=gap.doc)
