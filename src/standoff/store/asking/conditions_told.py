"""The conditions that obligations wait for: what a person may ask a scenario about."""

from __future__ import annotations

import sqlite3

import msgspec

from standoff.core.findings import Independent
from standoff.store.asking.listed import Words
from standoff.store.asking.words import read_words

READ_FOR_ONE = 6
"""Conditions read for each that is told: several obligations name one in the same words."""


class ConditionTold(msgspec.Struct, frozen=True, kw_only=True):
    """A condition in its clearest wording, with the obligation that waits for it."""

    obligation: str
    words: Words
    independent: Independent


def conditions_told(connection: sqlite3.Connection, most: int) -> tuple[ConditionTold, ...]:
    """The conditions of conditional obligations, each wording once, those that most accounts tell first."""
    rows = connection.execute(
        """SELECT id, antecedent_document, antecedent_start, antecedent_end, "lower", "upper" FROM obligations
        WHERE status = 'conditional' AND antecedent_document IS NOT NULL
        ORDER BY "upper" DESC, "lower" DESC, position LIMIT ?""",
        (most * READ_FOR_ONE,),
    ).fetchall()
    words = read_words(connection, [row[1:4] for row in rows])
    first: dict[str, ConditionTold] = {}
    for key, doc, start, end, lower, upper in rows:
        told = words[doc, start, end]
        only = ConditionTold(obligation=key, words=told, independent=Independent(lower=lower, upper=upper))
        first.setdefault(" ".join(told.words.casefold().split()), only)
    return tuple(first.values())[:most]
