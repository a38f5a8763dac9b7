"""What a program can ask: every kind of record with its address and its filters, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from litestar import get
from litestar.response import Template

from standoff.store.asking.kinds import KINDS, Kind

LONGEST_CHOICE = 16
TAKEN: Mapping[Any, str] = {str: "text", int: "a number", bool: "true", date: "a day, as 2041-03-04"}


class Filter(msgspec.Struct, frozen=True):
    """A filter, and what it takes."""

    name: str
    takes: str


class Described(msgspec.Struct, frozen=True):
    """A kind as the page shows it."""

    name: str
    one: str
    meaning: str
    filters: tuple[Filter, ...]
    has_whole: bool


@get("/programs", sync_to_thread=False)
def programs() -> Template:
    """The API in words, with a call to begin with."""
    return Template("programs.html", context={"here": "", "kinds": tuple(map(_described, KINDS))})


def _described(kind: Kind) -> Described:
    hints = get_type_hints(kind.asked)
    filters = tuple(Filter(field, _takes(hints[field])) for field in kind.asked.__struct_fields__)
    meaning = (kind.record.__doc__ or "").strip().splitlines()[0]
    return Described(kind.name, kind.one, meaning, filters, kind.whole is not None)


def _takes(hint: Any) -> str:
    """What a filter takes, in words."""
    kinds = [each for each in _parts(hint) if each is not type(None)]
    choices = [value for each in kinds if get_origin(each) is Literal for value in get_args(each)]
    if choices:
        return ", ".join(str(value) for value in choices[:LONGEST_CHOICE])
    return TAKEN[kinds[0]]


def _parts(hint: Any) -> Sequence[Any]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else [hint]


ROUTES = (programs,)
