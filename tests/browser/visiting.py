"""One visit of a page in the browser, and all that is looked at while it is open: opening it is what takes time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

from tests.browser.conftest import Watched

WEIGHT = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .filter(each => !each.name.includes('/static/vega.js')).reduce((sum, each) => sum + each.encodedBodySize, 0)"""
"""Bytes of all that a page loads, but for the library of the pictures."""

SCREEN, HALF = {"width": 1280, "height": 900}, {"width": 640, "height": 450}
"""A window, and the same one at 200 %: a page of 640 CSS pixels."""

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

HIDDEN_FROM_PAPER = ".head nav, .head form, .filters, .pager, .foot, .skip"


class Visit(msgspec.Struct, frozen=True):
    """What a page was like at 1280 pixels, at 640, and on paper."""

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
    left_on_paper: int
    """Parts of the frame that would be printed."""


def visit(watched: Watched, site: str, address: str) -> Visit:
    """Open a page and look at it."""
    watched.faults.clear()
    watched.asked.clear()
    watched.page.set_viewport_size(SCREEN)  # type: ignore[arg-type]
    page = watched.open(site + address)
    wide = page.evaluate(OVER)
    page.keyboard.press("Tab")
    unlit = page.evaluate(UNLIT)
    violations = tuple(_told(each) for each in Axe().run(page).response["violations"])
    left = _printed(page)
    page.set_viewport_size(HALF)  # type: ignore[arg-type]
    return Visit(
        address=address,
        title=page.title(),
        headings=page.locator("h1").count(),
        violations=violations,
        unlit=tuple(unlit),
        over={SCREEN["width"]: wide, HALF["width"]: page.evaluate(OVER)},
        weight=page.evaluate(WEIGHT),
        elsewhere=tuple(url for url in watched.asked if not url.startswith((site, "data:"))),
        left_on_paper=left,
        faults=tuple(watched.faults),
    )


def _told(violation: Mapping[str, Any]) -> tuple[str, str, tuple[str, ...]]:
    return (
        violation["impact"],
        violation["id"],
        tuple(f"{node['html'][:160]} ({node['failureSummary'][:240]})" for node in violation["nodes"][:2]),
    )


def _printed(page: Page) -> int:
    page.emulate_media(media="print")
    shown = page.evaluate(
        f"[...document.querySelectorAll('{HIDDEN_FROM_PAPER}')].filter(node => node.getClientRects().length).length"
    )
    page.emulate_media(media="screen")
    return int(shown)
