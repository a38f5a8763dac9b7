"""One utterance as every account words it, and what stands in it."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import Act, Mode
from standoff.store.asking.listed import Listed, Page, Words, in_chunks, listed, marks, why_of
from standoff.store.asking.utterances import ListedUtterance, content_places, utterances_of
from standoff.store.asking.wordings import Differing, Piece, compared, same_throughout
from standoff.store.asking.words import Place, read_words

WORD = re.compile(r"[^\W_]+")
ACCOUNTS = Page(1, 24)
"""Accounts on one page: columns of wordings that can still be compared."""
MOST_OF_ACCOUNT = 12
"""Attributions of one account that are read: its copies say the same."""
MOST_INSIDE = 12
"""Findings of each kind that stand in an utterance."""


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """How one report words it."""

    id: str
    """Of the attribution."""
    pieces: tuple[Piece, ...]
    source: Words | None
    cue: Words | None
    mode: Mode
    act: Act
    is_original: bool
    """It stands in the speaker's own text."""
    is_fullest: bool
    is_earliest: bool
    copies: tuple[Words, ...]
    """The same words in other reports of the account."""


class AccountTold(msgspec.Struct, frozen=True, kw_only=True):
    """How one account words it: its reports have it from one origin."""

    account: str
    attributions: int
    """In all of its reports."""
    wordings: tuple[Wording, ...]


class WholeUtterance(ListedUtterance, frozen=True, kw_only=True):
    """An utterance with its wordings."""

    original: Words | None
    """The sentences of the speaker's own text, attributed or not."""
    told: Listed[AccountTold]
    """By account: that of the speaker's own text first, then that of the fullest wording, then in order of days."""
    happenings: tuple[str, ...]
    """The ids of those that are told in it, as for the obligations and measures."""
    obligations: tuple[str, ...]
    measures: tuple[str, ...]
    discrepancies: tuple[str, ...]
    """The ids of those about it, or in which one of its wordings is a side."""
    why: Why


class _Row(msgspec.Struct, frozen=True, array_like=True):
    id: str
    document: str
    mode: Mode
    act: Act
    source_start: int | None
    source_end: int | None
    cue_start: int | None
    cue_end: int | None
    is_original: int
    is_fullest: int
    is_earliest: int
    account: str

    @property
    def source(self) -> Place | None:
        """Where its source stands."""
        return _place(self.document, self.source_start, self.source_end)

    @property
    def cue(self) -> Place | None:
        """Where its cue stands."""
        return _place(self.document, self.cue_start, self.cue_end)


def whole_utterance(connection: sqlite3.Connection, key: str, page: Page = ACCOUNTS) -> WholeUtterance | None:
    """One utterance with a page of the accounts that tell it; ``None`` where there is none of this id."""
    known = utterances_of(connection, [key]).get(key)
    if known is None:
        return None
    *at, finder, score, detail, runner_up = connection.execute(
        """SELECT original_document, original_start, original_end, finder, score, detail, runner_up
        FROM utterances WHERE id = ?""",
        (key,),
    ).fetchone()
    original = _place(*at)
    return WholeUtterance(
        **{name: getattr(known, name) for name in ListedUtterance.__struct_fields__},
        original=None if original is None else read_words(connection, [original])[original],
        told=_told(connection, known, page),
        happenings=_inside(connection, key, HAPPENINGS),
        obligations=_inside(connection, key, OBLIGATIONS),
        measures=_inside(connection, key, MEASURES),
        discrepancies=_inside(connection, key, DISCREPANCIES),
        why=why_of(finder, score, detail, runner_up),
    )


HAPPENINGS = """SELECT happening FROM utterance_attributions
    JOIN events ON carried_by = attribution
    JOIN happening_events ON event = events.id
    WHERE utterance = ? GROUP BY happening"""
OBLIGATIONS = """SELECT obligation FROM utterance_attributions
    JOIN commitment_relays ON commitment_relays.attribution = utterance_attributions.attribution
    JOIN obligation_commitments ON obligation_commitments.commitment = commitment_relays.commitment
    WHERE utterance = ? GROUP BY obligation"""
MEASURES = """SELECT measure FROM utterance_attributions
    JOIN figures ON carried_by = attribution
    JOIN claim_figures ON figure = figures.id
    WHERE utterance = ? GROUP BY measure"""
DISCREPANCIES = """SELECT id FROM (
        SELECT id FROM discrepancies WHERE about = ?1
        UNION ALL
        SELECT discrepancy FROM utterance_attributions CROSS JOIN sides ON reading = attribution WHERE utterance = ?1
    ) GROUP BY id"""
"""What stands in an utterance: the findings of the readings that its attributions carry."""


