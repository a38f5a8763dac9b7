"""What is drawn on the words of a report: a mark for each reading, or for each part of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from standoff.brief.report.lanes import MOST, lanes
from standoff.brief.report.look import Look
from standoff.brief.report.sweep import Mark, Stroke
from standoff.core.records import Attribution, Commitment, Document, Event, Figure, Mention, TimeExpression
from standoff.core.span import Span
from standoff.core.vocabulary import Factuality

Word: TypeAlias = TimeExpression | Figure | Event
"""Readings of a word or a few, which share the first group of lanes."""

EVENT_LOOKS: dict[Factuality, str] = {
    "occurred": "eo",
    "ongoing": "eo",
    "scheduled": "es",
    "hypothetical": "eh",
    "denied": "ed",
}


SHARED = Stroke("p", 1, "")
"""Words that another report has too."""
ASKED = Stroke("q", 0, "")
"""Words that are asked for."""


def marks_of(look: Look) -> tuple[Mark, ...]:
    """Every mark on one report, those of what is not the article among them."""
    study = look.study
    words: tuple[Word, ...] = (*study.times, *study.figures, *study.events)
    return (
        *_not_the_article(look.document),
        *_mentions(look, study.mentions),
        *_words(look, words),
        *_attributions(look, study.attributions),
        *_commitments(look, study.commitments),
        *(Mark(each.start, each.end, SHARED) for each in look.around.passages),
        *(Mark(start, end, ASKED) for start, end in look.around.places),
    )


def cited(look: Look) -> frozenset[tuple[int, int]]:
    """Every place that an entry may lead to."""
    study = look.study
    spans: list[Span | None] = [each.at for each in study.mentions]
    spans += [each.at for each in study.times]
    spans += [each.at for each in study.events]
    spans += [each.reckoned_from for each in study.times]
    for said in study.attributions:
        spans += (said.source, said.cue, *said.content)
    for figure in study.figures:
        spans += (figure.at, figure.what)
    for bound in study.commitments:
        spans += (bound.at, bound.antecedent, bound.consequent)
    around = look.around
    shared = ((each.start, each.end) for each in around.passages)
    differing = ((each.start, each.end) for each in around.sides)
    read = ((span.start, span.end) for span in spans if span is not None)
    return frozenset((*read, *shared, *differing, *around.places))


def _mark(at: Span, stroke: Stroke, entry: str | None = None, title: str = "") -> Mark:
    return Mark(at.start, at.end, stroke, entry, title)


def _not_the_article(document: Document) -> Iterator[Mark]:
    for kind, places in (("furniture", document.furniture), ("caption", document.captions)):
        yield from (Mark(start, end, Stroke("z", 0, kind)) for start, end in places)


def _mentions(look: Look, mentions: tuple[Mention, ...]) -> Iterator[Mark]:
    found = lanes([(each.at.start, each.at.end) for each in mentions], MOST["m"])
    for mention, lane in zip(mentions, found, strict=True):
        stands_for = look.roots[mention.id] != mention.id
        title = f"{mention.type}: {look.name(mention.id)}" if stands_for else mention.type
        yield _mark(mention.at, Stroke("m", lane, ""), look.entries[mention.id], title)


def _words(look: Look, readings: tuple[Word, ...]) -> Iterator[Mark]:
    found = lanes([(each.at.start, each.at.end) for each in readings], MOST["w"])
    for reading, lane in zip(readings, found, strict=True):
        match reading:
            case Event(type=kind, factuality=factuality):
                shape, title = EVENT_LOOKS[factuality], f"{kind}, {factuality}"
            case Figure(status=status):
                shape, title = "f", f"figure, {status}"
            case TimeExpression(value=value):
                shape, title = "t", value
        yield _mark(reading.at, Stroke("w", lane, shape), look.entries[reading.id], title)


def _attributions(look: Look, attributions: tuple[Attribution, ...]) -> Iterator[Mark]:
    """The source has its attribution's lane too, but takes up none: statements side by side may share a source."""
    found = lanes([_hull((each.cue, *each.content)) for each in attributions], MOST["a"])
    for said, lane in zip(attributions, found, strict=True):
        entry = look.entries[said.id]
        if said.source is not None:
            yield _mark(said.source, Stroke("a", lane, "s"))
        if said.cue is not None:
            yield _mark(said.cue, Stroke("a", lane, "q"), entry, said.act)
        for piece in said.content:
            yield _mark(piece, Stroke("a", lane, "c"), entry if said.cue is None else None, said.act)


def _commitments(look: Look, commitments: tuple[Commitment, ...]) -> Iterator[Mark]:
    found = lanes([_hull((each.at, each.consequent)) for each in commitments], MOST["c"])
    for bound, lane in zip(commitments, found, strict=True):
        entry, title = look.entries[bound.id], bound.force.replace("_", " ")
        yield _mark(bound.at, Stroke("c", lane, "w"), entry, title)
        if bound.antecedent is not None:
            yield _mark(bound.antecedent, Stroke("c", lane, "n"), entry, f"{title}: antecedent")
        if bound.consequent is not None:
            yield _mark(bound.consequent, Stroke("c", lane, "q"), entry, f"{title}: consequent")


def _hull(spans: Iterable[Span | None]) -> tuple[int, int]:
    known = [span for span in spans if span is not None]
    return min(span.start for span in known), max(span.end for span in known)
