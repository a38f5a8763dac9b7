"""Findings as a whole: drawn by one version of the rules from all documents and studies, or absent."""

from __future__ import annotations

import sqlite3

from standoff.core.dossier import Dossier
from standoff.core.judgements import Judgement
from standoff.core.records import Gap
from standoff.store.accounts import (
    read_accounts,
    read_lineages,
    read_topics,
    write_accounts,
    write_lineages,
    write_topics,
)
from standoff.store.actors import read_actors, write_actors
from standoff.store.datings import read_datings, write_datings
from standoff.store.days import read_days, write_days
from standoff.store.discrepancies import read_discrepancies, write_discrepancies
from standoff.store.documents import read_documents
from standoff.store.gaps import GAPS, GapRow, gap_of
from standoff.store.happenings import read_happenings, write_happenings
from standoff.store.judgements import read_judgements
from standoff.store.measures import read_measures, write_measures
from standoff.store.obligations import read_obligations, write_obligations
from standoff.store.paragraphs import empty_search, write_paragraphs
from standoff.store.readouts import read_readouts, write_readouts
from standoff.store.studies import read_studies
from standoff.store.tallies import write_tallies
from standoff.store.utterances import read_utterances, write_utterances

EMPTYING = (
    "paragraphs", "statement_tallies", "statement_acts", "statements",
    "utterance_acts", "tallies", "told", "last_moves", "measure_tallies",
    "dealings", "callings", "actor_tallies", "mention_actors",
    "sides", "discrepancies", "points", "readouts", "moves", "obligation_accounts", "obligation_commitments",
    "obligations", "claim_figures", "claims", "measures", "day_accounts", "day_documents", "day_sentences", "days",
    "stages", "happening_accounts", "happening_participants", "happening_events", "happenings", "settled_times",
    "dating_times", "dating_documents", "datings", "differences", "utterance_accounts", "utterance_attributions",
    "utterances", "metonym_mentions", "metonym_actors", "metonyms", "joins", "actor_roles", "actor_mentions",
    "actor_names", "actors", "topic_documents", "topics", "passages", "lineages", "account_documents", "accounts",
    "gaps",
)  # fmt: skip
"""The tables of findings, parts before their wholes: SQLite empties a table that nothing refers to at once, and one
whose parts are to go with it row by row."""


def findings_version(connection: sqlite3.Connection) -> str | None:
    """The version that drew the stored findings; ``None`` while documents or studies have changed since."""
    version: str | None = connection.execute("SELECT version FROM findings").fetchone()[0]
    return version


def judgements_waiting(connection: sqlite3.Connection) -> int:
    """How many judgements were given since the findings were drawn."""
    (waiting,) = connection.execute("SELECT (SELECT count(*) FROM judgements) - judgements FROM findings").fetchone()
    return int(waiting)


def drop_findings(connection: sqlite3.Connection) -> None:
    """Empty the findings: what they were drawn from is about to change."""
    if findings_version(connection) is None:
        return
    empty_search(connection)
    for table in EMPTYING:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of the list above
    connection.execute("UPDATE findings SET version = NULL, judgements = 0")


def write_findings(connection: sqlite3.Connection, dossier: Dossier, version: str) -> None:
    """Make these the findings."""
    drop_findings(connection)
    GAPS.insert(connection, (_gap_row(n, gap) for n, gap in enumerate(dossier.gaps)))
    write_accounts(connection, dossier.accounts)
    write_lineages(connection, dossier.lineages)
    write_topics(connection, dossier.topics)
    write_actors(connection, dossier.actors)
    write_utterances(connection, dossier.utterances)
    write_datings(connection, dossier.datings, dossier.studies)
    write_happenings(connection, dossier.happenings)
    write_days(connection, dossier.days)
    write_measures(connection, dossier.measures)
    write_obligations(connection, dossier.obligations)
    write_readouts(connection, dossier.readouts)
    write_discrepancies(connection, dossier.discrepancies)
    write_tallies(connection)
    write_paragraphs(connection, dossier.documents)
    connection.execute("UPDATE findings SET version = ?, judgements = ?", (version, len(dossier.judgements)))


def read_dossier(connection: sqlite3.Connection) -> Dossier:
    """Everything, as written: of the judgements those that the findings honour."""
    return Dossier(
        documents=read_documents(connection),
        studies=read_studies(connection),
        gaps=tuple(gap_of(row) for row in GAPS.select(connection)),
        judgements=_honoured(connection),
        accounts=read_accounts(connection),
        lineages=read_lineages(connection),
        topics=read_topics(connection),
        actors=read_actors(connection),
        utterances=read_utterances(connection),
        datings=read_datings(connection),
        happenings=read_happenings(connection),
        days=read_days(connection),
        measures=read_measures(connection),
        obligations=read_obligations(connection),
        readouts=read_readouts(connection),
        discrepancies=read_discrepancies(connection),
    )


def _honoured(connection: sqlite3.Connection) -> tuple[Judgement, ...]:
    (honoured,) = connection.execute("SELECT judgements FROM findings").fetchone()
    return read_judgements(connection)[:honoured]


def _gap_row(position: int, gap: Gap) -> GapRow:
    return GapRow(position=position, path=gap.path, room=gap.room, reason=gap.reason, document=gap.doc)
