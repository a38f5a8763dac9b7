"""Saved web pages: the article, what the page declares of it, and nothing that a hostile page can cost."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from email.message import EmailMessage

import pytest

from standoff.core.errors import UnreadableError
from standoff.core.when import When
from standoff.read import markup
from standoff.read.page_date import page_date
from tests.read.conftest import Read

BODY = (
    "<p>Serrat has withdrawn two brigades from the Ilm valley, its defence minister said on Tuesday evening.</p>"
    "<p>“We keep our word,” Lena Marek told reporters in the capital. Halden had demanded the step for weeks.</p>"
    "<p>The two governments will meet again in March, a Haldish official said on condition of anonymity.</p>"
)
HEAD = (
    "<title>Serrat pulls back | Halden Herald</title>"
    '<meta property="og:title" content="Serrat pulls back">'
    '<meta property="og:site_name" content="Halden Herald">'
    '<meta name="author" content="Mira Oster">'
    '<meta property="article:published_time" content="2021-12-07T23:30:00-05:00">'
    '<link rel="canonical" href="https://www.haldenherald.example/world/serrat-pulls-back">'
)


def page(body: str = BODY, head: str = HEAD, before: str = "") -> bytes:
    furniture = "<nav><a href=/>Home</a> <a href=/w>World</a></nav>"
    comments = "<div id=comments><h3>2 Comments</h3><p>I never believed a word of it, did you?</p></div>"
    footer = "<footer>© 2021 Halden Herald. All rights reserved.</footer>"
    html = f"<!doctype html>{before}<html><head>{head}</head><body>{furniture}<article><h1>Serrat pulls back</h1>{body}"
    return f"{html}</article>{comments}{footer}</body></html>".encode()


def test_the_article_is_read_and_its_furniture_is_not(read: Read) -> None:
    (document,) = read("a.html", page()).documents
    assert document.text.split("\n\n") == [
        "Serrat has withdrawn two brigades from the Ilm valley, its defence minister said on Tuesday evening.",
        "“We keep our word,” Lena Marek told reporters in the capital. Halden had demanded the step for weeks.",
        "The two governments will meet again in March, a Haldish official said on condition of anonymity.",
    ]


def test_what_the_page_declares_is_kept_with_its_basis(read: Read) -> None:
    (document,) = read("a.html", page()).documents
    assert (document.title, document.author) == ("Serrat pulls back", "Mira Oster")
    assert (document.outlet, document.outlet_basis) == ("Halden Herald", "metadata")
    assert (document.published, document.published_basis) == (When.parse("2021-12-07"), "metadata")
    assert document.url == "https://www.haldenherald.example/world/serrat-pulls-back"
    assert document.encoding == "utf-8"


def test_a_page_that_declares_nothing_says_nothing(read: Read) -> None:
    (document,) = read("a.html", page(head="<title>x</title>")).documents
    assert (document.outlet, document.published, document.url, document.author) == (None, None, None, None)


def test_a_page_without_a_site_name_goes_by_its_host(read: Read) -> None:
    head = '<title>x</title><link rel="canonical" href="https://www.haldenherald.example/world/1">'
    (document,) = read("a.html", page(head=head)).documents
    assert (document.outlet, document.outlet_basis) == ("haldenherald.example", "address")


def test_the_title_of_a_page_may_end_in_its_masthead(read: Read) -> None:
    (document,) = read("a.html", page(head="<title>Serrat pulls back - The Halden Herald</title>")).documents
    assert (document.outlet, document.outlet_basis) == ("The Halden Herald", "metadata")


@pytest.mark.parametrize(
    ("comment", "url"),
    [
        (
            "<!-- saved from url=(0043)https://serrat.example/news/pulls-back?x=1 -->",
            "https://serrat.example/news/pulls-back?x=1",
        ),
        ("<!-- saved from url=(0016)http://localhost -->", "http://localhost"),
        ("<!-- saved from url=(0014)about:internet -->", None),
        ("<!--\n Page saved with SingleFile \n url: https://serrat.example/a \n-->", "https://serrat.example/a"),
    ],
)
def test_a_saved_page_keeps_the_address_it_was_saved_from(read: Read, comment: str, url: str | None) -> None:
    (document,) = read("a.htm", page(head="<title>x</title>", before=comment)).documents
    assert document.url == url


def test_on_one_host_the_page_knows_its_own_address_best(read: Read) -> None:
    comment = "<!-- saved from url=(0053)https://www.haldenherald.example/world/serrat?session=1 -->"
    (document,) = read("a.html", page(before=comment)).documents
    assert document.url == "https://www.haldenherald.example/world/serrat-pulls-back"


def test_a_page_in_another_wrapping_is_still_a_page(read: Read) -> None:
    assert read("a.txt", page()).documents[0].title == "Serrat pulls back"
    xhtml = b'<?xml version="1.0"?>\n' + page()
    assert read("a", xhtml).documents[0].title == "Serrat pulls back"
    wide = page().decode().encode("utf-16")
    assert read("b.html", wide).documents[0].encoding == "utf-16"


def test_a_page_saved_as_one_archive_is_read(read: Read) -> None:
    archive = EmailMessage()
    archive["From"] = "<Saved by a browser>"
    archive["Snapshot-Content-Location"] = "https://serrat.example/a"
    archive.set_content(page(head="<title>x</title>"), "text", "html", cte="quoted-printable")
    archive.add_attachment(b"\x89PNG", "image", "png")
    (document,) = read("a.mhtml", archive.as_bytes()).documents
    assert document.url == "https://serrat.example/a"
    assert document.text.startswith("Serrat has withdrawn")
    assert read("b.mht", b"MIME-Version: 1.0\n\nwords").gaps[0].reason == "is a web archive (MHTML) with no page in it"


def test_pictures_written_into_a_page_are_no_burden(read: Read) -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 9_000_000}">'
    (document,) = read("a.html", page(body=picture + BODY)).documents
    assert document.text.startswith("Serrat has withdrawn")


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (b"<!doctype html><html><body></body></html>", "is a page with no article in it"),
        (b"<html><body><nav><a href=/>Home</a></nav></body></html>", "is a page with no article in it"),
        (b"<html><body>" + b"<div>" * 100_000 + b"words" + b"</div>" * 100_000, "is a page of 100,002 elements"),
        (
            b"<html><body>" + b"<div>" * 20_000 + BODY.encode(),
            "is a page whose markup cannot be followed: excessive depth",
        ),
        (b"<html><body>" + b"<b>" * 300 + BODY.encode(), "is a page whose markup cannot be followed: excessive depth"),
        (
            b"<html><body><p " + b"a=1 " * 5_000 + b">" + BODY.encode(),
            "is a page with an element of more than 500 attributes",
        ),
    ],
)
def test_a_page_that_cannot_be_read_says_why_at_once(read: Read, html: bytes, reason: str) -> None:
    start = time.process_time()
    found = read("a.html", html)
    assert time.process_time() - start < 5
    assert found.documents == ()
    assert found.gaps[0].reason.startswith(reason)


def test_markup_nested_as_deep_as_is_read_gives_the_article(read: Read) -> None:
    (document,) = read("a.html", page(body="<div>" * 200 + BODY + "</div>" * 200)).documents
    assert "withdrawn two brigades" in document.text


@pytest.mark.parametrize(
    "tag",
    [
        " ".join(f'a{n}=">"' for n in range(3_000)),
        'x="\'" ' + " ".join(f"a{n}" for n in range(3_000)),
        "/".join(f"a{n}='<'" for n in range(3_000)),
    ],
)
def test_attributes_are_counted_as_a_browser_counts_them(tag: str) -> None:
    with pytest.raises(UnreadableError, match="more than 500 attributes"):
        markup.refuse_markup(f"<script>'</script><p {tag}>words</p>")
    with pytest.raises(UnreadableError, match="more than 500 attributes"):
        markup.refuse_markup(f"<script {tag}>words</script>")


@pytest.mark.parametrize(
    "piece",
    ["<a b='", "<!--", "<script>", '<a "', "<", "</", "<a b", "<!-- -->", "data:a/b;c,", "<title><", "<a/", "= "],
)
def test_measuring_a_page_takes_time_in_its_length_only(piece: str) -> None:
    html = piece * (1_000_000 // len(piece))
    start = time.process_time()
    markup.strip_data(html)
    with suppress(UnreadableError):
        markup.refuse_markup(html)
    assert time.process_time() - start < 5


def test_a_page_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MAX_PAGE_CHARACTERS", 100)
    with pytest.raises(UnreadableError, match="is a page of 101 characters; no more than 100 are read"):
        markup.parse_page("x" * 101)


def test_reading_a_page_prints_nothing(
    read: Read, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.WARNING):
        read("a.html", b"<html><body><p></p></body></html>")
    assert caplog.records == []
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("below", "day", "author"),
    [
        ("<div class=info>22.10.2019 17:25 | Author: Tomas Relik | translated</div>", "2019-10-22", "Tomas Relik"),
        ("<p>By Mira Oster</p><p><span>Published</span> <b>7 December 2021</b></p>", "2021-12-07", None),
        ("<div>7 December 2021, 10:32 GMT</div>", "2021-12-07", None),
        ("<p>Posted on 07/12/2021</p>", None, None),
        ("", None, None),
    ],
)
def test_where_the_head_is_silent_the_byline_dates_the_page(
    read: Read, below: str, day: str | None, author: str | None
) -> None:
    (document,) = read("a.html", page(body=below + BODY, head="<title>x</title>")).documents
    assert document.published == (When.parse(day) if day else None)
    assert document.published_basis == ("byline" if day else None)
    assert document.author == author or below.startswith("<p>By")


LINKED = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "url", "day"),
    [
        ('<meta property="article:published_time" content="2021-12-07T10:00:00Z">', None, "2021-12-07"),
        (
            '<meta name="date" content="2021-12-09"><meta itemprop="datePublished" content="2021-12-07">',
            None,
            "2021-12-07",
        ),
        ('<meta name="pubdate" content="20211207">', None, "2021-12-07"),
        ('<meta name="DC.date.issued" content="2021-12">', None, "2021-12"),
        (LINKED.format('{"@graph":[{"@type":"NewsArticle","datePublished":"2021-12-07"}]}'), None, "2021-12-07"),
        (LINKED.format('[{"@type":["Report"],"datePublished":"2021-12-07T00:00"}]'), None, "2021-12-07"),
        ('<time itemprop="datePublished" datetime="2021-12-07">Tuesday</time>', None, "2021-12-07"),
        (
            '<time class="entry-date" datetime="2021-12-07"></time><time datetime="2021-12-09"></time>',
            None,
            "2021-12-07",
        ),
        ('<time datetime="2021-12-07"></time><time datetime="2021-12-07T10:00"></time>', None, "2021-12-07"),
        ("", "https://serrat.example/2021/12/07/pulls-back", "2021-12-07"),
        ("", "https://serrat.example/2021/12/pulls-back.html", "2021-12"),
    ],
)
def test_a_page_is_dated_by_what_its_makers_declare(head: str, url: str | None, day: str) -> None:
    tree = markup.parse_page(f"<html><head>{head}</head><body><p>x</p></body></html>")
    assert page_date(tree, url) == When.parse(day)


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("", None),
        ('<meta property="article:modified_time" content="2021-12-07">', None),
        ('<meta itemprop="copyrightYear" content="2021">', None),
        ('<meta name="pubdate" content="soon">', None),
        (LINKED.format('{"@type":"Organization","datePublished":"2021-12-07"}'), None),
        (LINKED.format('{"@type":"NewsArticle","datePublished":'), None),
        (LINKED.format("[" * 5_000), None),
        ('<time datetime="2021-12-07"></time><time datetime="2021-12-09"></time>', None),
        ("<p>Serrat and Halden signed the treaty on 3 May 2019.</p><footer>© 2021</footer>", None),
        ("", "https://serrat.example/article/20211/12345678"),
    ],
)
def test_no_other_date_on_a_page_is_taken_for_its_own(head: str, url: str | None) -> None:
    tree = markup.parse_page(f"<html><head>{head}</head><body><p>x</p></body></html>")
    assert page_date(tree, url) is None
