"""Bytes of a file, whole or line by line, unpacked if gzipped, never more than a cap.

Everything here raises ``UnreadableError`` with the reason a person is shown, and nothing else.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from standoff.core.errors import UnreadableError

# A saved page with its pictures in it is a few megabytes; the longest report of the readouts is 60 kilobytes. 32 MB
# keep one file's cost near a second and its memory below a tenth of what a build may use.
MAX_BYTES = 32 * 1024 * 1024
# A crisis in JSON Lines: half a gigabyte is some 100,000 reports. A gzip bomb expands a thousandfold.
MAX_LINES_BYTES = 512 * 1024 * 1024
HEAD = 64 * 1024
GZIP = b"\x1f\x8b"


def fingerprint_of(path: Path) -> str:
    """SHA-256 of a file's bytes as they lie there, read piece by piece. Raises ``UnreadableError``."""
    state = hashlib.sha256()
    with _open(path) as stream:
        while piece := take(stream, HEAD * 16):
            state.update(piece)
    return state.hexdigest()


@contextmanager
def open_unpacked(path: Path) -> Iterator[io.BufferedReader]:
    """The file's bytes as a stream to peek into, unpacked if gzipped. Raises ``UnreadableError``."""
    with _open(path) as raw:
        packed = peek(raw)[:2] == GZIP
        yield io.BufferedReader(gzip.GzipFile(fileobj=raw), HEAD) if packed else raw


def _open(path: Path) -> io.BufferedReader:
    if not path.is_file():  # it was one when it was found: opening a pipe would wait for ever
        raise UnreadableError("is no longer a file")
    try:
        raw = path.open("rb", 0)
    except OSError as error:
        raise UnreadableError(f"cannot be opened: {error.strerror or error}") from error
    return io.BufferedReader(raw, HEAD)


def peek(stream: io.BufferedReader) -> bytes:
    """The first bytes, up to ``HEAD``, left in the stream. Raises ``UnreadableError``."""
    try:
        return stream.peek(HEAD)[:HEAD]
    except (OSError, EOFError, zlib.error) as error:
        raise _unreadable(error) from error


def take(stream: BinaryIO, size: int) -> bytes:
    """Up to ``size`` bytes; empty at the end. Raises ``UnreadableError``."""
    try:
        return stream.read(size)
    except (OSError, EOFError, zlib.error) as error:
        raise _unreadable(error) from error


def take_line(stream: BinaryIO, size: int) -> bytes:
    """The next line with its end, or the first ``size`` bytes of it. Raises ``UnreadableError``."""
    try:
        return stream.readline(size)
    except (OSError, EOFError, zlib.error) as error:
        raise _unreadable(error) from error


def take_all(stream: BinaryIO, path: Path) -> bytes:
    """All bytes, if they are no more than ``MAX_BYTES``. Raises ``UnreadableError``, with nothing more read."""
    data = take(stream, MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        size = path.stat().st_size
        unpacked = f"unpacks to more than {MAX_BYTES:,} bytes from {size:,}"
        plain = f"is too large: {size:,} bytes, and no more than {MAX_BYTES:,} are read"
        raise UnreadableError(plain if size > MAX_BYTES else unpacked)
    return data


def _unreadable(error: Exception) -> UnreadableError:
    if isinstance(error, EOFError):
        return UnreadableError("is cut off: the gzip data end early; save the file again")
    if isinstance(error, gzip.BadGzipFile | zlib.error):
        return UnreadableError(f"is damaged gzip data: {error}")
    return UnreadableError(f"cannot be read: {getattr(error, 'strerror', None) or error}")
