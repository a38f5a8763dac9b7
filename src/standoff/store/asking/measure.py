"""One measure with every claim, and each figure in its words."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import FigureStatus, Hedge
from standoff.core.when import When
from standoff.store.asking.discrepancies import ListedDiscrepancy, discrepancies_about
from standoff.store.asking.listed import Words, when_of, why_of
from standoff.store.asking.measures import ClaimTold, ListedMeasure, claims_of, measures_of
from standoff.store.asking.sentences import read_sentences
from standoff.store.asking.surroundings import Around
from standoff.store.asking.words import Place, read_words

MOST_SHOWN = 300
"""Claims of one measure with their figures, and figures in all: what a person reads on one page."""


class FigureTold(msgspec.Struct, frozen=True, kw_only=True):
    """One figure: a number in the words of one report."""

    id: str
    words: Words
    context: Around
    hedge: Hedge | None
    status: FigureStatus
    as_of: When | None
    place: Words | None
    """Where what is counted is."""
    account: str | None


class WholeClaim(ClaimTold, frozen=True, kw_only=True):
    """A claim with the figures that make it."""

    told: tuple[FigureTold, ...]


class WholeMeasure(ListedMeasure, frozen=True, kw_only=True):
    """A measure with every claim in the words of every report."""

    whole_claims: tuple[WholeClaim, ...]
    discrepancies: tuple[ListedDiscrepancy, ...]
    why: Why


def whole_measure(connection: sqlite3.Connection, key: str) -> WholeMeasure | None:
    """One measure with all that is told of it; ``None`` where there is none of this id."""
    known = measures_of(connection, [key]).get(key)
    if known is None:
        return None
    reason = connection.execute("SELECT finder, score, detail, runner_up FROM measures WHERE id = ?", (key,))
    figures = _figures(connection, key)
    return WholeMeasure(
        **{name: getattr(known, name) for name in ListedMeasure.__struct_fields__},
        whole_claims=tuple(
            WholeClaim(
                **{name: getattr(claim, name) for name in ClaimTold.__struct_fields__},
                told=tuple(figures[claim.position]),
            )
            for claim in claims_of(connection, [key], MOST_SHOWN)[key]
        ),
        discrepancies=discrepancies_about(connection, [key]),
        why=why_of(*reason.fetchone()),
    )


def _figures(connection: sqlite3.Connection, key: str) -> Mapping[int, Sequence[FigureTold]]:
    """The figures of each claim, in order of the reports' days."""
    rows = msgspec.convert(connection.execute(FIGURES, (key, MOST_SHOWN)).fetchall(), list[_Row])
    sites = [row.site for row in rows if row.site is not None]
    words = read_words(connection, [*(row.place for row in rows), *sites])
    around = read_sentences(connection, (row.place for row in rows))
    found: defaultdict[int, list[FigureTold]] = defaultdict(list)
    for row in rows:
        told = FigureTold(
            id=row.id,
            words=words[row.place],
            context=around[row.place],
            hedge=row.hedge,
            status=row.status,
            as_of=when_of(row.as_of_since, row.as_of_until),
            place=None if row.site is None else words[row.site],
            account=row.account,
        )
        found[row.claim].append(told)
    return found


FIGURES = """SELECT claim, figures.id, figures.document, figures.start, figures."end", figures.hedge, figures.status,
    coalesce(figures.as_of_since, settled_times.when_since), coalesce(figures.as_of_until, settled_times.when_until),
    mentions.start, mentions."end", account_documents.account
FROM claim_figures
JOIN figures ON figures.id = claim_figures.figure
JOIN documents ON documents.id = figures.document
LEFT JOIN datings ON datings.document = figures.document
LEFT JOIN settled_times ON settled_times.time = figures.time
LEFT JOIN mentions ON mentions.id = figures.place
LEFT JOIN account_documents ON account_documents.document = figures.document
WHERE measure = ?
ORDER BY claim, coalesce(documents.published_since, datings.published_since) IS NULL,
    coalesce(documents.published_since, datings.published_since), documents.path, documents.id, figures.start
LIMIT ?"""


class _Row(msgspec.Struct, frozen=True, array_like=True):
    claim: int
    id: str
    document: str
    start: int
    end: int
    hedge: Hedge | None
    status: FigureStatus
    as_of_since: str | None
    as_of_until: str | None
    site_start: int | None
    site_end: int | None
    account: str | None

    @property
    def place(self) -> Place:
        """Where its words stand."""
        return self.document, self.start, self.end

    @property
    def site(self) -> Place | None:
        """Where the words for its place stand."""
        if self.site_start is None or self.site_end is None:
            return None
        return self.document, self.site_start, self.site_end
