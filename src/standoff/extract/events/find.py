"""The events of one document."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.core.parse import Triggered
from standoff.core.records import Document, Event, Study
from standoff.extract.grammar import Grammar
from standoff.lexicon.lexicon import Lexicon


def find_events(document: Document, grammar: Grammar, lexicon: Lexicon, study: Study, triggered: Sequence[Triggered]) -> tuple[Event, ...]:
    """Every event outside the furniture, in order of place; ``study`` holds mentions, times and attributions."""
    return ()
