"""Which mention a source is, after pronouns and descriptions are followed to what they stand for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from standoff.core.records import Mention
from standoff.core.span import Span

ENOUGH = 0.2  # shared characters over all characters of source and mention; below it they are different things


class Speakers:
    """The mentions of one document, found again by place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        """Take the document's mentions, in order of place."""
        self._mentions = tuple(mentions)
        self._starts = [mention.at.start for mention in mentions]
        self._longest = max((len(mention.at) for mention in mentions), default=0)
        self._by_id = {mention.id: mention for mention in mentions}

    def of(self, source: Span) -> Mention | None:
        """The mention that fills the source best; ``None`` when none overlaps it enough."""
        low = bisect_left(self._starts, source.start - self._longest)
        near = self._mentions[low : bisect_left(self._starts, source.end)]
        fitting = [(self._fit(source, mention), mention) for mention in near if mention.at.overlaps(source)]
        best = max(fitting, key=lambda item: (item[0], -item[1].at.start), default=None)
        return best[1] if best is not None and best[0] >= ENOUGH else None

    def _fit(self, source: Span, mention: Mention) -> float:
        shared = min(source.end, mention.at.end) - max(source.start, mention.at.start)
        return shared / (len(source) + len(mention.at) - shared)

    def resolved(self, mention: Mention) -> Mention:
        """Follow ``refers`` to its end."""
        seen = {mention.id}
        while mention.refers is not None and mention.refers in self._by_id and mention.refers not in seen:
            seen.add(mention.refers)
            mention = self._by_id[mention.refers]
        return mention
