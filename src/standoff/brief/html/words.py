"""Words as the page has them: how much of a long stretch it shows, and what it keeps of a passage."""

from __future__ import annotations

from standoff.brief.drawing import shortened
from standoff.brief.html.records import Passage
from standoff.brief.page import Change
from standoff.brief.safe import quotable
from standoff.brief.wording import LONGEST
from standoff.core.digest import text_hash

LONGEST_OWN = 300
"""Code points of a title, a name, a reason: some three lines in print. Others write them, and some write books."""
LONGEST_ADDRESS = 2000
"""Code points: what browsers and servers have long agreed that an address may have."""
LONGEST_EXACT = 600
"""Code points of a passage that the page holds whole, as long as the longest quotation."""
ENDS = 200
"""Code points kept of the beginning and of the end of a longer one."""
AROUND = 32
"""Code points before and after a passage, cut to whole words: as many as Hypothesis and Apache Annotator keep, enough
to find a place again in a text that has changed."""


def shown(words: str, change: Change) -> str:
    """A stretch of a report as a sentence shows it: deletions by their ends, the rest up to ``LONGEST``."""
    if change == "deleted":
        return quotable(shortened(words))
    return quotable(words) if len(words) <= LONGEST else f"{quotable(words[:LONGEST])} …"


def own(text: str) -> str:
    """A title, a name, a reason as it is shown: safe, and no longer than a reader needs."""
    return quotable(text) if len(text) <= LONGEST_OWN else f"{quotable(text[:LONGEST_OWN])} …"


def own_address(url: str) -> str:
    """An address whole, as long as an address can be; what is longer is none, and is cut."""
    return url if len(url) <= LONGEST_ADDRESS else own(url)


def passage(text: str, place: tuple[int, int], source: int, number: int) -> Passage:
    """What the page keeps of characters ``place`` of a text."""
    start, end = place
    words = text[start:end]
    is_long = len(words) > LONGEST_EXACT
    return Passage(
        source=source,
        number=number,
        start=start,
        end=end,
        prefix=_before(text, start),
        exact=words[:ENDS] if is_long else words,
        ending=words[-ENDS:] if is_long else None,
        exact_sha256=text_hash(words) if is_long else None,
        suffix=_after(text, end),
    )


def _before(text: str, start: int) -> str:
    """The last words before a place."""
    first = max(0, start - AROUND)
    words = text[first:start]
    return words.partition(" ")[2] if first and " " in words.strip() else words


def _after(text: str, end: int) -> str:
    """The first words after a place."""
    words = text[end : end + AROUND]
    return words.rpartition(" ")[0] if end + AROUND < len(text) and " " in words.strip() else words
