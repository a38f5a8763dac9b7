"""Lends connections to whoever asks one store from many threads at once, and writes nothing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from standoff.core.errors import StoreError
from standoff.store.connect import connect, log_of, refuse_other_version, transaction

WAIT_SECONDS = 5.0
"""For another process: with a write-ahead log a reader waits only while a log is set up or taken away."""

CACHE_KIB = 16_384
"""Memory for the pages of the file in each connection: the lists of a large store and their indexes.

The file is not mapped into memory: reading was some 15 percent faster so, and would end the process where another
program cuts the file short, as a copy over it does.
"""


KEPT_OPEN = 8
"""Connections that wait for the next question; more are opened while more ask at once."""


class StoreReader:
    """A store that is read, perhaps while a build writes it. Use it in a ``with`` statement; ``open`` makes one.

    Every question sees one state of the file from its beginning to its end. A file that was replaced by another is
    opened anew; one that is gone, is no store any more or was brought to another version is a ``StoreError``.
    """

    def __init__(self, path: Path, wait: float) -> None:
        """Nothing is opened yet; callers use ``open``."""
        self.path = path
        self._wait = wait
        self._lock = Lock()
        self._idle: list[sqlite3.Connection] = []
        self._lent = 0
        self._file: tuple[int, int] | None = None
        self._log: tuple[int, int] | None = None

    @classmethod
    def open(cls, path: Path, *, wait: float = WAIT_SECONDS) -> Self:
        """The store in this file; it may stand on a read-only medium. Raises ``StoreError`` where it cannot be read."""
        reader = cls(path, wait)
        with reader.reading():
            return reader

    def __enter__(self) -> Self:
        """Itself, open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close every connection that nobody holds."""
        with self._lock:
            self._close_idle()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for one thread to ask with: all that is asked inside sees one state of the store.

        Raises ``StoreError``, also for what SQLite raises inside.
        """
        connection = self._borrow()
        try:
            with transaction(connection, self.path, "DEFERRED"):
                refuse_other_version(self.path, connection)
                yield connection
        finally:
            self._give_back(connection)

    def _borrow(self) -> sqlite3.Connection:
        file = _if_there(self.path)
        if file is None and self._file is not None:
            raise StoreError(f"{self.path} is not there any more; put it back, or give another name")
        with self._lock:
            if file != self._file:
                self._begin_anew(file)
            self._lent += 1
            if self._idle:
                return self._idle.pop()
        try:
            return self._opened()
        except StoreError:
            self._give_back(None)
            raise

    def _begin_anew(self, file: tuple[int, int] | None) -> None:
        """Leave the file that was there before.

        Its last connection goes before the other is opened: SQLite finds a log by the name of the file, and would
        take the one for the other's. So would every program, while that log holds anything.
        """
        self._close_idle()
        if self._lent:
            raise StoreError(f"{self.path} is being replaced by another file; ask again")
        log = log_of(self.path)
        if self._log is not None and _if_there(log) == self._log and log.stat().st_size:
            raise StoreError(
                f"{self.path} was replaced by another file, but {log.name} beside it is still the log of the first; "
                "end the build that writes it, remove that log, and ask again"
            )
        self._file, self._log = file, None

    def _opened(self) -> sqlite3.Connection:
        connection = connect(self.path, create=False, wait=self._wait, any_thread=True)
        connection.execute("PRAGMA query_only = ON")
        connection.execute(f"PRAGMA cache_size = {-CACHE_KIB}")
        connection.execute("PRAGMA temp_store = MEMORY")
        self._log = _if_there(log_of(self.path))
        return connection

    def _give_back(self, connection: sqlite3.Connection | None) -> None:
        with self._lock:
            self._lent -= 1
            if connection is not None:
                self._idle.append(connection)
            self._close_idle(keep=KEPT_OPEN)

    def _close_idle(self, keep: int = 0) -> None:
        while len(self._idle) > keep:
            self._idle.pop(0).close()


def _if_there(path: Path) -> tuple[int, int] | None:
    """What tells one file from another of the same name."""
    try:
        found = os.stat(path)  # noqa: PTH116 - one call that raises where Path.exists hides the reason
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}; give another name") from error
    return found.st_dev, found.st_ino
