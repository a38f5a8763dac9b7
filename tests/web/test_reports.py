"""Reports as pages: their list, their words with every reading in its place, and the way to facts and back."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]

from standoff.engines import engine_for
from standoff.pipeline import Quiet, build, studying
from standoff.store.file import Store
from standoff.web.pages.reports import places_asked
from tests.web.conftest import Client, served

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> <style>*{display:none}</style>\n\n"
    '<svg onload=alert(3)><a href="javascript:alert(4)">go</a></svg> {{ 7 * 7 }} {% raw %}\n\n'
    'Governor Ada "<b>" Morrow said \u202eon Tuesday\u202c that 300 ships\u200b are waiting. \x1b[31m\n\n'
    "Lodania denied it. </article></div></main><base href=//evil.example>"
)
TITLE = '"><script>alert(5)</script>\u202e{{ config }}'


@pytest.fixture
def asking(sample_store: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(sample_store)) as connection:
        yield connection


def tree(pages: Client, address: str, status: int = 200) -> Any:
    answer = pages.get(address)
    assert answer.status_code == status, address
    return html.fromstring(answer.text)


def marked(page: Any) -> str:
    """The words that the address asks for, as the page marks them."""
    return "".join(
        node.text_content() for node in page.xpath("//article//*[contains(concat(' ', @class, ' '), ' q0 ')]")
    )


def without_breaks(words: str) -> str:
    return re.sub(r"\s+", "", words)


@pytest.mark.parametrize("kind", ["mentions", "times", "attributions", "events", "figures", "commitments"])
def test_every_kind_of_reading_leads_to_its_place(pages: Client, asking: sqlite3.Connection, kind: str) -> None:
    keys = [key for (key,) in asking.execute(f"SELECT id FROM {kind} ORDER BY id LIMIT 3")]
    assert keys
    for key in keys:
        answer = pages.get(f"/readings/{key}", follow_redirects=False)
        assert answer.status_code == 303
        address, _, place = answer.headers["location"].partition("#")
        page = tree(pages, address)
        assert page.xpath(f"//article//a[@id='{place}']")
        assert page.xpath(f"//li[@data-id='{key}']//dl | //a[@href='#{place}']/ancestor::dl"), "its fields are open"


PLACES = {
    "labels": "SELECT label_document, label_start, label_end FROM happenings ORDER BY id LIMIT 5",
    "consequents": "SELECT consequent_document, consequent_start, consequent_end FROM obligations "
    "WHERE consequent_document IS NOT NULL ORDER BY id LIMIT 5",
    "sides": 'SELECT document, start, "end" FROM sides ORDER BY discrepancy LIMIT 5',
    "days": 'SELECT document, start, "end" FROM day_sentences ORDER BY day LIMIT 5',
    "passages": 'SELECT "left", left_start, left_end FROM passages JOIN lineages ON lineages.position = lineage '
    "LIMIT 5",
}


@pytest.mark.parametrize("kind", PLACES)
def test_every_place_that_a_fact_gives_leads_to_its_words(pages: Client, asking: sqlite3.Connection, kind: str) -> None:
    rows = asking.execute(PLACES[kind]).fetchall()
    assert rows
    for doc, start, end in rows:
        (text,) = asking.execute("SELECT text FROM documents WHERE id = ?", (doc,)).fetchone()
        page = tree(pages, f"/reports/{doc}?at={start}-{end}")
        assert page.xpath(f"//article//a[@id='s-{start}-{end}']")
        assert without_breaks(marked(page)) == without_breaks(text[start:end])


@pytest.mark.parametrize(
    ("layer", "path"),
    [("a", "/said/"), ("e", "/happenings/"), ("c", "/ledger/"), ("f", "/figures/"), ("m", "/actors/")],
)
def test_words_lead_to_their_fact(pages: Client, asking: sqlite3.Connection, layer: str, path: str) -> None:
    (doc,) = asking.execute("SELECT document FROM figures GROUP BY document ORDER BY count(*) DESC LIMIT 1").fetchone()
    page = tree(pages, f"/reports/{doc}")
    entries = page.xpath(f"//li[contains(@class, 'entry {layer} ')]")
    leading = [node for node in entries if node.xpath(f".//span[@class='goes']/a[starts-with(@href, '{path}')]")]
    assert leading
    ids = {node.get("id") for node in leading}
    assert any(f"#{key}" in page.xpath("//article//a/@href") for key in ids), "some word opens the entry"
    (to, *_) = leading[0].xpath(f".//span[@class='goes']/a[starts-with(@href, '{path}')]/@href")
    assert pages.get(to).status_code == 200


def test_the_words_are_those_of_the_report(pages: Client, asking: sqlite3.Connection) -> None:
    for doc, text in asking.execute("SELECT id, text FROM documents"):
        assert tree(pages, f"/reports/{doc}").xpath("string(//article)") == text


def test_a_script_gets_all_fields_of_what_it_asks_for(pages: Client, asking: sqlite3.Connection) -> None:
    doc, key = asking.execute("SELECT document, id FROM commitments ORDER BY id LIMIT 1").fetchone()
    page = tree(pages, f"/reports/{doc}/entries?reading={key}&reading=unknown")
    (entry,) = page.xpath("//li[@data-id]")
    assert entry.get("data-id") == key
    assert "told through" in entry.text_content()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/reports?page=99999", 200),
        ("/reports?outlet=nobody", 200),
        ("/reports?q=%22&since=&until=", 200),
        ("/reports?since=once", 400),
        ("/reports?order=none", 400),
        ("/reports/none", 404),
        ("/reports/none/entries?reading=1", 404),
        ("/readings/none", 404),
        ("/reports/{doc}?at=1-2,3-4", 200),
        ("/reports/{doc}?at=999999-9999999", 200),
        ("/reports/{doc}?at=9-3", 200),
        ("/reports/{doc}?at=one", 400),
        ("/reports/{doc}?at=" + ",".join(["1-2"] * 200), 400),
        ("/reports/{doc}?part=999", 200),
        ("/reports/{doc}?part=0", 400),
        ("/reports/{doc}?reading=unknown", 200),
    ],
)
def test_whatever_is_asked_has_an_answer(pages: Client, asking: sqlite3.Connection, address: str, status: int) -> None:
    (doc,) = asking.execute("SELECT min(id) FROM documents").fetchone()
    answer = pages.get(address.replace("{doc}", doc))
    assert answer.status_code == status
    assert "<h1>" in answer.text or "text/html" not in answer.headers["content-type"]


def test_a_place_outside_the_text_is_said(pages: Client, asking: sqlite3.Connection) -> None:
    (doc,) = asking.execute("SELECT min(id) FROM documents").fetchone()
    assert "is not in this report" in pages.get(f"/reports/{doc}?at=999999-1000000").text


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (None, ()),
        ("3-5", ((3, 5),)),
        ("7-9,3-5,3-5", ((3, 5), (7, 9))),
        ("3-500", ((3, 10),)),
        ("5-5,6-2,10-12", ()),
    ],
)
def test_places_are_those_in_the_text(given: str | None, found: tuple[tuple[int, int], ...]) -> None:
    assert places_asked(given, 10) == found


def test_the_list_leads_to_each_report_and_filters(pages: Client, asking: sqlite3.Connection) -> None:
    (many,) = asking.execute("SELECT count(*) FROM documents").fetchone()
    page = tree(pages, "/reports")
    assert len(page.xpath("//td[@class='title']/a[starts-with(@href, '/reports/')]")) == many
    for link in page.xpath("//tbody//a[contains(@href, '?')]/@href")[:6]:
        assert tree(pages, link).xpath("//tbody/tr")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, str]]:
    folder = tmp_path_factory.mktemp("hostile")
    given, path = folder / "hostile.jsonl", folder / "hostile.standoff"
    long = "\n\n".join(
        f"Minister Ila Torn said on Monday that {number} ships wait in Port Vesh." for number in range(900)
    )
    reports = [{"text": HOSTILE, "title": TITLE, "outlet": TITLE, "url": "javascript:alert(6)"}, {"text": long}]
    given.write_text("\n".join(map(json.dumps, reports)), encoding="utf-8")
    with Store.open(path, create=True) as store, engine_for(1) as engine:
        build([given], store, engine, Quiet(), studying(engine.threads))
        (doc,) = (document.id for document in store.documents() if document.title == TITLE)
    with served(path) as pages:
        yield pages, doc


def test_a_hostile_report_is_words(hostile: tuple[Client, str]) -> None:
    pages, doc = hostile
    for address in ("/reports", f"/reports/{doc}", f"/reports/{doc}?at=3-80"):
        answer = pages.get(address)
        page = html.fromstring(answer.text)
        assert {node.get("src") for node in page.iter("script")} <= {"/static/standoff.js", "/static/reading.js"}
        assert not page.xpath("//svg | //style | //base | //article//img | //@style | //@onerror | //@onload")
        assert not [
            link for link in page.xpath("//@href | //@src | //@action") if "javascript" in link or "evil" in link
        ]
        assert "49" not in page.xpath("string(//h1)")
        shown = "".join(page.xpath("//text()[not(parent::b[@hidden])]"))
        assert not set(shown) & set("\u202e\u200b\x1b")
    assert tree(pages, f"/reports/{doc}").xpath("string(//article)") == HOSTILE


def test_a_long_report_comes_in_parts_of_bounded_weight(hostile: tuple[Client, str]) -> None:
    pages, doc = hostile
    (other,) = {link for link in tree(pages, "/reports").xpath("//td[@class='title']/a/@href") if doc not in link}
    page, number = tree(pages, other), 1
    words = page.xpath("string(//article)")
    while following := page.xpath("//a[@rel='next']/@href"):
        number += 1
        assert len(pages.get(following[0]).content) < 500_000
        page = tree(pages, following[0])
        words += page.xpath("string(//article)")
    assert number > 3
    assert words.count("ships wait") == 900
