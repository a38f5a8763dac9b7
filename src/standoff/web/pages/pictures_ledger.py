"""The pictures of the ledger: what became of one obligation, and the ladder of a scenario."""

from __future__ import annotations

import sqlite3

import msgspec

from standoff.core.course import Step
from standoff.picture.drawn import Picture
from standoff.picture.ladder import ladder
from standoff.picture.records import Kept, Rung, Turn
from standoff.picture.standing import standing
from standoff.store.asking.moves import moves_of
from standoff.store.asking.obligations import ListedObligation, obligations_of
from standoff.web.pages.scenario import bare
from standoff.web.playing import GROUNDS


class StandingAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Whose way through the life cycle is drawn."""

    id: str
    """Of an obligation."""


class LadderAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What is supposed to come about."""

    condition: str


def standing_picture(connection: sqlite3.Connection, asked: StandingAsked) -> Picture:
    """The moves of one obligation over time; nothing where there is none of this id."""
    found = obligations_of(connection, [asked.id])
    return standing([_kept(connection, each) for each in found.values()])


def ladder_picture(connection: sqlite3.Connection, asked: LadderAsked) -> Picture:
    """What follows, rung by rung; each rung leads to where the page tells it in words."""
    condition = bare(asked.condition)
    steps = GROUNDS.play(connection, condition).scenario.steps if condition else ()
    obligations = obligations_of(connection, [each.obligation for each in steps])
    return ladder([_rung(each, obligations[each.obligation]) for each in steps], condition)


def _kept(connection: sqlite3.Connection, each: ListedObligation) -> Kept:
    moves = moves_of(connection, each.id)
    return Kept(
        id=each.id,
        label=(each.consequent or each.label).words,
        force=each.force,
        turns=tuple(Turn(status=move.status, rule=move.rule, when=move.when) for move in moves),
        debtor=None if each.debtor is None else each.debtor.name,
        href="#history",
    )


def _rung(step: Step, each: ListedObligation) -> Rung:
    return Rung(
        id=each.id,
        label=(each.consequent or each.label).words,
        effect=step.effect,
        round=step.round,
        because=step.because,
        debtor=None if each.debtor is None else each.debtor.name,
        force=each.force,
        href=f"#r-{each.id}",
    )
