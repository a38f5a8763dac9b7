"""Readouts: two sides' accounts of one meeting, point by point."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from standoff.core.claims import Point, Readouts
from standoff.core.course import Happening
from standoff.core.records import Why
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.readouts.align import align
from standoff.resolve.readouts.meetings import Meeting, Readout, find_meetings, happening_of
from standoff.resolve.readouts.points import points_of, silent_words, weights_of
from standoff.resolve.reports import Reports
from standoff.resolve.utterances.originals import find_originals
from standoff.resolve.utterances.sides import Sides, plain


def find_readouts(reports: Reports, lexicon: Lexicon, happenings: Sequence[Happening]) -> tuple[Readouts, ...]:
    """Each meeting that two sides give their account of, sorted by id, whatever the order given.

    Readouts are originals (``utterances/originals.py``) of two sides on each other, a day apart at most, which name
    the same people; the meeting is the happening told in them. One readout stands in one finding at most. Points
    are sentences or their parts. Raises ``KeyError`` for a document without account.
    """
    sides = Sides(reports.actors.values(), lexicon)
    originals = find_originals(reports.documents.values(), sides, lexicon)
    if len(originals) < 2:
        return ()
    by_event: dict[str, list[Happening]] = defaultdict(list)
    for happening in happenings:
        for event in happening.events:
            by_event[event].append(happening)
    found = []
    for meeting in find_meetings(reports, originals, sides, lexicon):
        happening_found = happening_of(meeting, by_event)
        actors = [_speaks(reports, readout, sides) for readout in meeting]
        if happening_found is not None and actors[0] is not None and actors[1] is not None:
            told = _side_by_side(reports, meeting, sides, (actors[0], actors[1]), lexicon)
            found += [_record(meeting, happening_found, (actors[0], actors[1]), told)] if told else []
    return tuple(sorted(found, key=lambda each: each.id))


def _speaks(reports: Reports, readout: Readout, sides: Sides) -> str | None:
    """The actor whose readout it is: the body it came out under, or its state."""
    outlet = plain(readout.original.document.outlet or "")
    named = (
        actor.id
        for actor in reports.actors.values()
        if outlet and actor.named and actor.type != "person" and outlet in map(plain, actor.names)
    )
    state = sides.state(readout.side)
    return min(named, default=state.id if state is not None else None)


def _side_by_side(
    reports: Reports, meeting: Meeting, sides: Sides, actors: tuple[str, str], lexicon: Lexicon
) -> list[Point]:
    """The points of a meeting; none where a side has none."""
    persons = [reports.actors[each] for readout in meeting for each in readout.persons]
    states = [reports.actors[each] for each in actors]
    surnames = {actor.name.split()[-1] for actor in persons}
    names = {name for actor in persons for name in actor.names if name.split()[-1] in surnames}
    silent = silent_words(sorted(names | {name for actor in states for name in actor.names}), lexicon)
    silent |= {f"state {readout.side}" for readout in meeting}

    def side_of(mention: str | None) -> str | None:
        return sides.of(reports.actor(mention))

    left, right = (points_of(readout, silent, side_of, lexicon) for readout in meeting)
    if not left or not right:
        return []
    return align(left, right, weights_of((*left, *right), lexicon), lexicon.word_vectors)


def _record(meeting: Meeting, happening: Happening, actors: tuple[str, str], points: Sequence[Point]) -> Readouts:
    return Readouts(
        happening=happening.id,
        documents=(meeting.left.study.doc, meeting.right.study.doc),
        sides=actors,
        points=tuple(points),
        why=_why(points),
    )


def _why(points: Sequence[Point]) -> Why:
    counts = Counter(point.agreement for point in points)
    said = f"{counts['both']} points told by both, {counts['left']} and {counts['right']} by one side, "
    share = (counts["both"] + counts["opposed"]) / len(points)
    return Why(
        "resolve.readouts", round(share, 3), f"{said}{counts['opposed']} opposed; two sides, one day, one meeting"
    )
