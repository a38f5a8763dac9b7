"""The byline of a page whose head declares no date: a short line near its headline, read as in plain text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from standoff.lexicon.furniture import BylineWords
from standoff.read.byline import Byline, read_byline_text
from standoff.read.paragraphs import plain

# How many elements lie between headline and byline: a summary, a row of share buttons, a picture.
ABOVE = 10
BELOW = 40
# A byline is a leaf or nearly one; what holds more is a part of the page.
MAX_PARTS = 12
LONGEST_LINE = 200  # characters: the longest byline has 25 words
UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "select", "option"))


def page_byline(tree: HtmlElement, words: BylineWords) -> Byline | None:
    """The first line around the page's headline that is a byline with a date; ``None`` without a headline."""
    found = (read_byline_text(line, words) for line in _lines_around(tree))
    return next((byline for byline in found if byline and byline.published), None)


def _lines_around(tree: HtmlElement) -> Iterator[str]:
    """The text of the small elements below the headline, then of those above it."""
    elements = list(tree.iter("*"))
    place = next((i for i, element in enumerate(elements) if element.tag == "h1"), None)
    if place is None:
        return
    for element in (*elements[place + 1 : place + 1 + BELOW], *elements[max(0, place - ABOVE) : place]):
        if element.tag in UNSEEN or len(list(islice(element.iter(), MAX_PARTS + 1))) > MAX_PARTS:
            continue
        line = plain(" ".join(islice(element.itertext(), 2 * MAX_PARTS))[: 2 * LONGEST_LINE])
        if 0 < len(line) <= LONGEST_LINE:
            yield line
