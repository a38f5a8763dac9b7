"""Sentence breaks on plain texts whose own line breaks are the only gold.

A text's paragraphs end where a sentence ends; inside a paragraph nothing marks the sentences. So each run of
line breaks is replaced by one space, the text is read, and two things are counted:

- found: the share of the text's own breaks at which the reader begins a sentence. By itself a reader could
  have all of them by beginning one at every word;
- doubtful: the share of the other places where the reader begins a sentence that follow no closing mark (full
  stop, question mark, exclamation mark, colon, dots, or a quotation mark or bracket after one). Not all of
  these are wrong: a title inside a paragraph ends without one.

Breaks after no closing mark (titles, captions) are the hard ones and are also given by themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from standoff.core.parse import Parse
from standoff.core.records import Document
from table import Row

Reads = Callable[[Document], Parse]
LINES = re.compile(r"\s*[\r\n]\s*")
CLOSED = re.compile(r"[.!?:…]['\"”’»)\]]*$")


def rows(files: Sequence[Path], read: Reads) -> Iterator[Row]:
    """One row a text, and one for all."""
    total: Counter[str] = Counter()
    for file in files:
        counts = count(file.read_text(encoding="utf-8"), read)
        total.update(counts)
        yield Row("sentence breaks, own line breaks", file.name, _values(counts))
    yield Row("sentence breaks, own line breaks", "all", _values(total))


def count(text: str, read: Reads) -> Counter[str]:
    """Count the breaks of a text, those found, and the reader's other sentence starts, by what stands before."""
    flat, breaks = without_breaks(text)
    words = read(Document(path="flat", text=flat)).words
    starts = {right.start for left, right in pairwise(words) if left.sentence != right.sentence}
    counts: Counter[str] = Counter()
    for place in breaks | starts:
        kind = "closed" if CLOSED.search(flat[max(0, place - 8) : place].rstrip()) else "open"
        counts[f"breaks {kind}"] += place in breaks
        counts[f"found {kind}"] += place in breaks and place in starts
        counts[f"others {kind}"] += place not in breaks
    return counts


def without_breaks(text: str) -> tuple[str, set[int]]:
    """The text with each run of line breaks as one space, and the places of the first characters after them."""
    paragraphs = LINES.split(text.strip())
    places, at = set[int](), 0
    for paragraph in paragraphs[:-1]:
        at += len(paragraph) + 1
        places.add(at)
    return " ".join(paragraphs), places


def _values(counts: Counter[str]) -> dict[str, float | None]:
    breaks = counts["breaks open"] + counts["breaks closed"]
    others = counts["others open"] + counts["others closed"]
    return {
        "breaks": breaks,
        "found": _share(counts["found open"] + counts["found closed"], breaks),
        "found, no closing mark": _share(counts["found open"], counts["breaks open"]),
        "other starts": others,
        "doubtful": _share(counts["others open"], others),
    }


def _share(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None
