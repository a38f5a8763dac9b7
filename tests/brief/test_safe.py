import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.brief.safe import inert_markdown, one_line, printable, quotable

HOSTILE = st.text(st.characters() | st.sampled_from("\x1b\x9b\x07\u202e\u2066\u200f\u061c\ufeff\x00\r\n[]<>&`*_\\"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “words” – and é, 漢字, Ω", "plain “words” – and é, 漢字, Ω"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x9b2Jclears the screen", "\\u009b2Jclears the screen"),
        ("bell\x07", "bell␇"),
        ("del\x7f", "del␡"),
        ("\u202egpj.exe", "\\u202egpj.exe"),
        ("a\u2066b\u2069c", "a\\u2066b\\u2069c"),
        ("mark\u200f", "mark\\u200f"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("half\ud800", "half\\ud800"),
        ("non\u00a0breaking", "non\u00a0breaking"),
        ("two\nlines", "two␊lines"),
        ("[red]no markup[/red]", "[red]no markup[/red]"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo", "one two"),
        ("one \r\n two", "one two"),
        ("one\n\n\ntwo", "one ¶ two"),
        ("one\n \t\ntwo", "one ¶ two"),
        ("one\u2029two", "one two"),
        ("tab\there", "tab here"),
        (" with\n", " with "),
        ("double  space", "double  space"),
    ],
)
def test_lines_are_joined(text: str, shown: str) -> None:
    assert one_line(text) == shown


@given(HOSTILE)
def test_nothing_unprinted_is_left(text: str) -> None:
    shown = quotable(text)
    assert all(char.isprintable() or (char.isspace() and char > "\x9f") for char in shown)
    assert not set(shown) & set("\n\r\x85\u2028\u2029")
    shown.encode()


@given(st.text(st.characters(categories=["L", "N", "P", "S", "M"])))
def test_words_without_controls_are_left_alone(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("[click](http://evil.example)", r"\[click\](http\://evil\.example)"),
        ("![](http://evil.example/x.png)", r"!\[\](http\://evil\.example/x\.png)"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("**bold** _and_ `code`", r"\*\*bold\*\* \_and\_ \`code\`"),
        ("www.evil.example", r"www\.evil\.example"),
        ("me@evil.example", r"me\@evil\.example"),
        ("~~gone~~ ==marked== %%hidden%%", r"\~\~gone\~\~ \==marked\== \%%hidden\%%"),
        ("about 3.5 billion, at 10:30.", "about 3.5 billion, at 10:30."),
        ("end\n# heading\n\n- item", r"end \# heading ¶ - item"),
    ],
)
def test_markdown_of_an_article_is_shown_not_obeyed(text: str, source: str) -> None:
    assert inert_markdown(text) == source


@given(HOSTILE)
def test_no_markdown_or_html_is_left_to_obey(text: str) -> None:
    source = inert_markdown(text)
    assert "\n" not in source
    assert "<" not in source
    assert ">" not in source
    unescaped = re.sub(r"\\[\\`*_{}\[\]#~|$^.:@%=]", "", source)
    assert not set(unescaped) & set("\\`*_{}[]#~|$^@")


def test_a_long_run_of_blanks_takes_no_time() -> None:
    assert len(inert_markdown(" " * 2_000_000 + "." * 100_000)) == 2_100_000
