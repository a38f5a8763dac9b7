"""Reads the quantities of a sentence from its words alone: values, ranges, shares, hedges. No tree, no context."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from standoff.core.vocabulary import Hedge
from standoff.lexicon.numerals import GROUPS, UNITS, number_at
from standoff.lexicon.quantities import Quantities, Unit

DIGITS = frozenset("0123456789½⅓⅔¼¾⅛⅜⅝⅞")
DASHES = frozenset("-‐‑–—")
ORDINAL = re.compile(r"(\d{1,6})(?:st|nd|rd|th)")
WITH_UNIT = re.compile(r"(\d[\d.,]*)([^\W\d_]{1,4})")
REPEATS = 4  # hedges and fillers before one number: "up to about another 20" has three
SHARE = Unit("share")
ONE_IN = 3  # "three or four", "10 or 20": an alternative at most so many times the first is a range


@dataclass(frozen=True)
class Number:
    """A quantity, its places the indices of words."""

    start: int
    """Where its hedge begins, or itself."""
    first: int
    stop: int
    low: float | None
    high: float | None
    hedge: Hedge | None = None
    unit: Unit | None = None
    """Where the number itself tells it: by a sign, as a share, by what is written on to it."""
    ordinal: bool = False
    link: int | None = None
    """The word that joins the two ends of a range; ``None`` where there is one number."""


def read_numbers(words: Sequence[str], quantities: Quantities, places: Sequence[int] | None = None) -> Iterator[Number]:
    """The quantities of one sentence, in order; its words are in lower case.

    ``places`` are those where one may begin, where they are known already: digits and the words of ``starts``.
    """
    done, starts = 0, quantities.starts
    if places is None:
        places = [at for at, word in enumerate(words) if word in starts or word[0] in DIGITS]
    for at in places:
        found = _read(words, at, quantities) if at >= done else None
        if found is not None and found.first >= done:
            found = _hedged(words, _with_sign(words, found, quantities), quantities, done)
            done = found.stop
            yield found


def _read(words: Sequence[str], at: int, quantities: Quantities) -> Number | None:
    """The quantity around the word that gave it away."""
    word = words[at]
    if word[0] in DIGITS:
        ordinal = _ordinal(words, at, quantities) if word[-1].isalpha() else None
        return ordinal or _one_in(words, at) or _exact(words, at, at, quantities)
    begin = at - (at > 0 and words[at - 1] in ("a", "an"))
    if word in quantities.lone_units:
        return _one_unit(words, begin, at, quantities) if begin < at else None
    return (
        _ordinal(words, at, quantities)
        or _one_in(words, at)
        or _share(words, begin, at, quantities)
        or _vague(words, begin, at, quantities)
        or _exact(words, begin, at, quantities)
        or _one_unit(words, begin, at, quantities)
    )


def _exact(words: Sequence[str], begin: int, at: int, quantities: Quantities) -> Number | None:
    """A number, or two as a range."""
    first = begin if words[at] in GROUPS else at
    found = number_at(words, first)
    if found is None:
        return _glued(words, at, quantities)
    number = Number(first, first, found[1], found[0], found[0])
    return _range(words, number, quantities) or number


def _glued(words: Sequence[str], at: int, quantities: Quantities) -> Number | None:
    """As in "10km": a number with its unit in one word."""
    parts = WITH_UNIT.fullmatch(words[at])
    unit = quantities.units.get((parts[2],)) if parts else None
    found = number_at([parts[1]], 0) if parts and unit else None
    return Number(at, at, at + 1, found[0], found[0], unit=unit) if found else None


def _range(words: Sequence[str], number: Number, quantities: Quantities) -> Number | None:
    """As in "70-80", "between 6,000 and 8,000", "two to three million", "three or four"."""
    link, after = _word(words, number.stop), number.stop + 1
    between = _before_sign(words, number.first, quantities) == "between"
    if not (link in DASHES or link in ("to", "or") or (link == "and" and between)):
        return None
    after += _word(words, after) in quantities.currency_signs
    found = number_at(words, after) if after < len(words) else None
    if found is None or number.low is None:
        return None
    low, high = _same_scale(words, number, found[0], after), found[0]
    if low >= high or (link == "or" and high > ONE_IN * max(low, 1)):
        return None
    return replace(number, stop=found[1], low=low, high=high, hedge="about", link=number.stop)


def _before_sign(words: Sequence[str], first: int, quantities: Quantities) -> str:
    """The word before a number, or before the sign of money that it has."""
    before = _word(words, first - 1)
    return _word(words, first - 2) if before in quantities.currency_signs else before


def _same_scale(words: Sequence[str], number: Number, high: float, after: int) -> float:
    """The low end with the scale that is only written at the high one: "5 to 10 million", "70-80,000"."""
    low = number.low or 0.0
    if number.stop > number.first + 1 or low >= 1000:
        return low
    plain = number_at([words[after]], 0)
    if plain is not None and plain[0] < high and low < plain[0]:
        return low * high / plain[0]
    return low * 1000 if words[after].endswith(",000") and low < high / 1000 else low


def _vague(words: Sequence[str], begin: int, at: int, quantities: Quantities) -> Number | None:
    """As in "Tens of thousands", "several", "a few hundred", "a pair of"."""
    if words[at] in quantities.pairs and _word(words, at + 1) == "of" and begin < at:
        value = quantities.pairs[words[at]]
        return Number(begin, begin, at + 1, value, value)
    for first in {begin, at}:
        found = quantities.vague_at(words, first)
        if found is not None and (words[at] not in ("scores", "tens") or _word(words, at + 1) == "of"):
            return Number(first, first, found[1], *found[0], hedge="vague")
    return None


def _share(words: Sequence[str], begin: int, at: int, quantities: Quantities) -> Number | None:
    """As in "A third of", "two-thirds of", "half the"; also "half an hour", whose unit follows."""
    word, after = words[at], _word(words, at + 1)
    if word in quantities.shares and (word not in ("quarter", "quarters") or _word(words, begin - 1) == "by"):
        return _one_share(words, begin, at, quantities)
    if word not in UNITS or not 0 < UNITS[word] < 10:
        return None
    noun = at + 1 + (after in DASHES)
    part = quantities.shares.get(_word(words, noun))
    if part is None or _word(words, noun + 1) not in ("of", "the", "its", "their", "majority"):
        return None
    return Number(at, at, noun + 1, UNITS[word] * part, UNITS[word] * part, unit=SHARE)


def _one_in(words: Sequence[str], at: int) -> Number | None:
    """As in "one in five", "four of every ten", "nine out of 10"."""
    may_be = _word(words, at + 1) in ("out", "of", "in") and (words[at] in UNITS or words[at] in SMALL)
    part = number_at(words, at) if may_be else None
    if part is None:
        return None
    after = part[1]
    for link in LINKS:
        end = after + len(link)
        whole = number_at(words, end) if tuple(words[after:end]) == link and end < len(words) else None
        if whole is not None and part[0] < whole[0] <= MOST and (len(link) > 1 or part[0] == 1):
            return Number(at, at, whole[1], part[0] / whole[0], part[0] / whole[0], unit=SHARE)
    return None


SMALL = frozenset(map(str, range(1, 100)))
LINKS = (("out", "of", "every"), ("out", "of"), ("of", "every"), ("in", "every"), ("in",))
MOST = 100  # "one in a thousand" is an idiom more often than a share


ENDS_PHRASE = frozenset(
    ("", ".", ",", ";", "in", "from", "since", "to", "compared", "this", "last", "over", "on", "and")
)


def _one_share(words: Sequence[str], begin: int, at: int, quantities: Quantities) -> Number | None:
    word, after = words[at], _word(words, at + 1)
    value = quantities.shares[word]
    if word == "half" and after in ("a", "an", "-"):
        unit = quantities.unit_at(words, at + 2)
        return Number(at, at, at + 2, value, value) if unit is not None else None
    if begin < at and after != "of" and _word(words, begin - 1) == "by" and after in ENDS_PHRASE:
        return Number(begin, begin, at + 1, value, value, unit=SHARE)  # "fell by a third"
    alone = word == "half" and begin == at and _word(words, at - 1) not in ("and", "the", "second", "first", "other")
    if after == "of" and (alone or begin < at) and _word(words, at + 2) not in ("a", "an"):
        return Number(begin, begin, at + 1, value, value, unit=SHARE)
    return Number(at, at, at + 1, value, value, unit=SHARE) if alone and after in ("the", "its", "their") else None


def _one_unit(words: Sequence[str], begin: int, at: int, quantities: Quantities) -> Number | None:
    """As in "A mile and a half", "more than an hour", "a week of drills", "a day-long": where "a" is a number."""
    found = quantities.unit_at(words, at) if begin < at else None
    if found is None:
        return None
    unit, after = found
    if [_word(words, after + step) for step in range(3)] == ["and", "a", "half"]:
        return Number(begin, begin, after + 3, 1.5 * unit.factor, 1.5 * unit.factor, unit=Unit(unit.name))
    long = _word(words, after) in DASHES and _word(words, after + 1) == "long"
    of = _word(words, after) == "of" and unit.name == "second"
    hedged = quantities.hedge_before(words, begin)
    if not (long or of or (hedged is not None and hedged[0] is not None and _word(words, begin - 1) in ONLY_HEDGES)):
        return None
    return Number(begin, begin, begin + 1, 1.0, 1.0)


ONLY_HEDGES = frozenset("than over nearly almost about under roughly approximately least to".split())
"""The last words of hedges before "an hour" that make it a quantity."""


def _ordinal(words: Sequence[str], at: int, quantities: Quantities) -> Number | None:
    """As in "The second such raid", "for the third time", "a 5th straight day"."""
    parts = ORDINAL.fullmatch(words[at])
    value = float(parts[1]) if parts else quantities.ordinals.get(words[at])
    if value is None or _word(words, at + 1) not in quantities.counted_again:
        return None
    first = at - (_word(words, at - 1) in ("the", "a"))
    return Number(first, first, at + 1, value, value, ordinal=True)


def _with_sign(words: Sequence[str], number: Number, quantities: Quantities) -> Number:
    """With the sign or code of money before it: "$5", "US$5", "EUR 5"."""
    code = quantities.currency_signs.get(_word(words, number.first - 1))
    if code is None:
        return number
    pair = quantities.currency_signs.get(_word(words, number.first - 2) + words[number.first - 1])
    first = number.first - (2 if pair else 1)
    return replace(number, start=first, first=first, unit=Unit(pair or code))


def _hedged(words: Sequence[str], number: Number, quantities: Quantities, done: int) -> Number:
    """With the hedges around it and the value they make of it."""
    start, hedge = number.start, number.hedge
    if number.link is not None and _word(words, start - 1) in ("between", "from"):
        start -= 1
    for _ in range(REPEATS):
        found = quantities.hedge_before(words, start)
        if found is None or found[1] < done:
            break
        hedge, start = hedge if hedge not in (None, "about") else found[0] or hedge, found[1]
    behind = quantities.hedge_after(words, number.stop)
    if behind is not None:
        hedge = hedge if hedge not in (None, "about") else behind[0]
    stop = number.stop if behind is None else behind[1]
    if (start, stop, hedge) == (number.start, number.stop, number.hedge):
        return _opened(number)
    return _opened(replace(number, start=start, stop=stop, hedge=hedge))


def _opened(number: Number) -> Number:
    """With the end open that the hedge opens; a range keeps both."""
    if number.low != number.high:
        return number
    if number.hedge in ("up to", "as many as", "at most", "less than"):
        return replace(number, low=None)
    return replace(number, high=None) if number.hedge in ("more than", "at least") else number


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""
