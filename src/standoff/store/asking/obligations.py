"""Obligations: threats, promises, demands, red lines and refusals, with how each stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from standoff.core.findings import Independent
from standoff.core.records import Why
from standoff.core.vocabulary import Force, Status
from standoff.core.when import When
from standoff.store.asking.commitments import ListedCommitment, commitments_of
from standoff.store.asking.listed import ActorName, Listed, Page, Words, in_chunks, listed, marks, when_of, why_of
from standoff.store.asking.moves import MoveTold, moves_of
from standoff.store.asking.standing import (
    ORDERS,
    ObligationsAsked,
    condition_of,
    statuses_known,
    tables_counted,
    tables_of,
)
from standoff.store.asking.words import Place, actor_names, read_words


class ListedObligation(msgspec.Struct, frozen=True, kw_only=True):
    """An obligation as lists show it."""

    id: str
    label: Words
    """The clearest words for it; the debtor's own where they are told."""
    force: Force
    debtor: ActorName | None
    creditor: ActorName | None
    antecedent: Words | None
    """The condition in its clearest wording."""
    consequent: Words | None
    deadline: When | None
    status: Status
    moved: When | None
    """The days of its last move that has some."""
    wordings: int
    """How many commitments it is."""
    independent: Independent


class WholeObligation(ListedObligation, frozen=True, kw_only=True):
    """An obligation with its way through the life cycle and all its wordings."""

    moves: tuple[MoveTold, ...]
    commitments: tuple[ListedCommitment, ...]
    """In the order in which they were told; the undated last."""
    accounts: tuple[str, ...]
    why: Why


SELECT = """SELECT obligations.id, label_document, label_start, label_end, force, debtor, creditor,
    antecedent_document, antecedent_start, antecedent_end, consequent_document, consequent_start, consequent_end,
    deadline_since, deadline_until, obligations.status, "lower", "upper",
    (SELECT count(*) FROM obligation_commitments WHERE obligation = obligations.id), last.when_since, last.when_until
FROM obligations
LEFT JOIN moves AS last ON last.obligation = obligations.id AND last.position = (
    SELECT max(position) FROM moves WHERE obligation = obligations.id AND when_since IS NOT NULL
)"""


def list_obligations(connection: sqlite3.Connection, asked: ObligationsAsked, page: Page) -> Listed[ListedObligation]:
    """Obligations, a page of them."""
    condition = condition_of(asked)
    tables = tables_of(asked)
    counting = f"SELECT count(*) FROM {tables_counted(asked)}{condition.sql}"  # noqa: S608
    (total,) = connection.execute(counting, condition.values).fetchone()
    ids = connection.execute(
        f"SELECT last_moves.obligation FROM {tables}{condition.sql} ORDER BY {ORDERS[asked.order]} LIMIT ? OFFSET ?",  # noqa: S608
        (*condition.values, page.size, page.offset),
    ).fetchall()
    keys = [key for (key,) in ids]
    known = obligations_of(connection, keys, asked.as_of)
    return listed([known[key] for key in keys], total, page)


def count_obligations(connection: sqlite3.Connection, asked: ObligationsAsked) -> Mapping[Status, int]:
    """How many there are of each status among those asked for, whatever status is asked for."""
    every = msgspec.structs.replace(asked, status=None, order="moved")
    if every == ObligationsAsked():
        query = "SELECT value, records FROM tallies WHERE kind = 'obligation' AND field = 'status'"
        return dict(connection.execute(query).fetchall())
    condition, status = condition_of(every), statuses_known(asked.as_of)
    rows = connection.execute(
        f"SELECT {status.sql}, count(*) FROM {tables_of(every)}{condition.sql} GROUP BY 1",  # noqa: S608
        (*status.values, *condition.values),
    )
    return dict(rows.fetchall())


