"""Findings as facts, each with the words of its label read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

import msgspec

from standoff.core.claims import Discrepancy, Measure, Readouts
from standoff.core.course import Day, Happening, Obligation, Scenario
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Dating, Difference, Lineage, Topic, Utterance
from standoff.core.judgements import Judgement
from standoff.core.records import Gap
from standoff.core.span import Span
from standoff.export.finding_records import (
    AccountFact,
    ActorFact,
    ClaimFact,
    DatingFact,
    DayFact,
    DifferenceFact,
    DiscrepancyFact,
    FindingFact,
    GapFact,
    HappeningFact,
    JoinFact,
    JudgementFact,
    LineageFact,
    MeasureFact,
    MetonymFact,
    MoveFact,
    ObligationFact,
    PointFact,
    ReadoutsFact,
    RoleFact,
    ScenarioFact,
    SideFact,
    Site,
    StageFact,
    StepFact,
    TopicFact,
    UtteranceFact,
)
from standoff.export.readings import place_of, rounded, why_of

Texts = Mapping[str, str]


class Named(Protocol):
    """A finding with an id of its own."""

    @property
    def id(self) -> str:
        """Its id."""


AnyFinding = TypeVar("AnyFinding", bound=Named)


def facts_of_findings(dossier: Dossier) -> Iterator[FindingFact]:
    """Every finding: each kind by id, lineages by what they hold, judgements in the order they were given."""
    texts = {document.id: document.text for document in dossier.documents}
    gaps = {gap for study in dossier.studies for gap in study.gaps}.union(dossier.gaps)
    yield from _each(_actor, dossier.actors)
    yield from _each(_account, dossier.accounts)
    yield from sorted(map(_lineage, dossier.lineages), key=msgspec.json.encode)
    yield from _each(_topic, dossier.topics)
    yield from _each(_utterance, dossier.utterances)
    yield from (_dating(dating) for dating in sorted(dossier.datings, key=lambda each: each.document))
    yield from _each(lambda happening: _happening(happening, texts), dossier.happenings)
    yield from _each(_day, dossier.days)
    yield from _each(lambda measure: _measure(measure, texts), dossier.measures)
    yield from _each(lambda obligation: _obligation(obligation, texts), dossier.obligations)
    yield from _each(_readouts, dossier.readouts)
    yield from _each(_discrepancy, dossier.discrepancies)
    yield from map(_judgement, dossier.judgements)
    yield from map(_gap, sorted(gaps, key=Gap.key))


def fact_of_scenario(scenario: Scenario) -> ScenarioFact:
    """A scenario with its steps, and as the lists of obligations that they make."""
    triggered = [step for step in scenario.steps if step.effect == "triggered"]
    return ScenarioFact(
        condition=scenario.condition,
        triggered=tuple(step.obligation for step in triggered if step.round == 0),
        violated=tuple(step.obligation for step in scenario.steps if step.effect == "violated"),
        chained=tuple(step.obligation for step in triggered if step.round > 0),
        standing=scenario.standing,
        happening=scenario.happening,
        steps=tuple(
            StepFact(step.obligation, step.effect, step.round, step.because, _site(step.matched), why_of(step.why))
            for step in scenario.steps
        ),
    )


def _each(fact: Callable[[AnyFinding], FindingFact], findings: Iterable[AnyFinding]) -> Iterator[FindingFact]:
    return (fact(finding) for finding in sorted(findings, key=lambda each: each.id))


def _actor(actor: Actor) -> ActorFact:
    return ActorFact(
        id=actor.id,
        name=actor.name,
        type=actor.type,
        named=actor.named,
        names=actor.names,
        mentions=actor.mentions,
        roles=tuple(RoleFact(role.text, _at(role.at), role.tense) for role in actor.roles),
        joins=tuple(JoinFact(join.left, join.right, why_of(join.why)) for join in actor.joins),
        stands_for=tuple(MetonymFact(each.actors, each.mentions, why_of(each.why)) for each in actor.stands_for),
        country=actor.country,
    )


def _account(account: Account) -> AccountFact:
    return AccountFact(id=account.id, documents=account.documents)


def _lineage(lineage: Lineage) -> LineageFact:
    return LineageFact(
        documents=lineage.documents,
        relation=lineage.relation,
        passages=tuple(((a.start, a.end), (b.start, b.end)) for a, b in lineage.passages),
        score=rounded(lineage.score),
        origin=lineage.origin,
        direction=None if lineage.direction is None else why_of(lineage.direction),
    )


def _topic(topic: Topic) -> TopicFact:
    return TopicFact(id=topic.id, documents=topic.documents, central=topic.central, why=why_of(topic.why))


def _utterance(utterance: Utterance) -> UtteranceFact:
    return UtteranceFact(
        id=utterance.id,
        speaker=utterance.speaker,
        attributions=utterance.attributions,
        fullest=utterance.fullest,
        accounts=len(utterance.accounts),
        carried_by=utterance.accounts,
        independent=utterance.independent,
        earliest=utterance.earliest,
        original=utterance.original,
        original_at=_site(utterance.original_at),
        differences=tuple(map(_difference, utterance.differences)),
        why=why_of(utterance.why),
    )


def _difference(difference: Difference) -> DifferenceFact:
    return DifferenceFact(difference.attribution, place_of(difference.fullest), place_of(difference.here))


def _dating(dating: Dating) -> DatingFact:
    return DatingFact(
        doc=dating.document,
        published=dating.published,
        documents=dating.documents,
        times=dating.times,
        why=why_of(dating.why),
    )


def _happening(happening: Happening, texts: Texts) -> HappeningFact:
    return HappeningFact(
        id=happening.id,
        label=_words(happening.label, texts),
        label_at=_at(happening.label),
        type=happening.type,
        factuality=happening.factuality,
        when=happening.when,
        when_basis=happening.when_basis,
        participants=happening.participants,
        place=happening.place,
        events=happening.events,
        course=tuple(StageFact(stage.factuality, stage.event) for stage in happening.course),
        documents=happening.documents,
        accounts=len(happening.accounts),
        carried_by=happening.accounts,
        independent=happening.independent,
        why=why_of(happening.why),
    )


def _day(day: Day) -> DayFact:
    return DayFact(
        id=day.id,
        when=day.when,
        sentences=tuple(map(_at, day.sentences)),
        documents=day.documents,
        accounts=len(day.accounts),
        carried_by=day.accounts,
        independent=day.independent,
        why=why_of(day.why),
    )


def _obligation(obligation: Obligation, texts: Texts) -> ObligationFact:
    return ObligationFact(
        id=obligation.id,
        label=_words(obligation.label, texts),
        label_at=_at(obligation.label),
        force=obligation.force,
        debtor=obligation.debtor,
        creditor=obligation.creditor,
        antecedent_at=_site(obligation.antecedent),
        consequent_at=_site(obligation.consequent),
        deadline=obligation.deadline,
        status=obligation.status,
        moves=tuple(
            MoveFact(move.status, move.rule, _at(move.at), move.happening, move.when) for move in obligation.moves
        ),
        commitments=obligation.commitments,
        accounts=len(obligation.accounts),
        carried_by=obligation.accounts,
        independent=obligation.independent,
        why=why_of(obligation.why),
    )


def _measure(measure: Measure, texts: Texts) -> MeasureFact:
    return MeasureFact(
        id=measure.id,
        label=_words(measure.label, texts),
        label_at=_at(measure.label),
        unit=measure.unit,
        status=measure.status,
        figures=measure.figures,
        claims=tuple(
            ClaimFact(each.claimant, each.low, each.high, each.as_of, each.figures, each.independent)
            for each in measure.claims
        ),
        why=why_of(measure.why),
    )


def _readouts(readouts: Readouts) -> ReadoutsFact:
    return ReadoutsFact(
        id=readouts.id,
        happening=readouts.happening,
        documents=readouts.documents,
        actors=readouts.sides,
        points=tuple(PointFact(each.agreement, _site(each.left), _site(each.right)) for each in readouts.points),
        why=why_of(readouts.why),
    )


def _discrepancy(discrepancy: Discrepancy) -> DiscrepancyFact:
    return DiscrepancyFact(
        id=discrepancy.id,
        check=discrepancy.check,
        sentence=discrepancy.sentence,
        sides=tuple(
            SideFact(side.at.doc, (side.at.start, side.at.end), side.reading, side.speaker)
            for side in discrepancy.sides
        ),
        cause=discrepancy.cause,
        severity=discrepancy.severity,
        about=discrepancy.about,
        why=why_of(discrepancy.why),
    )


def _judgement(judgement: Judgement) -> JudgementFact:
    return JudgementFact(
        subject=judgement.subject,
        verdict=judgement.verdict,
        other=judgement.other,
        by=judgement.by,
        on=judgement.on,
        note=judgement.note,
    )


def _gap(gap: Gap) -> GapFact:
    return GapFact(doc=gap.doc, path=gap.path, room=gap.room, reason=gap.reason)


def _words(span: Span, texts: Texts) -> str:
    return texts[span.doc][span.start : span.end]


def _at(span: Span) -> Site:
    return Site(span.doc, (span.start, span.end))


def _site(span: Span | None) -> Site | None:
    return None if span is None else _at(span)
