"""The findings that are told in some passages: what a search shows beside them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import msgspec

from standoff.store.asking.utterances import REACH
from standoff.store.asking.words import Place


class ToldIn(msgspec.Struct, frozen=True, kw_only=True):
    """Ids of findings, those in most accounts first; of discrepancies, the gravest."""

    statements: tuple[str, ...]
    """Utterances, and attributions that are in none."""
    happenings: tuple[str, ...]
    obligations: tuple[str, ...]
    discrepancies: tuple[str, ...]


READINGS = """
WITH passages (document, start, "end") AS (VALUES {places})
SELECT DISTINCT {finding}
FROM passages
CROSS JOIN {readings} AS reading ON reading.document = passages.document
    AND reading.start BETWEEN passages.start - {reach} AND passages."end" - 1 AND reading."end" > passages.start
{then}
ORDER BY {order}
"""
ACCOUNTS = 'found."upper" DESC, found."lower" DESC, found.position'
GRAVITY = "CASE found.severity WHEN 'grave' THEN 0 WHEN 'notable' THEN 1 ELSE 2 END, found.position"


def told_in(connection: sqlite3.Connection, passages: Sequence[Place]) -> ToldIn:
    """What is told in these passages, all of it: some two hundred passages at most are asked for at once."""
    if not passages:
        return ToldIn(statements=(), happenings=(), obligations=(), discrepancies=())

    def ids(readings: str, then: str, order: str, finding: str = "found.id") -> tuple[str, ...]:
        places = ", ".join(["(?, ?, ?)"] * len(passages))
        query = READINGS.format(places=places, finding=finding, readings=readings, reach=REACH, then=then, order=order)
        rows = connection.execute(query, [value for place in passages for value in place])
        return tuple(found for (found,) in rows)

    return ToldIn(
        statements=ids(
            "contents",
            """LEFT JOIN utterance_attributions AS among ON among.attribution = reading.attribution
            CROSS JOIN statements AS found ON found.finding = coalesce(among.utterance, reading.attribution)""",
            "found.position",
            "found.finding",
        ),
        happenings=ids(
            "events",
            """CROSS JOIN happening_events ON happening_events.event = reading.id
            CROSS JOIN happenings AS found ON found.id = happening""",
            ACCOUNTS,
        ),
        obligations=ids(
            "commitments",
            """CROSS JOIN obligation_commitments ON obligation_commitments.commitment = reading.id
            CROSS JOIN obligations AS found ON found.id = obligation""",
            ACCOUNTS,
        ),
        discrepancies=ids("sides", "CROSS JOIN discrepancies AS found ON found.id = reading.discrepancy", GRAVITY),
    )
