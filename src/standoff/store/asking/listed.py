"""What answers are made of: a page of records, words with their place, names with their actor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Generic, TypeVar

import msgspec

from standoff.core.records import Why
from standoff.core.vocabulary import MentionType
from standoff.core.when import When
from standoff.store.intervals import interval

MOST = 200
"""Records on one page: what a person scrolls through, and what keeps an answer small."""


class Page(msgspec.Struct, frozen=True):
    """Which part of a list is asked for: pages count from 1."""

    number: int = 1
    size: int = 50

    def __post_init__(self) -> None:
        """Refuse a page that is none."""
        if self.number < 1 or not 1 <= self.size <= MOST:
            raise ValueError(f"a page has a number from 1 on and a size from 1 to {MOST}")

    @property
    def offset(self) -> int:
        """How many records stand before it."""
        return (self.number - 1) * self.size


AnyRecord = TypeVar("AnyRecord")


class Listed(msgspec.Struct, Generic[AnyRecord], frozen=True):
    """One page of what was asked for, and how much there is in all."""

    items: tuple[AnyRecord, ...]
    total: int
    page: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are, one at least."""
        return max(1, -(-self.total // self.size))


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report with their place, read back through it."""

    doc: str
    at: tuple[int, int]
    """Code points of the document's text, half-open."""
    words: str
    path: str
    outlet: str | None
    title: str | None
    published: When | None


class ActorName(msgspec.Struct, frozen=True, kw_only=True):
    """An actor, as it is called."""

    id: str
    name: str
    type: MentionType


def listed(items: Sequence[AnyRecord], total: int, page: Page) -> Listed[AnyRecord]:
    """These records as one page of ``total``."""
    return Listed(tuple(items), total, page.number, page.size)


def when_of(since: str | None, until: str | None) -> When | None:
    """The interval that two columns hold."""
    return interval(since, until)


def why_of(finder: str, score: float, detail: str, runner_up: str | None) -> Why:
    """The reason that four columns hold."""
    return Why(finder, score, detail, runner_up)


def in_chunks(ask: Callable[[Sequence[str]], Sequence[AnyRecord]], ids: Sequence[str]) -> list[AnyRecord]:
    """The answers for many ids, asked for within the number of values that SQLite takes at once."""
    return [found for start in range(0, len(ids), 500) for found in ask(ids[start : start + 500])]


def marks(ids: Sequence[object]) -> str:
    """So many question marks, for an ``IN``."""
    return ", ".join("?" * len(ids))


def day_text(day: date) -> str:
    """A day as the store writes it."""
    return day.isoformat()
