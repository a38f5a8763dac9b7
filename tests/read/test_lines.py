"""JSON Lines of documents: what can be used is read, what cannot is named by its line."""

from __future__ import annotations

import gzip
import json

import pytest

from standoff.core.when import When
from standoff.read import lines as room
from tests.read.conftest import Read

GOOD = {
    "id": "r-1",
    "url": "https://www.haldenherald.example/1",
    "outlet": "Halden Herald",
    "published": "2021-12-07",
    "title": "Serrat pulls back",
    "text": "Serrat pulled back.\r\nIt said so.\n",
}


def feed(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def test_a_record_becomes_a_document_with_its_text_untouched(read: Read) -> None:
    found = read("feed.jsonl", feed(GOOD))
    (document,) = found.documents
    assert found.gaps == ()
    assert (document.path, document.given_id, document.url) == ("feed.jsonl#r-1", "r-1", GOOD["url"])
    assert (document.title, document.outlet, document.outlet_basis) == (
        "Serrat pulls back",
        "Halden Herald",
        "metadata",
    )
    assert (document.published, document.published_basis) == (When.parse("2021-12-07"), "metadata")
    assert document.text == GOOD["text"]


def test_what_a_record_leaves_out_its_text_may_say(read: Read) -> None:
    text = (
        "Serrat pulls back\n\nBy Mira Oster | 7 December 2021\n\nSerrat has pulled back from the Ilm valley, it said."
    )
    (document,) = read("feed.jsonl", feed({"text": text, "url": GOOD["url"]})).documents
    assert document.path == "feed.jsonl#1"
    assert (document.title, document.author) == ("Serrat pulls back", "Mira Oster")
    assert (document.outlet, document.outlet_basis) == ("haldenherald.example", "address")
    assert (document.published, document.published_basis) == (When.parse("2021-12-07"), "byline")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": "x", "text": "cut of', "line 2 is broken JSON"),
        (b"not json at all", "line 2 is broken JSON"),
        (b'{"text": "caf\xe9"}', "line 2 is not UTF-8, as JSON must be"),
        (b'["text"]', "line 2 is a list, not an object"),
        (b"null", "line 2 is null, not an object"),
        (b'{"id": "x"}', "line 2 has no text"),
        (b'{"text": null}', "line 2 has no text"),
        (b'{"text": 7}', "line 2 has a number where its text should be"),
        (b'{"text": ""}', "line 2 is empty"),
        (b'{"text": " \\n "}', "line 2 holds no text but white space"),
        (b'{"text": "a\\u0000b"}', "line 2 has a text that is binary: it holds zero characters"),
        (b"[" * 100_000, "line 2 is JSON nested too deeply to be followed"),
        (feed({"text": "x" * 2_000_001}), "line 2 is too long: 2,000,001 characters"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_and_the_rest_is_read(read: Read, line: bytes, reason: str) -> None:
    found = read("feed.jsonl", feed(GOOD) + line.strip() + b"\n\n" + feed({"id": "r-2", "text": "The end."}))
    assert [document.given_id for document in found.documents] == ["r-1", "r-2"]
    (gap,) = found.gaps
    assert gap.path == "feed.jsonl"
    assert gap.reason.startswith(reason)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2021", "2021"),
        ("2021-12", "2021-12"),
        ("2021-12-07", "2021-12-07"),
        ("2021-12-07T22:10:00Z", "2021-12-07"),
        ("2021-12-07 22:10:00+03:00", "2021-12-07"),
        ("Tue, 07 Dec 2021 10:00:00 GMT", "2021-12-07"),
    ],
)
def test_a_publication_date_is_as_wide_as_it_is_written(read: Read, published: str, day: str) -> None:
    found = read("feed.jsonl", feed({**GOOD, "published": published}))
    assert found.documents[0].published == When.parse(day)
    assert found.gaps == ()


@pytest.mark.parametrize("published", ["last week", "2021-02-31", "07/12/2021", 20211207, ["2021-12-07"], "9999-12-31"])
def test_a_date_that_cannot_be_read_is_a_gap_and_the_document_stays(read: Read, published: object) -> None:
    found = read("feed.jsonl", feed({**GOOD, "published": published}))
    (document,), (gap,) = found.documents, found.gaps
    assert (document.published, document.published_basis) == (None, None)
    assert gap.doc == document.id
    assert "line 1: its publication date" in gap.reason


