"""What may move obligations: happenings that occurred, denials of a promise, the day of the last report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from standoff.core.course import Happening
from standoff.core.records import Event
from standoff.core.when import When
from standoff.lexicon.deeds import Deeds
from standoff.resolve.obligations.matters import TOKEN, Matter, deeds_at, stems_of
from standoff.resolve.obligations.sides import Party, Sides
from standoff.resolve.obligations.terms import Turn
from standoff.resolve.obligations.wordings import Wording
from standoff.resolve.reports import Reports
from standoff.resolve.wording import form_of

DONE = ("occurred", "ongoing")
AROUND = 120
"""Characters on either side of an event's trigger that may belong to its clause."""
NEAR = 45
"""The same for its words that say what it was done to: seven words or so."""
STOP = re.compile(r"[.!?;\n]")
MUTUAL = ("CONSULT", "AGREE", "COOPERATE")
"""Types of events that all who take part in do together."""


def turns_of(reports: Reports, sides: Sides, deeds: Deeds, happenings: Sequence[Happening]) -> Iterator[Turn]:
    """A turn for each event of a happening that occurred on days that are known and is a deed.

    Event by event, so that who does what is always told in one place; those that tell the same are one turn.
    """
    for each in happenings:
        told = [reports.events[event] for event in each.events] if each.factuality in DONE else []
        seen: set[tuple[Matter, When]] = set()
        for event in told:
            when = event.when or each.when
            matter = _matter(reports, sides, deeds, event)
            bare = replace(matter, stems=frozenset())
            if event.factuality in DONE and when is not None and matter.deeds and (bare, when) not in seen:
                seen.add((bare, when))
                yield Turn("occurred", matter, event.at, when, each.id)


def matter_of(reports: Reports, sides: Sides, deeds: Deeds, happening: Happening) -> Matter:
    """What a happening is: the deeds of all its events, who did them and to whom."""
    every = [_matter(reports, sides, deeds, reports.events[each]) for each in happening.events]
    agents = frozenset[str]().union(*(each.agents for each in every))
    return Matter(
        deeds=frozenset().union(*(each.deeds for each in every)),
        agents=agents,
        sufferers=frozenset().union(*(each.sufferers for each in every)) - agents,
        actors=frozenset().union(*(each.actors for each in every)),
        stems=frozenset().union(*(each.stems for each in every)),
    )


def _matter(reports: Reports, sides: Sides, deeds: Deeds, event: Event) -> Matter:
    named = _deeds(reports, deeds, event)
    if not named:
        return Matter()
    agents = [sides.party(each) for each in (*event.agents, *_partners(event))]
    others = [sides.party(each) for each in (*event.targets, *event.participants)]
    return Matter(
        deeds=named,
        agents=_sides(agents),
        sufferers=_sides(others) - _sides(agents),
        actors=frozenset(party.actor for party in (*agents, *others) if party.actor is not None),
        stems=_stems(reports, event),
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


def _deeds(reports: Reports, deeds: Deeds, event: Event) -> frozenset[str]:
    text = reports.documents[event.at.doc].text
    return deeds_at(text, event.at.start, event.at.end, _clause(text, event), deeds)


def _stems(reports: Reports, event: Event) -> frozenset[str]:
    text = reports.documents[event.at.doc].text
    return stems_of(form_of(match.group()) for match in TOKEN.finditer(text, *_clause(text, event, NEAR)))


def _clause(text: str, event: Event, around: int = AROUND) -> tuple[int, int]:
    """The stretch around a trigger that its companions may stand in, within its sentence."""
    low, high = max(event.at.start - around, 0), min(event.at.end + around, len(text))
    before = [match.end() for match in STOP.finditer(text, low, event.at.start)]
    after = STOP.search(text, event.at.end, high)
    return (before[-1] if before else low), (after.start() if after else high)
