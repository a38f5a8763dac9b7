"""One happening, or one statement, on days that are not the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from standoff.core.claims import Discrepancy, Side
from standoff.core.course import Happening
from standoff.core.dossier import Dossier
from standoff.core.records import Event
from standoff.core.span import Span
from standoff.core.when import When
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.events import described, same_act, same_contact, sides_of
from standoff.resolve.discrepancies.sides import drawn, joined, told_when
from standoff.resolve.reports import Reports

TOLD = frozenset(("explicit", "published", "reference", "linked"))
"""What a date may rest on that the words for it tell; the time of who carries it, or of another mention, does not."""
WIDEST = 45
"""Days: a wider time is no date."""
AGAIN = 14
"""Days apart from which like acts of the same are two: leaders call again, and raids come again."""
TIME_ZONE = 1
"""Days apart that time zones and nights make."""
MOST = 24
"""Events of one happening that are compared."""


class Dated(NamedTuple):
    """One event with the words for its day."""

    event: Event
    when: When
    at: Span


def dates_differ(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Reports put one happening on days that cannot both be right."""
    for happening in found.happenings:
        if happening.documents > 1:
            dated = _dated(reports, happening)
            made = _discrepancy(reports, happening, _disjoint(reports, lexicon, dated))
            if made is not None:
                yield made


def _dated(reports: Reports, happening: Happening) -> list[Dated]:
    found = []
    for event in sorted((reports.events[key] for key in happening.events), key=lambda each: each.at)[:MOST]:
        when, time = event.when, None if event.time is None else reports.times[event.time]
        narrow = when is not None and when.since is not None and when.until is not None
        if when is not None and narrow and event.when_basis in TOLD and _days(when) <= WIDEST and time is not None:
            found.append(Dated(event, when, time.at))
    return found


def _days(when: When) -> int:
    assert when.since is not None, "only closed intervals are compared"
    assert when.until is not None, "only closed intervals are compared"
    return (when.until - when.since).days


def _disjoint(reports: Reports, lexicon: Lexicon, dated: Sequence[Dated]) -> list[Dated]:
    """Those that have no day in common with another's, where both are surely one and none is a plan put off."""
    return [
        each
        for each in dated
        if any(_apart(each.when, other.when) and _one(reports, lexicon, each, other) for other in dated)
    ]


def _one(reports: Reports, lexicon: Lexicon, one: Dated, other: Dated) -> bool:
    left, right = one.event, other.event
    if left.factuality != right.factuality or left.type != right.type:
        return False
    shared = sides_of(reports, left) & sides_of(reports, right)
    if left.type == "CONSULT":
        return same_contact(reports, left, right)
    return bool(shared) and same_act(reports, lexicon, left, right)


def _apart(one: When, other: When) -> bool:
    """Whether two times have no day in common, and more than a night lies between."""
    first, second = sorted((one, other))
    assert first.until is not None, "only closed intervals are compared"
    assert second.since is not None, "only closed intervals are compared"
    return TIME_ZONE <= (second.since - first.until).days <= AGAIN


def _discrepancy(reports: Reports, happening: Happening, dated: Sequence[Dated]) -> Discrepancy | None:
    if len({each.at.doc for each in dated}) < 2:
        return None
    days = joined(told_when(each.when) for each in sorted(dated, key=lambda each: each.at))
    return drawn(
        "dates",
        f"One happening is put on different days ({described(reports, happening)}): {days}.",
        (Side(at=each.at, reading=each.event.id, speaker=_speaker(reports, each.event)) for each in dated),
        ("other day", "notable"),
        about=happening.id,
        detail=f"{len(dated)} dates that share no day",
    )


def _speaker(reports: Reports, event: Event) -> str | None:
    actor = reports.speaker(event.carried_by)
    return None if actor is None else actor.id
