"""Every kind of record that can be asked for, by its name: the list of what the API and notebooks answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import msgspec

from standoff.store.asking.happening import WholeHappening, whole_happening
from standoff.store.asking.happenings import HappeningsAsked, ListedHappening, list_happenings
from standoff.store.asking.listed import Listed, Page


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind: what may be asked of it, and what answers."""

    name: str
    one: str
    """What one record is called."""
    asked: type[msgspec.Struct]
    record: type[msgspec.Struct]
    answer: Callable[[sqlite3.Connection, Any, Page], Listed[Any]]
    whole_record: type[msgspec.Struct] | None = None
    whole: Callable[[sqlite3.Connection, str], Any] | None = None
    """One record by its id with all that belongs to it; ``None`` where lists already hold everything."""


KINDS: tuple[Kind, ...] = (
    Kind(
        name="happenings",
        one="happening",
        asked=HappeningsAsked,
        record=ListedHappening,
        answer=list_happenings,
        whole_record=WholeHappening,
        whole=whole_happening,
    ),
)


def kind_named(name: str) -> Kind:
    """The kind of this name. Raises ``ValueError`` that names those there are."""
    found = next((kind for kind in KINDS if kind.name == name), None)
    if found is None:
        raise ValueError(f"there is no kind {name!r}; there are {', '.join(kind.name for kind in KINDS)}")
    return found
