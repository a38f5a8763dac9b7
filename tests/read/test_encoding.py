"""Bytes to text: what is certain is taken silently, what is guessed or lost is said."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.errors import UnreadableError
from standoff.read.encoding import decode

SAID = "“We will not move,” the Haldish envoy said – twice. "
CYRILLIC = "Министр обороны заявил, что войска останутся на границе до весны. " * 20


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"plain words", "plain words", "utf-8"),
        (SAID.encode(), SAID, "utf-8"),
        (codecs.BOM_UTF8 + SAID.encode(), SAID, "utf-8-sig"),
        (SAID.encode("utf-16"), SAID, "utf-16"),
        (codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"), SAID, "utf-16"),
        (SAID.encode("utf-16-le"), SAID, "utf-16-le"),
        (SAID.encode("utf-16-be"), SAID, "utf-16-be"),
        (SAID.encode("utf-32"), SAID, "utf-32"),
        (SAID.encode("utf-32-le"), SAID, "utf-32-le"),
        (SAID.encode("utf-32-be"), SAID, "utf-32-be"),
        (b"a\r\nb\rc\n\n ", "a\r\nb\rc\n\n ", "utf-8"),
        ("\x1b[31mred\u202e".encode(), "\x1b[31mred\u202e", "utf-8"),
    ],
)
def test_certain_encodings_are_taken_silently(data: bytes, text: str, encoding: str) -> None:
    found = decode(data)
    assert (found.text, found.encoding, found.notes) == (text, encoding, ())


@pytest.mark.parametrize(
    ("data", "text", "encoding", "note"),
    [
        (SAID.encode("cp1252"), SAID, "cp1252", "is not valid UTF-8; read as cp1252, which is a guess"),
        (
            "Zürich café".encode("latin-1"),
            "Zürich café",
            "cp1252",
            "is not valid UTF-8; read as cp1252, which is a guess",
        ),
        (CYRILLIC.encode("cp1251"), CYRILLIC, "cp1251", "is not valid UTF-8; read as cp1251, which is a guess"),
        (
            SAID.encode() + b"\xff" + SAID.encode(),
            f"{SAID}\ufffd{SAID}",
            "utf-8",
            "1 characters are not valid utf-8 and stand in the text as U+FFFD",
        ),
        (
            b"the \xff\xfe troops",
            "the \ufffd\ufffd troops",
            "utf-8",
            "2 characters are not valid utf-8 and stand in the text as U+FFFD",
        ),
        (
            SAID.encode("utf-16") + b"\x00",
            SAID + "\ufffd",
            "utf-16",
            "1 characters are not valid utf-16 and stand in the text as U+FFFD",
        ),
    ],
)
def test_guesses_and_losses_are_said(data: bytes, text: str, encoding: str, note: str) -> None:
    found = decode(data)
    assert (found.text, found.encoding, found.notes) == (text, encoding, (note,))


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        (b'<meta charset="windows-1251">', "cp1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-5"?>', "iso8859-5"),
    ],
)
def test_a_page_may_declare_its_encoding(declaration: bytes, encoding: str) -> None:
    words = "Войска на границе"
    found = decode(declaration + words.encode(encoding), declares=True)
    assert found.text.endswith(words)
    assert (found.encoding, found.notes) == (encoding, ())


@pytest.mark.parametrize("name", [b"rot13", b"zip", b"punycode", b"unicode_escape", b"no-such", b"utf-7"])
def test_a_page_may_not_declare_what_is_no_encoding_of_text(name: bytes) -> None:
    found = decode(b"<meta charset=" + name + b"><p>Zur caf\xe9 \\x41", declares=True)
    assert found.encoding == "cp1252"
    assert "\\x41" in found.text


def test_latin_1_is_read_as_browsers_read_it() -> None:
    found = decode(b'<meta charset="iso-8859-1"><p>\x93Never\x94', declares=True)
    assert found.text.endswith("“Never”")


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"text\0text", bytes(i for i in range(1, 256) if i != 27) * 9]
)
def test_binary_data_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="is a binary file, not text"):
        decode(data)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cc"]), min_size=1))
def test_the_recorded_encoding_gives_the_text_back(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        data = text.encode(encoding)
        found = decode(data)
        assert data.decode(found.encoding) == found.text


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        found = decode(data)
    except UnreadableError:
        return
    assert found.notes or data.decode(found.encoding) == found.text
