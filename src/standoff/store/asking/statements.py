"""Who said what, whole: utterances, and beside them what one report alone tells."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, get_args

import msgspec

from standoff.core.vocabulary import Act, Mode
from standoff.store.asking.conditions import Condition, where
from standoff.store.asking.listed import Listed, Page, day_text, listed
from standoff.store.asking.parties import party
from standoff.store.asking.told_once import ToldOnce, told_once
from standoff.store.asking.utterances import MOST, ListedUtterance, told_with, utterances_of

Order = Literal["accounts", "act", "time", "newest"]

ORDERS: Mapping[Order, str] = {
    "accounts": "statements.position",
    "act": "statements.weight, statements.position",
    "time": "statements.day IS NULL, statements.day, statements.position",
    "newest": "statements.day DESC, statements.position",
}
assert set(ORDERS) == set(get_args(Order))

Statement = ListedUtterance | ToldOnce

FEW_TO_COUNT = 5000
"""Statements whose acts are counted for what is asked; of more that would take longer than the rest of a page."""


class StatementsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which statements are asked for: all of what is given must hold."""

    once: bool | None = None
    """Yes: what no other report or wording tells, attributions that are in no utterance. No: utterances."""
    speaker: str | None = None
    """The id of an actor, or words of its name, the mangled ones included, or of its description where it has none."""
    act: Act | None = None
    mode: Mode | None = None
    """Of an utterance: that of its fullest wording."""
    q: str | None = None
    """Words that stand in a passage that tells it."""
    since: date | None = None
    """First told on this day or after."""
    until: date | None = None
    """First told before this day."""
    as_of: date | None = None
    """As known on this day: told in a report published by then."""
    accounts: int | None = None
    """Told by so many accounts at least, of which some may rest on one release."""
    account: str | None = None
    document: str | None = None
    order: Order = "accounts"
    """"accounts": those of most accounts first, those of no known speaker last, then by act; "act": demands, threats,
    warnings, promises and denials first."""


class Statements(msgspec.Struct, frozen=True, kw_only=True):
    """A page of what was said, and how much there is of each sort, whichever is asked for."""

    found: Listed[Statement]
    several: int
    """Utterances."""
    once: int
    """Attributions that are in none."""
    acts: Mapping[Act, int]
    """How many statements have each act, whichever is asked for; empty where there are too many to count."""


def list_statements(connection: sqlite3.Connection, asked: StatementsAsked, page: Page) -> Statements:
    """What was said, a page of it."""
    (several, once), ids = (_listed if asked.q is None else _searched)(connection, asked, page)
    total = several + once if asked.once is None else once if asked.once else several
    found = statements_of(connection, ids)
    return Statements(
        found=listed([found[key] for key in ids], total, page),
        several=several,
        once=once,
        acts=_acts(connection, asked),
    )


def statements_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, Statement]:
    """Utterances and attributions by their ids."""
    utterances = utterances_of(connection, ids)
    return {**utterances, **told_once(connection, [key for key in ids if key not in utterances])}


TALLIED = frozenset({"once", "act", "mode", "order"})
"""What may be asked for and be counted already."""


def _is_tallied(asked: StatementsAsked) -> bool:
    fields = msgspec.structs.fields(asked)
    return all(field.name in TALLIED or getattr(asked, field.name) == field.default for field in fields)


Found = tuple[tuple[int, int], Sequence[str]]
"""How many utterances and how many attributions in none there are, and the ids of those on the page."""


def _listed(connection: sqlite3.Connection, asked: StatementsAsked, page: Page) -> Found:
    condition = _condition(connection, asked)
    query = f"SELECT finding FROM statements{condition.sql} ORDER BY {ORDERS[asked.order]} LIMIT ? OFFSET ?"  # noqa: S608
    rows = connection.execute(query, (*condition.values, page.size, page.offset))
    return _counts(connection, asked), [key for (key,) in rows]


def _searched(connection: sqlite3.Connection, asked: StatementsAsked, page: Page) -> Found:
    """A search costs more than what it finds: once is enough."""
    condition = _condition(connection, msgspec.structs.replace(asked, once=None))
    query = f"SELECT finding, kind FROM statements{condition.sql} ORDER BY {ORDERS[asked.order]}"  # noqa: S608
    rows = connection.execute(query, condition.values).fetchall()
    often = Counter(kind for _, kind in rows)
    ids = [key for key, kind in rows if asked.once is None or (kind == "attribution") == asked.once]
    return (often["utterance"], often["attribution"]), ids[page.offset : page.offset + page.size]


