"""A page read back: the record it carries, the pictures in it, and what stands where a reader sees it.

A page comes from anybody. It is never run, fetches nothing, and is refused where it is larger than a brief can be.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
from lxml import etree, html  # type: ignore[import-untyped]

from standoff.brief.html.page import BLOCK, SVG
from standoff.brief.html.records import VERSION, Brief
from standoff.core.digest import text_hash
from standoff.core.errors import BriefError

LARGEST = 64 * 1024 * 1024
"""Bytes: twenty times the brief of the largest crisis that was tried, and what is parsed in a few seconds."""

BLOCKS = frozenset(("p", "h1", "h2", "h3", "li", "dt", "dd", "figcaption", "title"))
"""Elements whose words are one line of the page; every other word stands in none of them."""
NOT_SEEN = frozenset(("script", "style"))
NUMBERED = re.compile(r"[sp][0-9]+(-[0-9]+)?")
"""The ids of sentences, ``s12``, and of passages, ``p3-7``."""
PICTURE = re.compile(re.escape(SVG) + r"([A-Za-z0-9+/]+={0,2})")
BLANKS = re.compile(r"\s+")


class _Head(msgspec.Struct):
    """What tells one block of JSON from another, of whichever version."""

    format: str = ""
    version: int = 0


class Line(NamedTuple):
    """What stands at one place of a page: of a sentence or passage with its id."""

    id: str | None
    text: str


def brief_in(page: bytes) -> Brief:
    """The record that a page carries. Raises ``BriefError`` with what the page is instead of a brief."""
    if len(page) > LARGEST:
        raise BriefError(f"it has {len(page):,} bytes, and no brief has more than {LARGEST:,}")
    blocks = [each for each in tree_of(page).iter("script") if each.get("id") == BLOCK]
    if not blocks:
        raise BriefError("it is no HTML brief, or was cut off: no record of its sentences stands in it")
    if len(blocks) > 1:
        raise BriefError(f"it holds {len(blocks)} records of its sentences, and a brief has one")
    return _decoded((blocks[0].text or "").encode())


def tree_of(page: bytes) -> Any:
    """The page as a tree; raises ``BriefError`` where it is none."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return html.document_fromstring(page, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise BriefError("it is no HTML brief: there is no page in it") from error


def pictures_in(page: bytes) -> Mapping[str, str]:
    """The pictures of a page by their digests."""
    found: dict[str, str] = {}
    for data in PICTURE.findall(page.decode("utf-8", "replace")):
        svg = _svg(data)
        if svg is not None:
            found[text_hash(svg)] = svg
    return found


def after_end(page: bytes) -> str:
    """What stands behind the end of a page, which a browser shows and a strict reader drops."""
    _, _, rest = page.partition(b"</html>")
    return BLANKS.sub(" ", rest.decode("utf-8", "replace")).strip()


def lines_of(page: bytes) -> tuple[Line, ...]:
    """All words of a page in order, as lines; white space as one space. What stands in no line is one."""
    return tuple(line for line in _walk(tree_of(page)) if line.text or line.id)


def _walk(root: Any) -> Iterator[Line]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if isinstance(element, str):
            yield Line(None, BLANKS.sub(" ", element).strip())
            continue
        if not isinstance(element.tag, str) or element.tag in NOT_SEEN:
            continue
        if element.tag in BLOCKS:
            yield _line(element)
            continue
        parts = [element.text, *(part for child in element for part in (child, child.tail))]
        waiting += reversed([part for part in parts if part is not None])


def _line(element: Any) -> Line:
    given = element.get("id")
    words = BLANKS.sub(" ", "".join(element.itertext())).strip()
    return Line(given if given is not None and NUMBERED.fullmatch(given) else None, words)


def _decoded(block: bytes) -> Brief:
    try:
        head = msgspec.json.decode(block, type=_Head)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BriefError(f"its record cannot be read, it was cut off or changed: {error}") from error
    if head.format != "standoff brief":
        raise BriefError("it is no HTML brief: what stands in it is another record")
    if head.version != VERSION:
        raise BriefError(f"it is a brief of version {head.version}, and this program reads version {VERSION}")
    try:
        return msgspec.json.decode(block, type=Brief)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BriefError(f"its record cannot be read, it was cut off or changed: {error}") from error


def _svg(data: str) -> str | None:
    """A picture's text; ``None`` where what stands there is none."""
    try:
        return b64decode(data, validate=True).decode()
    except ValueError:  # of base64 and of UTF-8
        return None
