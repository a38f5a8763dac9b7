"""The ledger: each obligation's status as a fold over what happened, move by move, each with its rule and its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import product

from standoff.core.course import Move
from standoff.core.span import Span
from standoff.core.vocabulary import Status
from standoff.lexicon.deeds import Deeds
from standoff.resolve.obligations.rules import MONTHS, step
from standoff.resolve.obligations.terms import Terms, Turn, in_order

UNCONDITIONAL = "It names no condition: it has been in force since it was made."
CONDITIONAL = "Its own words name a condition, or draw a line that has not been crossed."


def ledger(terms: Terms, turns: Iterable[Turn], at: Span, deeds: Deeds) -> tuple[Move, ...]:
    """How an obligation came to its status: what its own words say at ``at``, then a move for each turn that moves it.

    Pure: the same terms and turns give the same moves. A status is never left and come back to: rules only lead on.
    """
    first: Status = "conditional" if terms.is_conditional else "detached"
    told = terms.wordings[0].told
    moves = [Move(status=first, rule=CONDITIONAL if terms.is_conditional else UNCONDITIONAL, at=at, when=told)]
    for turn in in_order(list(turns)):
        found = step(terms, moves[-1].status, turn, deeds)
        if found is not None and found.status != moves[-1].status:
            place = turn.at or found.matched or at
            moves.append(Move(status=found.status, rule=found.rule, at=place, happening=turn.happening, when=turn.when))
    return tuple(moves)


class Timeline:
    """Turns of events by deed and doer, so that each obligation is shown only those that may move it."""

    def __init__(self, turns: Sequence[Turn], deeds: Deeds) -> None:
        """Take every turn."""
        self._by_deed: dict[tuple[str, str], list[tuple[date, int]]] = defaultdict(list)
        self._by_doc: dict[str, list[Turn]] = defaultdict(list)
        self._days = [turn for turn in turns if turn.kind == "day"]
        self._turns = [turn for turn in turns if turn.kind == "occurred" and turn.when is not None]
        for index, turn in enumerate(self._turns):
            if turn.when is not None and turn.when.since is not None:
                for key in product(_may_concern(turn, deeds), turn.matter.agents):
                    self._by_deed[key].append((turn.when.since, index))
        for found in self._by_deed.values():
            found.sort()
        for turn in turns:
            if turn.kind == "denial" and turn.at is not None:
                self._by_doc[turn.at.doc].append(turn)

    def for_terms(self, terms: Terms) -> list[Turn]:
        """The turns that may move an obligation: of its deeds, from the day it was told, and denials in its reports."""
        found = [turn for doc in sorted(terms.documents) for turn in self._by_doc.get(doc, ())]
        if terms.told is not None:
            last = terms.told + timedelta(days=MONTHS)
            chosen = {
                index
                for key in product(terms.deeds | {"retraction"}, terms.sides)
                for _, index in _between(self._by_deed.get(key, []), terms.told, last)
            }
            found += [self._turns[index] for index in sorted(chosen)]
        return [*found, *self._days]


def _between(turns: Sequence[tuple[date, int]], first: date, last: date) -> Sequence[tuple[date, int]]:
    return turns[bisect_left(turns, (first, -1)) : bisect_right(turns, (last, len(turns) + (1 << 40)))]


def _may_concern(turn: Turn, deeds: Deeds) -> frozenset[str]:
    """What a turn's deeds are a case of, and what they break."""
    return frozenset().union(*(deeds.above[deed] | deeds.broken[deed] for deed in turn.matter.deeds))
