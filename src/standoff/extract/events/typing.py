"""The PLOVER type of a trigger, by the lexicon and the learned head together, and how far the two agree.

The lexicon decides: of its types 94 in 100 were right on the three development sets, and no share of the head's
certainty was found above which the head was right more often against it (swept from .3 to .95). What the head thinks
tells how sure the type is: see ``SURE``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np

from standoff.core.vocabulary import EventType
from standoff.extract.events.surroundings import features_of, surroundings
from standoff.extract.grammar import Grammar
from standoff.lexicon.event_types import EventTypes, Floats

YIELD = "YIELD"
YIELDS: tuple[EventType, EventType] = ("CONCEDE", "RETREAT")
"""Two of PLOVER's types that the head was taught as one."""

Decider = Literal["both", "lexicon", "against"]
SURE: dict[Decider, float] = {"both": 0.99, "lexicon": 0.93, "against": 0.91}
"""Share of right types, of 499 triggers of three development sets: where the head by itself has the lexicon's type
(151 of 153); where it has it once it is told (180 of 194); where it has another even then (138 of 152)."""


class Typed(NamedTuple):
    """How sure the lexicon's type is, and what else it would be by the head."""

    decider: Decider
    score: float
    runner_up: str
    """The head's likeliest other type, with its probability."""


def second_opinion(grammar: Grammar, head: EventTypes, trigger: int, listed: EventType) -> Typed:
    """What the head thinks of a trigger whose type is ``listed`` by the lexicon."""
    alone = head.scores(features_of(surroundings(grammar, trigger)))
    told = alone + head.scores([(name, 1.0) for name in lexicon_features([listed])]) - head.bias
    own = YIELD if listed in YIELDS else listed
    decider: Decider = "against"
    if head.types[int(alone.argmax())] == own:
        decider = "both"
    elif head.types[int(told.argmax())] == own:
        decider = "lexicon"
    return Typed(decider, SURE[decider], _runner_up(head, told, own))


def lexicon_features(kinds: Sequence[EventType]) -> list[str]:
    """The features that say which types the lexicon gives, and which of them comes first in the sentence."""
    names = list(dict.fromkeys(YIELD if kind in YIELDS else kind for kind in kinds))
    return [*(f"lexicon {name}" for name in names), *(f"lexicon first {name}" for name in names[:1])]


def _runner_up(head: EventTypes, scores: Floats, own: str) -> str:
    raised = np.exp(scores - scores.max())
    chances = raised / raised.sum()
    best = max((at for at, name in enumerate(head.types) if name != own), key=lambda at: float(chances[at]))
    return f"{' or '.join(YIELDS) if head.types[best] == YIELD else head.types[best]} {chances[best]:.2f}"
