"""Which attribution carries a place in the text, and through whose mouths it came."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.core.records import Attribution
from standoff.extract.overlaps import innermost


class Carriers:
    """The attributions of one document, found again by a place in their contents."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        """Take the document's attributions."""
        self._by_id = {attribution.id: attribution for attribution in attributions}
        pieces = [(piece.start, piece.end, a.id) for a in attributions for piece in a.content]
        self._innermost = innermost(pieces)

    def at(self, place: int) -> Attribution | None:
        """The innermost attribution in whose content the character stands; ``None`` in the reporter's own voice."""
        key = self._innermost(place)
        return None if key is None else self._by_id[key]

    def chain(self, attribution: Attribution | None) -> tuple[str, ...]:
        """The ids of an attribution and of those it stands within, the outermost first."""
        found: list[str] = []
        while attribution is not None and attribution.id not in found:
            found.append(attribution.id)
            attribution = None if attribution.within is None else self._by_id.get(attribution.within)
        return tuple(reversed(found))
