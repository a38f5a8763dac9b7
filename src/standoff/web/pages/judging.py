"""Judgements: given in place, listed, taken back, and the findings drawn anew with them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Any, get_args
from urllib.parse import quote

import msgspec
from litestar import Request, Response, Router, get, post
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.exceptions import ClientException
from litestar.params import Body
from litestar.response import Redirect, Template

from standoff.core.errors import JudgementError, StoreError
from standoff.core.judgements import Judgement
from standoff.core.vocabulary import Verdict
from standoff.resolve.judging import ALONE, COMPARING, Asked
from standoff.store.asking.judgements import JudgementsAsked, list_judgements
from standoff.store.asking.listed import Page
from standoff.store.file import Store
from standoff.store.reader import StoreReader
from standoff.store.state import State, state
from standoff.web.asked import Opened, PageNumber, asked_as
from standoff.web.judging import (
    FIRST_COOKIE,
    LONGEST_NAME,
    NAME_COOKIE,
    RECORD_ID,
    is_writable,
    judged,
    name_of,
    proper_name,
)
from standoff.web.redraw import AT_ONCE, Redraw

LONGEST_NOTE = 2000
"""Characters of a note: some three hundred words."""
YEAR = 365 * 24 * 3600
LOCAL = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")
"""A path of ours: not another host's (``//host``), and nothing that a browser drops before it looks (a tab)."""

AnyRequest = Request[Any, Any, Any]


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement as a form sends it; what is left out is empty."""

    subject: str = ""
    verdict: str = ""
    other: str = ""
    """The record it is compared with."""
    finding: str = ""
    """The finding that the subject is part of: "different" without another is said of the rest of it."""
    note: str = ""
    by: str = ""
    """Who judges, where the browser does not know it yet."""
    back: str = ""
    """The page that the form stands on."""


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Who judges from now on, or what is compared from now on."""

    name: str = ""
    first: str = ""
    """The record that is compared."""
    subject: str = ""
    """The same, from a form that could judge it as well."""
    back: str = ""


