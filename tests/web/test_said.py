"""What was said, in the browser, without one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from lxml import html  # type: ignore[import-untyped]

from standoff.store.asking.whole_utterance import whole_utterance
from standoff.web.pages.said import worded
from tests.store.asking.port_crisis import ASKING, CLOSING, MARN_ID, ONE_ORIGIN, SAID, write_port_crisis
from tests.web.conftest import Client, served
from tests.web.hostile import ACTOR_ID, LONG_ID, UTTERANCE, write_hostile


@pytest.fixture(scope="module")
def port_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store made by hand."""
    return write_port_crisis(tmp_path_factory.mktemp("store") / "port.standoff")


@pytest.fixture(scope="module")
def port(port_store: Path) -> Iterator[Client]:
    """A client of the pages over it."""
    with served(port_store) as client:
        yield client


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A client of the pages over a store of tricks."""
    with served(write_hostile(tmp_path_factory.mktemp("store") / "hostile.standoff")) as client:
        yield client


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", [CLOSING.id, ASKING.id]),
        (f"?speaker={MARN_ID}", [CLOSING.id]),
        ("?speaker=ilza&act=warns", [CLOSING.id]),
        ("?accounts=2", [CLOSING.id]),
        ("?q=asked", [ASKING.id]),
        (f"?account={ONE_ORIGIN.id}", [CLOSING.id]),
        ("?as_of=2031-04-01", []),
    ],
)
def test_utterances_are_listed(port: Client, query: str, ids: list[str]) -> None:
    page = html.fromstring(port.get(f"/said{query}").text)
    found = page.xpath("//ol[contains(@class, 'said')]/li//a[@class='verb']/@href")
    assert found == [f"/said/{key}" for key in ids]
    if not ids:
        assert "Nothing that was said is like this" in page.text_content()


def test_a_speaker_asked_for_by_id_is_named_and_can_be_let_go(port: Client) -> None:
    page = html.fromstring(port.get(f"/said?speaker={MARN_ID}&act=warns").text)
    assert page.xpath(f"//input[@type='hidden'][@name='speaker'][@value='{MARN_ID}']")
    assert "Only what Ilse Marn says" in page.text_content()
    assert page.xpath("//a[@href='/said?act=warns']")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/said?since=&until=&act=&accounts=", 200),
        ("/said?act=sings", 400),
        ("/said?accounts=none", 400),
        ("/said?accounts=99999999999999999999999999", 200),
        ("/said?accounts=-1", 200),
        ("/said?since=yesterday", 400),
        ("/said?page=0", 400),
        ("/said?page=999999", 200),
        ("/said/none", 404),
        (f"/said/{CLOSING.id}?page=7", 200),
    ],
)
def test_what_cannot_be_asked_is_said(port: Client, address: str, status: int) -> None:
    answer = port.get(address)
    assert answer.status_code == status
    assert "<h1>" in answer.text


def test_wordings_stand_side_by_side_with_their_differences(port: Client) -> None:
    page = html.fromstring(port.get(f"/said/{CLOSING.id}").text)
    own, origin, post = page.xpath("//section[@class='account']")
    assert "speaker’s own text" in own.text_content()
    assert "told first" in own.text_content()
    assert SAID in origin.text_content()
    assert "and 1 copy" in origin.text_content()
    assert [each.text_content() for each in post.xpath(".//ins")] == ["[only here: will]", "[only here: its port]"]
    assert [each.text_content() for each in post.xpath(".//del")] == ["[missing: would]", "[missing: the port]"]


def test_the_same_words_of_another_account_are_shown_once(port_store: Path) -> None:
    """Those of the earliest report stand for themselves."""
    with closing(sqlite3.connect(port_store)) as connection:
        found = whole_utterance(connection, CLOSING.id)
    assert found is not None
    own, origin, post = found.told.items
    again = msgspec.structs.replace(origin.wordings[0], id="again", is_fullest=False, copies=())
    left, elsewhere = worded([own, origin, msgspec.structs.replace(post, wordings=(again,))])
    assert [account.account for account in left] == [own.account, origin.account]
    assert [words.path for words in elsewhere[origin.wordings[0].id]] == ["wire.txt"]
    earliest = msgspec.structs.replace(again, is_earliest=True)
    left, elsewhere = worded([own, origin, msgspec.structs.replace(post, wordings=(earliest,))])
    assert (len(left), elsewhere) == (3, {})


def test_every_wording_leads_to_its_place(port: Client) -> None:
    page = html.fromstring(port.get(f"/said/{CLOSING.id}").text)
    places = page.xpath("//p[starts-with(@class, 'wording')]/a/@href")
    assert len(places) == 3
    assert all(place.startswith("/reports/") and "#s-" in place for place in places)


@pytest.mark.parametrize(
    "address",
    [
        "/actors",
        f"/actors/{ACTOR_ID}",
        f"/actors/{LONG_ID}",
        "/actors?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/said",
        f"/said?speaker={ACTOR_ID}",
        f"/said/{UTTERANCE.id}",
        "/search?q=script",
        "/search?q=%3Cimg%20src%3Dx%3E",
    ],
)
def test_words_that_try_to_be_more_stay_words(hostile: Client, address: str) -> None:
    answer = hostile.get(address)
    assert answer.status_code == 200
    assert len(answer.content) < 60_000
    page = html.fromstring(answer.text)
    assert all(script.get("src", "").startswith("/static/") for script in page.xpath("//script"))
    assert not page.xpath("//img[@src='x'] | //bdi//b | //@*[starts-with(name(), 'on')] | //@style")
    assert "\u202e" not in answer.text
