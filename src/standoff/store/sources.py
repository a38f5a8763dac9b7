"""Files as they were read, and which documents each carries.

Nothing acquired is lost: a file whose bytes change adds its new documents beside the old ones (an article
silently rewritten is evidence, and two folders of one name may hold two files of one path). Only its gaps go, since
what could not be read may now be whole. A file read again by newer rules replaces what the older rules made of the
same bytes. Where several sources carry one document, the record of a current source with the first path stands, so
that the order of reading shows nowhere.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from standoff.core.records import Document, Gap
from standoff.store.documents import DOCUMENTS, document_row, read_document, write_document
from standoff.store.gaps import SOURCE_GAPS, SourceGapRow
from standoff.store.table import Row, Table


class SourceRow(Row, frozen=True):
    """A file with these bytes, read by these rules."""

    path: str
    sha256: str
    version: str
    is_current: int


class CarriedRow(Row, frozen=True):
    """What a source says of one document."""

    path: str
    sha256: str
    document: str
    record: str


SOURCES = Table("sources", SourceRow, "path, sha256")
CARRIED = Table("carried", CarriedRow, "path, sha256, document")

STANDING = """
SELECT record FROM carried JOIN sources USING (path, sha256)
WHERE document = ? ORDER BY is_current DESC, path, sha256 LIMIT 1
"""


def is_read(connection: sqlite3.Connection, path: str, sha256: str, version: str) -> bool:
    """Whether the file was last seen with these bytes, and read by this version."""
    found = connection.execute(
        "SELECT 1 FROM sources WHERE path = ? AND sha256 = ? AND version = ? AND is_current", (path, sha256, version)
    )
    return found.fetchone() is not None


def write_source(
    connection: sqlite3.Connection, source: SourceRow, documents: Sequence[Document], gaps: Sequence[Gap]
) -> None:
    """Make these the documents and gaps of a source; settle every document that it touches."""
    path, sha256 = source.path, source.sha256
    touched = {row.document for row in CARRIED.where(connection, "path", path)}
    connection.execute("DELETE FROM source_gaps WHERE source = ?", (path,))
    connection.execute("UPDATE sources SET is_current = 0 WHERE path = ?", (path,))
    connection.execute("DELETE FROM sources WHERE path = ? AND sha256 = ?", (path, sha256))
    SOURCES.insert(connection, [source])
    SOURCE_GAPS.insert(connection, (_gap_row(source, n, gap) for n, gap in enumerate(gaps)))
    records = _records(documents)
    rows = (CarriedRow(path=path, sha256=sha256, document=doc, record=record) for doc, record in records.items())
    CARRIED.insert(connection, rows)
    texts = {document.id: document.text for document in documents}
    for doc in sorted(touched | set(texts)):
        _settle(connection, doc, texts.get(doc))


def _gap_row(source: SourceRow, position: int, gap: Gap) -> SourceGapRow:
    return SourceGapRow(
        source=source.path,
        sha256=source.sha256,
        position=position,
        path=gap.path,
        room=gap.room,
        reason=gap.reason,
        document=gap.doc,
    )


def _records(documents: Iterable[Document]) -> dict[str, str]:
    """Each document without its text, as JSON, by id. Of two with one id the first in order stands."""
    found: dict[str, str] = {}
    for document in documents:
        DOCUMENTS.checked(document_row(document))
        record = msgspec.json.encode(msgspec.structs.replace(document, text="")).decode()
        doc = document.id
        found[doc] = min(record, found.get(doc, record))
    return found


def _settle(connection: sqlite3.Connection, doc: str, text: str | None) -> None:
    """Bring one row of ``documents`` in line with what its sources carry.

    A document whose record changes loses its study, which may rest on what changed; the build makes a new one.
    """
    stored = read_document(connection, doc)
    found = connection.execute(STANDING, (doc,)).fetchone()
    standing = None
    if found is not None:
        known = text if text is not None else stored.text if stored is not None else ""
        standing = msgspec.structs.replace(msgspec.json.decode(found[0], type=Document), text=known)
    if standing == stored:
        return
    connection.execute("DELETE FROM documents WHERE id = ?", (doc,))
    if standing is not None:
        write_document(connection, standing)
