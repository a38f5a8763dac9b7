"""A report by keys alone, and with scripts or without: from word to word, to its reading, to its fact and back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched, window

pytestmark = pytest.mark.slow

LIT = ".text .lit"


@pytest.fixture
def report(watched: Watched, site: str) -> Page:
    page = watched.open(f"{site}/reports?order=path")
    page.locator("td.title > a").nth(1).click()
    page.wait_for_load_state("networkidle")
    assert not watched.faults
    return page


def at(page: Page) -> int:
    """Where in the text the words begin that are chosen."""
    return int(page.locator(LIT).first.get_attribute("data-o") or -1)


def test_keys_go_from_reading_to_reading(report: Page) -> None:
    report.keyboard.press("j")
    first = at(report)
    for _ in range(6):
        report.keyboard.press("j")
    further = at(report)
    assert further > first
    report.keyboard.press("k")
    assert first <= at(report) <= further
    layers = set()
    for _ in range(4):
        report.keyboard.press("J")
        layers.add((report.locator(".side .entry.lit").get_attribute("class") or "").split()[1])
    assert len(layers) == 1, "it stays in one layer"


def test_enter_opens_what_is_chosen_and_escape_goes_back(report: Page) -> None:
    for _ in range(5):
        report.keyboard.press("j")
    words = report.evaluate("document.activeElement.textContent")
    report.keyboard.press("Enter")
    card = report.locator("#here")
    expect(card).to_be_visible()
    expect(card.locator("dl").first).to_be_visible()
    assert report.evaluate("document.activeElement.id") == "here"
    report.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert report.evaluate("document.activeElement.textContent") == words


def test_numbers_switch_layers_and_keys_pass_over_what_is_off(report: Page) -> None:
    report.keyboard.press("1")
    assert not report.locator("#on-m").is_checked()
    for _ in range(8):
        report.keyboard.press("j")
        assert "m" not in (report.locator(".side .entry.lit").get_attribute("class") or "").split()
    report.keyboard.press("8")
    assert report.locator("#on-p").is_checked()


def test_a_question_mark_tells_the_keys_and_a_slash_goes_to_the_search(report: Page) -> None:
    report.keyboard.press("?")
    expect(report.locator("#keys ul")).to_be_visible()
    report.keyboard.press("Escape")
    expect(report.locator("#keys ul")).to_be_hidden()
    report.keyboard.press("/")
    assert report.evaluate("document.activeElement.id") == "q"
    report.keyboard.type("jk?1")
    assert report.locator("#q").input_value() == "jk?1", "keys are letters where one writes"


def test_a_word_leads_to_its_fact_and_the_fact_back_to_the_word(report: Page) -> None:
    goes = report.locator(".entry.e .goes a[href^='/happenings/']").first
    goes.click()
    report.wait_for_load_state("networkidle")
    assert "/happenings/" in report.url
    report.locator("main a[href*='#s-']").first.click()
    report.wait_for_load_state("networkidle")
    start = int(re.search(r"#s-(\d+)-", report.url)[1])  # type: ignore[index]
    assert at(report) == start
    assert report.locator(LIT).first.is_visible()


def test_it_is_whole_without_scripts(chromium: Browser, site: str) -> None:
    with window(chromium, scripts=False) as watched:
        page = watched.open(f"{site}/reports?order=path")
        page.locator("td.title > a").nth(1).click()
        before = page.locator(".text [class*='a1q']").first.evaluate("node => getComputedStyle(node).backgroundImage")
        page.locator("label[for=on-a]").click()
        after = page.locator(".text [class*='a1q']").first.evaluate("node => getComputedStyle(node).backgroundImage")
        assert before != after, "a layer is switched off"
        page.locator(".entry.c .more").first.click()
        expect(page.locator(".group.o dl")).to_be_visible()
        page.locator(".text a[href^='#e']").first.click()
        expect(page.locator(".entry:target")).to_be_visible()
