import re

from breaks import count, without_breaks
from standoff.core.parse import Parse, Word
from standoff.core.records import Document

TEXT = "Port stays shut\n\nDeko left. He flew.\r\nNobody came\n"


def at_capitals(document: Document) -> Parse:
    """A reader that begins a sentence at every capital letter."""
    words, sentence = list[Word](), -1
    for found in re.finditer(r"\w+|\S", document.text):
        sentence += found.group()[0].isupper()
        words.append(Word(*found.span(), max(sentence, 0), "X", len(words), "root"))
    return Parse(document.id, tuple(words), (), ())


def never(document: Document) -> Parse:
    """A reader that takes the text for one sentence."""
    words = tuple(
        Word(*found.span(), 0, "X", index, "root") for index, found in enumerate(re.finditer(r"\S+", document.text))
    )
    return Parse(document.id, words, (), ())


def test_breaks_become_spaces_and_their_places_are_kept() -> None:
    flat, places = without_breaks(TEXT)
    assert flat == "Port stays shut Deko left. He flew. Nobody came"
    assert sorted(flat[place:].split()[0] for place in places) == ["Deko", "Nobody"]


def test_breaks_found_and_other_starts_are_counted_by_what_stands_before() -> None:
    assert +count(TEXT, at_capitals) == {
        "breaks open": 1, "found open": 1, "breaks closed": 1, "found closed": 1, "others closed": 1,
    }  # fmt: skip


def test_a_reader_that_never_breaks_finds_none() -> None:
    assert +count(TEXT, never) == {"breaks open": 1, "breaks closed": 1}
