"""Obligations: commitments in all documents that are one, each with its way through the life cycle."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.core.course import Happening, Obligation
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.reports import Reports


def find_obligations(reports: Reports, lexicon: Lexicon, happenings: Sequence[Happening]) -> tuple[Obligation, ...]:
    """Every one, sorted by id, whatever the order given."""
    return ()
