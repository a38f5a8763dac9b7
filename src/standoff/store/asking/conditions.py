"""Conditions of a question as SQL with its values: the SQL is ours, what is asked for is only ever a value."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from standoff.store.asking.listed import day_text


class Condition(NamedTuple):
    """A piece of SQL that is true or not of a row, and the values of its question marks."""

    sql: str
    values: tuple[str | int | float, ...] = ()


def where(conditions: Sequence[Condition | None]) -> Condition:
    """All of these at once, as a ``WHERE``; nothing where none is given."""
    given = [condition for condition in conditions if condition is not None]
    if not given:
        return Condition("")
    joined = " AND ".join(f"({condition.sql})" for condition in given)
    return Condition(f" WHERE {joined}", tuple(value for condition in given for value in condition.values))


def equal(column: str, value: str | None) -> Condition | None:
    """That a column holds this; no condition where nothing is asked for."""
    return None if value is None else Condition(f"{column} = ?", (value,))


def overlapping(since_column: str, until_column: str, since: date | None, until: date | None) -> Condition | None:
    """That an interval has a day in ``[since, until)``; open ends reach everywhere. An undated row has none."""
    if since is None and until is None:
        return None
    parts, values = [f"{since_column} IS NOT NULL"], []
    if until is not None:
        parts.append(f"{since_column} < ?")  # an open beginning, '..', sorts before every day
        values.append(day_text(until))
    if since is not None:
        parts.append(f"({until_column} > ? OR {until_column} = '..')")
        values.append(day_text(since))
    return Condition(" AND ".join(parts), tuple(values))


def published_by(document: str, as_of: date | None) -> Condition | None:
    """That a document, named by a column, was published on this day or before; one without a date was not known."""
    if as_of is None:
        return None
    return Condition(
        f"""EXISTS (
            SELECT 1 FROM documents AS known LEFT JOIN datings ON datings.document = known.id
            WHERE known.id = {document} AND coalesce(known.published_since, datings.published_since) <= ?
        )""",  # noqa: S608
        (day_text(as_of),),
    )


def among(condition: Condition | None, sql: str) -> Condition | None:
    """A condition on other rows: ``sql`` holds ``{}`` where theirs goes."""
    return None if condition is None else Condition(sql.format(condition.sql), condition.values)
