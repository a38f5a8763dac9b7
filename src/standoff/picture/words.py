"""Words of articles as a picture shows them: on one line, inert, as long as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width

ELLIPSIS = "…"
WHOLE = 300
"""Characters of a label that a tooltip shows; a sentence of a report is rarely longer."""

WIDTH = 6.2
"""Pixels that a letter takes on average at a size of 11, measured on English sentences in DejaVu Sans, which is wider
than what browsers take: an estimate that errs so keeps labels apart."""
WIDE = 11.5
"""The same for a character that East Asian typography calls wide: about the size itself."""
JOINERS = "\u200c\u200d"
"""Invisible, but Persian and the scripts of India are spelled with them."""


def clean(text: str) -> str:
    """The text on one line, without controls, marks of direction and what else does not print.

    A chart's text is a data value, so markup in it is inert; what would still act is a line break, an override of
    the reading direction, and half a surrogate pair, which no JSON holds.
    """
    shown = (char if char.isprintable() or char in JOINERS else " " if char.isspace() else "" for char in text)
    return " ".join("".join(shown).split())


def width_of(text: str) -> float:
    """About how many pixels the text takes at a size of 11."""
    return sum(WIDE if east_asian_width(char) in "WF" else WIDTH for char in text)


def clamp(text: str, room: float) -> str:
    """The clean text, cut to about so many pixels, with an ellipsis where it is cut."""
    short = clean(text[: int(room * 2) + 1])  # no letter is narrower than half a pixel
    if width_of(short) <= room:
        return short
    taken, kept = WIDTH, 0
    for char in short:
        taken += WIDE if east_asian_width(char) in "WF" else WIDTH
        if taken > room:
            break
        kept += 1
    return short[:kept].rstrip(" ,;:–-") + ELLIPSIS


def whole(text: str) -> str:
    """The clean text for a tooltip, up to some hundred characters."""
    short = clean(text[: WHOLE * 4])
    return short if len(short) <= WHOLE else short[: WHOLE - 1].rstrip() + ELLIPSIS


def safe_href(href: str | None) -> str | None:
    """The address if it stays here or is https; another (``javascript:``, ``//host``) is dropped."""
    if href is None or href != clean(href) or href.startswith(("//", "/\\")):
        return None
    return href if href.startswith(("/", "#", "https://")) else None


def count(number: int, one: str, more: str | None = None) -> str:
    """"1 report", "2 reports", "1,200 reports"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def between(lower: int, upper: int) -> str:
    """A count that is known within bounds: "3", "2 to 3"."""
    return f"{lower:,}" if lower >= upper else f"{lower:,} to {upper:,}"


def accounts_in_words(lower: int, upper: int) -> str:
    """"1 independent account", "2 to 3 independent accounts"."""
    return between(lower, upper) + (" independent account" if upper == 1 else " independent accounts")


def listed(parts: Sequence[str]) -> str:
    """"a", "a and b", "a, b and c"."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
