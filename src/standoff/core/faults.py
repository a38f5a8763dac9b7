"""The first law's pieces: what is wrong with one span, identity, citation or score. The checks are built of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from standoff.core.records import Attribution, Commitment, Event, Figure, Mention, TimeExpression, Why
from standoff.core.span import Span

Reading = Mention | TimeExpression | Attribution | Event | Figure | Commitment
Cited = str | Reading
"""What a fault is told of: a reading, whose id is taken only then, or how it is called."""


def place_fault(text: str, start: int, end: int) -> str | None:
    """What keeps these code points from reading back words of the text; ``None`` where nothing does."""
    if not 0 <= start < end <= len(text):
        return f"[{start}, {end}) is no span of the document's {len(text)} characters"
    return f"[{start}, {end}) reads nothing but space" if text[start:end].isspace() else None


def span_faults(texts: Mapping[str, str], spans: Iterable[tuple[Cited, Span | None]]) -> Iterator[str]:
    """Spans that do not read back words. ``texts``: the text of each document."""
    for what, span in spans:
        if span is None:
            continue
        if span.doc not in texts:
            yield f"{label(what)} points into document {span.doc}, which is not there"
            continue
        fault = place_fault(texts[span.doc], span.start, span.end)
        if fault is not None:
            yield f"{label(what)}: {fault}"


def twice(what: str, ids: Iterable[str]) -> Iterator[str]:
    """Ids that stand more than once."""
    yield from (f"{count} {what} {key}" for key, count in sorted(Counter(ids).items()) if count > 1)


def unknown(kind: str, known: set[str], cited: Iterable[tuple[Cited, str | None]]) -> Iterator[str]:
    """Ids cited that are not known."""
    for what, key in cited:
        if key is not None and key not in known:
            yield f"{label(what)} cites {kind} {key}, which is not there"


def score_faults(scored: Iterable[tuple[Cited, Why]]) -> Iterator[str]:
    """A score that is not a number fails too: it lies in no interval."""
    for what, why in scored:
        if not 0 <= why.score <= 1:
            yield f"{label(what)}: the score {why.score} is not from 0 to 1"


def label(what: Cited) -> str:
    """How a fault calls what it is told of."""
    match what:
        case str():
            return what
        case TimeExpression():
            return f"time {what.id}"
        case Mention() | Attribution() | Event() | Figure() | Commitment():
            return f"{type(what).__name__.lower()} {what.id}"
