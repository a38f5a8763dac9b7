"""Crises that do not exist, built by hand: reports of commitments, with the actors in their sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from standoff.core.course import Happening, Obligation, Stage
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Independent, Role
from standoff.core.judgements import Judgement
from standoff.core.records import Commitment, Document, Event, Mention, Study
from standoff.core.vocabulary import EventType, Force, Form, MentionType
from standoff.core.when import When
from standoff.resolve.obligations.find import find_obligations
from standoff.resolve.reports import reports_of
from tests.builders import BY_HAND, commitment, document, event, mention, study
from tests.lexicons import shipped

PARTIES: dict[str, tuple[MentionType, str]] = {
    "Kestria": ("state", "Kestria"),
    "Kestrian": ("state", "Kestria"),
    "Morvane": ("state", "Morvane"),
    "Morvanian": ("state", "Morvane"),
    "Lodan": ("state", "Lodan"),
    "Ilsa Dorn": ("person", "Ilsa Dorn"),
    "Tomas Reik": ("person", "Tomas Reik"),
    "Tarn Brigade": ("organization", "Tarn Brigade"),
    "Northern Pact": ("alliance", "Northern Pact"),
    "officials": ("person", "officials"),
}
"""Words for those who take part: their type, and the name of the actor they are of."""
ROLES = {"Ilsa Dorn": "Kestrian prime minister", "Tomas Reik": "foreign minister of Morvane"}
NAMED = re.compile("|".join(rf"\b{name}\b" for name in sorted(PARTIES, key=len, reverse=True)))


@dataclass(frozen=True)
class Told:
    """One commitment in one report: who is bound to whom, if what, to what."""

    force: Force
    debtor: str | None
    consequent: str | None
    antecedent: str | None = None
    creditor: str | None = None
    day: str = "2031-03-01"
    polarity: str = "positive"
    outlet: str = "wire"
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The report: who is bound and to whom, then the condition and what is to be."""
        parts = [part for part in (self.antecedent, self.consequent) if part]
        return f"{self.debtor or 'Somebody'} to {self.creditor or 'somebody'} on {self.day}: {'; '.join(parts)}."


def report(told: Told) -> tuple[Document, Study]:
    """A report of one commitment with its mentions."""
    made = document(f"{told.outlet}-{told.day}.txt", told.text, published=told.day)
    mentions = {found.start(): _mention(made, found) for found in NAMED.finditer(told.text)}
    debtor, creditor = (_first(mentions, made, name) for name in (told.debtor, told.creditor))
    words = "; ".join(part for part in (told.antecedent, told.consequent) if part)
    one = commitment(
        made,
        words,
        told.force,
        told.consequent,
        antecedent=told.antecedent,
        debtor=debtor,
        creditor=creditor,
        polarity=told.polarity,
        **told.more,
    )
    return made, study(made, *mentions.values(), one)


def _mention(made: Document, found: re.Match[str]) -> Mention:
    kind = PARTIES[found.group()][0]
    nth = sum(1 for each in re.finditer(re.escape(found.group()), made.text) if each.start() < found.start())
    form: Form = "description" if found.group() == "officials" else "name"
    return mention(made, found.group(), kind, form, nth=nth)


def _first(mentions: dict[int, Mention], made: Document, name: str | None) -> Mention | None:
    return next((each for _, each in sorted(mentions.items()) if name and made.quote(each.at) == name), None)


def actors_of(reports: Sequence[tuple[Document, Study]]) -> tuple[Actor, ...]:
    """The actors of these reports; a person has a role where the table gives one."""
    members: dict[str, list[tuple[str, str, Mention]]] = defaultdict(list)
    for made, read in reports:
        for each in read.mentions:
            surface = made.quote(each.at)
            members[PARTIES[surface][1]].append((surface, made.id, each))
    return tuple(sorted(_actors(members), key=lambda each: each.id))


def _actors(members: dict[str, list[tuple[str, str, Mention]]]) -> Iterator[Actor]:
    for name, those in members.items():
        role = ROLES.get(name)
        yield Actor(
            id=f"actor {name}",
            name=name,
            type=PARTIES[name][0],
            names=tuple(sorted({surface for surface, _, _ in those})),
            mentions=tuple(sorted(each.id for _, _, each in those)),
            roles=(Role(text=role, at=those[0][2].at),) if role else (),
            named=name != "officials",
        )


def news(text: str, words: str, type: EventType, day: str, agents: str, targets: str = "") -> tuple[Document, Study]:
    """A report of one thing that happened."""
    made = document(f"news-{day}.txt", text, published=day)
    mentions = [_mention(made, found) for found in NAMED.finditer(text)]
    by_name = {made.quote(each.at): each for each in mentions}
    sides: dict[str, Any] = {
        side: [by_name[name] for name in names.split(", ") if name]
        for side, names in (("agents", agents), ("targets", targets))
    }
    found = event(made, words, type, when=When.parse(day), when_basis="explicit", **sides)
    return made, study(made, *mentions, found)


def dossier(
    *told: Told, also: Sequence[tuple[Document, Study]] = (), judgements: Sequence[Judgement] = ()
) -> tuple[Dossier, tuple[Obligation, ...]]:
    """All of it, each document an account, with its obligations found."""
    reports = sorted({r[0].id: r for r in (*map(report, told), *also)}.values(), key=lambda each: each[0].id)
    whole = Dossier(
        documents=tuple(made for made, _ in reports),
        studies=tuple(read for _, read in reports),
        accounts=tuple(Account(documents=(made.id,)) for made, _ in reports),
        actors=actors_of(reports),
        judgements=tuple(judgements),
    )
    happenings = tuple(_happening(each) for _, read in reports for each in read.events)
    found = find_obligations(reports_of(whole), shipped(), happenings)
    return replace(whole, obligations=found, happenings=happenings), found


def _happening(found: Event) -> Happening:
    return Happening(
        label=found.at,
        type=found.type,
        factuality=found.factuality,
        when=found.when,
        when_basis=found.when_basis,
        participants=(),
        place=None,
        events=(found.id,),
        documents=1,
        course=(Stage(factuality=found.factuality, event=found.id),),
        accounts=(),
        independent=Independent(lower=1, upper=1),
        why=BY_HAND,
    )


def made_of(whole: Dossier, words: str) -> Commitment:
    """The commitment whose consequent or condition has these words."""
    texts = {each.id: each for each in whole.documents}
    every = (each for read in whole.studies for each in read.commitments)
    return next(each for each in every if words in texts[each.at.doc].quote(each.at))


def obligation_of(whole: Dossier, words: str) -> Obligation:
    """The obligation of the commitment with these words."""
    made = made_of(whole, words)
    return next(each for each in whole.obligations if made.id in each.commitments)
