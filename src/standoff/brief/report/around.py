"""What is known around one report: the findings that its readings are in, what it shares with others, what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from standoff.core.parse import Piece


class Link(NamedTuple):
    """Where a reading leads: the page of a finding that it is in."""

    name: str
    """What the finding is called: "utterance"."""
    href: str


class Passage(NamedTuple):
    """Words that another report has too."""

    start: int
    end: int
    relation: str
    """What the two are to each other: "copy"."""
    title: str
    """What the other one is called."""
    href: str
    """Where they stand there."""


class Side(NamedTuple):
    """Words on which this report and another do not agree."""

    start: int
    end: int
    check: str
    sentence: str
    href: str
    """The page of the discrepancy."""


NO_LINKS: Mapping[str, tuple[Link, ...]] = MappingProxyType({})


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """All that a report read alone does not know."""

    address: str | None = None
    """The page of the report itself, where it is served: readings are opened there."""
    links: Mapping[str, tuple[Link, ...]] = NO_LINKS
    """By the id of the reading."""
    passages: tuple[Passage, ...] = ()
    sides: tuple[Side, ...] = ()
    places: tuple[Piece, ...] = ()
    """Those that are asked for: they are marked, and are places to go to."""
    opened: frozenset[str] = frozenset()
    """The ids of readings whose fields are shown at once."""


ALONE = Around()
"""A report of which nothing else is known."""
