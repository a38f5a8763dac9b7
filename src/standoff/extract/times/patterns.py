"""The grammar of time expressions: patterns over the classes of words, the longest reading at each place first.

A name in braces is one word of that class (``tokens.SYMBOLS``) or an earlier pattern, white space is nothing, and the
rest is a regular expression's. Repetitions are bounded, so that matching is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standoff.extract.times.tokens import OTHER, SYMBOLS

Alternatives = tuple[str, ...]

PARTS: dict[str, Alternatives] = {
    # numbers
    "days31": ("{to12}", "{to24}", "{to31}"),
    "digits": ("{days31}", "{to59}", "{to99}", "{year}", "{figure}", "{dotclock}"),
    "spelt": ("{one}", "{spelled}", "{nineteen}", "{tens}", "{scale}"),
    "number": (
        "{digits} {digits} {slash} {digits}",
        "{digits} {scale}?",
        "{a} {scale}",
        "{spelt} (?:{hyphen}? {spelt}){0,4}",
    ),
    "count": (
        "{number} (?:{and} {a} {half})?",
        "{half} {a}",
        "{a} {half}",
        "{a}? {few}",
        "{a}? {couple} {of}?",
        "{a}",
    ),
    "nth_": ("{ordinals}", "{second}"),
    "dayno": ("{days31}", "{nth}", "{nth_}", "{tens} {hyphen}? {nth_}"),
    "saidyear": (
        "{year}",
        "{nineteen} {tens} (?:{hyphen}? (?:{spelled}|{one}))?",
        "{nineteen} (?:{spelled}|{nineteen})",
    ),
    "unit": ("{units}", "{quarters}", "{second}", "{plural_units}"),
    "stretch": ("{units}", "{quarters}"),
    # around an expression
    "more_than": (
        "{about}",
        "{more} {than}",
        "{less} {than}",
        "{at} {least}",
        "{no} {more} {than}",
        "{up} {to}",
        "{over} (?={digits}|{a} {unit})",
    ),
    "hedge": ("{more_than}? (?:{about}|{at} {least})?",),
    "half_of": ("{the} (?:{nth_}|{last}) {half} {of}",),
    "bound": ("{the}? {early} {hyphen}? (?:{in}|{on})?", "{the}? {edges} {of}", "{half_of}"),
    "this_": ("(?:{this}|{that}) (?:{same}|{past}|{coming}|{last}|{next})?",),
    "ahead_or_back": ("{same}", "{last}", "{past}", "{next}", "{coming}", "{references_before_nouns}"),
    "way": ("{the}? {ahead_or_back}", "{this_}"),
    "again": ("(?:{more}|{same}|{other}|{fiscal}){0,2}",),
    "ends": ("{hyphen}", "{to}", "{through}"),
    # inside one
    "aweekday": ("{weekdays}", "{short_weekdays} {stop}?"),
    "monthday": (
        "{months} {stop}? {the}? {dayno} (?:(?:{ends}|{and}) {dayno} (?!{months}))?",
        "{dayno} (?:(?:{ends}|{and}) {dayno})? {of}? {months}",
        "{the} {dayno} {of} {months}",
    ),
    "ofyear": ("{comma}? {of}? {saidyear}", "{comma}? {of}? {way} {units}"),
    "afeast": ("{feast} {feast_rest}{0,2}",),
    "date": (
        "(?:{way}|{the})? {aweekday} {comma}? {parts}? {comma}? {the}? {monthday} {ofyear}?",
        "{way}? {monthday} {ofyear}?",
        "{months} {stop}? {ofyear}",
        "{way}? {months}",
        "{way}? {weekdays} {hyphen}? (?:{parts}|{clocks})?",
        "{way}? {afeast} (?:{comma}? {saidyear})?",
        "{days} (?:{parts}|{clocks})?",
    ),
    "zoned": ("{zone}", "{local} {time}"),
    "hour": (
        "{clock} {ampm}?",
        "{dotclock} {ampm}",
        "(?:{to12}|{to24}|{spelled}|{one}) {ampm}",
        "{stamp}",
        "(?:{to12}|{spelled}|{one}) {oclock}",
        "{clocks}",
        "{to12} (?={in} {the} {parts})",
        "(?:{year}|{figure}|{to24}) (?={zone})",
    ),
    "of_that_year": (
        "{comma}? {of} {fiscal}? {saidyear}",
        "{comma}? {of} {the}? {way}? {units}",
        "{saidyear}",
    ),
    "before_quarter": (
        "{fiscal} {hyphen}?",
        "{saidyear}",
        "{way} {units} {possessive}",
        "{units} {hyphen} (?:{ago}|{early})",
    ),
    "before_length": ("(?:{the}|{these}|{those})? (?:{last}|{past}|{next}|{coming}|{nth_})",),
}
KINDS: dict[str, Alternatives] = {
    "iso": ("{year} {hyphen} {to12} {hyphen} {days31}", "{year} {slash} {to12} {slash} {days31}"),
    "numeric": (
        "{days31} {slash} {days31} {slash} (?:{year}|{days31}|{to59}|{to99})",
        "{days31} {hyphen} {days31} {hyphen} {year}",
        "{dotted}",
    ),
    "day_but_one": ("{the} {units} (?:{before}|{after}) (?:{days}|{way}? {weekdays}|{way}? {afeast})",),
    "part_of_date": ("(?:{the}? {early} {hyphen}?|{the})? {parts} (?:{of}|{on})? {date}",),
    "clock": (
        "{hedge} (?:{bound}|{parts})? {hour} (?:{in} {the} {parts})? {zoned}?"
        " (?:{open} {hour} {zoned} {close})? (?:{comma}? {on}? {date}|{comma}? {nights})?",
    ),
    "ago": ("{hedge} {count} {again} {unit} (?:{or} {so})? {hyphen}? {ago}",),
    "later": (
        "{hedge} {count} {again} {unit} (?:{or} {so})?"
        " (?:{early}|{hence}|{before}|{after}|{from} {references}|{from} {days})",
    ),
    "next_to": ("{the} {units} (?:{before}|{after}) (?!{the}|{this}|{that}|{a})",),
    "year_ago": ("{the}? {units} {hyphen} (?:{ago}|{early}) (?:{nth_}? (?:{hyphen}? {stretch}|{period}))?",),
    "quarter": (
        "{again} {before_quarter}? {nth_} {hyphen} {quarters}",
        "(?:{the} {again})? {before_quarter}? {nth_} {quarters} {of_that_year}?",
    ),
    "half": ("{the} (?:{nth_}|{last}) {half} {of_that_year}",),
    "nth_of": (
        "{the} (?:{nth_}|{last}) {units} {of} {months} {saidyear}?",
        "{the} (?:{nth_}|{last}) {units} {of} {saidyear}",
        "{the} (?:{nth_}|{last}) {units} {of} {the}? {way}? {units}",
    ),
    "set": (
        "{every} (?:{other}|{number}|{few}|{nth_})? (?:{unit}|{weekdays} {parts}?|{parts}|{months}|{seasons})",
        "{plural_weekdays} (?:{plural_parts}|{parts})?",
        "{weekdays} {plural_parts}",
        "{number}? {times} {a} {units}",
        "{frequencies}",
    ),
    "week_of": ("{the}? {units} {of} {the}? (?:{monthday}|{nth}) {ofyear}?",),
    "decade": (
        "{bound}? {the}? (?:{early} {hyphen}?)? {apostrophe}? {plural_year}",
        "{bound}? {the} (?:{early} {hyphen}?)? {decades}",
    ),
    "century": ("{bound}? {the}? (?:{early} {hyphen}?)? (?:{nth}|{nth_}|{tens} {hyphen} {nth_}) {hyphen}? {units}",),
    "date": ("{bound}? {date}", "{hedge} {monthday} {ofyear}?"),
    "night": ("{bound}? {nights}",),
    "season": ("{bound}? (?:{way}|{the})? (?:{early} {hyphen}?)? {seasons} {ofyear}?",),
    "edge_year": ("{hedge} {bound} {fiscal}? {saidyear}", "{fiscal} {saidyear}", "{the} {units} {saidyear}"),
    "relative": ("{bound}? {way} {again} (?:{stretch}|{parts}|{clocks}) (?!{hyphen}) (?:{or} {so})?",),
    "bare_unit": (
        "{bound}? {the} {again} (?:{stretch}|{parts}) (?!{hyphen})",
        "{units} {hyphen}? {edges}",
        "{units} {possessive} {edges}",
        "{early} {hyphen}? {parts}",
    ),
    "duration": (
        "{hedge} (?:{number} (?:{to}|{or}) {number}|{number}|{few}|{a} {half}) {hyphen} {unit}"
        " (?:{hyphen} (?:{old}|{more}))?",
        "(?:{days31}|{to59}|{to99}|{spelt}) {units} (?!{possessive})",
        "{hedge} (?:{before_length}?|(?:{the}|{these}|{those})|{a} (?={more})) (?:{more} (?={count}))?"
        " (?:{number} (?:{to}|{or}|{hyphen}) {number}|{count}) {again} {unit} (?!{possessive}|{hyphen})"
        " (?:{and} {a} {half})? (?:{or} {so}|{or} {spelled} (?!{unit}))?"
        " (?:{comma}? {and}? {number} {again} {unit} (?!{ago}|{early}))?",
        "{hedge} (?:{before_length}|(?:{the}|{these}|{those})? (?:{recent}|{early})) {count}? {again} {plural_units}"
        " (?:{and} {plural_units})?",
        "{the}? {plural_units} (?:{or} {plural_units})? (?:{hyphen} {more})? {ahead}?",
    ),
    "reference": (
        "{right}? {references}",
        "{references_before_nouns}",
        "{the}? {near}? {future}",
        "{the} {past}",
        "{at} {the} {moment}",
        "{these} {plural_units}",
    ),
    "year": ("{hedge} {saidyear}",),
}
CORE = (
    "weekdays plural_weekdays months seasons parts plural_parts clocks days nights units quarters plural_units decades"
    " references references_before_nouns frequencies year clock stamp plural_year dotted feast future nineteen ampm"
    " oclock zone past moment slash"
).split()
"""Classes of which every expression has a word."""


def _written() -> Iterator[tuple[str, str]]:
    """Every kind with the names in braces written out."""
    known = {name: re.escape(symbol) for name, symbol in SYMBOLS.items()}

    def written(alternatives: Alternatives) -> str:
        pattern = "|".join("".join(alternative.split()) for alternative in alternatives)
        return "(?:" + re.sub(r"\{([a-z_][a-z_0-9]*)\}", lambda found: known[found[1]], pattern) + ")"

    for name, alternatives in PARTS.items():
        known[name] = written(alternatives)
    for kind, alternatives in KINDS.items():
        yield kind, written(alternatives)


PATTERN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _written()))
"""All kinds as one pattern; the name of the group that matched is the kind."""
CORES = re.compile("[" + "".join(SYMBOLS[name] for name in CORE) + "]")


def matches(symbols: str) -> Iterator[re.Match[str]]:
    """What fits a kind, in order of place, in the runs of words that can be part of a time."""
    stop = 0
    for core in CORES.finditer(symbols):
        if core.start() >= stop:
            start, end = symbols.rfind(OTHER, stop, core.start()) + 1, symbols.find(OTHER, core.end())
            stop = end if end >= 0 else len(symbols)
            yield from PATTERN.finditer(symbols, start, stop)
