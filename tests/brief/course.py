"""The dossier of ``crisis`` with what its reports come to together: happenings, obligations, measures and the rest."""

from msgspec.structs import replace

from standoff.core.claims import Claim, Discrepancy, Measure, Point, Readouts, Side
from standoff.core.course import Day, Happening, Move, Obligation, Scenario, Stage, Step
from standoff.core.dossier import Dossier
from standoff.core.findings import Independent, Metonym, Topic
from standoff.core.judgements import Judgement
from standoff.core.records import Commitment, Event, Figure, Why
from standoff.core.span import Span
from standoff.core.when import When
from tests.brief.crisis import COURIER, LATER, LODAN, MIRROR, SPUN, crisis
from tests.builders import at

HAND = Why("hand", 0.8, "made by hand")
ONE, UP_TO_TWO = Independent(lower=1, upper=1), Independent(lower=1, upper=2)


def course() -> Dossier:
    """The whole of it."""
    dossier = crisis()
    events = {each.at: each for study in dossier.studies for each in study.events}
    commitments = [each for study in dossier.studies for each in study.commitments]
    (soldiers,) = (each for study in dossier.studies for each in study.figures)
    call, closed, talks = events[at(COURIER, "call")], events[at(COURIER, "closed")], events[at(LATER, "Talks")]
    by_force = {each.force: each for each in commitments}
    meeting, bridge = _happenings(dossier, call, talks, closed)
    obligations = _obligations(dossier, by_force["threat"], by_force["demand"], by_force["red_line"], bridge)
    measure = _measure(soldiers)
    return replace(
        dossier,
        topics=(
            Topic(documents=tuple(sorted((COURIER.id, MIRROR.id, SPUN.id, LODAN.id))), central=COURIER.id, why=HAND),
            Topic(documents=(LATER.id,), central=LATER.id, why=HAND),
        ),
        happenings=(meeting, bridge),
        days=_days(dossier),
        obligations=obligations,
        measures=(measure,),
        readouts=(
            Readouts(
                happening=meeting.id,
                documents=(COURIER.id, LODAN.id),
                sides=("vesk", "hale"),
                points=(
                    Point(agreement="opposed", left=at(COURIER, "She denied"), right=at(LODAN, "reopen the bridge")),
                    Point(agreement="left", left=at(COURIER, "a call on Tuesday"), right=None),
                ),
                why=HAND,
            ),
        ),
        discrepancies=_discrepancies(bridge, obligations[0], by_force["threat"]),
        judgements=(
            Judgement(subject=call.id, verdict="same", other=talks.id, by="Ada", on="2041-03-09T08:00:00+00:00"),
            Judgement(subject="0" * 16, verdict="wrong", by="Ada", on="2041-03-09T08:01:00+00:00", note="a slip"),
        ),
        actors=tuple(
            replace(each, stands_for=(Metonym(actors=("vesk",), mentions=each.mentions[:1], why=HAND),))
            if each.id == "hale"
            else each
            for each in dossier.actors
        ),
    )


def scenario(dossier: Dossier) -> Scenario:
    """A battalion enters: the threat is triggered, and in turn it breaks the demand."""
    threat, demand, line = dossier.obligations
    return Scenario(
        condition="a new battalion enters the Orrin valley",
        happening=None,
        steps=(
            Step(
                obligation=threat.id,
                effect="triggered",
                round=0,
                because=None,
                matched=threat.antecedent,
                why=Why("hand", 0.9, "the condition is its antecedent"),
            ),
            Step(
                obligation=demand.id,
                effect="violated",
                round=1,
                because=threat.id,
                matched=None,
                why=Why("hand", 0.6, "measures close the bridge"),
            ),
        ),
        standing=(line.id,),
    )


def _happenings(dossier: Dossier, call: Event, talks: Event, closed: Event) -> tuple[Happening, Happening]:
    meeting = Happening(
        label=at(COURIER, "a call on Tuesday"),
        type="CONSULT",
        factuality="scheduled",
        when=When.parse("2041-03-12"),
        when_basis="explicit",
        participants=("vesk", "hale"),
        place=None,
        events=tuple(sorted((call.id, talks.id))),
        documents=2,
        course=(Stage(factuality="occurred", event=call.id), Stage(factuality="scheduled", event=talks.id)),
        accounts=tuple(sorted(account.id for account in dossier.accounts[:2])),
        independent=UP_TO_TWO,
        why=HAND,
    )
    bridge = Happening(
        label=at(COURIER, "closed the bridge"),
        type="COERCE",
        factuality="denied",
        when=None,
        when_basis=None,
        participants=(),
        place=closed.place,
        events=(closed.id,),
        documents=1,
        course=(Stage(factuality="denied", event=closed.id),),
        accounts=(dossier.accounts[0].id,),
        independent=ONE,
        why=HAND,
    )
    return meeting, bridge


