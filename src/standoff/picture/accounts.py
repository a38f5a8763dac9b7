"""Reports against independent accounts: each account a stack of its reports."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.picture.drawn import Json, Picture, Rows
from standoff.picture.records import Origin
from standoff.picture.words import count, lines_below, safe_href, whole

TALLEST = 12
"""Reports of one account drawn as dots; of more the number stands on top."""
STEP, TOP = 13, 22


def accounts(origins: Sequence[Origin], *, most: int = 60) -> Picture:
    """Reports against independent accounts: a dot is a report, a column an account, the largest first.

    Drawn are ``most`` accounts.
    """
    ranked = sorted(origins, key=lambda one: (-one.reports, one.id))
    drawn = ranked[:most]
    tallest = min(max((one.reports for one in drawn), default=1), TALLEST)
    height = STEP * tallest + (TOP if any(one.reports > TALLEST for one in drawn) else 4)
    reports = sum(one.reports for one in origins)
    return Picture(
        name="accounts",
        description=_describe(reports, len(origins)),
        height=height,
        data={
            "dots": [row for at, one in enumerate(drawn) for row in _stack(one, at, height)],
            "numbers": [
                {"x": at, "y": height - STEP * (TALLEST + 0.5), "text": f"{one.reports:,}"}
                for at, one in enumerate(drawn)
                if one.reports > TALLEST
            ],
            "notes": _notes(ranked, drawn, height),
        },
        params={"columns": max(len(drawn), 1)},
        left_out=len(ranked) - len(drawn),
    )


def _stack(one: Origin, at: int, height: int) -> Rows:
    href = safe_href(one.href)
    told: Json = {"what": whole(one.label), "reports": count(one.reports, "report")}
    look = {"x": at, "kind": "copied" if one.reports > 1 else "alone", **told, **({"href": href} if href else {})}
    return [{**look, "y": height - STEP * (level + 0.5)} for level in range(min(one.reports, TALLEST))]


def _notes(ranked: Sequence[Origin], drawn: Sequence[Origin], height: int) -> Rows:
    if not ranked:
        return lines_below(["There are no reports."], -6)
    reports = count(sum(one.reports for one in ranked), "report")
    text = f"{reports}, {count(len(ranked), 'independent account')}: a dot is a report, a column an account"
    rest = ranked[len(drawn) :]
    more = f"; {count(len(rest), 'account')} of {count(sum(one.reports for one in rest), 'report')} not drawn"
    return lines_below([text + (more if rest else "") + "."], height)


def _describe(reports: int, origins: int) -> str:
    """One sentence on what is seen."""
    if not reports:
        return "Reports and independent accounts: there are none."
    return f"{count(reports, 'report')} that are {count(origins, 'independent account')}."
