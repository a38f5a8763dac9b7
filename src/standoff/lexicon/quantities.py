"""The words around numbers: hedges, units, money, vague quantities, and what makes a number no claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec
import pycountry

from standoff.core.errors import ResourceError
from standoff.core.vocabulary import Hedge
from standoff.lexicon.inflect import with_s
from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load
from standoff.lexicon.numerals import GROUPS, TENS, UNITS

FILE = "quantities"
Phrase = tuple[str, ...]
Ends = tuple[float | None, float | None]
Value = TypeVar("Value")
LONGEST = 4
"""No hedge, filler, unit or vague quantity of the file has more words (a test counts them)."""


class QuantityLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``quantities.yaml``; each line a comma-separated list."""

    hedges: dict[Hedge, str]
    hedges_after: dict[Hedge, str]
    fillers: str
    vague: str
    pairs: str
    shares: str
    ordinals: str
    counted_again: str
    durations: str
    duration_forms: str
    measures: dict[str, str]
    currency_signs: str
    currency_names: str
    parties: str
    labels: str
    clock: str
    ages: str
    age_before: str
    counting_verbs: str
    placing_verbs: str
    counting_nouns: str
    plan_verbs: str
    setting_verbs: str
    state_verbs: str
    result_verbs: str
    change_verbs: str
    harm_verbs: str
    harm_words: str
    harm_done: str
    persons: str
    evidence: str
    plan_nouns: str
    done_nouns: str


class Unit(msgspec.Struct, frozen=True):
    """What a number measures, and what to multiply it by to have it in that unit."""

    name: str
    factor: float = 1.0


