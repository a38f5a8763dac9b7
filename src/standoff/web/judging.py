"""What the forms in pages need to know: who judges, what is compared, what was judged, and whether anything can be."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

from litestar import Request

from standoff.brief.phrases import day_name
from standoff.core.errors import JudgementError, StoreError
from standoff.core.judgements import Judgement
from standoff.resolve.judging import ALONE, COMPARED, Asked, Known, decided
from standoff.store.asking.judgements import ListedJudgement, standing_judgements
from standoff.store.asking.named_records import MADE, NamedRecord, kinds_of, named_records, readings_of
from standoff.store.judgements import read_judgements
from standoff.store.reader import StoreReader
from standoff.store.state import state
from standoff.web.redraw import Redraw

NAME_COOKIE = "standoff-name"
FIRST_COOKIE = "standoff-compare"
LONGEST_NAME = 80
"""Characters of who judges: a name, or a name with an office."""
RECORD_ID = re.compile(r"[0-9A-Za-z_.:-]{1,64}")

READ_ONLY = "This store cannot be written: nothing can be judged here. Copy the file to where you may write."

ADDRESSES: Mapping[str, str] = {
    "actor": "/actors/",
    "utterance": "/said/",
    "happening": "/happenings/",
    "measure": "/figures/",
    "obligation": "/ledger/",
    "discrepancy": "/discrepancies/",
    "readouts": "/readouts/",
}
"""Where findings have their pages; readings are at their place in their report."""


class Standing(NamedTuple):
    """A judgement that stands on a record."""

    judgement: ListedJudgement
    other: NamedRecord | None
    """The record that it was compared with."""


StandingOn = Mapping[str, tuple[Standing, ...]]
"""By the id of a record: a reading, a discrepancy, or the finding that a reading is part of."""


class Desk:
    """For one page: who asks, and what the store knows of judgements."""

    def __init__(self, opened: StoreReader, request: Request[Any, Any, Any], standing: StandingOn) -> None:
        """``standing``: what was judged so far."""
        self._opened = opened
        self._standing = standing
        query = request.url.query
        self.back = request.url.path + (f"?{query}" if query else "")
        self.by = name_of(request)
        self.refusal = None if is_writable(opened.path) else READ_ONLY
        self.first = self._named(request.query_params.get("compare") or request.cookies.get(FIRST_COOKIE))
        self.second = None if self.first is None else self._named(_shown_at(request.url.path))

    def on(self, key: str) -> tuple[Standing, ...]:
        """The judgements that stand on a record, or on a reading of a finding."""
        return self._standing.get(key, ())

    def compares(self, kind: str, key: str) -> bool:
        """Whether a record can be called the same as the one that is being compared, or another."""
        return self.first is not None and self.first.id != key and made_of(kind) == made_of(self.first.kind)

    def _named(self, key: str | None) -> NamedRecord | None:
        if key is None or not RECORD_ID.fullmatch(key):
            return None
        try:
            found = record_of(self._opened, key)
        except StoreError:  # the page that says so has a head as well
            return None
        return found if made_of(found.kind) in COMPARED else None


class Judging:
    """Gives each page its desk: the templates' ``judging(request)``."""

    def __init__(self, opened: StoreReader) -> None:
        """Over this store."""
        self._opened = opened
        self._known: tuple[object, StandingOn] = (None, {})

    def desk(self, request: Request[Any, Any, Any]) -> Desk:
        """The desk of the page that this request asks for."""
        known: Desk | None = request.state.get("desk")
        if known is None:
            known = Desk(self._opened, request, self._standing())
            request.state["desk"] = known
        return known

    def _standing(self) -> StandingOn:
        """What stands, read anew when something was judged or drawn; nothing where the store cannot be read."""
        try:
            now, standing = _read_standing(self._opened, *self._known)
        except StoreError:  # the page that says so has a head as well
            return {}
        self._known = now, standing
        return standing


def _read_standing(opened: StoreReader, before: object, known: StandingOn) -> tuple[object, StandingOn]:
    with opened.reading() as connection:
        now = state(connection), connection.execute("SELECT count(*) FROM judgements").fetchone()
        return now, known if now == before else _standing_on(standing_judgements(connection))


def _standing_on(judgements: Iterable[ListedJudgement]) -> StandingOn:
    """A finding has what was judged of its readings together with others: which of them is wrong, they show."""
    found: dict[str, dict[int, Standing]] = {}
    for each in judgements:
        for one, other in ((each.subject, each.other), (each.other, each.subject)):
            if one is None:
                continue
            found.setdefault(one.id, {})[each.number] = Standing(each, other)
            if one.finding is not None and each.verdict not in ALONE:
                found.setdefault(one.finding, {})[each.number] = Standing(each, other)
    return {key: tuple(standing.values()) for key, standing in found.items()}


def _shown_at(path: str) -> str | None:
    """The id of the finding that a page is of, by its address."""
    start = next((start for start in ADDRESSES.values() if path.startswith(start)), None)
    return None if start is None else path.removeprefix(start)


def record_of(opened: StoreReader, key: str) -> NamedRecord:
    """What has this id, or that nothing has. Raises ``StoreError``."""
    with opened.reading() as connection:
        return named_records(connection, [key])[key]


def made_of(kind: str | None) -> str | None:
    """The kind of reading that a record of this kind is, or is made of."""
    made = next((each for name, each in MADE.items() if name == kind), None)
    return kind if made is None else made.of


def judged(connection: sqlite3.Connection, asked: Asked) -> Judgement:
    """The judgement that is asked for, on records of whole ids. Raises ``JudgementError``."""

    def named(key: str) -> Known:
        kind = kinds_of(connection, [key]).get(key)
        if kind is None:
            raise JudgementError(f"nothing has the id {key!r} now; a build may have drawn it under another")
        readings = readings_of(connection, key, kind)
        return Known(key, kind, made_of(kind) or kind, readings)

    return decided(named, read_judgements(connection), asked)


def record_address(record: NamedRecord) -> str | None:
    """Where a record is shown: a finding on its page, a reading at its place; ``None`` for what is no more."""
    if record.kind is None:
        return None
    return f"{ADDRESSES.get(record.kind, '/readings/')}{quote(record.id, safe='')}"


def moment_name(on: str) -> str:
    """The day and minute of an ISO 8601 time: ``7 Dec 2021, 14:05 UTC``; as it stands where it is none."""
    try:
        found = datetime.fromisoformat(on)
    except ValueError:
        return on
    return f"{day_name(found.date())}, {found:%H:%M} UTC"


def name_of(request: Request[Any, Any, Any]) -> str | None:
    """Who judges, as the browser keeps it."""
    return proper_name(unquote(request.cookies.get(NAME_COOKIE, "")))


def proper_name(given: str) -> str | None:
    """A name as it can be kept; ``None`` where it is empty, too long, or holds what is not printed."""
    name = " ".join(given.split())
    return name if 0 < len(name) <= LONGEST_NAME and name.isprintable() else None


def is_writable(path: Path) -> bool:
    """Whether judgements can be kept in this file: SQLite writes a log beside it too."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def globals_of(opened: StoreReader, redraw: Redraw) -> dict[str, Any]:
    """What the templates of judgements ask by name."""
    return {
        "redraw": redraw,
        "judging": Judging(opened).desk,
        "moment": moment_name,
        "record_address": record_address,
        "finding_addresses": ADDRESSES,
    }
