"""Who deals with whom: a matrix of actors, conflict told apart from cooperation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from standoff.core.vocabulary import EventType
from standoff.picture.blocs import order_by_bloc
from standoff.picture.drawn import Json, Picture, Rows
from standoff.picture.records import Party, Tie
from standoff.picture.words import clamp, count, lines_below, safe_href, whole, width_of

COOPERATION: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
"""PLOVER's two cooperative quadrants, in words and in deeds; the other types are its two conflictual ones."""

NAME_ROOM = 150
"""Pixels of a name beside its row, some 25 letters."""
CELL = 26
SLANT = 0.75
"""Of a name's length is its height when it is turned by 45 degrees, and a little for its letters."""
FEW = 8
"""Where there are more actors, one with a single happening would be an empty row and column; it is left out."""
Key = tuple[str, str]


def dealings(ties: Sequence[Tie], parties: Sequence[Party], *, most: int = 20) -> Picture:
    """Who deals with whom: rows do, columns suffer or share; conflict told apart from cooperation.

    Drawn are the actors with the most happenings, up to ``most``, sorted so that blocs stand together. What an
    actor does to itself is not drawn.
    """
    between = [tie for tie in ties if tie.doer != tie.sufferer and tie.count > 0]
    activity: Counter[str] = Counter()
    for tie in between:
        activity[tie.doer] += tie.count
        activity[tie.sufferer] += tie.count
    known = {party.id: party for party in parties if party.id in activity}
    ranked = sorted(known, key=lambda actor: (-activity[actor], actor))
    busy = [actor for number, actor in enumerate(ranked) if number < FEW or activity[actor] > 1]
    shown = order_by_bloc(busy[:most], _friendly(between))
    place = {actor: at for at, actor in enumerate(shown)}
    cells = _cells([tie for tie in between if tie.doer in place and tie.sufferer in place])
    height = CELL * max(len(shown), 1)
    longest = max((width_of(clamp(known[one].name, NAME_ROOM)) for one in shown), default=0)
    return Picture(
        name="dealings",
        description=_describe(cells, len(shown)),
        height=height,
        data={
            "names": [_name(known[actor], at) for actor, at in place.items()],
            "cells": _drawn(cells, place, known),
            "self": [{"x": at, "y": CELL * at + CELL / 2} for at in place.values()],
            "notes": _notes(len(shown), len(ranked) - len(shown), height),
        },
        params={
            "size": max(len(shown), 1),
            "above": round(longest * SLANT) + 12,
            "beside": round(longest) + 24,
            "most": max((max(kind) for kind in cells.values()), default=1),
        },
        left_out=len(ranked) - len(shown),
    )


def _friendly(ties: Sequence[Tie]) -> Counter[Key]:
    friendly: Counter[Key] = Counter()
    for tie in ties:
        pair = (tie.doer, tie.sufferer) if tie.doer < tie.sufferer else (tie.sufferer, tie.doer)
        friendly[pair] += tie.count if tie.type in COOPERATION else -tie.count
    return friendly


def _cells(ties: Sequence[Tie]) -> dict[Key, tuple[int, int]]:
    """For each pair the kind acts and the hostile ones."""
    kind: Counter[Key] = Counter()
    hostile: Counter[Key] = Counter()
    for tie in ties:
        (kind if tie.type in COOPERATION else hostile)[tie.doer, tie.sufferer] += tie.count
    return {pair: (kind[pair], hostile[pair]) for pair in sorted({*kind, *hostile})}


def _drawn(cells: dict[Key, tuple[int, int]], place: dict[str, int], known: dict[str, Party]) -> Rows:
    """Up to two marks for a cell: cooperation on the left, conflict on the right."""
    rows: Rows = []
    for (doer, sufferer), counts in cells.items():
        pair = {"does": whole(known[doer].name), "suffers": whole(known[sufferer].name)}
        both = all(counts)
        for kind, number, side in (("cooperation", counts[0], -1), ("conflict", counts[1], 1)):
            if number:
                where = {"x": place[sufferer] + (0.23 * side if both else 0), "y": CELL * (place[doer] + 0.5)}
                rows.append({**where, **pair, "kind": kind, "count": number, "told": count(number, "happening")})
    return sorted(rows, key=lambda row: (row["y"], row["x"]))


def _name(party: Party, at: int) -> Json:
    href = safe_href(party.href)
    name = clamp(party.name, NAME_ROOM)
    shown = {"name": name, "number": str(at + 1), "numbered": f"{name} {at + 1}", "what": whole(party.name)}
    return {**shown, "at": at, "y": CELL * at + CELL / 2, **({"href": href} if href else {})}


def _notes(shown: int, left_out: int, height: int) -> Rows:
    if not shown:
        return lines_below(["No happening is told between two actors."], -6)
    texts = ["Those in a row do it, those in a column suffer or share it. Area: number of happenings."]
    if left_out:
        texts.append(f"{count(left_out, 'actor')} with fewer happenings {'is' if left_out == 1 else 'are'} not drawn.")
    return lines_below(texts, height)


def _describe(cells: dict[Key, tuple[int, int]], actors: int) -> str:
    """One sentence on what is seen."""
    if not cells:
        return "Who deals with whom: no happening is told between two actors."
    kind, hostile = (sum(counts[at] for counts in cells.values()) for at in (0, 1))
    told = f"{kind:,} of cooperation and {hostile:,} of conflict"
    return f"Who deals with whom: {count(kind + hostile, 'happening')} between {count(actors, 'actor')}, {told}."
