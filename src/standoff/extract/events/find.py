"""The events of one document."""

from __future__ import annotations

from bisect import bisect_right

from standoff.core.records import Document, Event, Study
from standoff.extract.events.candidates import Candidate, find_candidates
from standoff.extract.events.headlines import completed_headlines
from standoff.extract.events.telling import Teller
from standoff.extract.grammar import Grammar
from standoff.lexicon.lexicon import Lexicon


def find_events(document: Document, grammar: Grammar, lexicon: Lexicon, study: Study) -> tuple[Event, ...]:
    """Every event outside the furniture, in order of place; ``study`` holds mentions, times and attributions."""
    found = find_candidates(grammar, lexicon.plover)
    teller = Teller(document, grammar, lexicon, study)
    told = (teller.tell(candidate) for candidate in found if not _in_furniture(document, grammar, candidate))
    unique = {event.at: event for event in told if event is not None}
    return completed_headlines(grammar, tuple(unique[at] for at in sorted(unique)))


def _in_furniture(document: Document, grammar: Grammar, found: Candidate) -> bool:
    start, end = grammar.words[found.first].start, grammar.words[found.last].end
    before = bisect_right(document.furniture, (end, -1)) - 1
    return before >= 0 and document.furniture[before][1] > start
