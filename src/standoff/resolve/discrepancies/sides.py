"""The sides of a discrepancy, and the generated words in which a user is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from standoff.core.claims import Discrepancy, Side
from standoff.core.findings import Actor
from standoff.core.records import Attribution, Why
from standoff.core.span import Span
from standoff.core.vocabulary import Cause, Check, Severity
from standoff.core.when import When
from standoff.resolve.reports import Reports

RULE = "resolve.discrepancies"
MOST_SIDES = 12
"""Sides of one discrepancy that a reader is shown; the finding it is about holds all."""
MOST_TOLD = 6
"""Names and numbers that one sentence lists."""
CERTAINTY: dict[Severity, float] = {"slight": 0.7, "notable": 0.7, "grave": 0.6}
"""How sure one is. Of 40 drawn at random from the reports of three small crises 34 were right when read one by one; of
the grave ones in collections of hundreds of reports on a war about half, since happenings merge wrongly there."""


Judged = tuple[Cause, Severity]
"""What likely made the accounts differ, and how much it matters."""


def drawn(
    check: Check,
    sentence: str,
    sides: Iterable[Side],
    judged: Judged,
    *,
    about: str | None,
    detail: str,
) -> Discrepancy | None:
    """The record; ``None`` where fewer than two sides are left once those in the same words are one."""
    kept = _spread(sorted({side.at: side for side in sides}.values(), key=lambda side: side.at))
    if len(kept) < 2:
        return None
    cause, severity = judged
    why = Why(f"{RULE}.{check}", CERTAINTY[severity], detail)
    return Discrepancy(check=check, sentence=sentence, sides=kept, cause=cause, severity=severity, about=about, why=why)


def _spread(sides: Sequence[Side]) -> tuple[Side, ...]:
    """At most so many, one of each document before a second of any; in order of place."""
    turns: dict[str, int] = {}
    ranked = []
    for side in sides:
        turns[side.at.doc] = turns.get(side.at.doc, 0) + 1
        ranked.append((turns[side.at.doc], side.at, side))
    return tuple(side for *_, side in sorted(sorted(ranked, key=lambda each: each[:2])[:MOST_SIDES], key=_at))


def _at(ranked: tuple[int, Span, Side]) -> Span:
    return ranked[1]


def name_of(actor: Actor | None) -> str:
    """What an actor is called in a sentence; the reporters where there is none."""
    if actor is None:
        return "the report itself"
    return actor.name if actor.named else f"an unnamed source ({actor.name})"


def joined(parts: Iterable[str], most: int = MOST_TOLD) -> str:
    """The parts as a list in words, no more than so many."""
    found = list(dict.fromkeys(parts))
    more = [f"{len(found) - most} more"] if len(found) > most else []
    *first, last = [*found[:most], *more]
    return f"{', '.join(first)} and {last}" if first else last


def told_when(when: When | None) -> str:
    """The days of an interval as a reader reads them."""
    if when is None or when.since is None:
        return "no day"
    if when.until is None:
        return f"from {when.since.isoformat()} on"
    days = (when.until - when.since).days
    return when.since.isoformat() if days == 1 else f"{when.since.isoformat()} and the {days - 1} days after"


def saying(attribution: Attribution) -> Span:
    """The words that say who speaks: source and cue where they stand together, else either; else the content."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return source or cue or attribution.content[0]
    start, end = min(source.start, cue.start), max(source.end, cue.end)
    near = end - start <= len(source) + len(cue) + FAR
    return Span(source.doc, start, end) if near else source


FAR = 40
"""Characters between a source and its cue beyond which they are shown apart."""


def speaker_of(reports: Reports, attribution: str | None) -> str | None:
    """The id of the actor who speaks."""
    actor = reports.speaker(attribution)
    return None if actor is None else actor.id
