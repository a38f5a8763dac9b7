"""The store that is served: a connection for each thread, one state of the file for each answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import local

from standoff.store.connect import connect, transaction

WAIT_SECONDS = 5.0
"""For another process's lock; with the write-ahead log a reader waits only while a file is opened or recovered."""


class Opened:
    """A store open for reading by several threads at once."""

    def __init__(self, path: Path) -> None:
        """Opens nothing yet: each thread opens the file when it first asks."""
        self.path = path
        self._here = local()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection on one state of the file, whatever others write meanwhile. Raises ``StoreError``."""
        connection = self._connection()
        with transaction(connection, self.path, "DEFERRED"):
            yield connection

    def _connection(self) -> sqlite3.Connection:
        known: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if known is None:
            known = connect(self.path, create=False, wait=WAIT_SECONDS)
            self._here.connection = known
        return known
