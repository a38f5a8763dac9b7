"""Writes a text as one symbol a word, by what the word may do in a time expression, so that patterns can be matched.

One dictionary lookup a word; what takes longer is done only for the few words that may be two things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.extract.grammar import Grammar
from standoff.lexicon.times import TimeWords

OTHER = "."
NUMBERS = (
    "to12",
    "to24",
    "to31",
    "to59",
    "to99",
    "year",
    "figure",
    "nth",
    "clock",
    "dotclock",
    "stamp",
    "plural_year",
    "dotted",
)
"""Classes of words that begin with a digit, by what they can be: an hour, an hour of 24, a day, a minute, ..."""
MARKS = {
    ",": "comma",
    "/": "slash",
    ".": "stop",
    "(": "open",
    ")": "close",
    **dict.fromkeys("-–—‑‐", "hyphen"),
    **dict.fromkeys(("'s", "’s"), "possessive"),
    **dict.fromkeys("'’‘`", "apostrophe"),
}
FEAST = ("feast", "feast_rest")
CLASSES = (
    "weekdays plural_weekdays short_weekdays months seasons parts plural_parts clocks days nights units"
    " quarters plural_units decades references references_before_nouns frequencies ordinals early edges"
    " the a this these those that same last past next coming recent every other second spelled one"
    " nineteen tens scale few couple half and or to through of on at in from between ago before after"
    " hence ampm oclock zone local time times fiscal more than less least up no about over old right"
    " future near so moment ahead period back doubtful_months doubtful_seasons"
).split()
SYMBOLS = {
    name: chr(0x100 + number) for number, name in enumerate((*CLASSES, *NUMBERS, *sorted(set(MARKS.values())), *FEAST))
}
"""The symbol of each class: any letters, all different."""
FIRST_YEAR, LAST_YEAR = 1300, 2199
"""Four digits without a comma are a year within these: what crises hark back to, and what plans look forward to."""
CLOCK = re.compile(r"([01]?[0-9]|2[0-4]):([0-5][0-9])(?::[0-5][0-9])?")
DOTCLOCK = re.compile(r"([01]?[0-9]|2[0-4])\.([0-5][0-9])")
STAMP = re.compile(r"([01]?[0-9])(?:[:.]([0-5][0-9]))?(am|pm|a\.m\.?|p\.m\.?)")
NTH = re.compile(r"[0-3]?[0-9](?:st|nd|rd|th)")
PLURAL_YEAR = re.compile(r"(?:1[0-9]|20)?[0-9]0s")
DOTTED = re.compile(r"[0-3]?[0-9]\.[01]?[0-9]\.(?:19|20)[0-9]{2}")
FIGURE = re.compile(r"[0-9][0-9,.]*")
SHAPES = (
    ("clock", CLOCK),
    ("dotclock", DOTCLOCK),
    ("stamp", STAMP),
    ("nth", NTH),
    ("plural_year", PLURAL_YEAR),
    ("dotted", DOTTED),
)
MONTH_COMPANY = frozenset("in since by until till from during last next this early late mid of before after".split())
SEASON_COMPANY = frozenset("last next this every each early late past coming previous following that".split())
NOT_NOUNS = frozenset(("VERB", "AUX"))


class Symbols(dict[str, str]):
    """The symbol of each word; of one the lexicon does not have it is found by its digits, and kept for the next."""

    def __missing__(self, word: str) -> str:
        """What a word without an entry is."""
        self[word] = digit_symbol(word) if word[0].isdigit() else OTHER
        return self[word]


class TimeTokens:
    """The classes of the lexicon as symbols, and the places where a word may be two things."""

    def __init__(self, words: TimeWords) -> None:
        """Take the lexicon's words for times."""
        self._words = words
        self._symbols = Symbols({word: SYMBOLS[name] for word, name in (*words.classes.items(), *MARKS.items())})
        self._feasts = frozenset(phrase[0] for phrase in words.feasts)

    def write(self, grammar: Grammar) -> str:
        """One symbol for each word of the text, ``OTHER`` for most."""
        lower = grammar.lowered
        found = [self._symbols[word] for word in lower]
        for index in [index for index, word in enumerate(lower) if word in self._feasts]:
            self._write_feast(found, lower, index)
        for doubt in IN_DOUBT.finditer("".join(found)):
            found[doubt.start()] = DOUBTFUL[doubt[0]](grammar, lower, doubt.start())
        return "".join(found)

    def _write_feast(self, found: list[str], lower: Sequence[str], index: int) -> None:
        length = feast_at(self._words, lower, index)
        if length:
            found[index : index + length] = [SYMBOLS["feast"], *[SYMBOLS["feast_rest"]] * (length - 1)]


