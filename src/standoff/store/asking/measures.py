"""Measures: what is counted, and the competing numbers that are claimed of it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

import msgspec

from standoff.core.findings import Independent
from standoff.core.vocabulary import FigureStatus, Hedge
from standoff.core.when import When
from standoff.store.asking.conditions import Condition, among, equal, where
from standoff.store.asking.listed import ActorName, Listed, Page, Words, day_text, in_chunks, listed, marks, when_of
from standoff.store.asking.parties import party
from standoff.store.asking.search import MOST_RANKED, match_expression
from standoff.store.asking.words import actor_names, read_words

Order = Literal["contested", "place"]

ORDERS: Mapping[Order, str] = {
    "contested": 'tallies."values" DESC, tallies.claims DESC, tallies.position',
    "place": "tallies.position",
}
MOST_CLAIMS = 40
"""Claims of one measure that a list tells; its own page has all."""


class MeasuresAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which measures are asked for: all of what is given must hold."""

    q: str | None = None
    """Words of a passage that has one of its figures."""
    unit: str | None = None
    status: FigureStatus | None = None
    claimant: str | None = None
    """The id of an actor who claims a number, or words of its name."""
    document: str | None = None
    as_of: date | None = None
    """As known on this day: a figure stood in a report published by then."""
    order: Order = "contested"


class ClaimTold(msgspec.Struct, frozen=True, kw_only=True):
    """One value that one claimant gives for one time, however often it is repeated."""

    position: int
    """Of the claim in its measure, from 0 on."""
    claimant: ActorName | None
    """``None``: the reporters' own voice."""
    low: float | None
    high: float | None
    hedge: Hedge | None
    """That of all its figures; ``None`` where they differ in it."""
    as_of: When | None
    figures: int
    independent: Independent


class ListedMeasure(msgspec.Struct, frozen=True, kw_only=True):
    """A measure with the numbers that compete in it."""

    id: str
    label: Words
    unit: str | None
    status: FigureStatus
    numbers: int
    """Different values that are claimed."""
    claims: int
    claimants: int
    """Different actors; the reporters' own voice is not counted."""
    claimed: tuple[ClaimTold, ...]
    """In order of time, then of value; of very many the first ones."""


CLAIMS = """SELECT measure, position, claimant, low, high, as_of_since, as_of_until, "lower", "upper"
    FROM claims WHERE measure IN ({}) AND position < ? ORDER BY measure, position"""
FIGURES = """SELECT measure, claim, count(*),
    CASE WHEN count(*) = count(hedge) AND min(hedge) = max(hedge) THEN min(hedge) END
    FROM claim_figures CROSS JOIN figures ON figures.id = figure
    WHERE measure IN ({}) AND claim < ? GROUP BY measure, claim"""
"""The figures of each claim: how many, and the hedge that all have."""


def list_measures(connection: sqlite3.Connection, asked: MeasuresAsked, page: Page) -> Listed[ListedMeasure]:
    """Measures, those with the most competing numbers first, a page of them."""
    condition = _condition(asked)
    (total,) = connection.execute(f"SELECT count(*) FROM measures{condition.sql}", condition.values).fetchone()  # noqa: S608
    rows = connection.execute(
        f"""SELECT measures.id FROM measure_tallies AS tallies CROSS JOIN measures ON measures.id = tallies.measure
        {condition.sql} ORDER BY {ORDERS[asked.order]} LIMIT ? OFFSET ?""",  # noqa: S608
        (*condition.values, page.size, page.offset),
    ).fetchall()
    ids = [key for (key,) in rows]
    found = measures_of(connection, ids)
    return listed([found[key] for key in ids], total, page)


def _condition(asked: MeasuresAsked) -> Condition:
    return where(
        [
            _told_where(asked.q),
            equal("unit", asked.unit),
            equal("status", asked.status),
            among(party(asked.claimant), "measures.id IN (SELECT measure FROM claims WHERE claimant {})"),
            among(
                equal("figures.document", asked.document),
                "measures.id IN (SELECT measure FROM figures CROSS JOIN claim_figures ON figure = figures.id WHERE {})",
            ),
            _known_by(asked.as_of),
        ]
    )


def _known_by(as_of: date | None) -> Condition | None:
    """That a report with one of its figures was published by that day."""
    if as_of is None:
        return None
    return Condition(
        "(SELECT first FROM told WHERE kind = 'measure' AND finding = measures.id) <= ?",
        (day_text(as_of),),
    )


def _told_where(query: str | None) -> Condition | None:
    """That all these words stand in a passage that has one of its figures; of very many passages, in the first."""
    if query is None:
        return None
    expression = match_expression(query)
    if not expression:
        return Condition("0")
    return Condition(
        f"""measures.id IN (SELECT measure
            FROM (SELECT rowid AS position FROM search WHERE search MATCH ? LIMIT {MOST_RANKED}) AS found
            CROSS JOIN paragraphs ON paragraphs.position = found.position
            CROSS JOIN figures ON figures.document = paragraphs.document
                AND figures.start >= paragraphs.start AND figures.start < paragraphs."end"
            CROSS JOIN claim_figures ON claim_figures.figure = figures.id)""",  # noqa: S608 - a number of ours
        (expression,),
    )


def measures_of(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, ListedMeasure]:
    """Measures by their ids."""
    query = """SELECT id, unit, status, label_document, label_start, label_end, "values", claims, claimants
        FROM measures JOIN measure_tallies ON measure = id WHERE id IN ({})"""
    rows = in_chunks(lambda chunk: connection.execute(query.format(marks(chunk)), chunk).fetchall(), sorted(set(ids)))
    claims = claims_of(connection, [row[0] for row in rows], MOST_CLAIMS)
    words = read_words(connection, [row[3:6] for row in rows])
    return {
        row[0]: ListedMeasure(
            id=row[0],
            label=words[row[3:6]],
            unit=row[1],
            status=row[2],
            numbers=row[6],
            claims=row[7],
            claimants=row[8],
            claimed=tuple(claims[row[0]]),
        )
        for row in rows
    }


def claims_of(connection: sqlite3.Connection, ids: Sequence[str], most: int) -> Mapping[str, Sequence[ClaimTold]]:
    """The claims of each measure, in order of time, then of value; so many of each at most."""
    keys = sorted(set(ids))
    rows = in_chunks(lambda chunk: connection.execute(CLAIMS.format(marks(chunk)), (*chunk, most)).fetchall(), keys)
    told = in_chunks(lambda chunk: connection.execute(FIGURES.format(marks(chunk)), (*chunk, most)).fetchall(), keys)
    figures = {(measure, claim): (number, hedge) for measure, claim, number, hedge in told}
    names = actor_names(connection, (row[2] for row in rows if row[2] is not None))
    found: defaultdict[str, list[ClaimTold]] = defaultdict(list)
    for measure, position, claimant, low, high, since, until, lower, upper in rows:
        number, hedge = figures.get((measure, position), (0, None))
        claim = ClaimTold(
            position=position,
            claimant=None if claimant is None else names[claimant],
            low=low,
            high=high,
            hedge=hedge,
            as_of=when_of(since, until),
            figures=number,
            independent=Independent(lower=lower, upper=upper),
        )
        found[measure].append(claim)
    return found


def units(connection: sqlite3.Connection, most: int = 60) -> tuple[str, ...]:
    """What most measures count in, in order of name."""
    rows = connection.execute(
        """SELECT value FROM (
            SELECT value FROM tallies WHERE kind = 'measure' AND field = 'unit' ORDER BY records DESC, value LIMIT ?
        ) ORDER BY value""",
        (most,),
    )
    return tuple(unit for (unit,) in rows)
