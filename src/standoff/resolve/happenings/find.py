"""Happenings: events in all documents that are one thing, merged into one timeline."""

from __future__ import annotations

from standoff.core.course import Happening
from standoff.lexicon.lexicon import Lexicon
from standoff.resolve.happenings.grouping import groups_of
from standoff.resolve.happenings.telling import tell
from standoff.resolve.happenings.traces import traces_of
from standoff.resolve.independence import passages_of
from standoff.resolve.reports import Reports


def find_happenings(reports: Reports, lexicon: Lexicon) -> tuple[Happening, ...]:
    """Every one, sorted by id, whatever the order given; each event is in exactly one.

    Raises ``KeyError`` for an event that cites what no study holds, or whose document has no account.
    """
    traces = traces_of(reports, lexicon)
    passages = passages_of(reports.lineages)
    found = (
        tell(reports, lexicon, passages, [traces.events[row] for row in group.rows], group.score)
        for group in groups_of(traces, lexicon, reports.rulings)
    )
    return tuple(sorted(found, key=lambda happening: happening.id))
