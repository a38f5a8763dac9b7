"""A saved web page to its article, by trafilatura; title, outlet and author as the page declares them."""

from __future__ import annotations

import logging
import re
from typing import Any

import trafilatura
from lxml.html import HtmlElement  # type: ignore[import-untyped]
from trafilatura.settings import Document as Extract

from standoff.core.errors import UnreadableError
from standoff.core.records import Document, Gap
from standoff.lexicon.furniture import Furniture
from standoff.read.compose import Given, compose
from standoff.read.encoding import decode
from standoff.read.markup import parse_page
from standoff.read.outlet import host_of, read_masthead
from standoff.read.page_byline import page_byline
from standoff.read.page_date import page_date

# It reports what it discards, which is said in a gap here.
for name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(name).setLevel(logging.CRITICAL)

# Between paragraphs, as in texts saved by hand. Whatever trafilatura puts on a line of its own is one.
BETWEEN_PARAGRAPHS = "\n\n"
# Its own date search runs whatever is asked; with these it is cheap, and the same on every day. Its answer is not used.
DATE_SEARCH = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
# Trafilatura repairs broken linked data with patterns that take 20 seconds on 600,000 characters. Pages have at most
# 30,000.
MAX_LINKED_DATA = 100_000
# Shorter than any report; what is left of a page without one is a notice or a menu.
SHORTEST_ARTICLE = 50
SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\([0-9]{1,9}\)(\S{1,2000}?)\s{0,9}-->", re.IGNORECASE)
SAVED_AS_ONE = re.compile(r"<!--\s{0,9}Page saved with SingleFile\s{1,9}url:\s{0,9}(\S{1,2000})", re.IGNORECASE)
SAVED_WITHIN = 4096
WEB = ("https://", "http://")


def read_page(path: str, data: bytes, furniture: Furniture, url: str | None = None) -> tuple[Document, tuple[Gap, ...]]:
    """The article of a page, and gaps for what is uncertain in it. ``url``: where it is known to come from.

    Raises ``UnreadableError`` for a page without an article, or too large or deep to be taken apart.
    """
    page = decode(data, declares=True)
    if not page.text.strip():
        raise UnreadableError("is empty")
    tree = parse_page(page.text)
    article = extract_article(tree)
    given = _given(article, tree, url or saved_from(page.text), furniture)
    document, gaps = compose(path, article_text(article, tree), page.encoding, given, furniture)
    return document, (*gaps, *(Gap(path=path, room="read", reason=note, doc=document.id) for note in page.notes))


def extract_article(tree: HtmlElement) -> Extract:
    """Trafilatura's extract of a page. Raises ``UnreadableError`` where it finds no article.

    Precision is favoured, as it scores best on the article-extraction benchmark: F1 .966 against .964 balanced.
    Where that leaves nothing, on pages of few words as a rule, the balanced extraction is asked.
    """
    _drop_linked_data(tree)
    for precise in (True, False):
        found = _extract(tree, precise)
        if found and len(found.text or "") >= SHORTEST_ARTICLE:
            return found
    raise UnreadableError("is a page with no article in it")


def article_text(article: Extract, tree: HtmlElement) -> str:
    """The article's paragraphs, one blank line apart, without the headline, which is the document's title.

    Some sites put the headline among the paragraphs: leaving it out takes F1 from .964 to .966.
    """
    lines = [line.strip() for line in (article.text or "").splitlines() if line.strip()]
    headlines = {_letters(article.title or ""), *(_letters(heading.text_content()) for heading in tree.iter("h1"))}
    if len(lines) > 1 and _letters(lines[0]) in headlines - {""}:
        del lines[0]
    return BETWEEN_PARAGRAPHS.join(lines)


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def saved_from(html: str) -> str | None:
    """The address a browser wrote into a page as it saved it."""
    head = html[:SAVED_WITHIN]
    found = SAVED_FROM.search(head) or SAVED_AS_ONE.search(head)
    return found[1] if found and found[1].startswith(WEB) else None


def _extract(tree: HtmlElement, precise: bool) -> Extract | None:
    options: dict[str, Any] = {"date_extraction_params": DATE_SEARCH, "with_metadata": True}
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, favor_precision=precise, **options)
    except RecursionError as error:
        raise UnreadableError("is a page whose markup is nested too deeply to be followed") from error
    return found if isinstance(found, Extract) else None


def _drop_linked_data(tree: HtmlElement) -> None:
    """Take out linked data beyond what any page has."""
    left = MAX_LINKED_DATA
    for script in tree.iter("script"):
        if "json" in script.get("type", "").lower():
            left -= len(script.text or "")
            script.text = script.text if left >= 0 else None


def _given(article: Extract, tree: HtmlElement, saved: str | None, furniture: Furniture) -> Given:
    """What the page declares. Its own address goes before the one it was saved from only on the same host."""
    declared = article.url if article.url and article.url.startswith(WEB) else None
    url = declared if declared and (not saved or host_of(saved) == host_of(declared)) else saved
    declared_day = page_date(tree, url)
    byline = page_byline(tree, furniture.byline) if declared_day is None else None
    author = article.author if article.author and not article.author.startswith(WEB) else None
    return Given(
        url=url,
        title=article.title or None,
        outlet=_site(article) or read_masthead(tree.findtext(".//title") or "", furniture.outlets),
        author=author or (byline.author if byline else None),
        published=byline.published if byline else declared_day,
        basis="byline" if byline else "metadata",
    )


def _site(article: Extract) -> str | None:
    """The site's name, where it is one: trafilatura falls back on the host, and some pages give an address."""
    name = article.sitename
    return None if not name or name.startswith(WEB) or name.lower() == host_of(article.url) else name
