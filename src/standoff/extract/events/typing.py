"""The PLOVER type of a trigger, by the lexicon and the learned head together, and which of the two decided."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np

from standoff.core.vocabulary import EVENT_TYPES, EventType
from standoff.extract.events.surroundings import features_of, surroundings
from standoff.extract.grammar import Grammar
from standoff.lexicon.event_types import EventTypes, Floats

YIELD = "YIELD"
YIELDS: tuple[EventType, EventType] = ("CONCEDE", "RETREAT")
"""Two of PLOVER's types that the head was taught as one; the lexicon tells them apart."""

Decider = Literal["both", "lexicon", "head"]


class Typed(NamedTuple):
    """A type, what decided it, its probability, and the second likeliest."""

    type: EventType
    decider: Decider
    score: float
    runner_up: EventType
    runner_up_score: float


def type_of(
    grammar: Grammar, head: EventTypes, trigger: int, sentence: tuple[str, ...], listed: EventType
) -> Typed:
    """The type of a trigger that fits an entry of the lexicon, whose type is ``listed``."""
    alone = head.scores(features_of(surroundings(grammar, trigger, sentence)))
    both = alone + head.scores([(lexicon_feature(listed), 1.0)]) - head.bias
    chances = _chances(both)
    order = np.argsort(-chances, kind="stable")
    first, second = (_as_type(head.types[at], listed) for at in order[:2])
    agrees = _as_type(head.types[int(alone.argmax())], listed) == listed
    decider: Decider = "head" if first != listed else "both" if agrees else "lexicon"
    return Typed(first, decider, float(chances[order[0]]), second, float(chances[order[1]]))


def lexicon_feature(kind: EventType) -> str:
    """The feature that says which type the lexicon gives."""
    return f"lexicon {YIELD if kind in YIELDS else kind}"


def _chances(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum(), np.float32)


def _as_type(name: str, listed: EventType) -> EventType:
    """A type of the head as PLOVER has it; what yields is what the lexicon says, else a concession."""
    if name == YIELD:
        return listed if listed in YIELDS else "CONCEDE"
    return next(kind for kind in EVENT_TYPES if kind == name)
