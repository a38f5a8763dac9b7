"""Pictures in a browser: by keys from mark to mark, words on a mark, and what is seen where the library fails."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched, window

pytestmark = pytest.mark.slow


@pytest.fixture
def timeline(watched: Watched, site: str) -> Page:
    page = watched.open(f"{site}/timeline")
    expect(page.locator(".stage svg")).to_be_visible()
    assert not watched.faults
    return page


def focused(page: Page) -> tuple[str, float]:
    """What the mark in focus says of itself, and how far from the left it stands."""
    element = "document.activeElement"
    name = page.evaluate(f"{element}.getAttribute('aria-label')")
    return str(name), float(page.evaluate(f"{element}.getBoundingClientRect().left"))


def test_keys_go_through_the_marks_in_order_of_time(timeline: Page) -> None:
    timeline.locator(".drawn").focus()
    marks = []
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "End"):
        timeline.keyboard.press(key)
        marks.append(focused(timeline))
    places = [place for _, place in marks]
    assert places == sorted(places)
    assert len({name for name, _ in marks}) == 4
    expect(timeline.locator(".tip")).to_contain_text(marks[-1][0][:30])
    timeline.keyboard.press("Home")
    assert focused(timeline) == marks[0]
    timeline.keyboard.press("Enter")
    expect(timeline).to_have_url(re.compile(r"/happenings/[0-9a-f]+$"))


def test_a_mark_tells_what_it_is_and_opens_it(timeline: Page) -> None:
    mark = timeline.locator(".stage svg [role~='graphics-symbol']").nth(5)
    mark.hover(force=True)
    expect(timeline.locator(".tip")).to_contain_text("independent account")
    mark.click(force=True)
    expect(timeline).to_have_url(re.compile(r"/happenings/[0-9a-f]+$"))


def test_the_words_on_a_mark_stay_inside_a_narrow_window(chromium: Browser, site: str) -> None:
    with window(chromium, 390, 800) as narrow:
        page = narrow.open(f"{site}/timeline")
        page.locator(".drawn").focus()
        for key in ("Home", "End"):
            page.keyboard.press(key)
            box = page.locator(".tip").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 390
        assert not narrow.faults


def test_the_server_draws_where_the_library_fails(chromium: Browser, site: str) -> None:
    page = chromium.new_page()
    page.route("**/static/vega.js*", lambda route: route.abort())
    page.goto(f"{site}/timeline")
    image = page.locator(".drawn img")
    expect(image).to_be_visible()
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("image => image.naturalWidth") > 300
    assert image.get_attribute("alt")
    page.close()
