"""Documents as rows. Identity covers the text, so a row changes only in what surrounds the text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from standoff.core.digest import text_hash
from standoff.core.records import Document
from standoff.core.vocabulary import Basis, OutletBasis
from standoff.store.intervals import days, interval
from standoff.store.table import Row, Table, grouped

Marked = tuple[tuple[int, int], ...]


class DocumentRow(Row, frozen=True):
    """A document without its marked spans."""

    id: str
    path: str
    given_id: str | None
    title: str | None
    outlet: str | None
    outlet_basis: OutletBasis | None
    author: str | None
    published_since: str | None
    published_until: str | None
    published_basis: Basis | None
    url: str | None
    encoding: str
    text_sha256: str
    text: str


class MarkRow(Row, frozen=True):
    """A span of a document that is marked: furniture in one table, captions in the other."""

    document: str
    start: int
    end: int


DOCUMENTS = Table("documents", DocumentRow, "id")
FURNITURE = Table("furniture", MarkRow, "document, start")
CAPTIONS = Table("captions", MarkRow, "document, start")


def document_row(document: Document) -> DocumentRow:
    """A document as its row."""
    since, until = days(document.published)
    return DocumentRow(
        id=document.id,
        path=document.path,
        given_id=document.given_id,
        title=document.title,
        outlet=document.outlet,
        outlet_basis=document.outlet_basis,
        author=document.author,
        published_since=since,
        published_until=until,
        published_basis=document.published_basis,
        url=document.url,
        encoding=document.encoding,
        text_sha256=text_hash(document.text),
        text=document.text,
    )


def write_document(connection: sqlite3.Connection, document: Document) -> None:
    """Add one document that is not there yet."""
    row = document_row(document)
    DOCUMENTS.insert(connection, [row])
    FURNITURE.insert(connection, (MarkRow(document=row.id, start=s, end=e) for s, e in document.furniture))
    CAPTIONS.insert(connection, (MarkRow(document=row.id, start=s, end=e) for s, e in document.captions))


def read_document(connection: sqlite3.Connection, doc: str) -> Document | None:
    """The document of this id, if it is stored."""
    rows = DOCUMENTS.where(connection, "id", doc)
    furniture = _spans(FURNITURE.where(connection, "document", doc))
    captions = _spans(CAPTIONS.where(connection, "document", doc))
    return document_of(rows[0], furniture, captions) if rows else None


def read_documents(connection: sqlite3.Connection) -> tuple[Document, ...]:
    """Every document, sorted by id."""
    furniture, captions = _marked(connection, FURNITURE), _marked(connection, CAPTIONS)
    rows = DOCUMENTS.select(connection)
    return tuple(document_of(row, furniture.get(row.id, ()), captions.get(row.id, ())) for row in rows)


def _marked(connection: sqlite3.Connection, table: Table[MarkRow]) -> Mapping[str, Marked]:
    marks = grouped(table.select(connection), lambda row: row.document)
    return {doc: _spans(rows) for doc, rows in marks.items()}


def _spans(rows: Iterable[MarkRow]) -> Marked:
    return tuple((row.start, row.end) for row in rows)


def document_of(row: DocumentRow, furniture: Marked, captions: Marked) -> Document:
    """The document that a row holds, with its marked spans."""
    return Document(
        path=row.path,
        text=row.text,
        given_id=row.given_id,
        url=row.url,
        title=row.title,
        outlet=row.outlet,
        outlet_basis=row.outlet_basis,
        author=row.author,
        published=interval(row.published_since, row.published_until),
        published_basis=row.published_basis,
        encoding=row.encoding,
        furniture=furniture,
        captions=captions,
    )
