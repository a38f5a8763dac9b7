"""What may move obligations: happenings that occurred, denials of a promise, the day of the last report."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from standoff.core.course import Happening
from standoff.core.records import Event
from standoff.core.span import Span
from standoff.core.when import When
from standoff.lexicon.deeds import Deeds
from standoff.resolve.obligations.matters import Matter, deeds_at
from standoff.resolve.obligations.sides import Party, Sides
from standoff.resolve.obligations.terms import Turn
from standoff.resolve.obligations.wordings import Wording
from standoff.resolve.reports import Reports

DONE = ("occurred", "ongoing")
AROUND = 60
"""Characters on either side of an event's trigger that are read with it: ten words or so."""
NESTED = 4
"""Commitments before an event that may hold it."""
STOP = re.compile(r"[.!?;\n]")
MUTUAL = ("CONSULT", "AGREE", "COOPERATE")
"""Types of events that all who take part in do together."""


def turns_of(reports: Reports, sides: Sides, deeds: Deeds, happenings: Sequence[Happening]) -> Iterator[Turn]:
    """A turn for each event of a happening that occurred on days that are known and is a deed.

    Event by event, so that who does what is always told in one place; those that tell the same are one turn. An event
    named in a commitment is what is owed there, and not told as done.
    """
    owed = _owed(reports)
    for each in happenings:
        told = [reports.events[event] for event in each.events] if each.factuality in DONE else []
        seen: set[tuple[Matter, When]] = set()
        for event in told:
            when = event.when or each.when
            if event.factuality not in DONE or when is None or _within(owed.get(event.at.doc, ()), event.at):
                continue
            matter = matter_at(reports, sides, deeds, event)
            bare = replace(matter, stems=frozenset())
            if matter.deeds and (bare, when) not in seen:
                seen.add((bare, when))
                yield Turn("occurred", matter, event.at, when, each.id)


def _owed(reports: Reports) -> Mapping[str, Sequence[Span]]:
    """By document, the places of its commitments, in order."""
    found: dict[str, list[Span]] = defaultdict(list)
    for made in reports.commitments.values():
        found[made.at.doc].append(made.at)
    return {doc: sorted(places) for doc, places in found.items()}


def _within(places: Sequence[Span], at: Span) -> bool:
    """Whether a place lies in one of the last few that begin before it; commitments are seldom within each other."""
    last = bisect_right(places, (at.doc, at.start), key=lambda each: (each.doc, each.start))
    return any(each.contains(at) for each in places[max(last - NESTED, 0) : last])


def matter_of(reports: Reports, sides: Sides, deeds: Deeds, happening: Happening) -> Matter:
    """What a happening is: the deeds of all its events, who did them and to whom."""
    every = [matter_at(reports, sides, deeds, reports.events[each]) for each in happening.events]
    agents = frozenset[str]().union(*(each.agents for each in every))
    return Matter(
        deeds=frozenset().union(*(each.deeds for each in every)),
        agents=agents,
        sufferers=frozenset().union(*(each.sufferers for each in every)) - agents,
        actors=frozenset().union(*(each.actors for each in every)),
        stems=frozenset().union(*(each.stems for each in every)),
    )


def matter_at(reports: Reports, sides: Sides, deeds: Deeds, event: Event) -> Matter:
    """What one event is; nothing where its trigger names no deed."""
    text = reports.documents[event.at.doc].text
    named, stems = deeds_at(text, event.at.start, event.at.end, _clause(text, event), deeds)
    if not named:
        return Matter()
    agents = [sides.party(each) for each in (*event.agents, *_partners(event))]
    others = [sides.party(each) for each in (*event.targets, *event.participants)]
    return Matter(
        deeds=named,
        agents=_sides(agents),
        sufferers=_sides(others) - _sides(agents),
        actors=frozenset(party.actor for party in (*agents, *others) if party.actor is not None),
        stems=stems,
    )


def denials(wordings: Iterable[Wording]) -> Iterator[Turn]:
    """A turn for each commitment that says that a promise was never given."""
    for each in wordings:
        if each.denies_giving:
            yield Turn("denial", each.consequent, each.commitment.at, each.told, wording=each)


def last_day(reports: Reports) -> Iterator[Turn]:
    """The day of the last report: what was due before and is not told did not come about in time."""
    days = [each.published for each in reports.documents.values() if each.published is not None]
    last = max((each.since for each in days if each.since is not None), default=None)
    if last is not None:
        yield Turn("day", Matter(), when=When.day(last))


def _partners(event: Event) -> Sequence[str]:
    return (*event.targets, *event.participants) if event.type in MUTUAL else ()


def _sides(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(party.key for party in parties if party.key is not None)


def _clause(text: str, event: Event) -> tuple[int, int]:
    """The stretch around a trigger that its companions may stand in, within its sentence."""
    low, high = max(event.at.start - AROUND, 0), min(event.at.end + AROUND, len(text))
    before = [match.end() for match in STOP.finditer(text, low, event.at.start)]
    after = STOP.search(text, event.at.end, high)
    return (before[-1] if before else low), (after.start() if after else high)
