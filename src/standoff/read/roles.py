"""What each paragraph of a text is: title, byline, body, caption or furniture.

Phrases and forms first, which hold anywhere; then what place tells: the lines before the first paragraph of prose, the
links below a head ("Related articles"), the end of the page. Whatever nothing speaks against is body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from standoff.lexicon.furniture import Furniture
from standoff.read.bars import is_bar, is_signature
from standoff.read.byline import Byline
from standoff.read.captions import is_caption, is_dated_caption
from standoff.read.front import Role, find_title, mark_front
from standoff.read.paragraphs import Paragraph

# A box of related links holds 3 to 10 titles.
LONGEST_BLOCK = 12
LONGEST_LINKED_TITLE = 18  # words
# Tags and names of sections between the last paragraph and the furniture below.
LONGEST_TAIL_LINE = 4

NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


class Roles(msgspec.Struct, frozen=True):
    """One role a paragraph, with what the bylines among them say."""

    roles: tuple[Role, ...]
    bylines: tuple[Byline, ...]
    title: str | None


def assign_roles(paragraphs: Sequence[Paragraph], furniture: Furniture) -> Roles:
    """Tell the article from what surrounds it."""
    roles: list[Role] = [_role_by_form(paragraph, furniture) for paragraph in paragraphs]
    _mark_dated_captions(paragraphs, roles)
    title = find_title(paragraphs, roles, furniture)
    if title is not None:
        roles[title] = "title"
    bylines = mark_front(paragraphs, roles, furniture)
    _mark_blocks(paragraphs, roles, furniture)
    _mark_end(paragraphs, roles, furniture)
    return Roles(tuple(roles), bylines, None if title is None else paragraphs[title].text)


def _role_by_form(paragraph: Paragraph, furniture: Furniture) -> Role:
    """What phrases and form tell of a paragraph alone."""
    key = paragraph.key
    line = not paragraph.is_prose and (furniture.lines.match(key) or _is_head(paragraph, furniture))
    if line or furniture.sentences.match(key) or is_bar(paragraph, furniture) or is_signature(paragraph):
        return "furniture"
    return "caption" if is_caption(paragraph, furniture) else "body"


def _is_head(paragraph: Paragraph, furniture: Furniture) -> bool:
    return not paragraph.is_prose and furniture.heads.match(masked(paragraph.key))


def masked(key: str) -> str:
    """The key with ``#`` for every number, as heads with a count are written."""
    return NUMBER.sub("#", key)


def _mark_dated_captions(paragraphs: Sequence[Paragraph], roles: list[Role]) -> None:
    for i in range(len(paragraphs) - 1):
        if roles[i] == roles[i + 1] == "body" and is_dated_caption(paragraphs[i], paragraphs[i + 1]):
            roles[i] = roles[i + 1] = "caption"


def _mark_blocks(paragraphs: Sequence[Paragraph], roles: list[Role], furniture: Furniture) -> None:
    """Mark the links below each head, up to the next prose, whose own heading may be the last line of the run."""
    for i, paragraph in enumerate(paragraphs):
        if roles[i] != "furniture" or not _is_head(paragraph, furniture):
            continue
        run = _run(paragraphs, roles, i + 1)
        ends_in_prose = run.stop < len(paragraphs)
        for j in run[: -1 if ends_in_prose else None]:
            roles[j] = "furniture"


def _run(paragraphs: Sequence[Paragraph], roles: Sequence[Role], start: int) -> range:
    """The lines from ``start`` that are not prose."""
    stop = start
    while stop < min(len(paragraphs), start + LONGEST_BLOCK) and not paragraphs[stop].is_prose:
        if roles[stop] == "title" or paragraphs[stop].words > LONGEST_LINKED_TITLE:
            break
        stop += 1
    return range(start, stop)


def _mark_end(paragraphs: Sequence[Paragraph], roles: list[Role], furniture: Furniture) -> None:
    """Mark what follows the end of the article, and the short lines among the furniture there."""
    prose = [i for i, p in enumerate(paragraphs) if roles[i] == "body" and p.is_prose]
    half = sum(paragraphs[i].words for i in prose) / 2
    seen = 0
    for i, paragraph in enumerate(paragraphs):
        seen += paragraph.words if roles[i] == "body" and paragraph.is_prose else 0
        if seen > half and not paragraph.is_prose and furniture.last.match(masked(paragraph.key)):
            roles[i:] = ["furniture"] * (len(roles) - i)
            break
    tail = max((i + 1 for i in prose if roles[i] == "body"), default=len(roles))
    if "furniture" in roles[tail:]:
        for i in range(tail, len(roles)):
            if roles[i] == "body" and paragraphs[i].words <= LONGEST_TAIL_LINE and not paragraphs[i].ends_sentence:
                roles[i] = "furniture"
