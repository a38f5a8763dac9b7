"""Who copied whom: reports by account and day, with what was made of what."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from standoff.picture.days import DAY, day_in_words, number_of, stretch_of
from standoff.picture.drawn import Json, Picture, Rows
from standoff.picture.families import Bundle, Family, bundles, families
from standoff.picture.packing import Rows as Tracks
from standoff.picture.records import Copying, Report
from standoff.picture.theme import BLUE, GREEN, INK, ORANGE, PAPER, PURPLE
from standoff.picture.words import clamp, count, lines_below, safe_href, whole

ROW, BETWEEN, HEAD, GAP = 18, 6, 24, 12
LABEL_ROOM = 420
"""Pixels of "outlet: title", some 72 letters; it stands on the side that has more room."""
TRACK, EDGE = 13, 26
"""Pixels between two lines in the gutter, and from the first to the reports: there stand arrows and account bars."""
SPREAD = 5
"""Pixels between branches to one report."""
TRACKS = 8
"""Lines side by side; a family with more of them is a thicket."""
STRIP = 86
"""Pixels on the right for reports without a day."""
COLORS = {"copy": BLUE, "rewrite": GREEN, "excerpt": PURPLE, "shared_release": ORANGE}
READING = (
    "Grey bar: one account. A square is the text that others, at the arrows, were made from; without one, not told."
)


class Placed(msgspec.Struct, frozen=True):
    """Where things lie: the reports by their heights, heads and account bars."""

    at: dict[str, int]
    heads: Rows
    bars: Rows
    height: int


def lineage(
    reports: Sequence[Report], copyings: Sequence[Copying], *, most: int = 40, apart: int = 0, more: int = 0
) -> Picture:
    """Who copied whom: families of reports that share words, the biggest first, each report in a row of its own.

    Reports that share nothing with another are counted, not drawn. Of one account at most a dozen are drawn, of all
    ``most``. ``apart`` and ``more``: how many reports there are besides those given, that share nothing, and that do.
    """
    known = {report.id: report for report in sorted(reports, key=lambda one: one.id)}
    ties = [tie for tie in copyings if tie.origin in known and tie.made in known and tie.origin != tie.made]
    everyone = families(known, ties)
    told = {report.account for family in everyone for report in family.reports()}
    drawn = _within(everyone, most)
    placed = _place(drawn)
    lines = [one for one in (_seen(bundle, placed) for bundle in bundles(ties)) if one is not None]
    gutter, spines = _gutter(lines, placed)
    shown_reports = [known[one] for one in placed.at]
    alone = apart + sum(report.account not in told for report in known.values())
    left_out = len(known) + apart + more - alone - len(shown_reports)
    return Picture(
        name="lineage",
        description=_describe(shown_reports, lines, alone),
        height=max(placed.height, HEAD),
        data={
            "heads": placed.heads,
            "bars": placed.bars,
            **spines,
            **_reports(shown_reports, placed, lines),
            "notes": _notes(len(known) + apart + more, alone, left_out, placed.height),
        },
        params=_params(shown_reports, gutter),
        left_out=left_out,
    )


def _params(reports: Sequence[Report], gutter: int) -> dict[str, float]:
    days = [number_of(one.published) for one in reports if one.published is not None]
    shown = stretch_of([(day, day + DAY) for day in days])
    strip = STRIP if len(days) < len(reports) else 0
    return {"shown_from": shown[0], "shown_to": shown[1], "gutter": gutter, "strip": strip}


def _within(everyone: Sequence[Family], most: int) -> list[Family]:
    """The families that ``most`` reports leave room for; the last may lose some of its accounts."""
    room, kept = most, []
    for family in everyone:
        accounts = []
        for account in family.accounts:
            if len(account) <= room:
                accounts.append(account)
                room -= len(account)
        if sum(len(account) for account in accounts) > 1:
            kept.append(Family(tuple(accounts)))
    return kept


def _place(drawn: Sequence[Family]) -> Placed:
    """Every report in a row of its own, family below family."""
    at: dict[str, int] = {}
    heads: Rows = []
    bars: Rows = []
    y = 0
    for family in drawn:
        told = f"{count(len(family.reports()), 'report')}, {count(len(family.accounts), 'account')}"
        heads.append({"text": told, "y": y, "text_y": y + 13})
        y += HEAD
        for account in family.accounts:
            bars.append({"y": y + 2, "y2": y + ROW * len(account) - 2})
            for report in account:
                at[report.id] = y + ROW // 2
                y += ROW
            y += BETWEEN
        y += GAP - BETWEEN
    return Placed(at, heads, bars, y)


def _seen(bundle: Bundle, placed: Placed) -> Bundle | None:
    """The bundle without what is not drawn; ``None`` where less than two ends are left."""
    members = tuple(one for one in bundle.members if one in placed.at)
    origin = bundle.origin if bundle.origin in placed.at else None
    return Bundle(bundle.relation, origin, members) if len(members) + (origin is not None) > 1 else None


def _gutter(lines: Sequence[Bundle], placed: Placed) -> tuple[int, dict[str, Rows]]:
    """Bundles as vertical lines left of the reports, the shortest nearest, with a branch to each end."""
    tracks = Tracks(TRACKS)
    spines: dict[str, Rows] = {"spines": [], "branches": [], "arrows": [], "origins": []}
    reach = {line: sorted(placed.at[one] for one in _ends(line)) for line in lines}
    ranked = sorted(lines, key=lambda line: (reach[line][-1] - reach[line][0], reach[line], line.relation))
    numbered = [
        (line, found[1])
        for line in ranked
        if (found := tracks.place([(reach[line][0] - ROW // 2, reach[line][-1] + ROW // 2)])) is not None
    ]
    gutter = EDGE + TRACK * len(tracks) + 4 if lines else EDGE
    ways: dict[str, list[int]] = {}
    for line, track in numbered:
        for one in _ends(line):
            ways.setdefault(one, []).append(track)
    for line, track in numbered:
        heights = {one: placed.at[one] + _aside(track, ways[one]) for one in _ends(line)}
        _draw(line, gutter - EDGE - TRACK * track, (gutter, heights), spines)
    return gutter, spines


def _aside(track: int, ways: Sequence[int]) -> float:
    """How far a branch stands off its report's height, so that no two lie on one another."""
    return SPREAD * (sorted(ways).index(track) - (len(ways) - 1) / 2)


