"""Dossiers of findings made by hand, for the checks on them."""

from __future__ import annotations

from typing import Any

from standoff.core.claims import Discrepancy
from standoff.core.course import Happening, Stage
from standoff.core.dossier import Dossier
from standoff.core.findings import Account, Actor, Independent
from standoff.core.records import Document, Event, Study
from standoff.resolve.discrepancies.find import find_discrepancies
from standoff.resolve.reports import reports_of
from tests.builders import BY_HAND
from tests.lexicons import shipped

ONE = Independent(lower=1, upper=2)


def dossier(*read: tuple[Document, Study], actors: tuple[Actor, ...] = (), **found: Any) -> Dossier:
    return Dossier(
        documents=tuple(sorted((made for made, _ in read), key=lambda each: each.id)),
        studies=tuple(sorted((studied for _, studied in read), key=lambda each: each.doc)),
        accounts=tuple(Account(documents=(made.id,)) for made, _ in read),
        actors=actors,
        **found,
    )


def found(made: Dossier) -> tuple[Discrepancy, ...]:
    return find_discrepancies(reports_of(made), shipped(), made)


def actor(name: str, *mentions: Any, type: Any = "person", named: bool = True) -> Actor:
    return Actor(
        id=name, name=name, type=type, names=(name,), mentions=tuple(each.id for each in mentions), named=named
    )


def happening(type: Any, *events: Event) -> Happening:
    return Happening(
        label=events[0].at, type=type, factuality="occurred", when=None, when_basis=None, participants=(), place=None,
        events=tuple(sorted(each.id for each in events)), documents=len({each.at.doc for each in events}),
        course=(Stage(factuality="occurred", event=events[0].id),), accounts=(), independent=ONE, why=BY_HAND,
    )  # fmt: skip
