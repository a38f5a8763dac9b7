"""How the knowledge files write a list of words: one line of text, separated by commas.

A line of words reads like prose in review, parses many times faster than one YAML node a word, and is safe from
YAML's own readings of words ("No" is a Boolean there, and the code of Norway).
"""

from collections.abc import Iterable
from typing import TypeVar

from standoff.core.errors import ResourceError

Value = TypeVar("Value")


def listed(text: str) -> tuple[str, ...]:
    """The words or phrases of a comma-separated line, white space made single; empty for an empty line."""
    return tuple(part for piece in text.split(",") if (part := " ".join(piece.split())))


def index(file: str, pairs: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """The pairs as a dictionary. Raises ``ResourceError`` when one word is given two different values."""
    found: dict[str, Value] = {}
    for word, value in pairs:
        if found.setdefault(word, value) != value:
            raise ResourceError(f"resources/{file}.yaml lists {word!r} twice, as {found[word]!r} and as {value!r}")
    return found
