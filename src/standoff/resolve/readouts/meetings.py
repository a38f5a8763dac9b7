"""Which two readouts are of one meeting: texts of two sides about each other, of one day, on the same people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from standoff.core.course import Happening
from standoff.core.reckoning import days_of
from standoff.core.records import Event, Study
from standoff.core.span import Span
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.reports import Reports
from standoff.resolve.utterances.originals import Original
from standoff.resolve.utterances.sentences import sentences_of
from standoff.resolve.utterances.sides import Sides

APART = 1
"""Days between two readouts of one meeting: it is already tomorrow in one of the capitals, or told the next morning."""
OPENING = 2
"""Sentences that say who met, where the title does not."""
MET = frozenset({"occurred", "ongoing"})
MOST = 40
"""Readouts of one side on another within a day that are compared: no office has more meetings with one other."""


class Readout(NamedTuple):
    """One side's account of a meeting."""

    original: Original
    study: Study
    sentences: Sequence[Span]
    side: str
    others: frozenset[str]
    """The sides that it met."""
    persons: frozenset[str]
    """Ids of the actors that the title and the first sentences name."""
    first: date
    last: date


class Meeting(NamedTuple):
    """Two readouts of one."""

    left: Readout
    right: Readout


def find_meetings(reports: Reports, originals: Mapping[str, Original], sides: Sides, lexicon: Lexicon) -> list[Meeting]:
    """Pairs of readouts of two sides, each in one meeting at most, sorted; of copies of a readout one is taken."""
    held: dict[tuple[str, str], list[Readout]] = defaultdict(list)
    for readout in sorted(_readouts(reports, originals, sides, lexicon), key=_by_document):
        for other in readout.others:
            held[readout.side, other].append(readout)
    pairs = [
        pair
        for (side, other), ours in sorted(held.items())
        if side < other and (other, side) in held
        for pair in _near(ours, held[other, side])
    ]
    return _best(pairs)


def _by_document(readout: Readout) -> tuple[date, str]:
    return readout.first, readout.study.doc


def _readouts(reports: Reports, originals: Mapping[str, Original], sides: Sides, lexicon: Lexicon) -> Iterator[Readout]:
    """The written originals that tell of a meeting that took place; one an account."""
    taken: set[str] = set()
    for study in sorted(reports.studies, key=lambda each: each.doc):
        original = originals.get(study.doc)
        if original is None or reports.account_of[study.doc] in taken:
            continue
        readout = _readout(original, study, sides, lexicon)
        if readout is not None:
            taken.add(reports.account_of[study.doc])
            yield readout


def _readout(original: Original, study: Study, sides: Sides, lexicon: Lexicon) -> Readout | None:
    document, title = original.document, original.document.title or ""
    days = days_of(document.published)
    if original.side is None or days is None or original.kind == "spoken" or lexicon.originals.is_upcoming(title):
        return None
    if not any(map(consulted, study.events)):
        return None
    sentences = sentences_of(document, study)
    opening = " ".join(document.quote(each) for each in sentences[:OPENING])
    others = [side for side in sides.in_text(title) if side != original.side]
    others = others or [side for side in sides.in_text(opening) if side != original.side]
    persons = {actor.id for text in (title, opening) for actor in sides.persons_in(text)}
    if not others:
        return None
    return Readout(original, study, sentences, original.side, frozenset(others), frozenset(persons), *days)


def consulted(event: Event) -> bool:
    """Whether an event is a meeting, a call or talks that took place."""
    return event.type == "CONSULT" and event.factuality in MET


def _near(ours: Sequence[Readout], theirs: Sequence[Readout]) -> Iterator[Meeting]:
    """The pairs of one day on the same people, where both name some."""
    by_day: dict[int, list[Readout]] = defaultdict(list)
    for readout in theirs:
        for day in range(readout.first.toordinal() - APART, readout.last.toordinal() + APART + 1):
            by_day[day].append(readout)
    for left in ours:
        days = range(left.first.toordinal(), left.last.toordinal() + 1)
        near = {right.study.doc: right for day in days for right in by_day.get(day, ())[:MOST]}
        for _, right in sorted(near.items()):
            if not left.persons or not right.persons or left.persons & right.persons:
                yield Meeting(left, right)


def _best(pairs: Iterable[Meeting]) -> list[Meeting]:
    """The pairs that fit best, each readout in one: those of one day first, then those that share most names."""
    found: list[Meeting] = []
    taken: set[str] = set()
    for pair in sorted(pairs, key=_fit):
        docs = {pair.left.study.doc, pair.right.study.doc}
        if taken.isdisjoint(docs):
            found.append(pair)
            taken |= docs
    return sorted(found, key=lambda pair: (pair.left.first, pair.left.study.doc, pair.right.study.doc))


def _fit(pair: Meeting) -> tuple[int, int, str, str]:
    left, right = pair
    days = abs((left.first - right.first).days)
    return days, -len(left.persons & right.persons), left.study.doc, right.study.doc


def happening_of(meeting: Meeting, happenings: Mapping[str, Sequence[Happening]]) -> Happening | None:
    """The happening that the meeting is: of those told as a meeting in either text the one that fits best.

    ``happenings`` by event. First one in both texts, then one on the day, then the one that most documents tell.
    """
    told: dict[str, tuple[Happening, set[str]]] = {}
    for readout in meeting:
        for event in filter(consulted, readout.study.events):
            for happening in happenings.get(event.id, ()):
                told.setdefault(happening.id, (happening, set()))[1].add(readout.study.doc)
    ranked = sorted(told.values(), key=lambda each: _rank(meeting, *each))
    return ranked[0][0] if ranked else None


def _rank(meeting: Meeting, happening: Happening, docs: set[str]) -> tuple[int, int, int, str]:
    days = days_of(happening.when)
    first = min(readout.first for readout in meeting)
    far = abs((days[0] - first).days) if days is not None else APART + 1
    return -len(docs), max(0, far - APART), -happening.documents, happening.id
