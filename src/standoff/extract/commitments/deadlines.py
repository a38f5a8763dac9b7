"""By when a commitment is due: the time that dates what is to be, or stands behind "by", "before", "until"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from standoff.core.parse import Piece
from standoff.core.records import TimeExpression
from standoff.extract.grammar import Grammar
from standoff.extract.times.near import Times

LIMITING = frozenset("by before until till within".split())


class Deadlines:
    """The time expressions of one document, asked by the commitments they limit."""

    def __init__(self, grammar: Grammar, times: Sequence[TimeExpression]) -> None:
        """Take the document's times, in order of place."""
        self._grammar, self._times = grammar, times
        self._starts = [time.at.start for time in times]
        self._dating = Times(grammar, times)

    def of(self, head: int, place: Piece) -> TimeExpression | None:
        """The time within a commitment by which its main word is due; one elsewhere dates something else."""
        dating = self._dating.of(head)
        if dating is not None and place[0] <= dating.at.start and dating.at.end <= place[1]:
            return dating
        inside = self._times[bisect_left(self._starts, place[0]) : bisect_left(self._starts, place[1])]
        return next((time for time in inside if time.type in ("date", "time") and self._limits(time)), None)

    def _limits(self, time: TimeExpression) -> bool:
        """Whether a word for a limit is the time's first or stands before it."""
        words = self._grammar.between(time.at.start, time.at.end)
        near = range(max(words.start - 2, 0), words.start + 1) if words else range(0)
        return any(self._grammar.form(index).lower() in LIMITING for index in near)
