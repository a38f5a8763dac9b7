"""Every kind of page of the sample crisis: no error, nothing hidden from anybody, on any screen and on paper."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from tests.browser.conftest import Watched, window

pytestmark = pytest.mark.slow

MENU_PAGES = 11
DETAILS = ("happenings", "actors", "said", "ledger", "figures", "discrepancies", "readouts", "sources", "reports")
GRAVE = ("serious", "critical")


def test_each_kind_of_page_can_be_reached_by_links(addresses: tuple[str, ...]) -> None:
    assert len(addresses) > MENU_PAGES
    for kind in DETAILS:
        assert any(address.startswith(f"/{kind}/") for address in addresses), kind


def test_no_page_has_an_error_or_breaks_the_policy(watched: Watched, site: str, addresses: tuple[str, ...]) -> None:
    for address in addresses:
        if address.startswith("/api"):
            continue
        page = watched.open(site + address)
        assert page.locator("h1").count() == 1, address
        assert page.title(), address
        assert not watched.faults, (address, watched.faults)


def test_no_page_has_a_grave_fault_of_accessibility(watched: Watched, site: str, addresses: tuple[str, ...]) -> None:
    faults = []
    for address in addresses:
        if not address.startswith("/api"):
            found = Axe().run(watched.open(site + address)).response["violations"]
            faults += [
                (address, each["id"], [node["html"][:160] for node in each["nodes"][:2]])
                for each in found
                if each["impact"] in GRAVE
            ]
    assert not faults


def test_no_page_is_wider_than_a_telephone(chromium: Browser, site: str, addresses: tuple[str, ...]) -> None:
    wide = []
    with window(chromium, 390, 844) as watched:
        for address in addresses:
            page = watched.open(site + address)
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if over > 0:
                wide.append((address, over))
    assert not wide


def test_every_page_is_whole_without_scripts(chromium: Browser, site: str, addresses: tuple[str, ...]) -> None:
    with window(chromium, scripts=False) as watched:
        for address in addresses:
            if address.startswith("/api"):
                continue
            page = watched.open(site + address)
            assert page.locator("main").inner_text().strip(), address
            for picture in page.locator("noscript img").all():
                assert picture.get_attribute("alt"), address
            assert not watched.faults, (address, watched.faults)


def test_paper_has_the_words_and_not_the_menu(watched: Watched, site: str, addresses: tuple[str, ...]) -> None:
    watched.page.emulate_media(media="print")
    for address in addresses:
        if address.startswith("/api"):
            continue
        page = watched.open(site + address)
        assert not page.locator(".head nav").is_visible(), address
        assert page.locator("h1").is_visible(), address
