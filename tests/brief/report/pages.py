"""Pages read back as a browser reads them, for tests."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from lxml import html  # type: ignore[import-untyped]

VOID = frozenset(("meta", "input"))


def parsed(page: bytes) -> Any:
    """The page as a tree."""
    return html.document_fromstring(page.decode())


def words_of(page: bytes) -> list[str]:
    """The text content of each article of the page, hidden or not."""
    return [article.text_content() for article in parsed(page).iter("article")]


def text_of(node: Any) -> str:
    """The words of an element on one line, those of its parts apart."""
    return " ".join(" ".join(node.itertext()).split())


class Balance(HTMLParser):
    """Refuses a page in which an element is left open, or closed by another's end."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute of <{tag}> stands twice"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> ends nothing"
        assert self.open.pop() == tag


def assert_balanced(page: bytes) -> None:
    """Every element of the page ends where it should."""
    balance = Balance()
    balance.feed(page.decode())
    balance.close()
    assert balance.open == []
