"""The lists beside the words: who said what, what happened, which numbers, who is bound to what, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from standoff.brief.report.entries import Entry, drawn, is_opened
from standoff.brief.report.html import Html, element, joined, label
from standoff.brief.report.look import Look
from standoff.brief.report.others import passages, sides
from standoff.brief.report.readings import commitments, events, figures, mentioned, statements, times
from standoff.core.records import Gap

MANY = 500
"""Entries from which on a browser is asked to lay out only those in sight; before, it finds places more exactly."""


class Listing(NamedTuple):
    """One list: its title in full and in a word, the layer it lists, what it says when it is empty."""

    title: str
    short: str
    layer: str
    entries: Callable[[Look], Iterator[Entry]]
    empty: str


LISTINGS = (
    Listing("Who said what", "Said", "a", statements, "No attributions were found."),
    Listing("What happened, what is planned", "Happened", "e", events, "No events were found."),
    Listing("Numbers claimed", "Numbers", "f", figures, "No figures were found."),
    Listing("Who is bound to do what", "Bound", "c", commitments, "No commitments were found."),
    Listing("Times", "Times", "t", times, "No time expressions were found."),
    Listing("Who is mentioned", "Who", "m", mentioned, "No mentions were found."),
)

DIFFERENT = Listing("Where other reports differ", "Differ", "d", sides, "Nothing that other reports tell otherwise.")
OPENED = Listing("Asked for", "Asked for", "o", lambda _: iter(()), "")
"""Readings with all their fields, before all lists, so that whoever comes for one finds it."""
SHARED = Listing("What other reports have too", "Shared", "p", passages, "No words of other reports.")
"""Known, as ``DIFFERENT`` is, only of a report among others."""


def panel(look: Look, gaps: Sequence[Gap]) -> Html:
    """All lists of one report, and its gaps."""
    told = [(each, tuple(each.entries(look))) for each in _listings(look)]
    asked = tuple(entry for _, entries in told for entry in entries if is_opened(look, entry))
    listed = [(OPENED, asked)] if asked else []
    listed += [(each, tuple(entry for entry in entries if not is_opened(look, entry))) for each, entries in told]
    named = [(each.short, each.layer, len(entries)) for each, entries in listed if each is not OPENED]
    named.append(("Gaps", "g", len(gaps)))
    jumps = [_jump(f"#{look.prefix}list-{layer}", name, layer, count) for name, layer, count in named if count]
    groups = [
        _group(each.title, f"{look.prefix}list-{each.layer}", [drawn(look, entry) for entry in entries], each.empty)
        for each, entries in listed
    ]
    jump = element("ul", *jumps, class_="jump")
    return element("aside", jump, *groups, gaps_listed(gaps, look.prefix), class_="panel")


def card() -> Html:
    """Where a script shows the readings of words that were chosen."""
    return element("aside", id="here", hidden="", tabindex="-1", aria_label="Readings of the chosen words")


def gaps_listed(gaps: Sequence[Gap], prefix: str) -> Html:
    """What could not be read or decided, with the reasons; of files that gave no report, with their paths."""
    items = [element("li", *_gap(gap), class_="gap") for gap in gaps]
    return _group("What could not be read or decided", f"{prefix}list-g", items, "No gaps.")


def _listings(look: Look) -> tuple[Listing, ...]:
    return LISTINGS if look.around.address is None else (*LISTINGS[:4], DIFFERENT, SHARED, *LISTINGS[4:])


def _gap(gap: Gap) -> tuple[Html, ...]:
    where = (element("code", label(gap.path)), label(" · ")) if gap.doc is None else ()
    return (*where, element("b", label(gap.room)), label(f": {gap.reason}"))


def _jump(to: str, name: str, layer: str, count: int) -> Html:
    number = element("span", label(f"{count:,}"), class_="count")
    return element("li", element("a", joined((label(name), number), " "), href=to, class_=layer))


def _group(title: str, place: str, items: Sequence[Html], empty: str) -> Html:
    layer = place[-1]
    count = element("span", label(f"{len(items):,}"), class_="count")
    summary = element("summary", element("h3", joined((label(title), count), " ")))
    body = element("ol", *items) if items else element("p", label(empty), class_="none")
    classes = f"group {layer} many" if len(items) > MANY else f"group {layer}"
    return element("details", summary, body, class_=classes, id=place, open="")
