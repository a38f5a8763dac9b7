"""One table and the struct of its rows, field for column: the only module where rows become SQL and SQL rows."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

import msgspec

from standoff.core.span import Span


class Row(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """The values of one row. Decoding checks each against its type: a hand-edited table fails by name."""


AnyRow = TypeVar("AnyRow", bound=Row)
Key = TypeVar("Key", str, int)


class Table(Generic[AnyRow]):
    """Reads and writes the rows of one table. ``order`` is the SQL that sorts them."""

    def __init__(self, name: str, row: type[AnyRow], order: str) -> None:
        """The names and the order come from this package, never from what is stored."""
        self.name = name
        self.row = row
        self.columns = row.__struct_fields__
        columns = ", ".join(f'"{column}"' for column in self.columns)
        marks = ", ".join("?" for _ in self.columns)
        self._insert = f"INSERT INTO {name} ({columns}) VALUES ({marks})"  # noqa: S608
        self._select = f"SELECT {columns} FROM {name}"  # noqa: S608
        self._order = f" ORDER BY {order}"

    def insert(self, connection: sqlite3.Connection, rows: Iterable[AnyRow]) -> None:
        """Add rows, each checked."""
        connection.executemany(self._insert, map(self.checked, rows))

    def select(self, connection: sqlite3.Connection) -> list[AnyRow]:
        """Every row, in order."""
        return self._rows(connection.execute(self._select + self._order))

    def where(self, connection: sqlite3.Connection, column: str, value: str) -> list[AnyRow]:
        """The rows with this value in a column, in order."""
        return self._rows(connection.execute(f'{self._select} WHERE "{column}" = ?{self._order}', (value,)))

    def _rows(self, found: Iterable[tuple[object, ...]]) -> list[AnyRow]:
        return msgspec.convert(list(found), list[self.row])  # type: ignore[name-defined]

    def checked(self, row: AnyRow) -> tuple[object, ...]:
        """The row's values. Raises ``ValueError`` for a text that SQLite cannot give back as it is."""
        values = msgspec.structs.astuple(row)
        for place, value in enumerate(values):
            if isinstance(value, str) and not (value.isascii() and "\0" not in value):
                _refuse_unstorable(self.name, self.columns[place], value)
        return values


class Links:
    """Reads and writes a table of ids or names that belong to records, in order: owner, position, member."""

    def __init__(self, name: str, owner: str, member: str) -> None:
        """The names come from this package, never from what is stored. Names are checked, ids by their reference."""
        self.name = name
        self._is_text = member == "name"
        self.columns = owner, "position", member
        columns = ", ".join(f'"{column}"' for column in self.columns)
        self._insert = f"INSERT INTO {name} ({columns}) VALUES (?, ?, ?)"  # noqa: S608
        self._select = f'SELECT "{owner}", "{member}" FROM {name} ORDER BY "{owner}", position'  # noqa: S608

    def insert(self, connection: sqlite3.Connection, owned: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Add what belongs to each owner, checked."""
        rows = [(owner, n, member) for owner, members in owned for n, member in enumerate(members)]
        if self._is_text:
            for _, _, member in rows:
                _refuse_unstorable(self.name, self.columns[2], member)
        connection.executemany(self._insert, rows)

    def select(self, connection: sqlite3.Connection) -> Mapping[str, tuple[str, ...]]:
        """The members of each owner, in order; none for an owner without."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for owner, member in msgspec.convert(connection.execute(self._select).fetchall(), list[tuple[str, str]]):
            found[owner].append(member)
        return defaultdict(tuple, {owner: tuple(members) for owner, members in found.items()})


def _refuse_unstorable(table: str, column: str, text: str) -> None:
    """SQLite's ``substr`` and ``length`` stop at NUL, and half a surrogate pair has no UTF-8."""
    if "\0" in text:
        raise ValueError(f"{table}.{column}: a NUL character cannot be stored, in {text[:40]!r}")
    if text.isascii():
        return
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"{table}.{column}: half a surrogate pair cannot be stored, in {text[:40]!r}") from error


def grouped(rows: Iterable[AnyRow], key: Callable[[AnyRow], Key]) -> Mapping[Key, list[AnyRow]]:
    """The rows under what they belong to, each group in the order of the rows."""
    found: defaultdict[Key, list[AnyRow]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def place(span: Span | None) -> tuple[str, int, int] | tuple[None, None, None]:
    """A span's three columns, where a record does not tell its document."""
    return (None, None, None) if span is None else (span.doc, span.start, span.end)


def ends(span: Span | None) -> tuple[int, int] | tuple[None, None]:
    """A span's two columns."""
    return (None, None) if span is None else (span.start, span.end)


def span_of(doc: str | None, start: int | None, end: int | None) -> Span | None:
    """The span that these columns hold, if they hold one."""
    if doc is None or start is None or end is None:
        return None
    return Span(doc, start, end)
