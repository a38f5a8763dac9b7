"""What the words around a phrase say against its being a time: "2,000 troops", "the minutes of", "the Sunday Times"."""

from __future__ import annotations

from collections.abc import Callable

from standoff.extract.grammar import Grammar
from standoff.extract.times.phrases import DIGITS, Phrase

YEAR_COMPANY = frozenset(
    "in since by of from until till through during before after the to between and for late early mid its his her their"
    " 's ’s as around about than".split()
)
NEAR_YEARS = range(1900, 2051)
"""Years that need no word before them, where nothing counts with them."""
NOT_BEFORE_YEAR = frozenset(
    "$ £ € ¥ no. no number resolution # flight route room article section page paragraph".split()
)
NOT_AFTER_YEAR = frozenset(
    "% percent million billion thousand hundred per dollars euros pounds km miles metres feet".split()
)
LENGTH_COMPANY = frozenset("for within over in after during through of about by around into until lasted last".split())
UNIT_COMPANY = frozenset(
    "in over during for by through throughout of until since at within on into before after".split()
)
AFTER_LENGTH = frozenset("later earlier before after ago".split())
ENDS = frozenset(", . ; : ? ! ) \" ” ’ ' — – - and but or".split())
NAME_LABELS = frozenset(("flat", "compound"))
LATE = frozenset(("late", "early"))
SHORT = frozenset(("second", "minute", "hour"))
PARTIAL = frozenset(("quarter", "second"))


def trimmed(phrase: Phrase, grammar: Grammar) -> Phrase:
    """The phrase without what belongs to the words behind it: "two days" of "two days before the vote"."""
    if phrase.words[0] == "following" and len(phrase.words) > 1:
        return phrase.part(1, len(phrase.words))  # "Following Monday's debate": a preposition, no adjective
    if phrase.kind == "duration" and _is_per_unit(phrase, grammar):
        return Phrase("set", phrase.start, phrase.words, phrase.symbols, phrase.lexicon)
    if phrase.kind == "duration" and _is_attributive_weekend(phrase, grammar):
        part = phrase.part(len(phrase.words) - 1, len(phrase.words))
        return Phrase("bare_unit", part.start, part.words, part.symbols, part.lexicon)
    if phrase.kind != "later" or phrase.has("hence", "from"):
        return phrase
    stop = phrase.start + len(phrase.words)
    behind = _lower(grammar, stop)
    unit = phrase.value("units", "plural_units", "second")
    if (
        (phrase.words[-1] in ("before", "after") and behind and behind not in ENDS)
        or unit in SHORT
        or phrase.words[-1] in LATE
    ):
        part = phrase.part(0, len(phrase.words) - 1)
        return Phrase("duration", part.start, part.words, part.symbols, part.lexicon)
    return phrase


def _is_per_unit(phrase: Phrase, grammar: Grammar) -> bool:
    """Whether "a week" stands behind what is counted: "four flights a week", "$2 million a year"."""
    if len(phrase.words) != 2 or phrase.name(0) != "a" or phrase.start == 0:
        return False
    return grammar.words[phrase.start - 1].upos in ("NOUN", "NUM", "SYM") and _lower(grammar, phrase.start - 1) != "for"


def _is_attributive_weekend(phrase: Phrase, grammar: Grammar) -> bool:
    """Whether it is the weekend of "a weekend call", which is a call on the weekend."""
    word = grammar.words[phrase.start + len(phrase.words) - 1]
    return phrase.words == ("a", "weekend") and word.deprel == "compound"


def is_time(phrase: Phrase, grammar: Grammar) -> bool:
    """Whether the words around leave the phrase a time."""
    check = CHECKS.get(phrase.kind)
    return check is None or check(phrase, grammar)


def _lower(grammar: Grammar, index: int) -> str:
    return grammar.form(index).lower() if 0 <= index < len(grammar.words) else ""


def _is_year(phrase: Phrase, grammar: Grammar) -> bool:
    place = phrase.at("year")
    if place is None:
        return True
    index = phrase.start + place
    before, behind = _lower(grammar, index - 1), _lower(grammar, index + 1)
    if before in NOT_BEFORE_YEAR or behind in NOT_AFTER_YEAR:
        return False
    if before == "-" and index > 1 and grammar.words[index - 2].end == grammar.words[index - 1].start:
        return _lower(grammar, index - 2)[:2].isdecimal() or _lower(grammar, index - 2) in ("post", "pre", "mid")
    led = before in YEAR_COMPANY
    word = grammar.words[index]
    if word.deprel == "nummod" and word.head > index and grammar.feature(word.head, "Number") == "Plur":
        return led and int(phrase.words[place]) % 100 != 0
    return led or int(phrase.words[place]) in NEAR_YEARS


