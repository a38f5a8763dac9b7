"""A scenario: the fold of the ledger with one more event, to a fixed point.

The condition moves obligations by the ledger's rules; what it triggers is supposed to be done, and moves others in
turn. Each obligation is moved once at most, so that a circle of commitments (A if B, B if A) ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from standoff.core.course import Obligation, Scenario, Step
from standoff.core.dossier import Dossier
from standoff.core.records import Why
from standoff.core.vocabulary import Effect, Status
from standoff.lexicon.deeds import Deeds
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.obligations.find import terms_of
from standoff.resolve.obligations.matters import Matter
from standoff.resolve.obligations.rules import OPEN, step
from standoff.resolve.obligations.sides import Sides
from standoff.resolve.obligations.terms import Outcome, Terms, Turn
from standoff.resolve.obligations.wordings import Reader
from standoff.resolve.reports import Reports, reports_of
from standoff.resolve.scenario.condition import turn_of

EFFECTS: Mapping[Status, Effect] = {
    "detached": "triggered",
    "satisfied": "satisfied",
    "violated": "violated",
    "cancelled": "cancelled",
}
MOST_ROUNDS = 12
"""A ladder of more rungs is no forecast; each obligation moves once, so that it ends before in any case."""


class Standing(NamedTuple):
    """An obligation in force with the terms that the rules ask about."""

    obligation: Obligation
    terms: Terms


class Cause(NamedTuple):
    """What is supposed in a round, and the obligation whose consequent it is."""

    turn: Turn
    because: str | None
    sureness: float


def play(dossier: Dossier, lexicon: Lexicon, condition: str) -> Scenario:
    """What follows from a dossier's obligations if a thing happens: free text, or the id of a happening.

    A condition that says nothing the rules can read, or that meets nothing, moves nothing: no steps, all standing.
    """
    reports = reports_of(dossier)
    sides, deeds = Sides(reports, lexicon), lexicon.deeds
    standing = list(_in_force(dossier, reports, Reader(reports, lexicon, sides)))
    turn = turn_of(reports, sides, deeds, dossier, condition)
    steps = _ladder(standing, turn, deeds)
    moved = {each.obligation for each in steps}
    left = tuple(each.obligation.id for each in standing if each.obligation.id not in moved)
    return Scenario(condition=condition, happening=turn.happening, steps=tuple(steps), standing=left)


def _in_force(dossier: Dossier, reports: Reports, reader: Reader) -> Iterator[Standing]:
    """Obligations that something may still move, sorted by id."""
    for each in sorted(dossier.obligations, key=lambda each: each.id):
        if each.status in OPEN:
            wordings = [reader.wording(reports.commitments[made]) for made in each.commitments]
            yield Standing(each, terms_of(wordings))


def _ladder(standing: Sequence[Standing], turn: Turn, deeds: Deeds) -> list[Step]:
    """Round by round, what the last round's causes move, until nothing does."""
    steps: list[Step] = []
    moved: set[str] = set()
    causes = [Cause(_with_doer(standing, turn, deeds), None, 1.0)]
    for number in range(MOST_ROUNDS):
        found = [(each, *hit) for each in standing if (hit := _hit(each, causes, moved, deeds)) is not None]
        if not found:
            break
        moved |= {each.obligation.id for each, _, _ in found}
        steps += [_step(each, cause, outcome, number) for each, cause, outcome in found]
        causes = [following for each, cause, outcome in found for following in _following(each, cause, outcome, deeds)]
    return steps


def _with_doer(standing: Sequence[Standing], turn: Turn, deeds: Deeds) -> Turn:
    """A condition that names nobody is done by whom the threats that it triggers are made to, most of them."""
    if turn.matter.agents:
        return turn
    doers: Counter[str] = Counter()
    for each in standing:
        found = step(each.terms, each.obligation.status, turn, deeds)
        if found is not None and found.status == "detached" and each.terms.force == "threat":
            met = next((w for w in each.terms.wordings if w.commitment.antecedent == found.matched), None)
            doers.update(met.antecedent.agents if met is not None and met.antecedent.agents else _threatened(each))
    most = {side for side, count in doers.items() if count == max(doers.values())}
    if len(most) != 1:
        return turn
    return replace(turn, matter=replace(turn.matter, agents=frozenset(most), sufferers=turn.matter.sufferers - most))


def _threatened(each: Standing) -> tuple[str, ...]:
    """Whom a threat is made to, in most of its wordings."""
    counts = Counter(side for wording in each.terms.wordings for side in wording.creditors)
    return tuple(sorted(side for side, count in counts.items() if count == max(counts.values())))


def _hit(each: Standing, causes: Sequence[Cause], moved: set[str], deeds: Deeds) -> tuple[Cause, Outcome] | None:
    """The surest outcome of a round's causes for an obligation not yet moved.

    What is only supposed to follow satisfies nothing: whoever is bound to it may do it otherwise.
    """
    if each.obligation.id in moved:
        return None
    found = [
        (cause, outcome)
        for cause in causes
        if (outcome := step(each.terms, each.obligation.status, cause.turn, deeds)) is not None
        and outcome.status in EFFECTS
        and not (cause.because and outcome.status == "satisfied")
    ]
    return max(found, key=lambda hit: (hit[1].score * hit[0].sureness, hit[0].because or ""), default=None)


def _following(each: Standing, cause: Cause, outcome: Outcome, deeds: Deeds) -> Iterator[Cause]:
    """What a triggered obligation supposes: its debtor does what he is bound to, in each wording of it."""
    if outcome.status != "detached":
        return
    sureness = outcome.score * cause.sureness
    for wording in each.terms.wordings:
        matter = wording.consequent
        if wording.force in ("threat", "promise") and not wording.forbids and matter.deeds - {"response"}:
            doers = wording.debtors or matter.agents
            yield Cause(Turn("supposed", _done_by(matter, doers)), each.obligation.id, sureness)


def _done_by(matter: Matter, doers: frozenset[str]) -> Matter:
    return replace(matter, agents=doers, sufferers=matter.parties - doers, denied=frozenset())


def _step(each: Standing, cause: Cause, outcome: Outcome, number: int) -> Step:
    detail = f"{outcome.rule} {outcome.why[:1].upper()}{outcome.why[1:]}."
    return Step(
        obligation=each.obligation.id,
        effect=EFFECTS[outcome.status],
        round=number,
        because=cause.because,
        matched=outcome.matched,
        why=Why("resolve.scenario", round(outcome.score * cause.sureness, 2), detail),
    )
