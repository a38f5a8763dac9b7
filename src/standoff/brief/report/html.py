"""HTML built from escaped parts, so that nothing an article says can become markup.

``Html`` is only made here: by ``label`` and ``verbatim``, which escape, by ``element``, whose tags and attribute names
are our own, and by joining.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import cache
from typing import NewType
from urllib.parse import urlsplit

from standoff.brief.safe import printable, quotable

Html = NewType("Html", str)

SPECIAL = re.compile("[&<>\"']")
VOID = frozenset(("meta", "input", "img"))
NEVER_IN_HTML = {"\0": "\ufffd", **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)}}
"""What no page can hold: the null character, and halves of surrogate pairs."""


def label(text: str) -> Html:
    """Words on one line; what does not print is shown as what it is."""
    return Html(escape(text if text.isprintable() else quotable(text), quote=False))


def verbatim(text: str) -> Html:
    """Words of which a page keeps every character.

    One that does not print is there, out of sight and without effect, behind the name it is shown by.
    """
    if text.isprintable():
        return Html(escape(text, quote=False))
    return Html("".join(_character(char) for char in text))


def unseen(text: str) -> Html:
    """White space between blocks: kept in the page, never displayed."""
    kept = escape("".join(NEVER_IN_HTML.get(char, char) for char in text), quote=False)
    # A parser reads a bare carriage return as a line feed.
    return Html("<span hidden>" + kept.replace("\r", "&#13;") + "</span>")


def element(tag: str, *children: Html, **attributes: str | None) -> Html:
    """One element. Attribute names have ``_`` for ``-``, and one at their end is dropped; ``None`` is left out."""
    opened = f"<{tag}"
    for name, value in attributes.items():
        if value is not None:
            opened += f'{_attribute(name)}{escape(value)}"'
    return Html(f"{opened}>" if tag in VOID else f"{opened}>{''.join(children)}</{tag}>")


def piece(words: Html, classes: str, at: int, head: tuple[str, str] | None) -> Html:
    """Words of the article with their look, and with the entry and the title of what they are known by.

    As ``element`` makes it, at a third of the time: a page has hundreds. ``classes`` and the entry are our own words.
    """
    if head is None:
        return Html(f'<span class="{classes}" data-o="{at}">{words}</span>')
    entry, title = head[0], head[1] if head[1].isprintable() else quotable(head[1])
    return Html(f'<a class="{classes}" href="#{entry}" title="{escape(title)}" data-o="{at}">{words}</a>')


def spot(name: str) -> Html:
    """A place to go to, by a name of our own."""
    return Html(f'<a id="{name}" class="spot"></a>')


def escape(text: str, *, quote: bool = True) -> str:
    """As ``html.escape``; most of what a page is made of has nothing to escape, which is found out in half the time."""
    return text if SPECIAL.search(text) is None else html.escape(text, quote)


def joined(parts: Iterable[Html], between: str = "") -> Html:
    """The parts in a row, with words of ours between them."""
    return Html(escape(between, quote=False).join(parts))


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web and prints; ``None`` for every other scheme."""
    if url is None or not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


@cache
def _attribute(name: str) -> str:
    return f' {name.rstrip("_").replace("_", "-")}="'


def _character(char: str) -> str:
    shown = printable(char)
    if char in (shown, "\t"):
        return escape(char, quote=False)
    return f'<i class="x" data-x="{escape(shown)}"><b hidden>{NEVER_IN_HTML.get(char, char)}</b></i>'
