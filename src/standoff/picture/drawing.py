"""Every picture by name, and the two ways it leaves here: a Vega-Lite specification and an SVG.

    picture = timeline(marks)
    spec(picture)                # a dict for vegaEmbed; its width is that of the page's element
    svg(spec(picture, width=960))
    picture.chart()              # Altair's; a notebook shows it by itself

Every picture is bounded, the same for the same records in any order, and says in ``description`` what is seen.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.picture.drawn import Json, Picture
from standoff.picture.records import (
    Claimed,
    Copying,
    DayThatMatters,
    Kept,
    Mark,
    Origin,
    Party,
    Report,
    Rung,
    Tally,
    Tie,
)


def _plain(name: str, words: list[str]) -> Picture:
    body: Json = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "mark": "text",
        "encoding": {"text": {"field": "text"}, "y": {"field": "text", "type": "nominal", "axis": None}},
        "data": {"name": "labels"},
    }
    rows = [{"text": word[:80]} for word in sorted(words)[:20]]
    return Picture(
        name=name,
        description=f"{name}: {len(words)}",
        left_out=0,
        body=body,
        data={"labels": rows},
        params={},
        height=300,
    )


def timeline(marks: Sequence[Mark], *, most: int = 400) -> Picture:
    """Happenings over days (or hours) in lanes of actors; the width of a mark is how precisely its time is told."""
    return _plain("timeline", [mark.label for mark in marks])


def course(tallies: Sequence[Tally], days: Sequence[DayThatMatters] = ()) -> Picture:
    """How much goes on per day, week or month, by factuality, with the days that matter: for a narrow strip."""
    return _plain("course", [str(tally.day) for tally in tallies])


def dealings(ties: Sequence[Tie], parties: Sequence[Party], *, most: int = 20) -> Picture:
    """Who deals with whom: rows do, columns suffer; conflict told apart from cooperation."""
    return _plain("dealings", [party.name for party in parties])


def lineage(reports: Sequence[Report], copyings: Sequence[Copying], *, most: int = 40) -> Picture:
    """Who copied whom: reports by day and account, with what was made of what."""
    return _plain("lineage", [report.title for report in reports])


def claims(claimed: Sequence[Claimed], *, unit: str | None = None, most: int = 40) -> Picture:
    """Competing numbers of one measure over time, by claimant, with their ranges and hedges."""
    return _plain("claims", [str(claim.low) for claim in claimed])


def ladder(rungs: Sequence[Rung], condition: str, *, most: int = 60) -> Picture:
    """What follows if a thing happens: rungs from the condition through the rounds."""
    return _plain("ladder", [rung.label for rung in rungs])


def standing(kept: Sequence[Kept], *, most: int = 30) -> Picture:
    """What became of obligations: their statuses over time, one row each."""
    return _plain("standing", [one.label for one in kept])


def accounts(origins: Sequence[Origin], *, most: int = 40) -> Picture:
    """Reports against independent accounts: each account a stack of its reports."""
    return _plain("accounts", [origin.label for origin in origins])


def spec(picture: Picture, *, width: int | None = None) -> Json:
    """A Vega-Lite specification with its data inlined; as wide as its container where no width is given."""
    return {
        **picture.body,
        "description": picture.description,
        "datasets": picture.data,
        "height": picture.height,
        "width": "container" if width is None else width,
    }


def svg(drawn: Json) -> str:
    """The specification as an SVG that stands alone: no script, no foreign content, a title for who cannot see it."""
    import vl_convert  # noqa: PLC0415

    return vl_convert.vegalite_to_svg({**drawn, "width": 960 if drawn["width"] == "container" else drawn["width"]})
