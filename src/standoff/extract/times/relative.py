"""Reads what is counted from another day: "two weeks ago", "next month", "the day before", "the third quarter"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from standoff.core.calendar import months_around, weekends_around
from standoff.core.periods import MONTHS, Period, grain_of, period_at, shifted
from standoff.extract.times.aims import Aim, Direction, Vague, fixed, recurring, shift, with_day_part
from standoff.extract.times.durations import read_duration
from standoff.extract.times.explicit import read_date
from standoff.extract.times.phrases import Phrase

STEPS = {"last": -1, "past": -1, "next": 1, "coming": 1}
IN_GRAIN = {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100)}
"""Units that are counted in others: "a decade ago" names a year, not a decade."""
PAST, FUTURE = "PAST_REF", "FUTURE_REF"
QUARTER_NUMBERS = 4
REACH = 6
"""Sentences within which "the quarter" is the one told before."""
DAY_PART_UNITS = frozenset(("second", "minute", "hour"))
NIGHT = "NI"


def read_ago(phrase: Phrase) -> Aim | Vague | None:
    """Such as "two weeks ago", "more than a decade ago", "several years ago"."""
    return _counted(phrase, -1, from_text=False)


def read_later(phrase: Phrase) -> Aim | Vague | None:
    """Such as "two days later", "a year earlier", "a week before", "three weeks from now"."""
    back = phrase.words[-1] in ("earlier", "before")
    return _counted(phrase, -1 if back else 1, from_text=not phrase.has("hence", "from"))


def _counted(phrase: Phrase, sign: int, *, from_text: bool) -> Aim | Vague | None:
    number, end = phrase.number()
    unit = phrase.part(end, len(phrase.words)).value("units", "quarters", "plural_units")
    if number is None or unit is None:
        return Vague("date", PAST if sign < 0 else FUTURE)
    if unit in DAY_PART_UNITS:
        return replace(shift("day", 0, from_text=from_text), type="time", needs="the hour it is counted from")
    grain_name, times = IN_GRAIN.get(unit, (unit, 1))
    grain, count = grain_of(grain_name), number * times
    if grain is None:
        return None
    if count != int(count) and grain == "year":
        grain, count = "month", count * MONTHS["year"]
    return shift(grain, sign * int(count), from_text=from_text)


def read_relative(phrase: Phrase) -> Aim | Vague | None:
    """Such as "last week", "this morning", "the following day", "that year", "next night"."""
    way = phrase.way() or "this"
    if phrase.has("that", "this", "same") and way not in ("that", "same"):
        way = "this" if phrase.has("this") and not phrase.has("past", "last") else way
    if phrase.has("parts", "clocks"):
        return _day_part(phrase, way)
    if phrase.words == ("this", "day"):
        return Vague("date", "PRESENT_REF")
    unit = phrase.value("units", "quarters")
    rolling = "past" in phrase.words and not phrase.has("this") and unit != "weekend"
    if rolling or (unit in ("decade", "century") and way == "last"):
        return read_duration(phrase)
    if unit in DAY_PART_UNITS or unit is None:
        return Vague("date", "PRESENT_REF") if way == "this" else read_duration(phrase)
    grain_name, times = IN_GRAIN.get(unit, (unit, 1)) if unit == "fortnight" else (unit, 1)
    grain = grain_of(grain_name)
    if grain is None:
        return None
    from_text = way in ("that", "same") or (way in ("coming", "next", "past") and _is_from_text(phrase, unit))
    return shift(grain, STEPS.get(way, 0) * times, from_text=from_text)


def _is_from_text(phrase: Phrase, unit: str) -> bool:
    """Whether it follows a day of the story, as "the following week" and "the next day" do and "next week" does not."""
    place = phrase.at("coming", "next", "past") or 0
    return phrase.words[place] in ("following", "previous", "preceding", "ensuing") or (
        unit == "day" and phrase.has("the")
    )


def _day_part(phrase: Phrase, way: str) -> Aim | None:
    part = phrase.value("parts", "clocks")
    from_text = way in ("that", "same", "coming") or (way in ("next", "past") and phrase.has("the"))
    return with_day_part(shift("day", STEPS.get(way, 0), from_text=from_text), f"T{part}")


def read_bare_unit(phrase: Phrase) -> Aim | Vague | None:
    """Such as "the weekend", "the end of the month", "the year", "year-end", "the morning"."""
    if phrase.has("parts"):
        return with_day_part(shift("day", 0), f"T{phrase.value('parts')}")
    unit = phrase.value("units", "quarters")
    grain = grain_of(unit or "")
    if grain is None or unit in ("decade", "century"):
        return None
    if unit == "year" and phrase.has("edges") and not phrase.has("of"):
        return _year_edge(phrase)
    if unit == "weekend":
        return recurring("weekend", "XXXX-WXX-WE", weekends_around, None)
    if unit == "quarter":
        return replace(shift(grain, 0, from_text=True), reach=REACH)
    return shift(grain, 0)


def _year_edge(phrase: Phrase) -> Aim:
    """The last day of the year, "year-end", or its first."""
    month, day = (1, 1) if phrase.value("edges") == "START" else (12, 31)

    def find(anchor: date, _: Direction | None) -> Period:
        return Period("day", date(anchor.year, month, day))

    return Aim("day", f"XXXX-{month:02}-{day:02}", find=find, steps=0)


def read_quarter(phrase: Phrase) -> Aim | None:
    """Such as "the third quarter", "this year's fourth quarter", "the first quarter of 2021"."""
    place = phrase.at("ordinals", "second", "nth")
    number = None if place is None else phrase.ordinal(place)
    if number is None or not 1 <= number <= QUARTER_NUMBERS:
        return None
    month, year = 3 * number - 2, phrase.year()
    if year is not None:
        return fixed(Period("quarter", date(year, month, 1)))
    if phrase.has("units"):
        return _in_year(phrase, Period("quarter", date(2000, month, 1)))
    return recurring("quarter", f"XXXX-Q{number}", lambda day: months_around("quarter", month, day), "nearest")


def read_half(phrase: Phrase) -> Aim | None:
    """Such as "the first half of 2021", "the second half of this year", "the first half"."""
    second = phrase.has("second", "last")
    month, year = 7 if second else 1, phrase.year()
    if year is not None:
        return fixed(Period("half", date(year, month, 1)))
    if phrase.value("units") == "year":
        return _in_year(phrase, Period("half", date(2000, month, 1)))
    aim = read_relative(phrase.part(phrase.at("of") or 0, len(phrase.words)))
    return replace(aim, bound="END" if second else "START") if isinstance(aim, Aim) else None


def _in_year(phrase: Phrase, pattern: Period) -> Aim:
    """The quarter or half of this pattern in the year that the words count to."""
    steps = -1 if phrase.has("ago") or "earlier" in phrase.words else STEPS.get(phrase.way() or "", 0)

    def find(day: date, _: Direction | None) -> Period | None:
        year = shifted(period_at("year", day), steps)
        return None if year is None else Period(pattern.grain, year.first.replace(month=pattern.first.month))

    return Aim(pattern.grain, f"XXXX{pattern.value[4:]}", find=find, steps=steps)


def read_year_ago(phrase: Phrase) -> Aim | None:
    """Such as "the year-ago quarter", "the year-earlier period"."""
    grain = grain_of(phrase.value("units") or "")
    return None if grain is None else shift(grain, -1)


def read_week_of(phrase: Phrase) -> Aim | None:
    """Such as "the week of March 6"."""
    grain = grain_of(phrase.value("units") or "")
    place = phrase.at("of") or 0
    named = phrase.part(place + 1, len(phrase.words))
    if grain not in ("week", "weekend", "month"):
        return None
    inner = read_date(named) if named.has("months") else _day_of_month(named)
    if inner is None:
        return None
    if inner.fixed is not None:
        return fixed(period_at(grain, inner.fixed.first))
    find = inner.find
    assert find is not None, "what is not fixed is found"

    def around(day: date, direction: Direction | None) -> Period | None:
        found = find(day, direction)
        return None if found is None else period_at(grain, found.first)

    return Aim(grain, shift(grain, 0).unknown, find=around)


def _day_of_month(phrase: Phrase) -> Aim | None:
    """Such as "the 10th" of a month that is not named: the nearest in the direction of the clause."""
    place = phrase.at("nth")
    number = None if place is None else phrase.ordinal(place)
    if number is None or not 1 <= number <= 31:
        return None

    def around(day: date) -> list[Period | None]:
        months = [shifted(period_at("month", day), step) for step in (-2, -1, 0, 1, 2)]
        days = [shifted(Period("day", month.first), number - 1) for month in months if month is not None]
        return [found for found in days if found is not None and found.first.day == number]

    return recurring("day", f"XXXX-XX-{number:02}", around, "nearest")


def read_day_but_one(phrase: Phrase) -> Aim | None:
    """Such as "the day before yesterday", "the day after Thanksgiving", "the week before last Tuesday"."""
    grain, step = grain_of(phrase.value("units") or ""), -1 if phrase.has("before") else 1
    inner = read_date(phrase.part(phrase.at("before", "after") or 0, len(phrase.words)))
    if grain is None or inner is None or inner.find is None:
        return None
    find = inner.find

    def around(day: date, direction: Direction | None) -> Period | None:
        found = find(day, direction)
        return None if found is None else shifted(period_at(grain, found.first), step)

    return replace(shift(grain, 0), find=around, steps=None)


def read_next_to(phrase: Phrase) -> Aim | None:
    """Such as "the day before", "the week after": of what the text told last."""
    grain = grain_of(phrase.value("units") or "")
    return None if grain is None else shift(grain, -1 if phrase.has("before") else 1, from_text=True)


def read_night(phrase: Phrase) -> Aim | None:
    """Such as "tonight", "overnight"."""
    steps, part = (phrase.value("nights") or f"0 {NIGHT}").split()
    return with_day_part(shift("day", int(steps)), f"T{part}")


def read_nth_of(phrase: Phrase) -> Aim | None:
    """Such as "the first week of March", "the last day of 2021", "the second month of next year"."""
    unit = grain_of(phrase.value("units") or "")
    place = phrase.at("of") or 0
    number = -1 if phrase.name(1) == "last" else phrase.ordinal(1)
    outer = _outer(phrase.part(place + 1, len(phrase.words)))
    if unit is None or number is None or not isinstance(outer, Aim):
        return None
    if outer.fixed is not None:
        return fixed(_nth_in(outer.fixed, unit, number))
    find = outer.find
    assert find is not None, "what is not fixed is found"

    def inside(day: date, direction: Direction | None) -> Period | None:
        found = find(day, direction)
        return None if found is None else _nth_in(found, unit, number)

    return replace(shift(unit, 0), find=inside, from_text=outer.from_text, steps=None)


def _outer(phrase: Phrase) -> Aim | Vague | None:
    if phrase.has("months"):
        return read_date(phrase)
    year = phrase.year()
    return read_relative(phrase) if year is None else fixed(Period("year", date(year, 1, 1)))


def _nth_in(outer: Period, grain: str, number: int) -> Period | None:
    """The nth period of the grain in the outer one, counted from its first day; the last for -1."""
    inner = grain_of(grain)
    if inner is None:
        return None
    if number < 0:
        until = outer.until
        return None if until is None else period_at(inner, date.fromordinal(until.toordinal() - 1))
    return shifted(period_at(inner, outer.first), number - 1)
