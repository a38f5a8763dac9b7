"""What an expression points at, before it is known from where: a period, or how to find one from a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from standoff.core.calendar import chosen
from standoff.core.periods import UNKNOWN, Period, period_at, shifted
from standoff.core.records import Reckoning
from standoff.core.vocabulary import Grain, TimeModifier, TimeType, Way
from standoff.extract.times.phrases import Phrase

Direction = Literal["past", "future"]
Find = Callable[[date, Direction | None], Period | None]
MODIFIERS: Mapping[str, TimeModifier] = {name: name for name in get_args(TimeModifier)}


@dataclass(frozen=True)
class Aim:
    """A date or a time of day that is told, settled or not."""

    grain: Grain
    unknown: str
    """Its value where nothing settles it."""
    fixed: Period | None = None
    """Where the words give it whole."""
    find: Find | None = None
    """How it is found from the day it is counted from and the direction of the clause."""
    from_text: bool = False
    """Counted from another time of the text ("the day before"), not from the document's date."""
    reach: int | None = None
    """How many sentences back that time comes before the document's date; ``None``: the date will not do at all."""
    through: int | None = None
    """How many further days it takes up: two of "3 to 5 May"."""
    suffix: str = ""
    """The part or the hour of the day, as TIMEX3 writes it."""
    bound: TimeModifier | None = None
    """Where inside the period, by TIMEX3's mod."""
    type: TimeType = "date"
    needs: str | None = None
    """What would settle it, where no day would."""
    in_year: Callable[[int], Period | None] | None = None
    """Which it is in a given year, where only the year is wanting."""
    steps: int | None = None
    """How far on from the day it is counted from, where that can be told in steps; of a day or month, in years."""
    recurs: bool = False
    way: str | None = None
    """The word that tells which of a period that comes again."""


@dataclass(frozen=True)
class Vague:
    """A value that no day settles: a duration, a set, the past at large."""

    type: TimeType
    value: str
    needs: str | None = None


def fixed(period: Period | None) -> Aim | None:
    """An aim that the words give whole; ``None`` where the calendar has no such period."""
    return None if period is None else Aim(period.grain, period.value, fixed=period)


def shift(grain: Grain, steps: int, *, from_text: bool = False) -> Aim:
    """The period of this grain so many steps from the one that holds the day."""

    def find(day: date, _: Direction | None) -> Period | None:
        return shifted(period_at(grain, day), steps)

    return Aim(grain, UNKNOWN[grain], find=find, from_text=from_text, steps=steps)


Around = Callable[[date], list[Period | None]]
"""The occurrences around a day of a period that comes again and again."""


def recurring(grain: Grain, unknown: str, around: Around, way: str | None) -> Aim:
    """One of a period that comes again; which, by the word before it or the direction of the clause."""

    def find(day: date, direction: Direction | None) -> Period | None:
        return chosen(around(day), day, way_of(way, direction))

    return Aim(grain, unknown, find=find, from_text=way in ("that", "same"), recurs=True, way=way)


def reckoning_of(aim: Aim, direction: Callable[[], Direction | None], *, since: bool) -> Reckoning | None:
    """How the aim is counted from the document's date; ``None`` where it is not or that cannot be told in short."""
    if aim.find is None or aim.from_text or aim.needs or aim.through or (aim.steps is None and not aim.recurs):
        return None
    moving_feast = aim.recurs and aim.unknown == UNKNOWN["day"]
    if moving_feast or (since and aim.bound not in (None, "START")):
        return None
    mod: TimeModifier | None = "ON_OR_AFTER" if since else aim.bound
    if aim.recurs:
        return Reckoning(grain=aim.grain, way=way_of(aim.way, direction()), mod=mod)
    return Reckoning(grain=aim.grain, steps=aim.steps, mod=mod)


def way_of(way: str | None, direction: Direction | None) -> Way:
    """Which occurrence is meant: "last" and "next" say it, elsewhere the clause does, and news tell of the past."""
    match way:
        case "last":
            return "last"
        case "past":
            return "last"
        case "next" | "coming":
            return "next"
        case "this":
            return direction or "future"
        case "that" | "same" | "nearest":
            return "nearest"
    return direction or "past"


def with_day_part(aim: Aim | None, suffix: str | None) -> Aim | None:
    """The same in one part of the day or at one hour."""
    return aim if aim is None or not suffix else replace(aim, suffix=suffix, type="time")


def bounded(aim: Aim | Vague, phrase: Phrase) -> Aim | Vague:
    """The same with what its words say of where inside it: "early", "the end of"."""
    if isinstance(aim, Vague) or aim.bound is not None:
        return aim
    bound = MODIFIERS.get(phrase.value("early") or (phrase.value("edges") if phrase.has("of") else None) or "")
    if bound is None or phrase.kind in ("later", "year_ago"):
        return aim
    return replace(aim, bound=bound)
