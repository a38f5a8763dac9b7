"""What is wrong with the findings on what goes on and where accounts differ; a part of ``integrity``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from standoff.core.claims import Discrepancy, Measure, Point
from standoff.core.course import Day, Happening, Obligation
from standoff.core.dossier import Dossier
from standoff.core.faults import Ids, bounds_faults, score_faults, span_faults, twice, unknown
from standoff.core.judgements import Judgement
from standoff.core.span import Span

ONE_SIDED = {"left": (True, False), "right": (False, True)}
"""Which sides tell a point; both, where the agreement is another."""


def course_faults(dossier: Dossier, texts: Mapping[str, str], ids: Ids) -> Iterator[str]:
    """What is wrong with findings on what goes on, with discrepancies and with judgements. ``ids``: what is known."""
    happenings = [(f"happening {each.id}", each) for each in dossier.happenings]
    days = [(f"day {each.id}", each) for each in dossier.days]
    measures = [(f"measure {each.id}", each) for each in dossier.measures]
    obligations = [(f"obligation {each.id}", each) for each in dossier.obligations]
    readouts = [(f"readouts {each.id}", each) for each in dossier.readouts]
    discrepancies = [(f"discrepancy {each.id}", each) for each in dossier.discrepancies]
    known = ids.with_findings(dossier)
    yield from span_faults(texts, _spans(dossier))
    yield from twice("happenings hold event", [e for _, each in happenings for e in each.events])
    yield from twice("days are", [each.id for _, each in days])
    yield from twice("claims hold figure", [f for _, each in measures for c in each.claims for f in c.figures])
    yield from twice("obligations hold commitment", [c for _, each in obligations for c in each.commitments])
    yield from twice("discrepancies are", [each.id for _, each in discrepancies])
    for what, happening in happenings:
        yield from _happening_faults(what, happening, known)
    for what, day in days:
        yield from _day_faults(what, day, known)
    for what, measure in measures:
        yield from _measure_faults(what, measure, known)
    for what, obligation in obligations:
        yield from _obligation_faults(what, obligation, known)
    for what, each in readouts:
        yield from unknown("happening", known.happenings, [(what, each.happening)])
        yield from unknown("document", known.documents, ((what, doc) for doc in each.documents))
        yield from unknown("actor", known.actors, ((what, side) for side in each.sides))
        yield from (fault for point in each.points for fault in _point_faults(what, point))
    for what, discrepancy in discrepancies:
        yield from _discrepancy_faults(what, discrepancy, known)
    for made in (happenings, days, measures, obligations, readouts, discrepancies):
        yield from score_faults((what, each.why) for what, each in made)
    yield from (fault for judgement in dossier.judgements for fault in _judgement_faults(judgement))


def _happening_faults(what: str, happening: Happening, ids: Ids) -> Iterator[str]:
    yield from unknown("event", ids.events, ((what, event) for event in happening.events))
    yield from unknown("actor", ids.actors, ((what, actor) for actor in happening.participants))
    yield from unknown("mention", ids.mentions, [(what, happening.place)])
    yield from unknown("account", ids.accounts, ((what, account) for account in happening.accounts))
    stages = ((f"the course of {what}", stage.event) for stage in happening.course)
    yield from unknown("event of its own", set(happening.events), stages)
    yield from bounds_faults(what, happening.independent, len(happening.accounts))
    yield from _missing(what, events=happening.events, course=happening.course)
    if (happening.when is None) != (happening.when_basis is None):
        yield f"{what}: a date and its basis stand together or not at all"
    if not 1 <= happening.documents <= max(1, len(happening.events)):
        yield f"{what}: {happening.documents} documents tell its {len(happening.events)} events"


def _day_faults(what: str, day: Day, ids: Ids) -> Iterator[str]:
    yield from unknown("document", ids.documents, ((what, doc) for doc in day.documents))
    yield from unknown("account", ids.accounts, ((what, account) for account in day.accounts))
    yield from bounds_faults(what, day.independent, len(day.accounts))
    yield from _missing(what, sentences=day.sentences, documents=day.documents)
    since, until = day.when.since, day.when.until
    if since is None or until is None or (until - since).days != 1:
        yield f"{what}: {since} to {until} is not one day"


def _measure_faults(what: str, measure: Measure, ids: Ids) -> Iterator[str]:
    yield from unknown("figure", ids.figures, ((what, figure) for figure in measure.figures))
    yield from unknown("actor", ids.actors, ((what, claim.claimant) for claim in measure.claims))
    yield from _missing(what, claims=measure.claims)
    if measure.figures != tuple(sorted(figure for claim in measure.claims for figure in claim.figures)):
        yield f"{what}: its figures are not those of its claims, sorted"
    for claim in measure.claims:
        yield from bounds_faults(f"a claim in {what}", claim.independent, len(claim.figures))


def _obligation_faults(what: str, obligation: Obligation, ids: Ids) -> Iterator[str]:
    yield from unknown("commitment", ids.commitments, ((what, each) for each in obligation.commitments))
    yield from unknown("actor", ids.actors, ((what, side) for side in (obligation.debtor, obligation.creditor)))
    yield from unknown("account", ids.accounts, ((what, account) for account in obligation.accounts))
    yield from unknown("happening", ids.happenings, ((f"a move of {what}", m.happening) for m in obligation.moves))
    yield from bounds_faults(what, obligation.independent, len(obligation.accounts))
    yield from _missing(what, commitments=obligation.commitments, moves=obligation.moves)
    if obligation.moves and obligation.moves[-1].status != obligation.status:
        yield f"{what}: it is {obligation.status}, and its last move made it {obligation.moves[-1].status}"


def _point_faults(what: str, point: Point) -> Iterator[str]:
    told = point.left is not None, point.right is not None
    if told != ONE_SIDED.get(point.agreement, (True, True)):
        yield f"{what}: a point that is said to be of {point.agreement} has other words"


def _discrepancy_faults(what: str, discrepancy: Discrepancy, ids: Ids) -> Iterator[str]:
    sides = discrepancy.sides
    yield from unknown("reading", ids.readings, ((f"a side of {what}", side.reading) for side in sides))
    yield from unknown("actor", ids.actors, ((f"a side of {what}", side.speaker) for side in sides))
    yield from unknown("finding", ids.findings, [(what, discrepancy.about)])
    if len(sides) < 2:
        yield f"{what}: it has {len(sides)} sides"
    if list(sides) != sorted(sides, key=lambda side: side.at):
        yield f"{what}: its sides are not in order of place"
    if not discrepancy.sentence.strip():
        yield f"{what}: it has no sentence"


def _judgement_faults(judgement: Judgement) -> Iterator[str]:
    """A judgement may outlive what it is of; it holds one record or two."""
    what = f"the judgement {judgement.verdict!r} on {judgement.subject}"
    if judgement.verdict in ("same", "different") and judgement.other is None:
        yield f"{what}: it compares with nothing"
    if judgement.verdict in ("right", "wrong") and judgement.other is not None:
        yield f"{what}: it is of one record, not of two"
    if judgement.other == judgement.subject:
        yield f"{what}: it compares a record with itself"


def _missing(what: str, **parts: tuple[object, ...]) -> Iterator[str]:
    yield from (f"{what}: it has no {name}" for name, part in parts.items() if not part)


def _spans(dossier: Dossier) -> Iterator[tuple[str, Span | None]]:
    for happening in dossier.happenings:
        yield f"the label of happening {happening.id}", happening.label
    for day in dossier.days:
        yield from _called(f"day {day.id}", day.sentences)
    for measure in dossier.measures:
        yield f"the label of measure {measure.id}", measure.label
    for obligation in dossier.obligations:
        spans = obligation.label, obligation.antecedent, obligation.consequent, *(m.at for m in obligation.moves)
        yield from _called(f"obligation {obligation.id}", spans)
    for readouts in dossier.readouts:
        points = (span for point in readouts.points for span in (point.left, point.right))
        yield from _called(f"readouts {readouts.id}", points)
    for discrepancy in dossier.discrepancies:
        yield from _called(f"a side of discrepancy {discrepancy.id}", (side.at for side in discrepancy.sides))


def _called(what: str, spans: Iterable[Span | None]) -> Iterator[tuple[str, Span | None]]:
    return ((what, span) for span in spans)
