"""Pictures as a browser asks for them: what it draws itself, and what it shows where it runs no scripts."""

from __future__ import annotations

import re

import pytest
from lxml import etree, html  # type: ignore[import-untyped]

from standoff.web.pages import pictures
from standoff.web.pages.pictures import PICTURES
from tests.web.conftest import Client

PAGES_WITH_PICTURES = ("/", "/timeline", "/timeline?zoom=hours", "/timeline?actor=drovnia", "/figures")
DRAWN = "//*[@data-picture]"


def addresses(pages: Client) -> list[str]:
    """What the pages above show, and the first measure's claims."""
    found = [html.fromstring(pages.get(page).text).xpath(f"{DRAWN}/@data-picture") for page in PAGES_WITH_PICTURES[:-1]]
    (measure, *_) = html.fromstring(pages.get("/figures").text).xpath("//td[@class='what']/a/@href")
    claims = html.fromstring(pages.get(measure).text).xpath(f"{DRAWN}/@data-picture")
    return [address for each in (*found, claims) for address in each]


def test_a_picture_is_there_both_ways(pages: Client) -> None:
    for address in addresses(pages):
        drawn = pages.get(address).json()
        assert drawn["width"] == "container"
        assert any(drawn["datasets"].values()), address
        still = pages.get(f"{address.replace('.json', '.svg')}{'&' if '?' in address else '?'}width=400")
        assert still.status_code == 200
        root = etree.fromstring(still.content)
        assert root.tag.endswith("svg")
        assert not root.xpath("//*[local-name() = 'script' or local-name() = 'foreignObject']")


def test_a_mark_of_the_timeline_leads_to_its_happening(pages: Client) -> None:
    points = pages.get("/pictures/timeline.json").json()["datasets"]["points"]
    assert points
    for point in points[:5]:
        assert re.fullmatch(r"/happenings/[0-9a-f]+", point["href"])
        assert pages.get(point["href"]).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/pictures/timeline.json?type=NOTHING", 400),
        ("/pictures/timeline.svg?width=100000", 400),
        ("/pictures/claims.json", 400),
        ("/pictures/claims.json?measure=none", 404),
        ("/pictures/nothing.json", 404),
    ],
)
def test_what_cannot_be_drawn_is_said(pages: Client, address: str, status: int) -> None:
    assert pages.get(address).status_code == status


def test_every_picture_has_a_record_of_what_is_asked() -> None:
    assert sorted(PICTURES) == list(PICTURES)
    for shown in PICTURES.values():
        assert shown.asked.__struct_config__.frozen


def test_the_library_is_sent_once(pages: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_bundle", lambda: b"/* draws */")
    pictures._library.cache_clear()
    first = pages.get("/static/vega.js")
    assert (first.status_code, first.text) == (200, "/* draws */")
    assert "immutable" in first.headers["cache-control"]
    again = pages.get("/static/vega.js", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    pictures._library.cache_clear()
