"""Reads dates that name their day, month, year, decade: in figures and in words, whole or without the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from standoff.core.calendar import day_of, days_around, months_around, season_first, weekdays_around
from standoff.core.periods import Period, period_at, shifted
from standoff.extract.times.aims import Aim, fixed, recurring, shift, with_day_part
from standoff.extract.times.feasts import feast_day, feasts_around
from standoff.extract.times.phrases import Phrase
from standoff.extract.times.tokens import feast_at

MONTHS = ("months",)
MONTH_OR_DAY = "which of its numbers is the month"
CENTURY_OF_TWO_DIGITS = 70  # 98 is 1998 and 69 is 2069, as POSIX has it
A_YEAR = 12
NEAR = 45
"""Days around the document's date within which one reading of 07/12/2021 is the one meant, if the other is beyond."""
NUMBERS = ("to12", "to24", "to31")
DAYNOS = (*NUMBERS, "nth", "ordinals", "second", "tens")


def read_iso(phrase: Phrase) -> Aim | None:
    """2021-12-07 and 2021/12/07."""
    year, month, day = (int(word) for word in phrase.words if word.isdecimal())
    return fixed(day_of(year, month, day))


def read_numeric(phrase: Phrase, *, day_first: bool | None) -> Aim | None:
    """13/12/2021 and 07/12/2021; the latter stays open unless another date of the text tells the order."""
    words = phrase.words[0].split(".") if len(phrase.words) == 1 else [w for w in phrase.words if w.isdecimal()]
    one, two, year = (int(word) for word in words)
    if year < 100:
        year += 1900 if year >= CENTURY_OF_TWO_DIGITS else 2000
    if len(phrase.words) == 1:
        day_first = True
    either = 1 <= one <= A_YEAR and 1 <= two <= A_YEAR and one != two
    if either and day_first is None:
        both = day_of(year, two, one), day_of(year, one, two)
        return Aim("day", f"{year:04}-XX-XX", find=lambda day, _: _only_near(both, day), needs=MONTH_OR_DAY)
    day, month = (one, two) if two <= A_YEAR and (one > A_YEAR or not either or day_first) else (two, one)
    return fixed(day_of(year, month, day)) if 1 <= month <= A_YEAR else None


def _only_near(both: tuple[Period | None, Period | None], day: date) -> Period | None:
    """The one of two readings that is near the document's date, if the other is far."""
    near = [period for period in both if period is not None and abs((period.first - day).days) <= NEAR]
    return near[0] if len(near) == 1 else None


def tells_order(phrase: Phrase) -> bool | None:
    """Whether a numeric date can only be read day first, or only month first; ``None`` where it can be both."""
    numbers = [int(word) for word in phrase.words if word.isdecimal()][:2]
    if len(numbers) < 2 or max(numbers) <= A_YEAR or min(numbers) > A_YEAR:
        return None
    return numbers[0] > A_YEAR


def read_date(phrase: Phrase) -> Aim | None:
    """A day or a month by its name: "Tuesday, December 7, 2021", "May last year", "last Friday night", "Christmas"."""
    part = phrase.value("parts", "clocks")
    if phrase.has("months"):
        return with_day_part(_read_month(phrase), _suffix(phrase, part))
    if phrase.has("days"):
        return with_day_part(shift("day", int(phrase.value("days") or 0)), _suffix(phrase, part))
    if phrase.has("feast"):
        return _read_feast(phrase)
    weekday = int(phrase.value("weekdays", "short_weekdays") or 1)
    way = "nearest" if phrase.value("early") in ("BEFORE", "AFTER") else phrase.way()
    aim = recurring("day", f"XXXX-WXX-{weekday}", lambda day: weekdays_around(weekday, day), way)
    return with_day_part(aim, _suffix(phrase, part))


def _suffix(phrase: Phrase, part: str | None) -> str | None:
    if part is None:
        return None
    return f"T{part}"


def _read_month(phrase: Phrase) -> Aim | None:
    month = int(phrase.value("months") or 1)
    days = _day_numbers(phrase)
    year = phrase.year()
    if year is None and phrase.has("units"):
        return _in_shifted_year(phrase, month, days)
    if days:
        aim = _read_day(year, month, days[0], phrase.way())
        return replace(aim, through=days[1] - days[0]) if aim and len(days) > 1 and days[1] > days[0] else aim
    if year is not None:
        return fixed(Period("month", date(year, month, 1)))
    if phrase.way() == "this":
        return _in_shifted_year(phrase, month, days)
    aim = recurring("month", f"XXXX-{month:02}", lambda day: months_around("month", month, day), phrase.way())
    return aim if phrase.way() else replace(aim, in_year=lambda year: Period("month", date(year, month, 1)))


