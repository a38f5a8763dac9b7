"""What ties a report to others, as entries: words that others have too, and words that others have otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from standoff.brief.report.entries import Entry, chip, strong
from standoff.brief.report.html import Html, element, joined, label
from standoff.brief.report.look import Look
from standoff.core.span import Span

MOST_WORDS = 90
"""Code points of the words that a line repeats."""


def sides(look: Look) -> Iterator[Entry]:
    """Where other reports do not agree with this one, in order of place."""
    for number, side in enumerate(sorted(look.around.sides), 1):
        at = look.document.span(side.start, side.end)
        told = _words(look, at)
        head = Html(f"{chip(side.check)} {label(side.sentence)}{element('span', told, class_='line')}")
        yield _entry(look, "d", number, at, head, ("discrepancy", side.href))


def passages(look: Look) -> Iterator[Entry]:
    """Words that other reports have too, in order of place."""
    for number, passage in enumerate(sorted(look.around.passages), 1):
        at = look.document.span(passage.start, passage.end)
        head = Html(f"{joined((chip(passage.relation), strong(passage.title, '')), ' ')}")
        told = element("span", _words(look, at), class_="line")
        yield _entry(look, "p", number, at, Html(f"{head}{told}"), ("the same words there", passage.href))


def _entry(look: Look, layer: str, number: int, at: Span, head: Html, goes: tuple[str, str]) -> Entry:
    return Entry(
        id=f"{look.prefix}{layer}{number}",
        layer=layer,
        head=head,
        to=look.where(at),
        fields=tuple,
        places=((at.start, at.end),),
        goes=(goes,),
    )


def _words(look: Look, at: Span) -> Html:
    return element("q", element("bdi", label(look.words(at, MOST_WORDS))))
