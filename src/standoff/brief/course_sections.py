"""The parts of a brief on what goes on: the timeline, the ledger, the measures, the readouts, the discrepancies."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.brief.claims import discrepancy_lines, gravest_first, measure_lines, readouts_lines
from standoff.brief.course import happening_line, in_time, obligation_lines, weightiest
from standoff.brief.index import Index
from standoff.brief.page import Heading, Limits, Line, Section, note
from standoff.brief.phrases import counted
from standoff.core.claims import Measure
from standoff.core.course import Happening, Obligation
from standoff.core.vocabulary import Status

STATUSES: dict[Status, str] = {
    "violated": "Violated",
    "undecidable": "Disputed",
    "conditional": "Waiting for a condition",
    "detached": "In force",
    "satisfied": "Kept",
    "expired": "Expired",
    "cancelled": "Taken back",
}
"""In the order in which a reader of a crisis needs them."""

MOST_CLAIMS = 8
"""Values shown of one measure."""
MOST_SIDES = 5
"""Sides of one discrepancy shown in their words."""
MOST_POINTS = 4
"""Points of a meeting shown that both sides tell, that one tells, that they oppose each other on."""


def timeline(found: Index, limits: Limits, file: str) -> Section:
    """What happened, is planned, might happen: those in most accounts, in order of their days; then the undated."""
    happenings = list(found.happenings.values())
    if not happenings:
        return Section("What happened, what is planned", (note("No event was found in these documents."),))
    kept = _told_most(found, happenings, limits.happenings)
    dated = [each for each in in_time(kept, found) if each.when is not None]
    undated = [each for each in in_time(kept, found) if each.when is None]
    lines: list[Line] = [happening_line(found, each) for each in dated]
    if undated:
        lines += [Heading("Without a date"), *(happening_line(found, each) for each in undated)]
    lines += _more(len(happenings) - len(kept), "happening", f"standoff show {file} happenings")
    return Section("What happened, what is planned", tuple(lines))


def ledger(found: Index, limits: Limits, file: str) -> Section:
    """What was threatened, promised, demanded and refused, by status, and how each came to its status."""
    obligations = list(found.obligations.values())
    title = "What was threatened, promised, demanded, refused"
    if not obligations:
        return Section(title, (note("No commitment was found in these documents."),))
    lines: list[Line] = []
    for status, name in STATUSES.items():
        some = weightiest(found, (each for each in obligations if each.status == status))
        if some:
            lines.append(Heading(f"{name}: {counted(len(some), 'obligation')}"))
            shown = some[: limits.obligations]
            lines += [line for each in shown for line in _moved(found, each)]
            lines += _more(len(some) - len(shown), "obligation", f"standoff show {file} obligations")
    return Section(title, tuple(lines))


def measures(found: Index, limits: Limits, file: str) -> Section:
    """Which numbers are claimed: figures about the same thing side by side, the most contested first."""
    several = contested_first(found)
    title = "Which numbers are claimed"
    if not several:
        told = "No thing is counted twice in these documents." if found.figures else "No figure was found."
        return Section(title, (note(told),))
    shown = several[: limits.measures]
    lines = [line for each in shown for line in measure_lines(found, each, MOST_CLAIMS)]
    single = len(found.measures) - len(several)
    lines += _more(len(several) - len(shown), "measure", f"standoff show {file} measures")
    lines += [note(f"{counted(single, 'thing')} counted only once: standoff show {file} measures")] if single else []
    return Section(title, tuple(lines))


def discrepancies(found: Index, limits: Limits, file: str) -> Section:
    """Where the accounts disagree, the gravest first."""
    all_found = gravest_first(found.discrepancies.values(), found)
    if not all_found:
        return Section("Where the accounts disagree", (note("No discrepancy was found between these documents."),))
    shown = all_found[: limits.discrepancies]
    lines = [line for each in shown for line in discrepancy_lines(found, each, MOST_SIDES)]
    lines += _more(len(all_found) - len(shown), "discrepancy", f"standoff show {file} discrepancies", "discrepancies")
    return Section("Where the accounts disagree", tuple(lines))


def meetings(found: Index, limits: Limits, file: str) -> Section | None:
    """Two sides' accounts of one meeting; nothing where no meeting has two."""
    pairs = sorted(found.readouts.values(), key=lambda each: [found.numbers[doc] for doc in each.documents])
    if not pairs:
        return None
    shown = pairs[: limits.readouts]
    lines = [line for each in shown for line in readouts_lines(found, each, MOST_POINTS)]
    lines += _more(len(pairs) - len(shown), "meeting", f"standoff show {file} readouts")
    return Section("Two accounts of one meeting", tuple(lines))


def _told_most(found: Index, happenings: Sequence[Happening], most: int) -> list[Happening]:
    """Those that most independent accounts tell; one without a date has no place on a timeline, and weighs half."""

    def rank(each: Happening) -> tuple[float, int, int, tuple[int, int, int]]:
        bounds, undated = each.independent, each.when is None
        weight = bounds.lower / 2 if undated else bounds.lower
        return -weight, -bounds.upper, -each.documents, found.place(each.label)

    return sorted(happenings, key=rank)[:most]


def _moved(found: Index, obligation: Obligation) -> tuple[Line, ...]:
    """The obligation, and how it came to its status where more than its own words moved it."""
    return obligation_lines(found, obligation, None if len(obligation.moves) > 1 else 0)


def contested_first(found: Index) -> list[Measure]:
    """What is counted more than once: that with the most values first, then that with the most figures."""

    def rank(measure: Measure) -> tuple[int, int, tuple[int, int, int]]:
        values = {(claim.low, claim.high) for claim in measure.claims}
        return -len(values), -len(measure.figures), found.place(measure.label)

    return sorted((each for each in found.measures.values() if len(each.figures) > 1), key=rank)


def _more(number: int, one: str, command: str, many: str | None = None) -> list[Line]:
    """What the limit left out, and the command that shows it."""
    if number <= 0:
        return []
    return [note(f"... and {number:,} more {one if number == 1 else many or one + 's'}: {command}")]
