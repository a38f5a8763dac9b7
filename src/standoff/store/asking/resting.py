"""What rests on one account alone: the findings that no other account tells."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Literal

import msgspec

from standoff.store.asking.listed import Listed, Page, Words, listed
from standoff.store.asking.words import read_words

RestingKind = Literal["happening", "obligation", "utterance"]

FULLEST = """
SELECT utterances.id, attributions.act, contents.document, min(contents.start), max(contents."end")
FROM utterance_accounts
JOIN utterances ON utterances.id = utterance_accounts.utterance
JOIN attributions ON attributions.id = utterances.fullest
JOIN contents ON contents.attribution = utterances.fullest
WHERE account = ? AND "upper" = 1
GROUP BY utterances.id ORDER BY utterances.position LIMIT ? OFFSET ?
"""

QUERIES: Mapping[RestingKind, str] = {
    "happening": """
        SELECT happenings.id, factuality, label_document, label_start, label_end
        FROM happening_accounts JOIN happenings ON happenings.id = happening
        WHERE account = ? AND "upper" = 1
        ORDER BY when_since IS NULL, when_since, when_until, happenings.position LIMIT ? OFFSET ?""",
    "obligation": """
        SELECT obligations.id, status, label_document, label_start, label_end
        FROM obligation_accounts JOIN obligations ON obligations.id = obligation
        WHERE account = ? AND "upper" = 1 ORDER BY obligations.position LIMIT ? OFFSET ?""",
    "utterance": FULLEST,
}

COUNTS: Mapping[RestingKind, str] = {
    "happening": "SELECT count(*) FROM happening_accounts JOIN happenings ON happenings.id = happening",
    "obligation": "SELECT count(*) FROM obligation_accounts JOIN obligations ON obligations.id = obligation",
    "utterance": "SELECT count(*) FROM utterance_accounts JOIN utterances ON utterances.id = utterance",
}


class RestingFinding(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that one account tells alone."""

    kind: RestingKind
    id: str
    told: str
    """A happening's factuality, an obligation's status, the act of an utterance."""
    label: Words


def list_resting(connection: sqlite3.Connection, account: str, kind: RestingKind, page: Page) -> Listed[RestingFinding]:
    """The findings of one kind that rest on this account alone, a page of them."""
    (total,) = connection.execute(f'{COUNTS[kind]} WHERE account = ? AND "upper" = 1', (account,)).fetchone()
    rows = connection.execute(QUERIES[kind], (account, page.size, page.offset)).fetchall()
    words = read_words(connection, [row[2:] for row in rows])
    found = [RestingFinding(kind=kind, id=row[0], told=row[1], label=words[row[2:]]) for row in rows]
    return listed(found, total, page)
