"""Which date of an event is its own: a date that fills its line is the report's, whatever stands beside it."""

from __future__ import annotations

from standoff.core.records import Event
from standoff.core.when import When
from standoff.resolve.reports import Reports

BESIDE = 12
"""Characters of a line besides its date up to which the line only dates the report: "Posted on", "| 4:00 am"."""
FAR = 200
"""Characters to either side in which the ends of the line are looked for."""


def own_days(reports: Reports, event: Event) -> When | None:
    """When the event was, by a date that tells of it; ``None`` where that is the line with the report's date."""
    if event.when is None or event.time is None or event.time not in reports.times:
        return event.when
    at = reports.times[event.time].at
    text = reports.documents[at.doc].text
    start = text.rfind("\n", max(0, at.start - FAR), at.start) + 1 or max(0, at.start - FAR)
    found = text.find("\n", at.end, at.end + FAR)
    end = found if found >= 0 else min(len(text), at.end + FAR)
    beside = len(text[start : at.start].strip()) + len(text[at.end : end].strip())
    in_line = start <= event.at.start < end
    return event.when if in_line or beside > BESIDE else None
