"""The record of a happening: its words, days, parties, course and accounts, from the events that tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from standoff.core.course import Happening
from standoff.core.findings import Independent
from standoff.core.records import Event, Why
from standoff.core.vocabulary import EventType, WhenBasis
from standoff.core.when import When
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.happenings.course import course_of, factuality_of, in_course
from standoff.resolve.happenings.dates import own_days
from standoff.resolve.happenings.labels import label_of
from standoff.resolve.independence import Passages, Telling, count_independent
from standoff.resolve.reports import Reports, accounts_at

FINDER = "resolve.happenings"
PLAIN: tuple[WhenBasis | None, ...] = ("explicit", "published", "reference", "attribution", "event", "linked", None)
"""Bases of a date, the one that the words tell most plainly first."""
SELDOM = 8
"""Judgement: in the long happenings of press briefings the misread parties are named once or twice."""
OPEN = 100_000
"""Days that an interval with an open end counts for."""


def tell(reports: Reports, lexicon: Lexicon, passages: Passages, events: Sequence[Event], score: float) -> Happening:
    """The happening of these events; ``score`` is how surely they are one."""
    ordered = in_course(reports, events)
    when, basis = days_of(reports, events)
    factuality = factuality_of(ordered)
    return Happening(
        label=label_of(reports, lexicon.word_vectors, events, factuality),
        type=_type(events),
        factuality=factuality,
        when=when,
        when_basis=basis,
        participants=_participants(reports, events),
        place=_place(reports, events),
        events=tuple(sorted(event.id for event in events)),
        documents=len({event.at.doc for event in events}),
        course=course_of(ordered),
        accounts=accounts_at(reports, (event.at for event in events)),
        independent=_independent(reports, passages, events),
        why=Why(FINDER, round(score, 3), _reason(reports, events)),
    )


def days_of(reports: Reports, events: Sequence[Event]) -> tuple[When | None, WhenBasis | None]:
    """The narrowest interval that the events tell; of equals the one told most often, most plainly, earliest."""
    own = [(when, event.when_basis) for event in events if (when := own_days(reports, event)) is not None]
    if not own:
        return None, None
    told = Counter(when for when, _ in own)
    days = min(told, key=lambda when: (_width(when), -told[when], _key(when)))
    return days, min((basis for when, basis in own if when == days), key=PLAIN.index)


def _width(when: When) -> int:
    return OPEN if when.since is None or when.until is None else (when.until - when.since).days


def _key(when: When) -> tuple[int, int]:
    since, until = (0 if day is None else day.toordinal() for day in (when.since, when.until))
    return since, until


def _type(events: Sequence[Event]) -> EventType:
    """The one that most events have, the surer counting more."""
    weights: Counter[EventType] = Counter()
    for event in events:
        weights[event.type] += round(1000 * event.why.score)
    return min(weights, key=lambda kind: (-weights[kind], kind))


def _participants(reports: Reports, events: Sequence[Event]) -> tuple[str, ...]:
    """The actors that the events name, those that most name first, named ones before others.

    Where many events name somebody, whom one in ``SELDOM`` or fewer of them names takes part in something else.
    """
    counts = _naming(reports, events)
    least = max(counts.values(), default=0) / SELDOM
    kept = (actor for actor, count in counts.items() if count > least or count == max(counts.values()))
    return tuple(sorted(kept, key=lambda actor: (-counts[actor], not reports.actors[actor].named, actor)))


def _naming(reports: Reports, events: Sequence[Event]) -> Counter[str]:
    """By id of an actor how many of the events name it."""
    actors: Counter[str] = Counter()
    for event in events:
        mentions = (*event.agents, *event.targets, *event.participants)
        actors.update({reports.actor_of[mention] for mention in mentions if mention in reports.actor_of})
    return actors


def _place(reports: Reports, events: Sequence[Event]) -> str | None:
    """The first mention of the place that most events name."""
    places = sorted((reports.mentions[event.place].at, event.place) for event in events if event.place is not None)
    names = [reports.actor_of.get(key) or reports.words(at).casefold() for at, key in places]
    counts = Counter(names)
    best = min(counts, key=lambda name: (-counts[name], names.index(name)), default=None)
    return None if best is None else places[names.index(best)][1]


def _independent(reports: Reports, passages: Passages, events: Sequence[Event]) -> Independent:
    if len(events) == 1:
        return Independent(lower=1, upper=1)
    return count_independent(reports, passages, [_telling(reports, event) for event in events])


def _telling(reports: Reports, event: Event) -> Telling:
    speaker = reports.speaker(event.carried_by)
    return Telling(event.at, None if speaker is None else speaker.id)


def _reason(reports: Reports, events: Sequence[Event]) -> str:
    """What the events have in common, for a reader."""
    if len(events) == 1:
        return "told in one place"
    documents = len({event.at.doc for event in events})
    reported = "one report" if documents == 1 else f"{documents} reports"
    dated = [event.when for event in events if event.when is not None]
    days = f"{len(dated)} tell a day, none another" if dated else "no day told"
    kinds = Counter(event.type for event in events)
    kind, often = min(kinds.items(), key=lambda item: (-item[1], item[0]))
    most = max(_naming(reports, events).values(), default=0)
    parties = f"{most} name the same actor" if most > 1 else "no actor named twice"
    return f"{len(events)} places in {reported}: {often} of type {kind}; {days}; {parties}"
