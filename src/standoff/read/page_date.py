"""The publication date of a page, from what its makers declare in its head.

``htmldate`` is not asked: it completes months to their first day, takes the year of a copyright line, the date of the
last change or any date on the page when nothing else is there, and compares with today's date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from standoff.core.when import When
from standoff.read.dates import read_stamp

# In this order: what can only be the day of publication first, plain "date" last, as some sites put the day of the
# visit there.
NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "article.published",
    "og:pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dcterms.issued",
    "dc.date.issued",
    "pubdate",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_date",
    "published-date",
    "publication_date",
    "publication-date",
    "publicationdate",
    "published_at",
    "date_published",
    "release_date",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "date",
)
ARTICLE = re.compile(r"article|posting|report|review|webpage", re.IGNORECASE)
# JSON-LD graphs nest some five levels; one of a site's whole menu has a few hundred nodes.
DEEPEST = 12
MAX_NODES = 5_000
IN_ADDRESS = re.compile(r"[/_-]((?:19|20)[0-9]{2})[/_-]([01][0-9])(?:[/_-]([0-3][0-9]))?(?=[/_.-]|$)")
PUBLISHED_CLASS = re.compile(r"publish|entry-date|post-date|posted|dateline|byline", re.IGNORECASE)


def page_date(tree: HtmlElement, url: str | None) -> When | None:
    """The day, or month, of publication: from meta tags, JSON-LD, a marked ``time``, or the address of the page."""
    return _from_meta(tree) or _from_linked_data(tree) or _from_time(tree) or _from_address(url)


def _from_meta(tree: HtmlElement) -> When | None:
    found: dict[str, When] = {}
    for tag in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = tag.get(attribute, "").strip().lower()
            day = read_stamp(tag.get("content") or tag.get("datetime") or "") if name in NAMES else None
            if day:
                found.setdefault(name, day)
    return next((found[name] for name in NAMES if name in found), None)


def _from_linked_data(tree: HtmlElement) -> When | None:
    for script in tree.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json":
            continue
        try:
            data = msgspec.json.decode((script.text or "").encode("utf-8", "replace"))
        except (msgspec.DecodeError, RecursionError):
            continue
        for node in _nodes(data):
            stamp = node.get("datePublished")
            day = read_stamp(stamp) if isinstance(stamp, str) and ARTICLE.search(str(node.get("@type"))) else None
            if day:
                return day
    return None


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    """The objects in linked data, outer ones first."""
    level: list[Any] = [data]
    seen = 0
    for _ in range(DEEPEST):
        below: list[Any] = []
        for item in level:
            seen += 1
            if seen > MAX_NODES:
                return
            if isinstance(item, dict):
                yield item
                below.extend(item.values())
            elif isinstance(item, list):
                below.extend(item)
        level = [item for item in below if isinstance(item, dict | list)]


def _from_time(tree: HtmlElement) -> When | None:
    """A ``time`` that is marked as the publication's, or the only day that any ``time`` gives."""
    days = set()
    for tag in tree.iter("time"):
        day = read_stamp(tag.get("datetime") or "")
        marked = tag.get("itemprop", "").lower() == "datepublished" or tag.get("pubdate") is not None
        if day and (marked or PUBLISHED_CLASS.search(tag.get("class", ""))):
            return day
        days.add(day)
    return days.pop() if len(days) == 1 else None


def _from_address(url: str | None) -> When | None:
    found = IN_ADDRESS.search(url or "")
    return read_stamp("-".join(part for part in found.groups() if part)) if found else None
