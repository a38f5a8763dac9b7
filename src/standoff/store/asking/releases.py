"""Releases: official texts among the reports, and the reports behind which they stand.

A document is a release where an utterance has its original in it, or where it is the origin of a release that
another document shares. What rests on a release that is not among the documents has only lineages.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

import msgspec

from standoff.store.asking.accounts import in_time
from standoff.store.asking.listed import Listed, Page, in_chunks, listed, marks
from standoff.store.asking.report_names import ReportName, report_names

RELEASES = """
SELECT original_document AS release FROM utterances WHERE original_document IS NOT NULL
UNION SELECT origin FROM lineages WHERE origin IS NOT NULL AND relation = 'shared_release'
"""

SAID = """
SELECT utterances.original_document, attributions.document, count(DISTINCT utterances.id)
FROM utterances
JOIN utterance_attributions ON utterance_attributions.utterance = utterances.id
JOIN attributions ON attributions.id = utterance_attributions.attribution
WHERE utterances.original_document IN ({}) AND attributions.document <> utterances.original_document
GROUP BY utterances.original_document, attributions.document
"""

SHARED = """
SELECT "left", "right", (SELECT count(*) FROM passages WHERE lineage = lineages.position)
FROM lineages WHERE relation = 'shared_release' AND {0} IN ({1}) AND (origin IS NULL OR origin = {0})
"""


class RestingReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report that rests on a release."""

    report: ReportName
    utterances: int
    """Of the release, that it reports."""
    passages: int
    """That it shares with it."""


class ListedRelease(msgspec.Struct, frozen=True, kw_only=True):
    """A release with the reports behind which it stands, in order of their days."""

    release: ReportName
    reports: tuple[RestingReport, ...]


def list_releases(connection: sqlite3.Connection, page: Page) -> Listed[ListedRelease]:
    """Releases that stand behind a report, in order of their days; a page of them."""
    found = [release for (release,) in connection.execute(RELEASES)]
    behind = _behind(connection, found)
    names = report_names(connection, behind)
    ordered = sorted((names[doc] for doc in behind), key=in_time)
    shown = ordered[page.offset : page.offset + page.size]
    return listed(_told(connection, shown, behind), len(ordered), page)


Behind = Mapping[str, Mapping[str, tuple[int, int]]]
"""By release, then by report: the utterances and the passages."""


def _told(connection: sqlite3.Connection, shown: Sequence[ReportName], behind: Behind) -> list[ListedRelease]:
    names = report_names(connection, (doc for release in shown for doc in behind[release.id]))
    return [
        ListedRelease(
            release=release,
            reports=tuple(
                RestingReport(report=report, utterances=counts[0], passages=counts[1])
                for report, counts in sorted(
                    ((names[doc], counts) for doc, counts in behind[release.id].items()),
                    key=lambda one: in_time(one[0]),
                )
            ),
        )
        for release in shown
    ]


def _behind(connection: sqlite3.Connection, releases: Sequence[str]) -> Behind:
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for release, doc, said in _asked(connection, SAID, releases):
        found.setdefault(release, {})[doc] = (said, 0)
    for side in ("left", "right"):
        for left, right, passages in _asked(connection, SHARED.format(f'"{side}"', "{}"), releases):
            release, doc = (left, right) if side == "left" else (right, left)
            said, _ = found.setdefault(release, {}).get(doc, (0, 0))
            found[release][doc] = (said, passages)
    return found


def _asked(connection: sqlite3.Connection, query: str, ids: Sequence[str]) -> list[tuple[str, str, int]]:
    return in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), ids)
