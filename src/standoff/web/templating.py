"""The template engine: what is written by others is escaped everywhere, dates and counts read as in a brief."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar.plugins.jinja import JinjaTemplateEngine

from standoff import __version__
from standoff.brief.phrases import accounts_name, amount_name, counted, day_name, listed, number_name, when_name
from standoff.brief.safe import printable, quotable
from standoff.core.vocabulary import Factuality
from standoff.store.state import State
from standoff.web.asked import fields_of

MENU: tuple[tuple[str, str], ...] = (
    ("/", "Overview"),
    ("/timeline", "Timeline"),
    ("/actors", "Actors"),
    ("/said", "Said"),
    ("/ledger", "Ledger"),
    ("/scenario", "Scenario"),
    ("/figures", "Figures"),
    ("/discrepancies", "Discrepancies"),
    ("/readouts", "Readouts"),
    ("/sources", "Sources"),
    ("/reports", "Reports"),
)
"""What the head of each page leads to."""

KEPT_DAYS = 10_000
"""Names of days: a page has hundreds, most of them again and again."""


def engine(store_name: str, state: Callable[[], State | None]) -> JinjaTemplateEngine:
    """The engine over this package's templates; ``store_name`` and ``state`` stand at the head of each page."""
    return JinjaTemplateEngine.from_environment(environment(store_name, state))


def environment(store_name: str, state: Callable[[], State | None]) -> Environment:
    """Jinja with autoescape for every template, and with no silence about what is not there."""
    made = Environment(
        loader=FileSystemLoader(Path(str(files("standoff.web"))) / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        enable_async=False,
    )
    made.filters |= {
        "when": lru_cache(maxsize=KEPT_DAYS)(when_name),
        "day": day_name,
        "number": number_name,
        "accounts": accounts_name,
        "line": quotable,
        "printable": printable,
        "counted": counted,
        "listing": listed,
        "amount": amount_name,
        "fields": fields_of,
        "id_path": id_path,
    }
    made.globals |= {
        "menu": MENU,
        "store_name": store_name,
        "state": state,
        "version": __version__,
        "library": f"/static/vega.js?v={version('vl-convert-python')}",
        "factualities": get_args(Factuality),
        "place": place_address,
        "address": address,
    }
    return made


def place_address(doc: str, at: tuple[int, int]) -> str:
    """Where the words at a place are seen in their report: the server marks them, the browser goes to them."""
    start, end = at
    return f"/reports/{id_path(doc)}?at={start}-{end}#s-{start}-{end}"


def id_path(key: str) -> str:
    """An id as a part of an address; most are of letters and digits, and a page has hundreds."""
    return key if key.isascii() and key.isalnum() else quote(key, safe="")


def address(path: str, **asked: Any) -> str:
    """A path with a query of what is asked, without what is not."""
    given = {name: _asked(value) for name, value in asked.items() if value is not None and value != ""}
    return f"{path}?{urlencode(given)}" if given else path


def _asked(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)
