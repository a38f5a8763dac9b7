import pytest

from standoff.picture.words import clamp, clean, count, lines_below, listed, safe_href, whole, width_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\r\n\tc", "a b c"),
        ("  a  b ", "a b"),
        ("a\u202eb\u2066c\u200f", "abc"),
        ("a\x00\x1b[31mb", "a[31mb"),
        ("half \ud800 a pair", "half a pair"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("<script>", "<script>"),
        ("停戦\u3000合意", "停戦 合意"),
        ("\ufffe\x0b", ""),
    ],
)
def test_words_are_on_one_line_and_nothing_in_them_acts(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_a_label_is_cut_to_its_room() -> None:
    assert clamp("short", 100) == "short"
    long = clamp("the envoys met in the harbour " * 100, 200)
    assert long.endswith("…")
    assert width_of(long) <= 200
    assert len(long) > 25


def test_wide_letters_take_more_room() -> None:
    wide = clamp("停戦合意" * 100, 120)
    assert width_of(wide) <= 120
    assert len(wide) == 10


def test_a_tooltip_holds_some_hundred_letters_of_a_very_long_label() -> None:
    assert len(whole("word " * 400)) == 300
    assert whole("word") == "word"


@pytest.mark.parametrize("href", ["/happenings/1", "#s12", "https://example.org/a?b=c", "/days#d-2031-05-06", "/"])
def test_addresses_that_stay_here_or_are_https_are_kept(href: str) -> None:
    assert safe_href(href) == href


@pytest.mark.parametrize(
    "href",
    [
        None,
        "",
        "javascript:alert(1)",
        " /x",
        "//evil.example",
        "/\\evil.example",
        "http://example.org",
        "data:text/html,x",
        "JAVASCRIPT:x",
        '/x"onload="y',
        "/a b",
        "/a\n",
        "/<script>",
        "https://a.example/\u202e",
        "x",
    ],
)
def test_other_addresses_are_dropped(href: str | None) -> None:
    assert safe_href(href) is None


def test_remarks_are_broken_for_a_narrow_screen() -> None:
    rows = lines_below(["one two three " * 10], 100)
    assert [row["y"] for row in rows] == [114, 128, 142]
    assert max(len(str(row["text"])) for row in rows) <= 58
    assert lines_below(["", ""], 0) == []


def test_counts_and_lists_read_as_english() -> None:
    assert [count(n, "report") for n in (0, 1, 1200)] == ["0 reports", "1 report", "1,200 reports"]
    assert [listed(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
