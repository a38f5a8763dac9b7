"""The days that the reports tell of, the most important first, with the sentences that tell each.

A day weighs by how many independent accounts name it and how much they say happened on it: events that occurred, people
counted. What a report says again and again adds little, and copies add nothing. Nothing is learned from timelines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from math import log1p
from typing import NamedTuple

from standoff.core.records import Why
from standoff.core.span import Span
from standoff.core.when import When
from standoff.resolve.reports import Reports
from standoff.resolve.timeline.choose import candidates_by_day, chosen, vectors
from standoff.resolve.timeline.tellings import Telling, tellings

FINDER = "resolve.timeline"
SENTENCES = 3
"""Sentences given for a day, unless more are asked for."""
DAMPED = 3.0
"""What three plain sentences tell: what one account says beyond that of a day adds less and less. By reasoning; on the
timelines of t17 (measured, not trained) 1 to 3 differ by a point of date F1."""


class Day(NamedTuple):
    """A day that reports tell of."""

    when: When
    spans: tuple[Span, ...]
    """The sentences that tell it, the best first; those that lead a report of that day or the next among them."""
    documents: tuple[str, ...]
    """Those that name the day, sorted."""
    accounts: tuple[str, ...]
    """Theirs, sorted."""
    score: float
    """How much it weighs beside the others, at most 1."""
    why: Why


def rank_days(reports: Reports, most: int = SENTENCES) -> tuple[Day, ...]:
    """The days that are named, the most important first, each with at most so many sentences.

    A day that no time expression points to is not among them. The same whatever order the reports come in.
    """
    told = [
        telling
        for study in sorted(reports.studies, key=lambda each: each.doc)
        for telling in tellings(reports.documents[study.doc], study)
    ]
    weights = _weights(told, reports.account_of)
    heaviest = max((sum(each.values()) for each in weights.values()), default=1.0)
    possible = candidates_by_day(told)
    known = vectors(
        reports.documents, sorted({telling.at: telling for each in possible.values() for telling in each}.values())
    )
    namers = _namers(told)
    days = []
    for day, by_account in weights.items():
        spans = chosen(day, [known[each.at] for each in possible[day] if each.at in known], most)
        if spans:
            days.append(_day(day, spans, namers[day], by_account, heaviest))
    return tuple(sorted(days, key=lambda each: (-each.score, each.when)))


def _day(day: date, spans: tuple[Span, ...], namers: set[str], by_account: Mapping[str, float], heaviest: float) -> Day:
    score = round(sum(by_account[account] for account in sorted(by_account)) / heaviest, 6)
    detail = f"named in {_number(len(namers), 'report')} of {_number(len(by_account), 'account')}"
    return Day(
        When.day(day), spans, tuple(sorted(namers)), tuple(sorted(by_account)), score, Why(FINDER, score, detail)
    )


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _namers(told: Iterable[Telling]) -> dict[date, set[str]]:
    """By day, the documents that name it."""
    found: defaultdict[date, set[str]] = defaultdict(set)
    for telling in told:
        for day in telling.days:
            found[day].add(telling.at.doc)
    return found


def _weights(told: Iterable[Telling], account_of: Mapping[str, str]) -> dict[date, dict[str, float]]:
    """By day and account, how much the account's fullest document tells of it."""
    summed: defaultdict[date, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for telling in told:
        for day in telling.days:
            summed[day][telling.at.doc] += telling.weight
    found: dict[date, dict[str, float]] = {}
    for day, by_document in sorted(summed.items()):
        accounts: dict[str, float] = {}
        for doc, weight in by_document.items():
            account = account_of[doc]
            accounts[account] = max(accounts.get(account, 0.0), log1p(weight / DAMPED))
        found[day] = accounts
    return found
