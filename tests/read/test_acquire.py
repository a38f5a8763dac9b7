"""Files of any kind, whole and broken: a document, or a gap that says why not; never an error."""

from __future__ import annotations

import gzip
import hashlib
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from standoff.core.errors import UnreadableError
from standoff.lexicon.furniture import Furniture, load_furniture
from standoff.read import raw
from standoff.read.acquire import acquire, fingerprint
from standoff.read.compose import MAX_CHARACTERS
from standoff.read.discover import SourceFile
from tests.read.conftest import Read

TEXT = "Serrat pulls back\r\n\r\nSerrat has pulled back from the Ilm valley, its minister said.\n\n\tSource link \n"


def test_a_text_is_kept_character_for_character(read: Read) -> None:
    found = read("a.txt", TEXT.encode())
    (document,) = found.documents
    assert (found.path, found.gaps) == ("a.txt", ())
    assert document.text == TEXT
    assert (document.path, document.title, document.encoding) == ("a.txt", "Serrat pulls back", "utf-8")
    assert [document.text[start:end] for start, end in document.furniture] == ["Source link"]


def test_the_fingerprint_is_of_the_bytes_as_they_lie_there(read: Read) -> None:
    packed = gzip.compress(TEXT.encode(), mtime=0)
    found = read("a.txt.gz", packed)
    assert found.sha256 == hashlib.sha256(packed).hexdigest()
    assert found.documents[0].text == TEXT


def test_a_mark_of_byte_order_is_no_part_of_the_text(read: Read) -> None:
    (document,) = read("a.txt", b"\xef\xbb\xbfSerrat pulled back.").documents
    assert (document.text, document.encoding) == ("Serrat pulled back.", "utf-8-sig")


def test_utf_16_is_read(read: Read) -> None:
    (document,) = read("a.txt", TEXT.encode("utf-16")).documents
    assert (document.text, document.encoding) == (TEXT, "utf-16")


def test_control_characters_stay_in_the_text(read: Read) -> None:
    text = "The envoy \x1b[31mleft\x07 the talks, \u202ehe said\u202c, and did not come back to them."
    assert read("a.txt", text.encode()).documents[0].text == text


def test_invalid_utf_8_is_read_with_a_gap(read: Read) -> None:
    found = read("a.txt", "“We keep our word,” ".encode() + b"\xff\xfe she said.")
    (document,), (gap,) = found.documents, found.gaps
    assert document.text == "“We keep our word,” \ufffd\ufffd she said."
    assert (gap.path, gap.doc) == ("a.txt", document.id)
    assert gap.reason == "2 characters are not valid utf-8 and stand in the text as U+FFFD"


