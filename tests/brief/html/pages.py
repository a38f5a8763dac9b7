"""Briefs on pages for tests: of the dossiers written by hand, read back as a browser reads them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import html  # type: ignore[import-untyped]

from standoff.brief.html.page import draw, html_brief
from standoff.brief.html.reading import brief_in, pictures_in
from standoff.brief.html.records import Brief, Picture
from standoff.core.dossier import Dossier

VERSION = "9.9"
FILE = "crisis.standoff"


def page_of(dossier: Dossier, pictures: Iterable[Picture] = ()) -> bytes:
    return html_brief(dossier, FILE, VERSION, pictures)


def tree(page: bytes) -> Any:
    return html.document_fromstring(page.decode())


def said(page: bytes, number: int) -> str:
    """The words of a numbered sentence as they stand on the page."""
    return " ".join(tree(page).get_element_by_id(f"s{number}").text_content().split())


def number_of(page: bytes, words: str) -> int:
    """The number of the first sentence with these words."""
    found = (each for each in tree(page).iter("p") if each.get("id", "").startswith("s"))
    return next(int(each.get("id")[1:]) for each in found if words in " ".join(each.text_content().split()))


def redrawn(page: bytes, brief: Brief) -> bytes:
    """The page as a forger would make it who knows the format: drawn anew from a changed record."""
    return draw(brief, pictures_in(page))


def record(page: bytes) -> Brief:
    return brief_in(page)