def _days(dossier: Dossier) -> tuple[Day, ...]:
    """Five days; the call is told most of, the last one least."""
    first, second = dossier.accounts[:2]
    both = tuple(sorted((first.id, second.id)))

    def of(day: str, score: float, *sentences: Span, told: tuple[str, ...] = (first.id,)) -> Day:
        return Day(
            when=When.parse(day),
            sentences=sentences,
            documents=(COURIER.id, LODAN.id)[: len(told)],
            accounts=told,
            independent=Independent(lower=1, upper=len(told)),
            why=Why("resolve.timeline", score, "made by hand"),
        )

    return (
        of("2041-03-04", 0.4, at(COURIER, "closed the bridge")),
        of("2041-03-05", 1.0, at(COURIER, "a call on Tuesday"), at(LODAN, "reopen the bridge"), told=both),
        of("2041-03-06", 0.3, at(COURIER, "She denied")),
        of("2041-03-12", 0.7, at(LATER, "Talks"), at(COURIER, "call")),
        of("2041-03-13", 0.1, at(LATER, "Talks")),
    )


def _obligations(
    dossier: Dossier, threat: Commitment, demand: Commitment, line: Commitment, bridge: Happening
) -> tuple[Obligation, Obligation, Obligation]:
    def of(commitment: Commitment, debtor: str | None, creditor: str | None, *moves: Move) -> Obligation:
        return Obligation(
            label=commitment.at,
            force=commitment.force,
            debtor=debtor,
            creditor=creditor,
            antecedent=commitment.antecedent,
            consequent=commitment.consequent,
            deadline=commitment.deadline,
            commitments=(commitment.id,),
            status=moves[-1].status,
            moves=moves,
            accounts=(dossier.accounts[0].id,),
            independent=ONE,
            why=HAND,
        )

    waits = Move(status="conditional", rule="it waits for its condition", at=at(COURIER, "any new battalion"))
    owed = Move(status="detached", rule="it is bound to no condition", at=at(LODAN, "reopen the bridge"))
    broken = Move(
        status="violated",
        rule="the opposite was done",
        at=at(COURIER, "closed the bridge"),
        happening=bridge.id,
        when=When.parse("2041-03-05"),
    )
    return (
        of(threat, "vesk", None, waits),
        of(demand, None, "hale", owed, broken),
        of(line, "hale", None, replace(waits, at=at(LODAN, "nothing less"))),
    )


def _measure(soldiers: Figure) -> Measure:
    claim = Claim(
        claimant="official",
        low=soldiers.low,
        high=soldiers.high,
        as_of=soldiers.as_of,
        figures=(soldiers.id,),
        independent=UP_TO_TWO,
    )
    return Measure(
        label=at(COURIER, "Lodan troops"),
        unit="person",
        status="actual",
        claims=(claim,),
        figures=(soldiers.id,),
        why=HAND,
    )


def _discrepancies(bridge: Happening, threat: Obligation, wording: Commitment) -> tuple[Discrepancy, ...]:
    return (
        Discrepancy(
            check="factuality",
            sentence="One report has it as done, another as denied.",
            sides=(
                Side(at=at(COURIER, "She denied"), reading=None, speaker="vesk"),
                Side(at=at(LODAN, "reopen the bridge"), reading=None, speaker="hale"),
            ),
            cause="dispute",
            severity="grave",
            about=bridge.id,
            why=HAND,
        ),
        Discrepancy(
            check="wording",
            sentence="The same threat is told in other words.",
            sides=(
                Side(at=at(COURIER, "strong economic measures"), reading=wording.id, speaker=None),
                Side(at=at(SPUN, "powerful economic measures"), reading=None, speaker="vesk"),
            ),
            cause="damage",
            severity="slight",
            about=threat.id,
            why=HAND,
        ),
    )
