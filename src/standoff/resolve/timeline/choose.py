"""Which sentences tell a day best: those nearest to what all sentences on it say, none that says the same again.

Centroid-based extraction (Radev et al. 2004), of each day and of the whole, so that a sentence on another matter that
happens to name the day stays behind.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from math import log, sqrt
from typing import NamedTuple

from standoff.core.records import Document
from standoff.core.span import Span
from standoff.resolve.timeline.tellings import Telling
from standoff.resolve.topics.terms import term_of
from standoff.resolve.wording import WORD

DAY = timedelta(days=1)
# By reasoning, not fitted; but among the hundred or so variants compared on the seven timelines that journalists wrote
# (benchmarks/timeline.py), which this is also measured on.
NAMED = 2.0
"""A sentence that names the day counts so many times in what is said of it."""
PREFERRED = 1.5
"""And is preferred by so much."""
SHORTEST, LONGEST = 5, 40
"""Stems of a sentence that can stand alone."""
SAME = 0.5
"""Two sentences that share more of the shorter one's stems say the same."""
CANDIDATES = 300
"""Sentences looked at for a day, those that tell most: of a day that thousands of reports name, these are enough."""

Vector = Mapping[str, float]


class Candidate(NamedTuple):
    """A sentence with its stems as a vector of unit length, and its likeness to what the whole is about."""

    telling: Telling
    stems: Vector
    central: float


def candidates_by_day(told: Iterable[Telling]) -> dict[date, list[Telling]]:
    """The sentences that may tell each day, those that name it first, then those that tell most."""
    found: defaultdict[date, list[Telling]] = defaultdict(list)
    for telling in told:
        published = telling.published
        own = _own(published) if telling.leads and published is not None else ()
        for day in (*telling.days, *own):
            found[day].append(telling)
    return {
        day: sorted(each, key=lambda telling: (day not in telling.days, -telling.weight, telling.at))[:CANDIDATES]
        for day, each in found.items()
    }


def _own(published: date) -> tuple[date, ...]:
    """The days that a report is about unless it says otherwise; the calendar has a first day."""
    return (published, published - DAY) if published > date.min else (published,)


def vectors(documents: Mapping[str, Document], told: Sequence[Telling]) -> dict[Span, Candidate]:
    """The sentences of usable length as vectors; how rare a stem is comes from these sentences themselves."""
    stems = {telling.at: _stems(documents[telling.at.doc].quote(telling.at)) for telling in told}
    usable = {telling.at: telling for telling in told if SHORTEST <= len(stems[telling.at]) <= LONGEST}
    holders = Counter(chain.from_iterable(stems[at] for at in usable))
    rarity = {stem: log((len(usable) + 1) / (count + 0.5)) for stem, count in holders.items()}
    units = {at: _unit({stem: rarity[stem] for stem in stems[at]}) for at in usable}
    whole = _unit({stem: count * rarity[stem] for stem, count in holders.items()})
    return {at: Candidate(usable[at], unit, _dot(unit, whole)) for at, unit in units.items()}


def chosen(day: date, candidates: Sequence[Candidate], most: int) -> tuple[Span, ...]:
    """The sentences that tell a day best, at most so many, the best first."""
    middle: defaultdict[str, float] = defaultdict(float)
    for candidate in candidates:
        weight = candidate.central * (NAMED if day in candidate.telling.days else 1.0)
        for stem, value in candidate.stems.items():
            middle[stem] += weight * value
    centre = _unit(middle)

    def worth(candidate: Candidate) -> float:
        named = PREFERRED if day in candidate.telling.days else 1.0
        return round((_dot(candidate.stems, centre) + candidate.central) * named, 9)

    found: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda each: (-worth(each), each.telling.at)):
        if not any(_same(candidate.stems, other.stems) for other in found):
            found.append(candidate)
        if len(found) == most:
            break
    return tuple(candidate.telling.at for candidate in found)


def _stems(words: str) -> list[str]:
    """The stems of a sentence, each once, in order."""
    return list(dict.fromkeys(filter(None, map(term_of, WORD.findall(words)))))


def _unit(vector: Vector) -> Vector:
    length = sqrt(sum(value * value for value in vector.values()))
    return {stem: value / length for stem, value in vector.items()} if length else {}


def _dot(short: Vector, long: Vector) -> float:
    known = long.get
    return sum([value * known(stem, 0.0) for stem, value in short.items()])


def _same(one: Vector, other: Vector) -> bool:
    return len(one.keys() & other.keys()) > SAME * min(len(one), len(other))
