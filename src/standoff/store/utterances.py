"""Utterances as rows: the wordings of one statement, the accounts that carry it, where the wordings differ."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from standoff.core.findings import Difference, Independent, Utterance
from standoff.core.records import Why
from standoff.core.span import Span
from standoff.store.table import Row, Table, ends, grouped, span_of


class UtteranceRow(Row, frozen=True):
    """An utterance without its parts."""

    id: str
    position: int
    speaker: str | None
    fullest: str
    finder: str
    score: float
    detail: str
    runner_up: str | None


class UtteranceAttributionRow(Row, frozen=True):
    """An attribution that reports an utterance."""

    utterance: str
    position: int
    attribution: str


class UtteranceAccountRow(Row, frozen=True):
    """An account that carries an utterance."""

    utterance: str
    position: int
    account: str


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
UTTERANCE_ATTRIBUTIONS = Table("utterance_attributions", UtteranceAttributionRow, "utterance, position")
UTTERANCE_ACCOUNTS = Table("utterance_accounts", UtteranceAccountRow, "utterance, position")
DIFFERENCES = Table("differences", DifferenceRow, "utterance, position")


def write_utterances(connection: sqlite3.Connection, utterances: Sequence[Utterance]) -> None:
    """Add every utterance."""
    for position, utterance in enumerate(utterances):
        key = utterance.id
        UTTERANCES.insert(connection, [_utterance_row(key, position, utterance)])
        UTTERANCE_ATTRIBUTIONS.insert(
            connection,
            (
                UtteranceAttributionRow(utterance=key, position=n, attribution=said)
                for n, said in enumerate(utterance.attributions)
            ),
        )
        UTTERANCE_ACCOUNTS.insert(
            connection,
            (
                UtteranceAccountRow(utterance=key, position=n, account=account)
                for n, account in enumerate(utterance.accounts)
            ),
        )
        DIFFERENCES.insert(connection, (_difference_row(key, n, d) for n, d in enumerate(utterance.differences)))


def read_utterances(connection: sqlite3.Connection) -> tuple[Utterance, ...]:
    """Every utterance, as written."""
    attributions = grouped(UTTERANCE_ATTRIBUTIONS.select(connection), lambda row: row.utterance)
    accounts = grouped(UTTERANCE_ACCOUNTS.select(connection), lambda row: row.utterance)
    differences = grouped(DIFFERENCES.select(connection), lambda row: row.utterance)
    return tuple(
        Utterance(
            speaker=row.speaker,
            attributions=tuple(part.attribution for part in attributions.get(row.id, ())),
            fullest=row.fullest,
            accounts=tuple(part.account for part in accounts.get(row.id, ())),
            differences=tuple(_difference(part) for part in differences.get(row.id, ())),
            independent=Independent(lower=1, upper=len(accounts.get(row.id, ()))),
            why=Why(row.finder, row.score, row.detail, row.runner_up),
        )
        for row in UTTERANCES.select(connection)
    )


def _utterance_row(key: str, position: int, utterance: Utterance) -> UtteranceRow:
    return UtteranceRow(
        id=key,
        position=position,
        speaker=utterance.speaker,
        fullest=utterance.fullest,
        finder=utterance.why.finder,
        score=utterance.why.score,
        detail=utterance.why.detail,
        runner_up=utterance.why.runner_up,
    )


def _difference_row(utterance: str, position: int, difference: Difference) -> DifferenceRow:
    fullest_document, fullest_start, fullest_end = _place(difference.fullest)
    here_document, here_start, here_end = _place(difference.here)
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


def _place(span: Span | None) -> tuple[str | None, int | None, int | None]:
    return (None if span is None else span.doc, *ends(span))


def _difference(row: DifferenceRow) -> Difference:
    return Difference(
        attribution=row.attribution,
        fullest=span_of(row.fullest_document, row.fullest_start, row.fullest_end),
        here=span_of(row.here_document, row.here_start, row.here_end),
    )
