"""The network's output made by hand: labels for the tag layers, and for each cue who is its source and content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from standoff.parse.network import Floats, Signals, Weights

SURE = 0.9
"""The probability of the class a label names; the others share the rest."""
ROLES = {".": 0, "s": 1, "c": 2}
STRONG = 6.0
"""The score of a role; the other two have 0, so that its probability is above 0.99."""


def layer(labels: str, *, count: int = 1, sure: float = SURE) -> Floats:
    """Probabilities of a tag layer from labels parted by space: ``O``, ``B``, ``I``, or ``B1``, ``I1`` of several."""
    marks = labels.split()
    classes = 1 + 2 * count
    found = np.full((len(marks), classes), (1 - sure) / (classes - 1), np.float32)
    for row, mark in enumerate(marks):
        found[row, 0 if mark == "O" else 1 + 2 * int(mark[1:] or 0) + (mark[0] == "I")] = sure
    return found


def signals(
    *,
    source: str,
    cue: str,
    content: str,
    roles: Mapping[int, str],
    inner: str = "",
    sure: Mapping[str, float] | None = None,
) -> tuple[Signals, Weights]:
    """The network's output over some words, and weights that score roles as ``roles`` has them.

    ``roles`` gives for a cue's first word a letter a word: ``s`` source, ``c`` content, ``.`` neither. ``sure`` is
    for layers whose labels are more or less probable than the others'. No ``inner`` means no cue inside a content.
    """
    labels = {"source": source, "cue": cue, "content": content, "inner": inner or "O " * len(cue.split())}
    tags = {name: np.log(layer(text, sure=(sure or {}).get(name, SURE))) for name, text in labels.items()}
    words = len(tags["cue"])
    scores = np.zeros((words, 3, words), np.float32)
    for head, letters in roles.items():
        for word, letter in enumerate(letters.replace(" ", "")):
            scores[head, ROLES[letter], word] = STRONG
    one, none = np.eye(words, dtype=np.float32), np.zeros((words, words), np.float32)
    return Signals(tags, none, none, none, one, one), weights(role=scores)


class Table:
    """Stands in for a small network: the first input picks rows of a table, being rows of the unit matrix."""

    def __init__(self, table: Floats) -> None:
        self._table = table

    def run(self, outputs: None, inputs: dict[str, npt.NDArray[Any]], /) -> list[Floats]:
        """The rows that the first input picks."""
        first = next(iter(inputs.values()))
        return [np.tensordot(first, self._table, 1)]


def weights(
    *, role: Floats | None = None, label: Floats | None = None, deprels: tuple[str, ...] = ("root",)
) -> Weights:
    """Weights without networks: tables of the scores of pairs."""
    none = np.zeros((1, 1), np.float32)
    label, role = none if label is None else label, none if role is None else role
    return Weights(Table(none), Table(label), Table(role), deprels, (), ())
