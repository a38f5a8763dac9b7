"""The timeline: happenings in lanes of actors, as precise as their days are told."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from standoff.core.when import When
from standoff.picture.days import ends_of, in_words, number_at, number_of, stretch_of
from standoff.picture.drawn import Json, Picture
from standoff.picture.packing import Extent, Rows
from standoff.picture.records import Mark
from standoff.picture.theme import FACTUALITIES
from standoff.picture.words import (
    accounts_in_words,
    between,
    clamp,
    count,
    lines_below,
    listed,
    safe_href,
    whole,
    width_of,
)

NOMINAL = 760
"""Pixels that the rows are laid out for: a page of 1280 with its margins has more, so nothing overlaps there. On
narrower ones labels are hidden (``bodies/timeline.py``) and points may touch until one zooms in."""
LABEL_ROOM = 290
"""Pixels of a label: some 50 letters, which hold an actor, a verb and an object."""
LABELS = 12
"""Marks of a lane that bear their label, those in most accounts; more turn the picture into a page of text."""
LANES = 14
"""Lanes drawn; what stands in further ones goes to "others"."""
LANE_ROWS = 16
"""Rows of one lane; a lane with more is a wall, and the page's filters serve better."""
READING = (
    "A bar is as wide as the days told, with a point in the middle; dotted: an end is open."
    " “· 2” and the size of a point: independent accounts."
)
OTHERS = "others"
HEAD, ROW, GAP = 20, 16, 10
SIZE, SIZE_PER_ACCOUNT, SIZE_ACCOUNTS = 46, 26, 6
"""Area of a point: 8 pixels across for one account, 15 for six or more."""


class Placed(msgspec.Struct, frozen=True):
    """A mark with where it lies: its days as numbers, its row from the top of its lane."""

    mark: Mark
    since: int | None
    until: int | None
    at: int
    """Where its point stands."""
    row: int
    side: str | None = None
    """On which its label stands."""
    label: str = ""


def timeline(marks: Sequence[Mark], *, most: int = 400, opens_on: When | None = None) -> Picture:
    """Happenings over days (or hours) in lanes of actors; the width of a mark is how precisely its time is told.

    Those in most accounts are drawn, up to ``most``, what is seen at first before the rest; the others are counted in
    ``left_out`` and in the picture.
    ``opens_on``: the days to show at first, both ends told; else those in which most happenings stand.
    """
    dated = [mark for mark in sorted(marks, key=_rank) if _closed_ends(mark) is not None]
    shown = _opening(dated, opens_on)
    drawn = sorted(dated, key=lambda mark: not _is_seen(mark, shown))[:most]
    lanes = [(name, _place(of_lane, shown)) for name, of_lane in _lanes(drawn)]
    placed = sum(len(of_lane) for _, (of_lane, _) in lanes)
    data = _rows_of(lanes, shown)
    height = int(data["ends"][0]["y"])
    left_out, undated = len(dated) - placed, len(marks) - len(dated)
    texts = (READING if drawn else "No happening is told with its day.", _note(left_out, undated))
    data["notes"] = lines_below(texts, height)
    return Picture(
        name="timeline",
        description=_describe(drawn, len(lanes), undated),
        height=height,
        data=data,
        params={"shown_from": shown[0], "shown_to": shown[1]},
        left_out=left_out + undated,
    )


def _is_seen(mark: Mark, shown: tuple[int, int]) -> bool:
    ends = _closed_ends(mark)
    return ends is not None and ends[0] < shown[1] and ends[1] >= shown[0]


def _opening(dated: Sequence[Mark], opens_on: When | None) -> tuple[int, int]:
    if opens_on is not None and opens_on.since is not None and opens_on.until is not None:
        return number_of(opens_on.since), number_of(opens_on.until)
    return stretch_of([ends for mark in dated if (ends := _closed_ends(mark)) is not None])


def _rank(mark: Mark) -> tuple[int, int, str, str]:
    return -mark.upper, -mark.lower, mark.id, mark.lane


def _closed_ends(mark: Mark) -> tuple[int, int] | None:
    """Its days as numbers; an open end stands at the other one."""
    since, until = _ends(mark)
    if since is None:
        return None if until is None else (until, until)
    return since, since if until is None else until


def _ends(mark: Mark) -> tuple[int | None, int | None]:
    if mark.hours is not None:
        return number_at(mark.hours[0]), number_at(mark.hours[1])
    return (None, None) if mark.when is None else ends_of(mark.when)


def _lanes(marks: Sequence[Mark]) -> list[tuple[str, list[Mark]]]:
    """Lanes with their marks, the fullest first; "others" last."""
    by_name: dict[str, list[Mark]] = {}
    for mark in marks:
        by_name.setdefault(mark.lane, []).append(mark)
    named = sorted((name for name in by_name if name != OTHERS), key=lambda name: (-len(by_name[name]), name))
    kept = [(name, by_name[name]) for name in named[:LANES]]
    others = [mark for mark in marks if mark.lane == OTHERS or mark.lane in named[LANES:]]
    return [*kept, (OTHERS, others)] if others else kept


