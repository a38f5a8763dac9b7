"""Which records have a picture, and what it is drawn of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from standoff.notebook.records import Draw
from standoff.picture.drawing import timeline
from standoff.picture.records import Mark
from standoff.picture.spec import chart
from standoff.store.asking.happenings import ListedHappening

if TYPE_CHECKING:
    import altair as alt

LANES = 8
OTHERS = "others"


def draw_happenings(happenings: Sequence[ListedHappening]) -> alt.LayerChart | alt.Chart:
    """The timeline, in lanes of the actors that most happenings have among them."""
    counts = Counter(actor.name for each in happenings for actor in each.participants)
    lanes = {name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:LANES]}
    return chart(timeline([_mark(each, lanes) for each in happenings]))


def _mark(happening: ListedHappening, lanes: set[str]) -> Mark:
    return Mark(
        id=happening.id,
        label=happening.label.words,
        type=happening.type,
        factuality=happening.factuality,
        when=happening.when,
        lane=next((actor.name for actor in happening.participants if actor.name in lanes), OTHERS),
        lower=happening.independent.lower,
        upper=happening.independent.upper,
    )


DRAWN: Mapping[str, Draw] = {"happenings": draw_happenings}
