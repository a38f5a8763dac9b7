"""The ledger, discrepancies, readouts and scenarios in the browser, without one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]
from msgspec.structs import replace

from tests.resolve.obligations.crisis import dossier
from tests.resolve.scenario.test_play import STRAIT
from tests.store.asking.strait_crisis import ACTORS, CLOSING, DENIED, DOSSIER, LEAVING, PAIR, SHIPS, write
from tests.web.conftest import Client, served

TRICK = "<script>alert(1)</script>\u202e\"'</bdi></a>" + "x" * 3000


@pytest.fixture(scope="module")
def strait(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with served(write(DOSSIER, tmp_path_factory.mktemp("store") / "x.standoff")) as client:
        yield client


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """Threats that set each other off."""
    whole, _ = dossier(*STRAIT)
    with served(write(whole, tmp_path_factory.mktemp("store") / "x.standoff")) as client:
        yield client


def text(client: Client, address: str) -> str:
    return " ".join(html.fromstring(client.get(address).text).xpath("//main")[0].text_content().split())


def links(client: Client, address: str, inside: str = "//main") -> list[str]:
    found: list[str] = html.fromstring(client.get(address).text).xpath(f"{inside}//a/@href")
    return found


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/ledger?status=&force=&debtor=&since=&order=", 200),  # as a form sends it that was left empty
        ("/ledger?status=pending", 400),
        ("/ledger?as_of=soon", 400),
        ("/ledger?page=999", 200),
        ("/ledger/none", 404),
        ("/discrepancies?check=taste", 400),
        ("/discrepancies/none", 404),
        ("/readouts/none", 404),
        ("/scenario?if=", 200),
        (f"/scenario?if={'a' * 2000}", 200),
        ("/scenario?if=%00%1b%3Cscript%3E", 200),
        ("/pictures/ladder.json?condition=%3Cscript%3E", 200),
        ("/pictures/standing.json?id=none", 200),
    ],
)
def test_what_cannot_be_asked_is_said(strait: Client, address: str, status: int) -> None:
    assert strait.get(address).status_code == status


def test_the_ledger_counts_by_status_and_leads_to_each(strait: Client) -> None:
    assert "2 detached" in text(strait, "/ledger")
    assert "/ledger?status=detached" in links(strait, "/ledger")
    assert {f"/ledger/{CLOSING.id}", f"/ledger/{LEAVING.id}"} <= set(links(strait, "/ledger"))
    assert "1 conditional" in text(strait, "/ledger?as_of=2031-04-03")
    assert "/ledger?as_of=2031-04-03&status=conditional" in links(strait, "/ledger?as_of=2031-04-03")
    assert "No obligation is like this" in text(strait, "/ledger?force=refusal")


def test_an_obligation_tells_its_history_and_leads_on(strait: Client) -> None:
    page = text(strait, f"/ledger/{CLOSING.id}")
    assert "Its condition has come about." in page
    assert "told through Ilo Marn (asserts)" in page
    found = links(strait, f"/ledger/{CLOSING.id}")
    assert "/scenario?if=Lodan+attacks" in found  # the form says "if" itself
    assert f"/discrepancies/{DENIED.id}" in found
    assert any(each.startswith("/happenings/") for each in found)
    drawn = strait.get(f"/pictures/standing.json?id={CLOSING.id}")
    assert drawn.status_code == 200


def test_the_gravest_discrepancy_comes_first_with_its_sides(strait: Client) -> None:
    rows = html.fromstring(strait.get("/discrepancies").text).xpath("//ol[@class='differing']/li")
    assert [row.xpath(".//h2/a/@href")[0] for row in rows] == [
        f"/discrepancies/{DENIED.id}",
        f"/discrepancies/{SHIPS.id}",
    ]
    assert [mark.text for mark in rows[0].xpath(".//mark")] == ["close the strait", "close the strait"]
    assert "grave" in rows[0].text_content()


def test_a_discrepancy_is_explained_and_leads_to_what_it_is_about(strait: Client) -> None:
    page = text(strait, f"/discrepancies/{DENIED.id}")
    assert "What matters cannot be both ways." in page
    assert "likely a real conflict" in page
    assert f"/ledger/{CLOSING.id}" in links(strait, f"/discrepancies/{DENIED.id}")


def test_readouts_stand_side_by_side(strait: Client) -> None:
    assert f"/readouts/{PAIR.id}" in links(strait, "/readouts")
    page = html.fromstring(strait.get(f"/readouts/{PAIR.id}").text)
    pairs = [[point.text_content() for point in row.xpath(".//q")] for row in page.xpath("//ol[@class='pairs']/li")]
    assert pairs == [["No ship will leave", "Every ship leaves"], ["They spoke of ships", "They talked about ships"]]
    headings = [" ".join(each.text_content().split()) for each in page.xpath("//main//h2 | //main//h3")]
    assert headings == [
        "They oppose each other 1",
        "Told by both 1",
        "Told by one side only",
        "Only Ardania 1",
        "Only Lodan 0",
    ]


def test_a_scenario_is_told_round_by_round(pipeline: Client) -> None:
    start = links(pipeline, "/scenario", "//ul[@class='suggested']")
    assert "/scenario?if=Morvane+shuts+the+gas+pipeline" in start
    page = html.fromstring(pipeline.get("/scenario?if=if+Morvane+shuts+the+gas+pipeline").text)
    assert page.xpath("//input[@id='if']/@value") == ["Morvane shuts the gas pipeline"]
    rungs = page.xpath("//ol[@class='rungs']/li")
    effects = [each.xpath("string(.//span[contains(@class, 'status')])").strip() for each in rungs]
    assert sorted(effects) == ["triggered", "triggered", "triggered", "violated"]
    because = page.xpath("//span[@class='because']/a/@href")
    assert {each.removeprefix("#") for each in because} <= {each.get("id") for each in rungs}
    drawn = pipeline.get("/pictures/ladder.json?condition=Morvane+shuts+the+gas+pipeline")
    assert drawn.status_code == 200
    assert b"close the strait" in drawn.content


def test_a_condition_that_nothing_answers_offers_near_ones(pipeline: Client) -> None:
    page = text(pipeline, "/scenario?if=the+pipeline+rusts")
    assert "No obligation in these reports has this for a condition" in page
    assert "/scenario?if=Morvane+shuts+the+gas+pipeline" in links(pipeline, "/scenario?if=the+pipeline+rusts")


@pytest.mark.parametrize(
    "address", ["/ledger", f"/ledger/{CLOSING.id}", "/discrepancies", f"/readouts/{PAIR.id}", "/readouts"]
)
def test_names_and_sentences_are_words_only(tmp_path: Path, address: str) -> None:
    named = tuple(replace(each, name=TRICK, names=(TRICK,)) for each in ACTORS)
    said = tuple(replace(each, sentence=TRICK) for each in DOSSIER.discrepancies)
    whole = replace(DOSSIER, actors=named, discrepancies=said)
    with served(write(whole, tmp_path / "x.standoff")) as client:
        answer = client.get(address)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "\u202e" not in answer.text
        assert len(answer.content) < 500_000


@pytest.mark.parametrize("address", ["/ledger", "/scenario", "/discrepancies", "/readouts"])
def test_an_empty_store_says_so(tmp_path: Path, address: str) -> None:
    with served(
        write(replace(DOSSIER, **dict.fromkeys(("obligations", "discrepancies", "readouts"), ())), tmp_path / "x")
    ) as client:
        assert html.fromstring(client.get(address).text).xpath("//main//p[@class='empty']")
