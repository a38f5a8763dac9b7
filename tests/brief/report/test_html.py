import pytest

from standoff.brief.report.html import element, label, unseen, verbatim, web_address


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("a < b & “c” 'd'", "a &lt; b &amp; “c” 'd'"),
        ("tab\tstays", "tab\tstays"),
        ("\u202eevil", '<i class="x" data-x="\\u202e"><b hidden>\u202e</b></i>evil'),
        ("zero\u200bwidth", 'zero<i class="x" data-x="\\u200b"><b hidden>\u200b</b></i>width'),
        ("\x1b[31m", '<i class="x" data-x="␛"><b hidden>\x1b</b></i>[31m'),
        ("nul\0", 'nul<i class="x" data-x="␀"><b hidden>\ufffd</b></i>'),
        ("half\ud800", 'half<i class="x" data-x="\\ud800"><b hidden>\ufffd</b></i>'),
    ],
)
def test_words_are_kept_and_what_does_not_print_is_named(text: str, drawn: str) -> None:
    assert verbatim(text) == drawn


def test_a_label_is_on_one_line_and_holds_no_hidden_character() -> None:
    assert label("two\nlines \u202e<b>") == "two lines \\u202e&lt;b&gt;"


def test_a_carriage_return_is_written_so_that_a_parser_keeps_it() -> None:
    assert unseen("\r\n") == "<span hidden>&#13;\n</span>"


def test_attributes_are_escaped_and_none_is_left_out() -> None:
    drawn = element("a", label("x"), href='"><script>', class_="y", data_at=None, aria_label="z")
    assert drawn == '<a href="&quot;&gt;&lt;script&gt;" class="y" aria-label="z">x</a>'


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://courier.example/a?b=1&c=2", True),
        ("HTTP://courier.example/", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("//courier.example/", False),
        ("https:///nowhere", False),
        ("https://courier.example/\u202egpj", False),
        ("http://[broken", False),
        ("not an address", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, is_link: bool) -> None:
    assert web_address(url) == (url if is_link else None)
