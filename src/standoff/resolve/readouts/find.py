"""Readouts: two sides' accounts of one meeting, point by point."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.core.claims import Readouts
from standoff.core.course import Happening
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.reports import Reports


def find_readouts(reports: Reports, lexicon: Lexicon, happenings: Sequence[Happening]) -> tuple[Readouts, ...]:
    """Every one, sorted by id, whatever the order given."""
    return ()
