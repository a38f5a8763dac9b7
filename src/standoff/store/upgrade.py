"""Brings a store of an earlier version to this one, in place: documents and studies stay, findings are drawn anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

UPGRADED = (2, 3)
"""The versions whose tables of documents and studies are those of this one; any older store must be built again."""

FINDINGS_OF_2 = (
    "account_documents", "accounts", "actor_mentions", "actor_names", "actor_roles", "actors", "dating_documents",
    "dating_times", "datings", "differences", "findings", "gaps", "joins", "lineages", "passages",
    "utterance_accounts", "utterance_attributions", "utterances",
)  # fmt: skip
"""The tables of findings in version 2."""

FINDINGS_OF_3 = (
    *FINDINGS_OF_2, "claim_figures", "claims", "day_accounts", "day_documents", "day_sentences", "days",
    "discrepancies", "happening_accounts", "happening_events", "happening_participants", "happenings", "measures",
    "metonym_actors", "metonym_mentions", "metonyms", "moves", "obligation_accounts", "obligation_commitments",
    "obligations", "points", "readouts", "settled_times", "sides", "stages", "topic_documents", "topics",
)  # fmt: skip
"""The tables of findings in version 3."""


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the store's tables."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(connection: sqlite3.Connection) -> None:
    """Give a store of an earlier version the tables of this one, within the transaction that is open.

    Foreign keys must not be enforced: what is dropped is dropped whole. Judgements stay, or begin empty where there
    were none; findings count as not drawn, and the next build draws them.
    """
    before = version_of(connection)
    views = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    for (view,) in views:
        connection.execute('DROP VIEW "{}"'.format(view.replace('"', '""')))
    for table in FINDINGS_OF_2 if before == 2 else FINDINGS_OF_3:
        connection.execute(f"DROP TABLE {table}")
    if before == 2:
        run_script(connection, "judgements.sql")
    connection.execute("DROP INDEX mentions_document")
    for script in ("findings.sql", "reckoned.sql", "paging.sql", "views.sql"):
        run_script(connection, script)
    connection.execute("UPDATE findings SET version = NULL")


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run a script of this package, one statement at a time: ``executescript`` would end the transaction."""
    for statement in _statements((files("standoff.store") / script).read_text(encoding="utf-8")):
        connection.execute(statement)


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
