"""Competing numbers of one measure: who claims what, for which day, how surely."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from standoff.picture.amounts import Axis, axis_for, number_in_words, range_in_words, unit_for
from standoff.picture.days import in_words
from standoff.picture.drawn import Json, Picture, Rows
from standoff.picture.records import Claimed
from standoff.picture.theme import BLUE, GREY, ORANGE
from standoff.picture.words import accounts_in_words, between, clamp, count, lines_below, safe_href, whole

ROW, HEAD, GAP = 20, 22, 6
NAME_ROOM = 215
"""Pixels of a claimant's name, some 37 letters; a narrow page cuts it further."""
OPEN_END = 42
"""Pixels of the line that stands for an end nobody tells."""
SOFT = 13
"""Pixels to each side of a number that is "about"."""
REPORTERS = "the reporters"
UNDATED = "No day told"
ROUNDLY = frozenset({"about", "nearly", "vague"})
COLORS = {"actual": BLUE, "planned": ORANGE, "past": GREY}
READING = "Dotted: an open end. Pale: a round number. “· 2”: in two independent accounts; else in one."


class Row(msgspec.Struct, frozen=True):
    """A claim in the unit that is shown, with its height."""

    claim: Claimed
    low: float | None
    high: float | None
    y: float


def claims(claimed: Sequence[Claimed], *, unit: str | None = None, most: int = 40) -> Picture:
    """Competing numbers of one measure, downwards in order of the days they are claimed for, those without last.

    Time runs down the page in words, since most claims name no day and many the same; the axis is the number's.
    Drawn are those in most accounts, up to ``most``.
    """
    with_number = [one for one in claimed if one.low is not None or one.high is not None]
    ranked = sorted(with_number, key=lambda one: (-one.upper, -one.lower, one.id))
    kept = sorted(ranked[:most], key=_order)
    divisor, plural = unit_for(unit, [end for one in kept for end in (one.low, one.high) if end is not None])
    rows, heads, height = _lay_out(kept, divisor)
    axis = axis_for([end for row in rows for end in (row.low, row.high) if end is not None])
    left_out = len(claimed) - len(kept)
    data: dict[str, Rows] = {name: [] for name in ("names", "bars", "soft", "open", "points", "values")}
    for row in rows:
        _draw(row, data)
    return Picture(
        name="claims_log" if axis.kind == "log" else "claims",
        description=_describe(rows, plural),
        height=height,
        data={
            **data,
            "heads": heads,
            "unit": [{"text": clamp(plural, NAME_ROOM)}],
            "notes": _notes(axis, left_out, height if rows else None),
        },
        params={"shown_from": axis.low, "shown_to": axis.high, "plot_height": height},
        left_out=left_out,
    )


def _order(one: Claimed) -> tuple[bool, str, str, float, str]:
    """By day, the undated last; then by number."""
    when = one.as_of
    undated = when is None or (when.since is None and when.until is None)
    ends = [end for end in (one.low, one.high) if end is not None]
    since = "" if when is None else str(when.since or when.until)
    return undated, since, "" if when is None else str(when.until), sum(ends) / len(ends), one.id


def _lay_out(kept: Sequence[Claimed], divisor: float) -> tuple[list[Row], Rows, int]:
    """Claims in rows below their days."""
    rows: list[Row] = []
    heads: Rows = []
    y, day = 0, None
    for one in kept:
        told = in_words(one.as_of)
        if told != day:
            y += GAP if day is not None else 0
            heads.append({"text": UNDATED if told == "no day told" else told, "y": y, "text_y": y + 12})
            y, day = y + HEAD, told
        low, high = (None if end is None else end / divisor for end in (one.low, one.high))
        rows.append(Row(one, low, high, y + ROW / 2))
        y += ROW
    return rows, heads, y + GAP


def _draw(row: Row, data: dict[str, Rows]) -> None:
    """Add a claim to the layers that show it; ``to`` is so many pixels from the number, at any width of the page."""
    one, low, high = row.claim, row.low, row.high
    base = {"y": row.y, "status": one.status, "color": COLORS[one.status]}
    end = high if high is not None else low
    after = 0
    if low is None:
        data["open"].append({**base, "at": end, "to": -OPEN_END, "shape": "triangle-left"})
    elif high is None:
        after = OPEN_END
        data["open"].append({**base, "at": end, "to": after, "shape": "triangle-right"})
    elif low != high:
        data["bars"].append({**base, "low": low, "high": high, "round": one.hedge in ROUNDLY})
    elif one.hedge in ROUNDLY:
        after = 0 if one.hedge == "nearly" else SOFT
        data["soft"].append({**base, "y": row.y - 5, "y2": row.y + 5, "at": end, "before": SOFT, "after": after})
    data["points"].extend(_points(row, base))
    data["values"].append({"at": end, "to": after + 9, "y": row.y, "text": _value(row)})
    data["names"].append({"text": clamp(one.claimant or REPORTERS, NAME_ROOM), "y": row.y})


def _points(row: Row, base: Json) -> Rows:
    """The numbers themselves: one, or both ends of a range."""
    one = row.claim
    words = {
        "who": whole(one.claimant or REPORTERS),
        "value": range_in_words(row.low, row.high, one.hedge),
        "day": in_words(one.as_of),
        "accounts": accounts_in_words(one.lower, one.upper),
    }
    href = safe_href(one.href)
    numbers = sorted({end for end in (row.low, row.high) if end is not None})
    return [{**base, **words, "at": number, **({"href": href} if href else {})} for number in numbers]


def _value(row: Row) -> str:
    one = row.claim
    told = f" · {between(one.lower, one.upper).replace(' to ', '–')}" if one.upper > 1 else ""
    return range_in_words(row.low, row.high, one.hedge) + told


def _notes(axis: Axis, left_out: int, height: int | None) -> Rows:
    if height is None:
        return lines_below(["Nobody gives a number."], -6)
    scale = "" if axis.begins_at_zero else "The axis does not begin at 0."
    scale = "Each step of the axis is tenfold." if axis.kind == "log" else scale
    more = f"{count(left_out, 'further claim')} {'is' if left_out == 1 else 'are'} not drawn." if left_out else ""
    texts = [READING, " ".join(part for part in (scale, more) if part)]
    return lines_below(texts, height)


def _describe(rows: Sequence[Row], plural: str) -> str:
    """One sentence on what is seen."""
    if not rows:
        return "Competing numbers: nobody gives one."
    ends = [end for row in rows for end in (row.low, row.high) if end is not None]
    low, high = number_in_words(min(ends)), number_in_words(max(ends))
    spread = low if low == high else f"{low} to {high}"
    who = len({row.claim.claimant for row in rows})
    of = f" {clamp(plural, NAME_ROOM)}" if plural else ""
    return f"{count(len(rows), 'claim')} by {count(who, 'claimant')}: {spread}{of}."
