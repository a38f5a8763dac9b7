"""Datelines: "HALDEN, Dec. 7, 2021 (Reuters) —" at the head of the first paragraph.

Gives the agency, and a date only where the year stands in it.
"""

from __future__ import annotations

import re

import msgspec

from standoff.core.when import When
from standoff.lexicon.furniture import Outlets
from standoff.read.dates import find_dates

# "RIO DE JANEIRO, Brazil, Wednesday, December 7, 2021 (Agence France-Presse) —" has 74 characters.
LONGEST_DATELINE = 100
# "UNITED NATIONS HEADQUARTERS, New York" has five words.
LONGEST_PLACE = 6
# "Deutsche Presse-Agentur", "Radio Free Europe/Radio Liberty".
LONGEST_AGENCY = 5

DASH = re.compile(r"\s(?:--?|–|—)\s|(?<=[)./])\s?(?:--?|–|—)\s?|\s?—\s?|(?<=/)\.?\s|--")
AGENCY = re.compile(r"[(/]([^()/]{2,60}(?:/[^()/]{2,30})?)[)/]\.?$")
DATE_WORD = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,7}\.?"
    r"|[0-9]{1,4}",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_][\w.'’&/-]*")


class Dateline(msgspec.Struct, frozen=True):
    """What a dateline says of agency and day."""

    outlet: str | None
    published: When | None


def read_dateline(text: str, outlets: Outlets) -> Dateline | None:
    """The dateline a paragraph opens with, or ``None``. Without a place in capitals only listed agencies count."""
    head = text[:LONGEST_DATELINE]
    dash = DASH.search(head)
    if not dash:
        return None
    before = head[: dash.start()].strip()
    found = AGENCY.search(before)
    place = before[: found.start()].strip(" ,.") if found else before.strip(" ,.")
    if not _is_place(place) and not (found and not place):
        return None
    agency = _agency(found[1].strip(), place, outlets) if found else None
    dates = [date for date in find_dates(place) if date.when]
    if agency is None and not dates:
        return None
    return Dateline(agency, dates[0].when if dates else None)


def _is_place(text: str) -> bool:
    """Whether the words, dates aside, are a few names: where a report was filed."""
    names = [word for word in re.split(r"[\s,]+", text) if word and not DATE_WORD.fullmatch(word)]
    return 0 < len(names) <= LONGEST_PLACE and all(NAME.fullmatch(word) and word[0].isupper() for word in names)


def _agency(name: str, place: str, outlets: Outlets) -> str | None:
    """The agency in a dateline's brackets, under its full name where it is known by a short one."""
    if name in outlets.agencies:
        return outlets.agencies[name]
    words = name.split()
    city = re.split(r"[\s,]+", place)[0]
    named = 0 < len(words) <= LONGEST_AGENCY and all(NAME.fullmatch(w) and w[0].isupper() for w in words)
    return name if named and city.isupper() and len(city) > 1 else None
