"""Search in the browser, without one: what is found, marked, and said where nothing is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]

from standoff.store.asking.listed import Words
from standoff.store.asking.search import Passage
from standoff.web.pages.search import LONGEST, runs, snippets
from tests.store.asking.port_crisis import CLOSING, MARN_ID, write_port_crisis
from tests.web.conftest import Client, served


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A client of the pages over the store made by hand."""
    with served(write_port_crisis(tmp_path_factory.mktemp("store") / "port.standoff")) as client:
        yield client


def test_passages_are_found_with_their_words_marked(port: Client) -> None:
    page = html.fromstring(port.get("/search?q=Ferries").text)
    found = page.xpath("//ol[@class='passages']/li")
    assert len(found) == 3
    for passage in found:
        assert {mark.text_content() for mark in passage.xpath(".//mark")} == {"ferries"}
        assert passage.xpath(".//h3/a[starts-with(@href, '/reports/') and contains(@href, '#s-')]")


def test_records_stand_beside_the_passages(port: Client) -> None:
    page = html.fromstring(port.get("/search?q=marn").text)
    beside = page.xpath("//aside")[0]
    assert beside.xpath(f".//a[@href='/actors/{MARN_ID}']")
    assert beside.xpath(f".//a[@href='/said/{CLOSING.id}']")
    assert beside.xpath(".//a[starts-with(@href, '/happenings/')]")


def test_an_actor_is_found_under_a_mangled_name_alone(port: Client) -> None:
    assert html.fromstring(port.get("/search?q=ilza").text).xpath(f"//aside//a[@href='/actors/{MARN_ID}']")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "exact phrase"),
        ("%20%20", "exact phrase"),
        ("?!%22%22*", "no word in this"),
        ("submarine", "Nothing in the reports holds this word"),
        ("port%20submarine", "Nothing in the reports holds all of these words"),
        ("%22close%20the%20port", "passages"),
        ("NEAR(port%20AND", "Nothing in the reports holds all of these words"),
        ("x" * 2000, "The first 400 characters"),
        ("%D0%BF%D0%BE%D1%80%D1%82", "Nothing in the reports holds this word"),
        ("%00%ff%fe", "no word in this"),
        ("port&page=99", "This part of the list is empty"),
    ],
)
def test_whatever_is_typed_has_an_answer(port: Client, query: str, said: str) -> None:
    answer = port.get(f"/search?q={query}")
    assert answer.status_code == 200
    assert said in html.fromstring(answer.text).xpath("//main")[0].text_content()


def passage(text: str, hits: tuple[tuple[int, int], ...], path: str = "a.txt") -> Passage:
    words = Words(doc=path, at=(100, 100 + len(text)), words=text, path=path, outlet=None, title=None, published=None)
    moved = tuple((start + 100, end + 100) for start, end in hits)
    return Passage(words=words, hits=moved, title_hits=(), is_furniture=False)


def test_a_long_passage_is_shown_around_what_was_found() -> None:
    text = "before " * 200 + "harbour" + " after" * 200
    (shown,) = snippets([passage(text, ((1400, 1407),))])
    assert [words for words, is_hit in shown.runs if is_hit] == ["harbour"]
    assert sum(len(words) for words, _ in shown.runs) <= LONGEST
    assert shown.is_cut == (True, True)
    assert shown.at == (1500, 1507)


def test_the_same_words_in_several_reports_are_shown_once() -> None:
    (shown,) = snippets([passage("The port  shuts", ((4, 8),), "a.txt"), passage("the PORT shuts", ((4, 8),), "b.txt")])
    assert [copy.words.path for copy in shown.copies] == ["b.txt"]


@given(
    st.text(max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 9)), max_size=5),
    st.integers(0, 80),
)
def test_runs_are_the_words(text: str, marks: list[tuple[int, int]], low: int) -> None:
    """Hits, which never overlap, cut the words and lose none of them."""
    hits: list[tuple[int, int]] = []
    for start, length in sorted(marks):
        if start + length <= len(text) and (not hits or start >= hits[-1][1]):
            hits.append((start, start + length))
    low = min(low, len(text))
    assert "".join(words for words, _ in runs(text, hits, low)) == text[low:]
