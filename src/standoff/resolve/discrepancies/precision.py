"""When it is to be: one report is more exact than another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.core.claims import Discrepancy, Side
from standoff.core.course import Happening
from standoff.core.dossier import Dossier
from standoff.core.vocabulary import Factuality
from standoff.core.when import When
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.dates import MOST, TOLD, Dated
from standoff.resolve.discrepancies.events import days_between, described, same_act, same_contact, sides_of
from standoff.resolve.discrepancies.sides import drawn, speaker_of, told_when
from standoff.resolve.reports import Reports

AHEAD: frozenset[Factuality] = frozenset(("scheduled", "hypothetical"))
"""Of what is past the more exact report is simply the better one; what is to come has no better one yet."""
WIDEST = 123
"""Days: a third of a year ("early next year", "this winter"); a wider time tells no date."""
WIDER = 2.0
"""How many times the exact time the other is at least."""
ONE_TIME = 14
"""Days between reports: a plan told months later is another state of planning."""


def precision_differs(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Of what is to come one report tells the time more exactly than another."""
    for happening in found.happenings:
        if happening.documents > 1:
            dated = _ahead(reports, happening)
            kept = [
                each for each in dated if any(_narrows(reports, lexicon, *pair) for pair in _both_ways(each, dated))
            ]
            made = _discrepancy(reports, happening, kept)
            if made is not None:
                yield made


def _ahead(reports: Reports, happening: Happening) -> list[Dated]:
    """What is to come at a time that its own words tell, in order of place."""
    found = []
    for event in sorted((reports.events[key] for key in happening.events), key=lambda each: each.at)[:MOST]:
        time = None if event.time is None else reports.times[event.time]
        if event.factuality in AHEAD and event.when is not None and time is not None and event.when_basis in TOLD:
            days = _days(event.when)
            if days is not None and days <= WIDEST:
                found.append(Dated(event, event.when, time.at))
    return found


def _both_ways(each: Dated, dated: Sequence[Dated]) -> Iterator[tuple[Dated, Dated]]:
    for other in dated:
        yield each, other
        yield other, each


def _days(when: When) -> int | None:
    if when.since is None or when.until is None:
        return None
    return (when.until - when.since).days


def _narrows(reports: Reports, lexicon: Lexicon, exact: Dated, wide: Dated) -> bool:
    """Whether one tells a part of the other's time, of one act by one party, in another report of those days."""
    apart = days_between(reports, exact.at.doc, wide.at.doc)
    if exact.at.doc == wide.at.doc or (apart is not None and apart > ONE_TIME) or not _within(exact.when, wide.when):
        return False
    left, right = exact.event, wide.event
    if left.type == "CONSULT":
        return right.type == "CONSULT" and same_contact(reports, left, right)
    return bool(sides_of(reports, left) & sides_of(reports, right)) and same_act(reports, lexicon, left, right)


def _within(exact: When, wide: When) -> bool:
    """Whether the exact time lies in the wide one, which is at least so many times as long."""
    short, long = _days(exact), _days(wide)
    if short is None or long is None or long < WIDER * short:
        return False
    assert exact.since is not None, "only closed intervals have days"
    assert exact.until is not None, "only closed intervals have days"
    assert wide.since is not None, "only closed intervals have days"
    assert wide.until is not None, "only closed intervals have days"
    return wide.since <= exact.since and exact.until <= wide.until


def _discrepancy(reports: Reports, happening: Happening, dated: Sequence[Dated]) -> Discrepancy | None:
    if not dated:
        return None
    times = "; ".join(dict.fromkeys(told_when(each.when) for each in sorted(dated, key=lambda each: each.at)))
    return drawn(
        "dates",
        f"When it is to be is told more exactly in one report than in another "
        f"({described(reports, happening)}): {times}.",
        (Side(at=each.at, reading=each.event.id, speaker=speaker_of(reports, each.event.carried_by)) for each in dated),
        ("rounding", "slight"),
        about=happening.id,
        detail="one time lies within the other",
    )
