"""Bytes to characters, with the encoding on record: decoding the bytes by it gives the text back.

What is certain is taken silently (a byte-order mark, valid UTF-8, the zero bytes of UTF-16, a page's own
declaration that fits). What is guessed, or read with losses, comes with a note that becomes a gap.
"""

from __future__ import annotations

import codecs
import re

import charset_normalizer
import msgspec

from standoff.core.errors import UnreadableError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# English text in UTF-16 has a zero in nearly every second byte, in UTF-32 three zeros in four; a binary file has them
# anywhere. A third leaves room for quotation marks and dashes.
ZERO_SHARE = 0.33
WIDE = (
    ("utf-32-le", 4, (1, 2, 3)),
    ("utf-32-be", 4, (0, 1, 2)),
    ("utf-16-le", 2, (1,)),
    ("utf-16-be", 2, (0,)),
)
# Random bytes hold 11 per cent control characters; a text with terminal escapes in every line about 1 per cent.
MAX_CONTROL_SHARE = 0.05
CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32), 127))
# The detector looks at samples; it needs some characters beyond ASCII to tell one encoding from another.
FEWEST_TELLING_BYTES = 10
DETECTED_FROM = 256 * 1024

DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{2,40})", re.I)
DECLARED_WITHIN = 4096
# What a page may declare: the encodings of the web standard that Python knows. Python's others ("zip", "punycode")
# are no encodings of text. Latin-1 stands for Windows-1252 there, as in every browser.
DECLARABLE = frozenset(
    "utf-8 utf-16 utf-16-le utf-16-be cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 "
    "iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 "
    "iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-cyrillic gbk gb2312 gb18030 big5 big5hkscs euc_jp shift_jis "
    "iso2022_jp euc_kr".split()
)
LATIN = frozenset(("iso8859-1", "ascii"))
HIGH = bytes(range(128, 256))
# Bytes that Windows-1252 uses for quotation marks, dashes and dots: in English text nothing else has them.
TYPOGRAPHIC = b"\x82\x83\x84\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xa3\xa7\xa9\xab\xae\xb0\xbb"
IN_WORD = re.compile(rb"(?<=[A-Za-z])[\xc0-\xff\x8a\x8e\x9a\x9e\x9f]|[\xc0-\xff\x8a\x8e\x9a\x9e\x9f](?=[A-Za-z])")


class Decoded(msgspec.Struct, frozen=True):
    """A text, its encoding by its Python name, and what was not certain about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, declares: bool = False) -> Decoded:
    """The characters of some bytes. ``declares``: they may name their encoding, as pages do.

    Raises ``UnreadableError`` for bytes that are no text in any encoding.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding) or _with_losses(data, encoding)
    if wide := _wide(data):
        return _strictly(data, wide) or _with_losses(data, wide)
    refuse_binary(data)
    declared = declared_encoding(data) if declares else None
    sure = _strictly(data, "utf-8") or (_strictly(data, declared) if declared else None)
    return sure or _guess(data, declared)


def refuse_binary(data: bytes) -> None:
    """Raise ``UnreadableError`` for bytes with a zero, or with too many control characters for a text."""
    if b"\0" in data:
        raise UnreadableError("is a binary file, not text: it holds zero bytes")
    controls = _count(data, CONTROLS)
    if controls > MAX_CONTROL_SHARE * len(data):
        raise UnreadableError(f"is a binary file, not text: {controls:,} of {len(data):,} bytes are control characters")


def declared_encoding(data: bytes) -> str | None:
    """The encoding a page names in its head, by its Python name; ``None`` if it names none that is one of text."""
    found = DECLARED.search(data[:DECLARED_WITHIN])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    if name in LATIN:
        return "cp1252"
    return name if name in DECLARABLE else None


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where the zero bytes stand."""
    sample = data[:DETECTED_FROM]
    if b"\0" not in sample:
        return None
    for encoding, width, zeros in WIDE:
        lanes = [sample[i::width] for i in range(width)]
        shares = [lane.count(0) / max(1, len(lane)) for lane in lanes]
        fits = all(share > ZERO_SHARE if i in zeros else share < 0.01 for i, share in enumerate(shares))
        if fits and len(data) >= 2 * width:
            return encoding
    return None


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, ValueError):
        return None


def _with_losses(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    note = f"{lost:,} characters are not valid {encoding} and stand in the text as U+FFFD"
    return Decoded(text, encoding, (note,))


def _guess(data: bytes, declared: str | None) -> Decoded:
    """Damaged UTF-8, then what the page declares, then Windows-1252 if it makes English, then a detector's answer."""
    damaged = _with_losses(data, "utf-8")
    high = _count(data, HIGH)
    lost = damaged.text.count("\ufffd")
    valid = len(damaged.text) - (len(data) - high) - lost
    if valid >= lost:
        return damaged
    if declared:
        return _with_losses(data, declared)
    sample = data[:DETECTED_FROM]
    western = _count(sample, TYPOGRAPHIC) + len(IN_WORD.findall(sample)) == _count(sample, HIGH)
    name = "cp1252" if western else _detect(sample) if high >= FEWEST_TELLING_BYTES else None
    found = _strictly(data, name) if name else None
    if not found:
        return damaged
    return msgspec.structs.replace(found, notes=(f"is not valid UTF-8; read as {name}, which is a guess",))


def _count(data: bytes, wanted: bytes) -> int:
    """How many of the bytes are among those wanted."""
    return len(data) - len(data.translate(None, wanted))


def _detect(sample: bytes) -> str | None:
    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best else None
