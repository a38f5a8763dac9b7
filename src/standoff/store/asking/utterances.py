"""Utterances: what was said, each statement once however many reports tell it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, get_args

import msgspec

from standoff.core.findings import Independent
from standoff.core.vocabulary import Act
from standoff.core.when import When
from standoff.store.asking.conditions import Condition, among, equal, where
from standoff.store.asking.listed import ActorName, Listed, Page, Words, day_text, in_chunks, listed, marks, when_of
from standoff.store.asking.parties import party
from standoff.store.asking.search import MOST_RANKED, match_expression
from standoff.store.asking.words import Place, actor_names, read_words

Order = Literal["accounts", "time", "newest"]

ORDERS: Mapping[Order, str] = {
    "accounts": 'utterances."upper" DESC, utterances."lower" DESC, utterances.position',
    "time": "told.first IS NULL, told.first, told.finding",
    "newest": "told.first DESC, told.finding DESC",
}
assert set(ORDERS) == set(get_args(Order))


class UtterancesAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which utterances are asked for: all of what is given must hold."""

    speaker: str | None = None
    """The id of an actor, or words of its name, the mangled ones included."""
    act: Act | None = None
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


class ListedUtterance(msgspec.Struct, frozen=True, kw_only=True):
    """An utterance as lists show it."""

    id: str
    speaker: ActorName | None
    acts: tuple[Act, ...]
    """Those that its reports tell, in alphabetical order."""
    content: tuple[Words, ...]
    """The fullest wording; several pieces of a broken quote."""
    source: Words | None
    """Whom the fullest wording names as its source."""
    wordings: int
    """How often it is told."""
    documents: int
    independent: Independent
    first: When | None
    """The first day on which a report that tells it was published."""
    has_original: bool
    """Whether the speaker's own text is among the documents."""


COLUMNS = """utterances.id, speaker, fullest, "lower", "upper", original IS NOT NULL OR original_document IS NOT NULL,
    told.documents, told.first,
    (SELECT count(*) FROM utterance_attributions WHERE utterance = utterances.id)"""
TOLD = "JOIN told ON told.kind = 'utterance' AND told.finding = utterances.id"
SAID = "CROSS JOIN utterance_attributions ON utterance_attributions.attribution = contents.attribution"

MOST = 10**9
"""Accounts: more than any store has, and still a number that SQLite takes."""
REACH = 400
"""Code points before a passage at which a content that reaches into it may begin: longer than a sentence. A bound,
since an index finds where contents begin, not where they end."""


def list_utterances(connection: sqlite3.Connection, asked: UtterancesAsked, page: Page) -> Listed[ListedUtterance]:
    """Utterances, a page of them."""
    condition = _condition(asked)
    source, key = _source(condition.sql, ORDERS[asked.order])
    query = f"SELECT {key} FROM {source}{condition.sql} ORDER BY {ORDERS[asked.order]}"  # noqa: S608
    if asked.q is None:
        (total,) = connection.execute(f"SELECT count(*) FROM {source}{condition.sql}", condition.values).fetchone()  # noqa: S608
        rows = connection.execute(f"{query} LIMIT ? OFFSET ?", (*condition.values, page.size, page.offset)).fetchall()
    else:  # a search costs more than what it finds: once is enough
        every = connection.execute(query, condition.values).fetchall()
        total, rows = len(every), every[page.offset : page.offset + page.size]
    ids = [key for (key,) in rows]
    found = utterances_of(connection, ids)
    return listed([found[key] for key in ids], total, page)


def _source(condition: str, order: str) -> tuple[str, str]:
    """The tables that a condition and an order need, no more, and the column that holds an utterance's id."""
    if "told." not in condition + order:
        return "utterances", "utterances.id"
    if "utterances." not in condition + order:
        return "(SELECT first, finding FROM told WHERE kind = 'utterance') AS told", "told.finding"
    return f"utterances {TOLD}", "utterances.id"