def _place(marks: Sequence[Mark], shown: tuple[int, int]) -> tuple[list[Placed], int]:
    """Marks of a lane in rows, and how many rows; one that finds none is left out."""
    rows, placed = Rows(LANE_ROWS), []
    pixel = (shown[1] - shown[0]) / NOMINAL
    for number, mark in enumerate(marks):
        since, until = _ends(mark)
        closed = _closed_ends(mark)
        assert closed is not None, "only dated marks are placed"
        at = (closed[0] + closed[1]) // 2
        label = _label(mark) if number < LABELS else ""
        sides = _sides(Placed(mark, since, until, at, 0, None, label), pixel, shown)
        found = rows.place([extent for _, extent in sides])
        if found is not None:
            placed.append(Placed(mark, since, until, at, found[1], sides[found[0]][0], label))
    return placed, len(rows)


def _sides(one: Placed, pixel: float, shown: tuple[int, int]) -> list[tuple[str | None, Extent]]:
    """What the mark takes up with its label on the right or on the left, if there is room, and without one."""
    half = (_radius(one.mark) + 3) * pixel
    low = min(shown[0] if one.since is None else one.since, one.at - half)
    high = max(shown[1] if one.until is None else one.until, one.at + half)
    room = (width_of(one.label) + 8) * pixel
    bare: list[tuple[str | None, Extent]] = [(None, (low, high))]
    if one.label and shown[0] <= high <= shown[1] - room:
        return [("right", (low, high + room)), *bare]
    if one.label and shown[0] + room <= low <= shown[1]:
        return [("left", (low - room, high)), *bare]
    return bare


def _radius(mark: Mark) -> float:
    return float(_size(mark) ** 0.5 / 2)


def _size(mark: Mark) -> int:
    return SIZE + SIZE_PER_ACCOUNT * (min(mark.lower, SIZE_ACCOUNTS) - 1)


def _label(mark: Mark) -> str:
    """The words beside a mark, with the number of accounts where it is not one."""
    told = f" · {between(mark.lower, mark.upper).replace(' to ', '–')}" if mark.upper > 1 else ""
    return clamp(mark.label, LABEL_ROOM) + told


def _rows_of(lanes: Sequence[tuple[str, tuple[list[Placed], int]]], shown: tuple[int, int]) -> dict[str, list[Json]]:
    """The values of all layers, lane after lane from the top."""
    data: dict[str, list[Json]] = {
        name: [] for name in ("lanes", "spans", "from", "until", "points", "right", "left", "ends")
    }
    top = 0
    for name, (placed, rows) in lanes:
        number = count(len(placed), "happening")
        data["lanes"].append({"lane": clamp(name, 300), "number": number, "y": top, "text_y": top + 12})
        for one in sorted(placed, key=lambda one: (one.at, one.mark.id)):
            _draw(one, top + HEAD + ROW * one.row + ROW // 2, data)
        top += HEAD + ROW * rows + GAP
    data["ends"] = _ends_of(lanes, shown, top + 12)
    return data


def _draw(one: Placed, y: int, data: dict[str, list[Json]]) -> None:
    """Add a mark to the layers that show it."""
    mark = one.mark
    span = {"factuality": mark.factuality, "y": y - 2, "y2": y + 2}
    if one.since is None:
        data["until"].append({**span, "until": one.until})
    elif one.until is None:
        data["from"].append({**span, "since": one.since})
    else:
        data["spans"].append({**span, "since": one.since, "until": one.until})
    days = _when_in_words(mark)
    told = accounts_in_words(mark.lower, mark.upper)
    point = {"at": one.at, "y": y, "factuality": mark.factuality, "size": _size(mark), "what": whole(mark.label)}
    tip = {"type": f"{mark.type}, {mark.factuality}", "days": days, "accounts": told}
    href = safe_href(mark.href)
    data["points"].append({**point, **tip, **({"href": href} if href else {})})
    if one.side is not None:
        end = one.until if one.side == "right" else one.since
        beside = {"at": one.at, "end": end or one.at, "y": y, "label": one.label, "half": round(_radius(mark), 1)}
        data[one.side].append(beside)


def _when_in_words(mark: Mark) -> str:
    if mark.hours is None:
        return in_words(mark.when)
    start, end = mark.hours
    return f"{in_words(mark.when)}, {start:%H:%M}–{end:%H:%M}" if mark.when else f"{start:%Y-%m-%d %H:%M}–{end:%H:%M}"


def _ends_of(lanes: Sequence[tuple[str, tuple[list[Placed], int]]], shown: tuple[int, int], y: int) -> list[Json]:
    """How many marks stand before and after what the picture opens on: words at its ends, that move with it."""
    points = [one.at for _, (placed, _) in lanes for one in placed]
    earlier, later = sum(at < shown[0] for at in points), sum(at > shown[1] for at in points)
    left = {"at": shown[0], "y": y, "side": "left", "text": f"← {earlier:,} earlier" if earlier else ""}
    right = {"at": shown[1], "y": y, "side": "right", "text": f"{later:,} later →" if later else ""}
    return [left, right]


def _note(left_out: int, undated: int) -> str:
    parts = [f"{left_out:,} more are not drawn" if left_out else "", f"{undated:,} have no day" if undated else ""]
    told = listed([part for part in parts if part])
    return f"Of further happenings, {told}." if told else ""


def _describe(drawn: Sequence[Mark], lanes: int, undated: int) -> str:
    """One sentence on what is seen."""
    if not drawn:
        return "A timeline without happenings: none is told with its day."
    kinds = [(kind, sum(mark.factuality == kind for mark in drawn)) for kind in FACTUALITIES]
    told = listed([f"{number:,} {kind}" for kind, number in kinds if number])
    also = f"; {undated:,} more have no day" if undated else ""
    return f"A timeline of {count(len(drawn), 'happening')} in {count(lanes, 'lane')}: {told}{also}."
