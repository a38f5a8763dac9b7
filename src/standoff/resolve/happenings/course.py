"""What a happening is after all documents, and how it came to that: scheduled in one report, occurred in the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from standoff.core.course import Stage
from standoff.core.records import Document, Event
from standoff.core.vocabulary import Factuality
from standoff.resolve.reports import Reports

ORDER: tuple[Factuality, ...] = ("occurred", "ongoing", "denied", "scheduled", "hypothetical")
"""Of equals the one that says most."""
HAPPENED: frozenset[Factuality] = frozenset(("occurred", "ongoing"))
AHEAD: frozenset[Factuality] = frozenset(("scheduled", "hypothetical"))
MISREAD = 3
"""So many times as many events have to think of it only before one that tells it as a fact is held to be misread."""


def in_course(reports: Reports, events: Iterable[Event]) -> list[Event]:
    """In order of the days of their documents, those without a day last; then of documents and places."""
    return sorted(events, key=lambda event: (_day(reports.documents[event.at.doc]), event.at))


def _day(document: Document) -> tuple[int, int]:
    when = document.published
    return (1, 0) if when is None or when.since is None else (0, when.since.toordinal())


def factuality_of(ordered: Sequence[Event]) -> Factuality:
    """What stands after all documents.

    A fact stands against what was planned or feared before it, and against a denial that fewer tell.
    """
    if len(ordered) == 1:
        return ordered[0].factuality
    counts = Counter(event.factuality for event in ordered)
    facts = counts["occurred"] + counts["ongoing"]
    if facts and facts >= counts["denied"] and facts * MISREAD >= counts["hypothetical"]:
        return "occurred" if counts["occurred"] >= counts["ongoing"] else "ongoing"
    if counts["scheduled"] and counts["scheduled"] * MISREAD >= max(counts["denied"], counts["hypothetical"]):
        return "scheduled"
    return max(ORDER, key=lambda name: (counts[name], -ORDER.index(name)))


def course_of(ordered: Sequence[Event]) -> tuple[Stage, ...]:
    """A stage for each change from one document to the next; a document says what most of its events say.

    What has happened is not planned or feared any more: a later report that has it so adds no stage.
    """
    stages: list[Stage] = []
    for _, told in groupby(ordered, key=lambda event: event.at.doc):
        events = list(told)
        said = factuality_of(events)
        happened = bool(stages) and stages[-1].factuality in HAPPENED
        if not stages or (stages[-1].factuality != said and not (happened and said in AHEAD)):
            first = next((event for event in events if event.factuality == said), events[0])
            stages.append(Stage(factuality=said, event=first.id))
    return tuple(stages)
