"""An order of actors in which those who stand together stand side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np


def order_by_bloc(actors: Sequence[str], friendly: Mapping[tuple[str, str], int]) -> list[str]:
    """The actors along the leading eigenvector of what they do to one another, kind acts less hostile ones.

    ``friendly``: for a pair, the kind acts less the hostile ones, in either order of the pair. In a structurally
    balanced network the signs of that vector are the two camps (Kunegis et al. 2010, "Spectral analysis of signed
    graphs"); sorting by it puts each camp's members together and the undecided between. The same actors in any
    order give the same order: ties stand as their ids do.
    """
    names = sorted(actors)
    if len(names) < 3:
        return names
    place = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(names), len(names)))
    for (left, right), weight in sorted(friendly.items()):
        if left != right and left in place and right in place:
            # Roots, so that one pair of busy allies does not make the whole order.
            step = np.sign(weight) * abs(weight) ** 0.5
            matrix[place[left], place[right]] += step
            matrix[place[right], place[left]] += step
    leading = np.linalg.eigh(matrix)[1][:, -1]
    busiest = int(np.argmax(np.abs(matrix).sum(axis=0)))
    leading = np.round(leading * (1.0 if leading[busiest] >= 0 else -1.0), 6)
    return sorted(names, key=lambda name: (-float(leading[place[name]]), name))
