"""Attributions: who says what in one report, as it stands there."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import Act, Mode
from standoff.store.asking.conditions import Condition, among, equal, published_by, where
from standoff.store.asking.listed import ActorName, Listed, Page, Words, in_chunks, listed, marks, why_of
from standoff.store.asking.parties import party
from standoff.store.asking.utterances import content_places, told_with
from standoff.store.asking.words import Place, actor_names, read_words


class AttributionsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which attributions are asked for: all of what is given must hold."""

    speaker: str | None = None
    """The id of an actor, or words of its name, the mangled ones included."""
    act: Act | None = None
    mode: Mode | None = None
    document: str | None = None
    utterance: str | None = None
    once: bool | None = None
    """Yes: in no utterance, told by one report in one wording alone. No: in one."""
    q: str | None = None
    """Words that stand in the passage in which it is told."""
    as_of: date | None = None
    """Told in a report published by this day."""


class ListedAttribution(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution; it has no more to it than this."""

    id: str
    doc: str
    source: Words | None
    cue: Words | None
    content: tuple[Words, ...]
    mode: Mode
    act: Act
    speaker: ActorName | None
    within: str | None
    """The id of the attribution in whose content this one stands."""
    utterance: str | None
    account: str
    why: Why


class _Row(msgspec.Struct, frozen=True, array_like=True):
    id: str
    document: str
    source_start: int | None
    source_end: int | None
    cue_start: int | None
    cue_end: int | None
    mode: Mode
    act: Act
    speaker: str | None
    within: str | None
    utterance: str | None
    account: str
    finder: str
    score: float
    detail: str
    runner_up: str | None


COLUMNS = """
SELECT attributions.id, attributions.document, source_start, source_end, cue_start, cue_end, mode, act,
    mention_actors.actor, within, utterance_attributions.utterance, account_documents.account,
    finder, score, detail, runner_up
FROM attributions
JOIN account_documents ON account_documents.document = attributions.document
LEFT JOIN mention_actors ON mention_actors.mention = attributions.speaker
LEFT JOIN utterance_attributions ON utterance_attributions.attribution = attributions.id
WHERE attributions.id IN ({})
"""


TOLD_ONCE = "NOT EXISTS (SELECT 1 FROM utterance_attributions WHERE attribution = attributions.id)"


def list_attributions(
    connection: sqlite3.Connection, asked: AttributionsAsked, page: Page
) -> Listed[ListedAttribution]:
    """Attributions in order of documents and places, a page of them."""
    condition = _condition(asked)
    query = f"SELECT id FROM attributions{condition.sql} ORDER BY document, position"  # noqa: S608
    if asked.q is None:
        total = _total(connection, asked, condition)
        rows = connection.execute(f"{query} LIMIT ? OFFSET ?", (*condition.values, page.size, page.offset)).fetchall()
    else:  # a search costs more than what it finds: once is enough
        every = connection.execute(query, condition.values).fetchall()
        total, rows = len(every), every[page.offset : page.offset + page.size]
    ids = [key for (key,) in rows]
    found = attributions_of(connection, ids)
    return listed([found[key] for key in ids], total, page)


def _total(connection: sqlite3.Connection, asked: AttributionsAsked, condition: Condition) -> int:
    """How many there are; of those told once the store knows, and most are."""
    if asked == AttributionsAsked(once=True, act=asked.act, mode=asked.mode):
        query = "SELECT sum(statements) FROM statement_tallies WHERE kind = 'attribution' AND act = ? AND mode = ?"
        (total,) = connection.execute(query, (asked.act or "", asked.mode or "")).fetchone()
    else:
        query = f"SELECT count(*) FROM attributions{condition.sql}"  # noqa: S608
        (total,) = connection.execute(query, condition.values).fetchone()
    return total or 0


def attributions_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ListedAttribution]:
    """Attributions by their ids."""
    rows = in_chunks(lambda chunk: connection.execute(COLUMNS.format(marks(chunk)), chunk).fetchall(), sorted(set(ids)))
    known = msgspec.convert(rows, list[_Row])
    contents = content_places(connection, [row.id for row in known])
    places = [place for row in known for place in (_source(row), _cue(row), *contents[row.id]) if place is not None]
    words = read_words(connection, places)
    names = actor_names(connection, (row.speaker for row in known if row.speaker is not None))
    return {
        row.id: ListedAttribution(
            id=row.id,
            doc=row.document,
            source=_read(words, _source(row)),
            cue=_read(words, _cue(row)),
            content=tuple(words[place] for place in contents[row.id]),
            mode=row.mode,
            act=row.act,
            speaker=None if row.speaker is None else names[row.speaker],
            within=row.within,
            utterance=row.utterance,
            account=row.account,
            why=why_of(row.finder, row.score, row.detail, row.runner_up),
        )
        for row in known
    }


def whole_attribution(connection: sqlite3.Connection, key: str) -> ListedAttribution | None:
    """One attribution; ``None`` where there is none of this id."""
    return attributions_of(connection, [key]).get(key)


def _condition(asked: AttributionsAsked) -> Condition:
    spoken = party(asked.speaker)
    return where(
        [
            among(spoken, "speaker IN (SELECT mention FROM mention_actors WHERE actor {})"),
            equal("act", asked.act),
            equal("mode", asked.mode),
            equal("document", asked.document),
            among(
                equal("utterance", asked.utterance),
                "attributions.id IN (SELECT attribution FROM utterance_attributions WHERE {})",
            ),
            None if asked.once is None else Condition(TOLD_ONCE if asked.once else f"NOT {TOLD_ONCE}"),
            told_with("attributions.id IN (SELECT contents.attribution", asked.q),
            published_by("attributions.document", asked.as_of),
        ]
    )


def _source(row: _Row) -> Place | None:
    if row.source_start is None or row.source_end is None:
        return None
    return row.document, row.source_start, row.source_end


def _cue(row: _Row) -> Place | None:
    return None if row.cue_start is None or row.cue_end is None else (row.document, row.cue_start, row.cue_end)


def _read(words: Mapping[Place, Words], place: Place | None) -> Words | None:
    return None if place is None else words[place]