def _counts(connection: sqlite3.Connection, asked: StatementsAsked) -> tuple[int, int]:
    """How many utterances and how many attributions in none hold what is asked for."""
    if _is_tallied(asked):
        query = "SELECT kind, statements FROM statement_tallies WHERE act = ? AND mode = ?"
        counts = dict(connection.execute(query, (asked.act or "", asked.mode or "")).fetchall())
    else:
        condition = _condition(connection, msgspec.structs.replace(asked, once=None))
        query = f"SELECT kind, count(*) FROM statements{condition.sql} GROUP BY +kind"  # noqa: S608
        counts = dict(connection.execute(query, condition.values).fetchall())
    return counts.get("utterance", 0), counts.get("attribution", 0)


def _acts(connection: sqlite3.Connection, asked: StatementsAsked) -> Mapping[Act, int]:
    """How many there are of each act, whichever act is asked for; nothing where that is no short question."""
    if _is_tallied(asked):
        condition = where([Condition("act <> '' AND mode = ?", (asked.mode or "",)), _of_kind(asked)])
        query = f"SELECT act, sum(statements) FROM statement_tallies{condition.sql} GROUP BY act"  # noqa: S608
        return dict(connection.execute(query, condition.values).fetchall())
    if asked.q is not None or (asked.speaker is None and asked.document is None and asked.account is None):
        return {}
    condition = _condition(connection, msgspec.structs.replace(asked, act=None))
    query = f"""WITH found AS MATERIALIZED (SELECT position FROM statements{condition.sql} LIMIT {FEW_TO_COUNT + 1})
        SELECT act, count(*), (SELECT count(*) FROM found) FROM found
        CROSS JOIN statement_acts ON statement = found.position GROUP BY act"""  # noqa: S608
    rows = connection.execute(query, condition.values).fetchall()
    return {act: often for act, often, total in rows if total <= FEW_TO_COUNT}


def _of_kind(asked: StatementsAsked) -> Condition | None:
    """Of the kind that is asked for. With a plus, so that a list is read in its order: most are of one kind."""
    return None if asked.once is None else Condition("+kind = ?", ("attribution" if asked.once else "utterance",))


def _of_act(connection: sqlite3.Connection, act: Act) -> Condition:
    """Told with this act. Of a rare one all are looked up; of a common one the next in order is soon met."""
    query = "SELECT coalesce(sum(statements), 0) FROM statement_tallies WHERE act = ? AND mode = ''"
    (often,) = connection.execute(query, (act,)).fetchone()
    if often <= FEW_TO_COUNT:
        return Condition("statements.position IN (SELECT statement FROM statement_acts WHERE act = ?)", (act,))
    met = "SELECT 1 FROM statement_acts WHERE act = ? AND statement = statements.position"
    return Condition(f"EXISTS ({met})", (act,))


def _condition(connection: sqlite3.Connection, asked: StatementsAsked) -> Condition:
    spoken = party(asked.speaker)
    return where(
        [
            _of_kind(asked),
            None if spoken is None else Condition(f"statements.speaker {spoken.sql}", spoken.values),
            None if asked.act is None else _of_act(connection, asked.act),
            None if asked.mode is None else Condition("statements.mode = ?", (asked.mode,)),
            told_with("statements.finding IN (SELECT coalesce(utterance, contents.attribution)", asked.q, SAID),
            *_told_when(asked),
            _told_by(asked.accounts),
            None if asked.account is None else Condition(OF_ACCOUNT, (asked.account, asked.account)),
            None if asked.document is None else Condition(OF_DOCUMENT, (asked.document, asked.document)),
        ]
    )


SAID = "LEFT JOIN utterance_attributions ON utterance_attributions.attribution = contents.attribution"
OF_ACCOUNT = """statements.finding IN (
    SELECT utterance FROM utterance_accounts WHERE account = ? UNION ALL
    SELECT attributions.id FROM account_documents CROSS JOIN attributions
    ON attributions.document = account_documents.document WHERE account = ?)"""
OF_DOCUMENT = """statements.finding IN (
    SELECT id FROM attributions WHERE document = ? UNION ALL
    SELECT utterance FROM attributions CROSS JOIN utterance_attributions ON attribution = attributions.id
    WHERE document = ?)"""


def _told_when(asked: StatementsAsked) -> Sequence[Condition | None]:
    """By the day on which it was first told."""
    known_by = None if asked.as_of is None else asked.as_of + timedelta(days=1)
    return [
        None if asked.since is None else Condition("statements.day >= ?", (day_text(asked.since),)),
        None if asked.until is None else Condition("statements.day < ?", (day_text(asked.until),)),
        None if known_by is None else Condition("statements.day < ?", (day_text(known_by),)),
    ]


def _told_by(accounts: int | None) -> Condition | None:
    """By so many accounts: what one report alone tells has one."""
    if accounts is None or accounts < 2:
        return None
    return Condition("statements.kind = 'utterance' AND statements.\"upper\" >= ?", (min(accounts, MOST),))
