"""Records as rows of a table: one column for each thing a person would put in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from standoff.core.findings import Independent
from standoff.core.records import Why
from standoff.core.when import When
from standoff.store.asking.listed import ActorName, Words

Columns = dict[str, Any]


def columns(record: type[msgspec.Struct]) -> tuple[str, ...]:
    """The names of the columns that a record's fields become, in order; the same for every record of its type."""
    hints = get_type_hints(record)
    return tuple(name for field in record.__struct_fields__ for name in _flat(field, _plain(hints[field]), None))


def row(record: msgspec.Struct) -> Columns:
    """A record as one row.

    Words become the words and their place (``label``, ``label_doc``, ``label_start``, ...), intervals two days
    (``when_since`` the first, ``when_until`` the first after), actors their names and ids, bounds two numbers. What is
    deeper is kept as plain lists and mappings.
    """
    hints = get_type_hints(type(record))
    return dict(_cells(record, hints))


def _cells(record: msgspec.Struct, hints: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for field in record.__struct_fields__:
        yield from _flat(field, _plain(hints[field]), getattr(record, field)).items()


def _plain(hint: Any) -> Any:
    """A type without its ``None``; the element's type of a tuple, marked by a one-element tuple."""
    if get_origin(hint) in (Union, UnionType):
        (hint,) = [each for each in get_args(hint) if each is not type(None)] or [None]
    if get_origin(hint) is tuple and get_args(hint)[-1] is Ellipsis:
        return (get_args(hint)[0],)
    return hint


def _flat(name: str, kind: Any, value: Any) -> Columns:
    """The columns of one field."""
    if kind == (ActorName,):
        return _actors(name, value or ())
    flatten = FLAT.get(kind)
    return {name: _built(value)} if flatten is None else flatten(name, value)


def _actors(name: str, value: Sequence[ActorName]) -> Columns:
    return {name: [actor.name for actor in value], f"{name}_ids": [actor.id for actor in value]}


def _actor(name: str, value: ActorName | None) -> Columns:
    return {name: value and value.name, f"{name}_id": value and value.id}


def _when(name: str, value: When | None) -> Columns:
    return {f"{name}_since": value and value.since, f"{name}_until": value and value.until}


def _bounds(name: str, value: Independent | None) -> Columns:
    return {f"{name}_lower": value and value.lower, f"{name}_upper": value and value.upper}


def _why(name: str, value: Why | None) -> Columns:
    return {
        name: value and value.detail,
        f"{name}_finder": value and value.finder,
        f"{name}_score": value and value.score,
    }


def _words(name: str, value: Words | None) -> Columns:
    start, end = value.at if value is not None else (None, None)
    return {
        name: value and value.words,
        f"{name}_doc": value and value.doc,
        f"{name}_start": start,
        f"{name}_end": end,
        f"{name}_path": value and value.path,
        f"{name}_outlet": value and value.outlet,
    }


def _built(value: Any) -> Any:
    """What a data frame takes: plain values, lists, mappings."""
    if isinstance(value, msgspec.Struct) or (
        isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct)
    ):
        return msgspec.to_builtins(value)
    return list(value) if isinstance(value, tuple) else value


FLAT: Mapping[Any, Callable[[str, Any], Columns]] = {
    ActorName: _actor,
    Words: _words,
    When: _when,
    Independent: _bounds,
    Why: _why,
}
"""How the fields of these types are spread over columns; actors of which there may be several besides."""

PLACE_COLUMNS = ("_doc", "_start", "_end", "_path", "_id", "_ids", "_finder", "_score")
"""What columns end in that programs need and readers do not."""