def _day_numbers(phrase: Phrase) -> list[int]:
    """The days beside the month: one, or the first and the last of some."""
    found: list[int] = []
    skip = False
    for place in range(len(phrase.words)):
        if skip or phrase.name(place) not in DAYNOS:
            skip = False
            continue
        number = phrase.ordinal(place)
        if number is not None and 1 <= number <= 31:
            found.append(number)
        skip = phrase.name(place) == "tens"
        if phrase.name(place) == "tens" and phrase.name(place + 1) == "hyphen":
            break
    return found[:2]


def _read_day(year: int | None, month: int, number: int, way: str | None) -> Aim | None:
    if year is not None:
        return fixed(day_of(year, month, number))
    if day_of(2000, month, number) is None:
        return None
    aim = recurring("day", f"XXXX-{month:02}-{number:02}", lambda day: days_around(month, number, day), way)
    return aim if way else replace(aim, in_year=lambda year: day_of(year, month, number))


def _in_shifted_year(phrase: Phrase, month: int, days: list[int]) -> Aim:
    """Such as "January this year", "May 3 of last year": counted from the year of the document."""
    steps = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(phrase.way() or "", 0)

    def find(day: date, _: object) -> Period | None:
        year = shifted(period_at("year", day), steps)
        if year is None:
            return None
        return day_of(year.first.year, month, days[0]) if days else Period("month", year.first.replace(month=month))

    unknown = f"XXXX-{month:02}" + (f"-{days[0]:02}" if days else "")
    return Aim("day" if days else "month", unknown, find=find, steps=steps)


def _read_feast(phrase: Phrase) -> Aim | None:
    place = phrase.at("feast") or 0
    length = feast_at(phrase.lexicon, phrase.words, place)
    rule = phrase.lexicon.feasts[phrase.words[place : place + length]]
    year = phrase.year()
    if year is not None:
        return fixed(feast_day(rule, year))
    unknown = f"XXXX-{rule}" if "-" in rule and " " not in rule else "XXXX-XX-XX"
    return recurring("day", unknown, lambda day: feasts_around(rule, day), phrase.way())


def read_season(phrase: Phrase) -> Aim | None:
    """Such as "the summer of 2014", "last fall", "this past spring"."""
    name = phrase.value("seasons", "doubtful_seasons") or "SU"
    month, year = season_first(name), phrase.year()
    if year is not None:
        return fixed(Period("season", date(year, month, 1)))
    way = phrase.way()
    if phrase.has("units"):
        return _in_shifted_season(phrase, month)
    if way == "this" and phrase.has("past", "last"):
        way = "last"
    if way == "this":
        way = None

        def of_year(day: date, _: object) -> Period:
            return Period("season", date(day.year, month, 1))

        return Aim("season", f"XXXX-{name}", find=of_year, steps=0)
    return recurring("season", f"XXXX-{name}", lambda day: months_around("season", month, day), way)


def _in_shifted_season(phrase: Phrase, month: int) -> Aim:
    steps = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(phrase.way() or "", 0)

    def find(day: date, _: object) -> Period | None:
        year = shifted(period_at("year", day), steps)
        return None if year is None else Period("season", year.first.replace(month=month))

    return Aim("season", "XXXX-XX", find=find)


def read_year(phrase: Phrase) -> Aim | None:
    """1998, "fiscal 1998", "the end of 1998", "nineteen ninety-eight"."""
    year = phrase.year()
    return None if year is None else fixed(Period("year", date(year, 1, 1)))


def read_decade(phrase: Phrase) -> Aim | None:
    """Such as "the 1990s", "the late '80s", "the nineties": without its century, the last one that has begun."""
    place = phrase.at("plural_year")
    if place is None:
        return _decade_of(int(phrase.value("decades") or 9))
    digits = phrase.words[place].rstrip("s")
    return fixed(Period("decade", date(int(digits), 1, 1))) if len(digits) == 4 else _decade_of(int(digits) // 10)


def _decade_of(ten: int) -> Aim:
    def find(day: date, _: object) -> Period:
        century = day.year // 100 * 100
        year = century + 10 * ten
        return Period("decade", date(year if year <= day.year else year - 100, 1, 1))

    return Aim("decade", f"XX{ten}", find=find)


def read_century(phrase: Phrase) -> Aim | None:
    """Such as "the 11th century"."""
    place = phrase.at("nth", "ordinals", "second", "tens")
    number = None if place is None else phrase.ordinal(place)
    if number is None or not 2 <= number <= 30 or phrase.value("units") != "century":
        return None
    return fixed(Period("century", date(100 * (number - 1), 1, 1)))
