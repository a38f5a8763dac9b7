"""A store by hand: a summit that was planned and met, a road that may be shut, and three counts of the same lorries."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from standoff.core.claims import Claim, Discrepancy, Measure, Side
from standoff.core.course import Day, Happening, Move, Obligation, Stage
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Independent
from standoff.core.records import Event, Figure
from standoff.core.span import Span
from standoff.core.when import When
from standoff.store.file import Store
from tests.builders import BY_HAND, at, commitment, document, event, figure, mention, study, time

PREVIEW = document(
    "a/preview.txt",
    "Mr. Brandt of Varland will meet Selmia on Tuesday. Varland counts 40 lorries at the pass.",
    outlet="Varn Post",
    published="2031-05-05",
)
WIRE = document(
    "b/wire.txt",
    "TUVAN, May 6. Varland and Selmia met at 10.30 on Tuesday! Some 60 lorries wait at the pass.\n\n"
    "Varland will shut the road unless they turn back.",
    outlet="Kestrel Wire",
    published="2031-05-06",
)
COPY = document("c/copy.txt", "Varland and Selmia met on Tuesday. Selmia counts 60 lorries.", published="2031-05-07")
LATER = document(
    "d/later.txt", "The road was not shut, Selmia says. A treaty of 2004 forbids it.", published="2031-05-20"
)
DOCUMENTS = tuple(sorted((PREVIEW, WIRE, COPY, LATER), key=lambda each: each.id))

VARLAND, SELMIA = mention(PREVIEW, "Varland", "state"), mention(PREVIEW, "Selmia", "state")
VARLAND_TOO, SELMIA_TOO = mention(WIRE, "Varland", "state"), mention(WIRE, "Selmia", "state")
COUNTING = mention(COPY, "Selmia", "state", nth=1)
HALF_PAST_TEN = time(
    WIRE, "10.30 on Tuesday", "2031-05-06T10:30", type="time", when=When.parse("2031-05-06"), basis="published"
)
WILL_MEET = event(PREVIEW, "will meet", "CONSULT", "scheduled", when=When.parse("2031-05-06"), when_basis="published")
MET = event(WIRE, "met", "CONSULT", when=When.parse("2031-05-06"), when_basis="published", time=HALF_PAST_TEN.id)
MET_TOO = event(COPY, "met", "CONSULT", when=When.parse("2031-05-06"), when_basis="published")
SHUT = event(WIRE, "shut", "COERCE", "hypothetical")
NOT_SHUT = event(LATER, "not shut", "COERCE", "denied", when=When.parse("2031-05-20"), when_basis="published")
TREATY = event(LATER, "treaty", "AGREE", when=When.parse("2004"), when_basis="explicit")
FORTY = figure(PREVIEW, "40", 40, unit="lorry", what="lorries", claimant=VARLAND.id, status="actual")
SOME_SIXTY = figure(WIRE, "Some 60", 60, unit="lorry", what="lorries", hedge="about", status="actual")
SIXTY = figure(COPY, "60", 60, unit="lorry", what="lorries", claimant=COUNTING.id, status="actual")
PLANNED = figure(LATER, "2004", 2004, status="planned")
THREAT = commitment(WIRE, "Varland will shut the road", "threat", "shut the road", debtor=VARLAND_TOO)

ONE_ORIGIN = Account(documents=tuple(sorted((WIRE.id, COPY.id))))
ACCOUNTS = tuple(
    sorted((ONE_ORIGIN, Account(documents=(PREVIEW.id,)), Account(documents=(LATER.id,))), key=lambda each: each.id)
)
STATES = (
    Actor(id="1" * 16, name="Varland", type="state", names=("Varland",), mentions=(VARLAND.id, VARLAND_TOO.id)),
    Actor(
        id="2" * 16, name="Selmia", type="state", names=("Selmia",), mentions=(SELMIA.id, SELMIA_TOO.id, COUNTING.id)
    ),
)
ACTORS = tuple(
    Actor(id=each.id, name=each.name, type=each.type, names=each.names, mentions=tuple(sorted(each.mentions)))
    for each in STATES
)
VARLAND_ID, SELMIA_ID = (each.id for each in ACTORS)


def accounts_of(places: Sequence[Span]) -> tuple[str, ...]:
    """The accounts of the documents of these places."""
    docs = {place.doc for place in places}
    return tuple(sorted(each.id for each in ACCOUNTS if docs & set(each.documents)))


def happening(label: Span, events: Sequence[Event], participants: tuple[str, ...] = (), **fields: Any) -> Happening:
    """A happening of these events, which is what the last of them says."""
    accounts = accounts_of([each.at for each in events])
    return Happening(
        label=label,
        type=events[-1].type,
        factuality=events[-1].factuality,
        when=events[-1].when,
        when_basis=events[-1].when_basis,
        participants=participants,
        place=None,
        events=tuple(sorted(each.id for each in events)),
        documents=len({each.at.doc for each in events}),
        course=tuple(Stage(factuality=each.factuality, event=each.id) for each in fields.get("course", events[-1:])),
        accounts=accounts,
        independent=Independent(lower=1, upper=len(accounts)),
        why=BY_HAND,
    )


SUMMIT = happening(
    at(WIRE, "Varland and Selmia met"), [WILL_MEET, MET, MET_TOO], (VARLAND_ID, SELMIA_ID), course=(WILL_MEET, MET)
)
SHUTTING = happening(at(WIRE, "shut the road"), [SHUT], (VARLAND_ID,))
DENIED = happening(at(LATER, "The road was not shut"), [NOT_SHUT])
SIGNED = happening(at(LATER, "A treaty of 2004"), [TREATY])
HAPPENINGS = tuple(sorted((SUMMIT, SHUTTING, DENIED, SIGNED), key=lambda each: each.id))


def claim(claimant: str | None, told: Figure) -> Claim:
    """What one claims in one figure."""
    return Claim(
        claimant=claimant,
        low=told.low,
        high=told.high,
        as_of=told.as_of,
        figures=(told.id,),
        independent=Independent(lower=1, upper=1),
    )


def measure(label: Span, claims: Sequence[Claim], **fields: Any) -> Measure:
    """A measure of these claims."""
    figures = tuple(sorted(key for each in claims for key in each.figures))
    return Measure(label=label, claims=tuple(claims), figures=figures, why=BY_HAND, **fields)


LORRIES = measure(
    at(PREVIEW, "lorries at the pass"),
    (claim(VARLAND_ID, FORTY), claim(None, SOME_SIXTY), claim(SELMIA_ID, SIXTY)),
    unit="lorry",
    status="actual",
)
YEAR = measure(at(LATER, "2004"), (claim(None, PLANNED),), unit=None, status="planned")
OBLIGATION = Obligation(
    label=at(WIRE, "Varland will shut the road"),
    force="threat",
    debtor=VARLAND_ID,
    creditor=None,
    antecedent=None,
    consequent=at(WIRE, "shut the road"),
    deadline=None,
    commitments=(THREAT.id,),
    status="cancelled",
    moves=(
        Move(status="detached", rule="it has no condition", at=at(WIRE, "will shut")),
        Move(status="cancelled", rule="it met", at=at(WIRE, "met"), happening=SUMMIT.id, when=SUMMIT.when),
    ),
    accounts=(ONE_ORIGIN.id,),
    independent=Independent(lower=1, upper=1),
    why=BY_HAND,
)
DISAGREED = Discrepancy(
    check="figures",
    sentence="Numbers differ for the same thing.",
    sides=(
        Side(at=at(PREVIEW, "40 lorries"), reading=FORTY.id),
        Side(at=at(WIRE, "60 lorries"), reading=SOME_SIXTY.id),
    ),
    cause="dispute",
    severity="grave",
    about=LORRIES.id,
    why=BY_HAND,
)


def day(when: str, sentences: Sequence[Span], documents: Sequence[str], score: float) -> Day:
    """A day in these sentences."""
    accounts = accounts_of(sentences)
    return Day(
        when=When.parse(when),
        sentences=tuple(sentences),
        documents=tuple(sorted(documents)),
        accounts=accounts,
        independent=Independent(lower=1, upper=len(accounts)),
        why=type(BY_HAND)(BY_HAND.finder, score, BY_HAND.detail),
    )


TALKS_DAY = day("2031-05-06", (at(WIRE, "Varland and Selmia met"), at(COPY, COPY.text)), (WIRE.id, COPY.id), 1.0)
QUIET_DAY = day("2031-05-20", (at(LATER, "The road was not shut, Selmia says."),), (LATER.id,), 0.25)
READINGS = {
    PREVIEW.id: (VARLAND, SELMIA, WILL_MEET, FORTY),
    WIRE.id: (VARLAND_TOO, SELMIA_TOO, HALF_PAST_TEN, MET, SHUT, SOME_SIXTY, THREAT),
    COPY.id: (COUNTING, MET_TOO, SIXTY),
    LATER.id: (NOT_SHUT, TREATY, PLANNED),
}
STUDIES = tuple(study(each, *READINGS[each.id]) for each in DOCUMENTS)
DOSSIER = Dossier(
    documents=DOCUMENTS,
    studies=STUDIES,
    accounts=ACCOUNTS,
    actors=ACTORS,
    happenings=HAPPENINGS,
    days=(TALKS_DAY, QUIET_DAY),
    measures=tuple(sorted((LORRIES, YEAR), key=lambda each: each.id)),
    obligations=(OBLIGATION,),
    discrepancies=(DISAGREED,),
)


def write_pass_crisis(path: Path) -> Path:
    """The store, written to this path."""
    with Store.open(path, create=True) as store:
        for each in DOCUMENTS:
            store.add_source(each.path, "a", "1", [each], [])
        store.add_studies(STUDIES, "1")
        store.write_findings(DOSSIER, "1")
    return path
