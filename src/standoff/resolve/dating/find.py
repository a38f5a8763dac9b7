"""Dates documents that do not tell their date, by those that share words with them and do.

News tell a day by its name, the issue tells the date. Where two documents share words and tell the same day of the week
beside them, the date of the one says which day that is; the other reports it on that day or the next. A date without
its year ("PORT HALDEN, Oct 3") is of the year in which the dossier's dates lie near it. What does not agree stays
undated: all times that count from a wrong date are wrong.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from standoff.core.calendar import chosen, day_of, days_around
from standoff.core.findings import Dating, Lineage, Utterance
from standoff.core.reckoning import days_of
from standoff.core.records import Document, Study, Why
from standoff.core.settle import settled
from standoff.core.span import Span
from standoff.core.when import When
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.dating.company import agrees, company_of
from standoff.resolve.dating.told_days import Named, Told, days_told, is_dateline, named_days, near, story_day

FINDER = "resolve.dating"
DAY, WEEK = timedelta(days=1), timedelta(days=7)
ROUNDS = 3
"""How often documents just dated may date others: each step rests on all before it."""
LEAST = 40
"""Characters of an utterance that two documents share by more than chance: about seven words."""
YEARS = range(1000, 3000)
"""Documents of no other years are dated by what they share."""
APART = timedelta(days=3)
"""Days that one story is told over; documents that put it further apart tell of two."""
LATER = (1, 2)
"""Days after the last that a document may be of. A weekday named as past is more likely one of these than one of the
week before: with this rule 95 of 100 of those dated in benchmarks/dating.py are of the days given, without it 88."""
AGAIN = 2
"""Times that a text names the weekday of its news: once may be any day."""
WITNESSES = 5
"""Documents named for a dating at most."""
WHOLE = frozenset({"copy", "rewrite"})
SCORES = {"dateline": 0.95, "linked": 0.9, "caption": 0.6}
"""Tried on dated reports with their date hidden. With a dateline: 17 of 17 are of its day or the next. Sharing days
with others: 44 of 48 are of theirs, all within three days (benchmarks/dating.py on t17). Taking any date in prose with
its weekday: 1 of 10, so only a caption's is taken."""

Days = tuple[date, date]
"""A first and a last day, both included."""


class Clue(NamedTuple):
    """A day that a document names, which one it is by another document, and the time expression that names it."""

    day: date
    witness: str
    time: str


class Window(NamedTuple):
    """The days that a document may be of, the documents and the times that say so, in words why."""

    first: date
    last: date
    documents: tuple[str, ...]
    times: tuple[str, ...]
    why: str
    score: float


class Around(NamedTuple):
    """The days near a date of the dossier, each with the document whose date is nearest."""

    nearest: Mapping[date, str]
    years: tuple[int, ...]


class Collected(NamedTuple):
    """What the documents share."""

    texts: Mapping[str, Document]
    read: Mapping[str, Study]
    rings: Sequence[Sequence[Span]]
    """The places of each thing that two documents or more share."""
    company: Mapping[str, Sequence[str]]
    """By waiting document, those likest to it in content."""


def find_datings(
    documents: Sequence[Document],
    studies: Sequence[Study],
    lineages: Sequence[Lineage],
    utterances: Sequence[Utterance],
    lexicon: Lexicon,
) -> tuple[Dating, ...]:
    """A dating for each document without a date that others date, sorted; the same whatever order is given."""
    texts = {document.id: document for document in documents}
    read = {study.doc: study for study in studies if study.doc in texts}
    dates = dict(_told_dates(texts, read))
    rings = [*_passages(texts, lineages), *_sayings(read, utterances)]
    waiting = {
        doc: named
        for doc, study in sorted(read.items())
        if texts[doc].published is None and doc not in dates and (named := named_days(study))
    }
    collected = Collected(texts, read, rings, company_of(texts, read, _asking(rings, waiting), lexicon.common_words))
    found: dict[str, Dating] = {}
    for _ in range(ROUNDS):
        new = _round(collected, waiting, dates) if dates and waiting else {}
        if not new:
            break
        found |= new
        dates |= {doc: days for doc, dating in new.items() if (days := days_of(dating.published)) is not None}
        waiting = {doc: named for doc, named in waiting.items() if doc not in new}
    return tuple(found[doc] for doc in sorted(found))


