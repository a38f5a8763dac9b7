"""Records for pictures from a dossier in memory: for the brief and for notebooks; pages ask the store instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from standoff.core.course import Happening, Scenario
from standoff.core.dossier import Dossier
from standoff.core.when import When
from standoff.picture.records import (
    Claimed,
    Copying,
    DayThatMatters,
    Kept,
    Mark,
    Origin,
    Report,
    Rung,
    Tally,
    Turn,
)

Href = Callable[[str], str | None]
"""From the id of a record to where it is shown, or ``None``."""

LANES = 8


def nowhere(_: str) -> None:
    """No address: a picture without links."""


def marks_of(dossier: Dossier, href: Href = nowhere, *, lanes: int = LANES) -> list[Mark]:
    """Happenings in the lanes of those who take part most often, the rest in "others"."""
    texts = {document.id: document for document in dossier.documents}
    names = {actor.id: actor.name for actor in dossier.actors}
    often = Counter(actor for happening in dossier.happenings for actor in happening.participants)
    shown = {actor for actor, _ in sorted(often.items(), key=lambda item: (-item[1], item[0]))[:lanes]}

    def lane(happening: Happening) -> str:
        return next((names[actor] for actor in happening.participants if actor in shown), "others")

    return [
        Mark(
            id=one.id,
            label=texts[one.label.doc].quote(one.label),
            type=one.type,
            factuality=one.factuality,
            when=one.when,
            lane=lane(one),
            lower=one.independent.lower,
            upper=one.independent.upper,
            href=href(one.id),
        )
        for one in dossier.happenings
    ]


def tallies_of(dossier: Dossier) -> list[Tally]:
    """How many happenings begin on each day that is told as one."""
    counts = Counter(
        (one.when.since, one.factuality)
        for one in dossier.happenings
        if one.when is not None and one.when.since is not None and one.when.until is not None
    )
    return [Tally(day=day, factuality=kind, count=number) for (day, kind), number in sorted(counts.items())]


def days_of(dossier: Dossier, href: Href = nowhere) -> list[DayThatMatters]:
    """The days that matter, each with its best sentence; ``href`` is asked for the day's id."""
    texts = {document.id: document for document in dossier.documents}
    return [
        DayThatMatters(
            day=one.when.since,
            label=texts[one.sentences[0].doc].quote(one.sentences[0]),
            accounts=one.independent.upper,
            href=href(one.id),
        )
        for one in dossier.days
        if one.when.since is not None and one.sentences
    ]


def reports_of(dossier: Dossier, href: Href = nowhere) -> list[Report]:
    """All documents with their account; one without a date of its own has what others tell of it, if that is a day."""
    account = {document: account.id for account in dossier.accounts for document in account.documents}
    dated = {dating.document: dating.published for dating in dossier.datings}

    return [
        Report(
            id=one.id,
            title=one.title or one.path.rsplit("/", 1)[-1],
            outlet=one.outlet or "outlet not told",
            account=account.get(one.id, one.id),
            published=_the_day(one.published or dated.get(one.id)),
            href=href(one.id),
        )
        for one in dossier.documents
    ]


def _the_day(when: When | None) -> date | None:
    """The day, where it is one."""
    if when is None or when.since is None or when.until is None or (when.until - when.since).days > 1:
        return None
    return when.since


def copyings_of(dossier: Dossier) -> list[Copying]:
    """All that is known of which text came from which."""
    return [
        Copying(
            origin=one.origin or one.documents[0],
            made=one.documents[1] if one.origin in (None, one.documents[0]) else one.documents[0],
            relation=one.relation,
            directed=one.origin is not None,
        )
        for one in dossier.lineages
    ]


def claims_of(dossier: Dossier, measure: str, href: Href = nowhere) -> list[Claimed]:
    """The claims of a measure, by its id; ``href`` is asked for the id of a claim's first figure.

    Raises ``KeyError`` for an id that is none of the dossier's measures.
    """
    names = {actor.id: actor.name for actor in dossier.actors}
    figures = {figure.id: figure for study in dossier.studies for figure in study.figures}
    found = {one.id: one for one in dossier.measures}[measure]
    return [
        Claimed(
            id=claim.figures[0],
            claimant=None if claim.claimant is None else names[claim.claimant],
            low=claim.low,
            high=claim.high,
            hedge=figures[claim.figures[0]].hedge,
            status=figures[claim.figures[0]].status,
            as_of=claim.as_of,
            lower=claim.independent.lower,
            upper=claim.independent.upper,
            href=href(claim.figures[0]),
        )
        for claim in found.claims
    ]


def kept_of(dossier: Dossier, href: Href = nowhere) -> list[Kept]:
    """All obligations with their moves."""
    texts = {document.id: document for document in dossier.documents}
    names = {actor.id: actor.name for actor in dossier.actors}
    return [
        Kept(
            id=one.id,
            label=texts[one.label.doc].quote(one.label),
            force=one.force,
            debtor=None if one.debtor is None else names[one.debtor],
            turns=tuple(Turn(status=move.status, rule=move.rule, when=move.when) for move in one.moves),
            href=href(one.id),
        )
        for one in dossier.obligations
    ]


def rungs_of(dossier: Dossier, scenario: Scenario, href: Href = nowhere) -> list[Rung]:
    """The steps of a scenario over the dossier's obligations."""
    kept = {one.id: one for one in kept_of(dossier, href)}
    return [
        Rung(
            id=step.obligation,
            label=kept[step.obligation].label,
            effect=step.effect,
            round=step.round,
            because=step.because,
            debtor=kept[step.obligation].debtor,
            force=kept[step.obligation].force,
            href=kept[step.obligation].href,
        )
        for step in scenario.steps
    ]


def origins_of(dossier: Dossier, href: Href = nowhere) -> list[Origin]:
    """Accounts with the outlet and title of their first report."""
    titles = {one.id: f"{one.outlet}: {one.title}" for one in reports_of(dossier)}
    return [
        Origin(id=one.id, label=titles[one.documents[0]], reports=len(one.documents), href=href(one.id))
        for one in dossier.accounts
    ]
