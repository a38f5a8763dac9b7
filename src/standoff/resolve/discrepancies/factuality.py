"""Whether it happened: one says it did, another that it did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.core.claims import Discrepancy, Side
from standoff.core.course import Happening
from standoff.core.dossier import Dossier
from standoff.core.records import Event
from standoff.core.vocabulary import EventType
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.dates import WIDEST
from standoff.resolve.discrepancies.events import days_between, described, same_act, sides_of
from standoff.resolve.discrepancies.sides import drawn, joined, name_of
from standoff.resolve.reports import Reports
from standoff.resolve.wording import NEGATORS, is_informative, stem_of, words_of

HELD = frozenset(("occurred", "ongoing"))
DONE: frozenset[EventType] = frozenset(
    ("AGREE", "SUPPORT", "CONCEDE", "AID", "RETREAT", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST")
)
"""Acts that are done or not. Whether words were a threat, an accusation or a talk is a matter of what to call them."""
ONE_TIME = 14
"""Days between reports of which one denies what the other tells."""
BEFORE = 80
"""Characters before an act within which stands the word that denies it."""
BETWEEN = 2
"""Informative words between them: "denied that army units had fired"."""
INNER = frozenset(("in", "of", "to", "for", "on"))
"""Behind these an act belongs to what a "no" stands before; to deny reports of an act is to deny it."""
DENYING = frozenset(("deny", "deni", "reject"))
SAME_DAYS = 3
"""The same where one does not say of whom it is told."""
MOST = 24
"""Events of one happening that are compared."""


def factuality_differs(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """One says that it happened, another that it did not. That what was planned came about is no difference."""
    for happening in found.happenings:
        if happening.type in DONE:
            events = sorted((reports.events[key] for key in happening.events), key=lambda each: each.at)
            denied = _denials(reports, events)[:MOST]
            held = [each for each in events if each.factuality in HELD][:MOST]
            made = _discrepancy(reports, lexicon, happening, denied, held) if denied and held else None
            if made is not None:
                yield made


def _denials(reports: Reports, events: Sequence[Event]) -> list[Event]:
    """The denials of those who are told to deny; none where nobody is, as "freedom will not die" denies nothing."""
    said = [each for each in events if each.factuality == "denied" and reports.speaker(each.carried_by) is not None]
    acts = {reports.attributions[each.carried_by].act for each in said if each.carried_by is not None}
    return [each for each in said if _is_denied(reports, each)] if "denies" in acts else []


def _is_denied(reports: Reports, event: Event) -> bool:
    """Whether the act itself is denied: "no let-up in the violence" denies no violence."""
    text = reports.documents[event.at.doc].text
    before = words_of(text, [(max(0, event.at.start - BEFORE), event.at.end)])
    between, inner = 0, False
    for form, start in zip(reversed(before.forms), reversed(before.starts), strict=True):
        if form in NEGATORS or stem_of(form) in NEGATORS:
            return not inner or stem_of(form) in DENYING
        between += start < event.at.start and is_informative(form)
        inner = inner or form in INNER
        if between > BETWEEN:
            return False
    return False


def _discrepancy(
    reports: Reports, lexicon: Lexicon, happening: Happening, denied: Sequence[Event], held: Sequence[Event]
) -> Discrepancy | None:
    """``None`` where nobody but those who deny it says that this act was done."""
    pairs = [
        (no, yes)
        for no in denied
        for yes in held
        if _speaker(reports, no) != _speaker(reports, yes)
        and not _is_history(yes)
        and _of_one(reports, no, yes)
        and same_act(reports, lexicon, no, yes)
    ]
    if not pairs:
        return None
    events = {event.at: event for pair in pairs for event in pair}
    deniers, tellers = (joined(sorted({_name(reports, pair[side]) for pair in pairs})) for side in (0, 1))
    return drawn(
        "factuality",
        f"Whether it happened is disputed ({described(reports, happening)}): told by {tellers}, denied by {deniers}.",
        (Side(at=each.at, reading=each.id, speaker=_speaker(reports, each)) for each in events.values()),
        ("dispute", "grave"),
        about=happening.id,
        detail=f"{len({no.id for no, _ in pairs})} denials against {len({yes.id for _, yes in pairs})} reports",
    )


def _of_one(reports: Reports, one: Event, other: Event) -> bool:
    """Whether two events are told of the same within days of each other, or of the same days where one tells nobody."""
    left, right = (sides_of(reports, each) for each in (one, other))
    if left and right and not left & right:
        return False
    days = days_between(reports, one.at.doc, other.at.doc)
    return days is None or days <= (ONE_TIME if left & right else SAME_DAYS)


def _is_history(event: Event) -> bool:
    """Whether it is told of a whole season or year: no single act that somebody could deny today."""
    when = event.when
    if when is None or when.since is None or when.until is None:
        return False
    return (when.until - when.since).days > WIDEST


def _name(reports: Reports, event: Event) -> str:
    return name_of(reports.speaker(event.carried_by))


def _speaker(reports: Reports, event: Event) -> str | None:
    actor = reports.speaker(event.carried_by)
    return None if actor is None else actor.id