def _inside(connection: sqlite3.Connection, key: str, query: str) -> tuple[str, ...]:
    """The ids that a query finds for an utterance, the commonest first."""
    rows = connection.execute(f"{query} ORDER BY count(*) DESC, 1 LIMIT {MOST_INSIDE}", (key,))
    return tuple(found for (found,) in rows)


ATTRIBUTIONS = """
SELECT attributions.id, attributions.document, mode, act, source_start, source_end, cue_start, cue_end,
    attributions.id IS utterances.original, attributions.id = utterances.fullest,
    attributions.id IS utterances.earliest, account_documents.account
FROM utterances
JOIN utterance_attributions ON utterance = utterances.id
JOIN attributions ON attributions.id = attribution
JOIN documents ON documents.id = attributions.document
LEFT JOIN datings ON datings.document = documents.id
JOIN account_documents ON account_documents.document = documents.id
WHERE utterances.id = ?
ORDER BY attributions.id IS utterances.original DESC, attributions.id = utterances.fullest DESC,
    coalesce(documents.published_since, datings.published_since, '9999'), documents.path, documents.id,
    attributions.position
"""


def _told(connection: sqlite3.Connection, known: ListedUtterance, page: Page) -> Listed[AccountTold]:
    rows = msgspec.convert(connection.execute(ATTRIBUTIONS, (known.id,)).fetchall(), list[_Row])
    accounts: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        accounts[row.account].append(row)
    shown = list(accounts)[page.offset : page.offset + page.size]
    read = [row for account in shown for row in accounts[account][:MOST_OF_ACCOUNT]]
    wordings = _wordings(connection, known, read)
    told = [
        AccountTold(
            account=account,
            attributions=len(accounts[account]),
            wordings=_collapsed([wordings[row.id] for row in accounts[account][:MOST_OF_ACCOUNT]]),
        )
        for account in shown
    ]
    return listed(told, len(accounts), page)


def _wordings(connection: sqlite3.Connection, known: ListedUtterance, rows: Sequence[_Row]) -> Mapping[str, Wording]:
    """The wording of each attribution, by its id, compared with the fullest."""
    contents = content_places(connection, [row.id for row in rows])
    differing = _differences(connection, known.id, [row.id for row in rows])
    places = [place for pieces in contents.values() for place in pieces]
    words = read_words(connection, [*places, *_given(row.source for row in rows), *_given(row.cue for row in rows)])
    found: dict[str, Wording] = {}
    for row in rows:
        pieces = [words[place] for place in contents[row.id]]
        mine = differing.get(row.id)
        found[row.id] = Wording(
            id=row.id,
            pieces=compared(pieces, row.mode, known.content, mine) if mine else same_throughout(pieces, row.mode),
            source=None if row.source is None else words[row.source],
            cue=None if row.cue is None else words[row.cue],
            mode=row.mode,
            act=row.act,
            is_original=bool(row.is_original),
            is_fullest=bool(row.is_fullest),
            is_earliest=bool(row.is_earliest),
            copies=(),
        )
    return found


def _differences(
    connection: sqlite3.Connection, key: str, attributions: Sequence[str]
) -> Mapping[str, Sequence[Differing]]:
    """Where each wording departs from the fullest, in the order of the text."""
    query = """SELECT attribution, fullest_document, fullest_start, fullest_end, here_start, here_end
        FROM differences WHERE utterance = ? AND attribution IN ({}) ORDER BY position"""
    rows = in_chunks(lambda ids: connection.execute(query.format(marks(ids)), (key, *ids)).fetchall(), attributions)
    words = read_words(connection, _given(_place(*row[1:4]) for row in rows))
    found: defaultdict[str, list[Differing]] = defaultdict(list)
    for attribution, document, start, end, here_start, here_end in rows:
        fullest = _place(document, start, end)
        found[attribution].append(
            Differing(
                fullest=None if fullest is None else words[fullest],
                here=None if here_start is None else (here_start, here_end),
            )
        )
    return found


def words_of(wording: Wording) -> tuple[str, ...]:
    """Its words, by which it is told from others: case, punctuation and spacing make no other wording."""
    return tuple(word for piece in wording.pieces for word in WORD.findall(piece.words.words.casefold()))


def _collapsed(wordings: Sequence[Wording]) -> tuple[Wording, ...]:
    """Each wording once, with the places of its copies."""
    first: dict[tuple[str, ...], Wording] = {}
    copies: defaultdict[tuple[str, ...], list[Words]] = defaultdict(list)
    for wording in wordings:
        key = words_of(wording)
        if key in first:
            copies[key].append(wording.pieces[0].words)
        else:
            first[key] = wording
    return tuple(msgspec.structs.replace(wording, copies=tuple(copies[key])) for key, wording in first.items())


def _place(document: str | None, start: int | None, end: int | None) -> Place | None:
    return None if document is None or start is None or end is None else (document, start, end)


def _given(places: Iterable[Place | None]) -> list[Place]:
    return [place for place in places if place is not None]
