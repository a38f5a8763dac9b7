"""What stands around words in their paragraph, so that a word or two can be understood."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping

import msgspec

from standoff.store.asking.words import Place

QUERY = """SELECT asked.column1, asked.column2, asked.column3,
    substr(text, max(asked.column2 - ?, 0) + 1, min(?, asked.column2)), substr(text, asked.column3 + 1, ?)
FROM (VALUES {}) AS asked JOIN documents ON documents.id = asked.column1"""

BREAK = re.compile(r"(?:\r\n|\r|\n)\s*[\r\n]")
"""Between two paragraphs."""


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """Whole words on either side, from the same paragraph."""

    before: str
    after: str
    is_cut_before: bool
    """Whether the paragraph begins earlier."""
    is_cut_after: bool


def read_around(connection: sqlite3.Connection, places: Iterable[Place], most: int) -> Mapping[Place, Around]:
    """What stands around each place, at most so many characters on either side; a place of no document is left out."""
    asked = sorted(set(places))
    found: dict[Place, Around] = {}
    for start in range(0, len(asked), 300):
        chunk = asked[start : start + 300]
        query = QUERY.format(", ".join(["(?, ?, ?)"] * len(chunk)))
        rows = connection.execute(query, [most, most, most, *(value for place in chunk for value in place)])
        found |= {(doc, first, last): _around(before, after, most) for doc, first, last, before, after in rows}
    return found


def _around(before: str, after: str, most: int) -> Around:
    here, there = BREAK.split(before)[-1], BREAK.split(after)[0]
    is_cut_before, is_cut_after = len(here) == most, len(there) == most
    return Around(
        before=here.partition(" ")[2] if is_cut_before else here.lstrip(),
        after=there.rpartition(" ")[0] if is_cut_after else there.rstrip(),
        is_cut_before=is_cut_before,
        is_cut_after=is_cut_after,
    )
