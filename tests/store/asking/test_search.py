"""What a person types is found, ranked and marked; nothing that can be typed is an error."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from standoff.core.findings import Actor
from standoff.store.asking import search as module
from standoff.store.asking.listed import Page
from standoff.store.asking.search import (
    LONGEST_QUERY,
    Passage,
    marked,
    marks_beside,
    match_expression,
    search,
    search_actors,
)
from standoff.store.file import Store
from tests.builders import document, mention, study
from tests.store.small_build import assemble

FERRY = document(
    "1.txt",
    "Menu\nThe ferry to Vareth does not sail. Élise Tarn said the harbour would stay shut.",
    title="No ferry sails",
    outlet="The Ardan Courier",
    furniture=((0, 4),),
)
HARBOUR = document("2.txt", "The harbour of Vareth: harbour dues rise, and the harbour-master stays.")
LONG = document("3.txt", "Snow. " * 300 + "\n\nA ferry sank in the snow.")
TRICKS = document(
    "4.txt",
    "ferry \x010\x02ferry\x030\x04 <mark>ferry</mark> \x011\x02 \u202eferry\u202c \x010\x02",
    title="\x010\x02 ferry \x030\x04",
)
TICKETS = document("5.txt", "Ferry tickets\nIt rained.", furniture=((0, 13),))
TARN, VARETH_TOO = mention(FERRY, "Élise Tarn"), mention(FERRY, "Vareth", "place")
VARETH = mention(HARBOUR, "Vareth", "place")
REPORTS = tuple(sorted((FERRY, HARBOUR, LONG, TRICKS, TICKETS), key=lambda each: each.id))
STUDIES = {FERRY.id: study(FERRY, TARN, VARETH_TOO), HARBOUR.id: study(HARBOUR, VARETH)}
ACTORS = (
    Actor(id="a" * 16, name="Élise Tarn", type="person", names=("Élise Tarn", "Elise Tern"), mentions=(TARN.id,)),
    Actor(id="b" * 16, name="Vareth", type="place", names=("Vareth", "the port"), mentions=(VARETH.id, VARETH_TOO.id)),
    Actor(id="c" * 16, name="a port official", type="person", names=("a port official",), mentions=(), named=False),
)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("store") / "x.standoff"
    with Store.open(path, create=True) as store:
        for report in REPORTS:
            store.add_source(report.path, "a", "1", [report], [])
        store.add_studies([STUDIES.get(report.id, study(report)) for report in REPORTS], "1")
        store.write_findings(replace(assemble(store.documents(), (), ()), studies=store.studies(), actors=ACTORS))
    with closing(sqlite3.connect(path)) as opened:
        yield opened


def found(connection: sqlite3.Connection, query: str) -> list[Passage]:
    return list(search(connection, query, Page()).items)


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        ("harbour", {"1.txt", "2.txt"}),
        ("HARBOUR", {"1.txt", "2.txt"}),
        ("harbour ferry", {"1.txt"}),
        ("elise", {"1.txt"}),
        ('"harbour dues"', {"2.txt"}),
        ('"dues harbour"', set()),
        ("“harbour dues”", {"2.txt"}),
        ('"harbour dues', {"2.txt"}),
        ("harbour-master", {"2.txt"}),
        ("sail*", {"1.txt"}),
        ("sail", {"1.txt"}),
        ('"harbour du"*', {"2.txt"}),
        ("harbour OR snow", set()),
        ("title: ferry", set()),
        ("NOT ferry", {"1.txt"}),
        ("sank snow", {"3.txt"}),
        ("menu", {"1.txt"}),
        ("'; DROP TABLE search; --", set()),
        ("unheard-of", set()),
        ("", set()),
        ("  ", set()),
        ("*", set()),
        ('"', set()),
        ('"" *', set()),
        ("!?", set()),
        ("!? harbour ()", {"1.txt", "2.txt"}),
    ],
)
def test_what_is_typed_is_found(connection: sqlite3.Connection, query: str, paths: set[str]) -> None:
    passages = found(connection, query)
    assert {passage.words.path for passage in passages} == paths
    assert search(connection, query, Page()).total == len(passages)


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("port", '"port"'),
        ("two words", '"two" "words"'),
        ('the "old port" burns', '"the" "old port" "burns"'),
        ("por*", '"por"*'),
        ("por***", '"por"*'),
        ('"old por"*', '"old por"*'),
        ('"open to the end', '"open to the end"'),
        ("a:b^c+(d)", '"a:b^c+(d)"'),
        ("NEAR(a b)", '"NEAR(a" "b)"'),
        ("half \ud800 pair", '"half" "pair"'),
        ("nul\0byte", '"nul" "byte"'),
        ("x" * 1000, f'"{"x" * LONGEST_QUERY}"'),
    ],
)
def test_nothing_typed_is_syntax(typed: str, expression: str) -> None:
    assert match_expression(typed) == expression


@given(st.text(alphabet=st.one_of(st.sampled_from('"*“”()^:+-{}\\\0\x01 AND OR NOT NEAR é\ud800'), st.characters())))
@example('"\0')
@example("“*")
@example("\U0001e900 𞤀")
def test_no_query_is_an_error(connection: sqlite3.Connection, query: str) -> None:
    passages = search(connection, query, Page(size=3))
    assert passages.total >= len(passages.items)
    assert len(search_actors(connection, query)) <= 10


@given(st.text(alphabet="ferynsailhobu .\"*'é", max_size=30))
def test_every_hit_is_of_a_word_that_was_typed(connection: sqlite3.Connection, query: str) -> None:
    typed = query.replace("é", "e").casefold()
    texts = {report.id: report for report in REPORTS}
    for passage in found(connection, query):
        report = texts[passage.words.doc]
        start, end = passage.words.at
        assert passage.hits or passage.title_hits
        for low, high in passage.hits:
            assert start <= low < high <= end
            assert report.text[low : low + 1].casefold().replace("é", "e") in typed


def hits(passage: Passage) -> list[str]:
    """The words that are marked."""
    start = passage.words.at[0]
    return [passage.words.words[low - start : high - start] for low, high in passage.hits]


def test_hits_are_told_in_the_document_and_in_the_title(connection: sqlite3.Connection) -> None:
    (article,) = (passage for passage in found(connection, "ferry") if passage.words.path == "1.txt")
    assert (hits(article), article.title_hits, article.is_furniture) == (["ferry"], ((3, 8),), False)
    assert article.hits == ((9, 14),)
    assert article.words.outlet == "The Ardan Courier"
    (menu,) = found(connection, "menu")
    assert (hits(menu), menu.title_hits, menu.is_furniture) == (["Menu"], (), True)
    (phrase,) = found(connection, '"harbour would stay"')
    assert hits(phrase) == ["harbour would stay"]


def test_marks_in_a_text_are_text(connection: sqlite3.Connection) -> None:
    (passage,) = [passage for passage in found(connection, "ferry") if passage.words.path == "4.txt"]
    assert hits(passage) == ["ferry"] * 4
    assert passage.title_hits == ((4, 9),)
    assert passage.words.words == TRICKS.text


@given(
    st.lists(st.text(alphabet="\x01\x02\x03\x0401a", max_size=8), min_size=1, max_size=9),
    st.lists(st.text(alphabet="\x01\x02\x03\x0401a", min_size=1, max_size=8), max_size=8),
)
def test_marks_are_told_from_any_text(between: list[str], inside: list[str]) -> None:
    pairs = list(zip(between[1:], inside, strict=False))
    text = between[0] + "".join(hit + after for after, hit in pairs)
    left, right = marks_beside([text])
    written = between[0] + "".join(left + hit + right + after for after, hit in pairs)
    places = marked(written, left, right)
    assert [text[start:end] for start, end in places] == [hit for _, hit in pairs]
    assert written.replace(left, "").replace(right, "") == text


def test_the_best_comes_first_and_what_is_no_article_last(connection: sqlite3.Connection) -> None:
    assert [passage.words.path for passage in found(connection, "harbour")] == ["2.txt", "1.txt"]
    assert [passage.is_furniture for passage in found(connection, "ferry")] == [False, False, False, True]


def test_pages_follow_on_each_other(connection: sqlite3.Connection) -> None:
    whole = found(connection, "ferry")
    pages = [search(connection, "ferry", Page(number=number, size=2)) for number in (1, 2, 3)]
    assert [passage for page in pages for passage in page.items] == whole
    assert {page.total for page in pages} == {len(whole)}
    assert search(connection, "ferry", Page(number=99, size=2)).items == ()


def test_of_very_many_passages_some_are_ranked(connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {passage.words for passage in found(connection, "ferry")}
    monkeypatch.setattr(module, "MOST_RANKED", 2)
    assert search(connection, "ferry", Page()).total == 2
    assert {passage.words for passage in found(connection, "ferry")} < whole


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("vareth", ["Vareth"]),
        ("port", ["Vareth"]),
        ("tern", ["Élise Tarn"]),
        ("elise t*", ["Élise Tarn"]),
        ("official", []),
        ("", []),
        ("t*", ["Vareth", "Élise Tarn"]),
    ],
)
def test_actors_are_found_by_any_of_their_names(connection: sqlite3.Connection, query: str, names: list[str]) -> None:
    """Those that most reports mention come first; one that no text names has no name to be found by."""
    found = search_actors(connection, query)
    assert [each.actor.name for each in found] == names
    assert all(each.documents == (2 if each.actor.name == "Vareth" else 1) for each in found)


@pytest.mark.parametrize("many", [1, 2])
def test_a_name_of_very_many_is_looked_for_among_the_best_known(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(module, "MANY_NAMES", many)
    assert [each.actor.name for each in search_actors(connection, "t*")] == ["Vareth", "Élise Tarn"]
    assert [each.actor.name for each in search_actors(connection, "t*", most=1)] == ["Vareth"]
