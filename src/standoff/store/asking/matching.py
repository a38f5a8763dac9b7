"""The condition that words stand in the paragraph of a record, or in the title of its report's first one."""

from __future__ import annotations

from standoff.store.asking.conditions import Condition
from standoff.store.asking.search import match_expression

MOST_PASSAGES = 20_000
"""Passages looked at: of words as common as "the", which stand in a hundred thousand, those that were read first."""


def told_where(ids: str, table: str, query: str | None, then: str = "") -> Condition | None:
    """That a row is told in a paragraph with all these words.

    ``ids``: the column of the row and that of what is found, as ``"id IN (SELECT commitments.id"``; ``table``: that of
    places; ``then``: what joins it to the row. A query without a word finds nothing; no condition where none is given.
    The search comes first: words are rarer than places.
    """
    if query is None:
        return None
    expression = match_expression(query)
    if not expression:
        return Condition("0")
    return Condition(
        f"""{ids} FROM (SELECT rowid AS position FROM search WHERE search MATCH ? LIMIT {MOST_PASSAGES}) AS found
            CROSS JOIN paragraphs ON paragraphs.position = found.position
            CROSS JOIN {table} ON {table}.document = paragraphs.document
                AND {table}.start < paragraphs."end" AND {table}."end" > paragraphs.start {then})""",  # noqa: S608 - names of ours
        (expression,),
    )