def _asking(rings: Iterable[Sequence[Span]], waiting: Mapping[str, Sequence[Named]]) -> set[str]:
    """The waiting documents that share anything."""
    return {place.doc for ring in rings for place in ring} & waiting.keys()


def _round(
    collected: Collected, waiting: Mapping[str, Sequence[Named]], dates: Mapping[str, Days]
) -> dict[str, Dating]:
    """The waiting documents that those with a date do date, each by itself, so that their order does not matter."""
    read = collected.read
    told = {doc: days_told(settled(read[doc], _when(days)), *days) for doc, days in dates.items() if doc in read}
    clues, around = _clues(collected.rings, waiting, told), _around(dates)
    found = {}
    for doc, named in waiting.items():
        linked = _linked(sorted(clues.get(doc, ())))
        if linked is not None and (
            _goes_on(named, linked) or not agrees(collected.company.get(doc, ()), dates, linked.first)
        ):
            linked = None
        dating = _dating(collected.texts[doc], named, linked, around)
        if dating is not None:
            found[doc] = dating
    return found


def _goes_on(named: Sequence[Named], window: Window) -> bool:
    """Whether the document names a weekday as past that comes just after these days: it is of a later day."""
    later = {(window.last + step * DAY).isoweekday() for step in LATER}
    return any(each.past and each.weekday in later for each in named)


def _told_dates(texts: Mapping[str, Document], read: Mapping[str, Study]) -> Iterator[tuple[str, Days]]:
    """The documents that tell their date, or whose text tells in full the one day that its story counts from."""
    for doc, document in texts.items():
        days = days_of(document.published)
        if document.published is None and doc in read:
            day = story_day(read[doc])
            days = None if day is None else (day, day)
        if days is not None and days[1] - days[0] <= APART and days[0].year in YEARS and days[1].year in YEARS:
            yield doc, days


def _passages(texts: Mapping[str, Document], lineages: Sequence[Lineage]) -> Iterator[Sequence[Span]]:
    """The places of what two documents share: passages; of a copy or a rewrite the whole."""
    for lineage in lineages:
        if lineage.relation in WHOLE:
            yield tuple(Span(doc, 0, len(texts[doc].text)) for doc in lineage.documents)
        else:
            yield from lineage.passages


def _sayings(read: Mapping[str, Study], utterances: Sequence[Utterance]) -> Iterator[Sequence[Span]]:
    """The places of what two documents or more report of one speaker, where it is more than a few words."""
    contents = {said.id: said.content for study in read.values() for said in study.attributions if said.content}
    for utterance in utterances:
        pieces = [contents[said] for said in utterance.attributions if said in contents]
        spans = [Span(piece[0].doc, piece[0].start, piece[-1].end) for piece in pieces]
        yield tuple(span for span in spans if span.end - span.start >= LEAST)


def _clues(
    rings: Iterable[Sequence[Span]], waiting: Mapping[str, Sequence[Named]], told: Mapping[str, Sequence[Told]]
) -> Mapping[str, set[Clue]]:
    """The days that each waiting document names as past beside words that it shares with one that dates them."""
    found: defaultdict[str, set[Clue]] = defaultdict(set)
    for ring in rings:
        days: defaultdict[date, set[str]] = defaultdict(set)
        for place in ring:
            for each in near(told.get(place.doc, ()), place):
                days[each.day].add(place.doc)
        witnesses = {day: sorted(documents)[:WITNESSES] for day, documents in days.items()}
        for place in ring if witnesses else ():
            for named in near(waiting.get(place.doc, ()), place):
                for day in filter(named.fits, witnesses if named.past else ()):
                    found[place.doc].update(Clue(day, doc, named.id) for doc in witnesses[day])
    return found


