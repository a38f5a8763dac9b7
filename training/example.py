"""One training text: words cut into pieces, with the labels that its corpus gives and none that it does not."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from standoff.parse.pieces import Pieces

Ints = npt.NDArray[np.int64]
UNLABELLED = -100

BEGIN, INSIDE = 1, 2  # 0 is outside
NO_ROLE, SOURCE, CONTENT = 0, 1, 2


@dataclass(frozen=True)
class Example:
    """A text with labels per word. ``layers`` maps a head's name to one label a word."""

    pieces: Pieces
    layers: dict[str, Ints]
    heads: Ints | None = None
    """For each word the index of its head; its own index at a root."""
    roles: tuple[tuple[int, Ints], ...] = field(default=())
    """For each attribution the index of its cue's first word, and one role a word."""

    def __len__(self) -> int:
        """Its number of words."""
        return len(self.pieces.first) - 1


def cut(example: Example, start: int, stop: int) -> Example:
    """The words ``[start, stop)``, with the labels and roles that lie in them; no tree may lie across a cut."""
    first = example.pieces.first
    pieces = Pieces(
        example.pieces.ids[first[start] : first[stop]],
        first[start : stop + 1] - first[start],
        example.pieces.feature[start:stop],
    )
    layers = {name: labels[start:stop] for name, labels in example.layers.items()}
    roles = tuple((cue - start, row[start:stop]) for cue, row in example.roles if start <= cue < stop)
    heads = None if example.heads is None else example.heads[start:stop] - start
    return Example(pieces, layers, heads, roles)
