"""A scenario for a reader: what a condition triggers, violates and leaves standing, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from standoff.brief.claims import discrepancy_lines, gravest_first
from standoff.brief.course import obligation_line, own_words_first, weightiest, wording_line
from standoff.brief.index import Index
from standoff.brief.page import Heading, Line, Section, Sentence, Words, note, quote
from standoff.brief.phrases import counted
from standoff.core.claims import Discrepancy
from standoff.core.course import Obligation, Scenario, Step
from standoff.core.vocabulary import Effect

MOST_WORDINGS = 3
"""Wordings shown of one obligation."""
MOST_CONTRADICTIONS = 2
MOST_STANDING = 12

EFFECTS: dict[Effect, str] = {
    "triggered": "Triggered",
    "violated": "Violated",
    "satisfied": "Satisfied",
    "cancelled": "Cancelled",
}


def scenario_section(found: Index, scenario: Scenario, file: str) -> Section:
    """Round by round; what is in force and untouched at the end."""
    lines: list[Line] = []
    rounds = sorted({step.round for step in scenario.steps})
    for number in rounds:
        steps = [step for step in scenario.steps if step.round == number]
        for effect, name in EFFECTS.items():
            some = [step for step in steps if step.effect == effect]
            if some:
                lines.append(Heading(_heading(name, number, len(some))))
                lines += [line for step in some for line in _step_lines(found, step)]
    if not scenario.steps:
        lines.append(note("No commitment in these documents has this for a condition, and none forbids it."))
        lines.append(note(f"What they are bound to: standoff show {file} obligations"))
    lines += _standing_lines(found, scenario.standing, file)
    return Section(f"If {scenario.condition}", tuple(lines))


def contradictions(found: Index, obligation: Obligation) -> list[Discrepancy]:
    """The discrepancies about an obligation or any of its wordings, gravest first."""
    wordings = set(obligation.commitments)
    touching = (
        each
        for each in found.discrepancies.values()
        if each.about == obligation.id or any(side.reading in wordings for side in each.sides)
    )
    return gravest_first(touching, found)


def _heading(name: str, number: int, steps: int) -> str:
    chain = "" if number == 0 else f" in turn, step {number + 1}"
    return f"{name}{chain}: {counted(steps, 'obligation')}"


def _step_lines(found: Index, step: Step) -> Iterable[Line]:
    obligation = found.obligations[step.obligation]
    yield obligation_line(found, obligation)
    reason = (Words(f"{step.why.detail} ({step.why.score:.2f})", "quiet"),)
    if step.matched is not None:
        yield Sentence((*reason, Words(" "), quote(step.matched, "indirect")), 1)
    if step.because is not None:
        cause = found.obligations[step.because]
        yield Sentence((Words("because of: "), quote(cause.label, "indirect")), 1)
    wordings = own_words_first(found, obligation)
    yield from (wording_line(found, each) for each in wordings[:MOST_WORDINGS])
    if len(wordings) > MOST_WORDINGS:
        yield note(f"and {counted(len(wordings) - MOST_WORDINGS, 'more wording')}", 1, "-")
    for discrepancy in contradictions(found, obligation)[:MOST_CONTRADICTIONS]:
        head = discrepancy_lines(found, discrepancy)[0]
        assert isinstance(head, Sentence)
        yield Sentence((Words("contradicted: "), *head.parts), 1)


def _standing_lines(found: Index, standing: Sequence[str], file: str) -> Iterable[Line]:
    if not standing:
        return
    yield Heading(f"Left standing: {counted(len(standing), 'obligation')}")
    obligations = weightiest(found, (found.obligations[each] for each in standing))
    yield from (obligation_line(found, each) for each in obligations[:MOST_STANDING])
    if len(standing) > MOST_STANDING:
        yield note(f"... and {len(standing) - MOST_STANDING:,} more: standoff show {file} obligations")
