"""The times of one document: found by a grammar over word classes, settled in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator

from standoff.core.records import Document, TimeExpression
from standoff.extract.grammar import Grammar
from standoff.extract.times.aims import Aim, Vague, bounded
from standoff.extract.times.clock import read_clock
from standoff.extract.times.context import is_time, trimmed
from standoff.extract.times.durations import read_duration, read_set
from standoff.extract.times.explicit import (
    read_century,
    read_date,
    read_decade,
    read_iso,
    read_numeric,
    read_season,
    read_year,
    tells_order,
)
from standoff.extract.times.patterns import matches
from standoff.extract.times.phrases import Phrase
from standoff.extract.times.references import read_reference
from standoff.extract.times.relative import (
    read_ago,
    read_bare_unit,
    read_day_but_one,
    read_half,
    read_later,
    read_next_to,
    read_night,
    read_nth_of,
    read_quarter,
    read_relative,
    read_week_of,
    read_year_ago,
)
from standoff.extract.times.story import Story
from standoff.extract.times.tokens import TimeTokens
from standoff.lexicon.lexicon import Lexicon

READERS = {
    "iso": read_iso,
    "day_but_one": read_day_but_one,
    "part_of_date": read_date,
    "clock": read_clock,
    "ago": read_ago,
    "later": read_later,
    "next_to": read_next_to,
    "year_ago": read_year_ago,
    "quarter": read_quarter,
    "half": read_half,
    "nth_of": read_nth_of,
    "set": read_set,
    "week_of": read_week_of,
    "decade": read_decade,
    "century": read_century,
    "date": read_date,
    "night": read_night,
    "season": read_season,
    "edge_year": read_year,
    "relative": read_relative,
    "bare_unit": read_bare_unit,
    "duration": read_duration,
    "reference": read_reference,
    "year": read_year,
}
"""What reads the words that each pattern finds."""


def find_times(document: Document, grammar: Grammar, lexicon: Lexicon) -> tuple[TimeExpression, ...]:
    """Every time expression outside the furniture, in order of place."""
    story = Story(document, grammar, lexicon)
    return story.told(list(_read(grammar, lexicon)))


def _read(grammar: Grammar, lexicon: Lexicon) -> Iterator[tuple[Phrase, Aim | Vague]]:
    """Each phrase that is a time, with what it points at."""
    phrases = list(_phrases(grammar, lexicon))
    day_first = next((told for p in phrases if p.kind == "numeric" and (told := tells_order(p)) is not None), None)
    for phrase in phrases:
        aim = read_numeric(phrase, day_first=day_first) if phrase.kind == "numeric" else READERS[phrase.kind](phrase)
        if aim is not None:
            yield phrase, bounded(aim, phrase)


def _phrases(grammar: Grammar, lexicon: Lexicon) -> Iterator[Phrase]:
    """What fits a pattern and is left a time by the words around it."""
    lower = grammar.lowered
    symbols = TimeTokens(lexicon.times).write(grammar)
    for match in matches(symbols):
        start, stop = match.span()
        found = Phrase(match.lastgroup or "", start, lower[start:stop], match[0], lexicon.times)
        phrase = trimmed(found, grammar)
        if is_time(phrase, grammar):
            yield phrase
