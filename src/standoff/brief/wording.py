"""Content as it is quoted: without its outer quotation marks, cut where too long, its differences marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from standoff.brief.index import Index
from standoff.brief.page import Quote, Run
from standoff.core.findings import Difference
from standoff.core.records import Attribution, Document
from standoff.core.span import Span

OPENING = "“\"„«‘'`"
CLOSING = "”\"“»’'`"
WORD = re.compile(r"\S+")
LONGEST = 600
"""Code points of one quotation in a brief: some six lines of a terminal, longer than nearly every content."""


def quoted(index: Index, attribution: Attribution) -> tuple[Quote, ...]:
    """The pieces of its content as they stand."""
    shown = (_shown(index, attribution, at) for at in attribution.content)
    return tuple(Quote(span, attribution.mode, (Run(span),)) for span in shown)


def compared(
    index: Index, attribution: Attribution, fullest: Attribution, differences: Iterable[Difference]
) -> tuple[Quote, ...]:
    """The pieces of its content with what differs from the fullest wording marked, insertions and deletions."""
    mine = [difference for difference in differences if difference.attribution == attribution.id]
    inserted = sorted(difference.here for difference in mine if difference.here is not None)
    deleted = _placed(index, attribution, fullest, mine)
    quotes: list[Quote] = []
    for piece in attribution.content:
        shown = _shown(index, attribution, piece)
        missing = [(_clamp(place, shown), span) for place, span in deleted if piece.start <= place <= piece.end]
        quotes.append(Quote(shown, attribution.mode, _runs(shown, inserted, missing)))
    return tuple(quotes)


def whole_of(quote: Quote, attribution: Attribution) -> Span | None:
    """The content's piece that the quotation shows only the beginning of, if it does."""
    whole = next(at for at in attribution.content if at.contains(quote.at))
    return whole if whole.end - quote.at.end > 1 else None  # 1: the closing quotation mark


def _shown(index: Index, attribution: Attribution, at: Span) -> Span:
    """The span without the quotation marks around it, no longer than ``LONGEST``, ending with a word."""
    text = index.documents[at.doc].text
    start, end = at.start, at.end
    if attribution.mode == "direct":
        start += int(text[start] in OPENING and end - start > 1)
        end -= int(text[end - 1] in CLOSING and end - start > 1)
    if end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        end = cut if cut > start else start + LONGEST
    return Span(at.doc, start, end)


def _placed(
    index: Index, attribution: Attribution, fullest: Attribution, differences: Sequence[Difference]
) -> list[tuple[int, Span]]:
    """Where in this wording each span of the fullest that it lacks would stand.

    What stands in another's place goes before it. What is only left out goes after as many common words as
    come before it in the fullest wording: the words outside every difference are the same on both sides.
    """
    theirs = _common(index.documents[fullest.doc], fullest.content, (d.fullest for d in differences))
    ours = _common(index.documents[attribution.doc], attribution.content, (d.here for d in differences))
    placed: list[tuple[int, Span]] = []
    for difference in differences:
        if difference.fullest is None:
            continue
        if difference.here is not None:
            placed.append((difference.here.start, difference.fullest))
            continue
        before = sum(word.end <= difference.fullest.start for word in theirs)
        at = ours[before].start if before < len(ours) else attribution.content[-1].end
        placed.append((at, difference.fullest))
    return sorted(placed)


def _common(document: Document, content: Iterable[Span], differing: Iterable[Span | None]) -> list[Span]:
    """The words of a content that stand in no difference."""
    apart = [span for span in differing if span is not None]
    words = (
        document.span(found.start(), found.end())
        for piece in content
        for found in WORD.finditer(document.text, piece.start, piece.end)
    )
    return [word for word in words if not any(word.overlaps(span) for span in apart)]


def _runs(at: Span, inserted: Iterable[Span], missing: Sequence[tuple[int, Span]]) -> tuple[Run, ...]:
    """The span cut into runs at the differences inside it."""
    marks = [(max(span.start, at.start), min(span.end, at.end)) for span in inserted if span.overlaps(at)]
    edges = sorted({at.start, at.end, *(edge for mark in marks for edge in mark), *(place for place, _ in missing)})
    runs: list[Run] = []
    for start, end in pairwise(edges):
        runs += [Run(span, "deleted") for place, span in missing if place == start]
        changed = any(mark[0] <= start and end <= mark[1] for mark in marks)
        runs.append(Run(Span(at.doc, start, end), "inserted" if changed else "same"))
    return (*runs, *(Run(span, "deleted") for place, span in missing if place == at.end))


def _clamp(place: int, shown: Span) -> int:
    """The place inside what is shown: a quotation mark beside it may have been left out."""
    return min(max(place, shown.start), shown.end)