class Quantities(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """Every lookup is a dictionary's; phrases are tuples of words in lower case."""

    starts: frozenset[str]
    """The words that a quantity without digits is found by."""
    lone_units: frozenset[str]
    """Those of them that are units and nothing else: a number only behind "a"."""
    hedges: Mapping[Phrase, Hedge]
    hedges_after: Mapping[Phrase, Hedge]
    fillers: frozenset[Phrase]
    vague: Mapping[Phrase, Ends]
    pairs: Mapping[str, float]
    shares: Mapping[str, float]
    ordinals: Mapping[str, float]
    counted_again: frozenset[str]
    units: Mapping[Phrase, Unit]
    currency_signs: Mapping[str, str]
    parties: frozenset[str]
    labels: frozenset[str]
    clock: frozenset[str]
    ages: frozenset[str]
    age_before: frozenset[str]
    counting_verbs: frozenset[str]
    placing_verbs: frozenset[str]
    counting_nouns: frozenset[str]
    plan_verbs: frozenset[str]
    setting_verbs: frozenset[str]
    state_verbs: frozenset[str]
    result_verbs: frozenset[str]
    change_verbs: frozenset[str]
    harm_verbs: frozenset[str]
    harm_words: frozenset[str]
    harm_done: frozenset[str]
    persons: frozenset[str]
    evidence: frozenset[str]
    plan_nouns: frozenset[str]
    done_nouns: frozenset[str]

    def hedge_before(self, words: Sequence[str], end: int) -> tuple[Hedge | None, int] | None:
        """The hedge or filler that ends before ``end`` (a filler's hedge is ``None``) and where it begins."""
        for length in range(min(LONGEST, end), 0, -1):
            phrase = tuple(words[end - length : end])
            if phrase in self.hedges or phrase in self.fillers:
                return self.hedges.get(phrase), end - length
        return None

    def hedge_after(self, words: Sequence[str], start: int) -> tuple[Hedge, int] | None:
        """The hedge that begins at ``start`` and the index after it."""
        return longest(self.hedges_after, words, start)

    def vague_at(self, words: Sequence[str], start: int) -> tuple[Ends, int] | None:
        """The ends of the quantity without a number that begins at ``start`` and the index after it."""
        return longest(self.vague, words, start)

    def unit_at(self, words: Sequence[str], start: int) -> tuple[Unit, int] | None:
        """The unit whose name begins at ``start``, singular or plural, and the index after it."""
        return longest(self.units, words, start)


def longest(phrases: Mapping[Phrase, Value], words: Sequence[str], start: int) -> tuple[Value, int] | None:
    """The value of the longest phrase that begins at ``start`` and the index after it."""
    for end in range(min(start + LONGEST, len(words)), start, -1):
        phrase = tuple(words[start:end])
        if phrase in phrases:
            return phrases[phrase], end
    return None


def load_quantities() -> Quantities:
    """The words of ``quantities.yaml``. Raises ``ResourceError``, also for a currency that ISO 4217 does not have."""
    lines = load(FILE, QuantityLines)
    codes = frozenset(currency.alpha_3 for currency in pycountry.currencies)
    units = {**currencies(lines.currency_names, codes), **durations(lines), **measures(lines.measures)}
    vague_ends = {phrase(words): ends for words, ends in vague(lines.vague)}
    numerals, measured = number_words(lines, vague_ends), unit_words(units)
    signs = {sign: known(code, codes) for sign, code in valued(lines.currency_signs)}
    return Quantities(
        starts=numerals | measured,
        lone_units=measured - numerals,
        hedges=hedges(lines.hedges),
        hedges_after=hedges(lines.hedges_after),
        fillers=frozenset(map(phrase, listed(lines.fillers))),
        vague=vague_ends,
        pairs={word: float(value) for word, value in valued(lines.pairs)},
        shares={form: 1 / float(value) for word, value in valued(lines.shares) for form in (word, with_s(word))},
        ordinals={word: float(value) for word, value in valued(lines.ordinals)},
        units=units,
        currency_signs=signs,
        **{name: frozenset(listed(getattr(lines, name))) for name in SETS},
    )


SETS = tuple(
    "counted_again parties labels clock ages age_before counting_verbs placing_verbs counting_nouns"
    " plan_verbs setting_verbs state_verbs result_verbs change_verbs harm_verbs harm_words harm_done persons evidence"
    " plan_nouns done_nouns".split()
)


def number_words(lines: QuantityLines, vague_ends: Iterable[Phrase]) -> frozenset[str]:
    """The words by which a quantity is found, but for units."""
    first = (words[1] if words[0] == "a" else words[0] for words in vague_ends)
    told = (word for line in (lines.pairs, lines.ordinals) for word, _ in valued(line))
    parts = (form for word, _ in valued(lines.shares) for form in (word, with_s(word)))
    return frozenset((*UNITS, *TENS, *GROUPS, *first, *told, *parts))


def unit_words(units: Iterable[Phrase]) -> frozenset[str]:
    """The units of one word, which may stand behind "a"."""
    return frozenset(words[0] for words in units if len(words) == 1 and len(words[0]) > 2)


def phrase(text: str) -> Phrase:
    """The words of a phrase."""
    return tuple(text.split())


def hedges(lines: Mapping[Hedge, str]) -> dict[Phrase, Hedge]:
    """Every hedging phrase with its hedge. Raises ``ResourceError`` when one has two."""
    found = index(FILE, ((words, hedge) for hedge, line in lines.items() for words in listed(line)))
    return {phrase(words): hedge for words, hedge in found.items()}


def valued(line: str) -> Iterator[tuple[str, str]]:
    """The entries of a line whose last word is a value: "us dollar USD"."""
    for entry in listed(line):
        name, _, value = entry.rpartition(" ")
        yield name, value


def vague(line: str) -> Iterator[tuple[str, Ends]]:
    """The phrases with their two ends: "thousands 2000 -"."""
    for entry in listed(line):
        words, low, high = entry.rsplit(" ", 2)
        yield words, (float(low), None if high == "-" else float(high))


def known(code: str, codes: frozenset[str]) -> str:
    """The code. Raises ``ResourceError`` where ISO 4217 does not have it."""
    if code not in codes:
        raise ResourceError(f"resources/{FILE}.yaml lists {code!r}, which is no currency of ISO 4217")
    return code


def currencies(line: str, codes: frozenset[str]) -> dict[Phrase, Unit]:
    """Nouns of money: those of ISO 4217 of one or two words with their state ("canadian dollar"), then those listed."""
    official = {c.name.lower(): c.alpha_3 for c in pycountry.currencies if len(c.name.split()) == 2}
    names = {**official, **{name: known(code, codes) for name, code in valued(line)}}
    return both_numbers((name, Unit(code)) for name, code in names.items())


def durations(lines: QuantityLines) -> dict[Phrase, Unit]:
    """Units of time, in seconds. Raises ``KeyError`` for a short form of a unit that is not listed."""
    seconds = {name: Unit("second", float(value)) for name, value in valued(lines.durations)}
    short = ((form, seconds[name]) for form, name in valued(lines.duration_forms))
    return {**both_numbers(seconds.items()), **{(form,): unit for form, unit in short}}


def measures(lines: Mapping[str, str]) -> dict[Phrase, Unit]:
    """The other units, by all their names."""
    return both_numbers((name, Unit(unit)) for unit, line in lines.items() for name in (unit, *listed(line)))


def both_numbers(units: Iterable[tuple[str, Unit]]) -> dict[Phrase, Unit]:
    """The units by the singular and the plural of their names."""
    pairs = tuple(units)
    return {phrase(form): unit for name, unit in pairs for form in (with_s(name), name)}