def _ends(line: Bundle) -> list[str]:
    return [*line.members, *([line.origin] if line.origin is not None else [])]


def _draw(line: Bundle, x: int, where: tuple[int, dict[str, float]], spines: dict[str, Rows]) -> None:
    """One line with its branches; an arrow at what was made, a square on the line at what it was made of."""
    gutter, heights = where
    look = {"relation": line.relation.replace("_", " "), "color": COLORS[line.relation], "x": x}
    spines["spines"].append({**look, "y": min(heights.values()), "y2": max(heights.values())})
    for one, y in heights.items():
        arrow = line.origin is not None and one != line.origin
        spines["branches"].append({**look, "x2": gutter - (15 if arrow else 11), "y": y})
        if arrow:
            spines["arrows"].append({**look, "x": gutter - 15, "y": y})
        elif one == line.origin:
            spines["origins"].append({**look, "y": y})


def _reports(reports: Sequence[Report], placed: Placed, lines: Sequence[Bundle]) -> dict[str, Rows]:
    """Points with their words: on the days, or in the strip of those without."""
    made = {line.origin: 0 for line in lines if line.origin is not None}
    for line in lines:
        if line.origin is not None:
            made[line.origin] += len(line.members)
    days = sorted(number_of(one.published) for one in reports if one.published is not None)
    middle = (days[0] + days[-1]) / 2 if days else 0
    rows: dict[str, Rows] = {"reports": [], "undated": [], "right": [], "left": [], "outside": []}
    for report in reports:
        point = _point(report, placed.at[report.id], made.get(report.id, 0))
        words: Json = {key: point[key] for key in ("at", "y", "label") if key in point}
        if report.published is None:
            rows["undated"].append(point)
            rows["outside"].append(words)
        else:
            rows["reports"].append(point)
            rows["right" if point["at"] <= middle + DAY else "left"].append(words)
    return rows


def _point(report: Report, y: int, made: int) -> Json:
    """A report as a point: a square where others were made from it."""
    href = safe_href(report.href)
    day = "no day told" if report.published is None else day_in_words(report.published)
    at = {} if report.published is None else {"at": number_of(report.published) + DAY // 2}
    words = whole(f"{report.outlet}: {report.title}")
    told = f"{count(made, 'report')} made from it" if made else "none is told to be made from it"
    look = {
        "y": y,
        "kind": "origin" if made else "report",
        "size": 90 if made else 52,
        "fill": INK if made else PAPER,
        "label": clamp(words, LABEL_ROOM),
    }
    return {**at, **look, "what": words, "day": day, "made": told, **({"href": href} if href else {})}


def _notes(known: int, alone: int, left_out: int, height: int) -> Rows:
    if alone == known:
        text = "There are no reports." if not known else f"None of {count(known, 'report')} shares words with another."
        return lines_below([text], -6)
    one = f"{count(alone, 'report')} {'shares' if alone == 1 else 'share'} no words with another." if alone else ""
    more = f"{left_out:,} more that do are not drawn." if left_out else ""
    texts = [READING, " ".join(part for part in (one, more) if part)]
    return lines_below(texts, height)


def _describe(reports: Sequence[Report], lines: Sequence[Bundle], alone: int) -> str:
    """One sentence on what is seen."""
    if not reports:
        return "Who copied whom: no report shares its words with another."
    accounts = len({report.account for report in reports})
    kinds = sorted({line.relation.replace("_", " ") for line in lines})
    told = f"{count(len(reports), 'report')} in {count(accounts, 'account')}"
    how = f", tied by {' and '.join(kinds)}" if kinds else ""
    return f"Who copied whom: {told}{how}; {count(alone, 'report')} {'stands' if alone == 1 else 'stand'} alone."
