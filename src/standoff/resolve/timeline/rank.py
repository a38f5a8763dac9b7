"""The days that the reports tell of, the most important first, with the sentences that tell each.

A day weighs by how many independent accounts name it and how much they say happened on it: events that occurred, people
counted. What a report says again and again adds little, and copies add nothing. No weight is fitted to timelines that
people wrote, but about a hundred variants of this module and its neighbours were compared on seven of them (t17,
benchmarks/timeline.py), the same seven that it is measured on: what is measured there is optimistic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import log1p

from standoff.core.course import Day
from standoff.core.findings import Independent
from standoff.core.records import Why
from standoff.core.span import Span
from standoff.core.when import When
from standoff.resolve.independence import Telling as Place
from standoff.resolve.independence import count_independent, passages_of
from standoff.resolve.reports import Reports
from standoff.resolve.timeline.choose import candidates_by_day, chosen, vectors
from standoff.resolve.timeline.tellings import Telling, tellings

FINDER = "resolve.timeline"
SENTENCES = 3
"""Sentences given for a day, unless more are asked for."""
DAMPED = 3.0
"""What three plain sentences tell: what one account says beyond that of a day adds less and less. By reasoning, kept
among the variants that were compared on the seven timelines."""


def rank_days(reports: Reports, most: int = SENTENCES) -> Iterator[Day]:
    """The days that are named, the most important first, each with at most so many sentences.

    A day that no time expression points to is not among them. The same whatever order the reports come in. Lazy: the
    sentences of a day are chosen when it is asked for.
    """
    told = [
        telling
        for study in sorted(reports.studies, key=lambda each: each.doc)
        for telling in tellings(reports.documents[study.doc], study)
    ]
    weights, namers = _weights(told, reports.account_of), _namers(told)
    passages = passages_of(reports.lineages)
    possible = candidates_by_day(told)
    known = vectors(
        reports.documents, sorted({telling.at: telling for each in possible.values() for telling in each}.values())
    )
    for day, score in _in_order(weights):
        sentences = chosen(day, [known[each.at] for each in possible[day] if each.at in known], most)
        if sentences:
            independent = count_independent(reports, passages, [Place(each.at) for each in namers[day]])
            yield _day(day, sentences, namers[day], tuple(sorted(weights[day])), independent, score)


def _in_order(weights: Mapping[date, Mapping[str, float]]) -> list[tuple[date, float]]:
    """The days with their weights as a share of the greatest, the heaviest first."""
    summed = {day: sum(weight for _, weight in sorted(each.items())) for day, each in weights.items()}
    heaviest = max(summed.values(), default=1.0)
    scored = ((day, round(weight / heaviest, 6)) for day, weight in summed.items())
    return sorted(scored, key=lambda each: (-each[1], each[0]))


def _day(
    day: date,
    sentences: tuple[Span, ...],
    namers: Sequence[Telling],
    accounts: tuple[str, ...],
    independent: Independent,
    score: float,
) -> Day:
    documents = tuple(sorted({telling.at.doc for telling in namers}))
    detail = f"named in {_number(len(documents), 'report')} of {_number(len(accounts), 'account')}"
    return Day(
        when=When.day(day),
        sentences=sentences,
        documents=documents,
        accounts=accounts,
        independent=independent,
        why=Why(FINDER, score, detail),
    )


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _namers(told: Iterable[Telling]) -> Mapping[date, Sequence[Telling]]:
    """By day, the sentences that name it."""
    found: defaultdict[date, list[Telling]] = defaultdict(list)
    for telling in told:
        for day in telling.days:
            found[day].append(telling)
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
