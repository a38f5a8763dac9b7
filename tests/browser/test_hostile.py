"""An article that tries everything: on no page does it become more than words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from standoff.engines import engine_for
from standoff.pipeline import Quiet, build, studying
from standoff.store.file import Store
from tests.browser.conftest import Watched, serving, window

pytestmark = pytest.mark.slow

SCRIPT = "<script>window.taken = 1; alert(1)</script>"
IMAGE = "<img src=x onerror='window.taken=1'>"
DRAWING = "<svg onload='window.taken=1'><script>window.taken=1</script></svg>"
LINK = "<a href='javascript:window.taken=1'>press here</a>"
STYLE = "<style>body { display: none }</style>"
BASE = "<base href='https://evil.example/'>"
TEMPLATE = "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7}"
CLOSING = "\"'></title></textarea></script></svg>--><plaintext>"
TURNED = "\u202egnorw si siht\u202c \u2066 \u200f \ufeff"

TITLE = f"{SCRIPT}{TURNED} Governor of Vesh warns {CLOSING}"

TEXT = f"""VESH, 4 March 2041 {SCRIPT} - "We will close the border with Lodania if it sends {IMAGE} troops," Governor
Ada Morrow said on Tuesday. {DRAWING} {LINK} {STYLE} {BASE} {TEMPLATE} {CLOSING}

Lodania has moved about 12,000 {TURNED} soldiers to the border, Governor Morrow said. {SCRIPT} Lodania's foreign
minister, Bram {IMAGE} Kestel, denied that Lodania had moved 12,000 soldiers and accused Vesh of lying on 3 March 2041.

"{SCRIPT} We demand that Vesh withdraws its claim," Kestel said.
"""

OTHER = TEXT.replace("12,000", "31,000").replace("We will close the border", "We shall perhaps shut the frontier")


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    rows = [
        {
            "text": TEXT,
            "title": TITLE,
            "outlet": f"{SCRIPT}Vesh Herald{TURNED}",
            "author": IMAGE,
            "url": "javascript:alert(1)",
        },
        {
            "text": OTHER,
            "title": f"{DRAWING} Lodania",
            "outlet": f"Lodan {CLOSING}",
            "url": "https://evil.example/'onload='x",
        },
        {
            "text": f"Lodania denied it. {'x' * 2_000} said Bram {'Kestel' * 300}.",
            "title": "y" * 2_000,
            "outlet": "z" * 2_000,
        },
    ]
    reports = folder / f"re{quote(SCRIPT, safe='')}ports.jsonl"
    reports.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    path = folder / "<b>hostile.standoff"
    with Store.open(path, create=True) as store, engine_for(1) as engine:
        build([reports], store, engine, Quiet(), studying(engine.threads))
    with serving(path) as address:
        yield address


@pytest.fixture(scope="module")
def everywhere(chromium: Browser, hostile_site: str) -> tuple[str, ...]:
    """Every address that links lead to, and what a person might ask."""
    found = {"/", f"/search?q={quote(SCRIPT)}", f"/scenario?if={quote(SCRIPT)}", f"/search?q={quote(CLOSING)}"}
    waiting = sorted(found)
    with window(chromium, scripts=False) as watched:
        while waiting and len(found) < 120:
            watched.page.goto(hostile_site + waiting.pop(0))
            links = watched.page.eval_on_selector_all(
                "a[href^='/']", "links => links.map(one => one.getAttribute('href'))"
            )
            new = {link.partition("#")[0] for link in links} - found
            found |= new
            waiting += sorted(link for link in new if not link.startswith("/api"))
    return tuple(sorted(link for link in found if not link.startswith("/api")))


def test_no_page_runs_or_loads_what_an_article_holds(
    watched: Watched, hostile_site: str, everywhere: tuple[str, ...]
) -> None:
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url))
    for address in everywhere:
        page = watched.open(hostile_site + address)
        assert page.evaluate("window.taken") is None, address
        assert not [fault for fault in watched.faults if "404" not in fault], (address, watched.faults)
        assert page.locator(".head").is_visible(), address
        assert page.locator("main script, main style, main base, main svg script, [onerror], [onload]").count() == 0, (
            address
        )
        assert page.evaluate("[...document.links].filter(l => l.protocol === 'javascript:').length") == 0, address
    assert {url for url in asked if not url.startswith((hostile_site, "data:"))} == set()


def test_what_it_says_is_there_to_read(watched: Watched, hostile_site: str, everywhere: tuple[str, ...]) -> None:
    report = next(address for address in everywhere if address.startswith("/reports/") and "?" not in address)
    shown = {
        watched.open(hostile_site + address).locator("main").inner_text()
        for address in everywhere
        if address.startswith("/reports/")
    }
    assert report
    assert any("<script>window.taken = 1; alert(1)</script>" in text for text in shown)
    assert not any("\u202e" in text and "gnorw" not in text for text in shown)


def test_nothing_it_names_makes_a_page_wider_than_a_telephone(
    chromium: Browser, hostile_site: str, everywhere: tuple[str, ...]
) -> None:
    with window(chromium, 390, 844) as watched:
        wide = [
            address
            for address in everywhere
            if watched.open(hostile_site + address).evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            > 0
        ]
    assert not wide
