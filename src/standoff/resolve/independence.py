"""How many independent accounts tell a fact: bounds, since texts do not always tell where they have it from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from standoff.core.findings import Independent, Lineage
from standoff.core.span import Span
from standoff.resolve.lineage.shingles import Pair, grouped
from standoff.resolve.reports import Reports


@dataclass(frozen=True)
class Telling:
    """One place where a fact is told, and the actor it is told from, where the text names one."""

    at: Span
    source: str | None = None
    """The id of an actor."""


Passages = Mapping[str, Sequence[tuple[Span, Span]]]
"""By document, the passages that it shares: its own side first."""


def passages_of(lineages: Iterable[Lineage]) -> Passages:
    """By document, what it shares with others, from either side."""
    found: dict[str, list[tuple[Span, Span]]] = defaultdict(list)
    for lineage in lineages:
        for left, right in lineage.passages:
            found[left.doc].append((left, right))
            found[right.doc].append((right, left))
    return found


def count_independent(reports: Reports, passages: Passages, tellings: Sequence[Telling]) -> Independent:
    """The bounds for a fact told at these places: one account, one source or one shared passage counts once below."""
    accounts = [reports.account_of[each.at.doc] for each in tellings]
    keys = [
        {f"account {account}", *([f"source {each.source}"] if each.source else [])}
        for account, each in zip(accounts, tellings, strict=True)
    ]
    pairs = [*_sharing_key(keys), *_sharing_passage(passages, tellings)]
    return Independent(lower=len(set(grouped(len(tellings), pairs))), upper=len(set(accounts)))


def _sharing_key(keys: Sequence[set[str]]) -> Iterable[Pair]:
    first: dict[str, int] = {}
    for place, held in enumerate(keys):
        yield from ((first.setdefault(key, place), place) for key in sorted(held))


def _sharing_passage(passages: Passages, tellings: Sequence[Telling]) -> Iterable[Pair]:
    by_doc: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(tellings):
        by_doc[each.at.doc].append(place)
    for place, each in enumerate(tellings):
        for own, other in passages.get(each.at.doc, ()):
            if own.overlaps(each.at):
                yield from ((place, there) for there in by_doc[other.doc] if tellings[there].at.overlaps(other))
