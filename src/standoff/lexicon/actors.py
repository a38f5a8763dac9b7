"""Words by which it is told who an actor is: the time of a title, the parts of a state, what a body is called again."""

from collections.abc import Mapping

import msgspec

from standoff.core.errors import ResourceError
from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load

FILE = "actors"


class ActorLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``actors.yaml``; each line a comma-separated list."""

    past: str
    future: str
    future_behind: str
    parts: dict[str, str]
    forms: str
    bodies: str
    leaders: str
    seats: str


class ActorWords(msgspec.Struct, frozen=True, eq=False):
    """The words, in lower case except for the seats."""

    past: frozenset[str]
    future: frozenset[str]
    future_behind: frozenset[str]
    parts: Mapping[str, str]
    """The part of a state that a noun is for: "armed forces" for "troops"."""
    forms: frozenset[str]
    bodies: frozenset[str]
    leaders: frozenset[str]
    seats: frozenset[str]


def load_actor_words() -> ActorWords:
    """The words of ``actors.yaml``. Raises ``ResourceError``, also when a word is of two times or two parts."""
    lines = load(FILE, ActorLines)
    past, future = frozenset(listed(lines.past)), frozenset(listed(lines.future))
    both = sorted(past & future)
    if both:
        raise ResourceError(f"resources/{FILE}.yaml lists {', '.join(both)} as past and as future")
    return ActorWords(
        past=past,
        future=future,
        future_behind=frozenset(listed(lines.future_behind)),
        parts=index(FILE, ((noun, part) for part, line in lines.parts.items() for noun in listed(line))),
        forms=frozenset(listed(lines.forms)),
        bodies=frozenset(listed(lines.bodies)),
        leaders=frozenset(listed(lines.leaders)),
        seats=frozenset(listed(lines.seats)),
    )
