"""A store of 5,000 actors in many scripts: every page answers, and stays of a size that a person and a browser bear."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import html  # type: ignore[import-untyped]

from tests.browser.walking import find_kinds
from tests.web.conftest import Client, served
from tests.web.crowded import ACTORS, LONG, actor_of, crowded_dossier, name_of, write_crowded

MOST_BYTES = 500_000


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with served(write_crowded(tmp_path_factory.mktemp("crowded") / "crowded.standoff")) as client:
        yield client


@pytest.fixture(scope="module")
def fullest() -> tuple[str, ...]:
    """The pages of the findings that hold the most."""
    dossier = crowded_dossier()
    return (
        f"/happenings/{max(dossier.happenings, key=lambda each: len(each.events)).id}",
        f"/said/{max(dossier.utterances, key=lambda each: len(each.attributions)).id}",
        f"/ledger/{max(dossier.obligations, key=lambda each: len(each.commitments)).id}",
        f"/figures/{dossier.measures[0].id}",
        f"/actors/{actor_of(0)}",
    )


def test_every_page_answers_and_is_light(crowded: Client, fullest: tuple[str, ...]) -> None:
    heavy = []
    for address in (*find_kinds(crowded).values(), *fullest, "/search?q=lorries"):
        answer = crowded.get(address)
        assert answer.status_code == 200, address
        if len(answer.content) > MOST_BYTES:
            heavy.append((address, len(answer.content)))
    assert not heavy


def test_what_a_page_leaves_out_is_said_and_programs_get_it(crowded: Client, fullest: tuple[str, ...]) -> None:
    page = html.fromstring(crowded.get(next(address for address in fullest if "/ledger/" in address)).text)
    assert "400 more wordings are not shown" in page.xpath("//main")[0].text_content()
    whole = next(link for link in page.xpath("//main//a/@href") if link.startswith("/api/obligations/"))
    assert len(crowded.get(whole).json()["commitments"]) == 500


def test_every_picture_is_light(crowded: Client, fullest: tuple[str, ...]) -> None:
    pages = [
        html.fromstring(crowded.get(address).text) for address in ("/", "/timeline", "/actors", "/sources", *fullest)
    ]
    asked = sorted({str(address) for page in pages for address in page.xpath("//@data-picture")})
    assert asked
    answers = {address: crowded.get(address) for address in asked}
    assert {address: answer.status_code for address, answer in answers.items() if answer.status_code != 200} == {}
    assert [address for address, answer in answers.items() if len(answer.content) > MOST_BYTES] == []


def test_all_can_be_paged_through_and_the_last_is_there(crowded: Client) -> None:
    first = html.fromstring(crowded.get("/actors").text)
    assert "5,000" in first.xpath("//main")[0].text_content()
    assert crowded.get("/api/actors").json()["total"] == ACTORS
    assert crowded.get("/actors?page=99999").status_code == 200


@pytest.mark.parametrize("number", range(1, 9))
def test_a_name_of_any_script_is_found_and_kept_apart_from_what_stands_beside_it(crowded: Client, number: int) -> None:
    name = name_of(number)
    page = html.fromstring(crowded.get(f"/actors/{actor_of(number)}").text)
    assert page.xpath("//h1//bdi")[0].text_content() == name
    found = html.fromstring(crowded.get("/actors", params={"q": name}).text)
    assert name in [bdi.text_content() for bdi in found.xpath("//main//bdi")]


def test_a_name_of_2000_characters_can_be_read_whole(crowded: Client) -> None:
    long = name_of(0)
    assert len(long) > LONG - 10
    page = html.fromstring(crowded.get(f"/actors/{actor_of(0)}").text)
    shown = [*page.xpath("//main//text()"), *page.xpath("//main//@title")]
    assert any(long in " ".join(text.split()) for text in shown)
