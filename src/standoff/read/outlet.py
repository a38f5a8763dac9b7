"""Who published a text, by its own words: a credit, a dateline, the end of its title, or the address it came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from standoff.core.vocabulary import OutletBasis
from standoff.lexicon.furniture import Furniture, Outlets
from standoff.read.bars import CRUMBS
from standoff.read.dateline import read_dateline
from standoff.read.paragraphs import Paragraph, plain

Outlet = tuple[str, OutletBasis]

# "The Bulletin of the Atomic Scientists Online Edition" has eight words.
LONGEST_NAME = 8
# A credit is a line of its own: the WordPress footer with a long title in it has about 40 words.
LONGEST_CREDIT = 45
# "The Halden Evening Post" at the head of a page; longer lines there are headlines.
LONGEST_MASTHEAD = 5
# How many paragraphs may come before the dateline: the title, a byline, a summary.
DATELINE_WITHIN = 3

YEARS = re.compile(r"^[\s,]*(?:(?:19|20)[0-9]{2}(?:\s?[-–,]\s?(?:19|20)?[0-9]{2,4})?)?[\s,]*(?:by\s)?", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)[0-9]{2}\.?")
CLAUSE_END = re.compile(r"[;:|()!?\n\"“”]|,\s(?:and|which|where|on|in|under|a|the)\b|\.\s|\.$|\s(?:on|in|at)\s[0-9]")
DOMAIN = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}", re.IGNORECASE)
JOINING = frozenset(("of", "the", "and", "&", "for", "de", "la", "le", "du", "del", "in", "on", "al", "y"))
TITLE_PARTS = re.compile(r"\s[|–—-]\s")


def find_outlet(
    paragraphs: Sequence[Paragraph], above: Sequence[str], title: str | None, furniture: Furniture
) -> Outlet | None:
    """The outlet a text names as its own: by credit, then dateline, then masthead.

    ``above`` are the lines around the headline that may hold a masthead: menus, and what follows a byline's name.
    """
    outlets = furniture.outlets
    for paragraph in reversed(paragraphs):
        if name := read_credit(paragraph, outlets):
            return name, "credit"
    for paragraph in paragraphs[:DATELINE_WITHIN]:
        dateline = read_dateline(paragraph.text, outlets)
        if dateline and dateline.outlet:
            return dateline.outlet, "dateline"
    name = next((name for line in above if (name := read_masthead_line(line, furniture))), None)
    name = name or (read_masthead(title, outlets) if title else None)
    return (name, "credit") if name else None


def read_credit(paragraph: Paragraph, outlets: Outlets) -> str | None:
    """The outlet that a line of credit names, as it is written there; ``None`` for any other line."""
    if paragraph.words > LONGEST_CREDIT:
        return None
    text = plain(paragraph.text)
    return _credited(text, outlets) or _holder(text, outlets) or _signed(text, outlets)


def read_masthead(title: str, outlets: Outlets) -> str | None:
    """The last part of a title where its words make it a newspaper, agency or station and not a section."""
    parts = TITLE_PARTS.split(title)
    name = parts[-1].strip()
    words = name.lower().split()
    if len(parts) < 2 or not 2 <= len(words) <= LONGEST_NAME or not outlets.mastheads.intersection(words):
        return None
    return _name(name, outlets)


def read_masthead_line(line: str, furniture: Furniture) -> str | None:
    """The newspaper, agency or station that a line above the article opens with: "Halden Daily > World"."""
    outlets = furniture.outlets
    name = CRUMBS.split(line)[0].strip(" ,")
    if name in outlets.agencies:
        return outlets.agencies[name]
    words = [word.strip(".,'") for word in name.lower().split()]
    telling = outlets.mastheads | {"news"}
    if not 2 <= len(words) <= LONGEST_MASTHEAD or not telling.intersection(words):
        return None
    return _name(name, outlets) if set(words) - telling - furniture.sections else None


def outlet_of_address(url: str | None) -> Outlet | None:
    """The host of an address: what stands where no outlet is named."""
    host = host_of(url)
    return (host, "address") if host else None


def host_of(url: str | None) -> str | None:
    """The host of an address, in lower case, without "www."; ``None`` where there is none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def _credited(text: str, outlets: Outlets) -> str | None:
    """The name after "This story originally appeared in" and its like."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter whose lower case is two characters: places would not agree
        return None
    for before, after in outlets.credits:
        at = lowered.find(before)
        if at < 0 or (at and lowered[at - 1].isalnum()):
            continue
        rest = text[at + len(before) :]
        if name := _name(rest.partition(after)[0] if after else rest, outlets):
            return name
    return None


def _holder(text: str, outlets: Outlets) -> str | None:
    """The name in a copyright line."""
    lowered = text.lower()
    mark = next((mark for mark in outlets.copyright if lowered.startswith(mark)), None)
    if mark is None:
        return None
    rest = text[len(mark) :].lstrip(" ©(c)") if mark == "copyright" else text[len(mark) :]
    year = YEARS.match(rest)
    assert year, "the pattern matches an empty string"
    named = _name(rest[year.end() :], outlets)
    return named if year[0].strip() or mark != "copyright" else None


def _signed(text: str, outlets: Outlets) -> str | None:
    """The listed agency that closes a paragraph in brackets: "(ANI)"."""
    _, opening, name = text.rpartition("(")
    return outlets.agencies.get(name[:-1]) if opening and name.endswith(")") else None


def _name(text: str, outlets: Outlets) -> str | None:
    """The outlet's name a phrase opens with, if it is written as a name."""
    clause = CLAUSE_END.split(text.strip(" '*_"), maxsplit=1)[0] if not DOMAIN.match(text) else text
    words = clause.split()
    if words[:1] == ["the"]:
        words = words[1:]
    if words and DOMAIN.fullmatch(words[0].rstrip(".,")):
        return words[0].rstrip(".,")
    kept: list[str] = []
    for word in words[: LONGEST_NAME + 1]:
        if not (word[0].isupper() or word[0].isdigit() or (kept and word in JOINING)):
            break
        kept.append(word)
    while kept and (kept[-1] in JOINING or kept[-1].strip(".,").lower() in outlets.never or YEAR.fullmatch(kept[-1])):
        kept.pop()
    plain = [word.strip(".,'").lower() for word in kept]
    if not kept or len(kept) > LONGEST_NAME or all(w in outlets.never or w.isdigit() for w in plain):
        return None
    return " ".join(kept).strip(" .,'")
