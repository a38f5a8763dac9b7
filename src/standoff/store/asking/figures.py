"""Figures: numbers of something, as one text claims them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import FigureStatus, Hedge
from standoff.core.when import When
from standoff.store.asking.conditions import Condition, among, equal, published_by, where
from standoff.store.asking.listed import ActorName, Listed, Page, Words, in_chunks, listed, marks, when_of, why_of
from standoff.store.asking.matching import told_where
from standoff.store.asking.parties import party
from standoff.store.asking.words import Place, actor_names, read_words


class FiguresAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which figures are asked for: all of what is given must hold."""

    q: str | None = None
    """Words that stand in its paragraph."""
    claimant: str | None = None
    """The id of an actor, or words of its name."""
    unit: str | None = None
    status: FigureStatus | None = None
    hedge: Hedge | None = None
    document: str | None = None
    as_of: date | None = None
    """Told in a report published on this day or before."""


class ListedFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure with its words."""

    id: str
    words: Words
    low: float | None
    high: float | None
    unit: str | None
    what: str | None
    """The words for what is counted."""
    hedge: Hedge | None
    claimant: ActorName | None
    """``None``: the reporter."""
    as_of: When | None
    status: FigureStatus
    carried_by: str | None
    """The id of the attribution in whose content it stands."""
    account: str | None
    measure: str | None
    why: Why


SELECT = """SELECT figures.id, figures.document, figures.start, figures."end", figures.low, figures.high, figures.unit,
    substr(documents.text, what_start + 1, what_end - what_start), figures.hedge, claimant_of.actor,
    coalesce(figures.as_of_since, settled_times.when_since), coalesce(figures.as_of_until, settled_times.when_until),
    figures.status, figures.carried_by, account_documents.account, claim_figures.measure,
    figures.finder, figures.score, figures.detail, figures.runner_up
FROM figures
JOIN documents ON documents.id = figures.document
LEFT JOIN settled_times ON settled_times.time = figures.time
LEFT JOIN mention_actors AS claimant_of ON claimant_of.mention = figures.claimant
LEFT JOIN account_documents ON account_documents.document = figures.document
LEFT JOIN claim_figures ON claim_figures.figure = figures.id"""


def list_figures(connection: sqlite3.Connection, asked: FiguresAsked, page: Page) -> Listed[ListedFigure]:
    """Figures in the order of their reports' ids and of their places, a page of them."""
    condition = _condition(asked)
    (total,) = connection.execute(f"SELECT count(*) FROM figures{condition.sql}", condition.values).fetchone()  # noqa: S608
    ids = connection.execute(
        f"SELECT id FROM figures{condition.sql} ORDER BY document, position LIMIT ? OFFSET ?",  # noqa: S608
        (*condition.values, page.size, page.offset),
    ).fetchall()
    known = figures_of(connection, [key for (key,) in ids])
    return listed([known[key] for (key,) in ids], total, page)


def figures_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ListedFigure]:
    """Figures by their ids."""
    rows = in_chunks(
        lambda chunk: connection.execute(f"{SELECT} WHERE figures.id IN ({marks(chunk)})", chunk).fetchall(),
        sorted(set(ids)),
    )
    known = msgspec.convert(rows, list[_Row])
    words = read_words(connection, (row.at for row in known))
    names = actor_names(connection, (row.claimant for row in known if row.claimant is not None))
    return {row.id: _told(row, words, names) for row in known}


def whole_figure(connection: sqlite3.Connection, key: str) -> ListedFigure | None:
    """One figure; ``None`` where there is none of this id."""
    return figures_of(connection, [key]).get(key)


def _condition(asked: FiguresAsked) -> Condition:
    claiming = "figures.claimant IN (SELECT mention FROM mention_actors WHERE actor {})"
    return where(
        [
            among(party(asked.claimant), claiming),
            equal("figures.unit", asked.unit),
            equal("figures.status", asked.status),
            equal("figures.hedge", asked.hedge),
            equal("figures.document", asked.document),
            told_where("figures.id IN (SELECT figures.id", "figures", asked.q),
            published_by("figures.document", asked.as_of),
        ]
    )


class _Row(msgspec.Struct, frozen=True, array_like=True):
    id: str
    document: str
    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None
    what: str | None
    hedge: Hedge | None
    claimant: str | None
    as_of_since: str | None
    as_of_until: str | None
    status: FigureStatus
    carried_by: str | None
    account: str | None
    measure: str | None
    finder: str
    score: float
    detail: str
    runner_up: str | None

    @property
    def at(self) -> Place:
        """Where the number stands."""
        return self.document, self.start, self.end


def _told(row: _Row, words: Mapping[Place, Words], names: Mapping[str, ActorName]) -> ListedFigure:
    return ListedFigure(
        id=row.id,
        words=words[row.at],
        low=row.low,
        high=row.high,
        unit=row.unit,
        what=row.what,
        hedge=row.hedge,
        claimant=None if row.claimant is None else names[row.claimant],
        as_of=when_of(row.as_of_since, row.as_of_until),
        status=row.status,
        carried_by=row.carried_by,
        account=row.account,
        measure=row.measure,
        why=why_of(row.finder, row.score, row.detail, row.runner_up),
    )
