"""Who does what to whom, counted from a dossier's happenings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import permutations

from standoff.core.course import Happening
from standoff.core.dossier import Dossier
from standoff.core.records import Event
from standoff.core.vocabulary import EventType
from standoff.picture.records import Party, Tie

SHARED: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""What is done with one another: where no target is told, those who take part share it, in both directions."""
MOST_TOGETHER = 6
"""Of a larger gathering nobody can say that each dealt with each."""


def ties_of(dossier: Dossier) -> list[Tie]:
    """Each happening that occurred or goes on counts once for each pair of who does it and who suffers or shares it."""
    events = {event.id: event for study in dossier.studies for event in study.events}
    actors = actors_by_mention(dossier)
    counts: Counter[tuple[str, str, EventType]] = Counter()
    for happening in dossier.happenings:
        if happening.factuality in ("occurred", "ongoing"):
            counts.update({(doer, other, happening.type) for doer, other in _pairs(happening, events, actors)})
    return [
        Tie(doer=doer, sufferer=sufferer, type=kind, count=number)
        for (doer, sufferer, kind), number in sorted(counts.items())
    ]


def parties_of(dossier: Dossier) -> list[Party]:
    """All actors that have a name."""
    return [Party(id=actor.id, name=actor.name) for actor in dossier.actors if actor.named]


def actors_by_mention(dossier: Dossier) -> dict[str, str]:
    """The actor of each mention; one that is in none has that of the mention it stands for."""
    of = {mention: actor.id for actor in dossier.actors for mention in actor.mentions}
    refers = {
        mention.id: mention.refers
        for study in dossier.studies
        for mention in study.mentions
        if mention.refers is not None and mention.id not in of
    }
    found = dict(of)
    for mention in refers:
        at, seen = mention, {mention}
        while at in refers and refers[at] not in seen:
            at = refers[at]
            seen.add(at)
        if at in of:
            found[mention] = of[at]
    return found


def _pairs(happening: Happening, events: Mapping[str, Event], actors: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for event in (events[one] for one in happening.events):
        doers = {actors[one] for one in event.agents if one in actors}
        sufferers = {actors[one] for one in event.targets if one in actors}
        yield from ((doer, other) for doer in doers for other in sufferers if doer != other)
        if not sufferers and happening.type in SHARED:
            together = doers | {actors[one] for one in event.participants if one in actors}
            if len(together) <= MOST_TOGETHER:
                yield from permutations(sorted(together), 2)
