"""Reports as lists name them: what they are called, where they came from, their day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

import msgspec

from standoff.core.when import When
from standoff.store.asking.listed import in_chunks, marks, when_of

REPORT_NAMES = """
SELECT
    documents.id, documents.path, documents.title, documents.outlet,
    coalesce(documents.published_since, datings.published_since),
    coalesce(documents.published_until, datings.published_until)
FROM documents LEFT JOIN datings ON datings.document = documents.id
WHERE documents.id IN ({})
"""


class ReportName(msgspec.Struct, frozen=True, kw_only=True):
    """A report, as it is called."""

    id: str
    path: str
    title: str | None
    outlet: str | None
    published: When | None


def report_names(connection: sqlite3.Connection, ids: Iterable[str]) -> Mapping[str, ReportName]:
    """What reports are called, by id; an id of none is left out."""
    rows = in_chunks(
        lambda chunk: connection.execute(REPORT_NAMES.format(marks(chunk)), chunk).fetchall(), sorted(set(ids))
    )
    return {
        key: ReportName(id=key, path=path, title=title, outlet=outlet, published=when_of(since, until))
        for key, path, title, outlet, since, until in rows
    }
