"""Reads the number that begins at a word: "94,000", "1.2 million", "two hundred and fifty", "half a dozen".

English has some forty number words and four ways to join them (Huddleston and Pullum 2002, chapter 5, section 14).
The number-word packages were tried: text2num reads "two hundred and fifty" but refuses "a hundred", "half a million",
"1.2 million" and "two dozen", number-parser too and takes 0.1 ms for one; both want a string, know neither where in
a sentence the number ends nor that "40th" is none. What would be left to do around them is more than what is here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

Found = tuple[float, int]
"""A value and the index of the word after it."""

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {
    **dict.fromkeys(("thousand",), 1e3),
    **dict.fromkeys(("million", "mln", "mn", "mio"), 1e6),
    **dict.fromkeys(("billion", "bln", "bn"), 1e9),
    **dict.fromkeys(("trillion", "trn", "tn"), 1e12),
}
GROUPS = {"dozen": 12.0, "hundred": 100.0, **SCALES}
"""What "a", "half a" and digits multiply."""
GLUED = {**SCALES, "k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
"""Written on to the digits: "175k", "1.5bn"."""
FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
SIGNS = {sign: unicodedata.numeric(sign) for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
HYPHENS = frozenset("-‐‑–")
ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
MONTHS = frozenset(
    "january february march april may june july august september october november december"
    " jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# The word after a month is a day of it, and no number goes on from there ("On May 5 200 people").
ENGLISH_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?")
EUROPEAN_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){1,5}")
LONGEST_DIGITS = 15  # longer runs are no numbers of anything, and floats no longer hold them exactly
PLAIN = re.compile(r"\d{1,15}(?:[.,]\d{1,9})?")
PARTS = re.compile(r"([\d.,]*\d)([a-z]{0,4})([½⅓⅔¼¾⅛⅜⅝⅞]?)")
GROUP = re.compile(r"\d{3}")


def number_at(words: Sequence[str], start: int) -> Found | None:
    """The value of the number that begins at ``words[start]`` and the index after it; ``None`` where none begins.

    ``words`` are in lower case, cut as the parse cuts them. Ordinals, years in words ("nineteen eighty-four") and a
    bare "hundred" are no numbers; neither is a part of a time, a date or a name, which the words alone do not tell.
    """
    word = words[start]
    if word[0].isnumeric():
        return _from_digits(words, start)
    if word in ("half", "quarter"):
        return _part_of_group(words, start)
    if word in ("a", "an"):
        return _one_group(words, start)
    found = _spelled(words, start) if word in UNITS or word in TENS else _hyphenated(words, start)
    return None if found is None else _completed(words, *found)


def _from_digits(words: Sequence[str], start: int) -> Found | None:
    found = _joined_groups(words, start) or _one_token(words[start], start)
    if found is None or _word(words, found[1]) in ORDINAL_ENDS:
        return None
    return _completed(words, *found)


def _one_token(word: str, start: int) -> Found | None:
    """The value of a token of digits with its marks and what is written on to them; ``None`` for "40th", "9:15"."""
    parts = PARTS.fullmatch(word)
    if parts is None:
        return (SIGNS[word], start + 1) if word in SIGNS else None
    value, scale = digits(parts[1]), GLUED.get(parts[2]) if parts[2] else 1.0
    return None if value is None or scale is None else (value * scale + SIGNS.get(parts[3], 0), start + 1)


def digits(word: str) -> float | None:
    """The value of digits with English marks ("94,000", "1.5") or, where no other reading makes sense, European ones.

    "94.000" and "1.250" are thousands: nobody writes the last zero of a decimal fraction of three places.
    """
    if word.isdecimal():
        return float(word) if len(word) <= LONGEST_DIGITS else None
    if ENGLISH_THOUSANDS.fullmatch(word):
        return float(word.replace(",", ""))
    if EUROPEAN_THOUSANDS.fullmatch(word) and (word.endswith("0") or word.count(".") > 1):
        return float(word.replace(".", ""))
    if PLAIN.fullmatch(word):
        return float(word.replace(",", "."))
    return None


def _joined_groups(words: Sequence[str], start: int) -> Found | None:
    """The groups of three digits that spaces part: "94 000"."""
    if not words[start].isdecimal() or len(words[start]) > 3 or words[start][0] == "0":
        return None
    end = start + 1
    while end - start < 5 and GROUP.fullmatch(_word(words, end)):
        end += 1
    if end == start + 1 or (start and words[start - 1] in MONTHS):
        return None
    return float("".join(words[start:end])), end


def _spelled(words: Sequence[str], start: int) -> Found | None:
    """Number words, from the greatest scale down: "two million three hundred thousand and five"."""
    total, last, at, end = 0.0, float("inf"), start, start
    while (part := _below_thousand(words, at)) is not None:
        value, after = part
        scale = SCALES.get(_word(words, after), 1.0)
        if scale >= last:
            break
        total, last = total + value * scale, scale
        end = at = after + (scale > 1)
        if scale == 1:
            break
        at += _word(words, at) == "and"
    return (total, end) if end > start else None


def _below_thousand(words: Sequence[str], start: int) -> Found | None:
    part = _below_hundred(words, start)
    if part is None:
        return None
    after = part[1] + (_word(words, part[1]) in HYPHENS)  # "two-hundred"
    if _word(words, after) != "hundred":
        return part
    value, end = part[0] * 100, after + 1
    tail = _below_hundred(words, end + (_word(words, end) == "and"))
    if tail is None or _word(words, tail[1]) == "hundred":
        return value, end
    return value + tail[0], tail[1]


def _below_hundred(words: Sequence[str], start: int) -> Found | None:
    """One to ninety-nine, the hyphen its own word or none; ``None`` for a year in words ("twenty twenty-two")."""
    word = _word(words, start)
    if word not in TENS:
        return None if word not in UNITS or _is_year(words, start) else (float(UNITS[word]), start + 1)
    after = start + 1 + (_word(words, start + 1) in HYPHENS)
    unit = UNITS.get(_word(words, after), 0)
    if 0 < unit < 10:
        return float(TENS[word] + unit), after + 1
    return None if _is_year(words, start) else (float(TENS[word]), start + 1)


def _is_year(words: Sequence[str], start: int) -> bool:
    """Whether two numbers stand side by side as in "nineteen eighty-four"."""
    after = _word(words, start + 1)
    return (words[start] in TENS or UNITS[words[start]] > 9) and (after in TENS or UNITS.get(after, 0) > 9)


def _hyphenated(words: Sequence[str], start: int) -> Found | None:
    """Number words in one token: "twenty-one"."""
    pieces = re.split("[-‐‑]", words[start]) if len(words[start]) < len("seventy-seventy") else [""]
    found = _spelled(pieces, 0) if len(pieces) > 1 and pieces[0] in TENS else None
    return (found[0], start + 1) if found is not None and found[1] == len(pieces) else None


def _one_group(words: Sequence[str], start: int) -> Found | None:
    """What "a" begins: "a hundred", "a dozen", "a half million", "a hundred and twenty", "a million and a half"."""
    after = _word(words, start + 1)
    if after in ("half", "quarter"):
        return _part_of_group(words, start + 1)
    if after not in GROUPS:
        return None
    # With "one" for "a". Twelve words hold the longest number; looking no further keeps the search linear.
    found = _spelled(["one", *words[start + 1 : start + 12]], 0)
    assert found is not None, "one is a number"
    value, end = _multiplied(words, found[0], start + found[1])
    part, end = _with_fraction(words, 0, end)
    return value + part * GROUPS[after], end


def _part_of_group(words: Sequence[str], start: int) -> Found | None:
    """What "half" begins: "half a million", "half-a-dozen", "a quarter of a million", "half million"."""
    at = start + 1
    while at - start < 5 and _word(words, at) in ("a", "an", "of", "-"):
        at += 1
    group = GROUPS.get(_word(words, at))
    return None if group is None else (FRACTIONS[words[start]] * group, at + 1)


def _completed(words: Sequence[str], value: float, end: int) -> Found:
    """With the fraction and the scales behind it: "one and a half million", "2 hundred thousand", "two dozen"."""
    return _multiplied(words, *_with_fraction(words, value, end))


def _with_fraction(words: Sequence[str], value: float, end: int) -> Found:
    if _word(words, end) in SIGNS:
        return value + SIGNS[words[end]], end + 1
    if _word(words, end) == "and" and _word(words, end + 1) in ("a", "one"):
        part = FRACTIONS.get(_word(words, end + 2))
        if part is not None:
            return value + part, end + 3
    return value, end


def _multiplied(words: Sequence[str], value: float, end: int) -> Found:
    for _ in range(2):
        word = _word(words, end)
        group = GROUPS.get(word) or GROUPS.get(word.removesuffix("s"))
        if group is not None:
            value, end = value * group, end + 1
    return value, end


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""
