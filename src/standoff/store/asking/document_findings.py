"""What is known around one report: which findings its readings are in, and what ties it to other reports."""

from __future__ import annotations

import sqlite3
from typing import Literal

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import Check, Relation
from standoff.store.asking.listed import why_of

Found = Literal["utterance", "happening", "obligation", "measure", "actor"]

MOST_PASSAGES = 400
"""Passages of one report: what a popular release shares with forty others."""
MOST_SIDES = 400


class ReadingFinding(msgspec.Struct, frozen=True, array_like=True):
    """A reading, and a finding that it is in."""

    reading: str
    kind: Found
    finding: str
    name: str | None
    """The name of an actor; the status of an obligation."""
    lower: int | None
    """How many independent accounts tell it at least and at most, where that is counted."""
    upper: int | None


class SharedPassage(msgspec.Struct, frozen=True, array_like=True):
    """Words of the report that another one has too."""

    start: int
    end: int
    relation: Relation
    other: str
    """The id of the other report."""
    other_start: int
    other_end: int
    path: str
    outlet: str | None
    title: str | None


class DifferingSide(msgspec.Struct, frozen=True, array_like=True):
    """Words of the report that are a side of a discrepancy."""

    start: int
    end: int
    reading: str | None
    discrepancy: str
    check: Check
    sentence: str


class Relative(msgspec.Struct, frozen=True, kw_only=True):
    """Another report that shares words with this one."""

    id: str
    path: str
    outlet: str | None
    title: str | None
    relation: Relation
    score: float
    origin: Literal["this", "other"] | None
    """Which of the two the other was made from; ``None``: nothing tells."""
    why: Why | None
    """Why that one."""


FINDINGS = """
SELECT attributions.id, 'utterance', utterance, NULL, utterances."lower", utterances."upper"
FROM attributions CROSS JOIN utterance_attributions ON attribution = attributions.id
CROSS JOIN utterances ON utterances.id = utterance WHERE attributions.document = :doc
UNION ALL
SELECT events.id, 'happening', happening, NULL, happenings."lower", happenings."upper"
FROM events CROSS JOIN happening_events ON event = events.id
CROSS JOIN happenings ON happenings.id = happening WHERE events.document = :doc
UNION ALL
SELECT commitments.id, 'obligation', obligation, obligations.status, obligations."lower", obligations."upper"
FROM commitments CROSS JOIN obligation_commitments ON commitment = commitments.id
CROSS JOIN obligations ON obligations.id = obligation WHERE commitments.document = :doc
UNION ALL
SELECT figures.id, 'measure', measure, NULL, NULL, NULL
FROM figures CROSS JOIN claim_figures ON figure = figures.id WHERE figures.document = :doc
UNION ALL
SELECT mentions.id, 'actor', actor, actors.name, NULL, NULL
FROM mentions CROSS JOIN actor_mentions ON mention = mentions.id
CROSS JOIN actors ON actors.id = actor WHERE mentions.document = :doc
"""

PASSAGES = """
SELECT left_start, left_end, relation, documents.id, right_start, right_end, path, outlet, title, score
FROM lineages CROSS JOIN passages ON lineage = lineages.position CROSS JOIN documents ON documents.id = "right"
WHERE "left" = :doc
UNION ALL
SELECT right_start, right_end, relation, documents.id, left_start, left_end, path, outlet, title, score
FROM lineages CROSS JOIN passages ON lineage = lineages.position CROSS JOIN documents ON documents.id = "left"
WHERE "right" = :doc
ORDER BY score DESC, 1, 2, 4 LIMIT :most
"""

SIDES = """
SELECT start, "end", reading, discrepancies.id, "check", sentence
FROM sides CROSS JOIN discrepancies ON discrepancies.id = discrepancy
WHERE document = :doc ORDER BY start, "end", discrepancies.id LIMIT :most
"""

RELATIVES = """
SELECT documents.id, path, outlet, title, relation, lineages.score, origin,
    direction_finder, direction_score, direction_detail, direction_runner_up
FROM lineages CROSS JOIN documents ON documents.id = CASE WHEN "left" = :doc THEN "right" ELSE "left" END
WHERE "left" = :doc OR "right" = :doc
ORDER BY lineages.score DESC, path, documents.id LIMIT :most
"""


def findings_of(connection: sqlite3.Connection, doc: str) -> list[ReadingFinding]:
    """For each reading of a report the findings that it is in."""
    return msgspec.convert(connection.execute(FINDINGS, {"doc": doc}).fetchall(), list[ReadingFinding])


def passages_of(connection: sqlite3.Connection, doc: str) -> list[SharedPassage]:
    """What a report shares with others, those that share most first."""
    rows = connection.execute(PASSAGES, {"doc": doc, "most": MOST_PASSAGES})
    return msgspec.convert([row[:-1] for row in rows], list[SharedPassage])


def sides_of(connection: sqlite3.Connection, doc: str) -> list[DifferingSide]:
    """Where others do not agree with a report, in order of place."""
    rows = connection.execute(SIDES, {"doc": doc, "most": MOST_SIDES})
    return msgspec.convert(rows.fetchall(), list[DifferingSide])


def relatives_of(connection: sqlite3.Connection, doc: str, most: int = 50) -> tuple[Relative, ...]:
    """The reports that a report shares words with, those that share most first."""
    rows = connection.execute(RELATIVES, {"doc": doc, "most": most}).fetchall()
    return tuple(
        Relative(
            id=row[0],
            path=row[1],
            outlet=row[2],
            title=row[3],
            relation=row[4],
            score=row[5],
            origin=None if row[6] is None else "this" if row[6] == doc else "other",
            why=None if row[7] is None else why_of(*row[7:]),
        )
        for row in rows
    )
