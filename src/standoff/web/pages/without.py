"""What falls without an outlet, a speaker, a report or an account."""

from __future__ import annotations

import shlex
import sqlite3

import msgspec
from litestar import get
from litestar.di import NamedDependency
from litestar.response import Template

from standoff.core.ablation import Ablation
from standoff.store.asking.accounts import outlet_names
from standoff.store.asking.fallen import count_falls, drawn_from, read_fallen
from standoff.store.asking.listed import Page, listed
from standoff.store.asking.report_names import ReportName, report_names
from standoff.store.asking.words import actor_names
from standoff.store.reader import StoreReader
from standoff.store.state import state
from standoff.web.ablations import MOST_DOCUMENTS, Ablations, Taken
from standoff.web.aside import Done, Failed
from standoff.web.asked import Opened, PageNumber, asked_as

TAKEN_SHOWN = 12


class WithoutAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What is taken away: everything that is given, together."""

    outlet: str | None = None
    """All reports of this outlet."""
    speaker: str | None = None
    """All that somebody says: the id of an actor, a name, or a part of one ("senior official")."""
    document: str | None = None
    """A report: its id, or its path."""
    account: str | None = None
    """All reports of this account."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is taken away, found in the store."""

    taken: Taken
    reports: tuple[ReportName, ...]
    """That are named themselves, or stand in the account."""
    speaker: str | None
    """As it is called."""
    documents: int
    """How many the store has."""
    is_drawn: bool
    refusal: str | None = None
    """Why it is not asked: nothing is of this name."""


@get("/sources/without", sync_to_thread=True, dependencies={"asked": asked_as(WithoutAsked)})
def without(
    opened: Opened,
    ablations: NamedDependency[Ablations],
    asked: NamedDependency[WithoutAsked],
    page: PageNumber = 1,
) -> Template:
    """The findings that fall, each with its words; or how to ask where the store is too big for a page."""
    with opened.reading() as connection:
        question = question_of(connection, opened, asked)
        outlets = outlet_names(connection)
    context = {"here": "/sources", "asked": asked, "question": question, "outlets": outlets, "most": MOST_DOCUMENTS}
    context |= {"command": command(question, asked, opened.path.name), "found": None, "failed": None, "waits": False}
    if question is None or question.refusal or not question.is_drawn or question.documents > MOST_DOCUMENTS:
        return Template("without.html", context=context)
    answer = ablations.answer(question.taken)
    if isinstance(answer, Done):
        return Template("without.html", context=context | fallen_context(opened, answer.result, page))
    failed = answer.reason if isinstance(answer, Failed) else None
    return Template("without.html", context=context | {"failed": failed, "waits": answer is None})


def question_of(connection: sqlite3.Connection, opened: StoreReader, asked: WithoutAsked) -> Question | None:
    """What is asked, found in the store; ``None`` where nothing is."""
    if asked == WithoutAsked():
        return None
    now = state(connection)
    named, refusals = _documents(connection, asked)
    called = None if asked.speaker is None else actor_names(connection, [asked.speaker]).get(asked.speaker)
    if asked.outlet is not None and not _has_outlet(connection, asked.outlet):
        refusals.append(f"No report is of the outlet “{asked.outlet}”.")
    return Question(
        taken=Taken(
            store=opened.path.absolute(),
            drawn_from=drawn_from(connection) if now.documents <= MOST_DOCUMENTS else "",
            documents=tuple(sorted(named)),
            outlets=() if asked.outlet is None else (asked.outlet,),
            speakers=() if asked.speaker is None else (asked.speaker,),
        ),
        reports=tuple(report_names(connection, named[: TAKEN_SHOWN + 1]).values()),
        speaker=asked.speaker if called is None else called.name,
        documents=now.documents,
        is_drawn=now.findings_drawn,
        refusal=" ".join(refusals) or None,
    )


def _documents(connection: sqlite3.Connection, asked: WithoutAsked) -> tuple[list[str], list[str]]:
    """The ids of the reports that are named, and what names none."""
    found: list[str] = []
    refusals: list[str] = []
    if asked.document is not None:
        rows = connection.execute("SELECT id FROM documents WHERE id = ? OR path = ?", (asked.document,) * 2)
        found += (own := [doc for (doc,) in rows])
        refusals += [] if own else [f"No report is “{asked.document}”."]
    if asked.account is not None:
        rows = connection.execute("SELECT document FROM account_documents WHERE account = ?", (asked.account,))
        found += (own := [doc for (doc,) in rows])
        refusals += [] if own else ["There is no such account; a build may have drawn it under another id."]
    return found, refusals


def _has_outlet(connection: sqlite3.Connection, outlet: str) -> bool:
    """Whether a report is of this outlet, in whichever letters."""
    if connection.execute("SELECT 1 FROM documents WHERE outlet = ? LIMIT 1", (outlet,)).fetchone():
        return True
    wanted = outlet.strip().casefold()
    rows = connection.execute("SELECT DISTINCT outlet FROM documents WHERE outlet IS NOT NULL")
    return any(known.casefold() == wanted for (known,) in rows)


def fallen_context(opened: StoreReader, ablation: Ablation, number: int) -> dict[str, object]:
    """What the page shows of the answer."""
    page = Page(number)
    shown = ablation.fallen[page.offset : page.offset + page.size]
    with opened.reading() as connection:
        found = listed(read_fallen(connection, shown), len(ablation.fallen), page)
        taken = tuple(report_names(connection, ablation.documents[: TAKEN_SHOWN + 1]).values())
    return {"found": found, "counts": count_falls(ablation.fallen), "ablation": ablation, "taken_reports": taken}


def command(question: Question | None, asked: WithoutAsked, store: str) -> str:
    """How the same is asked on the command line."""
    if question is None:
        return f"standoff without {shlex.quote(store)} --outlet NAME"
    options = [("--document", each) for each in question.taken.documents[:TAKEN_SHOWN]]
    options += [("--outlet", each) for each in question.taken.outlets]
    options += [("--speaker", each) for each in question.taken.speakers]
    return " ".join(
        ["standoff without", shlex.quote(store), *(f"{name} {shlex.quote(said)}" for name, said in options)]
    )


ROUTES = (without,)
