"""What was said, whole, in the order of lists: utterances, and beside them what one report alone tells."""

from __future__ import annotations

import sqlite3
from typing import Literal

from standoff.core.vocabulary import ACT_ORDER, Act, Mode
from standoff.store.table import Row, Table

Kind = Literal["utterance", "attribution"]


class StatementRow(Row, frozen=True):
    """An utterance, or an attribution that is in none."""

    position: int
    finding: str
    kind: Kind
    speaker: str | None
    mode: Mode
    weight: int
    day: str | None
    upper: int


class StatementActRow(Row, frozen=True):
    """An act that a statement is told with."""

    act: Act
    statement: int


class StatementTallyRow(Row, frozen=True):
    """How many statements of a kind have an act and a mode; empty: any."""

    kind: Kind
    act: str
    mode: str
    statements: int


STATEMENTS = Table("statements", StatementRow, "position")
STATEMENT_ACTS = Table("statement_acts", StatementActRow, "act, statement")
STATEMENT_TALLIES = Table("statement_tallies", StatementTallyRow, "kind, act, mode")

WEIGHT = " ".join(f"WHEN '{act}' THEN {place}" for place, act in enumerate(ACT_ORDER))

RECKONED = (
    f"""INSERT INTO statements (position, finding, kind, speaker, mode, weight, day, "upper")
    WITH said (finding, kind, speaker, mode, weight, day, "lower", "upper", path, place) AS (
        SELECT utterances.id, 'utterance', utterances.speaker, mode,
            (SELECT min(CASE act {WEIGHT} END) FROM utterance_acts WHERE utterance = utterances.id),
            told.first, "lower", "upper", '', utterances.position
        FROM utterances
        JOIN attributions ON attributions.id = fullest
        JOIN told ON told.kind = 'utterance' AND told.finding = utterances.id
        UNION ALL
        SELECT attributions.id, 'attribution', mention_actors.actor, mode, CASE act {WEIGHT} END,
            told.first, 1, 1, documents.path, attributions.position
        FROM attributions
        JOIN documents ON documents.id = attributions.document
        JOIN told ON told.kind = 'document' AND told.finding = attributions.document
        LEFT JOIN mention_actors ON mention_actors.mention = attributions.speaker
        WHERE attributions.id NOT IN (SELECT attribution FROM utterance_attributions)
    )
    SELECT row_number() OVER (
        ORDER BY "upper" DESC, "lower" DESC, kind DESC, speaker IS NULL, weight, day IS NULL, day, path, place, finding
    ), finding, kind, speaker, mode, weight, day, "upper"
    FROM said""",  # noqa: S608 - the acts of the vocabulary
    """INSERT INTO statement_acts (act, statement)
    SELECT act, position FROM utterance_acts JOIN statements ON finding = utterance
    UNION ALL
    SELECT act, statements.position FROM statements JOIN attributions ON attributions.id = finding ORDER BY 1, 2""",
    """INSERT INTO statement_tallies (kind, act, mode, statements)
    WITH
    told_with (statement, act) AS (
        SELECT statement, act FROM statement_acts UNION ALL SELECT position, '' FROM statements
    ),
    modes (statement, kind, mode) AS (
        SELECT position, kind, mode FROM statements UNION ALL SELECT position, kind, '' FROM statements
    )
    SELECT kind, act, mode, count(*) FROM told_with JOIN modes USING (statement) GROUP BY kind, act, mode""",
)
"""Each table's rows, in order: an utterance is of its fullest wording's mode, and of all acts that it is told with."""


def write_statements(connection: sqlite3.Connection) -> None:
    """Reckon all from the findings as they stand; after when they were told and with which acts."""
    for query in RECKONED:
        connection.execute(query)
