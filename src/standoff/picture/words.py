"""Words of articles as a picture shows them: on one line, inert, as long as there is room for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from textwrap import wrap
from unicodedata import east_asian_width

ELLIPSIS = "…"
WHOLE = 300
"""Characters of a label that a tooltip shows; a sentence of a report is rarely longer."""

WIDTH = 5.8
"""Pixels that a letter takes on average at a size of 11. Measured: in sentences 5.0 (Noto Sans, Liberation Sans) to
5.4 (DejaVu Sans, the widest that browsers fall back on), in names with their capitals 5.7 to 6.0. It errs on the side
that keeps labels apart."""
WIDE = 11.5
"""The same for a character that East Asian typography calls wide: about the size itself."""
JOINERS = "\u200c\u200d"
"""Invisible, but Persian and the scripts of India are spelled with them."""

LINE = 58
"""Letters of a line of remarks: some 330 pixels. A longer one would make a narrow picture narrower still."""
ADDRESS = re.compile(r"(?:https://|#|/(?!/))[A-Za-z0-9!#$%&()*+,./:;=?@_~-]*")
"""An address that stays here or is https: no other scheme, no other host without one, nothing that needs quoting."""


def clean(text: str) -> str:
    """The text on one line, without controls, marks of direction and what else does not print.

    A chart's text is a data value, so markup in it is inert; what would still act is a line break, an override of
    the reading direction, and half a surrogate pair, which no JSON holds.
    """
    if text.isprintable():
        return " ".join(text.split())
    shown = (char if char.isprintable() or char in JOINERS else " " if char.isspace() else "" for char in text)
    return " ".join("".join(shown).split())


def width_of(text: str) -> float:
    """About how many pixels the text takes at a size of 11."""
    if text.isascii():
        return WIDTH * len(text)
    return sum(WIDE if east_asian_width(char) in "WF" else WIDTH for char in text)


def clamp(text: str, room: float) -> str:
    """The clean text, cut to about so many pixels, with an ellipsis where it is cut."""
    short = clean(text[: int(room * 2) + 1])  # no letter is narrower than half a pixel
    if width_of(short) <= room:
        return short
    kept = int(room / WIDTH) - 1  # the ellipsis is as wide as a letter
    if not short.isascii():
        ends = accumulate((width_of(char) for char in short), initial=WIDTH)
        kept = sum(end <= room for end in ends) - 1
    return short[: max(kept, 0)].rstrip(" ,;:–-") + ELLIPSIS


def whole(text: str) -> str:
    """The clean text for a tooltip, up to some hundred characters."""
    short = clean(text[: WHOLE * 4])
    return short if len(short) <= WHOLE else short[: WHOLE - 1].rstrip() + ELLIPSIS


def safe_href(href: str | None) -> str | None:
    """The address if it stays here or is https; another (``javascript:``, ``//host``) is dropped."""
    return href if href is not None and ADDRESS.fullmatch(href) else None


def count(number: int, one: str, more: str | None = None) -> str:
    """As in "1 report", "2 reports", "1,200 reports"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def between(lower: int, upper: int) -> str:
    """A count that is known within bounds: "3", "2 to 3"."""
    return f"{lower:,}" if lower >= upper else f"{lower:,} to {upper:,}"


def lines_below(texts: Sequence[str], y: float) -> list[dict[str, str | float]]:
    """Remarks below a picture, as rows of its layer of notes: broken so that a telephone shows them whole."""
    lines = [line for text in texts for line in wrap(text, LINE)]
    return [{"text": line, "y": y + 14 * (at + 1)} for at, line in enumerate(lines)]


def accounts_in_words(lower: int, upper: int) -> str:
    """As in "1 independent account", "2 to 3 independent accounts"."""
    return between(lower, upper) + (" independent account" if upper == 1 else " independent accounts")


def listed(parts: Sequence[str]) -> str:
    """As in "a", "a and b", "a, b and c"."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
