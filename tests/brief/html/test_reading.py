"""What is no brief is refused, with what it is instead."""

from __future__ import annotations

import pytest

from standoff.brief.html.page import BLOCK
from standoff.brief.html.reading import LARGEST, brief_in, lines_of
from standoff.core.errors import BriefError
from tests.brief.course import course
from tests.brief.html.pages import page_of

PAGE = page_of(course())


def with_block(block: str) -> bytes:
    return f'<!doctype html><script type="application/json" id="{BLOCK}">{block}</script>'.encode()


REFUSED = {
    "nothing": (b"", "no page in it"),
    "blank": (b"  \n", "no page in it"),
    "Markdown": (b"# Standoff brief\n\n- a\n", "no HTML brief, or was cut off"),
    "another page": (b"<!doctype html><title>News</title><p>Words.", "no HTML brief, or was cut off"),
    "bytes": (bytes(range(256)) * 4, "no HTML brief"),
    "UTF-16": (PAGE.decode().encode("utf-16"), "no HTML brief"),
    "cut off before the record": (PAGE[: PAGE.index(BLOCK.encode()) - 40], "was cut off"),
    "cut off within the record": (PAGE[:-4000], "was cut off or changed"),
    "two records": (PAGE.replace(b"</body>", with_block("{}") + b"</body>"), "2 records"),
    "no JSON": (with_block("alert(1)"), "was cut off or changed"),
    "a list": (with_block("[1, 2]"), "was cut off or changed"),
    "another record": (with_block('{"format": "menu", "version": 1}'), "another record"),
    "a later version": (with_block('{"format": "standoff brief", "version": 7}'), "version 7, and this program reads"),
    "an empty record": (with_block('{"format": "standoff brief", "version": 1}'), "missing required field"),
    "a field too many": (PAGE.replace(b'{"format":', b'{"more":1,"format":'), "unknown field"),
    "a word for a number": (PAGE.replace(b'"number":1,', b'"number":"one",', 1), "Expected `int`"),
    "deep": (with_block("[" * 100_000), "was cut off or changed"),
    "half a character": (
        with_block('{"format": "standoff brief", "version": 1, "file": "\\ud800"}'),
        "cut off or changed",
    ),
    "too large": (b"<" * (LARGEST + 1), "no brief has more than"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_brief_is_refused_with_the_reason(what: str) -> None:
    page, reason = REFUSED[what]
    with pytest.raises(BriefError, match=reason):
        brief_in(page)


def test_a_page_asks_for_no_other_file_and_expands_nothing() -> None:
    bomb = b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><p>&a;&b;</p>'
    assert "root:" not in " ".join(line.text for line in lines_of(bomb))


def test_a_page_of_a_hundred_thousand_elements_in_each_other_is_read() -> None:
    lines = lines_of(b"<div>" * 100_000 + b"word")
    assert [line.text for line in lines] in (["word"], [])


def test_every_word_stands_in_one_line() -> None:
    lines = lines_of(b"<main>loose<p id=s1>1 <b>one</b>\n two</p><h2>three</h2><div>four<p>five</p></div></main>")
    assert [(line.id, line.text) for line in lines] == [
        (None, "loose"),
        ("s1", "1 one two"),
        (None, "three"),
        (None, "four"),
        (None, "five"),
    ]
