"""The course of a crisis in a strip: how much goes on, and which days matter."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from standoff.picture.days import DAY, MONTHS, day_in_words, number_of, stretch_of
from standoff.picture.drawn import Json, Picture, Rows
from standoff.picture.records import DayThatMatters, Tally
from standoff.picture.theme import FACTUALITIES
from standoff.picture.words import accounts_in_words, count, lines_below, listed, safe_href, whole

Step = Literal["day", "week", "month", "year"]

DAYS, WEEKS, MONTHS_SHOWN = 75, 420, 3700
"""Up to so many days are counted by day, by week, by month; more by year: some 60 to 120 bars, each wide enough to
be hit with a pointer on a screen of 390 pixels."""
NOMINAL = 340
"""Pixels that the names of days are laid out for: a telephone's, so that they fit everywhere."""
NAME_ROOM = 44
"""Pixels of "30 Sep" and the air around it."""
LOOKED_AT = 2_000
"""Happenings that decide where the strip opens: more would not move it by a day, but take their time."""
DAYS_THAT_MATTER = 40
HEIGHT, AXIS = 110, 18
AIR = 0.06
"""Of a bar's width, free on both sides."""


def course(tallies: Sequence[Tally], days: Sequence[DayThatMatters] = ()) -> Picture:
    """How much goes on per day, week or month, by factuality, with the days that matter: for a narrow strip.

    It opens on the stretch that most happenings stand in; those before and after are counted at its ends.
    """
    counts: Counter[tuple[date, str]] = Counter()
    for tally in tallies:
        counts[tally.day, tally.factuality] += tally.count
    numbers = {day: number_of(day) for day in {day for day, _ in counts}}
    shown = _opening(counts, numbers)
    inside = {key: n for key, n in counts.items() if shown[0] <= numbers[key[0]] < shown[1]}
    step = _step_of((shown[1] - shown[0]) / DAY)
    bars = _bars(inside, step)
    total = sum(inside.values())
    highest = max((bar["to"] for bar in bars), default=1)
    matter = [day for day in days if shown[0] <= number_of(day.day) < shown[1]]
    return Picture(
        name="course",
        description=_describe(total, step, sorted(inside), len(matter)),
        height=HEIGHT,
        data={"bars": bars, **_marked(matter, shown), "notes": _notes(counts, numbers, shown)},
        params={"shown_from": shown[0], "shown_to": shown[1], "highest": highest},
        left_out=sum(counts.values()) - total,
    )


def _opening(counts: Mapping[tuple[date, str], int], numbers: Mapping[date, int]) -> tuple[int, int]:
    """The stretch that most happenings stand in; of very many every so many-th is looked at."""
    step = max(1, sum(counts.values()) // LOOKED_AT)
    days = [numbers[day] for (day, _), number in counts.items() for _ in range(-(-number // step))]
    low, high = stretch_of([(day, day + DAY) for day in days])
    return low - DAY // 2, high - DAY // 2


def _step_of(days: float) -> Step:
    if days <= DAYS:
        return "day"
    if days <= WEEKS:
        return "week"
    return "month" if days <= MONTHS_SHOWN else "year"


def _period(day: date, step: Step) -> tuple[date, int]:
    """The first day of the period that holds a day, and how many days it has."""
    match step:
        case "day":
            return day, 1
        case "week":
            return date.fromordinal(max(1, day.toordinal() - day.weekday())), 7
        case "month":
            return day.replace(day=1), monthrange(day.year, day.month)[1]
        case "year":
            return date(day.year, 1, 1), 365 + isleap(day.year)


def _bars(counts: Mapping[tuple[date, str], int], step: Step) -> Rows:
    """One bar for each period and factuality, stacked in the order of factualities."""
    periods = {day: _period(day, step) for day in {day for day, _ in counts}}
    binned: Counter[tuple[tuple[date, int], str]] = Counter()
    for (day, kind), number in counts.items():
        binned[periods[day], kind] += number
    bars: Rows = []
    for period in sorted({period for period, _ in binned}):
        floor = 0
        told = listed([f"{n:,} {kind}" for kind in FACTUALITIES if (n := binned[period, kind])])
        words = {"days": _in_words(period[0], step), "counts": told}
        for kind in FACTUALITIES:
            if number := binned[period, kind]:
                bars.append({**_edges(*period), "from": floor, "to": floor + number, "factuality": kind, **words})
                floor += number
    return bars


def _edges(since: date, days: int) -> Json:
    """A bar's edges: some air between bars; that of one day stands on the day's tick, which names the whole day."""
    start, width = number_of(since), days * DAY
    shift = DAY // 2 if days == 1 else 0
    air = int(width * AIR)
    return {"since": start - shift + air, "until": start + width - shift - air}


def _in_words(since: date, step: Step) -> str:
    match step:
        case "day":
            return day_in_words(since)
        case "week":
            return f"week of {day_in_words(since)}"
        case "month":
            return f"{MONTHS[since.month - 1]} {since.year}"
        case "year":
            return str(since.year)


def _marked(days: Sequence[DayThatMatters], shown: tuple[int, int]) -> dict[str, Rows]:
    """The days that matter as marks, and the names of those that have room, the weightiest first."""
    ranked = sorted(days, key=lambda one: (-one.accounts, one.day, one.label))[:DAYS_THAT_MATTER]
    room = NAME_ROOM * (shown[1] - shown[0]) / NOMINAL
    marks: Rows = []
    named: list[int] = []
    for one in ranked:
        at = number_of(one.day)
        has_room = all(abs(at - other) >= room for other in named)
        has_room = has_room and shown[0] + room / 2 <= at <= shown[1] - room / 2
        if has_room:
            named.append(at)
        marks.append(_marked_day(one, at, has_room))
    marks.sort(key=lambda row: (row["at"], row["what"]))
    return {"days": marks, "names": [row for row in marks if row["name"]]}


def _marked_day(one: DayThatMatters, at: int, has_name: bool) -> Json:
    href = safe_href(one.href)
    name = f"{one.day.day} {MONTHS[one.day.month - 1]}" if has_name else ""
    told = {"what": whole(one.label), "day": day_in_words(one.day), "accounts": accounts_in_words(*[one.accounts] * 2)}
    return {"at": at, "name": name, **told, **({"href": href} if href else {})}


def _notes(counts: Mapping[tuple[date, str], int], numbers: Mapping[date, int], shown: tuple[int, int]) -> Rows:
    if not counts:
        return lines_below(["No happening is told with its day."], HEIGHT / 2)
    earlier = sum(n for (day, _), n in counts.items() if numbers[day] < shown[0])
    later = sum(n for (day, _), n in counts.items() if numbers[day] >= shown[1])
    parts = [f"{earlier:,} earlier" if earlier else "", f"{later:,} later" if later else ""]
    told = listed([part for part in parts if part])
    return lines_below([f"Not in the picture: {told}."], HEIGHT + AXIS) if told else []


def _describe(total: int, step: Step, inside: Sequence[tuple[date, str]], matter: int) -> str:
    """One sentence on what is seen."""
    if not inside:
        return "The course of the crisis: no happening is told with its day."
    first, last = day_in_words(inside[0][0]), day_in_words(inside[-1][0])
    marked = f", with {count(matter, 'day')} that {'matters' if matter == 1 else 'matter'} marked" if matter else ""
    return f"{count(total, 'happening')} by {step} from {first} to {last}{marked}."
