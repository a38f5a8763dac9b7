"""Sentences of a document by its text alone: where a text is cut that is compared piece by piece."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from standoff.core.records import Document, Study
from standoff.core.span import Span
from standoff.resolve.lineage.find import article_of

PARAGRAPH = re.compile(r"\n[ \t]*\n")
END = re.compile(r"[.!?…]+[\"'”’»)\]]{0,3}\s+(?=[\"'“‘«(\[]{0,2}[^\W_a-z])")
LABEL = re.compile(r"[A-Z][A-Z .'’\-]{2,60}:\s+")
"""Who speaks, in a transcript."""
SHORTENED = frozenset(
    "mr mrs ms dr prof st gen col lt maj capt sgt adm cmdr sen rep gov pres sec no nos vs jan feb mar apr jun jul aug "
    "sep sept oct nov dec approx fig art para op cf".split()
)
"""Abbreviations that stand before a name or a number. A single letter is one as well ("J. Dorn", "U.S. forces")."""
WORD_BEFORE = re.compile(r"[^\W_]+(?=\.$)")
LONGEST = 12
"""Letters looked back over for the word before a full stop."""
FEWEST = 12
"""Characters of a sentence; less is a heading, a rule or a mark of the end."""


def sentences_of(document: Document, study: Study | None = None) -> list[Span]:
    """The sentences of the article in order, without furniture, captions and the labels of speakers.

    A full stop inside a mention or a time of the study ends none. Linear in the text.
    """
    named = () if study is None else (*(each.at for each in study.mentions), *(each.at for each in study.times))
    held = sorted((span.start, span.end) for span in named if "." in document.quote(span))
    cut = [piece for start, end in article_of(document) for piece in _pieces(document.text, start, end, held)]
    return [Span(document.id, start, end) for start, end in cut if end - start >= FEWEST]


def _pieces(text: str, start: int, end: int, held: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for left, right in _between(start, end, [(m.start(), m.end()) for m in PARAGRAPH.finditer(text, start, end)]):
        label = LABEL.match(text, left, right)
        first = label.end() if label else left
        ends = [(m.end(), m.end()) for m in END.finditer(text, first, right) if not _inside(text, m, held)]
        for one, other in _between(first, right, ends):
            words = text[one:other]
            yield one + len(words) - len(words.lstrip()), one + len(words.rstrip())


def _between(start: int, end: int, gaps: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for left, right in gaps:
        yield start, left
        start = right
    yield start, end


def _inside(text: str, found: re.Match[str], held: Sequence[tuple[int, int]]) -> bool:
    """Whether a full stop belongs to a word: an initial, an abbreviation, a name with one in it."""
    at = found.start()
    if found.group().startswith("."):
        word = WORD_BEFORE.search(text[max(0, at - LONGEST) : at + 1])
        if word is not None and (len(word.group()) == 1 or word.group().lower() in SHORTENED):
            return True
    before = bisect_left(held, (at + 1, 0)) - 1
    return before >= 0 and held[before][0] <= at < held[before][1] - 1
