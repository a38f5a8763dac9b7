"""Type an "if" and watch the ladder: what obligations a condition triggers, keeps, breaks and calls off."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Annotated, get_args

from litestar import get
from litestar.params import QueryParameter
from litestar.response import Template

from standoff.core.course import Scenario, Step
from standoff.core.vocabulary import Effect
from standoff.resolve.scenario.condition import LONGEST_CONDITION
from standoff.store.asking.conditions_told import conditions_told
from standoff.store.asking.obligations import ListedObligation, obligations_of
from standoff.store.asking.words import Place, read_words
from standoff.store.state import state
from standoff.web.asked import Opened
from standoff.web.playing import GROUNDS, Played

SUGGESTED = 14
"""Conditions offered: a column beside the form."""
SLOW_FROM = 2_000
"""Reports from which an answer takes long enough to say so: some seconds on ten thousand."""

EFFECTS: tuple[Effect, ...] = get_args(Effect)
"""In the order in which they are told."""
PREFIX = "if "
"""What the form says already."""

If = Annotated[str | None, QueryParameter(name="if", description="What is supposed to come about, in words.")]


@get("/scenario", sync_to_thread=True)
def scenario(opened: Opened, condition: If = None) -> Template:
    """The form with conditions to try; with one, what follows from it round by round."""
    asked = bare(condition or "")
    with opened.reading() as connection:
        suggested = conditions_told(connection, SUGGESTED)
        slow, ready = state(connection).documents >= SLOW_FROM, GROUNDS.is_ready(connection)
        played = _played(connection, asked) if asked else {}
    context = {
        "asked": asked,
        "suggested": suggested,
        "slow": slow,
        "ready": ready,
        "longest": LONGEST_CONDITION,
        **played,
    }
    return Template("scenario.html", context={"here": "/scenario", **context})


def _played(connection: sqlite3.Connection, condition: str) -> Mapping[str, object]:
    """What the page shows of a condition that was asked for."""
    found: Played = GROUNDS.play(connection, condition)
    near = [] if found.scenario.steps else GROUNDS.near(connection, condition)
    ids = [each.obligation for each in found.scenario.steps]
    obligations: Mapping[str, ListedObligation] = obligations_of(connection, [*ids, *near])
    return {
        "rounds": rounds_of(found.scenario),
        "obligations": obligations,
        "matched": read_words(connection, [place for each in found.scenario.steps if (place := place_of(each))]),
        "place_of": place_of,
        "left": found.left,
        "near": [obligations[key] for key in near],
    }


def bare(condition: str) -> str:
    """A condition as it is played: of a bounded length, without the "if" that a person may type again."""
    told = condition.strip()[:LONGEST_CONDITION]
    return told[len(PREFIX) :].lstrip() if told.casefold().startswith(PREFIX) else told


def rounds_of(found: Scenario) -> Sequence[Sequence[Step]]:
    """The steps of each round, those of one effect together."""
    last = max((each.round for each in found.steps), default=-1)
    return [
        sorted((each for each in found.steps if each.round == number), key=lambda each: EFFECTS.index(each.effect))
        for number in range(last + 1)
    ]


def place_of(step: Step) -> Place | None:
    """Where the words stand that were met."""
    return None if step.matched is None else (step.matched.doc, step.matched.start, step.matched.end)


ROUTES = (scenario,)
