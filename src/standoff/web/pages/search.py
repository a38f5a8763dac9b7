"""Search everywhere: passages of the reports, best first, and the records that are told in such passages."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from litestar import get
from litestar.di import NamedDependency
from litestar.response import Template

from standoff.store.asking.discrepancies import discrepancies_of
from standoff.store.asking.happenings import happenings_of
from standoff.store.asking.listed import Listed, Page, listed
from standoff.store.asking.obligations import obligations_of
from standoff.store.asking.search import LONGEST_QUERY, MOST_RANKED, Passage, match_expression, search, search_actors
from standoff.store.asking.statements import statements_of
from standoff.store.asking.told_in import told_in
from standoff.web.asked import Opened, PageNumber, asked_as
from standoff.web.pages.said import around_labels

PASSAGES = 20
"""Passages on one page."""
READ = 40
"""Passages, the best, that are looked through for records: those of two thousand would take seconds."""
FEW = 4
MOST_ACTORS = 8
"""Records of each kind beside the passages."""
BEFORE = 120
LONGEST = 420
"""Code points shown of a passage: from some before the first word that was found, a few lines."""


class SearchAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What is searched for."""

    q: str | None = None
    """Words; "an exact phrase"; begin* for whatever begins so."""


class Snippet(msgspec.Struct, frozen=True, kw_only=True):
    """A passage as it is shown."""

    passage: Passage
    runs: tuple[tuple[str, bool], ...]
    """Its words around what was found; whether each run of them is what was found."""
    title: tuple[tuple[str, bool], ...]
    at: tuple[int, int]
    """What was found first, else the passage: where its link leads."""
    is_cut: tuple[bool, bool]
    """Whether the passage begins earlier, and ends later."""
    copies: tuple[Passage, ...]
    """Passages of the same words in other reports."""


@get("/search", sync_to_thread=True, dependencies={"asked": asked_as(SearchAsked)})
def everywhere(opened: Opened, asked: NamedDependency[SearchAsked], page: PageNumber = 1) -> Template:
    """Passages with every word, and the actors, what they say, happenings, obligations and discrepancies in them."""
    query = asked.q or ""
    context: dict[str, Any] = {"here": "/search", "query": query, "longest": LONGEST_QUERY, "most": MOST_RANKED}
    context["has_words"] = bool(match_expression(query))
    if context["has_words"]:
        with opened.reading() as connection:
            if page == 1:
                best = search(connection, query, Page(1, READ))
                found = listed(best.items[:PASSAGES], best.total, Page(1, PASSAGES))
                context |= _beside(connection, query, best)
            else:
                found = search(connection, query, Page(page, PASSAGES))
        context |= {"found": found, "snippets": snippets(found.items)}
    return Template("search.html", context=context)


def _beside(connection: sqlite3.Connection, query: str, best: Listed[Passage]) -> Mapping[str, Any]:
    """A few of the records of each kind that are told in the best passages, and how many there are in all of them."""
    told = told_in(connection, [(each.words.doc, *each.words.at) for each in best.items])
    happenings = happenings_of(connection, told.happenings[:FEW])
    said = statements_of(connection, told.statements[:FEW])
    obligations = obligations_of(connection, told.obligations[:FEW])
    differing = discrepancies_of(connection, told.discrepancies[:FEW])
    is_all = best.total <= READ
    return {
        "actors": search_actors(connection, query, MOST_ACTORS + 1),
        "most_actors": MOST_ACTORS,
        "said": [said[key] for key in told.statements[:FEW]],
        "happenings": [happenings[key] for key in told.happenings[:FEW]],
        "around": around_labels(connection, happenings),
        "obligations": [obligations[key] for key in told.obligations[:FEW]],
        "differing": [differing[key] for key in told.discrepancies[:FEW]],
        "totals": {name: len(getattr(told, name)) if is_all else None for name in told.__struct_fields__},
    }


def snippets(passages: Sequence[Passage]) -> tuple[Snippet, ...]:
    """Passages as they are shown, those of the same words once."""
    same: dict[tuple[str, ...], list[Passage]] = {}
    for passage in passages:
        same.setdefault(tuple(passage.words.words.casefold().split()), []).append(passage)
    return tuple(_snippet(first, copies) for first, *copies in same.values())


def _snippet(passage: Passage, copies: Sequence[Passage]) -> Snippet:
    words, (start, end) = passage.words.words, passage.words.at
    hits = [(first - start, last - start) for first, last in passage.hits]
    low, high = _window(words, hits[0][0] if hits else 0)
    return Snippet(
        passage=passage,
        runs=runs(words, hits, low, high),
        title=runs(passage.words.title or "", passage.title_hits),
        at=passage.hits[0] if passage.hits else (start, end),
        is_cut=(bool(words[:low].strip()), bool(words[high:].strip())),
        copies=tuple(copies),
    )


def _window(words: str, first: int) -> tuple[int, int]:
    """What is shown of a passage: whole words, from some before what was found first."""
    low = 0
    if len(words) > LONGEST and first > BEFORE:
        low = words.find(" ", max(0, min(first - BEFORE, len(words) - LONGEST)), first) + 1
    if len(words) - low <= LONGEST:
        return low, len(words)
    cut = words.rfind(" ", low + LONGEST // 2, low + LONGEST)
    return low, cut if cut > 0 else low + LONGEST


def runs(
    words: str, hits: Sequence[tuple[int, int]], low: int = 0, high: int | None = None
) -> tuple[tuple[str, bool], ...]:
    """A stretch of words cut at what was found in it; ``True``: it is what was found."""
    last = len(words) if high is None else high
    inside = [(max(start, low), min(end, last)) for start, end in hits if start < last and end > low]
    found: list[tuple[str, bool]] = []
    at = low
    for start, end in sorted(inside):
        found += [(words[at:start], False), (words[start:end], True)]
        at = end
    return tuple(run for run in [*found, (words[at:last], False)] if run[0])


ROUTES = (everywhere,)
