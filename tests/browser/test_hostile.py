"""An article that tries everything: on no page does it become more than words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Browser

from standoff.engines import engine_for
from standoff.pipeline import Quiet, build, studying
from standoff.store.file import Store
from tests.browser.conftest import Watched, serving, window
from tests.browser.visiting import OVER
from tests.browser.walking import find_addresses

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

TAKEN = """() => [
  ...(window.taken === undefined ? [] : ['a script ran']),
  ...[...document.links].filter(link => link.protocol === 'javascript:').map(link => link.outerHTML),
  ...[...document.querySelectorAll('main script, main style, main base, svg script, [onerror], [onload]')]
    .map(node => node.outerHTML)]"""
"""What of an article has become more than words."""

OF_EACH_KIND = 2

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
def everywhere(hostile_site: str) -> tuple[str, ...]:
    """Some addresses of each kind of page that links lead to, and what a person might ask."""
    asked = {f"/search?q={quote(SCRIPT)}", f"/scenario?if={quote(SCRIPT)}", f"/search?q={quote(CLOSING)}"}
    with httpx.Client(base_url=hostile_site, timeout=60, follow_redirects=True) as client:
        return tuple(sorted(asked | set(find_addresses(client, OF_EACH_KIND))))


def test_no_page_runs_or_loads_what_an_article_holds(
    watched: Watched, hostile_site: str, everywhere: tuple[str, ...]
) -> None:
    shown = ""
    for address in everywhere:
        page = watched.open(hostile_site + address)
        assert page.evaluate(TAKEN) == [], address
        assert page.locator(".head").is_visible(), address
        shown += page.locator("main").inner_text() if address.startswith("/reports/") else ""
    assert SCRIPT in shown, "what it says is there to read"
    assert watched.faults == []
    assert {url for url in watched.asked if not url.startswith((hostile_site, "data:"))} == set()


def test_nothing_it_names_makes_a_page_wider_than_a_telephone(
    chromium: Browser, hostile_site: str, everywhere: tuple[str, ...]
) -> None:
    with window(chromium, 390, 844) as watched:
        wide = [
            (address, over)
            for address in everywhere
            if (over := watched.open(hostile_site + address).evaluate(OVER)) > 0
        ]
    assert not wide
