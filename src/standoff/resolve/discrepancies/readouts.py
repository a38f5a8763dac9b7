"""Two sides' accounts of one meeting."""

from __future__ import annotations

from collections.abc import Iterator

from standoff.core.claims import Discrepancy, Point, Readouts, Side
from standoff.core.dossier import Dossier
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.discrepancies.sides import drawn
from standoff.resolve.reports import Reports


def readouts_differ(reports: Reports, lexicon: Lexicon, found: Dossier) -> Iterator[Discrepancy]:
    """Two sides tell a meeting differently: they oppose each other, or each tells what the other leaves out."""
    for each in found.readouts:
        for made in (_opposed(reports, each), _left_out(reports, each)):
            if made is not None:
                yield made


def _opposed(reports: Reports, readouts: Readouts) -> Discrepancy | None:
    """The points on which they oppose each other."""
    points = [point for point in readouts.points if point.agreement == "opposed"]
    return drawn(
        "readout",
        f"The accounts of {_names(reports, readouts)} oppose each other on {_points(len(points))} of their meeting.",
        (side for point in points for side in _sides(readouts, point)),
        ("dispute", "grave"),
        about=readouts.id,
        detail=readouts.why.detail,
    )


def _left_out(reports: Reports, readouts: Readouts) -> Discrepancy | None:
    """What only one side tells, where each has such a point."""
    left = [point for point in readouts.points if point.agreement == "left"]
    right = [point for point in readouts.points if point.agreement == "right"]
    if not left or not right:
        return None
    one, other = (reports.actors[side].name for side in readouts.sides)
    return drawn(
        "readout",
        f"Of one meeting {one} tells {_points(len(left))} that {other} leaves out, and {other} {_points(len(right))} "
        f"that {one} leaves out.",
        (side for point in (*left, *right) for side in _sides(readouts, point)),
        ("unknown", "notable"),
        about=readouts.id,
        detail=readouts.why.detail,
    )


def _names(reports: Reports, readouts: Readouts) -> str:
    return " and ".join(reports.actors[side].name for side in readouts.sides)


def _points(count: int) -> str:
    return "one point" if count == 1 else f"{count} points"


def _sides(readouts: Readouts, point: Point) -> Iterator[Side]:
    for at, speaker in zip((point.left, point.right), readouts.sides, strict=True):
        if at is not None:
            yield Side(at=at, reading=None, speaker=speaker)
