"""The times of one document."""

from __future__ import annotations

from standoff.core.records import Document, TimeExpression
from standoff.extract.grammar import Grammar
from standoff.lexicon.lexicon import Lexicon


def find_times(document: Document, grammar: Grammar, lexicon: Lexicon) -> tuple[TimeExpression, ...]:
    """Every time expression outside the furniture, in order of place."""
    return ()