def test_a_field_of_the_wrong_kind_is_left_out_and_told(read: Read) -> None:
    found = read("feed.jsonl", feed({**GOOD, "id": 12, "title": ["Serrat"], "author": None}))
    (document,), (gap,) = found.documents, found.gaps
    assert (document.given_id, document.title) == ("12", None)
    assert gap.reason == "line 1: its title is a list, not text, and is left out"


def test_zero_characters_in_fields_are_shown_and_never_stored(read: Read) -> None:
    found = read("feed.jsonl", feed({**GOOD, "id": "a\0b", "title": "Serrat\0 speaks", "outlet": "The\0Post"}))
    (document,) = found.documents
    assert (document.given_id, document.title, document.outlet) == ("a\ufffdb", "Serrat\ufffd speaks", "The\ufffdPost")
    assert "\0" not in document.path


def test_one_id_with_the_same_text_is_read_once(read: Read) -> None:
    found = read("feed.jsonl", feed(GOOD, {**GOOD, "title": "Again"}))
    assert len(found.documents) == 1
    assert [gap.reason for gap in found.gaps] == ["line 2 repeats line 1: the same text under the id 'r-1'"]


def test_one_id_with_two_texts_keeps_both(read: Read) -> None:
    found = read("feed.jsonl", feed(GOOD, {**GOOD, "text": "Serrat stayed."}))
    assert [document.path for document in found.documents] == ["feed.jsonl#r-1", "feed.jsonl#2"]
    assert [document.given_id for document in found.documents] == ["r-1", "r-1"]
    (gap,) = found.gaps
    assert gap.reason == "line 2 has the id 'r-1' of line 1 and another text; both are kept"
    assert gap.doc == found.documents[1].id


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("feed.ndjson", feed(GOOD)),
        ("feed.jsonl", b"\xef\xbb\xbf" + feed(GOOD)),
        ("feed.jsonl", json.dumps(GOOD).encode("utf-16")),
        ("feed.jsonl.gz", gzip.compress(feed(GOOD))),
        ("feed.txt", feed(GOOD)),
        ("feed.json", json.dumps(GOOD, indent=2).encode()),
        ("feed.json", json.dumps([GOOD], indent=2).encode()),
        ("feed.json", feed(GOOD, {"id": "r-2", "text": ""})),
        ("feed.jsonl", json.dumps([GOOD]).encode()),
    ],
)
def test_every_form_of_a_feed_is_read(read: Read, name: str, data: bytes) -> None:
    assert [document.text for document in read(name, data).documents] == [GOOD["text"]]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[1]", "record 1 is not an object"),
        (b"[]", "holds no records"),
        (b"{broken", "is broken JSON"),
        (b"[" * 100_000, "is JSON nested too deeply to be followed"),
    ],
)
def test_a_json_file_without_documents_says_why(read: Read, data: bytes, reason: str) -> None:
    found = read("feed.json", data)
    assert found.documents == ()
    assert found.gaps[0].reason.startswith(reason)


def test_a_file_of_blank_lines_holds_no_records(read: Read) -> None:
    assert [gap.reason for gap in read("feed.jsonl", b"\n\n \n").gaps] == ["holds no records"]


def test_a_file_that_is_broken_throughout_does_not_drown_the_others(read: Read) -> None:
    found = read("feed.jsonl", b"broken\n" * 1_000 + feed(GOOD))
    assert len(found.documents) == 1
    assert len(found.gaps) == room.MAX_GAPS + 1
    assert found.gaps[-1].reason == "900 more lines or fields that cannot be used are not listed"


def test_a_feed_cut_off_in_its_gzip_data_gives_what_came_before(read: Read) -> None:
    records = [{"id": str(n), "text": f"Report {n} of the envoy, {n * 7919 % 1000} words."} for n in range(2_000)]
    found = read("feed.jsonl.gz", gzip.compress(feed(*records))[:-200])
    assert 0 < len(found.documents) < 2_000
    assert any("the gzip data end early" in gap.reason for gap in found.gaps)


def test_a_line_and_a_file_have_a_cap(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MAX_BYTES", 1_000)
    found = read("feed.jsonl", feed(GOOD, {"text": "x" * 2_000}, GOOD))
    assert [gap.reason for gap in found.gaps] == ["line 2 and all below are left out: a line may have 1,000 bytes"]
    monkeypatch.setattr(room, "MAX_LINES_BYTES", 300)
    found = read("feed.jsonl", feed(GOOD, GOOD))
    assert [gap.reason for gap in found.gaps] == ["line 2 and all below are left out: a file may have 300 bytes"]
