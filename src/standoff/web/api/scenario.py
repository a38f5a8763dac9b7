"""What follows if a thing happens, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import msgspec
from litestar import get
from litestar.handlers import HTTPRouteHandler
from litestar.params import QueryParameter

from standoff.core.course import Step
from standoff.core.records import Why
from standoff.core.vocabulary import Effect
from standoff.resolve.scenario.condition import LONGEST_CONDITION
from standoff.store.asking.listed import Words
from standoff.store.asking.obligations import ListedObligation, obligations_of
from standoff.store.asking.words import Place, read_words
from standoff.web.asked import Opened
from standoff.web.pages.scenario import bare, place_of
from standoff.web.playing import GROUNDS

If = Annotated[
    str,
    QueryParameter(
        name="if", min_length=1, max_length=LONGEST_CONDITION, description="What is supposed to come about, in words."
    ),
]


class StepTold(msgspec.Struct, frozen=True, kw_only=True):
    """What the condition, or what it triggered before, does to one obligation."""

    obligation: ListedObligation
    effect: Effect
    round: int
    """0: the condition itself; n: what was triggered in round n - 1."""
    because: str | None
    """The id of the obligation that did it; ``None`` in round 0."""
    matched: Words | None
    """The antecedent or consequent that was met."""
    why: Why


class ScenarioTold(msgspec.Struct, frozen=True, kw_only=True):
    """A scenario, in order of rounds."""

    condition: str
    steps: tuple[StepTold, ...]
    left: int
    """How many obligations in force it leaves as they are."""


@get(
    "/api/scenario",
    sync_to_thread=True,
    operation_id="play_scenario",
    summary="What follows if a thing happens",
    tags=["scenario"],
)
def scenario(opened: Opened, condition: If) -> ScenarioTold:
    """A scenario, in order of rounds."""
    asked = bare(condition)
    with opened.reading() as connection:
        played = GROUNDS.play(connection, asked)
        steps = played.scenario.steps
        known = obligations_of(connection, [step.obligation for step in steps])
        words = read_words(connection, [place for step in steps if (place := place_of(step)) is not None])
    told = tuple(_told(step, known[step.obligation], place_of(step), words) for step in steps)
    return ScenarioTold(condition=asked, steps=told, left=played.left)


def _told(step: Step, obligation: ListedObligation, place: Place | None, words: Mapping[Place, Words]) -> StepTold:
    return StepTold(
        obligation=obligation,
        effect=step.effect,
        round=step.round,
        because=step.because,
        matched=None if place is None else words[place],
        why=step.why,
    )


ROUTES: tuple[HTTPRouteHandler, ...] = (scenario,)
