"""What a file holds, by its first bytes; by its name only where these leave it open."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["lines", "json", "page", "archive", "plain"]

MAGIC = (
    (b"%PDF", "a PDF; save its text and read that"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document; save its text and read that"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save its text and read that"),
    (b"{\\rtf", "a rich-text document; save its text and read that"),
    (b"\x1f\x8b", "gzip data inside gzip data"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x00asm", "a program"),
    (b"RIFF", "a sound, film or picture"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"fLaC", "a sound"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"%!PS", "a PostScript document; save its text and read that"),
    (b"WARC/1.", "a web archive (WARC), which is not read yet"),
)
FILM = b"ftyp"

NOT_REPORTS = {
    "css": "a style sheet",
    "js": "a script",
    "mjs": "a script",
    "py": "a script",
    "svg": "a drawing",
    "csv": "a table, which is not read yet",
    "tsv": "a table, which is not read yet",
    "log": "a log",
}
LINES = ("jsonl", "ndjson")
PAGES = ("html", "htm", "xhtml", "shtml")
ARCHIVES = ("mht", "mhtml")
PAGE_OPENINGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<!-- saved from url", b"<!--[if")
# A record longer than what is seen of the file: cut off, it is no JSON, but no sentence either.
LONG_LINE = 4096
FEEDS = (b"<rss", b"<feed", b"<rdf:rdf", b"<urlset", b"<sitemapindex")
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def binary_kind(head: bytes) -> str | None:
    """The kind of file that is no text, told by how it opens; ``None`` for what may be text."""
    if head[4:8] == FILM:
        return "a film or picture"
    return next((kind for magic, kind in MAGIC if head.startswith(magic)), None)


def unread_kind(ending: str) -> str | None:
    """The kind of text file that is no report, told by its ending."""
    return NOT_REPORTS.get(ending)


def kind_of(head: bytes, ending: str) -> Kind:
    """How to read a text file with this opening and this ending (lower case, ".gz" taken off).

    Content goes first: a page saved as .txt is a page. An ending counts where the opening could be anything.
    """
    opening = _opening(head)
    if ending in LINES:
        return "json" if opening.startswith(b"[") else "lines"
    if ending == "json":
        return "json"
    if ending in ARCHIVES or (opening.startswith((b"from: <saved by", b"mime-version:")) and b"multipart/" in opening):
        return "archive"
    if _is_page(opening, ending):
        return "page"
    return "lines" if opening.startswith(b"{") and _holds_record(head) else "plain"


def feed_kind(head: bytes) -> str | None:
    """The kind of XML file that is no page."""
    opening = _opening(head)
    xml = opening.startswith((b"<?xml", *FEEDS))
    return "a feed or site map (XML), which is not read yet" if xml and any(f in opening for f in FEEDS) else None


def _opening(head: bytes) -> bytes:
    """The first characters that say something, in lower case; two-byte encodings made narrow enough to compare."""
    for bom in BOMS:
        head = head.removeprefix(bom)
    return head[:4096].replace(b"\0", b"").lstrip().lower()


def _is_page(opening: bytes, ending: str) -> bool:
    if opening.startswith(PAGE_OPENINGS):
        return True
    if opening.startswith((b"<?xml", b"<!--", b"<!doctype")) and b"<html" in opening:
        return True
    return ending in PAGES and b"<" in opening


def _holds_record(head: bytes) -> bool:
    """Whether the first line is a JSON object with a text."""
    line = head.removeprefix(BOMS[0]).lstrip().split(b"\n", 1)[0]
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return b'"text"' in line and len(line) > LONG_LINE
    return isinstance(record, dict) and "text" in record
