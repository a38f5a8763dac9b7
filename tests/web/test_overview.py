"""The state of the crisis on one screen, the days that matter, and the figures."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from standoff.core.dossier import Dossier
from standoff.core.judgements import Judgement
from standoff.store.file import Store
from tests.web.conftest import Client, served


def test_every_number_and_record_leads_somewhere(pages: Client) -> None:
    page = html.fromstring(pages.get("/").text)
    numbers = {
        each.xpath("string(dt)"): each.xpath("string(dd)") for each in page.xpath("//*[@class='state']//div[dt]")
    }
    assert numbers["reports"] == "21"
    assert int(numbers["independent accounts"]) < 21
    assert numbers["published"].endswith("2019")
    sections = page.xpath("//section")
    assert len(sections) == 6
    for section in sections[:5]:
        assert section.xpath(".//ol/li//a")
    for link in sorted(set(page.xpath("//main//a/@href"))):
        assert pages.get(link).status_code == 200, link


def test_days_are_told_in_their_sentences(pages: Client) -> None:
    days = html.fromstring(pages.get("/days").text).xpath("//ol[@class='days']/li")
    assert days
    for day in days:
        assert day.get("id").startswith("d-2019-")
        assert day.xpath(".//q//a[starts-with(@href, '/reports/')]")


def test_competing_numbers_stand_in_order_of_size(pages: Client) -> None:
    page = html.fromstring(pages.get("/figures?unit=person&status=actual").text)
    rows = page.xpath("//tbody/tr")
    (men,) = [row for row in rows if row.xpath("string(td[1]/a)") == "men"]
    assert men.xpath(".//ul[@class='values']/li/strong/text()") == ["19", "27", "31"]
    assert len(men.xpath(".//*[local-name() = 'circle']")) == 3
    whole = html.fromstring(pages.get(men.xpath("td[1]/a/@href")[0]).text)
    assert whole.xpath("//tr[starts-with(@id, 'c-')]")
    assert pages.get("/figures/none").status_code == 404


@pytest.fixture
def own_store(sample_store: Path, tmp_path: Path) -> Path:
    with Store.open(sample_store):
        return Path(shutil.copy(sample_store, tmp_path / "own.standoff"))


def test_every_page_says_that_judgements_wait(own_store: Path) -> None:
    with served(own_store) as client:
        assert "wait" not in html.fromstring(client.get("/days").text).xpath("string(//*[@class='banner'])")
        with Store.open(own_store) as store:
            store.add_judgement(Judgement(subject="x", verdict="wrong", by="A. Reader", on="2031-05-09T10:00:00+00:00"))
        for address in ("/", "/days", "/happenings/none"):
            (banner,) = html.fromstring(client.get(address).text).xpath("//*[@class='banner']")
            assert "1 judgement waits" in " ".join(banner.text_content().split())


def test_every_page_says_that_a_build_is_running(own_store: Path) -> None:
    with Store.open(own_store) as store:
        store.add_source("new.txt", "b", "1", [], [])
    with served(own_store) as client:
        for address in ("/", "/timeline", "/figures", "/days"):
            answer = client.get(address)
            assert answer.status_code == 200, address
            assert "A build is running, or was cut short" in answer.text


def test_an_empty_dossier_is_told_as_one(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.standoff", create=True) as store:
        store.write_findings(Dossier(), "1")
    with served(tmp_path / "x.standoff") as client:
        assert "No report is in this dossier yet" in client.get("/").text
        for address in ("/timeline", "/figures", "/days", "/pictures/timeline.json", "/pictures/course.svg"):
            assert client.get(address).status_code == 200, address
