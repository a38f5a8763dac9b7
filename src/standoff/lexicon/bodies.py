"""Named bodies: alliances, organizations, arms of government, forces, media and regions that news name as actors."""

from collections.abc import Iterator, Mapping

import msgspec

from standoff.core.vocabulary import MentionType
from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load
from standoff.lexicon.phrases import PhraseIndex, closings, openings, phrase_index

FILE = "bodies"
WORLD = "world"
"""Where the file lists the bodies of no one state."""
SHARED = "any"
"""Where the file lists the bodies that many states have under one name ("Foreign Ministry")."""


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One named body."""

    name: str
    """The name it is shown by."""
    type: MentionType
    state: str | None
    """The ISO code of its state; None when it has none, or when the name alone does not tell."""
    names: tuple[str, ...]
    shared: bool = False
    """Whether many states have a body of this name, so that a state in front of it tells which."""


Lines = dict[MentionType, dict[str, list[str]]]
"""``bodies.yaml``: type, then state, then one line of names a body, the first the one it is shown by."""


class Bodies(msgspec.Struct, frozen=True, eq=False):
    """Every body by every name."""

    words: PhraseIndex[Body]
    shared: Mapping[str, Body]
    """Bodies of many states by their names in lower case."""
    shared_ends: frozenset[str]
    """The last words of these names."""
    openings: frozenset[str]
    """How their names begin."""
    closings: frozenset[str]


def load_bodies() -> Bodies:
    """The bodies of ``bodies.yaml``. Raises ``ResourceError``, also when two bodies claim one name."""
    lines: Mapping[MentionType, Mapping[str, list[str]]] = load(FILE, Lines)
    bodies = tuple(read_bodies(lines))
    shared = {name.lower(): body for body in bodies if body.shared for name in body.names}
    return Bodies(
        words=phrase_index(index(FILE, ((name, body) for body in bodies for name in body.names))),
        shared=shared,
        shared_ends=frozenset(name.split()[-1] for name in shared),
        openings=openings(name for body in bodies for name in body.names),
        closings=closings(name for body in bodies for name in body.names),
    )


def read_bodies(lines: Mapping[MentionType, Mapping[str, list[str]]]) -> Iterator[Body]:
    """Every body in the order of the file."""
    for kind, states in lines.items():
        for state, bodies in states.items():
            for line in bodies:
                names = listed(line)
                code = None if state in (WORLD, SHARED) else state
                yield Body(name=names[0], type=kind, state=code, names=names, shared=state == SHARED)
