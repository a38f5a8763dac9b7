"""How many independent accounts tell a fact: bounds, since texts do not always tell where they have it from.

The upper bound counts the accounts that tell it. The lower one counts once what is known to have one origin: what
stands in one account, rests on one shared passage, is told from one source, or reports one utterance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from standoff.core.findings import Independent, Lineage
from standoff.core.span import Span
from standoff.resolve.lineage.shingles import Pair, grouped
from standoff.resolve.places import NOWHERE, Shared, places_of
from standoff.resolve.reports import Reports

SAME_PASSAGE = 0.5
"""Two passages of one document are of one release where they have this share of the longer in common. By judgement:
below half, a paragraph shared with one report would be one with the whole text shared with another, and what stands
elsewhere in that text with it."""
LOOK_BACK = 16
"""Passages that begin before one in its document with which it is compared: more start in one place only in a text
that hundreds share, where they have the same ends."""

Passages = Shared
"""By document, the passages that it shares, numbered by the release that they rest on."""


@dataclass(frozen=True)
class Telling:
    """One place where a fact is told, and the actor it is told from, where the text names one."""

    at: Span
    source: str | None = None
    """The id of an actor."""


def passages_of(lineages: Iterable[Lineage]) -> Passages:
    """By document, what it shares with others, from either side.

    Passages that are the same stretch of a document rest on one release, so that three reports which share it two by
    two are one chain, whichever of them tell a fact. Linear in the passages, however many copies share one.
    """
    pairs = [passage for lineage in lineages for passage in lineage.passages]
    sides = [(span, number) for number, pair in enumerate(pairs) for span in pair]
    releases = grouped(len(pairs), list(_of_one_release(sides)))
    return places_of((span, releases[number]) for span, number in sides)


def _of_one_release(sides: Iterable[tuple[Span, int]]) -> Iterator[Pair]:
    """Pairs of passages that are the same stretch of one document, or nearly."""
    at: dict[Span, int] = {}
    for span, number in sides:
        yield at.setdefault(span, number), number
    in_doc: dict[str, list[Span]] = defaultdict(list)
    for span in sorted(at):
        in_doc[span.doc].append(span)
    for spans in in_doc.values():
        for place, span in enumerate(spans):
            yield from ((at[each], at[span]) for each in spans[max(0, place - LOOK_BACK) : place] if _same(each, span))


def _same(left: Span, right: Span) -> bool:
    common = min(left.end, right.end) - max(left.start, right.start)
    return common >= SAME_PASSAGE * max(len(left), len(right))


def count_independent(reports: Reports, passages: Passages, tellings: Sequence[Telling]) -> Independent:
    """The bounds for a fact told at these places; an account, a source, a release, an utterance count once below.

    ``passages`` are those of ``passages_of(reports.lineages)``, made once for all facts. Nothing told: none and none.
    Raises ``KeyError`` for a place in a document that has no account.
    """
    accounts = [reports.account_of[each.at.doc] for each in tellings]
    origins = [
        {("account", account), *_origins(reports, passages, each)}
        for account, each in zip(accounts, tellings, strict=True)
    ]
    return Independent(lower=len(set(grouped(len(tellings), list(_in_common(origins))))), upper=len(set(accounts)))


def _origins(reports: Reports, passages: Passages, telling: Telling) -> Iterator[tuple[str, str | int]]:
    """What a telling is known to rest on."""
    if telling.source is not None:
        yield "source", telling.source
    for release in passages.get(telling.at.doc, NOWHERE).touching(telling.at):
        yield "release", release
    for utterance in reports.heard.get(telling.at.doc, NOWHERE).touching(telling.at):
        yield "utterance", utterance


def _in_common(origins: Sequence[set[tuple[str, str | int]]]) -> Iterator[Pair]:
    """Each telling with the one before it that rests on the same."""
    holders: dict[tuple[str, str | int], list[int]] = defaultdict(list)
    for place, held in enumerate(origins):
        for origin in held:
            holders[origin].append(place)
    for places in holders.values():
        yield from pairwise(places)
