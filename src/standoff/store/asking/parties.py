"""An actor as it is asked for: by its id, or by words of its name."""

from __future__ import annotations

from standoff.store.asking.conditions import Condition
from standoff.store.asking.search import match_expression


def party(asked: str | None) -> Condition | None:
    """What a column that holds an actor's id must be: ``IN (...)``, the actor of this id and those so named.

    The last word may be the beginning of one: "marn", "ilo ma". No condition where nothing is asked for.
    """
    if asked is None:
        return None
    expression = match_expression(f"{asked}*" if asked[-1:].isalnum() else asked)
    if not expression:
        return Condition("IN (?)", (asked,))
    return Condition(
        """IN (
            SELECT ? UNION
            SELECT actors.id FROM name_search CROSS JOIN actors ON actors.position = name_search.rowid
            WHERE name_search MATCH ? UNION
            SELECT actors.id FROM description_search CROSS JOIN actors ON actors.position = description_search.rowid
            WHERE description_search MATCH ?
        )""",
        (asked, expression, expression),
    )
