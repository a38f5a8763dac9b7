"""How far a store has come, told without reading it."""

from __future__ import annotations

import sqlite3

import msgspec

from standoff.store.findings import findings_version, judgements_waiting


class State(msgspec.Struct, frozen=True):
    """What a reader of the store should know before anything else."""

    documents: int
    version: str | None
    """Of the rules that drew the findings; ``None``: a build is running, or was cut short before it drew them."""
    judgements_waiting: int
    """Given since the findings were drawn: the next build honours them."""

    @property
    def findings_drawn(self) -> bool:
        """Whether findings stand, be they of before the last judgements."""
        return self.version is not None


def state(connection: sqlite3.Connection) -> State:
    """The state of the store behind this connection; reads one row and counts two small indexes."""
    (documents,) = connection.execute("SELECT count(*) FROM documents").fetchone()
    return State(
        documents=documents,
        version=findings_version(connection),
        judgements_waiting=judgements_waiting(connection),
    )
