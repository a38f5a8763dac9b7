"""From what a user names to a judgement: ids of readings, which stay what they are however findings change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from standoff.core.dossier import Dossier
from standoff.core.errors import JudgementError
from standoff.core.judgements import Judgement
from standoff.core.records import Attribution, Commitment, Event, Figure, Mention, Study
from standoff.core.vocabulary import Verdict

COMPARING = ("same", "different")
ALONE = ("right", "wrong")
COMPARED = ("mention", "attribution", "event", "figure", "commitment")
"""The readings that findings are made of."""
SHOWN = 4
"""Ids that a message names."""

Reading = Mention | Attribution | Event | Figure | Commitment


@dataclass(frozen=True)
class Known:
    """A record that a user may name: a reading, or a finding with the ids of its readings in order of place."""

    id: str
    kind: str
    of: str
    """The kind of reading it is, or is made of."""
    readings: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """A decision as a user gives it: ids or unique beginnings of ids, of readings or of findings."""

    subject: str
    verdict: Verdict
    other: str | None
    by: str
    on: str
    note: str | None = None


@dataclass(frozen=True)
class Records:
    """What a user may name in a dossier."""

    dossier: Dossier

    def named(self, beginning: str) -> Known:
        """The one record whose id is this or begins so. Raises ``JudgementError``."""
        wanted = beginning.strip().lower()
        found = [key for key in self._known if wanted and key.startswith(wanted)]
        if not found:
            raise JudgementError(f"no record has an id that begins with {beginning!r}; standoff show FILE lists them")
        if len(found) > 1 and wanted not in self._known:
            shown = ", ".join(f"{key} ({self._known[key].kind})" for key in sorted(found)[:SHOWN])
            raise JudgementError(f"{beginning!r} begins {len(found)} ids, so give more of it: {shown}")
        return self._known[wanted if wanted in self._known else found[0]]

    @cached_property
    def _known(self) -> Mapping[str, Known]:
        return {each.id: each for each in (*self._readings(), *self._findings())}

    def _readings(self) -> Iterator[Known]:
        for study in self.dossier.studies:
            for kind, readings in zip(COMPARED, _compared(study), strict=True):
                yield from (Known(key, kind, kind, (key,)) for key in (reading.id for reading in readings))
            yield from (Known(key, "time", "time", (key,)) for key in (time.id for time in study.times))

    def _findings(self) -> Iterator[Known]:
        found = self.dossier
        yield from (self._made(each.id, "actor", "mention", each.mentions) for each in found.actors)
        yield from (self._made(each.id, "utterance", "attribution", each.attributions) for each in found.utterances)
        yield from (self._made(each.id, "happening", "event", each.events) for each in found.happenings)
        yield from (self._made(each.id, "measure", "figure", each.figures) for each in found.measures)
        yield from (self._made(each.id, "obligation", "commitment", each.commitments) for each in found.obligations)
        yield from (Known(each.id, "discrepancy", "discrepancy", ()) for each in found.discrepancies)

    def _made(self, key: str, kind: str, of: str, readings: Sequence[str]) -> Known:
        return Known(key, kind, of, tuple(sorted(readings, key=lambda each: (self._places.get(each, ("", 0)), each))))

    @cached_property
    def _places(self) -> Mapping[str, tuple[str, int]]:
        readings = (reading for study in self.dossier.studies for kind in _compared(study) for reading in kind)
        return {reading.id: _place(reading) for reading in readings}


def judgement_of(dossier: Dossier, asked: Asked) -> Judgement:
    """The judgement that a user gives on a dossier. Raises ``JudgementError`` where it makes no sense.

    A finding stands for its first reading by place; where it is compared with one of its own readings, for the first
    of the others. "unsure" takes back the last decision that stands between the two, or on the one.
    """
    return decided(Records(dossier).named, dossier.judgements, asked)


def decided(named: Callable[[str], Known], given: Sequence[Judgement], asked: Asked) -> Judgement:
    """The same where the records are not in memory: ``named`` finds one, ``given`` are the judgements so far."""
    if not asked.by.strip() or not all(map(str.isprintable, (asked.by, *(asked.note or "").split("\n")))):
        raise JudgementError("a decision needs the name of who decides, in characters that can be printed")
    if asked.verdict == "unsure" and _is_given(given, asked):
        return Judgement(
            subject=asked.subject, verdict="unsure", other=asked.other, by=asked.by, on=asked.on, note=asked.note
        )
    subject = named(asked.subject)
    other = None if asked.other is None else named(asked.other)
    ids = _alone(given, subject, asked.verdict) if other is None else _pair(given, subject, other, asked.verdict)
    return Judgement(subject=ids[0], verdict=asked.verdict, other=ids[1], by=asked.by, on=asked.on, note=asked.note)


def _is_given(given: Iterable[Judgement], asked: Asked) -> bool:
    """Whether a decision was given on exactly this: it can be taken back though its record is not found any more."""
    wanted = {asked.subject, asked.other}
    return any({each.subject, each.other} == wanted for each in given)


def _alone(given: Sequence[Judgement], subject: Known, verdict: Verdict) -> tuple[str, str | None]:
    """The one record that is right or wrong, or of which a decision is taken back."""
    if verdict in COMPARING:
        raise JudgementError(f"{verdict!r} is said of two records: name the other one as well")
    if subject.kind in (*COMPARED, "time", "discrepancy"):
        return subject.id, None
    ids = ", ".join(subject.readings[:SHOWN]) + (", ..." if len(subject.readings) > SHOWN else "")
    if verdict in ALONE:
        raise JudgementError(f"{subject.kind} {subject.id} is made of readings: say which of them is {verdict}: {ids}")
    taken_back = _last(given, subject.readings, subject.readings)
    if taken_back is None:
        raise JudgementError(f"no decision on the readings of {subject.id} stands, so there is none to take back")
    return taken_back.subject, taken_back.other


def _pair(given: Sequence[Judgement], subject: Known, other: Known, verdict: Verdict) -> tuple[str, str]:
    """The two readings that are compared."""
    if verdict in ALONE:
        raise JudgementError(f"{verdict!r} is said of one record, not of two")
    if subject.id == other.id:
        raise JudgementError(f"{subject.id} is compared with itself")
    if subject.of != other.of:
        raise JudgementError(f"{subject.id} is of kind {subject.kind}, {other.id} of kind {other.kind}: not comparable")
    if subject.of not in COMPARED:
        raise JudgementError(f"{subject.id} is of kind {subject.kind}: nothing is made of several, so none is compared")
    if verdict == "unsure":
        known = _last(given, subject.readings, other.readings)
        if known is not None and known.other is not None:
            return known.subject, known.other
    for one in subject.readings:
        for two in other.readings:
            if one != two:
                return one, two
    raise JudgementError(f"{subject.id} and {other.id} hold no two readings that could be compared")


def _last(judgements: Iterable[Judgement], left: Sequence[str], right: Sequence[str]) -> Judgement | None:
    """The last decision between a reading of one and a reading of the other, unless it was taken back."""
    ours, theirs = set(left), set(right)
    standing: dict[tuple[str, ...], Judgement] = {}
    for each in judgements:
        if each.other is None:
            continue
        if (each.subject in ours and each.other in theirs) or (each.subject in theirs and each.other in ours):
            pair = tuple(sorted((each.subject, each.other)))
            standing.pop(pair, None)
            if each.verdict != "unsure":
                standing[pair] = each
    return list(standing.values())[-1] if standing else None


def _compared(study: Study) -> tuple[Sequence[Reading], ...]:
    """The readings of a study, in the order of their kinds above."""
    return study.mentions, study.attributions, study.events, study.figures, study.commitments


def _place(reading: Reading) -> tuple[str, int]:
    at = reading.content[0] if isinstance(reading, Attribution) else reading.at
    return at.doc, at.start
