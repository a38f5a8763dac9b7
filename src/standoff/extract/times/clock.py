"""Reads times of day: "10 p.m. Wednesday", "7:15 a.m. EST", "noon", "0735 GMT"."""

from __future__ import annotations

import re
from dataclasses import replace

from standoff.extract.times.aims import Aim, shift
from standoff.extract.times.explicit import read_date
from standoff.extract.times.phrases import Phrase
from standoff.extract.times.relative import read_night
from standoff.lexicon.numerals import number_at

DATE_CLASSES = ("weekdays", "short_weekdays", "months", "days", "feast")
BEFORE_MONTH = frozenset(("to12", "to24", "to31", "nth", "ordinals", "second", "of", "the"))
HOUR = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?")
UTC = frozenset(("gmt", "utc"))
NOON, DAY_HOURS = 12, 24


def read_clock(phrase: Phrase) -> Aim | None:
    """An hour of a day, named with it or told by the document's date."""
    at = _clock(phrase)
    if at is None:
        return None
    zone = "Z" if any(word in UTC for word in phrase.words[: phrase.at("open")]) else ""
    return replace(_day(phrase), suffix=f"T{at}{zone}", type="time")


def _day(phrase: Phrase) -> Aim:
    dated = phrase.at(*DATE_CLASSES)
    if dated is not None:
        while phrase.name(dated - 1) in BEFORE_MONTH:
            dated -= 1
        return read_date(phrase.part(dated, len(phrase.words))) or shift("day", 0)
    night = read_night(phrase) if phrase.has("nights") else None
    return night or replace(shift("day", 0, from_text=True), reach=0)


def _clock(phrase: Phrase) -> str | None:
    """The hour and minute in 24 hours."""
    named = phrase.at("clocks")
    if named is not None:
        return phrase.value("clocks")
    place = phrase.at("clock", "dotclock", "stamp", "to12", "to24", "year", "figure", "spelled", "one")
    if place is None:
        return None
    word = phrase.words[place]
    if phrase.name(place) in ("year", "figure"):
        return (
            f"{word[:2]}:{word[2:]}" if len(word) == 4 and int(word[:2]) <= DAY_HOURS and int(word[2:]) < 60 else None
        )
    found = HOUR.match(word)
    number = None if found else number_at(phrase.words, place)
    hour = int(found[1]) if found else int(number[0]) if number else None
    return None if hour is None else _in_24_hours(phrase, word, hour, found[2] if found else None)


def _in_24_hours(phrase: Phrase, word: str, hour: int, minute: str | None) -> str | None:
    half = next((w for w in (word, *phrase.words) if w.rstrip(".").endswith(("am", "pm", "a.m", "p.m"))), "")
    afternoon = "p" in half or phrase.value("parts") in ("AF", "EV", "NI")
    if afternoon and hour < NOON:
        hour += NOON
    if "a" in half and "p" not in half and hour == NOON:
        hour = 0
    return None if hour > DAY_HOURS else f"{hour:02}:{minute or '00'}"
