"""Opens the one SQLite file, refuses what is not a store, and names what goes wrong.

Writers use a write-ahead log with ``synchronous = NORMAL``: whatever kills the process, every finished transaction
stays; after a power cut the store opens with all transactions up to some moment, and a build makes the rest again.
Syncing at each commit instead took 7 ms on the disk it was tried on, against 0.04 ms, to keep what is derived from
files that are still there.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import msgspec

from standoff.core.errors import StoreError
from standoff.store.upgrade import UPGRADED, run_script, upgrade, version_of

APPLICATION_ID = int.from_bytes(b"Stnd", "big")
"""What marks a SQLite file as a store, in its header."""

SCHEMA_VERSION = 4
"""Raised with every change of the scripts."""

SCRIPTS = ("schema.sql", "judgements.sql", "findings.sql", "reckoned.sql", "paging.sql", "views.sql")
"""What makes a store: the tables of readings, of judgements and of findings, what pages of them are read through, and
the views that read the words back."""

CACHE_KIB = 65_536
"""Memory for pages: the findings of 1,430 reports make a file of 200 MB, whose indexes are filled in no order."""

HEADER_BYTES = 100
APPLICATION_ID_PLACE = slice(68, 72)  # where the file format keeps it, big-endian

REASONS = {
    sqlite3.SQLITE_BUSY: "is in use by another build; run this again when that one has ended",
    sqlite3.SQLITE_LOCKED: "is in use by another build; run this again when that one has ended",
    sqlite3.SQLITE_READONLY: "cannot be written; check who may write the file and its folder",
    sqlite3.SQLITE_PERM: "cannot be written; check who may write the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that its folder exists and who may write there",
    sqlite3.SQLITE_FULL: "cannot grow, the disk is full; free some space and run this again: nothing stored is lost",
    sqlite3.SQLITE_NOTADB: "is not a store; give another name, nothing was changed",
    sqlite3.SQLITE_CORRUPT: "is damaged; build it again from the reports under another name",
}
"""What a user is told, by SQLite's primary result code."""

UNWRITABLE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def connect(path: Path, *, create: bool, wait: float, any_thread: bool = False) -> sqlite3.Connection:
    """A connection to the store in this file.

    With ``create`` a missing or empty file becomes a store, and the file must be writable; without, one on a
    read-only medium opens too. ``wait`` is how many seconds to wait for another process. ``any_thread``: the connection
    may be used in other threads than this one, in one at a time. Raises ``StoreError``.
    """
    _refuse_foreign(path, create=create)
    with named_errors(path), ExitStack() as undo:
        connection = undo.enter_context(closing(_writer(path, wait) if create else _reader(path, wait, any_thread)))
        refuse_other_version(path, connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = {-CACHE_KIB}")
        undo.pop_all()
        return connection


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path, mode: str) -> Iterator[None]:
    """Everything inside happens at once or not at all. ``mode`` is SQLite's: ``DEFERRED`` reads, ``IMMEDIATE`` writes.

    Raises ``StoreError`` that names the file.
    """
    with named_errors(path):
        connection.execute(f"BEGIN {mode}")
        try:
            yield
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """Turns what SQLite and decoding raise into a ``StoreError`` that says which file, why, and what next."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path} {REASONS.get(_code(error), f'cannot be used: {error}')}") from error
    except msgspec.ValidationError as error:
        raise StoreError(f"{path} holds what no build writes ({error}); build it again under another name") from error


def _code(error: sqlite3.Error) -> int:
    """The primary result code; errors raised by Python's own checks have none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _refuse_foreign(path: Path, *, create: bool) -> None:
    """Look at the path and the first bytes alone, so that a file of another program is not even opened by SQLite."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - one call that raises where Path.exists hides the reason
    except FileNotFoundError as error:
        if create:
            return
        raise StoreError(f"{path} does not exist; make it with: standoff build PATHS... -o {path}") from error
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}; give another name") from error
    if stat.S_ISDIR(mode):
        raise StoreError(f"{path} is a folder, not a store; give the name of a file")
    if not stat.S_ISREG(mode):
        raise StoreError(f"{path} is not a regular file; give another name")
    header = _header(path)
    if not any(header):  # empty, or the beginning of a store whose creation was cut short and that SQLite will undo
        if create:
            return
        raise StoreError(f"{path} holds nothing; make it with: standoff build PATHS... -o {path}")
    if header[APPLICATION_ID_PLACE] != APPLICATION_ID.to_bytes(4, "big"):
        raise StoreError(f"{path} is not a store of Standoff; give another name, nothing was changed")


def _header(path: Path) -> bytes:
    try:
        file = path.open("rb")
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}; give another name") from error
    with file:
        return file.read(HEADER_BYTES)


def _writer(path: Path, wait: float) -> sqlite3.Connection:
    """Opened to write: a fresh file gets its tables, a file that cannot be written fails now and not later."""
    with ExitStack() as undo:
        connection = undo.enter_context(closing(_opened(path, "mode=rwc", wait)))
        connection.execute("BEGIN IMMEDIATE")
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            _create(connection)
        elif version_of(connection) in UPGRADED:
            upgrade(connection)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
        # After the tables: until here the file is empty or whole, never a SQLite file that is not yet a store.
        connection.execute("PRAGMA journal_mode = WAL")
        undo.pop_all()
        return connection


def _create(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    for script in SCRIPTS:
        run_script(connection, script)


def _reader(path: Path, wait: float, any_thread: bool) -> sqlite3.Connection:
    """Opened to read: where no log can be kept beside the file, the file alone, if nothing waits in a log."""
    try:
        return _opened(path, "mode=rw", wait, any_thread)
    except sqlite3.OperationalError as error:
        if _code(error) not in UNWRITABLE or _log_waits(path):
            raise
    return _opened(path, "mode=ro&immutable=1", wait, any_thread)


def _opened(path: Path, options: str, wait: float, any_thread: bool = False) -> sqlite3.Connection:
    """A connection that has read the header: SQLite looks at the file no earlier."""
    with ExitStack() as undo:
        uri = f"{path.absolute().as_uri()}?{options}"
        opened = sqlite3.connect(uri, timeout=wait, isolation_level=None, uri=True, check_same_thread=not any_thread)
        connection = undo.enter_context(closing(opened))
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        undo.pop_all()
        return connection


def log_of(path: Path) -> Path:
    """Where SQLite keeps the log of this file."""
    return path.with_name(f"{path.name}-wal")


def _log_waits(path: Path) -> bool:
    """Whether finished transactions stand in the log and not yet in the file."""
    log = log_of(path)
    return log.is_file() and log.stat().st_size > 0


def refuse_other_version(path: Path, connection: sqlite3.Connection) -> None:
    """Raise ``StoreError`` for a store that this Standoff cannot read as it is, with what to do about it."""
    version = version_of(connection)
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{path} was written by a newer Standoff (store version {version}, this one knows {SCHEMA_VERSION}); "
            "upgrade Standoff, or build under another name"
        )
    if version in UPGRADED:
        raise StoreError(
            f"{path} was built by an earlier Standoff (store version {version}, this one writes {SCHEMA_VERSION}); "
            f"run the build again, which keeps what is stored: standoff build PATHS... -o {path}"
        )
    if 0 < version < SCHEMA_VERSION:
        raise StoreError(
            f"{path} was built by an earlier Standoff (store version {version}, this one writes {SCHEMA_VERSION}); "
            "build it again from the reports under another name"
        )
    if version < SCHEMA_VERSION:
        raise StoreError(f"{path} has store version {version}, which no Standoff wrote; build under another name")
