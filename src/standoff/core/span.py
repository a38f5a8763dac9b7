"""The only way words are kept: a pointer into a document's text."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """Characters ``[start, end)`` of the text of document ``doc``, counted in Unicode code points."""

    doc: str
    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse empty and negative spans: a span always reads back text."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span is non-empty and half-open, not [{self.start}, {self.end})")

    def __len__(self) -> int:
        """Its width in code points."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.doc == other.doc and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether every character of ``other`` is in this span."""
        return self.doc == other.doc and self.start <= other.start and other.end <= self.end
