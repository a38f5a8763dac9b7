"""The small picture of competing numbers in a row of a list: where each value stands between the lowest and highest."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

import msgspec

from standoff.core.vocabulary import Hedge
from standoff.store.asking.listed import ActorName
from standoff.store.asking.measures import ClaimTold, ListedMeasure

WIDTH, HEIGHT, EDGE = 220, 22, 22
"""Pixels; the edge holds the arrow of an end that is open."""
WIDE = 100
"""Values that differ so many times are spread by their logarithm, or all but one would lie on each other."""
LARGEST_MARK, SMALLEST_MARK = 5.5, 3.0


class SpreadMark(msgspec.Struct, frozen=True, kw_only=True):
    """One value: from ``x1`` to ``x2``, a point where they are equal."""

    x1: float
    x2: float
    size: float
    is_open_below: bool
    is_open_above: bool


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One value with all who claim it."""

    low: float | None
    high: float | None
    hedge: Hedge | None
    claimants: tuple[ActorName, ...]
    by_reporters: bool
    """Whether reports give it in their own voice."""
    accounts: int
    """Independent ones, of the claim that most tell."""


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """The values of a measure, and where they stand."""

    values: tuple[Value, ...]
    """In order of size."""
    marks: tuple[SpreadMark, ...]
    is_log: bool


def spread_of(measure: ListedMeasure) -> Spread:
    """The values that are claimed, the smallest first."""
    values = _values(measure.claimed)
    ends = [end for value in values for end in (value.low, value.high) if end is not None]
    low, high = (min(ends), max(ends)) if ends else (0.0, 0.0)
    is_log = low > 0 and high / low >= WIDE
    marks = [_mark(value, low, high, is_log) for value in values if (value.low, value.high) != (None, None)]
    return Spread(values=values, marks=tuple(marks), is_log=is_log)


def _values(claims: Sequence[ClaimTold]) -> tuple[Value, ...]:
    """Claims of one value together."""
    found: dict[tuple[float | None, float | None, Hedge | None], list[ClaimTold]] = {}
    for claim in claims:
        found.setdefault((claim.low, claim.high, claim.hedge), []).append(claim)
    values = [
        Value(
            low=low,
            high=high,
            hedge=hedge,
            claimants=tuple({one.claimant.name: one.claimant for one in of_value if one.claimant}.values()),
            by_reporters=any(one.claimant is None for one in of_value),
            accounts=max(one.independent.upper for one in of_value),
        )
        for (low, high, hedge), of_value in found.items()
    ]
    return tuple(sorted(values, key=lambda value: (_middle(value), value.hedge or "")))


def _middle(value: Value) -> float:
    ends = [end for end in (value.low, value.high) if end is not None]
    return sum(ends) / len(ends) if ends else float("inf")


def _mark(value: Value, low: float, high: float, is_log: bool) -> SpreadMark:
    ends = [end for end in (value.low, value.high) if end is not None]
    places = [_place(end, low, high, is_log) for end in ends]
    return SpreadMark(
        x1=round(min(places), 1),
        x2=round(max(places), 1),
        size=min(LARGEST_MARK, SMALLEST_MARK + value.accounts / 2),
        is_open_below=value.low is None,
        is_open_above=value.high is None,
    )


def _place(end: float, low: float, high: float, is_log: bool) -> float:
    """Pixels from the left."""
    if high == low:
        return WIDTH / 2
    share = log10(end / low) / log10(high / low) if is_log else (end - low) / (high - low)
    return EDGE + share * (WIDTH - 2 * EDGE)
