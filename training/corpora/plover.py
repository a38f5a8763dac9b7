"""Sentences with a source, a target and the PLOVER type of what the one does to the other (PLV; Halterman et al. 2023).

No licence is stated by its authors; a research release. CONCEDE and RETREAT are one type there, YIELD.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from standoff.core.parse import Piece


class Sentence(msgspec.Struct, frozen=True):
    """One line of the file; places in code points of ``text``."""

    id: str
    text: str
    event: str
    source_spans: tuple[Piece, ...] = ()
    target_spans: tuple[Piece, ...] = ()


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a file in JSON Lines. Raises ``OSError`` and ``msgspec.ValidationError``."""
    with path.open("rb") as lines:
        yield from (msgspec.json.decode(line, type=Sentence) for line in lines if line.strip())
