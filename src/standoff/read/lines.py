"""JSON Lines of documents, one a line, read as a stream; also one JSON object, or a list of them, as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any, BinaryIO

import msgspec

from standoff.core.digest import text_hash
from standoff.core.errors import UnreadableError
from standoff.core.records import Document, Gap
from standoff.lexicon.furniture import Furniture
from standoff.read.encoding import MARKS, decode
from standoff.read.raw import MAX_BYTES, MAX_LINES_BYTES, take_line
from standoff.read.record import parse_json, parse_record, read_record, record_id

# What a person can look through; the rest of a file that is broken throughout is counted.
MAX_GAPS = 100

Result = tuple[tuple[Document, ...], tuple[Gap, ...]]
Entry = tuple[str, dict[str, Any] | UnreadableError]
"""Where a record stands ("line 3") and the record, or why it is none."""


def read_lines(path: str, stream: BinaryIO, furniture: Furniture) -> Result:
    """Every document of a stream of lines, and a gap that names the line for all that could not be used."""
    return _collect(path, _records(stream), furniture)


def read_json(path: str, data: bytes, furniture: Furniture) -> Result:
    """The documents of one JSON object or of a list of them; of lines of them if the whole is not JSON.

    Raises ``UnreadableError`` for data that are neither.
    """
    decoded = decode(data)
    text = decoded.text.encode("utf-8")
    try:
        whole = parse_json(text)
    except UnreadableError:
        lines = text.splitlines()
        if sum(1 for line in lines if line.startswith(b"{")) < 2:
            raise
        return _collect(path, _parsed(enumerate(lines, 1)), furniture)
    items = whole if isinstance(whole, list) else [whole]
    return _collect(path, _listed(items), furniture)


def _records(stream: BinaryIO) -> Iterator[Entry]:
    yield from _parsed(_numbered(stream))


def _parsed(lines: Iterable[tuple[int, bytes | UnreadableError]]) -> Iterator[Entry]:
    for number, line in lines:
        if isinstance(line, UnreadableError):
            yield f"line {number}", line
            continue
        if not line.strip():
            continue
        try:
            record = parse_record(line)
        except UnreadableError as error:
            yield f"line {number}", error
            continue
        yield f"line {number}", record


def _listed(items: Iterable[Any]) -> Iterator[Entry]:
    for number, item in enumerate(items, 1):
        wrong = UnreadableError("is not an object")
        yield f"record {number}", item if isinstance(item, dict) else wrong


def _numbered(stream: BinaryIO) -> Iterator[tuple[int, bytes | UnreadableError]]:
    """The lines with their numbers. What ends the reading early, and a line too long, come as errors."""
    total = 0
    for number in count(1):
        try:
            line = take_line(stream, MAX_BYTES + 1)
        except UnreadableError as error:
            yield number, error
            return
        total += len(line)
        if not line:
            return
        if number == 1:
            line = _unmarked(line)
        if total > MAX_LINES_BYTES:
            yield number, UnreadableError(f"and all below are left out: a file may have {MAX_LINES_BYTES:,} bytes")
            return
        if len(line) > MAX_BYTES and not line.endswith(b"\n"):
            yield number, UnreadableError(f"and all below are left out: a line may have {MAX_BYTES:,} bytes")
            return
        yield number, line


def _unmarked(line: bytes) -> bytes:
    mark, _ = MARKS[0]
    return line.removeprefix(mark)


def _collect(path: str, entries: Iterable[Entry], furniture: Furniture) -> Result:
    """Turn records into documents; of what cannot be used, the first ``MAX_GAPS`` are told and the others counted."""
    documents: list[Document] = []
    gaps: list[Gap] = []
    seen: dict[str, dict[str, str]] = {}
    untold = 0
    for entry in entries:
        found, wrong = _take(path, entry, furniture, seen)
        documents.extend(found)
        told = wrong[: MAX_GAPS - len(gaps)]
        gaps.extend(told)
        untold += len(wrong) - len(told)
    if untold:
        gaps.append(_gap(path, f"{untold:,} more lines or fields that cannot be used are not listed"))
    if not documents and not gaps:
        gaps.append(_gap(path, "holds no records"))
    return tuple(documents), tuple(gaps)


def _take(path: str, entry: Entry, furniture: Furniture, seen: dict[str, dict[str, str]]) -> Result:
    """The document of one record. ``seen`` holds, by id, where each text of that id stands; it is added to."""
    place, record = entry
    if isinstance(record, UnreadableError):
        return (), (_gap(path, f"{place} {record}"),)
    given = record_id(record)
    texts = seen.setdefault(given, {}) if given else {}
    name = given if given and not texts else place.split()[1]
    try:
        document, gaps = read_record(f"{path}#{name}", record, furniture)
    except UnreadableError as error:
        return (), (_gap(path, f"{place} {error}"),)
    told = tuple(msgspec.structs.replace(gap, reason=f"{place}: {gap.reason}") for gap in gaps)
    first = texts.get(text_hash(document.text))
    if first:
        return (), (_gap(path, f"{place} repeats {first}: the same text under the id {given!r}"),)
    if texts:
        where = ", ".join(texts.values())
        told = (*told, _gap(path, f"{place} has the id {given!r} of {where} and another text; both are kept", document))
    texts[text_hash(document.text)] = place
    return (document,), told


def _gap(path: str, reason: str, document: Document | None = None) -> Gap:
    return Gap(path=path, room="read", reason=reason, doc=document.id if document else None)
