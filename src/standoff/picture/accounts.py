"""Reports against independent accounts: each account a stack of its reports."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.picture.drawn import Json, Picture, Rows
from standoff.picture.records import Origin
from standoff.picture.words import count, lines_below, safe_href, whole

TALLEST = 12
"""Reports of one account drawn as dots; of more the number stands on top."""
STEP, TOP = 13, 22


def accounts(origins: Sequence[Origin], *, most: int = 60, rest: tuple[int, int] = (0, 0)) -> Picture:
    """Reports against independent accounts: a dot is a report, a column an account, the largest first.

    Drawn are ``most`` accounts. ``rest``: how many smaller ones there are besides those given, and their reports.
    """
    ranked = sorted(origins, key=lambda one: (-one.reports, one.id))
    drawn = ranked[:most]
    tallest = min(max((one.reports for one in drawn), default=1), TALLEST)
    height = STEP * tallest + (TOP if any(one.reports > TALLEST for one in drawn) else 4)
    reports = sum(one.reports for one in origins) + rest[1]
    hidden = len(ranked) - len(drawn) + rest[0], sum(one.reports for one in ranked[most:]) + rest[1]
    return Picture(
        name="accounts",
        description=_describe(reports, len(origins) + rest[0]),
        height=height,
        data={
            "dots": [row for at, one in enumerate(drawn) for row in _stack(one, at, height)],
            "numbers": [
                {"x": at, "y": height - STEP * (TALLEST + 0.5), "text": f"{one.reports:,}"}
                for at, one in enumerate(drawn)
                if one.reports > TALLEST
            ],
            "notes": _notes(reports, len(origins) + rest[0], hidden, height),
        },
        params={"columns": max(len(drawn), 1)},
        left_out=hidden[0],
    )


def _stack(one: Origin, at: int, height: int) -> Rows:
    href = safe_href(one.href)
    told: Json = {"what": whole(one.label), "reports": count(one.reports, "report")}
    look = {"x": at, "kind": "copied" if one.reports > 1 else "alone", **told, **({"href": href} if href else {})}
    return [{**look, "y": height - STEP * (level + 0.5)} for level in range(min(one.reports, TALLEST))]


def _notes(reports: int, origins: int, hidden: tuple[int, int], height: int) -> Rows:
    if not reports:
        return lines_below(["There are no reports."], -6)
    text = (
        f"{count(reports, 'report')}, {count(origins, 'independent account')}: a dot is a report, a column an account"
    )
    more = f"; {count(hidden[0], 'account')} of {count(hidden[1], 'report')} not drawn"
    return lines_below([text + (more if hidden[0] else "") + "."], height)


def _describe(reports: int, origins: int) -> str:
    """One sentence on what is seen."""
    if not reports:
        return "Reports and independent accounts: there are none."
    return f"{count(reports, 'report')} that are {count(origins, 'independent account')}."
