"""From page to page by links: one address of each kind of page that there is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import httpx
from litestar import Router
from litestar.response import Template
from lxml import html  # type: ignore[import-untyped]

from standoff.web.app import PAGES

TELLING = frozenset({"if"})
"""What makes another kind of page of an address when it is asked: a supposition."""


def page_patterns() -> tuple[str, ...]:
    """The paths of all pages that a person looks at, those without an id first."""
    found = [
        route.path_format
        for route in Router(path="/", route_handlers=PAGES).routes
        for handler in getattr(route, "route_handlers", ())
        if "GET" in handler.http_methods and handler.parsed_return_field.annotation is Template
    ]
    return tuple(sorted(found, key=lambda pattern: (pattern.count("{"), pattern)))


def kind_of(address: str, patterns: tuple[str, ...]) -> str | None:
    """What kind of page an address leads to: its pattern, and what is asked of it; ``None`` for none of ours."""
    path, _, query = address.partition("#")[0].partition("?")
    for pattern in patterns:
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", pattern), path):
            asked = {part.partition("=")[0] for part in query.split("&")} & TELLING
            return pattern + "".join(f" {name}" for name in sorted(asked))
    return None


def links_of(page: str) -> Iterator[str]:
    """Where a page leads to on this site."""
    for address in html.fromstring(page).xpath("//a/@href"):
        if address.startswith("/") and not address.startswith("//"):
            yield str(address)


def find_kinds(client: httpx.Client) -> Mapping[str, str]:
    """The first address of each kind, from the overview on."""
    patterns = page_patterns()
    return {kind: address for address in find_addresses(client, 1) if (kind := kind_of(address, patterns)) is not None}


def find_addresses(client: httpx.Client, most: int) -> tuple[str, ...]:
    """The first addresses of each kind, at most so many of one, in the order in which links lead to them."""
    patterns = page_patterns()
    found, waiting, counts = ["/"], ["/"], Counter("/")
    while waiting:
        answer = client.get(waiting.pop(0))
        assert answer.status_code == httpx.codes.OK, answer.url
        for address in links_of(answer.text):
            kind = kind_of(address, patterns)
            if kind is not None and counts[kind] < most and address not in found:
                counts[kind] += 1
                found.append(address)
                waiting.append(address)
    return tuple(found)
