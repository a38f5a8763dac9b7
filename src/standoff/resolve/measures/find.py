"""Measures: figures about the same thing, side by side."""

from __future__ import annotations

from standoff.core.claims import Measure
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.reports import Reports


def find_measures(reports: Reports, lexicon: Lexicon) -> tuple[Measure, ...]:
    """Every one, sorted by id, whatever the order given."""
    return ()
