"""One report as a page among others shows it: the words with their layers, and the lists, a part at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from standoff.brief.report.around import Around
from standoff.brief.report.article import article
from standoff.brief.report.entries import drawn
from standoff.brief.report.html import Html, element, joined
from standoff.brief.report.legend import legend
from standoff.brief.report.look import look, pieces_of
from standoff.brief.report.panel import LISTINGS, card, panel
from standoff.brief.report.parts import part_at, part_of, parts
from standoff.core.faults import Reading
from standoff.core.parse import Piece
from standoff.core.records import Document, Gap, Study


class Drawn(NamedTuple):
    """What is drawn of a report, escaped."""

    bar: Html
    """Switches and keys."""
    words: Html
    lists: Html
    card: Html
    number: int
    """Which part of the report it is, from 1."""
    parts: tuple[Piece, ...]


def draw(document: Document, study: Study, around: Around, gaps: Sequence[Gap], number: int | None) -> Drawn:
    """The part of this number; else the one that holds what is asked for, else the first.

    ``around.address`` must be given: what is elsewhere is linked there.
    """
    found = parts(document.text)
    place = place_asked(study, around)
    chosen = part_at(found, place) if number is None else min(number, len(found)) - 1
    here = part_of(look(document, study, "", around), found[chosen])
    lists = element("div", panel(here, gaps), id="lists", class_="side", tabindex="-1")
    return Drawn(legend([here]), article(here), lists, card(), chosen + 1, found)


def entries(document: Document, study: Study, around: Around, readings: Collection[str]) -> Html:
    """The entries of these readings with all their fields, in the order of the lists."""
    known = look(document, study, "", around)
    wanted = {known.roots.get(reading, reading) for reading in readings}
    group = [each for each in reading_by_id(study).values() if known.roots.get(each.id, each.id) in wanted]
    here = part_of(known, _hull(group)) if group else part_of(known, (0, 0))
    found = (entry for listing in LISTINGS for entry in listing.entries(here))
    return joined(drawn(here, entry) for entry in found if not wanted.isdisjoint(entry.readings))


def reading_by_id(study: Study) -> dict[str, Reading]:
    """Everything that one report says."""
    kinds = (study.mentions, study.times, study.attributions, study.events, study.figures, study.commitments)
    return {reading.id: reading for kind in kinds for reading in kind}


def place_asked(study: Study, around: Around) -> int:
    """Where the first place stands that is asked for, else the first of the readings that are opened, else 0."""
    if around.places:
        return around.places[0][0]
    known = reading_by_id(study) if around.opened else {}
    return min((pieces_of(known[each])[0][0] for each in around.opened if each in known), default=0)


def _hull(readings: Sequence[Reading]) -> Piece:
    pieces = [piece for reading in readings for piece in pieces_of(reading)]
    return min(start for start, _ in pieces), max(end for _, end in pieces)
