"""What ``standoff explain`` tells of one record: its words, its fields with the words behind each, and why it is so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from standoff.brief.fields import field, reading_fields
from standoff.brief.finders import finder_of
from standoff.brief.finding_fields import finding_fields
from standoff.brief.index import Index
from standoff.brief.lines import document_line
from standoff.brief.page import Line, Part, Ref, Section, Sentence, Words, note, quote
from standoff.brief.targets import Target, words_of
from standoff.core.findings import Account, Actor
from standoff.core.records import (
    Attribution,
    Commitment,
    Document,
    Event,
    Figure,
    Mention,
    TimeExpression,
    Why,
)
from standoff.core.span import Span

CONTEXT = 200
"""Code points shown on either side of the words that are explained: a sentence or two."""

LONGEST = 1200
"""Code points of the words themselves that are shown; of longer ones the beginning and the end."""

MARKS = "⟦", "⟧"
"""Around the words that are explained: brackets that no report uses."""


def explanation(found: Index, target: Target) -> Section:
    """One record, told from its words to its reason."""
    lines: list[Line] = [note(f"{target.kind} {target.id}")]
    spans = words_of(target.record)
    if spans:
        lines += [document_line(found, found.documents[spans[0].doc], mark=""), in_context(found, spans)]
    match target.record:
        case Document() | Actor() | Account() as record:
            lines += finding_fields(found, record)
        case Mention() | TimeExpression() | Attribution() | Event() | Figure() | Commitment() as record:
            lines += (*reading_fields(found, record), *why_lines(record.why))
        case record:
            lines += (*finding_fields(found, record), *why_lines(record.why))
    return Section("", tuple(lines))


def listed_targets(found: Index, targets: Sequence[Target], heading: str) -> Section:
    """Records as a list, each with the id it can be asked for by."""
    return Section("", (note(heading), *(_row(found, target) for target in targets)))


def named(found: Index, target: Target) -> str:
    """A record in a few words, for a message."""
    words = words_of(target.record)
    place = f" [{found.numbers[words[0].doc]}:{words[0].start}-{words[-1].end}]" if words else ""
    return f"{target.kind} {target.id}{place}"


def in_context(found: Index, spans: Sequence[Span]) -> Sentence:
    """Words between those around them, in marks; pieces in order of place."""
    doc, text = spans[0].doc, found.documents[spans[0].doc].text
    start, end = _around(text, spans[0].start, spans[-1].end)
    parts: list[Part] = [Ref(doc, Span(doc, spans[0].start, spans[-1].end)), Words(" ")]
    place = start
    for span in spans:
        parts += [Words(text[place : span.start], "quiet"), Words(_marked(found.words(span)), "strong")]
        place = span.end
    return Sentence((*parts, Words(text[place:end], "quiet")), mark="")


def why_lines(why: Why) -> Iterable[Line]:
    """What found it, how sure it is, what else it might be, and where the rules and words for it are kept."""
    finder = finder_of(why.finder)
    yield field("found by", Words(why.finder if finder is None else f"{finder.says} ({why.finder})"))
    if why.detail:
        yield field("because", Words(why.detail))
    yield field("score", Words(f"{why.score:.2f} of 1"))
    yield field("runner-up", Words(why.runner_up if why.runner_up is not None else "none told"))
    if finder is not None:
        yield field("kept in", Words(", ".join(finder.files)))


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the context of these code points begins and ends: with a whole word, where one is near."""
    first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    if first > 0:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", end, last), end) if " " in text[end:last] else last
    return first, last


def _marked(words: str) -> str:
    half = LONGEST // 2
    shown = words if len(words) <= LONGEST else f"{words[:half]} […] {words[-half:]}"
    return f"{MARKS[0]}{shown}{MARKS[1]}"


def _row(found: Index, target: Target) -> Line:
    words = words_of(target.record)
    if not words:
        return note(f"{target.kind} {target.id}", mark="-")
    quotes: Iterable[tuple[Part, ...]] = ((Words(" … "), quote(span, "direct")) for span in words)
    parts = tuple(chain.from_iterable(quotes))[1:]
    return Sentence((Words(f"{target.kind:<12} {target.id} "), *parts))
