"""What a text says of itself: its title, author, outlet and day, and which of its parts are not the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from standoff.core.vocabulary import Basis, OutletBasis
from standoff.core.when import When
from standoff.lexicon.furniture import Furniture
from standoff.read.byline import Byline
from standoff.read.dateline import read_dateline
from standoff.read.front import Role
from standoff.read.outlet import DATELINE_WITHIN, find_outlet
from standoff.read.paragraphs import Paragraph, find_paragraphs
from standoff.read.roles import Roles, assign_roles

# A masthead is the first or second line, below a link that skips the menu.
MASTHEAD_WITHIN = 3

Places = tuple[tuple[int, int], ...]


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """What a text says of itself; whatever it leaves open is ``None``."""

    title: str | None
    author: str | None
    outlet: str | None
    outlet_basis: OutletBasis | None
    published: When | None
    published_basis: Basis | None
    undecided: str | None
    """The date of a byline that can be read in two ways, where no other date stands."""
    furniture: Places
    captions: Places


def describe(text: str, furniture: Furniture) -> Description:
    """Read the lines around an article. The text is not changed; all places are code points in it."""
    paragraphs = find_paragraphs(text)
    found = assign_roles(paragraphs, furniture)
    article = [p for p, role in zip(paragraphs, found.roles, strict=True) if role == "body"]
    others = [p for p, role in zip(paragraphs, found.roles, strict=True) if role != "title"]
    outlet = find_outlet(others, _above(paragraphs, found), found.title, furniture)
    published, basis = _published(found.bylines, article, furniture)
    return Description(
        title=found.title,
        author=next((byline.author for byline in found.bylines if byline.author), None),
        outlet=outlet[0] if outlet else None,
        outlet_basis=outlet[1] if outlet else None,
        published=published,
        published_basis=basis,
        undecided=None if published else next((b.undecided for b in found.bylines if b.undecided), None),
        furniture=_places(paragraphs, found.roles, ("furniture", "byline")),
        captions=_places(paragraphs, found.roles, ("caption",)),
    )


def _above(paragraphs: Sequence[Paragraph], found: Roles) -> list[str]:
    """The lines that may name the outlet: menus and mastheads at the very top, and what follows a byline's name."""
    top = zip(paragraphs[:MASTHEAD_WITHIN], found.roles, strict=False)
    affiliations = [byline.affiliation for byline in found.bylines if byline.affiliation]
    return [*(paragraph.text for paragraph, role in top if role == "furniture"), *affiliations]


def _published(
    bylines: Sequence[Byline], article: Sequence[Paragraph], furniture: Furniture
) -> tuple[When, Basis] | tuple[None, None]:
    """The day of a byline that says "published", else of any byline, else of a dateline with its year.

    Where all are missing, of the last update: the text at hand is as it was then.
    """
    labelled = [byline.published for byline in bylines if byline.labelled]
    plain = [byline.published for byline in bylines]
    if day := _first((*labelled, *plain)):
        return day, "byline"
    datelines = [read_dateline(paragraph.text, furniture.outlets) for paragraph in article[:DATELINE_WITHIN]]
    if day := _first(dateline.published for dateline in datelines if dateline):
        return day, "text"
    day = _first(byline.updated for byline in bylines)
    return (day, "byline") if day else (None, None)


def _first(days: Iterable[When | None]) -> When | None:
    return next((day for day in days if day), None)


def _places(paragraphs: Sequence[Paragraph], roles: Sequence[Role], wanted: tuple[Role, ...]) -> Places:
    """The places of paragraphs in these roles; neighbours are one place."""
    places: list[tuple[int, int]] = []
    joined = False
    for paragraph, role in zip(paragraphs, roles, strict=True):
        if role in wanted:
            start = places.pop()[0] if joined else paragraph.start
            places.append((start, paragraph.end))
        joined = role in wanted
    return tuple(places)
