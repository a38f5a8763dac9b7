"""Commitments: who is bound or asked to do what, for whom, if what, as one text says it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import Act, Force, Polarity, Strength
from standoff.core.when import When
from standoff.store.asking.conditions import Condition, among, equal, published_by, where
from standoff.store.asking.listed import ActorName, Listed, Page, Words, in_chunks, listed, marks, when_of, why_of
from standoff.store.asking.matching import told_where
from standoff.store.asking.parties import party
from standoff.store.asking.words import Place, actor_names, read_words


class CommitmentsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which commitments are asked for: all of what is given must hold."""

    force: Force | None = None
    debtor: str | None = None
    """The id of an actor, or words of its name."""
    creditor: str | None = None
    """The id of an actor, or words of its name."""
    document: str | None = None
    q: str | None = None
    """Words that stand in its paragraph."""
    as_of: date | None = None
    """Told in a report published on this day or before."""


class RelayTold(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution that a commitment is told through."""

    attribution: str
    act: Act
    speaker: ActorName | None
    """``None``: the text names nobody."""


class ListedCommitment(msgspec.Struct, frozen=True, kw_only=True):
    """A commitment with its words."""

    id: str
    words: Words
    """The whole of it."""
    force: Force
    debtor: ActorName | None
    creditor: ActorName | None
    antecedent: Words | None
    """The condition."""
    consequent: Words | None
    """What is to be; ``None`` for a red line whose consequence is left open."""
    strength: Strength
    polarity: Polarity
    deadline: When | None
    relay: tuple[RelayTold, ...]
    """The outermost first; empty in the reporter's own voice."""
    account: str
    obligation: str | None
    why: Why


SELECT = """SELECT commitments.id, commitments.document, commitments.start, commitments."end", commitments.force,
    debtor_of.actor, creditor_of.actor, antecedent_start, antecedent_end, consequent_start, consequent_end,
    strength, polarity, coalesce(deadline_since, settled_times.when_since),
    coalesce(deadline_until, settled_times.when_until), account_documents.account, obligation_commitments.obligation,
    commitments.finder, commitments.score, commitments.detail, commitments.runner_up
FROM commitments
LEFT JOIN mention_actors AS debtor_of ON debtor_of.mention = commitments.debtor
LEFT JOIN mention_actors AS creditor_of ON creditor_of.mention = commitments.creditor
LEFT JOIN settled_times ON settled_times.time = commitments.time
LEFT JOIN account_documents ON account_documents.document = commitments.document
LEFT JOIN obligation_commitments ON obligation_commitments.commitment = commitments.id"""


def list_commitments(connection: sqlite3.Connection, asked: CommitmentsAsked, page: Page) -> Listed[ListedCommitment]:
    """Commitments in the order of their reports' ids and of their places, a page of them."""
    condition = _condition(asked)
    (total,) = connection.execute(f"SELECT count(*) FROM commitments{condition.sql}", condition.values).fetchone()  # noqa: S608
    ids = connection.execute(
        f"SELECT id FROM commitments{condition.sql} ORDER BY document, position LIMIT ? OFFSET ?",  # noqa: S608
        (*condition.values, page.size, page.offset),
    ).fetchall()
    known = commitments_of(connection, [key for (key,) in ids])
    return listed([known[key] for (key,) in ids], total, page)


def commitments_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ListedCommitment]:
    """Commitments by their ids."""
    rows = in_chunks(
        lambda chunk: connection.execute(f"{SELECT} WHERE commitments.id IN ({marks(chunk)})", chunk).fetchall(),
        sorted(set(ids)),
    )
    known = msgspec.convert(rows, list[_Row])
    relays = _relays(connection, [row.id for row in known])
    words = read_words(connection, (place for row in known for place in row.places if place is not None))
    speakers = (each.speaker for told in relays.values() for each in told)
    bound = (actor for row in known for actor in (row.debtor, row.creditor))
    names = actor_names(connection, (actor for actor in (*speakers, *bound) if actor is not None))
    return {row.id: _told(row, relays[row.id], words, names) for row in known}


def whole_commitment(connection: sqlite3.Connection, key: str) -> ListedCommitment | None:
    """One commitment; ``None`` where there is none of this id."""
    return commitments_of(connection, [key]).get(key)


def _condition(asked: CommitmentsAsked) -> Condition:
    bound = "commitments.{} IN (SELECT mention FROM mention_actors WHERE actor {{}})"
    return where(
        [
            equal("commitments.force", asked.force),
            among(party(asked.debtor), bound.format("debtor")),
            among(party(asked.creditor), bound.format("creditor")),
            equal("commitments.document", asked.document),
            told_where("commitments.id IN (SELECT commitments.id", "commitments", asked.q),
            published_by("commitments.document", asked.as_of),
        ]
    )


class _Row(msgspec.Struct, frozen=True, array_like=True):
    id: str
    document: str
    start: int
    end: int
    force: Force
    debtor: str | None
    creditor: str | None
    antecedent_start: int | None
    antecedent_end: int | None
    consequent_start: int | None
    consequent_end: int | None
    strength: Strength
    polarity: Polarity
    deadline_since: str | None
    deadline_until: str | None
    account: str
    obligation: str | None
    finder: str
    score: float
    detail: str
    runner_up: str | None

    @property
    def places(self) -> tuple[Place, Place | None, Place | None]:
        """Where the whole of it, its condition and its consequent stand."""
        condition = _place(self.document, self.antecedent_start, self.antecedent_end)
        return (
            (self.document, self.start, self.end),
            condition,
            _place(self.document, self.consequent_start, self.consequent_end),
        )


class _Relay(msgspec.Struct, frozen=True, array_like=True):
    commitment: str
    attribution: str
    act: Act
    speaker: str | None


def _place(document: str, start: int | None, end: int | None) -> Place | None:
    return None if start is None or end is None else (document, start, end)


def _relays(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, Sequence[_Relay]]:
    """What each commitment is told through, the outermost first."""
    query = """SELECT commitment, attributions.id, attributions.act, mention_actors.actor
        FROM commitment_relays
        JOIN attributions ON attributions.id = attribution
        LEFT JOIN mention_actors ON mention_actors.mention = attributions.speaker
        WHERE commitment IN ({}) ORDER BY commitment, commitment_relays.position"""
    rows = in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), ids)
    found: defaultdict[str, list[_Relay]] = defaultdict(list)
    for row in msgspec.convert(rows, list[_Relay]):
        found[row.commitment].append(row)
    return found


def _told(
    row: _Row, relays: Sequence[_Relay], words: Mapping[Place, Words], names: Mapping[str, ActorName]
) -> ListedCommitment:
    whole, antecedent, consequent = row.places
    return ListedCommitment(
        id=row.id,
        words=words[whole],
        force=row.force,
        debtor=None if row.debtor is None else names[row.debtor],
        creditor=None if row.creditor is None else names[row.creditor],
        antecedent=None if antecedent is None else words[antecedent],
        consequent=None if consequent is None else words[consequent],
        strength=row.strength,
        polarity=row.polarity,
        deadline=when_of(row.deadline_since, row.deadline_until),
        relay=tuple(
            RelayTold(
                attribution=each.attribution,
                act=each.act,
                speaker=None if each.speaker is None else names[each.speaker],
            )
            for each in relays
        ),
        account=row.account,
        obligation=row.obligation,
        why=why_of(row.finder, row.score, row.detail, row.runner_up),
    )
