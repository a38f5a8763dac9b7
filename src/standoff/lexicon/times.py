"""Words that tell times: days, months, units and the small words around them, each with its class and its value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from standoff.core.errors import ResourceError
from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load

FILE = "times"

OTHER_FIELDS = ("classes", "feasts", "pending", "timetabled", "arranging")
"""Fields of ``times.yaml`` that do not list words by their value."""

Lines = dict[str, str]


class TimeLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``times.yaml``; each line a comma-separated list, each field but ``classes`` by value."""

    weekdays: dict[int, str]
    plural_weekdays: dict[int, str]
    short_weekdays: dict[int, str]
    months: dict[int, str]
    doubtful_months: dict[int, str]
    seasons: Lines
    doubtful_seasons: Lines
    parts: Lines
    plural_parts: Lines
    clocks: Lines
    days: dict[int, str]
    nights: Lines
    units: Lines
    quarters: Lines
    plural_units: Lines
    decades: dict[int, str]
    feasts: Lines
    references: Lines
    references_before_nouns: Lines
    frequencies: Lines
    ordinals: dict[int, str]
    early: Lines
    edges: Lines
    pending: str
    timetabled: str
    arranging: str
    classes: Lines


class TimeWords(msgspec.Struct, frozen=True, eq=False):
    """What each word may do in a time expression, and which day, month, unit it means."""

    classes: Mapping[str, str]
    """The class of each word: the field it is listed in, or one of ``classes``."""
    values: Mapping[str, str]
    """What the words of the fields by value stand for."""
    feasts: Mapping[tuple[str, ...], str]
    """The rule for the day of each feast, by the words of its name."""
    pending: frozenset[str]
    """Lemmas whose infinitive lies ahead of them."""
    timetabled: frozenset[str]
    """Lemmas whose present tense tells what is planned."""
    arranging: frozenset[str]
    """Lemmas whose own time is that of what is arranged."""


def load_times() -> TimeWords:
    """The words of ``times.yaml``. Raises ``ResourceError``, also for a word that stands twice."""
    lines = load(FILE, TimeLines)
    classes = index(FILE, _classes(lines))
    feasts = index(FILE, ((name, rule) for rule, names in lines.feasts.items() for name in listed(names)))
    return TimeWords(
        classes=classes,
        values={word: value for _, value, word in _by_value(lines)},
        feasts={tuple(name.split()): rule for name, rule in feasts.items()},
        pending=frozenset(listed(lines.pending)),
        timetabled=frozenset(listed(lines.timetabled)),
        arranging=frozenset(listed(lines.arranging)),
    )


def _by_value(lines: TimeLines) -> Iterator[tuple[str, str, str]]:
    """Each word of the fields by value: the field, the value, the word. Raises ``ResourceError`` for two words."""
    for field in TimeLines.__struct_fields__:
        if field in OTHER_FIELDS:
            continue
        for value, words in getattr(lines, field).items():
            for word in listed(words):
                if " " in word:
                    raise ResourceError(f"resources/{FILE}.yaml lists {word!r} under {field}: one word is looked up")
                yield field, str(value), word


def _classes(lines: TimeLines) -> Iterator[tuple[str, str]]:
    yield from ((word, field) for field, _, word in _by_value(lines))
    yield from ((word, name) for name, words in lines.classes.items() for word in listed(words))
