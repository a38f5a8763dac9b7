"""What kind of contact two sides had: a call, a video call, a meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from standoff.core.claims import Discrepancy, Side
from standoff.core.course import Happening
from standoff.core.dossier import Dossier
from standoff.core.records import Event
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.events import described, same_contact
from standoff.resolve.discrepancies.sides import drawn, joined
from standoff.resolve.measures.clauses import WORD
from standoff.resolve.reports import Reports

BEFORE = 24
"""Characters before a trigger that may say by what means: "a secure video call"."""
MOST = 24
"""Events of one happening, told by one means, that are compared."""

Told = tuple[Event, Span]
"""A contact and the words for it."""


def contacts_differ(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Reports call one contact by names of different kinds: a telephone call in one, a video conference in another."""
    for happening in found.happenings:
        if happening.type == "CONSULT" and happening.documents > 1:
            made = _discrepancy(reports, lexicon, happening)
            if made is not None:
                yield made


def _discrepancy(reports: Reports, lexicon: Lexicon, happening: Happening) -> Discrepancy | None:
    by_means: dict[str, list[Told]] = {}
    for event in sorted((reports.events[key] for key in happening.events), key=lambda each: each.at):
        at = _phrase(reports, event)
        means = lexicon.differences.contacts_in(WORD.findall(reports.words(at).lower()))
        if len(means) == 1:
            by_means.setdefault(next(iter(means)), []).append((event, at))
    by_means = {means: told[:MOST] for means, told in by_means.items()}
    by_means = {means: kept for means, found in by_means.items() if (kept := _shared(reports, means, found, by_means))}
    if len(by_means) < 2 or len({at.doc for found in by_means.values() for _, at in found}) < 2:
        return None
    return drawn(
        "names",
        f"One contact is told in several ways ({described(reports, happening)}): by {joined(sorted(by_means))}.",
        (Side(at=at, reading=event.id, speaker=None) for found in by_means.values() for event, at in found),
        ("definition", "slight"),
        about=happening.id,
        detail=happening.why.detail,
    )


def _shared(reports: Reports, means: str, found: Sequence[Told], by_means: Mapping[str, Sequence[Told]]) -> list[Told]:
    """Those of one means that are between the same two as one of another means."""
    others = [event for other, told in by_means.items() if other != means for event, _ in told]
    return [(event, at) for event, at in found if any(same_contact(reports, event, other) for other in others)]


def _phrase(reports: Reports, event: Event) -> Span:
    """The trigger with the words right before it in its line, from a word's start."""
    text = reports.documents[event.at.doc].text
    start = max(0, event.at.start - BEFORE)
    while start < event.at.start and ((start and text[start - 1].isalnum()) or not text[start].isalnum()):
        start += 1
    line = max(text.rfind(mark, start, event.at.start) for mark in '\n.,;:“”"')
    start = start if line < 0 else line + 1
    while start < event.at.start and not text[start].isalnum():
        start += 1
    return Span(event.at.doc, start, event.at.end)
