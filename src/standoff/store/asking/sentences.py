"""The sentence that words stand in, so that a trigger ("met") is understood."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping

from standoff.store.asking.surroundings import Around, read_around
from standoff.store.asking.words import Place

REACH = 220
"""Code points to each side: two lines of a page."""
END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][”\"’')\]]*\s+(?![a-z0-9])"  # not after "Mr." and "Oct."
    r"|[\r\n]+"
)
"""Good enough for what is only shown: where it cuts too early or too late, nothing false is told."""


def read_sentences(connection: sqlite3.Connection, places: Iterable[Place]) -> Mapping[Place, Around]:
    """What stands around each place in its sentence; a place of no document is left out."""
    return {place: _trimmed(around) for place, around in read_around(connection, places, REACH).items()}


def _trimmed(around: Around) -> Around:
    begins = [found.end() for found in END.finditer(around.before)]
    end = END.search(around.after)
    return Around(
        before=around.before[begins[-1] :] if begins else around.before,
        after=around.after if end is None else around.after[: end.end()].rstrip(),
        is_cut_before=around.is_cut_before and not begins,
        is_cut_after=around.is_cut_after and end is None,
    )
