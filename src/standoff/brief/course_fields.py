"""The fields of findings on what goes on or is claimed, each with the words behind it."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.brief.claims import CAUSES, discrepancy_lines, measure_lines, readouts_lines
from standoff.brief.course import course_parts, move_line, named, own_words_first, wording_line
from standoff.brief.days import day_fields
from standoff.brief.fields import NOT_SAID, WHEN_BASES, field
from standoff.brief.index import Index
from standoff.brief.page import Line, Words, quote
from standoff.brief.phrases import accounts_name, counted, when_name
from standoff.brief.readings import event_line
from standoff.core.claims import Discrepancy, Measure, Readouts
from standoff.core.course import Day, Happening, Obligation

Told = Happening | Day | Obligation | Measure | Readouts | Discrepancy


def course_fields(found: Index, finding: Told) -> Iterable[Line]:
    """Every field of a finding on what goes on or is claimed."""
    match finding:
        case Happening():
            return _happening(found, finding)
        case Day():
            return day_fields(found, finding)
        case Obligation():
            return _obligation(found, finding)
        case Measure():
            return measure_lines(found, finding)
        case Readouts():
            return readouts_lines(found, finding)
        case Discrepancy():
            return _discrepancy(found, finding)


def _happening(found: Index, happening: Happening) -> Iterable[Line]:
    """Its label, what it is, when, who takes part, how it developed, and every event that is of it."""
    yield field("label", quote(happening.label, "indirect"))
    yield field("type", Words(happening.type))
    yield field("factuality", Words(happening.factuality), *course_parts(found, happening))
    basis = happening.when_basis
    told = NOT_SAID if happening.when is None else when_name(happening.when)
    yield field("when", Words(told if basis is None else f"{told}, {WHEN_BASES[basis]} ({basis})"))
    yield field("participants", Words(named(found, happening.participants) or NOT_SAID))
    if happening.place is not None:
        yield field("place", quote(found.mentions[happening.place].at, "direct"))
    documents = counted(happening.documents, "document")
    yield field("told in", Words(f"{accounts_name(happening.independent)}, {documents}"))
    for event in sorted((found.events[each] for each in happening.events), key=lambda each: found.place(each.at)):
        yield event_line(found, event)


def _obligation(found: Index, obligation: Obligation) -> Iterable[Line]:
    """Its sides, terms, deadline, every move of its status, and every wording, the debtor's own first."""
    yield field("force", Words(obligation.force.replace("_", " ")))
    for name, actor in (("debtor", obligation.debtor), ("creditor", obligation.creditor)):
        yield field(name, Words(f"{found.called(actor)} ({actor})" if actor is not None else NOT_SAID))
    unconditional = Words("none: it is bound to no condition")
    yield field(
        "antecedent", unconditional if obligation.antecedent is None else quote(obligation.antecedent, "direct")
    )
    left_open = Words("left open")
    yield field("consequent", left_open if obligation.consequent is None else quote(obligation.consequent, "direct"))
    if obligation.deadline is not None:
        yield field("deadline", Words(when_name(obligation.deadline)))
    yield field("status", Words(obligation.status))
    yield from (move_line(found, move) for move in obligation.moves)
    yield field("told in", Words(accounts_name(obligation.independent)))
    for commitment in own_words_first(found, obligation):
        yield wording_line(found, commitment)


def _discrepancy(found: Index, discrepancy: Discrepancy) -> Iterable[Line]:
    """What is told of it, with the likely cause in words, and each side."""
    yield from discrepancy_lines(found, discrepancy)
    yield field("check", Words(discrepancy.check))
    yield field("cause", Words(CAUSES[discrepancy.cause]))
    yield field("severity", Words(discrepancy.severity))
    if discrepancy.about is not None:
        yield field("about", Words(discrepancy.about))
