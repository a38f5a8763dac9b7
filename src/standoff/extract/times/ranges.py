"""Gives the two ends of a stretch the whole of it: "from Monday to Thursday", "2014-2016", "between May and July".

TIMEX3 marks the ends apart, each with its own value, and so do we; the days they take up are those of the stretch.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from standoff.core.records import TimeExpression
from standoff.core.when import When
from standoff.extract.grammar import Grammar

OPENERS = {"to": "from", "until": "from", "till": "from", "through": "from", "and": "between"}
"""What stands before the first end, by what stands between the two."""
HYPHENS = frozenset("-–—‑‐")
DAY, WEEK = timedelta(days=1), timedelta(days=7)
UNKNOWN_YEAR = "XXXX"
DATE = "date"


def stretched(times: Sequence[TimeExpression], grammar: Grammar) -> tuple[TimeExpression, ...]:
    """The times, each two that are the ends of one stretch with the days of the stretch."""
    found = list(times)
    for index in range(1, len(found)):
        one, other = found[index - 1], found[index]
        if one.type == DATE and other.type == DATE and _is_stretch(one, other, grammar):
            found[index - 1], found[index] = _both(_with_year_of(one, other), _after(one, other))
    return tuple(found)


def _is_stretch(one: TimeExpression, other: TimeExpression, grammar: Grammar) -> bool:
    between = grammar.between(one.at.end, other.at.start)
    if len(between) != 1:
        return False
    word = grammar.form(between.start).lower()
    if word in HYPHENS:
        return grammar.text[one.at.end : other.at.start] == word
    first = grammar.between(one.at.start, one.at.end).start
    return first > 0 and grammar.form(first - 1).lower() == OPENERS.get(word)


def _both(one: TimeExpression, other: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    """The two with the days from the first's first to the second's last, where these make a stretch."""
    if one.when is None or other.when is None or one.when.since is None or other.when.until is None:
        return replace(one, reckoning=None), replace(other, reckoning=None)  # each counted alone is not the stretch
    if other.when.until <= one.when.since:
        return one, other
    when = When(one.when.since, other.when.until)
    return replace(one, when=when), replace(other, when=when)


def _with_year_of(one: TimeExpression, other: TimeExpression) -> TimeExpression:
    """A first end without its year in that of the second: "from May 3 to June 5, 2021"."""
    if other.basis != "explicit" or one.basis == "explicit" or one.value.count("-") == 0:
        return one
    value = other.value[: len(UNKNOWN_YEAR)] + one.value[len(UNKNOWN_YEAR) :]
    try:
        when = When.parse(value)
    except ValueError:
        return one
    return replace(one, value=value, when=when, basis="explicit", reckoned_from=None, needs=None)


def _after(one: TimeExpression, other: TimeExpression) -> TimeExpression:
    """The second end a week on, where its weekday was taken for the one before the first: "from Monday to Thursday"."""
    if one.when is None or other.when is None or other.basis == "explicit":
        return other
    start, since, until = one.when.since, other.when.since, other.when.until
    if start is None or since is None or until is None or until - since != DAY or not since < start < since + WEEK:
        return other
    return replace(other, value=(since + WEEK).isoformat(), when=When(since + WEEK, until + WEEK))
