"""Obligations as rows: their commitments and accounts, and the moves of their status."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from standoff.core.course import Move, Obligation
from standoff.core.findings import Independent
from standoff.core.span import Span
from standoff.core.vocabulary import Force, Status
from standoff.store.intervals import days, interval
from standoff.store.reasons import CountedRow, bounds, reason, why_of
from standoff.store.table import Links, Row, Table, grouped, place, span_of


class ObligationRow(CountedRow, frozen=True):
    """An obligation without its parts."""

    id: str
    position: int
    label_document: str
    label_start: int
    label_end: int
    force: Force
    debtor: str | None
    creditor: str | None
    antecedent_document: str | None
    antecedent_start: int | None
    antecedent_end: int | None
    consequent_document: str | None
    consequent_start: int | None
    consequent_end: int | None
    deadline_since: str | None
    deadline_until: str | None
    status: Status


class MoveRow(Row, frozen=True):
    """How an obligation came to a status."""

    obligation: str
    position: int
    status: Status
    rule: str
    document: str
    start: int
    end: int
    happening: str | None
    when_since: str | None
    when_until: str | None


OBLIGATIONS = Table("obligations", ObligationRow, "position")
OBLIGATION_COMMITMENTS = Links("obligation_commitments", "obligation", "commitment")
OBLIGATION_ACCOUNTS = Links("obligation_accounts", "obligation", "account")
MOVES = Table("moves", MoveRow, "obligation, position")


def write_obligations(connection: sqlite3.Connection, obligations: Sequence[Obligation]) -> None:
    """Add every obligation; the happenings that moved them must be there."""
    known = [(obligation.id, obligation) for obligation in obligations]
    OBLIGATIONS.insert(connection, (_row(key, n, obligation) for n, (key, obligation) in enumerate(known)))
    OBLIGATION_COMMITMENTS.insert(connection, ((key, obligation.commitments) for key, obligation in known))
    OBLIGATION_ACCOUNTS.insert(connection, ((key, obligation.accounts) for key, obligation in known))
    MOVES.insert(connection, (row for key, obligation in known for row in _move_rows(key, obligation)))


def read_obligations(connection: sqlite3.Connection) -> tuple[Obligation, ...]:
    """Every obligation, as written."""
    commitments, accounts = OBLIGATION_COMMITMENTS.select(connection), OBLIGATION_ACCOUNTS.select(connection)
    moves = grouped(MOVES.select(connection), lambda row: row.obligation)
    return tuple(
        obligation_of(row, commitments[row.id], moves.get(row.id, ()), accounts[row.id])
        for row in OBLIGATIONS.select(connection)
    )


def obligation_of(
    row: ObligationRow, commitments: tuple[str, ...], moves: Sequence[MoveRow], accounts: tuple[str, ...]
) -> Obligation:
    """The obligation that a row and those of its parts hold."""
    return Obligation(
        label=Span(row.label_document, row.label_start, row.label_end),
        force=row.force,
        debtor=row.debtor,
        creditor=row.creditor,
        antecedent=span_of(row.antecedent_document, row.antecedent_start, row.antecedent_end),
        consequent=span_of(row.consequent_document, row.consequent_start, row.consequent_end),
        deadline=interval(row.deadline_since, row.deadline_until),
        commitments=commitments,
        status=row.status,
        moves=tuple(_move(part) for part in moves),
        accounts=accounts,
        independent=Independent(lower=row.lower, upper=row.upper),
        why=why_of(row),
    )


def _row(key: str, position: int, obligation: Obligation) -> ObligationRow:
    antecedent_document, antecedent_start, antecedent_end = place(obligation.antecedent)
    consequent_document, consequent_start, consequent_end = place(obligation.consequent)
    deadline_since, deadline_until = days(obligation.deadline)
    return ObligationRow(
        id=key,
        position=position,
        label_document=obligation.label.doc,
        label_start=obligation.label.start,
        label_end=obligation.label.end,
        force=obligation.force,
        debtor=obligation.debtor,
        creditor=obligation.creditor,
        antecedent_document=antecedent_document,
        antecedent_start=antecedent_start,
        antecedent_end=antecedent_end,
        consequent_document=consequent_document,
        consequent_start=consequent_start,
        consequent_end=consequent_end,
        deadline_since=deadline_since,
        deadline_until=deadline_until,
        status=obligation.status,
        **bounds(obligation.independent),
        **reason(obligation.why),
    )


def _move_rows(obligation: str, record: Obligation) -> Iterator[MoveRow]:
    for position, move in enumerate(record.moves):
        when_since, when_until = days(move.when)
        yield MoveRow(
            obligation=obligation,
            position=position,
            status=move.status,
            rule=move.rule,
            document=move.at.doc,
            start=move.at.start,
            end=move.at.end,
            happening=move.happening,
            when_since=when_since,
            when_until=when_until,
        )


def _move(row: MoveRow) -> Move:
    return Move(
        status=row.status,
        rule=row.rule,
        at=Span(row.document, row.start, row.end),
        happening=row.happening,
        when=interval(row.when_since, row.when_until),
    )
