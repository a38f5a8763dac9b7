"""What falls without a source, with the words of each finding, and what an answer to that rests on."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

import msgspec

from standoff.core.ablation import Fall, Fallen, FindingKind
from standoff.core.digest import digest
from standoff.store.asking.listed import Words
from standoff.store.asking.words import read_words


class FallenFinding(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that does not stand as it stood."""

    kind: FindingKind
    id: str
    """In the store, with everything."""
    fall: Fall
    label: Words
    before: str
    now: str


def read_fallen(connection: sqlite3.Connection, fallen: Sequence[Fallen]) -> tuple[FallenFinding, ...]:
    """These with their words; one whose report is no longer there is left out."""
    places = {each: (each.label.doc, each.label.start, each.label.end) for each in fallen}
    words = read_words(connection, places.values())
    return tuple(
        FallenFinding(kind=each.kind, id=each.id, fall=each.fall, label=words[place], before=each.before, now=each.now)
        for each, place in places.items()
        if place in words
    )


def count_falls(fallen: Sequence[Fallen]) -> Mapping[Fall, int]:
    """How many fall in each way."""
    return {fall: sum(each.fall == fall for each in fallen) for fall in ("gone", "weaker", "changed")}


def drawn_from(connection: sqlite3.Connection) -> str:
    """What the stored findings were drawn from: their rules, the judgements they honour, the documents.

    An account's id is a digest of its documents, and theirs of their texts. An answer holds while this is the same.
    """
    version, judgements = connection.execute("SELECT version, judgements FROM findings").fetchone()
    accounts = (key for (key,) in connection.execute("SELECT id FROM accounts ORDER BY id"))
    return digest("drawn", version or "", str(judgements), *accounts)
