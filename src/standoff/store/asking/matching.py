"""The condition that words stand in the paragraph of a record, or in the title of its report's first one."""

from __future__ import annotations

from standoff.store.asking.conditions import Condition
from standoff.store.asking.search import match_expression


def told_where(table: str, query: str | None) -> Condition | None:
    """That a row with a place, of this table or alias, stands in a paragraph with all these words.

    What holds no word asks for nothing and finds nothing; no condition where nothing is asked for.
    """
    if query is None:
        return None
    expression = match_expression(query)
    if not expression:
        return Condition("0")
    return Condition(
        f"""EXISTS (
            SELECT 1 FROM paragraphs
            WHERE paragraphs.document = {table}.document AND paragraphs.start < {table}."end"
                AND paragraphs."end" > {table}.start
                AND paragraphs.position IN (SELECT rowid FROM search WHERE search MATCH ?)
        )""",  # noqa: S608 - the name of a table of ours
        (expression,),
    )
