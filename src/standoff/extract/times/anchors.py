"""What the relative times of a document are counted from: its date, or a date in the text that does for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from standoff.core.periods import Period
from standoff.core.records import Document
from standoff.core.span import Span
from standoff.extract.times.settle import Anchor

HEAD = 1_000
"""Characters at the top within which a date alone on its line is the document's own."""


def published_anchor(document: Document) -> Anchor | None:
    """The document's date; ``None`` where there is none or an end of it is open."""
    when = document.published
    if when is None or when.since is None or when.until is None:
        return None
    return Anchor(when.since, when.until - timedelta(days=1))


def text_anchor(text: str, dates: Sequence[tuple[Period, Span, bool]]) -> Anchor | None:
    """A date of the text that stands in for the document's own; ``None`` where none does.

    ``dates`` are the days given in full, each with whether its weekday is named too. A date alone on a line at the
    top is a dateline. Beyond it, news name the weekday with the full date only of what is news that week; they do so
    for one day in the whole text, or it tells nothing.
    """
    for period, span, _ in dates:
        if span.start < HEAD and _is_alone(text, span):
            return Anchor(period.first, period.first, span)
    named = [(period, span) for period, span, weekday in dates if weekday]
    if len({period for period, _ in named}) != 1:
        return None
    period, span = named[0]
    return Anchor(period.first, period.first, span)


def _is_alone(text: str, span: Span) -> bool:
    """Whether nothing but marks stands on the line beside it."""
    begin = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    beside = text[begin : span.start] + text[span.end : len(text) if end < 0 else end]
    return not any(character.isalnum() for character in beside)
