"""What stands around words in their report, so that a trigger ("met") is read in its sentence."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from standoff.store.asking.words import Place

REACH = 160
"""Code points to each side: a line or two of a page."""
SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*\s+|\n")
"""Good enough for what is only shown: a full stop after an abbreviation cuts early and tells nothing false."""

AROUND = """
SELECT
    asked.document, asked.start, asked."end",
    substr(documents.text, max(asked.start - ?, 0) + 1, asked.start - max(asked.start - ?, 0)),
    substr(documents.text, asked."end" + 1, ?)
FROM (SELECT column1 AS document, column2 AS start, column3 AS "end" FROM (VALUES {})) AS asked
JOIN documents ON documents.id = asked.document
"""


class Around(NamedTuple):
    """The words before and after, within the sentence; with an ellipsis where they are cut."""

    before: str
    after: str


def read_around(connection: sqlite3.Connection, places: Iterable[Place]) -> Mapping[Place, Around]:
    """What stands around each place; a place of no document is left out."""
    asked = sorted(set(places))
    found: dict[Place, Around] = {}
    for first in range(0, len(asked), 300):
        chunk = asked[first : first + 300]
        query = AROUND.format(", ".join(["(?, ?, ?)"] * len(chunk)))
        rows = connection.execute(query, [REACH, REACH, REACH, *(value for place in chunk for value in place)])
        found |= {(row[0], row[1], row[2]): Around(_before(row[3]), _after(row[4])) for row in rows}
    return found


def _before(words: str) -> str:
    """From the beginning of the sentence on, or of a word where that is further away."""
    ends = [found.end() for found in SENTENCE_END.finditer(words)]
    if ends:
        return words[ends[-1] :]
    return words if len(words) < REACH else "… " + words.partition(" ")[2]


def _after(words: str) -> str:
    """Up to the end of the sentence, or of a word where that is further away."""
    end = SENTENCE_END.search(words)
    if end is not None:
        return words[: end.end()].rstrip()
    return words if len(words) < REACH else words.rpartition(" ")[0] + " …"
