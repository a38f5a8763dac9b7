"""A scenario: the fold of the ledger with one more event, to a fixed point."""

from __future__ import annotations

from standoff.core.course import Scenario
from standoff.core.dossier import Dossier
from standoff.lexicon.lexicon import Lexicon


def play(dossier: Dossier, lexicon: Lexicon, condition: str) -> Scenario:
    """What follows from a dossier's obligations if a thing happens: free text, or the id of a happening."""
    return Scenario(condition=condition, happening=None, steps=(), standing=())
