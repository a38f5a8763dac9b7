"""Who copied whom, what stands behind whom, what falls without whom, and what could not be read, as pages."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from standoff.store.file import Store
from standoff.web.pages import without
from tests.store.asking.ferry_crisis import ALONE, COPIED, COPY, QUOTING, RELEASE, SINGLE, WIRE, write_ferry_crisis
from tests.web.conftest import Client, served


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with served(write_ferry_crisis(tmp_path_factory.mktemp("web") / "ferries.standoff")) as client:
        yield client


def page_of(client: Client, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def test_reports_and_independent_accounts_are_counted(ferries: Client) -> None:
    page = page_of(ferries, "/sources")
    assert "6 reports come to 4 independent accounts" in page.text_content()
    rows = page.xpath("//table//tbody/tr")
    assert len(rows) == 4
    assert rows[0].xpath(f".//a[@href='/sources/{COPIED.id}']")
    assert "the first" in rows[0].xpath(f".//li[.//a[@href='/reports/{WIRE.id}']]")[0].text_content()
    (release,) = page.xpath("//ul[@class='releases']/li")
    assert release.xpath(f".//a[@href='/sources/pairs/{RELEASE.id}/{QUOTING.id}']")


def test_an_account_shows_how_its_reports_came_and_what_rests_on_it(ferries: Client) -> None:
    page = page_of(ferries, f"/sources/{COPIED.id}")
    rows = page.xpath("//table")[0].xpath(".//tbody/tr")
    assert [row.xpath(".//a[@class='report']/@href")[0] for row in rows][:2] == [
        f"/reports/{WIRE.id}",
        f"/reports/{COPY.id}",
    ]
    assert "it was published earlier" in rows[1].text_content()
    told = [section.xpath(".//li")[0].text_content() for section in page.xpath("//section")]
    assert ["Two ferries collided" in told[0], "The harbour will close" in told[1], len(told)] == [True, True, 3]
    assert page.xpath(f"//a[@href='/sources/without?account={COPIED.id}']")


def test_two_reports_stand_side_by_side(ferries: Client) -> None:
    page = page_of(ferries, f"/sources/pairs/{COPY.id}/{WIRE.id}")
    heads = [each.get("href") for each in page.xpath("//th//a[@class='report']")]
    assert heads == [f"/reports/{WIRE.id}", f"/reports/{COPY.id}"], "what was first stands left"
    cells = page.xpath("//tbody/tr")[0].xpath("./td")
    assert [len(cell.xpath(".//q//a[contains(@href, '#s-')]")) for cell in cells] == [1, 1]


def test_words_of_reports_are_escaped(ferries: Client) -> None:
    page = page_of(ferries, f"/sources/{SINGLE.id}")
    assert not page.xpath("//main//b")
    assert "none of these" not in page.text_content()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/sources?topic=&outlet=&relation=&several=&q=", 200),
        ("/sources?relation=NOTHING", 400),
        ("/sources?outlet=%3Cscript%3E", 200),
        ("/sources?page=99999", 200),
        ("/sources/none", 404),
        (f"/sources/{COPIED.id}?alone=obligation&page=2", 200),
        (f"/sources/{COPIED.id}?alone=nothing", 400),
        (f"/sources/pairs/{WIRE.id}/{ALONE.id}", 404),
        ("/sources/pairs?relation=shared_release", 200),
        ("/sources/releases", 200),
        ("/topics?order=newest", 200),
        ("/topics/none", 404),
        ("/gaps?room=read", 200),
        ("/gaps?room=attic", 400),
        ("/sources/without", 200),
    ],
)
def test_what_cannot_be_asked_is_said(ferries: Client, address: str, status: int) -> None:
    answer = ferries.get(address)
    assert answer.status_code == status
    assert html.fromstring(answer.text).xpath("//h1")


def test_a_topic_has_its_reports_and_its_accounts(ferries: Client) -> None:
    (first, *_) = page_of(ferries, "/topics").xpath("//tbody/tr")
    page = page_of(ferries, first.xpath(".//a[starts-with(@href, '/topics/')]/@href")[0])
    assert set(page.xpath("//a[@class='report']/@href")) >= {f"/reports/{WIRE.id}", f"/reports/{COPY.id}"}
    assert page.xpath("//a[starts-with(@href, '/sources?topic=')]")


def test_gaps_stand_by_their_files(ferries: Client) -> None:
    page = page_of(ferries, "/gaps")
    assert [each.text_content() for each in page.xpath("//th[@scope='rowgroup']")] == ["alone.txt", "b/torn.html"]
    assert len(page.xpath(f"//a[@href='/reports/{ALONE.id}']")) == 2


def answered(client: Client, address: str) -> html.HtmlElement:
    """The page when it has stopped to look again by itself."""
    for _ in range(120):
        page = page_of(client, address)
        if not page.xpath("//meta[@http-equiv='refresh']"):
            return page
        time.sleep(0.5)
    raise AssertionError("no answer in a minute")


def test_what_falls_without_an_outlet(ferries: Client) -> None:
    page = answered(ferries, "/sources/without?outlet=isle+wire")
    told = page.text_content()
    assert "Taken away" in told
    assert page.xpath(f"//dl//a[@href='/reports/{WIRE.id}']")
    assert "gone" in [each.text_content().strip() for each in page.xpath("//tbody/tr/td[1]")]
    assert page.xpath("//tbody//a[starts-with(@href, '/ledger/') or starts-with(@href, '/said/')]")
    assert "standoff without ferries.standoff --outlet 'isle wire'" in told


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("outlet=Nowhere", "No report is of the outlet"),
        ("document=none", "No report is"),
        ("account=none", "no such account"),
    ],
)
def test_what_is_not_there_cannot_be_taken_away(ferries: Client, query: str, told: str) -> None:
    assert told in page_of(ferries, f"/sources/without?{query}").text_content()


def test_a_big_store_is_asked_on_the_command_line(ferries: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(without, "MOST_DOCUMENTS", 5)
    page = page_of(ferries, "/sources/without?speaker=a%27%3B+rm+x&document=wire.txt")
    (command,) = page.xpath("//pre")
    assert (
        command.text_content() == f"""standoff without ferries.standoff --document {WIRE.id} --speaker 'a'"'"'; rm x'"""
    )


def test_the_pictures_of_sources_are_drawn(ferries: Client) -> None:
    for query in ("", "?relation=copy", "?outlet=Nowhere", f"?account={COPIED.id}"):
        for name in ("lineage", "accounts"):
            assert ferries.get(f"/pictures/{name}.json{query}").status_code == 200
    drawn = ferries.get("/pictures/lineage.json").text
    assert "Ferries collide" in drawn


def test_no_report_is_read_where_there_is_none(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.standoff", create=True):
        pass
    with served(tmp_path / "empty.standoff") as client:
        for address in (
            "/sources",
            "/topics",
            "/gaps",
            "/judgements",
            "/sources/without?outlet=x",
            "/sources/releases",
        ):
            assert page_of(client, address).xpath("//h1")