def feast_at(words: TimeWords, lower: Sequence[str], start: int) -> int:
    """How many words from ``start`` name a feast; 0 if none."""
    for length in range(3, 0, -1):
        if tuple(lower[start : start + length]) in words.feasts:
            return length
    return 0


def digit_symbol(word: str) -> str:
    """The symbol of a word that begins with a digit."""
    if word.isdecimal():
        return _whole_number(word)
    for name, shape in SHAPES:
        if shape.fullmatch(word):
            return SYMBOLS[name]
    return SYMBOLS["figure"] if FIGURE.fullmatch(word) else OTHER


def _whole_number(word: str) -> str:
    if len(word) > 4:
        return SYMBOLS["figure"]
    value = int(word)
    if len(word) == 4:
        return SYMBOLS["year" if FIRST_YEAR <= value <= LAST_YEAR else "figure"]
    if len(word) == 3 or value == 0:
        return SYMBOLS["figure"]
    bounds = (("to12", 12), ("to24", 24), ("to31", 31), ("to59", 59), ("to99", 99))
    return next(SYMBOLS[name] for name, most in bounds if value <= most)


def _month_or_not(grammar: Grammar, lower: Sequence[str], index: int) -> str:
    """The word "may" is a month beside a day or a year, or as a noun that time words lead up to."""
    beside = [lower[at] for at in (index - 1, index + 1) if 0 <= at < len(lower)]
    word = grammar.words[index]
    if any(near[0].isdigit() for near in beside) and word.upos != "AUX":
        return SYMBOLS["months"]
    if word.upos in NOT_NOUNS or not grammar.form(index)[0].isupper():
        return OTHER
    led = index > 0 and lower[index - 1] in MONTH_COMPANY
    named = index + 1 < len(lower) and lower[index + 1] in ("for", "of", "on")
    return SYMBOLS["months"] if led or (word.upos == "PROPN" and not named) else OTHER


def _season_or_not(grammar: Grammar, lower: Sequence[str], index: int) -> str:
    """The "fall" is a season behind "last" or before a year, "spring" also as the noun of "in the"."""
    if grammar.words[index].upos in NOT_NOUNS:
        return OTHER
    before = lower[index - 1] if index else ""
    behind = [lower[at] for at in (index + 1, index + 2) if at < len(lower)]
    dated = any(near[0].isdigit() for near in behind[: 2 if behind[:1] == ["of"] else 1])
    in_the = before in ("in", "the", "by", "since") and behind[:1] != ["of"] and lower[index].startswith("s")
    in_fall = before == "the" and index > 1 and lower[index - 2] in ("in", "by", "since") and behind[:1] != ["of"]
    return SYMBOLS["seasons"] if before in SEASON_COMPANY or dated or in_the or in_fall else OTHER


def _that_or_not(grammar: Grammar, lower: Sequence[str], index: int) -> str:
    """The word "that" points at a time ("that week"); before a clause it does not ("said that last week")."""
    word = grammar.words[index]
    return OTHER if word.upos in ("SCONJ", "PRON") or word.deprel == "mark" else SYMBOLS["that"]


def _last_or_not(grammar: Grammar, lower: Sequence[str], index: int) -> str:
    """The word "last" points back; as a verb it tells how long ("may last months")."""
    return OTHER if grammar.words[index].upos in NOT_NOUNS else SYMBOLS["last"]


DOUBTFUL = {
    SYMBOLS["last"]: _last_or_not,
    SYMBOLS["doubtful_months"]: _month_or_not,
    SYMBOLS["doubtful_seasons"]: _season_or_not,
    SYMBOLS["that"]: _that_or_not,
}
IN_DOUBT = re.compile("[" + "".join(DOUBTFUL) + "]")
