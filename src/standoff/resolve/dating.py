"""Dates documents that do not tell their date, by those that share words with them and do.

News tell a day twice: by the day of the week in the text, by the date of the issue. Where two documents share words
and tell the same day of the week beside them, the date of one says which day that is; the other reports it on that day
or the next. A date without its year ("HALDEN, Oct 3") is of the year in which the dossier's dates lie near it. What
does not agree is left undated: times that count from a wrong date would all be wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from standoff.core.calendar import chosen, days_around
from standoff.core.dossier import Dating, Lineage, Utterance
from standoff.core.reckoning import days_of, month_day
from standoff.core.records import Document, Study, Why
from standoff.core.settle import settled
from standoff.core.span import Span
from standoff.core.when import When
from standoff.resolve.told_days import Named, days_told, named_days, near, own_days, story_day

FINDER = "resolve.dating"
DAY = timedelta(days=1)
ROUNDS = 3
"""How often documents just dated may date others: each step rests on all before it."""
LEAST = 40
"""Characters of an utterance that two documents share by more than chance: about seven words."""
APART = timedelta(days=3)
"""Days that a story is told over; documents that put it further apart tell of two."""
WITNESSES = 5
"""Documents named for a dating at most."""
WHOLE = frozenset({"copy", "rewrite"})

Days = tuple[date, date]
"""A first and a last day, both included."""


class Clue(NamedTuple):
    """A day that a document tells of its own story, who says which it is, and the times that name it."""

    day: date
    witness: str
    time: str


class Window(NamedTuple):
    """The days that a document may be of, and why."""

    first: date
    last: date
    documents: tuple[str, ...]
    times: tuple[str, ...]
    why: str


def find_datings(
    documents: Sequence[Document],
    studies: Sequence[Study],
    lineages: Sequence[Lineage],
    utterances: Sequence[Utterance],
) -> tuple[Dating, ...]:
    """A dating for each document without a date that others date, sorted; the same whatever order is given."""
    texts = {document.id: document for document in documents}
    read = {study.doc: study for study in studies if study.doc in texts}
    dates = dict(_told_dates(texts, read))
    rings = [*_passages(texts, lineages), *_sayings(read, utterances)]
    found: dict[str, Dating] = {}
    for _ in range(ROUNDS if dates else 0):
        undated = {doc: named_days(study) for doc, study in sorted(read.items()) if doc not in dates}
        told = {doc: days_told(settled(read[doc], _when(*days)), *days) for doc, days in dates.items() if doc in read}
        clues = _clues(rings, undated, told)
        around = own_days(dates)
        new = {
            doc: dating
            for doc, named in undated.items()
            if (dating := _dating(texts[doc], named, clues.get(doc, ()), around)) is not None
        }
        found |= new
        dates |= {doc: days for doc, dating in new.items() if (days := days_of(dating.published)) is not None}
        if not new:
            break
    return tuple(found[doc] for doc in sorted(found))


def _told_dates(texts: Mapping[str, Document], read: Mapping[str, Study]) -> Iterator[tuple[str, Days]]:
    """The documents that tell their date, or whose text tells the one day of its story in full."""
    for doc, document in texts.items():
        days = days_of(document.published)
        day = story_day(read[doc]) if days is None and document.published is None and doc in read else None
        if days is not None and days[1] - days[0] <= APART:
            yield doc, days
        elif day is not None:
            yield doc, (day, day)


def _passages(texts: Mapping[str, Document], lineages: Sequence[Lineage]) -> Iterator[tuple[Span, ...]]:
    """The places of what two documents share: passages; of a copy or a rewrite the whole."""
    for lineage in lineages:
        if lineage.relation in WHOLE:
            yield tuple(Span(doc, 0, len(texts[doc].text)) for doc in lineage.documents)
        else:
            yield from lineage.passages


def _sayings(read: Mapping[str, Study], utterances: Sequence[Utterance]) -> Iterator[tuple[Span, ...]]:
    """The places of what two documents or more report of one speaker, where it is more than a few words."""
    contents = {said.id: said.content for study in read.values() for said in study.attributions if said.content}
    for utterance in utterances:
        pieces = [contents[said] for said in utterance.attributions if said in contents]
        spans = [Span(piece[0].doc, piece[0].start, piece[-1].end) for piece in pieces]
        yield tuple(span for span in spans if span.end - span.start >= LEAST)


def _clues(
    rings: Iterable[tuple[Span, ...]],
    undated: Mapping[str, Sequence[Named]],
    told: Mapping[str, Sequence[tuple[int, date]]],
) -> Mapping[str, set[Clue]]:
    """For each undated document the days that it names beside words it shares with a document that dates them."""
    found: defaultdict[str, set[Clue]] = defaultdict(set)
    for ring in rings:
        days: defaultdict[date, set[str]] = defaultdict(set)
        for place in ring:
            for _, day in near(told.get(place.doc, ()), place):
                days[day].add(place.doc)
        for place in ring if days else ():
            for named in near(undated.get(place.doc, ()), place):
                for day in filter(named.fits, days):
                    found[place.doc].update(Clue(day, doc, named.id) for doc in sorted(days[day])[:WITNESSES])
    return found


def _dating(
    document: Document, named: Sequence[Named], clues: Iterable[Clue], around: Mapping[date, str]
) -> Dating | None:
    """What the clues and the document's own days agree on; ``None`` where they do not or tell nothing."""
    linked, own = _linked(clues), _own(document, named, around)
    if linked is None or own is None:
        window = linked or own
    else:
        window = _both(linked, own)
    if window is None or any(_contradicts(each, window) for each in named):
        return None
    order = {each.id: place for place, each in enumerate(named)}
    return Dating(
        document=document.id,
        published=_when(window.first, window.last),
        documents=window.documents,
        times=tuple(sorted(set(window.times), key=lambda time: order[time])),
        why=Why(FINDER, 1.0, window.why),
    )


def _linked(clues: Iterable[Clue]) -> Window | None:
    """The last day told with others and the one after it; ``None`` where the days are of two stories."""
    found = sorted(clues)
    if not found or found[-1].day - found[0].day > APART:
        return None
    last = [clue for clue in found if clue.day == found[-1].day]
    documents = tuple(sorted({clue.witness for clue in last})[:WITNESSES])
    day = last[0].day
    return Window(day, day + DAY, documents, tuple(clue.time for clue in last), f"tells {day} as others do")


def _own(document: Document, named: Sequence[Named], around: Mapping[date, str]) -> Window | None:
    """The day that the document names without its year, in the one year in which the dossier's dates lie near it.

    A dateline is its date. Elsewhere the last such day counts if the text also names its day of the week, as of now.
    """
    dated = [(day, each) for each in named if (day := _in_the_year(each, around)) is not None]
    for day, each in dated:
        if each.is_dateline(document.text):
            return Window(day, day, (around[day],), (each.id,), f"its dateline is of {day}")
    past = [(day, each.id) for day, each in dated if each.past]
    if not past:
        return None
    day, time = max(past)
    weekdays = [each.id for each in named if each.past and each.weekday is not None and each.fits(day)]
    if not weekdays:
        return None
    return Window(day, day + DAY, (around[day],), (time, *weekdays), f"tells {day} with its day of the week")


def _in_the_year(named: Named, around: Mapping[date, str]) -> date | None:
    """The day near the dossier's dates that a month and a day of it name; ``None`` where there is not just one."""
    if named.monthday is None:
        return None
    days = [day for year in {day.year for day in around} if (day := _day(year, *named.monthday)) in around]
    return days[0] if len(days) == 1 else None
