"""Records for pictures from a dossier in memory: for the brief and for notebooks; pages ask the store instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from standoff.core.course import Happening
from standoff.core.dossier import Dossier
from standoff.picture.records import Mark

Href = Callable[[str], str | None]
"""From the id of a record to where it is shown, or ``None``."""

LANES = 8


def nowhere(_: str) -> None:
    """No address: a picture without links."""


def marks_of(dossier: Dossier, href: Href = nowhere, *, lanes: int = LANES) -> list[Mark]:
    """Happenings in the lanes of those who take part most often, the rest in "others"."""
    texts = {document.id: document for document in dossier.documents}
    names = {actor.id: actor.name for actor in dossier.actors}
    often = Counter(actor for happening in dossier.happenings for actor in happening.participants)
    shown = {actor for actor, _ in sorted(often.items(), key=lambda item: (-item[1], item[0]))[:lanes]}

    def lane(happening: Happening) -> str:
        return next((names[actor] for actor in happening.participants if actor in shown), "others")

    return [
        Mark(
            id=one.id,
            label=texts[one.label.doc].quote(one.label),
            type=one.type,
            factuality=one.factuality,
            when=one.when,
            lane=lane(one),
            lower=one.independent.lower,
            upper=one.independent.upper,
            href=href(one.id),
        )
        for one in dossier.happenings
    ]
