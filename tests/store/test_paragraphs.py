"""What is searched: pieces of text that hold every word, none twice, and the index of them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.store.file import Store
from standoff.store.paragraphs import LONGEST, paragraphs
from tests.builders import Source, document
from tests.store.small_build import build, draw, read

LINE = "The port of Vareth stays shut. " * 12


def pieces(text: str, furniture: tuple[tuple[int, int], ...] = ()) -> list[tuple[str, bool]]:
    return [(text[start:end], marked) for (start, end), marked in paragraphs(text, furniture)]


@pytest.mark.parametrize(
    ("text", "furniture", "expected"),
    [
        ("", (), []),
        (" \n\t\n ", (), []),
        ("One line.", (), [("One line.", False)]),
        ("  Two lines\nof one text.\n", (), [("Two lines\nof one text.", False)]),
        ("One.\n\nTwo.", (), [("One.\n\nTwo.", False)]),
        ("Menu One.", ((0, 4),), [("Menu", True), ("One.", False)]),
        ("One. Share this. Two.", ((5, 16),), [("One.", False), ("Share this.", True), ("Two.", False)]),
        ("One.\nMenu", ((5, 9),), [("One.", False), ("Menu", True)]),
        ("Menu", ((0, 4),), [("Menu", True)]),
    ],
)
def test_a_short_text_is_one_piece_but_for_its_furniture(
    text: str, furniture: tuple[tuple[int, int], ...], expected: list[tuple[str, bool]]
) -> None:
    assert pieces(text, furniture) == expected


@pytest.mark.parametrize(
    ("parts", "joint"),
    [
        ([LINE.strip() + "\nIt rained.", LINE.strip() + "\nIt cleared.", LINE.strip()], "\n\n"),
        ([LINE.strip() + " Rain.", LINE.strip() + " Sun.", LINE.strip() + " Snow."], "\n"),
        (["x" * 600, "y" * 600, "z" * 600], " "),
    ],
    ids=["blank lines", "line ends", "spaces"],
)
def test_a_long_text_is_cut_at_the_best_place_there_is(parts: list[str], joint: str) -> None:
    found = [words for words, _ in pieces(joint.join(parts))]
    assert joint.join(found) == joint.join(parts)
    assert all(any(words.endswith(part) for part in parts) for words in found)
    assert len(found) > 1


def test_a_word_longer_than_a_piece_is_cut() -> None:
    assert [words for words, _ in pieces("x" * (2 * LONGEST + 1))] == ["x" * LONGEST, "x" * LONGEST, "x"]


@given(
    st.lists(st.sampled_from(["Vareth ", "\n", "\n\n", "\r\n", "x" * 300, " ", "é", "\u2028"]), max_size=40),
    st.lists(st.integers(0, 4000), max_size=6),
)
def test_every_word_is_in_one_piece(parts: list[str], places: list[int]) -> None:
    text = "".join(parts)
    cuts = sorted({min(place, len(text)) for place in places})
    furniture = tuple((start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False))
    found = list(paragraphs(text, furniture))
    inside = [place for (start, end), _ in found for place in range(start, end)]
    assert len(inside) == len(set(inside))
    assert sorted(inside) == inside
    assert all(text[place].isspace() for place in set(range(len(text))) - set(inside))
    assert all(0 < end - start <= LONGEST for (start, end), _ in found)
    assert all(not (text[start].isspace() or text[end - 1].isspace()) for (start, end), _ in found)
    marked = {place for start, end in furniture for place in range(start, end)}
    kept = [(start, end) for (start, end), is_marked in found if not is_marked]
    assert all(marked.isdisjoint(range(start, end)) for start, end in kept)
    assert all(set(range(start, end)) <= marked for (start, end), is_marked in found if is_marked)


TARN = document("1.txt", "Menu Élodie Tarn will answer", title="Ardania waits", furniture=((0, 4),))
LODAN = document("2.txt", "Lodan \x01 does not\n\nwait 😀 for snow")
REPORTS = (Source("1.txt", "a", (TARN,), ()), Source("2.txt", "b", (LODAN,), ()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    build(tmp_path / "x.standoff", REPORTS)
    return tmp_path / "x.standoff"


def matching(path: Path, expression: str) -> list[str]:
    """The paths of the reports whose words an expression matches."""
    query = "SELECT path FROM search JOIN paragraph_words ON position = search.rowid WHERE search MATCH ? ORDER BY path"
    with closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute(query, (expression,))]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("elodie", ["1.txt"]),
        ("élodie", ["1.txt"]),
        ("menu", ["1.txt"]),
        ("title: ardania", ["1.txt"]),
        ("title: ardania words: answer", ["1.txt"]),
        ("title: ardania words: menu", []),
        ("words: ardania", []),
        ('"not wait"', ["2.txt"]),
        ("snow", ["2.txt"]),
        ("answer OR snow", ["1.txt", "2.txt"]),
    ],
)
def test_words_are_found_without_case_or_accents(path: Path, expression: str, expected: list[str]) -> None:
    assert matching(path, expression) == expected


def test_the_index_and_the_texts_agree(path: Path) -> None:
    """SQLite's own check: every word of the view stands in the index, and no other."""
    with closing(sqlite3.connect(path)) as connection:
        for index in ("search", "name_search"):
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")


def test_nothing_is_found_until_the_next_build_has_drawn_its_findings(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.add_source("3.txt", "c", "1", [document("3.txt", "More snow")], [])
        assert matching(path, "snow") == []
        for report in store.unstudied("1"):
            store.add_study(read(report), "1")
        draw(store)
    assert matching(path, "snow") == ["2.txt", "3.txt"]
