"""The reports: their list, each with everything that is read in it on its words, and the place of each reading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.params import FromPath, QueryParameter
from litestar.response import Redirect, Template
from markupsafe import Markup

from standoff.brief.report.html import web_address
from standoff.brief.report.report import LAYERS_STYLE, PUBLISHED, SCRIPT, asset
from standoff.brief.report.served import draw, entries, reading_by_id
from standoff.core.faults import Reading
from standoff.core.records import Attribution, Commitment, Event, Figure, Mention, TimeExpression
from standoff.store.asking.document_study import place_of, read_study
from standoff.store.asking.documents import DocumentsAsked, list_documents, outlets, whole_document
from standoff.store.asking.listed import Page
from standoff.web.asked import Opened, PageNumber, asked_as
from standoff.web.errors import missing
from standoff.web.pages.report_around import around, report_address, with_judging

PLACE = r"\d{1,9}-\d{1,9}"
KINDS: Mapping[type[Reading], str] = {
    Mention: "mention",
    Attribution: "attribution",
    Event: "event",
    Figure: "figure",
    Commitment: "commitment",
    TimeExpression: "time",
}
MOST_PLACES = 100
MOST_OPENED = 20
"""Readings of which all fields are shown at once: what stands at one word, and more than a person reads."""

Places = Annotated[
    str | None,
    QueryParameter(
        pattern=rf"^{PLACE}(,{PLACE}){{0,{MOST_PLACES - 1}}}$",
        description="Places in the text, as START-END in code points, between commas: they are marked.",
    ),
]
Readings = Annotated[
    list[str] | None, QueryParameter(max_items=MOST_OPENED, description="Ids of readings to show with all fields.")
]

Part = Annotated[int | None, QueryParameter(ge=1, le=1_000_000, description="Which part of a long text, from 1 on.")]


@get("/reports", sync_to_thread=True, dependencies={"asked": asked_as(DocumentsAsked)})
def reports(opened: Opened, asked: NamedDependency[DocumentsAsked], page: PageNumber = 1) -> Template:
    """Reports with what each holds, the newest first, filtered."""
    with opened.reading() as connection:
        found = list_documents(connection, asked, Page(page))
        known = outlets(connection)
    context = {"found": found, "asked": asked, "outlets": known, "bases": PUBLISHED}
    return Template("reports.html", context={"here": "/reports", **context})


@get("/reports/{key:str}", sync_to_thread=True)
def report(
    opened: Opened,
    key: FromPath[str],
    at: Places = None,
    reading: Readings = None,
    part: Part = None,
) -> Template:
    """One report: its words with their layers, the part that holds what is asked for, and what is known of it."""
    with opened.reading() as connection:
        known, studied = whole_document(connection, key), read_study(connection, key)
        if known is None or studied is None:
            raise missing("report")
        document, study = studied
        places, opening = places_asked(at, len(document.text)), frozenset(reading or ())
        drawn = draw(document, study, around(connection, key, places, opening), known.gaps, part)
    context = {
        "found": known,
        "url": web_address(known.url),
        "bases": PUBLISHED,
        "drawn": drawn,
        # Built of escaped parts: standoff.brief.report.html makes no other.
        "bar": Markup(drawn.bar),  # noqa: S704
        "words": Markup(drawn.words),  # noqa: S704
        "lists": Markup(drawn.lists),  # noqa: S704
        "card": Markup(drawn.card),  # noqa: S704
        "judged": [(KINDS[type(each)], each.id) for key, each in reading_by_id(study).items() if key in opening],
        "is_elsewhere": at is not None and not places,
        "here_address": report_address(key),
    }
    return Template("report.html", context={"here": "/reports", **context})


@get("/reports/{key:str}/entries", sync_to_thread=True)
def report_entries(opened: Opened, key: FromPath[str], reading: Readings = None) -> Response[str]:
    """The entries of some readings of a report with all their fields: what a script shows beside the words."""
    with opened.reading() as connection:
        studied = read_study(connection, key)
        if studied is None:
            raise missing("report")
        asked = frozenset(reading or ())
        found = entries(*studied, with_judging(around(connection, key, (), asked)), asked)
    return Response(f"<!doctype html><title>Readings</title><ol>{found}</ol>", media_type=MediaType.HTML)


@get("/readings/{key:str}", sync_to_thread=True)
def reading(opened: Opened, key: FromPath[str]) -> Redirect:
    """On to the place of a reading in its report, with all its fields."""
    with opened.reading() as connection:
        place = place_of(connection, key)
    if place is None:
        raise missing("reading")
    doc, start, end = place
    return Redirect(f"{report_address(doc)}?at={start}-{end}&reading={key}#s-{start}-{end}", status_code=303)


@get("/static/reading.css", sync_to_thread=False)
def layers_style() -> Response[str]:
    """How readings lie on words."""
    return Response(asset(LAYERS_STYLE), media_type="text/css")


@get("/static/reading.js", sync_to_thread=False)
def layers_script() -> Response[str]:
    """What lets words answer, and goes from reading to reading by keys."""
    return Response(asset(SCRIPT), media_type="text/javascript")


def places_asked(given: str | None, length: int) -> tuple[tuple[int, int], ...]:
    """The places that an address asks for and that are in a text of this length, in their order there."""
    pairs = (place.split("-") for place in (given or "").split(",") if place)
    found = ((int(start), min(int(end), length)) for start, end in pairs)
    return tuple(sorted({(start, end) for start, end in found if start < end}))


ROUTES = (reports, report, report_entries, reading, layers_style, layers_script)
