"""What became of obligations: their statuses over time, one row each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

import msgspec

from standoff.core.vocabulary import Status
from standoff.picture.days import DAY, at_least, in_words, middle_of, stretch_of
from standoff.picture.drawn import Json, Picture, Rows
from standoff.picture.records import Kept, Turn
from standoff.picture.words import clean, count, lines_below, listed, safe_href, whole

HEAD, TRACK, GAP = 20, 12, 9
LETTERS = 160
"""Characters of a label that are handed to the picture, which cuts them to the width it has."""
STATUSES: tuple[Status, ...] = (
    "conditional",
    "detached",
    "satisfied",
    "violated",
    "expired",
    "cancelled",
    "undecidable",
)
IN_FORCE = frozenset({"conditional", "detached", "undecidable"})
"""Statuses that go on; the others end an obligation."""
STRIP = 92
"""Pixels on the left for moves without a day."""
APART = 17
"""Pixels between moves of one day, or without one."""
NONE_TOLD = "No obligation is told."
WEEK = 7 * DAY
"""The least that is shown: moves have days and no hours, so an axis of hours would say what nobody told."""


class Placed(msgspec.Struct, frozen=True):
    """A move with where it stands: a day, and so many places aside of it where several fall together."""

    turn: Turn
    at: int | None
    aside: int


def standing(kept: Sequence[Kept], *, most: int = 30) -> Picture:
    """What became of obligations, those that moved most first, then the latest.

    A move is a mark, a status in force a line. A move without a day stands in a strip of its own on the
    left. Drawn are ``most``.
    """
    ranked = sorted(kept, key=lambda one: (len(one.turns), _last_day(one), one.id), reverse=True)
    drawn = ranked[:most]
    placed = {one.id: _place(one.turns) for one in drawn}
    days = [move.at for moves in placed.values() for move in moves if move.at is not None]
    shown = at_least(stretch_of([(at - DAY // 2, at + DAY // 2) for at in days]), WEEK)
    undated = any(move.at is None for moves in placed.values() for move in moves)
    data: dict[str, Rows] = {
        name: [] for name in ("rows", "lines", "from_strip", "onwards", "strip_onwards", "moves", "undated")
    }
    for number, one in enumerate(drawn):
        _draw(one, placed[one.id], number * (HEAD + TRACK + GAP), data)
    height = max(len(drawn), 1) * (HEAD + TRACK + GAP)
    return Picture(
        name="standing",
        description=_describe(kept),
        height=height,
        data={**data, "notes": _notes(len(kept), len(kept) - len(drawn), height)},
        params={"shown_from": shown[0], "shown_to": shown[1], "strip": STRIP if undated else 8},
        left_out=len(kept) - len(drawn),
    )


def _last_day(one: Kept) -> str:
    return max((str(turn.when.since or turn.when.until) for turn in one.turns if turn.when is not None), default="")


def _place(turns: Sequence[Turn]) -> list[Placed]:
    """Moves in their order; those of one day side by side."""
    placed: list[Placed] = []
    for turn in turns:
        at = middle_of(turn.when) if turn.when is not None else None
        aside = sum(move.at == at for move in placed)
        placed.append(Placed(turn, at, aside * APART))
    return placed


def _draw(one: Kept, moves: Sequence[Placed], top: int, data: dict[str, Rows]) -> None:
    """Add an obligation to the layers that show it."""
    href = safe_href(one.href)
    link = {"href": href} if href else {}
    y = top + HEAD + TRACK // 2
    force = one.force.replace("_", " ")
    who = f"{force} of {whole(one.debtor)}" if one.debtor else force
    status = one.turns[-1].status if one.turns else ""
    head = {"label": _letters(one.label), "status": status, "what": whole(one.label), "who": who}
    data["rows"].append({**head, "y": top, "text_y": top + 11, **link})
    for move in moves:
        words = {"status": move.turn.status, "day": in_words(move.turn.when), "rule": whole(move.turn.rule)}
        point = {**words, "aside": move.aside, "y": y, "what": whole(one.label), "who": who, **link}
        if move.at is None:
            data["undated"].append(point)
        else:
            data["moves"].append({**point, "at": move.at})
    _draw_lines(moves, y, data)


def _draw_lines(moves: Sequence[Placed], y: int, data: dict[str, Rows]) -> None:
    """A line for each status that goes on, to the next move or to the end of the picture."""
    for move, following in zip_longest(moves, moves[1:]):
        base = {"y": y, "status": move.turn.status, "aside": move.aside}
        if following is None:
            if move.turn.status in IN_FORCE:
                name = "strip_onwards" if move.at is None else "onwards"
                data[name].append(base if move.at is None else {**base, "at": move.at})
        elif following.at is not None and following.at != move.at:
            end = {"until": following.at, "until_aside": following.aside}
            if move.at is None:
                data["from_strip"].append({**base, **end})
            else:
                data["lines"].append({**base, **end, "at": move.at})


def _letters(text: str) -> str:
    short = clean(text[: LETTERS * 4])
    return short if len(short) <= LETTERS else short[: LETTERS - 1].rstrip() + "…"


def _notes(kept: int, left_out: int, height: int) -> Rows:
    if not kept:
        return lines_below([NONE_TOLD], -4)
    text = f"{count(left_out, 'further obligation')} {'is' if left_out == 1 else 'are'} not drawn."
    return lines_below([text], height) if left_out else []


def _describe(kept: Sequence[Kept]) -> str:
    """One sentence on what is seen."""
    if not kept:
        return "What became of obligations: none is told."
    last: list[Json] = [{"status": one.turns[-1].status} for one in kept if one.turns]
    told = [(status, sum(one["status"] == status for one in last)) for status in STATUSES]
    statuses = listed([f"{number:,} {status}" for status, number in told if number])
    return f"What became of {count(len(kept), 'obligation')}: {statuses}."
