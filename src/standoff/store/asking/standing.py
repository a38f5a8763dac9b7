"""What is asked of the ledger, as SQL over ``last_moves``: conditions, orders, and how each stood on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, get_args

import msgspec

from standoff.core.vocabulary import Force, Status
from standoff.store.asking.conditions import Condition, among, equal, where
from standoff.store.asking.listed import day_text
from standoff.store.asking.matching import told_where
from standoff.store.asking.parties import party

Order = Literal["moved", "accounts", "debtor"]


class ObligationsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which obligations are asked for: all of what is given must hold."""

    status: Status | None = None
    force: Force | None = None
    debtor: str | None = None
    """The id of an actor, or words of its name."""
    creditor: str | None = None
    """The id of an actor, or words of its name."""
    since: date | None = None
    """Last moved on this day or later."""
    until: date | None = None
    """Last moved before this day."""
    as_of: date | None = None
    """As known on this day: told in a report published by then, with the status of the last move known then."""
    account: str | None = None
    document: str | None = None
    q: str | None = None
    """Words that stand in the paragraph of one of its wordings."""
    order: Order = "moved"


ORDERS: Mapping[Order, str] = {
    "moved": "last_moves.day DESC, last_moves.position",
    "accounts": 'obligations."upper" DESC, obligations."lower" DESC, obligations.position',
    "debtor": "debtor_name IS NULL, debtor_name, last_moves.day DESC, last_moves.position",
}
assert set(ORDERS) == set(get_args(Order))

KNOWN = """coalesce(
    (
        SELECT moves.status FROM moves
        CROSS JOIN told ON told.kind = 'document' AND told.finding = moves.document
        WHERE moves.obligation = last_moves.obligation AND told.first < ?
            AND (moves.when_since IS NULL OR moves.when_since < ?)
        ORDER BY moves.position DESC LIMIT 1
    ),
    (SELECT moves.status FROM moves WHERE moves.obligation = last_moves.obligation AND moves.position = 0)
)"""
"""What its own words made it, until a move is known: what moved it was over, and the report that tells it out."""


def tables_of(asked: ObligationsAsked) -> str:
    """What is asked: the reckoned table, whose indexes are in the orders; obligations only where they are needed."""
    if asked.order != "accounts" and asked.debtor is None and asked.creditor is None:
        return "last_moves"
    return "obligations CROSS JOIN last_moves ON last_moves.obligation = obligations.id"


def tables_counted(asked: ObligationsAsked) -> str:
    """Where they are counted: those of an actor by the index of its obligations, if nothing else is asked for."""
    every = msgspec.structs.replace(asked, order="moved")
    others = msgspec.structs.replace(every, debtor=None, creditor=None)
    return "obligations" if others == ObligationsAsked() != every else tables_of(every)


def condition_of(asked: ObligationsAsked) -> Condition:
    """What is asked for, as a ``WHERE`` over these tables."""
    return where(
        [
            _standing(asked.status, asked.as_of),
            equal("last_moves.force", asked.force),
            among(party(asked.debtor), "debtor {}"),
            among(party(asked.creditor), "creditor {}"),
            _moved(">= ?", asked.since),
            _moved("BETWEEN '..' AND ?", None if asked.until is None else asked.until - timedelta(days=1)),
            among(_told_by(asked.as_of), "last_moves.obligation IN (SELECT finding FROM told WHERE {})"),
            among(
                equal("account", asked.account),
                "last_moves.obligation IN (SELECT obligation FROM obligation_accounts WHERE {})",
            ),
            among(equal("commitments.document", asked.document), _OF_COMMITMENTS),
            _told_where(asked.q),
        ]
    )


def statuses_known(as_of: date | None) -> Condition:
    """A column: the status, or what it was known to be on a day."""
    if as_of is None:
        return Condition("last_moves.status")
    after = day_text(as_of + timedelta(days=1))
    return Condition(KNOWN, (after, after))


_OF_COMMITMENTS = """last_moves.obligation IN (
    SELECT obligation FROM obligation_commitments JOIN commitments ON commitments.id = commitment WHERE {}
)"""


def _standing(status: Status | None, as_of: date | None) -> Condition | None:
    if status is None:
        return None
    known = statuses_known(as_of)
    return Condition(f"{known.sql} = ?", (*known.values, status))


def _moved(comparison: str, day: date | None) -> Condition | None:
    return None if day is None else Condition(f"last_moves.day {comparison}", (day_text(day),))


def _told_by(as_of: date | None) -> Condition | None:
    """That the first report to tell it was published by that day."""
    if as_of is None:
        return None
    return Condition("told.kind = 'obligation' AND told.first < ?", (day_text(as_of + timedelta(days=1)),))


def _told_where(query: str | None) -> Condition | None:
    """That the words stand in the paragraph of one of its wordings."""
    own = "CROSS JOIN obligation_commitments ON obligation_commitments.commitment = commitments.id"
    return told_where("last_moves.obligation IN (SELECT obligation_commitments.obligation", "commitments", query, own)
