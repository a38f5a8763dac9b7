"""The figures of one document."""

from __future__ import annotations

from standoff.core.records import Document, Figure, Study
from standoff.extract.grammar import Grammar
from standoff.lexicon.lexicon import Lexicon


def find_figures(document: Document, grammar: Grammar, lexicon: Lexicon, study: Study) -> tuple[Figure, ...]:
    """Every figure outside the furniture, in order of place; ``study`` holds mentions, times and attributions."""
    return ()
