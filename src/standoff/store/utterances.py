"""Utterances as rows: the wordings of one statement, the accounts that carry it, where the wordings differ."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from standoff.core.findings import Difference, Independent, Utterance
from standoff.store.reasons import CountedRow, bounds, reason, why_of
from standoff.store.table import Links, Row, Table, grouped, place, span_of


class UtteranceRow(CountedRow, frozen=True):
    """An utterance without its parts."""

    id: str
    position: int
    speaker: str | None
    fullest: str
    earliest: str | None
    original: str | None
    original_document: str | None
    original_start: int | None
    original_end: int | None


class DifferenceRow(Row, frozen=True):
    """Where a wording departs from the fullest."""

    utterance: str
    position: int
    attribution: str
    fullest_document: str | None
    fullest_start: int | None
    fullest_end: int | None
    here_document: str | None
    here_start: int | None
    here_end: int | None


UTTERANCES = Table("utterances", UtteranceRow, "position")
UTTERANCE_ATTRIBUTIONS = Links("utterance_attributions", "utterance", "attribution")
UTTERANCE_ACCOUNTS = Links("utterance_accounts", "utterance", "account")
DIFFERENCES = Table("differences", DifferenceRow, "utterance, position")


def write_utterances(connection: sqlite3.Connection, utterances: Sequence[Utterance]) -> None:
    """Add every utterance."""
    known = [(utterance.id, utterance) for utterance in utterances]
    UTTERANCES.insert(connection, (_utterance_row(key, n, utterance) for n, (key, utterance) in enumerate(known)))
    UTTERANCE_ATTRIBUTIONS.insert(connection, ((key, utterance.attributions) for key, utterance in known))
    UTTERANCE_ACCOUNTS.insert(connection, ((key, utterance.accounts) for key, utterance in known))
    differences = (
        _difference_row(key, n, difference)
        for key, utterance in known
        for n, difference in enumerate(utterance.differences)
    )
    DIFFERENCES.insert(connection, differences)


def read_utterances(connection: sqlite3.Connection) -> tuple[Utterance, ...]:
    """Every utterance, as written."""
    attributions, accounts = UTTERANCE_ATTRIBUTIONS.select(connection), UTTERANCE_ACCOUNTS.select(connection)
    differences = grouped(DIFFERENCES.select(connection), lambda row: row.utterance)
    return tuple(
        Utterance(
            speaker=row.speaker,
            attributions=attributions[row.id],
            fullest=row.fullest,
            accounts=accounts[row.id],
            independent=Independent(lower=row.lower, upper=row.upper),
            earliest=row.earliest,
            original=row.original,
            original_at=span_of(row.original_document, row.original_start, row.original_end),
            differences=tuple(_difference(part) for part in differences.get(row.id, ())),
            why=why_of(row),
        )
        for row in UTTERANCES.select(connection)
    )


def _utterance_row(key: str, position: int, utterance: Utterance) -> UtteranceRow:
    original_document, original_start, original_end = place(utterance.original_at)
    return UtteranceRow(
        id=key,
        position=position,
        speaker=utterance.speaker,
        fullest=utterance.fullest,
        earliest=utterance.earliest,
        original=utterance.original,
        original_document=original_document,
        original_start=original_start,
        original_end=original_end,
        **bounds(utterance.independent),
        **reason(utterance.why),
    )


def _difference_row(utterance: str, position: int, difference: Difference) -> DifferenceRow:
    fullest_document, fullest_start, fullest_end = place(difference.fullest)
    here_document, here_start, here_end = place(difference.here)
    return DifferenceRow(
        utterance=utterance,
        position=position,
        attribution=difference.attribution,
        fullest_document=fullest_document,
        fullest_start=fullest_start,
        fullest_end=fullest_end,
        here_document=here_document,
        here_start=here_start,
        here_end=here_end,
    )


def _difference(row: DifferenceRow) -> Difference:
    return Difference(
        attribution=row.attribution,
        fullest=span_of(row.fullest_document, row.fullest_start, row.fullest_end),
        here=span_of(row.here_document, row.here_start, row.here_end),
    )
