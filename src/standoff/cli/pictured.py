"""The HTML brief with its pictures: what the brief tells in words and the pictures show, put together."""
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from standoff import __version__
from standoff.brief.html.page import html_brief
from standoff.brief.html.records import Picture
from standoff.cli.console import shell_name
from standoff.core.dossier import Dossier

if TYPE_CHECKING:
    from standoff.picture.drawn import Picture as Drawn

WIDTH = 760
"""Pixels: what a page of A4 or Letter holds at nearly the size it is drawn at, so that its words stay legible."""
MOST_MEASURES = 2
"""Things counted that have a picture each: those on which the reports differ most."""
MOST_MARKS, MOST_KEPT, MOST_REPORTS, MOST_PARTIES = 26, 8, 30, 12
"""What a picture shows at most: as much as takes up a third of a printed page, half of one on lineage."""


def illustrated(dossier: Dossier, file: Path) -> bytes:
    """The page of a dossier. The store goes by its name alone: the same store gives the same bytes wherever it lies."""
    pictures = tuple(_pictures(dossier)) if dossier.documents else ()
    return html_brief(dossier, shell_name(Path(file.name)), __version__, pictures)


def _pictures(dossier: Dossier) -> Iterator[Picture]:
    """Those that there is something to show in, under the parts that they go with."""
    from standoff.picture import dossier as of
    from standoff.picture.drawing import course, dealings, lineage, standing, timeline
    from standoff.picture.ties import parties_of, ties_of

    if dossier.days:
        yield _picture("days", "How much is told of each day", course(of.tallies_of(dossier), of.days_of(dossier)))
    if dossier.happenings:
        yield _picture(
            "timeline",
            "What happened and is planned, by who takes part",
            timeline(of.marks_of(dossier), most=MOST_MARKS),
        )
    moved = [each for each in of.kept_of(dossier) if len(each.turns) > 1]
    if moved:
        drawn = standing(moved, most=MOST_KEPT)
        yield _picture("ledger", "What became of what was threatened and promised, where its status moved", drawn)
    yield from _measures(dossier)
    if dossier.lineages:
        drawn = lineage(of.reports_of(dossier), of.copyings_of(dossier), most=MOST_REPORTS)
        yield _picture("sources", "Which report was made from which", drawn)
    if ties := ties_of(dossier):
        yield _picture("actors", "Who deals with whom", dealings(ties, parties_of(dossier), most=MOST_PARTIES))


def _measures(dossier: Dossier) -> Iterator[Picture]:
    from standoff.brief.course_sections import contested_first
    from standoff.brief.index import index
    from standoff.picture.dossier import claims_of
    from standoff.picture.drawing import claims

    found = index(dossier)
    for measure in contested_first(found)[:MOST_MEASURES]:
        drawn = claims(claims_of(dossier, measure.id), unit=measure.unit)
        yield _picture("figures", f"Who gives which number: {found.words(measure.label)}", drawn)


def _picture(part: str, title: str, drawn: Drawn) -> Picture:
    from standoff.picture.drawing import spec, svg

    return Picture(part, title, drawn.description, svg(spec(drawn, width=WIDTH)))
