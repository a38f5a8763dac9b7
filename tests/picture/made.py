"""Records for pictures, built by hand with what a test does not care about filled in; and every picture at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from standoff.core.vocabulary import EVENT_TYPES
from standoff.core.when import When
from standoff.picture.drawing import accounts, claims, course, dealings, ladder, lineage, standing, timeline
from standoff.picture.drawn import Picture
from standoff.picture.records import (
    Claimed,
    Copying,
    DayThatMatters,
    Kept,
    Mark,
    Origin,
    Party,
    Report,
    Rung,
    Tally,
    Tie,
    Turn,
)


def mark(id: str, when: str | When | None = "2031-05-06", **given: Any) -> Mark:
    """A happening; ``when`` as ``When.parse`` reads it."""
    told = When.parse(when) if isinstance(when, str) else when
    return Mark(
        **{"id": id, "label": id, "type": "CONSULT", "factuality": "occurred", "lane": "Norland"} | given, when=told
    )


def claimed(id: str, low: float | None, high: float | None = None, **given: Any) -> Claimed:
    """A claim of one number where only ``low`` is given and no hedge opens an end."""
    open_end = given.get("hedge") in ("more than", "at least", "vague")
    return Claimed(id=id, low=low, high=high if high is not None or open_end else low, **{"claimant": id} | given)


def report(id: str, account: str, published: str | None = "2031-05-06", **given: Any) -> Report:
    """A report of an outlet that is named after it."""
    day = date.fromisoformat(published) if published else None
    return Report(
        **{"id": id, "title": f"title {id}", "outlet": f"outlet {id}"} | given, account=account, published=day
    )


def rung(id: str, round: int = 0, because: str | None = None, **given: Any) -> Rung:
    """A step of a scenario."""
    return Rung(**{"id": id, "label": f"label {id}", "effect": "triggered"} | given, round=round, because=because)


def kept(id: str, *turns: tuple[str, str | None], **given: Any) -> Kept:
    """An obligation with its statuses and their days."""
    told = tuple(
        Turn(status=status, rule=f"rule of {status}", when=When.parse(day) if day else None)  # type: ignore[arg-type]
        for status, day in turns
    )
    return Kept(**{"id": id, "label": f"label {id}", "force": "promise"} | given, turns=told)


Many = Callable[[int, Callable[[int], str], Callable[[Sequence[Any]], Sequence[Any]]], Picture]


def many_marks(n: int, words: Callable[[int], str], order: Callable[[Sequence[Any]], Sequence[Any]]) -> Picture:
    marks = [
        mark(f"{i:05}", f"2031-{i % 12 + 1:02}-{i % 28 + 1:02}", label=words(i), lane=words(i % 40), upper=i % 5 + 1)
        for i in range(n)
    ]
    return timeline(order(marks))


def many_tallies(n: int, words: Callable[[int], str], order: Callable[[Sequence[Any]], Sequence[Any]]) -> Picture:
    tallies = [Tally(day=date(2031, i % 12 + 1, i % 28 + 1), factuality="denied", count=i) for i in range(n)]
    days = [
        DayThatMatters(day=date(2031, i % 12 + 1, i % 28 + 1), label=words(i), accounts=i % 9 + 1, href=words(i))
        for i in range(n)
    ]
    return course(order(tallies), order(days))


def many_ties(n: int, words: Callable[[int], str], order: Callable[[Sequence[Any]], Sequence[Any]]) -> Picture:
    ties = [
        Tie(doer=f"{i:05}", sufferer=f"{i * 7 % n:05}", type=EVENT_TYPES[i % len(EVENT_TYPES)], count=i % 6 + 1)
        for i in range(n)
    ]
    parties = [Party(id=f"{i:05}", name=words(i)) for i in range(n)]
    return dealings(order(ties), order(parties))


def many_reports(n: int, words: Callable[[int], str], order: Callable[[Sequence[Any]], Sequence[Any]]) -> Picture:
    reports = [
        report(f"{i:05}", f"account {i // 3}", f"2031-05-{i % 28 + 1:02}" if i % 5 else None, title=words(i))
        for i in range(n)
    ]
    copyings = [
        Copying(origin=f"{i - i % 3:05}", made=f"{i:05}", relation="copy", directed=i % 2 == 0)
        for i in range(n)
        if i % 3
    ]
    return lineage(order(reports), order(copyings))


def many_claims(n: int, words: Callable[[int], str], order: Callable[[Sequence[Any]], Sequence[Any]]) -> Picture:
    claimants = [
        claimed(f"{i:05}", 10.0 * (i + 1), claimant=words(i), hedge="about" if i % 2 else None, upper=i % 3 + 1)
        for i in range(n)
    ]
    return claims(order(claimants), unit=words(1))


def many_rungs(n: int, words: Callable[[int], str], order: Callable[[Sequence[Any]], Sequence[Any]]) -> Picture:
    rungs = [
        rung(f"{i:05}", min(i, 3), f"{min(i, 3) - 1:05}" if i else None, label=words(i), debtor=words(i))
        for i in range(n)
    ]
    return ladder(order(rungs), words(0))


def many_kept(n: int, words: Callable[[int], str], order: Callable[[Sequence[Any]], Sequence[Any]]) -> Picture:
    obligations = [
        kept(f"{i:05}", ("conditional", None if i % 4 else "2031-05-01"), ("violated", "2031-05-20"), label=words(i))
        for i in range(n)
    ]
    return standing(order(obligations))


def many_origins(n: int, words: Callable[[int], str], order: Callable[[Sequence[Any]], Sequence[Any]]) -> Picture:
    return accounts(order([Origin(id=f"{i:05}", label=words(i), reports=i % 20 + 1) for i in range(n)]))


PICTURES: Mapping[str, Many] = {
    "accounts": many_origins,
    "claims": many_claims,
    "course": many_tallies,
    "dealings": many_ties,
    "ladder": many_rungs,
    "lineage": many_reports,
    "standing": many_kept,
    "timeline": many_marks,
}
"""Every picture, of so many records, with the words that are given for each, in the order that is given."""
