"""What goes on, in miniature: a happening for equal triggers, an obligation for equal words, a measure for one unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from msgspec.structs import replace

from standoff.core.claims import Claim, Discrepancy, Measure, Point, Readouts, Side
from standoff.core.course import Day, Happening, Move, Obligation, Stage
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Dating, Independent, Metonym, Topic
from standoff.core.records import Commitment, Document, Event, Figure, TimeExpression
from standoff.core.span import Span
from standoff.core.when import When
from tests.builders import BY_HAND

Told = TypeVar("Told", Event, Figure, Commitment)


def with_what_goes_on(dossier: Dossier) -> Dossier:
    """The dossier with one finding of every other kind, where it has what that is drawn from."""
    words = {document.id: document for document in dossier.documents}
    events = _alike((each for study in dossier.studies for each in study.events), words)
    figures = _alike((each for study in dossier.studies for each in study.figures), words)
    commitments = _alike((each for study in dossier.studies for each in study.commitments), words)
    happenings = tuple(sorted((_happening(found, dossier.actors) for found in events), key=lambda each: each.id))
    return replace(
        dossier,
        topics=tuple(_topic(document) for document in dossier.documents),
        actors=tuple(_standing(actor, dossier.actors) for actor in dossier.actors),
        datings=_datings(dossier),
        happenings=happenings,
        days=_days(dossier.documents),
        measures=tuple(sorted(map(_measure, figures), key=lambda each: each.id)),
        obligations=tuple(sorted((_obligation(found, happenings) for found in commitments), key=lambda each: each.id)),
        readouts=tuple(_readouts(dossier, happening) for happening in happenings[:1]),
        discrepancies=tuple(sorted((_discrepancy(one, two) for one, two in pairwise(events)), key=lambda d: d.id)),
    )


def _alike(readings: Iterable[Told], words: Mapping[str, Document]) -> list[list[Told]]:
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for reading in readings:
        found[words[reading.at.doc].quote(reading.at)].append(reading)
    return [found[key] for key in sorted(found)]


def _topic(document: Document) -> Topic:
    return Topic(documents=(document.id,), central=document.id, why=BY_HAND)


def _standing(actor: Actor, actors: Sequence[Actor]) -> Actor:
    others = tuple(other.id for other in actors if other.id != actor.id)
    return replace(
        actor,
        stands_for=(Metonym(actors=others, mentions=actor.mentions[:1], why=BY_HAND),) if others else (),
        country="XA",
    )


def _datings(dossier: Dossier) -> tuple[Dating, ...]:
    """Documents without a date are of one day, by the first other document and the times that they tell."""
    first = dossier.documents[:1]
    day = When.parse("2031-04-08")
    return tuple(
        Dating(document=document.id, published=day, documents=(first[0].id,), times=_ids(study.times), why=BY_HAND)
        for document, study in zip(dossier.documents, dossier.studies, strict=False)
        if document.published is None and document.id != first[0].id and study.doc == document.id
    )


def _ids(times: Sequence[TimeExpression]) -> tuple[str, ...]:
    return tuple(time.id for time in times)


def _accounts(places: Iterable[Span]) -> tuple[str, ...]:
    return tuple(sorted({Account(documents=(place.doc,)).id for place in places}))


def _sorted_ids(readings: Sequence[Told], key: Callable[[Told], str] = lambda each: each.id) -> tuple[str, ...]:
    return tuple(sorted(map(key, readings)))


def _happening(found: Sequence[Event], actors: Sequence[Actor]) -> Happening:
    accounts = _accounts(event.at for event in found)
    return Happening(
        label=min(event.at for event in found),
        type=found[0].type,
        factuality=found[0].factuality,
        when=found[0].when,
        when_basis=found[0].when_basis,
        participants=tuple(actor.id for actor in actors),
        place=found[0].place,
        events=_sorted_ids(found),
        documents=len({event.at.doc for event in found}),
        course=tuple(Stage(factuality="scheduled", event=key) for key in _sorted_ids(found)),
        accounts=accounts,
        independent=Independent(lower=1, upper=len(accounts)),
        why=BY_HAND,
    )


def _days(documents: Sequence[Document]) -> tuple[Day, ...]:
    """One day, which every document tells from beginning to end."""
    if not documents:
        return ()
    places = tuple(sorted(document.span(0, len(document.text)) for document in documents))
    accounts = _accounts(places)
    return (
        Day(
            when=When.parse("2031-04-08"),
            sentences=places,
            documents=tuple(document.id for document in documents),
            accounts=accounts,
            independent=Independent(lower=1, upper=len(accounts)),
            why=BY_HAND,
        ),
    )


def _measure(found: Sequence[Figure]) -> Measure:
    claims = tuple(
        Claim(
            claimant=None,
            low=figure.low,
            high=figure.high,
            as_of=figure.as_of,
            figures=(figure.id,),
            independent=Independent(lower=1, upper=1),
        )
        for figure in sorted(found, key=lambda figure: figure.at)
    )
    label = min(figure.at for figure in found)
    return Measure(label=label, unit="person", status="actual", claims=claims, figures=_sorted_ids(found), why=BY_HAND)


def _obligation(found: Sequence[Commitment], happenings: Sequence[Happening]) -> Obligation:
    accounts = _accounts(commitment.at for commitment in found)
    first = min(found, key=lambda commitment: commitment.at)
    own = Move(status="conditional", rule="its own words", at=first.at)
    moved = [
        Move(status="detached", rule="it came", at=each.label, happening=each.id, when=each.when)
        for each in happenings[:1]
    ]
    return Obligation(
        label=first.at,
        force=first.force,
        debtor=None,
        creditor=None,
        antecedent=first.antecedent,
        consequent=first.consequent,
        deadline=first.deadline,
        commitments=_sorted_ids(found),
        status=[own, *moved][-1].status,
        moves=(own, *moved),
        accounts=accounts,
        independent=Independent(lower=len(accounts), upper=len(accounts)),
        why=BY_HAND,
    )


def _readouts(dossier: Dossier, happening: Happening) -> Readouts:
    side, doc = dossier.actors[0].id, happening.label.doc
    points = (
        Point(agreement="both", left=happening.label, right=happening.label),
        Point(agreement="left", left=happening.label, right=None),
    )
    return Readouts(happening=happening.id, documents=(doc, doc), sides=(side, side), points=points, why=BY_HAND)


def _discrepancy(one: Sequence[Event], two: Sequence[Event]) -> Discrepancy:
    sides = sorted((Side(at=each.at, reading=each.id) for each in (one[0], two[0])), key=lambda side: side.at)
    return Discrepancy(
        check="wording",
        sentence="They use other words.",
        sides=tuple(sides),
        cause="unknown",
        severity="slight",
        why=BY_HAND,
    )
