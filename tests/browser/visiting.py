"""One visit of a page in the browser, and all that is looked at while it is open: opening it is what takes time."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import msgspec
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, TimeoutError, ViewportSize

from tests.browser.conftest import Watched

WEIGHT = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .filter(each => !each.name.includes('/static/vega.js')).reduce((sum, each) => sum + each.encodedBodySize, 0)"""
"""Bytes of all that a page loads, but for the library of the pictures."""

REDRAWN = 4_000
"""Milliseconds that a picture may take to be drawn anew on a busy machine."""

SCREEN: ViewportSize = {"width": 1280, "height": 900}
HALF: ViewportSize = {"width": 640, "height": 450}
"""The same window at 200 %."""

TELEPHONE: ViewportSize = {"width": 390, "height": 844}
SHEET: ViewportSize = {"width": 718, "height": 1000}
"""A4 less margins of a centimetre, at 96 pixels to the inch."""

OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# What the keyboard can reach and nobody can see that it has reached it: no outline, or no size.
UNLIT = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])')]
  .filter(node => {
    if (node.closest('main') && node.matches('main')) return false;
    node.focus();
    if (document.activeElement !== node) return false;
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    return style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 1 || box.width < 2 || box.height < 2;
  }).map(node => node.outerHTML.slice(0, 160))"""

# Parts of the frame that are only for a screen.
PRINTED = """() => [...document.querySelectorAll('.head nav, .head form, .filters, .pager, .foot, .skip')]
  .filter(node => node.getClientRects().length).map(node => node.className || node.tagName)"""


class Visit(msgspec.Struct, frozen=True):
    """What a page was like at each width, and on paper."""

    address: str
    title: str
    headings: int
    faults: tuple[str, ...]
    violations: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Of axe: impact, rule, the first elements."""
    unlit: tuple[str, ...]
    over: Mapping[int, int]
    """How many pixels it is too wide, at each width."""
    weight: int
    """Bytes of all that it loads, but for the library of the pictures."""
    elsewhere: tuple[str, ...]
    """What it asked of other hosts."""
    printed: tuple[str, ...]
    """Parts of the frame that would be printed, and are only for a screen."""
    over_paper: int
    """How many pixels it is wider than a sheet."""


def visit(watched: Watched, site: str, address: str) -> Visit:
    """Open a page and look at it."""
    watched.faults.clear()
    watched.asked.clear()
    watched.page.set_viewport_size(SCREEN)
    page = watched.open(site + address)
    wide = page.evaluate(OVER)
    page.keyboard.press("Tab")
    unlit = page.evaluate(UNLIT)
    violations = tuple(_told(each) for each in Axe().run(page).response["violations"])
    over = {SCREEN["width"]: wide}
    for size in (HALF, TELEPHONE):
        page.set_viewport_size(size)
        over[size["width"]] = _over(page)
    printed, over_paper = _printed(page)
    return Visit(
        address=address,
        title=page.title(),
        headings=page.locator("h1").count(),
        violations=violations,
        unlit=tuple(unlit),
        over=over,
        weight=page.evaluate(WEIGHT),
        elsewhere=tuple(url for url in watched.asked if not url.startswith((site, "data:"))),
        printed=tuple(printed),
        over_paper=over_paper,
        faults=tuple(watched.faults),
    )


def _told(violation: Mapping[str, Any]) -> tuple[str, str, tuple[str, ...]]:
    return (
        violation["impact"],
        violation["id"],
        tuple(f"{node['html'][:160]} ({node['failureSummary'][:240]})" for node in violation["nodes"][:2]),
    )


def _over(page: Page) -> int:
    """How far it is too wide, once the pictures are drawn anew for this width."""
    with suppress(TimeoutError):
        page.wait_for_function(f"() => {OVER} <= 0", timeout=REDRAWN)
    return int(page.evaluate(OVER))


def _printed(page: Page) -> tuple[list[str], int]:
    """Parts of the frame that would be printed, and how far words stand over the edge of the sheet."""
    page.set_viewport_size(SHEET)
    page.emulate_media(media="print")
    shown = page.evaluate(PRINTED)
    over = _over(page)
    page.emulate_media(media="screen")
    return shown, over
