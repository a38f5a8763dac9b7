"""A store with more of everything than a page can show: 5,000 actors in many scripts, labels of 2,000 characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from standoff.core.claims import Claim, Measure
from standoff.core.course import Happening, Move, Obligation, Stage
from standoff.core.dossier import Dossier
from standoff.core.faults import Reading
from standoff.core.findings import Account, Actor, Independent, Utterance
from standoff.core.records import Document, Mention, Study
from standoff.core.vocabulary import Factuality
from standoff.store.file import Store
from tests.builders import BY_HAND, at, attribution, commitment, document, event, figure, mention, study

ACTORS, EACH = 5_000, 50
"""How many people there are, and how many of them a report names."""

LONG = 2_000
FIRST_NAMES = ("Ilo Marn", "Елена Ковач", "馬倫", "إيلو مارن", "אילו מארן", "Ílo Mårn", "ইলো মার্ন", "อิโล มาร์น")
"""Names of one invented family in eight scripts, two of them written from right to left."""

SIDES: tuple[Factuality, ...] = ("occurred", "ongoing", "scheduled", "hypothetical", "denied")
ONE = Independent(lower=1, upper=1)


def name_of(number: int) -> str:
    """A name, of 2,000 characters for the first, beside a number that is written from left to right."""
    name = f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {number}"
    return name if number else f"{name} {'of the very long house ' * 100}"[:LONG].strip()


class Told(msgspec.Struct, frozen=True):
    """A report with what is read in it."""

    report: Document
    studied: Study
    people: tuple[str, ...]
    """Ids of the mentions, in order."""


def tell(number: int) -> Told:
    """The report of this number: people who say, threaten and count, one sentence each."""
    people = range(number * EACH, (number + 1) * EACH)
    lines = [
        f"{name_of(each)} said the pass {each} would close if {each + 7} lorries came before 4 March. "
        f"Guards met at gate {each}."
        for each in people
    ]
    report = document(
        f"{number}.txt",
        "\n\n".join(lines),
        title=f"{FIRST_NAMES[number % len(FIRST_NAMES)]}: pass {number}",
        outlet=f"Herald {number % 40} {FIRST_NAMES[number % 7]}",
        published=f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}",
    )
    mentions = [mention(report, name_of(each)) for each in people]
    readings = [one for each, who in zip(people, mentions, strict=True) for one in _read(report, each, who)]
    return Told(report, study(report, *mentions, *readings), tuple(who.id for who in mentions))


def _read(report: Document, each: int, who: Mention) -> Iterator[Reading]:
    closing = f"the pass {each} would close if {each + 7} lorries"
    yield attribution(report, f"{closing} came before 4 March", source=name_of(each), cue="said", speaker=who)
    yield commitment(report, closing, "threat", f"the pass {each} would close", debtor=who)
    yield figure(report, f"{each + 7} lorries", each + 7, what="lorries")
    yield event(report, f"met at gate {each}.", "CONSULT", SIDES[each % len(SIDES)], agents=(who,))


def crowded_dossier() -> Dossier:
    """Everything: one finding of each kind that holds hundreds, and as many that hold one."""
    told = [tell(number) for number in range(ACTORS // EACH)]
    accounts = {each.report.id: Account(documents=(each.report.id,)) for each in told}
    mentions = [key for each in told for key in each.people]
    actors = [
        Actor(id=actor_of(n), name=name_of(n), type="person", names=(name_of(n),), mentions=(key,))
        for n, key in enumerate(mentions)
    ]
    return Dossier(
        documents=tuple(sorted((each.report for each in told), key=lambda each: each.id)),
        studies=tuple(sorted((each.studied for each in told), key=lambda each: each.doc)),
        accounts=tuple(sorted(accounts.values(), key=lambda each: each.id)),
        actors=tuple(actors),
        utterances=_utterances(told, accounts),
        happenings=_happenings(told, accounts),
        measures=(_measure(told),),
        obligations=_obligations(told, accounts),
    )


def actor_of(number: int) -> str:
    """The id of the person of this number."""
    return f"{number:016x}"


def _told_by(docs: set[str], accounts: Mapping[str, Account]) -> dict[str, Any]:
    ids = tuple(sorted(accounts[doc].id for doc in docs))
    return {"accounts": ids, "independent": Independent(lower=1, upper=len(ids)), "why": BY_HAND}


def _utterances(told: Sequence[Told], accounts: Mapping[str, Account]) -> tuple[Utterance, ...]:
    everybody = [said for each in told for said in each.studied.attributions[:3]]
    alone = [said for each in told for said in each.studied.attributions[3:8]]
    groups = [everybody, *([said] for said in alone)]
    found = [
        Utterance(
            speaker=actor_of(number),
            attributions=tuple(sorted(said.id for said in group)),
            fullest=group[0].id,
            **_told_by({said.doc for said in group}, accounts),
        )
        for number, group in enumerate(groups)
    ]
    return tuple(sorted(found, key=lambda each: each.id))


def _happenings(told: Sequence[Told], accounts: Mapping[str, Account]) -> tuple[Happening, ...]:
    everything = [met for each in told for met in each.studied.events[:5]]
    alone = [met for each in told for met in each.studied.events[5:10]]
    long = told[0].report
    found = [
        Happening(
            label=at(long, long.text[:LONG]) if number == 0 else group[0].at,
            type="CONSULT",
            factuality=group[0].factuality,
            when=long.published,
            when_basis="published",
            participants=tuple(map(actor_of, range(ACTORS))) if number == 0 else (actor_of(number),),
            place=None,
            events=tuple(sorted(met.id for met in group)),
            documents=len({met.at.doc for met in group}),
            course=tuple(Stage(factuality=met.factuality, event=met.id) for met in group[:200]),
            **_told_by({met.at.doc for met in group}, accounts),
        )
        for number, group in enumerate([everything, *([met] for met in alone)])
    ]
    return tuple(sorted(found, key=lambda each: each.id))


def _measure(told: Sequence[Told]) -> Measure:
    figures = [(each.report, counted) for each in told for counted in each.studied.figures[:10]]
    claims = [
        Claim(
            claimant=actor_of(number),
            low=counted.low,
            high=counted.high,
            as_of=report.published,
            figures=(counted.id,),
            independent=ONE,
        )
        for number, (report, counted) in enumerate(figures)
    ]
    return Measure(
        label=figures[0][1].at,
        unit="lorry",
        status="actual",
        claims=tuple(claims),
        figures=tuple(sorted(counted.id for _, counted in figures)),
        why=BY_HAND,
    )


def _obligations(told: Sequence[Told], accounts: Mapping[str, Account]) -> tuple[Obligation, ...]:
    everybody = [bound for each in told for bound in each.studied.commitments[:5]]
    alone = [bound for each in told for bound in each.studied.commitments[5:10]]
    found = [
        Obligation(
            label=group[0].at,
            force="threat",
            debtor=actor_of(number),
            creditor=actor_of(ACTORS - 1 - number),
            antecedent=None,
            consequent=group[0].consequent,
            deadline=None,
            commitments=tuple(sorted(bound.id for bound in group)),
            status="detached",
            moves=tuple(Move(status="detached", rule="It names no condition.", at=bound.at) for bound in group),
            **_told_by({bound.at.doc for bound in group}, accounts),
        )
        for number, group in enumerate([everybody, *([bound] for bound in alone)])
    ]
    return tuple(sorted(found, key=lambda each: each.id))


def write_crowded(path: Path) -> Path:
    """The store, written to this path."""
    dossier = crowded_dossier()
    with Store.open(path, create=True) as store:
        for report in dossier.documents:
            store.add_source(report.path, "a", "1", [report], [])
        store.add_studies(dossier.studies, "1")
        store.write_findings(dossier, "1")
    return path
