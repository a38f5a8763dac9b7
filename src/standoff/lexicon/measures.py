"""Which figures count the same thing: kinds of things counted, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from standoff.core.errors import ResourceError
from standoff.lexicon.inflect import verb_forms, with_s
from standoff.lexicon.listed import index, listed
from standoff.lexicon.load import load

FILE = "measures"
LONGEST = 5
"""No phrase of the file has more words (a test counts them)."""


RUN_ON = 7
"""Letters from which a word with one letter too many is read without it: damaged texts run words together."""


class MeasureLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``measures.yaml``; each line a comma-separated list."""

    kinds: dict[str, str]
    general: str
    periods: dict[str, str]
    conditions: dict[str, str]
    lasting: str
    owned: str
    forces: str
    totals: str
    spans: str
    parts: str


class MeasureWords(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """Every look-up is a dictionary's; phrases are words in lower case with single spaces."""

    kinds: Mapping[str, str]
    """By noun, singular or plural, what it counts."""
    general: frozenset[str]
    periods: Mapping[str, str]
    """By noun, what lasts."""
    conditions: Mapping[str, str]
    """By word or phrase, in any form, what is said of those counted."""
    lasting: frozenset[str]
    owned: frozenset[str]
    forces: frozenset[str]
    phrases: frozenset[str]
    """The first words of the conditions that have several."""
    totals: re.Pattern[str]
    """Finds one of the phrases in words with single spaces."""
    spans: frozenset[str]
    parts: tuple[str, ...]

    def kind_of(self, words: str) -> str | None:
        """The kind of thing that words for what is counted name: by their last word, or by the last two."""
        return _by_end(self.kinds, words)

    def period_of(self, words: str) -> str | None:
        """The kind of thing whose length is told."""
        return _by_end(self.periods, words)


def _by_end(named: Mapping[str, str], words: str) -> str | None:
    """What the longest ending of the words is listed as."""
    last = words.split()[-LONGEST:]
    for start in range(len(last)):
        found = named.get(" ".join(last[start:]))
        if found is not None:
            return found
    run_on = last[-1][:-1] if last and len(last[-1]) > RUN_ON else ""
    return named.get(run_on)


def load_measure_words() -> MeasureWords:
    """The words of ``measures.yaml``. Raises ``ResourceError``, also where a word is listed under two headings."""
    lines = load(FILE, MeasureLines)
    conditions = _forms(lines.conditions)
    return MeasureWords(
        kinds=index(FILE, _nouns(lines.kinds)),
        general=_known("general", lines.general, lines.kinds),
        periods=index(FILE, _nouns(lines.periods)),
        conditions=conditions,
        phrases=frozenset(words.split()[0] for words in conditions if " " in words),
        lasting=_known("lasting", lines.lasting, lines.conditions),
        owned=_known("owned", lines.owned, lines.conditions),
        forces=_known("forces", lines.forces, {**lines.conditions, **lines.kinds}),
        totals=re.compile(rf"\b(?:{'|'.join(map(re.escape, listed(lines.totals)))})\b"),
        spans=frozenset(listed(lines.spans)),
        parts=tuple(listed(lines.parts)),
    )


def _known(name: str, line: str, headings: Iterable[str]) -> frozenset[str]:
    """The headings on a line. Raises ``ResourceError`` for one that there is not."""
    found, known = frozenset(listed(line)), frozenset(headings)
    for each in sorted(found - known):
        raise ResourceError(f"resources/{FILE}.yaml lists {each!r} under {name!r}, which is none of its headings")
    return found


def _nouns(lines: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Singular and plural of each noun with its heading."""
    for heading, line in lines.items():
        for entry in listed(line):
            single, _, plural = entry.partition("/")
            yield from ((form, heading) for form in sorted({single, plural or with_s(single)}))


def _forms(lines: Mapping[str, str]) -> dict[str, str]:
    """Every form with its condition; a form made by rule gives way to a listed word."""
    stated = index(FILE, ((entry, heading) for heading, line in lines.items() for entry in listed(line)))
    made: dict[str, str] = {}
    for entry, heading in stated.items():
        if " " not in entry:
            made |= dict.fromkeys(sorted(verb_forms(entry)), heading)
    return made | stated