def test_an_undecided_date_is_a_gap(read: Read) -> None:
    text = "Serrat pulls back\n\nPublished: 07/12/2021\n\nSerrat has pulled back from the Ilm valley, it said."
    found = read("a.txt", text.encode())
    assert found.documents[0].published is None
    assert [gap.reason for gap in found.gaps] == [
        "the date '07/12/2021' can be read day first or month first; no publication date is kept"
    ]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.html", b"", "is empty"),
        ("a.txt.gz", gzip.compress(b"", mtime=0), "is empty"),
        ("a.txt", b" \n\t\r\n", "holds no text but white space"),
        ("a.txt", b"\xef\xbb\xbf", "is empty"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "is a PDF; save its text and read that"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        ("a.html", b"PK\x03\x04rest", "is a ZIP archive or an office document; save its text and read that"),
        ("a.jsonl", b"\xff\xd8\xff\xe0", "is a JPEG picture"),
        ("a.txt", b"SQLite format 3\0", "is an SQLite database"),
        ("a.txt", b"\0\0\0\x18ftypmp42", "is a film or picture"),
        ("a.txt", b"words\0words", "is a binary file, not text: it holds zero bytes"),
        ("a.bin", bytes(i % 251 + 1 for i in range(9_000)), "is a binary file, not text"),
        ("a.css", b"p { color: red }", "is a style sheet"),
        ("a.xml", b"<?xml version='1.0'?><rss></rss>", "is a feed or site map (XML), which is not read yet"),
        ("a.txt.gz", gzip.compress(gzip.compress(b"words", mtime=0), mtime=0), "is gzip data inside gzip data"),
        ("a.txt.gz", gzip.compress(os.urandom(50_000))[:-40_000], "is cut off: the gzip data end early"),
        ("a.txt.gz", gzip.compress(b"words" * 99, mtime=0)[:20], "is cut off: the gzip data end early"),
        ("a.txt.gz", b"\x1f\x8b\x08\x00garbage of all kinds", "is damaged gzip data"),
        ("a.txt.gz", gzip.compress(b"words", mtime=0)[:-8] + b"\0" * 8, "is damaged gzip data"),
        (
            "a.txt",
            b"word " * 500_000,
            f"is too long: 2,500,000 characters, and no more than {MAX_CHARACTERS:,} are read",
        ),
    ],
)
def test_a_file_that_is_no_report_is_a_gap_that_says_why(read: Read, name: str, data: bytes, reason: str) -> None:
    found = read(name, data)
    assert found.documents == ()
    (gap,) = found.gaps
    assert gap.path == name
    assert gap.reason.startswith(reason)


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.html.gz", "bomb.jsonl.gz"])
def test_a_gzip_bomb_is_a_gap(read: Read, name: str) -> None:
    bomb = gzip.compress(b" " * (raw.MAX_BYTES + 2_000_000), compresslevel=1)
    tracemalloc.start()
    found = read(name, bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.documents == ()
    assert found.gaps
    assert peak < 4 * raw.MAX_BYTES


@pytest.mark.parametrize("name", ["huge.txt", "huge.html", "huge.json"])
def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path, furniture: Furniture, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(b"Serrat pulled back. " * 10_000)
        file.truncate(200 * 1024 * 1024)
    tracemalloc.start()
    found = acquire(SourceFile(name, path), furniture)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.documents == ()
    assert [gap.reason for gap in found.gaps] == [
        "is too large: 209,715,200 bytes, and no more than 33,554,432 are read"
    ]
    assert peak < 3 * raw.MAX_BYTES


def test_a_file_that_may_not_be_opened_is_a_gap(
    tmp_path: Path, furniture: Furniture, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # a test that runs as root may open every file
    file = SourceFile("a.txt", path)
    with pytest.raises(UnreadableError, match="cannot be opened: Permission denied"):
        fingerprint(file)
    found = acquire(file, furniture)
    assert [gap.reason for gap in found.gaps] == ["cannot be opened: Permission denied"]


def test_a_file_that_is_gone_or_became_a_pipe_is_a_gap(tmp_path: Path, furniture: Furniture) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("gone", "pipe"):
        found = acquire(SourceFile(name, tmp_path / name), furniture)
        assert [gap.reason for gap in found.gaps] == ["is no longer a file"]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="only Linux has a file that opens and cannot be read")
def test_a_file_that_fails_while_it_is_read_is_a_gap(tmp_path: Path, furniture: Furniture) -> None:
    path = Path("/proc/self/mem")  # opens, and gives an input error at its first byte
    found = acquire(SourceFile("mem", path), furniture)
    assert [gap.reason for gap in found.gaps] == ["cannot be read: Input/output error"]


def test_a_page_in_name_only_is_a_text(read: Read) -> None:
    assert read("a.html", b"Serrat pulled back, it said.").documents[0].text == "Serrat pulled back, it said."


def test_a_text_that_opens_with_a_bracket_is_a_text(read: Read) -> None:
    for words in ("{Serrat} pulled back.", "[Editor's note] Serrat pulled back.", '{"text"} is missing'):
        assert [document.text for document in read("a.txt", words.encode()).documents] == [words]


FURNITURE = load_furniture()
OPENINGS = st.sampled_from(
    [b"", b"\x1f\x8b\x08", b"<html>", b"{", b"[", b"\xff\xfe", b'{"text":"', b"<!--", b"From: <Saved by"]
)
NAMES = st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.json", "a.gz", "a.mht", "a"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(OPENINGS, st.binary(max_size=120), NAMES)
def test_no_bytes_under_any_name_raise_an_error(tmp_path: Path, opening: bytes, rest: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(opening + rest)
    found = acquire(SourceFile(name, path), FURNITURE)
    assert found.documents or found.gaps


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_every_text_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    found = acquire(SourceFile("a.txt", path), FURNITURE)
    blank = not text.removeprefix("\ufeff").strip()
    assert [document.text for document in found.documents] == ([] if blank else [text.removeprefix("\ufeff")])