def utterances_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ListedUtterance]:
    """Utterances by their ids."""
    query = f"SELECT {COLUMNS} FROM utterances {TOLD} WHERE utterances.id IN ({{}})"  # noqa: S608
    rows = in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), sorted(set(ids)))
    known = msgspec.convert(rows, list[_Row])
    acts = _acts(connection, [row.id for row in known])
    contents = content_places(connection, [row.fullest for row in known])
    sources = _sources(connection, [row.fullest for row in known])
    words = read_words(connection, [*(place for places in contents.values() for place in places), *sources.values()])
    names = actor_names(connection, (row.speaker for row in known if row.speaker is not None))
    return {
        row.id: ListedUtterance(
            id=row.id,
            speaker=None if row.speaker is None else names[row.speaker],
            acts=tuple(acts[row.id]),
            content=tuple(words[place] for place in contents[row.fullest]),
            source=words.get(sources[row.fullest]) if row.fullest in sources else None,
            wordings=row.wordings,
            documents=row.documents,
            independent=Independent(lower=row.lower, upper=row.upper),
            first=None if row.first is None else _day(row.first),
            has_original=bool(row.has_original),
        )
        for row in known
    }


class _Row(msgspec.Struct, frozen=True, array_like=True):
    id: str
    speaker: str | None
    fullest: str
    lower: int
    upper: int
    has_original: int
    documents: int
    first: str | None
    wordings: int


def told_with(ids: str, words: str | None, then: str = "") -> Condition | None:
    """That a content stands in a passage with all these words; of common words, in one of the first such passages.

    ``ids``: the column of a row and that of what is found, as ``"id IN (SELECT contents.attribution"``; ``then``: what
    joins contents to it. No words are found nowhere.
    """
    if words is None:
        return None
    expression = match_expression(words)
    if not expression:
        return Condition("0")
    return Condition(
        f"""{ids} FROM (SELECT rowid AS position FROM search WHERE search MATCH ? LIMIT {MOST_RANKED}) AS found
            CROSS JOIN paragraphs ON paragraphs.position = found.position
            CROSS JOIN contents ON contents.document = paragraphs.document
                AND contents.start BETWEEN paragraphs.start - {REACH} AND paragraphs."end" - 1
                AND contents."end" > paragraphs.start {then})""",  # noqa: S608 - names and numbers of ours
        (expression,),
    )


def content_places(connection: sqlite3.Connection, attributions: Iterable[str]) -> Mapping[str, Sequence[Place]]:
    """Where the pieces of the contents of attributions stand, in order."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    query = 'SELECT attribution, document, start, "end" FROM contents WHERE attribution IN ({}) ORDER BY 1, 3'
    asked = sorted(set(attributions))
    rows = in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), asked)
    for attribution, document, start, end in rows:
        found[attribution].append((document, start, end))
    return found


def _condition(asked: UtterancesAsked) -> Condition:
    spoken = party(asked.speaker)
    told_in = """utterances.id IN (SELECT utterance FROM utterance_attributions
        JOIN attributions ON attributions.id = attribution WHERE {})"""
    return where(
        [
            None if spoken is None else Condition(f"utterances.speaker {spoken.sql}", spoken.values),
            among(equal("act", asked.act), "utterances.id IN (SELECT utterance FROM utterance_acts WHERE {})"),
            told_with("utterances.id IN (SELECT utterance", asked.q, SAID),
            None if asked.since is None else Condition("told.first >= ?", (day_text(asked.since),)),
            None if asked.until is None else Condition("told.first < ?", (day_text(asked.until),)),
            None if asked.as_of is None else Condition("told.first < ?", (day_text(asked.as_of + timedelta(days=1)),)),
            None if asked.accounts is None else Condition('utterances."upper" >= ?', (min(asked.accounts, MOST),)),
            among(
                equal("account", asked.account),
                "utterances.id IN (SELECT utterance FROM utterance_accounts WHERE {})",
            ),
            among(equal("attributions.document", asked.document), told_in),
        ]
    )


def _acts(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, Sequence[Act]]:
    found: defaultdict[str, list[Act]] = defaultdict(list)
    query = "SELECT utterance, act FROM utterance_acts WHERE utterance IN ({}) ORDER BY utterance, act"
    for utterance, act in in_chunks(lambda ids: connection.execute(query.format(marks(ids)), ids).fetchall(), ids):
        found[utterance].append(act)
    return found


def _sources(connection: sqlite3.Connection, attributions: Sequence[str]) -> Mapping[str, Place]:
    """Where the sources of attributions are named."""
    query = """SELECT id, document, source_start, source_end FROM attributions
        WHERE source_start IS NOT NULL AND id IN ({})"""
    rows = in_chunks(lambda ids: connection.execute(query.format(marks(ids)), ids).fetchall(), attributions)
    return {key: (document, start, end) for key, document, start, end in rows}


def _day(text: str) -> When | None:
    """A day of the store; an open beginning is none."""
    return when_of(text, day_text(date.fromisoformat(text) + timedelta(days=1))) if text != ".." else None
