"""The web application: one list of pages, one template engine, one store."""

from __future__ import annotations

from pathlib import Path

from litestar import Litestar, Router
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.static_files import create_static_files_router
from litestar.template import TemplateConfig
from litestar.types import ASGIApp, ControllerRouterHandler

from standoff import __version__
from standoff.store.reader import WAIT_SECONDS, StoreReader
from standoff.web.ablations import Ablations
from standoff.web.api import scenario as scenario_api
from standoff.web.api.records import routes as api_routes
from standoff.web.aside import Aside
from standoff.web.asked import without_blanks
from standoff.web.banner import state_of
from standoff.web.errors import HANDLERS
from standoff.web.guard import Access, guarded
from standoff.web.judging import globals_of
from standoff.web.kept import keeping
from standoff.web.pages import (
    actors,
    days,
    discrepancies,
    figures,
    gaps,
    judging,
    ledger,
    overview,
    pictures,
    programs,
    readouts,
    reports,
    said,
    scenario,
    search,
    sources,
    timeline,
    topics,
    without,
)
from standoff.web.redraw import Redraw
from standoff.web.templating import engine

HERE = Path(__file__).parent

PAGES: tuple[ControllerRouterHandler, ...] = (
    *overview.ROUTES,
    *timeline.ROUTES,
    *actors.ROUTES,
    *said.ROUTES,
    *figures.ROUTES,
    *ledger.ROUTES,
    *scenario.ROUTES,
    *discrepancies.ROUTES,
    *readouts.ROUTES,
    *reports.ROUTES,
    *without.ROUTES,
    *sources.ROUTES,
    *topics.ROUTES,
    *days.ROUTES,
    *gaps.ROUTES,
    *judging.ROUTES,
    *search.ROUTES,
    *pictures.ROUTES,
    *programs.ROUTES,
)
"""Every page, in the order of the menu: read it and know the product."""

DESCRIPTION = OpenAPIConfig(
    title="Standoff",
    version=__version__,
    summary="The records of one dossier, as its pages show them.",
    path="/api",
    render_plugins=[JsonRenderPlugin(path="/openapi.json")],
)
"""What programs are told of the API; no page that would load scripts from elsewhere."""

LARGEST_POST = 64 * 1024
"""Bytes: a judgement with its note."""


def create_app(store: Path, access: Access, *, ready: bool = False) -> ASGIApp:
    """The pages and the API over the store in this file, behind the guard.

    ``ready``: compile every template now, half a second that the first reader would else wait for.
    """
    opened, aside = StoreReader(store, WAIT_SECONDS), Aside()
    redraw, ablations = Redraw(store, aside), Ablations(aside)
    templates = engine(store.name, state_of(opened))
    templates.engine.globals |= globals_of(opened, redraw)
    for name in templates.engine.list_templates(["html"]) if ready else ():
        templates.engine.get_template(name)
    app = Litestar(
        route_handlers=[
            Router(path="/", route_handlers=PAGES, include_in_schema=False),
            *api_routes(),
            *scenario_api.ROUTES,
            create_static_files_router(path="/static", directories=[HERE / "static"]),
        ],
        dependencies={
            "opened": Provide(lambda: opened, sync_to_thread=False),
            "redraw": Provide(lambda: redraw, sync_to_thread=False),
            "ablations": Provide(lambda: ablations, sync_to_thread=False),
        },
        template_config=TemplateConfig(instance=templates),
        exception_handlers=HANDLERS,
        request_max_body_size=LARGEST_POST,
        logging_config=None,
        openapi_config=DESCRIPTION,
    )
    return guarded(without_blanks(keeping(app, store, lambda: redraw.word)), access)
