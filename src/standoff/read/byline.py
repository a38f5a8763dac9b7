"""Bylines: the lines that say who wrote a text and when, before its first paragraph.

A line is a byline when little is left of it once a name after "By", dates, times and their labels are taken away. A
sentence that mentions a date keeps far more words than that.
"""

from __future__ import annotations

import re

import msgspec

from standoff.core.when import When
from standoff.lexicon.furniture import BylineWords
from standoff.read.dates import DateFound, find_dates
from standoff.read.paragraphs import Paragraph, plain

# "By Jane Doe, Halden Herald | Dec. 7, 2021 | Updated 10:32 a.m. GMT, Dec. 8, 2021 | 5 min read" has 18 words.
LONGEST_BYLINE = 25
# What may be left: the name of an outlet or of the place. Sentences with a date and a time keep five words and more.
LONGEST_REST = 3
# "By Jane Doe, Senior Diplomatic Correspondent, and John Roe in Halden" has 10.
LONGEST_NAMES = 12

BY = re.compile(
    r"(?:^|(?<=[\s|•·–—-]))(?:(?:written |reported |posted )?by:?|authors?:) (?P<names>[^|•·]+)", re.IGNORECASE
)
FIELDS = re.compile(r"\s[|•·]\s")
PLACE = re.compile(r"\s(?:in|at|for)\s")
NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*,?")
JOINING = frozenset(("and", "&", "in", "at", "for", "with", "of", "the", "de", "van", "von", "der", "al", "bin", "la"))
MARKS = re.compile(r"[|•·–—,/()\[\]-]+")
TIME = re.compile(
    r"\b[0-2]?[0-9][:.h][0-5][0-9](?::[0-5][0-9])?(?:\s?[ap]\.?m\b\.?)?|\b[0-1]?[0-9]\s?[ap]\.?m\b\.?"
    r"|\b(?:GMT|UTC|[PECMB]?[SD]T|EET|EEST|CET|CEST|ET|PT|MSK|IST)\b(?:\s?[+-][0-9]{1,2}(?::?[0-9]{2})?)?",
    re.IGNORECASE,
)
AGE = re.compile(
    r"\b(?:[0-9]{1,3}|an?)[ -](?:sec|second|min|minute|hour|day|week|month|year)s?[ -](?:ago|read)\b", re.IGNORECASE
)
WEEKDAY = re.compile(r"\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?", re.IGNORECASE)


class Byline(msgspec.Struct, frozen=True):
    """What one line says of author and date."""

    author: str | None = None
    affiliation: str | None = None
    """What stands after the name: an outlet ("By Jane Doe, Halden Herald") or an office."""
    published: When | None = None
    labelled: bool = False
    """Whether it says that this is when the text was published."""
    updated: When | None = None
    undecided: str | None = None
    """A date that can be read in two ways, as it is written."""


def read_byline(paragraph: Paragraph, words: BylineWords) -> Byline | None:
    """The byline a paragraph is, or ``None``."""
    return read_byline_text(plain(paragraph.text), words) if paragraph.words <= LONGEST_BYLINE else None


def read_byline_text(text: str, words: BylineWords) -> Byline | None:
    """The byline that a short line is, as a whole or field by field: "3 May 2031 | Mira Oster | World"."""
    whole = _read(text, words)
    fields = FIELDS.split(text)
    if whole or len(fields) < 2:
        return whole
    read = [_read(field, words) for field in fields]
    found = [byline for byline in read if byline]
    dated = read[0] is not None and read[0].published is not None
    if not dated and 2 * len(found) < len(fields):
        return None
    return Byline(
        author=next((byline.author for byline in found if byline.author), None),
        affiliation=next((byline.affiliation for byline in found if byline.affiliation), None),
        published=next((byline.published for byline in found if byline.published), None),
        labelled=any(byline.labelled for byline in found),
        updated=next((byline.updated for byline in found if byline.updated), None),
        undecided=next((byline.undecided for byline in found if byline.undecided), None),
    )


def _read(text: str, words: BylineWords) -> Byline | None:
    """The byline of one field. A date alone in brackets is the day of an occasion, not of the text."""
    dates = list(find_dates(text))
    names = _names(text, dates)
    timed = AGE.search(text) or TIME.search(text)
    if not (dates or names or timed) or len(_rest(text, dates, names, words)) > LONGEST_REST:
        return None
    occasion = text.startswith("(") and text.endswith(")")
    return _dated(text, [] if occasion else dates, words, names)


def _names(text: str, dates: list[DateFound]) -> tuple[str, int, int] | None:
    """The names after "By", with their place, if all that follows is written as names are."""
    found = BY.search(text)
    if not found:
        return None
    start = found.start("names")
    end = min([date.start for date in dates if date.start > start] + [found.end("names")])
    named = re.split(r"\s[–—-]\s|\b(?:published|updated|posted)\b", text[start:end], maxsplit=1, flags=re.IGNORECASE)[0]
    names = TIME.sub("", WEEKDAY.sub("", named)).strip(" ,.-–—")
    tokens = names.split()
    fits = tokens and len(tokens) <= LONGEST_NAMES and all(map(_is_name_word, tokens)) and tokens[0][0].isupper()
    return (names, found.start(), start + len(named)) if fits else None


def _is_name_word(token: str) -> bool:
    return token.lower() in JOINING or (NAME_WORD.fullmatch(token) is not None and token[0].isupper())


def _rest(text: str, dates: list[DateFound], names: tuple[str, int, int] | None, words: BylineWords) -> list[str]:
    """The words that neither dates nor names nor labels account for."""
    taken = sorted([(date.start, date.end) for date in dates] + ([names[1:]] if names else []))
    kept, at = [], 0
    for start, end in taken:
        kept.append(text[at:start])
        at = max(at, end)
    rest = " | ".join([*kept, text[at:]])
    for pattern in (AGE, TIME, WEEKDAY, MARKS):
        rest = pattern.sub(" ", rest)
    labels = {word for label in (*words.published, *words.updated) for word in label.split()} | words.fillers
    return [word for word in rest.split() if word.lower().strip(":.*") not in labels and word.strip(":.*")]


def _dated(text: str, dates: list[DateFound], words: BylineWords, names: tuple[str, int, int] | None) -> Byline:
    author, _, affiliation = names[0].partition(",") if names else ("", "", "")
    published = updated = None
    labelled = False
    for found in dates:
        label = _label(text[: found.start], words)
        if label == "updated":
            updated = updated or found.when
        elif published is None or (label == "published" and not labelled):
            published, labelled = found.when, label == "published"
    undecided = next((text[d.start : d.end] for d in dates if d.when is None), None)
    return Byline(
        author=PLACE.split(author)[0].strip() or None,
        affiliation=affiliation.strip() or None,
        published=published,
        labelled=labelled,
        updated=updated,
        undecided=undecided,
    )


def _label(before: str, words: BylineWords) -> str | None:
    """Whether the words just before a date say that the text was published or updated then."""
    bare = TIME.sub(" ", WEEKDAY.sub(" ", MARKS.sub(" ", before.lower()))).replace(":", " ").split()
    while bare and bare[-1] in words.fillers:
        bare.pop()
    tail = " ".join(bare[-2:]), bare[-1] if bare else ""
    if any(piece in words.updated for piece in tail):
        return "updated"
    return "published" if any(piece in words.published for piece in tail) else None
