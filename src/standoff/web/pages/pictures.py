"""Every picture of the pages under one address: a specification that a browser draws, and the same as an SVG.

A picture is a function from a connection and what is asked for to ``standoff.picture``'s ``Picture``. It stands with
the page that shows it, and is named here once: ``PICTURES`` is the list. The page writes
``parts.picture(name, query, title)``; the query's fields are those of the picture's record of what is asked.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Annotated, Any, NamedTuple

import msgspec
from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.params import QueryParameter

from standoff.picture.drawn import Picture
from standoff.picture.spec import prepare as prepare_bodies
from standoff.picture.spec import spec
from standoff.picture.vector import svg
from standoff.web.asked import Opened, asked_as
from standoff.web.pages.actors import DealingsAsked, dealings_picture
from standoff.web.pages.figures import ClaimsAsked, claims_picture
from standoff.web.pages.pictures_course import CourseAsked, course_picture
from standoff.web.pages.pictures_ledger import LadderAsked, StandingAsked, ladder_picture, standing_picture
from standoff.web.pages.pictures_lineage import LineageAsked, accounts_picture, lineage_picture
from standoff.web.pages.pictures_timeline import TimelineAsked, timeline_picture


class Shown(NamedTuple):
    """What a picture is asked with, and what draws it."""

    asked: type[msgspec.Struct]
    """A frozen record; its fields are the query of the address."""
    draw: Callable[[sqlite3.Connection, Any], Picture]


PICTURES: Mapping[str, Shown] = {
    "accounts": Shown(LineageAsked, accounts_picture),
    "claims": Shown(ClaimsAsked, claims_picture),
    "course": Shown(CourseAsked, course_picture),
    "dealings": Shown(DealingsAsked, dealings_picture),
    "ladder": Shown(LadderAsked, ladder_picture),
    "lineage": Shown(LineageAsked, lineage_picture),
    "standing": Shown(StandingAsked, standing_picture),
    "timeline": Shown(TimelineAsked, timeline_picture),
}
"""By the name in the address, in order of name."""

Width = Annotated[int, QueryParameter(ge=240, le=2000, description="Pixels that the picture is drawn for.")]
WIDTH = 1100
"""Pixels: the text of a page of 1280 with its margins."""
KEPT_DRAWINGS = 64
"""SVGs of some 50 to 300 KB, each 50 ms of work: the pictures of the pages that are open."""
JAVASCRIPT = "text/javascript; charset=utf-8"
BUNDLING = "import sys, vl_convert; sys.stdout.buffer.write(vl_convert.javascript_bundle().encode())"
"""A program of its own: for the four seconds that it takes, no other thread of the same process would run."""
LIBRARY_AGE = "public, max-age=31536000, immutable"
"""Pages ask for the library with its version in the address, so a browser need never ask again."""


def routes_of(name: str, shown: Shown) -> tuple[HTTPRouteHandler, HTTPRouteHandler]:
    """The two addresses of a picture, which take the same query."""

    @get(f"/pictures/{name}.json", sync_to_thread=True, dependencies={"asked": asked_as(shown.asked)})
    def as_specification(opened: Opened, asked: NamedDependency[Any]) -> Response[bytes]:
        """The picture in Vega-Lite, with its data."""
        with opened.reading() as connection:
            drawn = shown.draw(connection, asked)
        return Response(msgspec.json.encode(spec(drawn)), media_type="application/json")

    @get(f"/pictures/{name}.svg", sync_to_thread=True, dependencies={"asked": asked_as(shown.asked)})
    def as_svg(opened: Opened, asked: NamedDependency[Any], width: Width = WIDTH) -> Response[str]:
        """The picture as it looks without a script."""
        with opened.reading() as connection:
            drawn = shown.draw(connection, asked)
        return Response(_svg(msgspec.json.encode(spec(drawn, width=width))), media_type="image/svg+xml")

    return as_specification, as_svg


@lru_cache(maxsize=KEPT_DRAWINGS)
def _svg(drawn: bytes) -> str:
    return svg(msgspec.json.decode(drawn))


@get("/static/vega.js", sync_to_thread=True)
def library(request: Request[Any, Any, Any]) -> Response[bytes]:
    """What draws in a browser: Vega, Vega-Lite and Vega-Embed, as vl-convert has them, so that both ways agree."""
    code, tag = _library()
    headers = {"cache-control": LIBRARY_AGE, "etag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(b"", status_code=304, headers=headers, media_type=JAVASCRIPT)
    return Response(code, headers=headers, media_type=JAVASCRIPT)


@lru_cache(maxsize=1)
def _library() -> tuple[bytes, str]:
    """The code and its tag; some seconds of work, once for a server."""
    code = _bundle()
    return code, f'"{sha256(code).hexdigest()[:16]}"'


def _bundle() -> bytes:
    return subprocess.run([sys.executable, "-c", BUNDLING], check=True, stdout=subprocess.PIPE).stdout  # noqa: S603


def prepare() -> None:
    """Make all that the first picture would wait for, some six seconds: what draws it here, and in a browser."""
    prepare_bodies()
    _library()


ROUTES = (*(route for name, shown in PICTURES.items() for route in routes_of(name, shown)), library)
