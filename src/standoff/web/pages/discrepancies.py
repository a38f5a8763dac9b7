"""Where accounts differ: the discrepancies, gravest first, and one with its sides in full."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from standoff.core.vocabulary import Cause, Check, Severity
from standoff.store.asking.discrepancies import (
    DiscrepanciesAsked,
    count_discrepancies,
    list_discrepancies,
    whole_discrepancy,
)
from standoff.store.asking.listed import Page
from standoff.store.asking.subjects import SubjectKind
from standoff.web.asked import Opened, PageNumber, asked_as
from standoff.web.errors import missing
from standoff.web.pages.ledger import called

ON_A_PAGE = 25
"""Each takes the room of several lines: its sides stand next to each other."""

SEVERITIES: Mapping[Severity, str] = {
    "grave": "What matters cannot be both ways.",
    "notable": "A reader must know of it.",
    "slight": "A reader should know of it; either account may stand.",
}
"""What each severity says, the gravest first."""

CAUSES: Mapping[Cause, tuple[str, str]] = {
    "dispute": ("a dispute", "The sides contradict each other: likely a real conflict, not a slip."),
    "damage": ("damage", "Likely damaged on the way: in translation, in copying or in shortening."),
    "definition": ("another thing meant", "Likely not the same thing is counted or meant."),
    "other day": ("another day", "Likely spoken of another day."),
    "rounding": ("rounding", "Likely one rounds, or tells it less exactly, what another gives as it is."),
    "update": ("a later state", "Likely one account is of a later state than the other."),
    "unknown": ("not told", "Nothing in the reports tells why they differ."),
}
"""What each cause is called, and what it says."""

WHERE: Mapping[SubjectKind, str] = {
    "happening": "/happenings",
    "measure": "/figures",
    "obligation": "/ledger",
    "utterance": "/said",
    "readouts": "/readouts",
    "actor": "/actors",
}
"""The page of what a discrepancy is about."""


@get("/discrepancies", sync_to_thread=True, dependencies={"asked": asked_as(DiscrepanciesAsked)})
def discrepancies(opened: Opened, asked: NamedDependency[DiscrepanciesAsked], page: PageNumber = 1) -> Template:
    """Discrepancies, the gravest first, filtered."""
    with opened.reading() as connection:
        found = list_discrepancies(connection, asked, Page(page, ON_A_PAGE))
        counts = count_discrepancies(connection, asked)
        named = called(connection, asked.speaker)
    context = {"found": found, "asked": asked, "counts": counts, "named": named, "checks": get_args(Check)}
    explained = {"severities": SEVERITIES, "causes": CAUSES}
    return Template("discrepancies.html", context={"here": "/discrepancies", **context, **explained})


@get("/discrepancies/{key:str}", sync_to_thread=True)
def discrepancy(opened: Opened, key: FromPath[str]) -> Template:
    """One discrepancy: each side with its sentence, what likely made them differ and how much it matters."""
    with opened.reading() as connection:
        found = whole_discrepancy(connection, key)
    if found is None:
        raise missing("discrepancy")
    explained = {"severities": SEVERITIES, "causes": CAUSES, "where": WHERE}
    return Template("discrepancy.html", context={"here": "/discrepancies", "found": found, **explained})


ROUTES = (discrepancies, discrepancy)
