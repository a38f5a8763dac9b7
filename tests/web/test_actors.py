"""Actors in the browser, without one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import html  # type: ignore[import-untyped]

from tests.store.asking.port_crisis import MARN_ID, ORLAN_ID, WORKERS_ID, write_port_crisis
from tests.web.conftest import Client, served


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A client of the pages over the store made by hand."""
    with served(write_port_crisis(tmp_path_factory.mktemp("store") / "port.standoff")) as client:
        yield client


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Ilse Marn", "Orlan", "dock workers"]),
        ("?q=ilza", ["Ilse Marn"]),
        ("?type=state&country=xa", ["Orlan"]),
        ("?named=false", ["dock workers"]),
        ("?named=true&order=name&q=", ["Ilse Marn", "Orlan"]),
    ],
)
def test_actors_are_listed_with_what_they_do(port: Client, query: str, names: list[str]) -> None:
    page = html.fromstring(port.get(f"/actors{query}").text)
    assert [name.text_content() for name in page.xpath("//table[@class='actors']/tbody/tr/th")] == names
    assert page.xpath("//table[@class='actors']/tbody/tr/th/a[starts-with(@href, '/actors/')]")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/actors?q=&type=&page=", 200),
        ("/actors?type=ghost", 400),
        ("/actors?named=perhaps", 400),
        ("/actors?order=size", 400),
        ("/actors?page=0", 400),
        ("/actors?page=999999", 200),
        ("/actors?q=%22*%00()", 200),
        ("/actors?q=nobody", 200),
        ("/actors/none", 404),
        (f"/actors/{MARN_ID}", 200),
        (f"/actors/{WORKERS_ID}", 200),
    ],
)
def test_what_cannot_be_asked_is_said(port: Client, address: str, status: int) -> None:
    answer = port.get(address)
    assert answer.status_code == status
    assert "<h1>" in answer.text


def test_another_spelling_stands_with_its_reason(port: Client) -> None:
    page = html.fromstring(port.get(f"/actors/{MARN_ID}").text)
    (row,) = page.xpath("//tr[@class='slipped']")
    assert "Ilza Marn" in row.text_content()
    assert "ilse and ilza sound alike" in row.text_content()
    assert row.xpath(".//a[starts-with(@href, '/reports/') and contains(@href, '#s-')]")


def test_an_actor_leads_to_what_it_says_does_and_is(port: Client) -> None:
    page = html.fromstring(port.get(f"/actors/{MARN_ID}").text)
    targets = page.xpath("//main//a/@href")
    for start in ("/said/", "/happenings/", f"/actors/{ORLAN_ID}", "/reports/"):
        assert any(target.startswith(start) for target in targets), start
    assert {"Called", "Titles and offices", "Deals with", "Said", "Did and suffered", "Meant by another’s name"} <= {
        heading.text_content() for heading in page.xpath("//h2")
    }
    assert "takes part" in page.text_content() or "does it" in page.text_content()


def test_every_link_inside_the_page_has_its_place(port: Client) -> None:
    page = html.fromstring(port.get(f"/actors/{MARN_ID}").text)
    ids = set(page.xpath("//@id"))
    assert {target[1:] for target in page.xpath("//main//a/@href") if target.startswith("#")} <= ids
    assert len(ids) == len(page.xpath("//@id"))


def test_who_deals_with_whom_is_drawn(port: Client) -> None:
    assert "/pictures/dealings.json" in port.get("/actors").text
    drawn = port.get("/pictures/dealings.json")
    assert drawn.status_code == 200
    assert "Ilse Marn" in drawn.text
