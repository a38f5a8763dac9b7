"""The commitments of one document."""

from __future__ import annotations

from standoff.core.records import Document, Commitment, Study
from standoff.extract.grammar import Grammar
from standoff.lexicon.lexicon import Lexicon


def find_commitments(document: Document, grammar: Grammar, lexicon: Lexicon, study: Study) -> tuple[Commitment, ...]:
    """Every commitment outside the furniture, in order of place; ``study`` holds all other readings."""
    return ()
