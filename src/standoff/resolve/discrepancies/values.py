"""What a figure allows: two numbers differ when no value fits both."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor, inf
from typing import NamedTuple

from standoff.core.records import Figure
from standoff.core.vocabulary import Hedge

LOOSE: Mapping[Hedge | None, tuple[float, float]] = {
    "about": (0.9, 1.1),
    "nearly": (0.9, 1.0),
    "more than": (1.0, inf),
    "at least": (1.0, inf),
    "less than": (0.0, 1.0),
    "at most": (0.0, 1.0),
    "up to": (0.0, 1.0),
    "as many as": (0.0, 1.0),
}
"""By hedge, the least and the most that is still so, as shares of the number: what is "about" 100,000 is 94,000 too."""
LEAST_ROUND = 3
"""A number of this many figures before its zeros is as exact as it looks."""
MOST_SLACK = 0.05
"""The most that a round number without a hedge leaves open, as a share of it."""
SECONDS = ((86400.0, "day"), (3600.0, "hour"), (60.0, "minute"))
ROUND = 0.1
"""A tenth more or less is how a number is rounded in a retelling. By judgement."""


class Allowed(NamedTuple):
    """The values that a figure leaves open."""

    least: float
    most: float
    told: float
    """The number itself; the middle of a range."""


def allowed(figure: Figure) -> Allowed | None:
    """The values that fit; ``None`` where no number is told."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return None
    if low is not None and high is not None and low != high:
        return Allowed(low, high, (low + high) / 2)
    number = high if low is None else low
    assert number is not None, "one end is told"
    if number <= 0:
        return None
    if figure.hedge == "vague":
        return Allowed(number if low is not None else 0.0, inf if high is None else high, number)
    under, over = LOOSE.get(figure.hedge, (1.0, 1.0))
    slack = _slack(number)
    least = 0.0 if low is None else number * under - (slack if under == 1.0 == over else 0.0)
    most = inf if high is None else number * over + (slack if under == 1.0 == over else 0.0)
    return Allowed(least, most, number)


def _slack(number: float) -> float:
    """Half of the last place that a round number tells: 70,000 is anything from 66,500 to 73,500."""
    text = f"{number:.6g}" if number != int(number) else str(int(number))
    zeros = len(text) - len(text.rstrip("0")) if "." not in text else 0
    figures = len(text) - zeros
    return 0.0 if figures >= LEAST_ROUND or not zeros else min(10.0**zeros / 2, number * MOST_SLACK)


def differ(one: Allowed, other: Allowed) -> bool:
    """Whether no value fits both."""
    return one.most < other.least or other.most < one.least


def is_ceiling(one: Figure, other: Figure) -> bool:
    """Whether one gives as the most what the other gives as the number."""
    capped = [each.hedge in MOST for each in (one, other)]
    return capped[0] != capped[1] and one.high is not None and one.high == other.high


MOST: frozenset[Hedge | None] = frozenset(("up to", "as many as"))


def distance(one: Allowed, other: Allowed) -> float:
    """How far apart two numbers are, as a share of the greater."""
    return abs(one.told - other.told) / max(one.told, other.told)


def number_words(figure: Figure) -> str:
    """The number with its hedge, as a sentence tells it; lengths of time in the greatest unit that suits."""
    low, high = figure.low, figure.high
    hedge = f"{figure.hedge} " if figure.hedge not in (None, "vague") else ""
    if low is not None and high is not None and low != high:
        return f"{plain(low, figure.unit)} to {plain(high, figure.unit)}"
    number = high if low is None else low
    return f"{hedge}{plain(number, figure.unit)}" if number is not None else "no number"


def plain(number: float, unit: str | None) -> str:
    """A number in digits with its unit, where that is one of time or measure."""
    if unit == "second":
        for seconds, name in SECONDS:
            if number >= seconds and number % (seconds / 2) == 0:
                return f"{number / seconds:g} {name}{'' if number == seconds else 's'}"
        return f"{number / 60:g} minutes" if number >= SECONDS[-1][0] else f"{number:g} seconds"
    digits = f"{int(number):,}" if number == floor(number) else f"{number:g}"
    return f"{digits} {unit}" if unit in MEASURED else digits


MEASURED = frozenset(("percent", "kilometre", "metre", "mile", "tonne", "USD", "EUR", "GBP"))
