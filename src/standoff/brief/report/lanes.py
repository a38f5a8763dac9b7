"""Lanes: which of several lines under the words each reading is drawn on, so that none hides another.

Three groups of lanes lie under the words, from the top: times, figures and events, which seldom overlap and share
lanes where they do not; attributions; commitments. A group is as deep as its readings overlap.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.core.parse import Piece

MOST = {"w": 3, "a": 4, "c": 3, "m": 2}
"""The deepest lane of each group: words, attributions, commitments, mentions. Four attributions inside each other are
rare in reports; deeper ones share the last lane, and are told apart in the list."""


def lanes(places: Sequence[Piece], most: int) -> list[int]:
    """The lane of each place, from 1: the first one that is free there, the last one where none is.

    The greedy colouring of intervals, the outer one first: no more lanes than overlap at one place.
    """
    found = [0] * len(places)
    free_from = [0] * most
    for number in sorted(range(len(places)), key=lambda each: (places[each][0], -places[each][1], each)):
        start, end = places[number]
        lane = next((each for each, until in enumerate(free_from) if until <= start), most - 1)
        free_from[lane] = max(end, free_from[lane])
        found[number] = lane + 1
    return found
