"""The year of an agreement, a war, an election."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from standoff.core.claims import Discrepancy, Side
from standoff.core.dossier import Dossier
from standoff.core.records import Document, Study, TimeExpression
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.sides import drawn, joined
from standoff.resolve.lineage.shingles import grouped
from standoff.resolve.reports import Reports
from standoff.resolve.wording import is_informative, is_number, stem_of, words_of

YEAR = re.compile(r"\d{4}")
NEAR = 150
"""Characters between a year and the noun that it dates; those of one sentence between them."""
SHARED = 2
"""Informative words, besides the noun, that two clauses share where they speak of one agreement."""
COMMON = 40
"""Clauses with one noun that are compared two by two; more are about many agreements."""


class Dated(NamedTuple):
    """One noun with the years that its clause gives it."""

    noun: str
    years: frozenset[str]
    at: Span
    stems: frozenset[str]


def years_differ(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Reports date one agreement or one vote to different years."""
    by_noun: dict[str, list[Dated]] = defaultdict(list)
    for study in reports.studies:
        for each in _dated(reports.documents[study.doc], study, lexicon.differences.dated):
            by_noun[each.noun].append(each)
    for _, dated in sorted(by_noun.items()):
        if len(dated) <= COMMON:
            for group in _differing(dated):
                made = _discrepancy(group)
                if made is not None:
                    yield made


def _dated(document: Document, study: Study, nouns: Mapping[str, str]) -> Iterator[Dated]:
    """The nouns of what is dated, each with the years of its clause."""
    found: dict[Span, tuple[str, list[TimeExpression]]] = {}
    for time in study.times:
        if YEAR.fullmatch(time.value) is not None and time.basis == "explicit":
            near = _noun_near(document, time.at, nouns)
            if near is not None:
                found.setdefault(near[1], (near[0], []))[1].append(time)
    for at, (noun, times) in sorted(found.items()):
        start, end = min(at.start, times[0].at.start), max(at.end, times[-1].at.end)
        around = words_of(document.text, [(max(0, start - NEAR), min(len(document.text), end + NEAR))])
        stems = {stem_of(form) for form in around.forms if is_informative(form)}
        told = frozenset(stem for stem in stems if not is_number(stem) and stem != stem_of(noun))
        yield Dated(noun, frozenset(time.value for time in times), Span(document.id, start, end), told)


def _noun_near(document: Document, time: Span, nouns: Mapping[str, str]) -> tuple[str, Span] | None:
    """The noun of what a year dates: the one right behind it, else the last before it in its sentence."""
    text = document.text
    behind = words_of(text, [(time.end, min(len(text), time.end + NEAR // 5))]).first(2)
    before = words_of(text, [(max(0, time.start - NEAR), time.start)])
    stop = max(text.rfind(mark, max(0, time.start - NEAR), time.start) for mark in ".!?\n")
    words = [
        *zip(behind.forms, behind.starts, behind.ends, strict=True),
        *reversed(list(zip(before.forms, before.starts, before.ends, strict=True))),
    ]
    for form, start, end in words:
        if form in nouns and (start > time.start or start > stop):
            return nouns[form], Span(document.id, start, end)
    return None


def _differing(dated: Sequence[Dated]) -> Iterator[list[Dated]]:
    """Those that speak of one thing, as far as they hang together, where two reports give it other years."""
    pairs = [
        (place, later)
        for place, one in enumerate(dated)
        for later in range(place + 1, len(dated))
        if len(one.stems & dated[later].stems) >= SHARED
    ]
    groups: dict[int, list[Dated]] = defaultdict(list)
    for place, group in enumerate(grouped(len(dated), pairs)):
        groups[group].append(dated[place])
    for each in groups.values():
        if len({one.years for one in each}) > 1 and len({one.at.doc for one in each}) > 1:
            yield each


def _discrepancy(group: Sequence[Dated]) -> Discrepancy | None:
    years = joined(sorted({" and ".join(sorted(each.years)) for each in group}), most=4)
    disjoint = any(not one.years & other.years for one in group for other in group)
    return drawn(
        "dates",
        f"One agreement or vote is dated to different years: {years}.",
        (Side(at=each.at, reading=None) for each in group),
        ("unknown", "notable" if disjoint else "slight"),
        about=None,
        detail="the clauses have informative words in common",
    )