def obligations_of(
    connection: sqlite3.Connection, ids: Sequence[str], as_of: date | None = None
) -> Mapping[str, ListedObligation]:
    """Obligations by their ids, as they stand, or as they were known to stand on a day."""
    rows = in_chunks(
        lambda chunk: connection.execute(f"{SELECT} WHERE obligations.id IN ({marks(chunk)})", chunk).fetchall(),
        sorted(set(ids)),
    )
    known = msgspec.convert(rows, list[_Row])
    words = read_words(connection, (place for row in known for place in row.places if place is not None))
    bound = (actor for row in known for actor in (row.debtor, row.creditor) if actor is not None)
    names = actor_names(connection, bound)
    told = {row.id: _told(row, words, names) for row in known}
    return told if as_of is None else _as_known(connection, told, as_of)


def whole_obligation(connection: sqlite3.Connection, key: str) -> WholeObligation | None:
    """One obligation with its moves and wordings; ``None`` where there is none of this id."""
    known = obligations_of(connection, [key]).get(key)
    if known is None:
        return None
    finder = connection.execute("SELECT finder, score, detail, runner_up FROM obligations WHERE id = ?", (key,))
    accounts = connection.execute(
        "SELECT account FROM obligation_accounts WHERE obligation = ? ORDER BY position", (key,)
    )
    fields = {name: getattr(known, name) for name in ListedObligation.__struct_fields__}
    return WholeObligation(
        **fields,
        moves=moves_of(connection, key),
        commitments=_wordings(connection, key),
        accounts=tuple(account for (account,) in accounts.fetchall()),
        why=why_of(*finder.fetchone()),
    )


def _as_known(
    connection: sqlite3.Connection, obligations: Mapping[str, ListedObligation], as_of: date
) -> Mapping[str, ListedObligation]:
    """Each with the status of the last move known by that day."""
    status = statuses_known(as_of)
    query = f"SELECT obligation, {status.sql} FROM last_moves WHERE obligation IN ({{}})"  # noqa: S608
    rows = in_chunks(
        lambda chunk: connection.execute(query.format(marks(chunk)), (*status.values, *chunk)).fetchall(),
        list(obligations),
    )
    return {key: msgspec.structs.replace(obligations[key], status=known) for key, known in rows}


def _wordings(connection: sqlite3.Connection, key: str) -> tuple[ListedCommitment, ...]:
    rows = connection.execute("SELECT commitment FROM obligation_commitments WHERE obligation = ?", (key,)).fetchall()
    known = commitments_of(connection, [commitment for (commitment,) in rows])
    return tuple(sorted(known.values(), key=_when_told))


def _when_told(each: ListedCommitment) -> tuple[bool, str, str, tuple[int, int]]:
    published = each.words.published
    return published is None, str(published and published.since), each.words.path, each.words.at


class _Row(msgspec.Struct, frozen=True, array_like=True):
    id: str
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
    lower: int
    upper: int
    wordings: int
    moved_since: str | None
    moved_until: str | None

    @property
    def places(self) -> tuple[Place, Place | None, Place | None]:
        """Where its label, its condition and its consequent stand."""
        return (
            (self.label_document, self.label_start, self.label_end),
            _place(self.antecedent_document, self.antecedent_start, self.antecedent_end),
            _place(self.consequent_document, self.consequent_start, self.consequent_end),
        )


def _place(document: str | None, start: int | None, end: int | None) -> Place | None:
    return None if document is None or start is None or end is None else (document, start, end)


def _told(row: _Row, words: Mapping[Place, Words], names: Mapping[str, ActorName]) -> ListedObligation:
    label, antecedent, consequent = row.places
    return ListedObligation(
        id=row.id,
        label=words[label],
        force=row.force,
        debtor=None if row.debtor is None else names[row.debtor],
        creditor=None if row.creditor is None else names[row.creditor],
        antecedent=None if antecedent is None else words[antecedent],
        consequent=None if consequent is None else words[consequent],
        deadline=when_of(row.deadline_since, row.deadline_until),
        status=row.status,
        moved=when_of(row.moved_since, row.moved_until),
        wordings=row.wordings,
        independent=Independent(lower=row.lower, upper=row.upper),
    )
