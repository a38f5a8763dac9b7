"""The claims of a measure: who gives which value for which time, and how many independent accounts tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from standoff.core.claims import Claim
from standoff.core.when import When
from standoff.resolve.independence import Passages, Telling, count_independent
from standoff.resolve.measures.things import Thing
from standoff.resolve.reports import Reports

ONE_CLAIM = 7
"""Days within which a number without a time of its own is the same claim again: a weekly count comes anew."""
UNTOLD = 10**9
"""What has no day and no value stands last."""

Order = tuple[int, float, float, str, tuple[str, ...]]


def claims_of(reports: Reports, passages: Passages, things: list[Thing]) -> tuple[Claim, ...]:
    """One claim a claimant, value and time, in order of time, then of value; each figure in exactly one."""
    groups: dict[Hashable, list[Thing]] = defaultdict(list)
    for thing in things:
        figure = thing.figure
        groups[_claimant(reports, thing), figure.low, figure.high, figure.as_of].append(thing)
    made = [
        _claim(reports, passages, run)
        for group in groups.values()
        for run in (_runs(group) if group[0].figure.as_of is None else [group])
    ]
    return tuple(claim for _, claim in sorted(made, key=lambda each: each[0]))


def _claimant(reports: Reports, thing: Thing) -> str | None:
    actor = reports.actor(thing.figure.claimant)
    return None if actor is None else actor.id


def _runs(things: list[Thing]) -> Iterator[list[Thing]]:
    """Equal numbers told within days of each other; weeks later it is another claim."""
    run: list[Thing] = []
    for thing in sorted(things, key=_day):
        if run and _day(thing) - _day(run[-1]) > ONE_CLAIM:
            yield run
            run = []
        run.append(thing)
    yield run


def _day(thing: Thing) -> int:
    return UNTOLD if thing.day is None else thing.day


def _claim(reports: Reports, passages: Passages, things: list[Thing]) -> tuple[Order, Claim]:
    claimant, figure = _claimant(reports, things[0]), things[0].figure
    tellings = [Telling(thing.figure.at, claimant) for thing in sorted(things, key=lambda each: each.figure.at)]
    claim = Claim(
        claimant=claimant,
        low=figure.low,
        high=figure.high,
        as_of=figure.as_of,
        figures=tuple(sorted(thing.id for thing in things)),
        independent=count_independent(reports, passages, tellings),
    )
    day = min(_first(figure.as_of), *map(_day, things))
    low, high = (UNTOLD if end is None else end for end in (figure.low, figure.high))
    return (day, low, high, claimant or "", claim.figures), claim


def _first(when: When | None) -> int:
    return UNTOLD if when is None or when.since is None else when.since.toordinal()
