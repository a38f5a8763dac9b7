"""Dates written out in full: a small grammar that fills in nothing.

The usual date parsers complete what a text leaves out from today's date, and choose between day-month and month-day
by a setting. Here a date without its year is no date, and 07/12/2021 is reported as undecided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import msgspec

from standoff.core.when import When

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = re.compile(
    rf"""
    (?<![\w/.-])(?:
        (?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{MONTH}),?\s(?P<year>(?:19|20)[0-9]{{2}})
      | (?P<us_month>{MONTH})\s(?P<us_day>[0-3]?[0-9])(?:st|nd|rd|th)?,?\s(?P<us_year>(?:19|20)[0-9]{{2}})
      | (?P<iso_year>(?:19|20)[0-9]{{2}})(?P<iso_mark>[-/.])(?P<iso_month>[01]?[0-9])
        (?P=iso_mark)(?P<iso_day>[0-3]?[0-9])
      | (?P<one>[0-3]?[0-9])(?P<mark>[-/.])(?P<two>[0-3]?[0-9])(?P=mark)(?P<num_year>(?:19|20)[0-9]{{2}})
      | (?P<only_month>{MONTH}),?\s(?P<only_year>(?:19|20)[0-9]{{2}})
    )(?![0-9])
    """,
    re.VERBOSE | re.IGNORECASE,
)
ISO = re.compile(r"((?:19|20)[0-9]{2}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:[T ].*)?", re.DOTALL)
COMPACT = re.compile(r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?:T?[0-9]{0,6}Z?)?")
EPOCH = re.compile(r"([0-9]{10})(?:[0-9]{3})?")


class DateFound(msgspec.Struct, frozen=True):
    """A date and where it stands; ``when`` is ``None`` where day and month cannot be told apart."""

    start: int
    end: int
    when: When | None


def find_dates(text: str) -> Iterator[DateFound]:
    """The full dates of a text, in order, and its months with a year."""
    for match in DATE.finditer(text):
        found = match.groupdict()
        if found["mark"] and found["mark"] != "." and _is_ambiguous(found):
            yield DateFound(match.start(), match.end(), None)
        elif when := _when(found):
            yield DateFound(match.start(), match.end(), when)


def read_stamp(text: str) -> When | None:
    """The day, month or year a metadata field gives, as it is written there; ``None`` where it cannot be read.

    Reads ISO 8601 and its prefixes, 20211207, seconds since 1970, and any one full date of the grammar. The day is
    the one written, in whatever zone it was written.
    """
    text = text.strip()
    if iso := ISO.fullmatch(text):
        return _parse(iso[1])
    if compact := COMPACT.fullmatch(text):
        return _parse("-".join(compact.groups()))
    if epoch := EPOCH.fullmatch(text):
        return When.day(datetime.fromtimestamp(int(epoch[1]), UTC).date())
    found = {date.when for date in find_dates(text[:100])}
    return found.pop() if len(found) == 1 else None


def _parse(text: str) -> When | None:
    try:
        return When.parse(text)
    except ValueError:
        return None


def _is_ambiguous(found: dict[str, str | None]) -> bool:
    """Whether a numeric date can be read day first and month first, as two different days."""
    one, two = int(found["one"] or 0), int(found["two"] or 0)
    return one != two and 1 <= one <= 12 and 1 <= two <= 12


def _when(found: dict[str, str | None]) -> When | None:
    if found["only_year"]:
        return _parse(f"{found['only_year']}-{_month(found['only_month']):02}")
    if found["num_year"]:
        day, month = int(found["one"] or 0), int(found["two"] or 0)
        day, month = (month, day) if month > 12 else (day, month)
        return _day(found["num_year"], month, str(day))
    if found["iso_year"]:
        return _day(found["iso_year"], int(found["iso_month"] or 0), found["iso_day"])
    name = found["month"] or found["us_month"]
    return _day(found["year"] or found["us_year"], _month(name), found["day"] or found["us_day"])


def _month(name: str | None) -> int:
    assert name, "a date of the grammar that is not numeric has a month's name"
    return MONTHS.index(name[:3].lower()) + 1


def _day(year: str | None, month: int, day: str | None) -> When | None:
    try:
        return When.day(date(int(year or 0), month, int(day or 0)))
    except ValueError:
        return None
