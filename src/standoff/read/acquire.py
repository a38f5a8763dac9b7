"""One file to its documents. Whatever is wrong with the file becomes a gap; nothing is raised."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

import msgspec

from standoff.core.errors import UnreadableError
from standoff.core.records import Document, Gap
from standoff.lexicon.furniture import Furniture
from standoff.read.discover import SourceFile
from standoff.read.kinds import Kind, binary_kind, feed_kind, kind_of, unread_kind
from standoff.read.lines import Result, read_json, read_lines
from standoff.read.plain import read_plain
from standoff.read.raw import fingerprint_of, open_unpacked, peek, take_all


class Acquired(msgspec.Struct, frozen=True, kw_only=True):
    """What one file gave."""

    path: str
    sha256: str
    """Of the raw bytes, as far as they could be read: of none where the file could not be opened."""
    documents: tuple[Document, ...] = ()
    gaps: tuple[Gap, ...] = ()


def fingerprint(file: SourceFile) -> str:
    """SHA-256 of the file's raw bytes, in bounded memory. Raises ``UnreadableError``."""
    return fingerprint_of(file.location)


def acquire(file: SourceFile, furniture: Furniture) -> Acquired:
    """Read a file of any kind: text, page, JSON Lines of documents, each also gzipped."""
    try:
        sha256 = fingerprint(file)
    except UnreadableError as error:
        return Acquired(path=file.path, sha256=hashlib.sha256().hexdigest(), gaps=(_gap(file, error),))
    try:
        documents, gaps = _read(file, furniture)
    except UnreadableError as error:
        documents, gaps = (), (_gap(file, error),)
    return Acquired(path=file.path, sha256=sha256, documents=documents, gaps=gaps)


def _read(file: SourceFile, furniture: Furniture) -> Result:
    with open_unpacked(file.location) as stream:
        head = peek(stream)
        ending = _ending(file.path)
        _refuse(head, ending)
        kind = kind_of(head, ending)
        if kind == "lines" and b"\0" not in head:
            return read_lines(file.path, stream, furniture)
        return _read_whole(file, take_all(stream, file.location), "json" if kind == "lines" else kind, furniture)


def _read_whole(file: SourceFile, data: bytes, kind: Kind, furniture: Furniture) -> Result:
    if kind == "json":
        return read_json(file.path, data, furniture)
    if kind == "plain":
        return _one(read_plain(file.path, data, furniture))
    # Trafilatura takes a third of a second to load, which a folder of texts need not wait for.
    from standoff.read.archive import read_archive  # noqa: PLC0415
    from standoff.read.page import read_page  # noqa: PLC0415

    read = read_page if kind == "page" else read_archive
    return _one(read(file.path, data, furniture))


def _one(read: tuple[Document, tuple[Gap, ...]]) -> Result:
    document, gaps = read
    return (document,), gaps


def _refuse(head: bytes, ending: str) -> None:
    """Raise ``UnreadableError`` for a file that is empty, or of a kind that holds no report."""
    if not head:
        raise UnreadableError("is empty")
    kind = binary_kind(head) or unread_kind(ending) or feed_kind(head)
    if kind:
        raise UnreadableError(f"is {kind}")


def _ending(path: str) -> str:
    """The ending of a file's name in lower case, without the dot; the one before ".gz"."""
    suffixes = [suffix[1:].lower() for suffix in PurePosixPath(path).suffixes]
    return next((suffix for suffix in reversed(suffixes) if suffix != "gz"), "")


def _gap(file: SourceFile, error: UnreadableError) -> Gap:
    return Gap(path=file.path, room="read", reason=str(error))