def _is_length(phrase: Phrase, grammar: Grammar) -> bool:
    first, stop = phrase.start, phrase.start + len(phrase.words)
    behind = _lower(grammar, stop)
    if behind == "old" or phrase.words[-1] == "old" or (behind == "-" and _lower(grammar, stop + 1) == "old"):
        return False
    if phrase.value("units", "quarters") in PARTIAL or (phrase.has("second") and not phrase.has("spelled", *DIGITS)):
        return phrase.has("spelled", "last", "past", "next") and not phrase.has("half")
    counted = len(phrase.words) > (2 if phrase.has("the") else 1)
    if counted:
        return not (phrase.words[0] == "the" and phrase.has("plural_units") and len(phrase.words) == 1)
    if phrase.has("quarters"):
        return False
    return _lower(grammar, first - 1) in LENGTH_COMPANY or behind in AFTER_LENGTH


def _is_reference(phrase: Phrase, grammar: Grammar) -> bool:
    last = phrase.start + len(phrase.words) - 1
    if phrase.has("future"):
        return grammar.words[last].upos == "NOUN" and grammar.words[last].deprel != "compound"
    if phrase.has("past"):
        return phrase.words[-1] == "past" and _lower(grammar, phrase.start - 1) in ("in", "of", "from", "than", "with")
    if phrase.has("plural_units"):
        return phrase.words == ("these", "days")
    return True


def _is_bare_unit(phrase: Phrase, grammar: Grammar) -> bool:
    last = phrase.start + len(phrase.words) - 1
    behind = _lower(grammar, last + 1)
    if phrase.has("parts") and grammar.words[last].upos == "PROPN" and grammar.form(last)[0].isupper():
        return False
    if phrase.value("units") == "day":
        return phrase.has("early")
    if phrase.words == ("weekend",):
        return True
    if phrase.has("edges", "early") and (len(phrase.words) > 2 or phrase.has("parts", "hyphen")):
        return True
    if behind in ("of", "-", "when", "that") and not phrase.has("quarters"):
        return False
    return _lower(grammar, phrase.start - 1) in UNIT_COMPANY


def _is_date(phrase: Phrase, grammar: Grammar) -> bool:
    """Not a first name ("April Bell") and not part of another name ("the Sunday Post")."""
    index = phrase.start
    if phrase.has("days") and len(phrase.words) == 1:
        return not (index and grammar.form(index)[0].isupper() and grammar.words[index - 1].upos == "PROPN")
    word = grammar.words[index]
    if phrase.has("feast") and len(phrase.words) == 1:
        return not (word.deprel in NAME_LABELS and grammar.words[word.head].upos == "PROPN")
    if len(phrase.words) > 1:
        return True
    beside = index + 1
    if beside < len(grammar.words) and grammar.words[beside].upos == "PROPN":
        named = grammar.words[beside]
        if named.head == index and named.deprel in NAME_LABELS:
            return False
        return not (word.head == beside and word.deprel in NAME_LABELS and phrase.has("weekdays"))
    return True


def _is_set(phrase: Phrase, grammar: Grammar) -> bool:
    if not phrase.has("frequencies"):
        return True
    word = grammar.words[phrase.start]
    return word.upos != "PROPN"


def _is_clock(phrase: Phrase, grammar: Grammar) -> bool:
    """A bare "12:30" may be a score or a verse; behind a name or before a noun it is no hour."""
    word = grammar.words[phrase.start]
    return not (len(phrase.words) == 1 and phrase.has("clock") and word.deprel == "nummod" and word.head > phrase.start)


def _is_decade(phrase: Phrase, grammar: Grammar) -> bool:
    """Not somebody's age, "in his 30s", nor the end of a name, "the KC-30s"."""
    if phrase.start and phrase.name(0) == "plural_year" and grammar.form(phrase.start - 1) == "-":
        return False
    return _lower(grammar, phrase.start - 1) not in ("his", "her", "their", "my", "your", "our", "its")


CHECKS: dict[str, Callable[[Phrase, Grammar], bool]] = {
    "year": _is_year,
    "decade": _is_decade,
    "duration": _is_length,
    "reference": _is_reference,
    "bare_unit": _is_bare_unit,
    "date": _is_date,
    "set": _is_set,
    "clock": _is_clock,
}
