"""Dates, counts and names of kinds in plain English."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from standoff.core.findings import Independent
from standoff.core.vocabulary import Act, Hedge
from standoff.core.when import When

ACT_NOUNS: dict[Act, tuple[str, str]] = {
    "demands": ("demand", "demands"),
    "threatens": ("threat", "threats"),
    "warns": ("warning", "warnings"),
    "promises": ("promise", "promises"),
    "denies": ("denial", "denials"),
    "rejects": ("rejection", "rejections"),
    "accuses": ("accusation", "accusations"),
    "proposes": ("proposal", "proposals"),
    "reaffirms": ("reaffirmation", "reaffirmations"),
    "asks": ("question", "questions"),
    "declines": ("refusal to comment", "refusals to comment"),
    "asserts": ("assertion", "assertions"),
}


MOST_DECIMALS = 6
"""Digits behind the point that a report may give; more come from reckoning."""

ENGLISH_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""By number; the standard library's names follow the machine's language."""


def counted(number: int, one: str, many: str | None = None) -> str:
    """``1 document``, ``2 documents``, ``1,204 documents``; ``many`` where an s is not enough."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def accounts_name(independent: Independent) -> str:
    """``1 independent account``, ``2 to 4 independent accounts``."""
    if independent.lower == independent.upper:
        return counted(independent.upper, "independent account")
    return f"{independent.lower:,} to {counted(independent.upper, 'independent account')}"


def listed(items: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def day_name(day: date) -> str:
    """``7 Dec 2021``, in English whatever the machine's language."""
    return f"{day.day} {ENGLISH_MONTHS[day.month]} {day.year}"


def when_name(when: When | None) -> str:
    """An interval as narrow as it is: a day, a month, a year, or from and to; ``undated`` where nothing says."""
    if when is None or (when.since is None and when.until is None):
        return "undated"
    if when.since is None or when.until is None:
        return _open_name(when)
    last = when.until - timedelta(days=1)
    if when.since == last:
        return day_name(last)
    if (when.since.month, when.since.day, last.month, last.day) == (1, 1, 12, 31) and when.since.year == last.year:
        return str(last.year)
    if when.since.day == when.until.day == 1 and (when.since.year, when.since.month) == (last.year, last.month):
        return f"{ENGLISH_MONTHS[last.month]} {last.year}"
    return f"{_first_name(when.since, last)} to {day_name(last)}"


def _first_name(first: date, last: date) -> str:
    """The first of two days, without what the last one says for both: ``5`` to 7 Mar 2041, ``28 Feb`` to 2 Mar 2041."""
    if first.year != last.year:
        return day_name(first)
    return str(first.day) if first.month == last.month else f"{first.day} {ENGLISH_MONTHS[first.month]}"


def _open_name(when: When) -> str:
    if when.since is not None:
        return f"from {day_name(when.since)} on"
    assert when.until is not None, "the caller has excluded an interval open at both ends"
    return f"until {day_name(when.until - timedelta(days=1))}"


def number_name(number: float) -> str:
    """``94,000``, ``1.5``; no more digits than a report gives, and of what was reckoned (a third) three decimals."""
    name = f"{number:,.15g}"
    return name if len(name.partition(".")[2]) <= MOST_DECIMALS else f"{round(number, 3):,.15g}"


def duration_name(seconds: float) -> str:
    """``2 h 1 min``, ``45 min``, ``3 days``; seconds where that is not whole minutes."""
    minutes, rest = divmod(seconds, 60)
    if rest or not minutes:
        return f"{number_name(seconds)} s"
    hours, minutes = divmod(int(minutes), 60)
    days, left = divmod(hours, 24)
    if days and not left and not minutes:
        return counted(days, "day")
    return " ".join(part for part in (f"{hours:,} h" if hours else "", f"{minutes} min" if minutes else "") if part)


def amount_name(low: float | None, high: float | None, hedge: Hedge | None, unit: str | None = None) -> str:
    """``about 94,000``, ``more than 200``, ``94,000 to 175,000``; ``no number`` where both ends are open.

    With the unit "second" as a duration.
    """
    name = duration_name if unit == "second" else number_name
    ends = [name(end) for end in (low, high) if end is not None]
    if not ends:
        return "no number"
    if low == high or len(ends) == 1:
        bound = "" if low == high else "at most" if low is None else "at least"
        words = bound if hedge in (None, "vague") else hedge
        amount = f"{words} {ends[0]}".strip()
    else:
        amount = f"{'' if hedge in (None, 'vague') else f'{hedge} '}{ends[0]} to {ends[1]}"
    return f"{amount} (vague)" if hedge == "vague" else amount
