"""Reads how long: "two hours and one minute", "a year and a half", "recent weeks", "four-day"."""

from __future__ import annotations

from standoff.extract.times.aims import Vague
from standoff.extract.times.phrases import Phrase

LETTERS = {
    "second": ("T", "S", 1),
    "minute": ("T", "M", 1),
    "hour": ("T", "H", 1),
    "day": ("", "D", 1),
    "week": ("", "W", 1),
    "fortnight": ("", "W", 2),
    "weekend": ("", "WE", 1),
    "month": ("", "M", 1),
    "quarter": ("", "Q", 1),
    "year": ("", "Y", 1),
    "decade": ("", "Y", 10),
    "century": ("", "Y", 100),
}
"""Of each unit: whether ISO 8601 writes it behind the T of times, its letter, and how many of the letter it is."""
SMALLER = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60)}
"""What half a year and half an hour are written in."""
UNITS = ("units", "quarters", "plural_units", "second")


def read_duration(phrase: Phrase) -> Vague | None:
    """A length of time, whole or with a second part; "PXW" for weeks that are not counted."""
    pieces: list[tuple[str, str]] = []
    rest = phrase
    while len(pieces) < 2:
        number, end = rest.number()
        place = rest.part(end, len(rest.words)).at(*UNITS)
        place = rest.at(*UNITS) if place is None else place + end
        if place is None:
            break
        pieces.append(_piece(number, _unit(rest, place)))
        rest = rest.part(place + 1, len(rest.words))
        if number is None or not rest.has(*UNITS) or phrase.has("or", "to"):
            break
    return Vague("duration", _written(pieces)) if pieces else None


def _unit(phrase: Phrase, place: int) -> str:
    return "second" if phrase.name(place) == "second" else phrase.lexicon.values[phrase.words[place]]


def _piece(number: float | None, unit: str) -> tuple[str, str]:
    """The part before or behind the T, and the number with its letter."""
    time, letter, times = LETTERS[unit]
    if number is None:
        return time, f"X{ {'decade': 'E', 'century': 'C'}.get(unit, letter) }".replace(" ", "")
    count = number * times
    if count == int(count):
        return time, f"{int(count)}{letter}"
    small, factor = SMALLER.get(letter, ("", 0)) if letter != "M" or time else ("D", 30)
    whole, part = int(count), count - int(count)
    if not small:
        return time, f"{count:g}{letter}"
    return time, (f"{whole}{letter}" if whole else "") + f"{round(part * factor)}{small}"


def _written(pieces: list[tuple[str, str]]) -> str:
    days = "".join(text for time, text in pieces if not time)
    hours = "".join(text for time, text in pieces if time)
    return f"P{days}" + (f"T{hours}" if hours else "")


def read_set(phrase: Phrase) -> Vague | None:
    """How often: "every Tuesday", "twice a week", "daily", "every other month", "on Mondays"."""
    if phrase.has("frequencies"):
        return Vague("set", phrase.value("frequencies") or "")
    part = phrase.value("parts", "plural_parts")
    weekday = phrase.value("weekdays", "plural_weekdays")
    if weekday is not None:
        return Vague("set", f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))
    if part is not None:
        return Vague("set", f"XXXX-XX-XXT{part}")
    if phrase.has("months"):
        return Vague("set", f"XXXX-{int(phrase.value('months') or 1):02}")
    if phrase.has("seasons"):
        return Vague("set", f"XXXX-{phrase.value('seasons')}")
    return _every(phrase)


def _every(phrase: Phrase) -> Vague | None:
    start = phrase.at("times")
    rest = phrase if start is None else phrase.part(start + 1, len(phrase.words))
    place = rest.at(*UNITS)
    if place is None:
        return None
    number = 2.0 if phrase.has("other") else rest.part(1, place).number()[0] if start is None else None
    return Vague("set", _written([_piece(number or 1.0, _unit(rest, place))]))
