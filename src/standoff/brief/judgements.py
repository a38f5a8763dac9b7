"""A judgement as a line: what was decided on which readings, by whom and when."""

from __future__ import annotations

from standoff.brief.index import Index
from standoff.brief.page import Line, Note, Part, Ref, Sentence, Words, quote
from standoff.brief.targets import Reading
from standoff.core.judgements import Judgement
from standoff.core.records import Attribution
from standoff.core.span import Span


def judgement_lines(found: Index, judgement: Judgement) -> tuple[Line, ...]:
    """The decision with the words it is about; a reading that later rules no longer find is named by its id."""
    parts: list[Part] = [Words(judgement.verdict, "strong"), Words(": "), *_told(found, judgement.subject)]
    parts += [] if judgement.other is None else [Words(" | "), *_told(found, judgement.other)]
    parts.append(Words(f" ({judgement.by}, {judgement.on})", "quiet"))
    parts += [] if judgement.note is None else [Words(f": {judgement.note}")]
    if any(isinstance(part, Ref) or not isinstance(part, Words) for part in parts):
        return (Sentence(tuple(parts)),)
    return (Note(tuple(part for part in parts if isinstance(part, Words)), mark="-"),)


def _told(found: Index, key: str) -> list[Part]:
    place = _place(found, key)
    return [Words(f"{key} "), quote(place, "direct")] if place is not None else [Words(f"{key} (no longer found)")]


def _place(found: Index, key: str) -> Span | None:
    discrepancy = found.discrepancies.get(key)
    if discrepancy is not None:
        return discrepancy.sides[0].at
    kinds = (found.mentions, found.attributions, found.events, found.figures, found.commitments)
    reading: Reading | None = next((kind[key] for kind in kinds if key in kind), None)
    if reading is None:
        return None
    return reading.content[0] if isinstance(reading, Attribution) else reading.at
