"""Who said what, whole, in the browser, without one: what several tell and what one report alone tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]

from tests.store.asking.lock_crisis import (
    CLOSING,
    DEMAND,
    DEMANDED,
    DENIED,
    DORN_ID,
    OFFICIAL_ID,
    PROMISED,
    RELL_ID,
    RETURNING,
    SAILORS,
    TOLD,
    WIRE,
    write_lock_crisis,
)
from tests.web.conftest import Client, served


@pytest.fixture(scope="module")
def lock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A client of the pages over the store made by hand."""
    with served(write_lock_crisis(tmp_path_factory.mktemp("store") / "lock.standoff")) as client:
        yield client


def page_of(client: Client, address: str) -> Any:
    """The page at an address, parsed."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def rows(page: Any) -> list[str]:
    """What each row of the list says, white space aside."""
    return [" ".join(row.text_content().split()) for row in page.xpath("//ol[contains(@class, 'said')]/li")]


WORDS = {
    CLOSING: "Corvia will close the lock if barges wait",
    DEMANDED: "pilots return",
    PROMISED: "to keep it open",
    TOLD: "Rell had promised to keep it open",
    DENIED: "12 sailors fled",
}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [CLOSING, DEMANDED, PROMISED, TOLD, DENIED]),
        ("?once=true", [DEMANDED, PROMISED, TOLD, DENIED]),
        ("?once=false", [CLOSING]),
        ("?order=act", [DEMANDED, CLOSING, PROMISED, DENIED, TOLD]),
        ("?speaker=official", [DEMANDED]),
        (f"?speaker={RELL_ID}&once=true", [PROMISED]),
        ("?mode=mixed", [PROMISED]),
        ("?act=denies&q=sailors", [DENIED]),
        (f"?document={WIRE.id}", [CLOSING, DEMANDED]),
        ("?once=&act=&mode=&q=", [CLOSING, DEMANDED, PROMISED, TOLD, DENIED]),
    ],
)
def test_what_was_said_is_listed(lock: Client, query: str, found: list[Any]) -> None:
    listed = rows(page_of(lock, f"/said{query}"))
    assert len(listed) == len(found)
    for row, each in zip(listed, found, strict=True):
        assert WORDS[each] in row


def test_what_is_told_once_says_who_how_when_and_where(lock: Client) -> None:
    demanded, promised, told, denied = rows(page_of(lock, "/said?once=true"))
    assert demanded.startswith("1 Jun 2031 harbour official demands pilots returnArdan Wire, 1 Jun 2031 as “demanded”")
    assert promised.startswith("2 Jun 2031 Tova Rell promises to keep it openb/post.txt, 2 Jun 2031 as “promised”")
    assert "as told by Jan Dorn" in promised
    assert "as told by" not in told
    assert denied.startswith("undated nobody named denies 12 sailors fled")


def test_what_is_told_once_leads_to_its_place_and_to_what_stands_in_it(lock: Client) -> None:
    demanded, promised, _, denied = page_of(lock, "/said?once=true").xpath("//ol[contains(@class, 'said')]/li")
    start, end = DEMANDED.content[0].start, DEMANDED.content[0].end
    assert demanded.xpath(".//a[@class='verb']/@href") == [f"/reports/{WIRE.id}?at={start}-{end}#s-{start}-{end}"]
    assert demanded.xpath(".//*[@class='inside']/a/@href") == [f"/ledger/{DEMAND.id}", f"/happenings/{RETURNING.id}"]
    assert denied.xpath(".//*[@class='inside']/a/@href") == [f"/figures/{SAILORS.id}"]
    assert promised.xpath(".//*[@class='through']/a/@href") == [f"/actors/{DORN_ID}"]


def test_what_is_told_once_is_judged_in_place(lock: Client) -> None:
    page = page_of(lock, "/said")
    judged = page.xpath("//ol[contains(@class, 'said')]/li//input[@name='subject']/@value")
    assert set(judged) == {DEMANDED.id, PROMISED.id, TOLD.id, DENIED.id}, "an utterance is judged on its own page"


def test_the_sorts_are_links_with_their_counts_that_keep_what_is_asked(lock: Client) -> None:
    page = page_of(lock, f"/said?speaker={RELL_ID}&order=newest&once=true")
    sorts = page.xpath("//ul[@class='sorts']/li")
    assert [" ".join(each.text_content().split()) for each in sorts] == [
        "2 all",
        "1 in several wordings or reports",
        "1 told once",
    ]
    assert [each.xpath("./a/@aria-current") for each in sorts] == [[], [], ["true"]]
    kept = f"speaker={RELL_ID}"
    assert all(kept in each.xpath("./a/@href")[0] and "order=newest" in each.xpath("./a/@href")[0] for each in sorts)
    assert page.xpath("//form[@class='filters']//input[@name='once']/@value") == ["true"]


def test_acts_are_links_with_their_counts(lock: Client) -> None:
    page = page_of(lock, "/said?act=warns")
    acts = [" ".join(each.text_content().split()) for each in page.xpath("//ul[@class='acts']/li")]
    assert acts[:6] == ["any act", "demands 1", "threatens 1", "warns 1", "promises 1", "denies 1"]
    assert page.xpath("//ul[@class='acts']//a[@aria-current]/@href") == ["/said?act=warns"]
    assert page.xpath("//ul[@class='acts']//*[@class='nothing']")[0].text_content() == "rejects"
    uncounted = page_of(lock, "/said?q=lock&act=warns").xpath("//ul[@class='acts']/li/a")
    assert [" ".join(each.text_content().split()) for each in uncounted][:2] == ["any act", "demands"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?once=perhaps", 400),
        ("?mode=sung", 400),
        ("?order=size", 400),
        ("?page=99", 200),
        ("?once=false&q=sailors", 200),
    ],
)
def test_what_cannot_be_asked_is_said(lock: Client, query: str, status: int) -> None:
    answer = lock.get(f"/said{query}")
    assert answer.status_code == status
    assert "<h1>" in answer.text


def test_an_actor_has_both_sorts_with_links_to_them(lock: Client) -> None:
    page = page_of(lock, f"/actors/{RELL_ID}")
    assert len(rows(page)) == 2
    targets = page.xpath("//section[@aria-labelledby='said']/p[@class='sum']/a/@href")
    start = f"/said?speaker={RELL_ID}"
    assert targets == [f"{start}&once=false", f"{start}&once=true", *(f"{start}&act={act}" for act in ACTS_OF_RELL)]
    assert all(lock.get(target).status_code == 200 for target in targets)
    unnamed = page_of(lock, f"/actors/{OFFICIAL_ID}")
    assert "1 statement told once" in " ".join(unnamed.text_content().split())


ACTS_OF_RELL = ("threatens", "warns", "promises")


def test_search_finds_what_one_report_tells(lock: Client) -> None:
    page = page_of(lock, "/search?q=sailors")
    assert "12 sailors fled" in page.xpath("//section[@aria-labelledby='r-said']")[0].text_content()


@pytest.mark.parametrize(("once", "ids"), [("true", {DEMANDED.id}), ("false", set())])
def test_the_api_tells_what_is_told_once(lock: Client, once: str, ids: set[str]) -> None:
    answer = lock.get(f"/api/attributions?once={once}&act=demands").json()
    assert {each["id"] for each in answer["items"]} == ids
