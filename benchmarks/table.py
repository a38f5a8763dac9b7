"""Rows of a benchmark's table, and how they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

Values = Mapping[str, float | None]


class Row(NamedTuple):
    """One line: what was measured, on which part of the data, and its values (percent unless the name says)."""

    section: str
    name: str
    values: Values


def shown(value: float | None) -> str:
    """A value as it is printed: whole numbers whole, others with one decimal, nothing as a dash."""
    if value is None:
        return "-"
    return f"{value:,}" if isinstance(value, int) else f"{value:.1f}"


def agreement(right: int, claimed: int, wanted: int) -> dict[str, float]:
    """Precision, recall and F1 in percent; 0 where nothing was claimed or wanted."""
    return {
        "P": 100 * right / max(1, claimed),
        "R": 100 * right / max(1, wanted),
        "F1": 200 * right / max(1, claimed + wanted),
    }


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """The rows as text: a block for each run of rows with one section and the same columns."""
    for (section, columns), block in groupby(rows, key=lambda row: (row.section, tuple(row.values))):
        yield from ("", section)
        yield from _block(list(block), columns)


def _block(rows: Sequence[Row], columns: Sequence[str]) -> Iterator[str]:
    name = max(len(row.name) for row in rows) + 2
    wide = {column: max(8, len(column), *(len(shown(row.values[column])) for row in rows)) + 2 for column in columns}
    yield " " * name + "".join(f"{column:>{wide[column]}}" for column in columns)
    for row in rows:
        yield f"{row.name:{name}}" + "".join(f"{shown(row.values[c]):>{wide[c]}}" for c in columns)


def as_json(rows: Iterable[Row]) -> dict[str, dict[str, Values]]:
    """The rows by section and name."""
    found: dict[str, dict[str, Values]] = {}
    for row in rows:
        found.setdefault(row.section, {})[row.name] = row.values
    return found
