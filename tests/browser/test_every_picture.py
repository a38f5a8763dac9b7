"""Every picture on a page that shows it: drawn under the policy, told in words, asked by mouse, opened by a click."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from litestar import Router
from lxml import html  # type: ignore[import-untyped]
from playwright.sync_api import Page

from standoff.web.app import PAGES
from tests.browser.conftest import Watched

pytestmark = pytest.mark.slow

MARKS = ".stage svg [role~='graphics-symbol']"
LEADS = "marks => marks.findIndex(mark => mark.__data__?.href && mark.getBoundingClientRect().width)"
TELLS = "marks => marks.findIndex(mark => mark.__data__?.tooltip && mark.getBoundingClientRect().width)"


def picture_names() -> set[str]:
    """Every picture that there is an address for."""
    paths = (route.path_format for route in Router(path="/", route_handlers=PAGES).routes)
    return {found[1] for path in paths if (found := re.fullmatch(r"/pictures/(.+)\.json", path))}


def moved_obligation(store: Path) -> str:
    """The page of an obligation that has moved, which not every one has."""
    with closing(sqlite3.connect(store)) as connection:
        query = "SELECT obligation FROM moves GROUP BY obligation ORDER BY count(*) DESC, obligation LIMIT 1"
        return f"/ledger/{connection.execute(query).fetchone()[0]}"


@pytest.fixture(scope="module")
def pictured(site: str, sample_store: Path, addresses: tuple[str, ...]) -> Mapping[str, str]:
    """The first page that shows each picture."""
    found: dict[str, str] = {}
    with httpx.Client(base_url=site, timeout=60) as client:
        for address in (*addresses, moved_obligation(sample_store)):
            for asked in html.fromstring(client.get(address).text).xpath("//@data-picture"):
                found.setdefault(asked.removeprefix("/pictures/").partition(".json")[0], address)
    return found


def test_each_picture_is_on_a_page(pictured: Mapping[str, str]) -> None:
    assert set(pictured) == picture_names()


def test_each_is_drawn_and_told_in_words(watched: Watched, site: str, pictured: Mapping[str, str]) -> None:
    for name, address in sorted(pictured.items()):
        page = watched.open(site + address)
        place = page.locator(f"[data-picture^='/pictures/{name}.json']").first
        assert place.locator(MARKS).count() > 0, name
        assert place.locator("svg").first.get_attribute("aria-label") or place.get_attribute("aria-label"), name
        assert place.evaluate("place => place.dataset.title"), name
        _say_what_they_are(page, name)
    assert not watched.faults


def _say_what_they_are(page: Page, name: str) -> None:
    """The first mark with words tells them beside the mouse, as text."""
    marks = page.locator(f"[data-picture^='/pictures/{name}.json'] {MARKS}")
    number = marks.evaluate_all(TELLS)
    assert number >= 0, f"no mark of {name} tells anything"
    marks.nth(number).hover(force=True)
    tip = page.locator(".tip")
    tip.wait_for(state="visible")
    assert tip.inner_text().strip(), name
    assert tip.locator(":scope *:not(p):not(span)").count() == 0, name


def test_a_mark_of_each_leads_to_a_page(watched: Watched, site: str, pictured: Mapping[str, str]) -> None:
    for name, address in sorted(pictured.items()):
        page = watched.open(site + address)
        marks = page.locator(f"[data-picture^='/pictures/{name}.json'] {MARKS}")
        number = marks.evaluate_all(LEADS)
        assert number >= 0, f"no mark of {name} leads anywhere"
        leads_to = marks.nth(number).evaluate("mark => mark.__data__.href")
        marks.nth(number).dispatch_event("click")
        page.wait_for_url(f"**{leads_to}")
        assert page.locator("h1").count() == 1, (name, leads_to)
    assert not watched.faults
