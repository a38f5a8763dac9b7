"""Examples made by hand: words of one piece, with labels as letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from training.example import Example, Ints

from standoff.parse.pieces import SPACES, Pieces

FULL_STOP, QUOTE = 1012, 1000
LETTERS = {"O": 0, "B": 1, "I": 2, "?": -100}
ROLES = {".": 0, "s": 1, "c": 2}
LAYERS = ("source", "cue", "content", "inner")


def labels(letters: str) -> Ints:
    """``O``, ``B`` and ``I`` as numbers; ``?`` where nothing is known."""
    return np.array([LETTERS[letter] for letter in letters], np.int64)


def example(
    ids: Sequence[int],
    roles: Mapping[int, str] | None = None,
    *,
    shapes: Sequence[int] | None = None,
    spaces: Sequence[int] | None = None,
    heads: Sequence[int] | None = None,
    **layers: str,
) -> Example:
    """Words by their piece ids; ``roles`` as letters for each cue's first word; a space before all but the first."""
    size = len(ids)
    shape = np.array(shapes or [0] * size, np.int64)
    space = np.array(spaces or [3, *[1] * (size - 1)], np.int64)
    return Example(
        Pieces(np.array(ids, np.int64), np.arange(size + 1), 1 + shape * SPACES + space),
        {name: labels(letters) for name, letters in layers.items()},
        None if heads is None else np.array(heads, np.int64),
        tuple((cue, np.array([ROLES[r] for r in row], np.int64)) for cue, row in (roles or {}).items()),
    )


def attribution(ids: Sequence[int], source: str, cue: str, content: str, roles: Mapping[int, str]) -> Example:
    """An example as the corpus of attributions gives it: what a content holds is not known to ``inner``."""
    inner = "".join("O" if letter == "O" else "?" for letter in content)
    return example(ids, roles, source=source, cue=cue, content=content, inner=inner)


def words_of(example: Example) -> list[int]:
    """The ids of an example whose words are of one piece each."""
    return [int(example.pieces.ids[at]) for at in example.pieces.first[:-1]]