def _around(dates: Mapping[str, Days]) -> Around:
    nearest: dict[date, tuple[int, str]] = {}
    for doc, (first, last) in dates.items():
        for ordinal in range((first - WEEK).toordinal(), (last + WEEK).toordinal() + 1):
            day = date.fromordinal(ordinal)
            far = max((first - day).days, (day - last).days, 0)
            nearest[day] = min(nearest.get(day, (far, doc)), (far, doc))
    return Around({day: doc for day, (_, doc) in nearest.items()}, tuple(sorted({day.year for day in nearest})))


def _dating(document: Document, named: Sequence[Named], linked: Window | None, around: Around) -> Dating | None:
    """What others tell and the document's own days agree on; ``None`` where they do not or tell nothing."""
    window = _both(linked, _own(document, named, around))
    if window is None or any(_contradicts(each, window) for each in named):
        return None
    order = {each.id: place for place, each in enumerate(named)}
    return Dating(
        document=document.id,
        published=_when((window.first, window.last)),
        documents=window.documents,
        times=tuple(sorted(set(window.times), key=order.__getitem__)),
        why=Why(FINDER, window.score, window.why),
    )


def _linked(clues: Sequence[Clue]) -> Window | None:
    """The last day named with others and the one after it; ``None`` where the days are of two stories."""
    if not clues or clues[-1].day - clues[0].day > APART:
        return None
    day = clues[-1].day
    last = [clue for clue in clues if clue.day == day]
    documents = tuple(sorted({clue.witness for clue in last})[:WITNESSES])
    why = f"names the day that is {day} in what it shares with others"
    return Window(day, day + DAY, documents, tuple(clue.time for clue in last), why, SCORES["linked"])


def _own(document: Document, named: Sequence[Named], around: Around) -> Window | None:
    """The day that the document names without its year, in the one year in which the dossier's dates lie near it.

    A dateline is its date. Prose names days of the week and gives a date to what lies further back, so a date in it
    tells nothing; a caption gives the date of its picture, which counts where it is the day that the news are of.
    """
    dated = [(day, each) for each in named if (day := _in_year(each, around)) is not None]
    for day, each in dated:
        if is_dateline(document.text, each.start):
            return Window(day, day, (around.nearest[day],), (each.id,), f"its dateline is of {day}", SCORES["dateline"])
    pictured = [(day, each.id) for day, each in dated if _in_caption(document, each.start)]
    weekdays = [each for each in named if each.past and each.weekday is not None]
    day, time = max(pictured, default=(None, ""))
    news = [each.id for each in weekdays if day is not None and each.fits(day)]
    if day is None or len(news) < AGAIN or news[0] != weekdays[0].id:
        return None
    why = f"a picture is of {day}, and the weekday of that is the first that it names"
    return Window(day, day + DAY, (around.nearest[day],), (time, *news), why, SCORES["caption"])


def _in_caption(document: Document, start: int) -> bool:
    before = bisect_right(document.captions, start, key=lambda caption: caption[0])
    return before > 0 and start < document.captions[before - 1][1]


def _in_year(named: Named, around: Around) -> date | None:
    """The day near a date of the dossier that a month and its day name; ``None`` where there is not just one."""
    if named.month_day is None:
        return None
    days = [found.first for year in around.years if (found := day_of(year, *named.month_day)) is not None]
    near_by = [day for day in days if day in around.nearest]
    return near_by[0] if len(near_by) == 1 else None


def _both(linked: Window | None, own: Window | None) -> Window | None:
    """What the two agree on, or the one there is."""
    if linked is None or own is None:
        return linked or own
    first, last = max(linked.first, own.first), min(linked.last, own.last)
    if first > last:
        return None
    documents = tuple(sorted({*linked.documents, *own.documents}))
    why, score = f"{linked.why}; {own.why}", max(linked.score, own.score)
    return Window(first, last, documents, (*linked.times, *own.times), why, score)


def _contradicts(named: Named, window: Window) -> bool:
    """Whether the document tells a day as past that would still be to come; a dateline weighs more than a tense."""
    if named.month_day is None or window.score == SCORES["dateline"]:
        return False
    found = chosen(days_around(*named.month_day, window.last), window.last, "nearest")
    if found is None:
        return False
    return named.past and found.first > window.last


def _when(days: Days) -> When:
    return When(days[0], days[1] + DAY)