FormGiven = Annotated[Given, Body(media_type=RequestEncodingType.URL_ENCODED)]
FormNamed = Annotated[Named, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/judgements", sync_to_thread=True, dependencies={"asked": asked_as(JudgementsAsked)})
def judgements(
    opened: Opened,
    redraw: NamedDependency[Redraw],
    asked: NamedDependency[JudgementsAsked],
    page: PageNumber = 1,
) -> Template:
    """Every judgement, the newest first, with what it is about."""
    with opened.reading() as connection:
        found = list_judgements(connection, asked, Page(page))
        now = state(connection)
    context = {"here": "", "found": found, "asked": asked, "now": now, "redraw": redraw, "verdicts": get_args(Verdict)}
    return Template("judgements.html", context=context | {"store_path": opened.path.name, "at_once": AT_ONCE})


@post("/judgements", sync_to_thread=True)
def judge(opened: Opened, redraw: NamedDependency[Redraw], request: AnyRequest, data: FormGiven) -> Response[Any]:
    """Keep a judgement, and go back to where it was given."""
    _refuse_other_forms(request)
    by = proper_name(data.by) if data.by else name_of(request)
    if by is None:
        return _asking_who(data)
    asked = asked_of(data, by, datetime.now(UTC))
    try:
        _, now = _kept(opened, asked)
    except JudgementError as error:
        return _told("judge_refused.html", {"reason": str(error), "back": local(data.back)}, 400)
    except StoreError as error:
        context = {"reason": str(error), "back": local(data.back), "given": data}
        return _told("judge_failed.html", context, 503)
    if now.findings_drawn and now.documents <= AT_ONCE:
        redraw.begin()
    cookies = [_name_cookie(by)] if data.by else []
    return Redirect(_anchored(local(data.back), data.subject), status_code=303, cookies=cookies)


@post("/judgements/name", sync_to_thread=True)
def name(request: AnyRequest, data: FormNamed) -> Response[Any]:
    """Keep who judges, in the browser alone."""
    _refuse_other_forms(request)
    by = proper_name(data.name)
    if by is None:
        raise ClientException(f"A name has up to {LONGEST_NAME} characters that can be printed.")
    return Redirect(local(data.back), status_code=303, cookies=[_name_cookie(by)])


@post("/judgements/compare", sync_to_thread=True)
def compare(request: AnyRequest, data: FormNamed) -> Response[Any]:
    """Keep which record is compared with those that are opened next; none where the form names none."""
    _refuse_other_forms(request)
    named = data.first or data.subject
    first = named if RECORD_ID.fullmatch(named) else ""
    age = None if first else 0
    kept = Cookie(key=FIRST_COOKIE, value=first, path="/", httponly=True, samesite="strict", max_age=age)
    return Redirect(local(data.back), status_code=303, cookies=[kept])


@post("/judgements/redraw", sync_to_thread=True)
def draw(opened: Opened, redraw: NamedDependency[Redraw], request: AnyRequest) -> Response[Any]:
    """Draw the findings anew, however big the store is."""
    _refuse_other_forms(request)
    with opened.reading() as connection:
        now = state(connection)
    if now.findings_drawn and now.judgements_waiting and is_writable(opened.path):
        redraw.begin()
    return Redirect("/judgements", status_code=303)


def asked_of(given: Given, by: str, on: datetime) -> Asked:
    """What is asked, of what a form sent. Raises ``ClientException`` with what is wrong with it."""
    verdict: Verdict | None = next((known for known in get_args(Verdict) if known == given.verdict), None)
    if verdict is None:
        raise ClientException(f"A verdict is one of {', '.join(get_args(Verdict))}.")
    other = given.other or (given.finding if verdict in COMPARING else "")
    for key in filter(None, (given.subject, other)):
        if not RECORD_ID.fullmatch(key):
            raise ClientException("This is no id of a record.")
    if len(given.note) > LONGEST_NOTE:
        raise ClientException(f"A note has up to {LONGEST_NOTE:,} characters.")
    note = "\n".join(given.note.split("\r\n")).strip() or None
    return Asked(given.subject, verdict, (other or None) if verdict not in ALONE else None, by, _moment(on), note)


def local(path: str) -> str:
    """A path and query of these pages, without a place in it; that of all judgements where it is none of ours."""
    return path.partition("#")[0] if LOCAL.fullmatch(path) else "/judgements"


def _kept(opened: StoreReader, asked: Asked) -> tuple[Judgement, State]:
    """The judgement, kept. Raises ``JudgementError``, and ``StoreError`` where the store cannot be written now."""
    with opened.reading() as connection:
        judgement = judged(connection, asked)
        now = state(connection)
    with Store.open(opened.path) as store:
        store.add_judgement(judgement)
    return judgement, now


def _refuse_other_forms(request: AnyRequest) -> None:
    """A form of ours comes as the browser sends it; anything else was not made by these pages."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != RequestEncodingType.URL_ENCODED:
        raise ClientException("A judgement is sent as a form.", status_code=415)


def _asking_who(given: Given) -> Response[Any]:
    """The form again, with a field for the name; what was decided stands in it."""
    return _told("judge_name.html", {"given": given, "longest": LONGEST_NAME, "back": local(given.back)}, 200)


def _told(template: str, context: dict[str, Any], status: int) -> Response[Any]:
    made: Any = Template(template, context={"here": ""} | context, status_code=status)
    return made  # type: ignore[no-any-return]


def _name_cookie(by: str) -> Cookie:
    return Cookie(key=NAME_COOKIE, value=quote(by, safe=""), path="/", httponly=True, samesite="strict", max_age=YEAR)


def _anchored(path: str, subject: str) -> str:
    return f"{path}#judge-{subject}" if RECORD_ID.fullmatch(subject) else path


def _moment(on: datetime) -> str:
    return on.isoformat(timespec="seconds")


ROUTES = (
    # In one router: Litestar registers what shares a path anew with each that is added, and wraps it twice.
    Router("/", route_handlers=[judgements, judge]),
    name,
    compare,
    draw,
)
