"""By keys alone: to the page, to the search, through a list, from a picture to what it shows, a judgement and back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from standoff.web.pages import judging
from tests.browser.conftest import Watched, serving

pytestmark = pytest.mark.slow

AT = "document.activeElement"
MOST_STEPS = 60
"""How often one presses Tab before one gives up."""


def is_at(page: Page, selector: str) -> bool:
    """Whether the focus is on such an element."""
    return bool(page.evaluate(f"selector => {AT}.matches(selector)", selector))


def go_to(page: Page, selector: str, key: str = "Tab") -> int:
    """Press Tab until the focus is there; how often that was."""
    for step in range(1, MOST_STEPS + 1):
        page.keyboard.press(key)
        if is_at(page, selector):
            return step
    raise AssertionError(f"{selector} is not reached in {MOST_STEPS} steps")


def test_the_first_step_skips_to_the_page(watched: Watched, site: str) -> None:
    page = watched.open(f"{site}/said")
    page.keyboard.press("Tab")
    assert is_at(page, ".skip")
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert is_at(page, "main")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{AT}.closest('main') !== null"), "the menu is passed over"


def test_a_slash_goes_to_the_search_from_every_page(watched: Watched, site: str, addresses: tuple[str, ...]) -> None:
    for address in addresses[::6]:
        page = watched.open(site + address)
        page.keyboard.press("/")
        assert is_at(page, "#q"), address
        page.keyboard.type("a/b")
        assert "a/b" in page.locator("#q").input_value(), "a slash is a letter where one writes"
    page.locator("#q").fill("strait")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=strait")


def test_filters_rows_and_pager_are_reached_in_their_order(watched: Watched, site: str) -> None:
    page = watched.open(f"{site}/actors?size=5")
    assert page.locator("[tabindex]").evaluate_all("all => all.every(node => node.tabIndex <= 0)")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert go_to(page, ".filters input, .filters select") == 1
    go_to(page, ".filters button")
    go_to(page, "main table a, main .rows a")
    page.locator(".foot a").first.focus()
    go_to(page, ".pager a[rel=next]", key="Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**page=2**")
    assert page.locator("main table a, main .rows a").count() > 0


def test_a_list_is_filtered_without_a_mouse(watched: Watched, site: str) -> None:
    page = watched.open(f"{site}/ledger")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    go_to(page, ".filters select[name=force]")
    page.keyboard.type("threat")
    page.keyboard.press("Enter")
    if "force=threat" not in page.url:
        go_to(page, ".filters button")
        page.keyboard.press("Enter")
    page.wait_for_url("**force=threat**")
    assert page.locator(".filters select[name=force]").input_value() == "threat"


def test_a_mark_of_the_timeline_is_reached_and_opened(watched: Watched, site: str) -> None:
    page = watched.open(f"{site}/timeline")
    page.locator(".drawn[tabindex='0']").wait_for()
    page.locator(".filters button").focus()
    go_to(page, ".drawn")
    page.keyboard.press("ArrowRight")
    assert is_at(page, ".drawn svg [role~=link]")
    assert page.evaluate(f"getComputedStyle({AT}).outlineStyle") != "none"
    expect(page.locator(".tip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".drawn").first).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**/happenings/**")


def test_a_wide_table_scrolls_by_keys(watched: Watched, site: str) -> None:
    page = watched.open(f"{site}/timeline")
    page.set_viewport_size({"width": 390, "height": 844})
    region = page.locator(".scroll").first
    assert region.get_attribute("aria-label")
    if region.evaluate("node => node.scrollWidth > node.clientWidth"):
        region.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("() => document.querySelector('.scroll').scrollLeft > 0")


@pytest.fixture
def judged_site(sample_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A copy of the sample crisis, whose findings are not drawn anew by themselves."""
    monkeypatch.setattr(judging, "AT_ONCE", 0)
    copy = Path(shutil.copy(sample_store, tmp_path / "judged.standoff"))
    with serving(copy) as address:
        yield address


def test_a_judgement_is_given_and_taken_back(watched: Watched, judged_site: str, kinds: Mapping[str, str]) -> None:
    page = watched.open(judged_site + kinds["/happenings/{key}"])
    here = page.url
    event = page.locator("ol .judge").first
    event.locator("summary").focus()
    page.keyboard.press("Enter")
    go_to(page, "button[value=wrong]")
    page.keyboard.press("Enter")
    expect(page.locator("input[name=by]")).to_be_focused()
    page.keyboard.type("A. Reader")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{here}**")
    expect(event.locator(".judged")).to_contain_text("Wrong")
    expect(event.locator(".judged")).to_contain_text("A. Reader")
    event.locator(".undo button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("ol .judge").first.locator(".judged")).to_have_count(0)
    assert not watched.faults
