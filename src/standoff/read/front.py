"""The lines before an article's first paragraph: masthead, menu, headline, byline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from standoff.lexicon.furniture import Furniture
from standoff.read.bars import is_section_bar
from standoff.read.byline import FIELDS, Byline, read_byline
from standoff.read.paragraphs import LONGEST_HEADING, Paragraph

Role = Literal["title", "byline", "body", "caption", "furniture"]

# A headline has at least two words ("Halden mobilises"); further down, where menus stand, at least three.
SHORTEST_HEADLINE = 2
SHORTEST_LATER_HEADLINE = 3
LONGEST_HEADLINE = 220  # characters: headlines with a kicker and a section behind a bar reach 200
# Menus copied from a page are runs of links of one to three words; mastheads are as short.
LONGEST_LINK = 3
SHORTEST_MENU = 3


def find_title(paragraphs: Sequence[Paragraph], roles: Sequence[Role], furniture: Furniture) -> int | None:
    """The first line that is written as a headline, unless prose comes before it.

    A masthead in capitals above a date or a menu is passed over where another headline follows.
    """
    headlines = _headlines(paragraphs, roles, furniture)
    first = next(headlines, None)
    if first is None or not _is_masthead(paragraphs, roles, first, furniture):
        return first
    return next(headlines, first)


def mark_front(paragraphs: Sequence[Paragraph], roles: list[Role], furniture: Furniture) -> tuple[Byline, ...]:
    """Mark bylines and menus before the first paragraph of prose; what the bylines say, in order."""
    found = []
    title = roles.index("title") if "title" in roles else 0
    for i in range(_front(paragraphs, roles)):
        paragraph = paragraphs[i]
        byline = read_byline(paragraph, furniture.byline) if _may_be_byline(paragraph, roles[i]) else None
        if byline:
            found.append(byline)
            roles[i] = "byline"
        elif roles[i] != "body":
            continue
        elif is_section_bar(paragraph, furniture) or (i < title and paragraph.words <= LONGEST_LINK):
            roles[i] = "furniture"
    return tuple(found)


def _headlines(paragraphs: Sequence[Paragraph], roles: Sequence[Role], furniture: Furniture) -> Iterator[int]:
    for i, paragraph in enumerate(paragraphs[:-1]):
        if roles[i] != "body":
            continue
        if _is_headline(paragraph, i) and not _is_menu_line(paragraphs, i, furniture):
            yield i
        if paragraph.is_prose:
            return


def _is_headline(paragraph: Paragraph, place: int) -> bool:
    fewest = SHORTEST_LATER_HEADLINE if place else SHORTEST_HEADLINE
    first = paragraph.text.lstrip("'\"“‘«([")[:1]
    return (
        fewest <= paragraph.words < LONGEST_HEADING
        and len(paragraph.text) <= LONGEST_HEADLINE
        and not paragraph.text.rstrip("\"'”’»").endswith((".", ":", ";", ","))
        and (first.isupper() or first.isdigit())
    )


def _is_menu_line(paragraphs: Sequence[Paragraph], place: int, furniture: Furniture) -> bool:
    """Whether a line names sections, is a byline, or is one of a run of links."""
    if is_section_bar(paragraphs[place], furniture) or read_byline(paragraphs[place], furniture.byline):
        return True
    run = [p for p in paragraphs[place : place + SHORTEST_MENU] if p.words <= LONGEST_LINK and not p.ends_sentence]
    return len(run) == SHORTEST_MENU


def _is_masthead(paragraphs: Sequence[Paragraph], roles: Sequence[Role], place: int, furniture: Furniture) -> bool:
    """Whether a line is a few words in capitals with a menu, a section or a bare date below."""
    line, below = paragraphs[place], paragraphs[place + 1]
    if not line.text.isupper() or line.words > LONGEST_LINK:
        return False
    byline = read_byline(below, furniture.byline)
    return roles[place + 1] == "furniture" or is_section_bar(below, furniture) or bool(byline and not byline.author)


def _may_be_byline(paragraph: Paragraph, role: Role) -> bool:
    """Bars are looked at too: "3 May 2031 | Author: Mira Oster | World" is as much a byline as a bar."""
    return role == "body" or (role == "furniture" and FIELDS.search(paragraph.text) is not None)


def _front(paragraphs: Sequence[Paragraph], roles: Sequence[Role]) -> int:
    """How many paragraphs stand before the first one of prose."""
    return next((i for i, p in enumerate(paragraphs) if roles[i] == "body" and p.is_prose), 0)
