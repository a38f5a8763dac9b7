"""The event head: what the words around a trigger say about its PLOVER type, learned and kept as a table.

A softmax regression over lemmas in their roles beside the trigger. What MiniLM's vectors of lemmas add was folded
into the table when it was trained, so that verbs no training sentence has are typed by those they are like, and
no network runs. ``training/event_types.py`` makes ``resources/event_types.npz``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files
from io import BytesIO

import msgspec
import numpy as np
import numpy.typing as npt

from standoff.core.errors import ResourceError

Floats = npt.NDArray[np.float32]
FILE = "event_types.npz"


class EventTypes(msgspec.Struct, frozen=True, eq=False):
    """A row of scores, one a type, for each feature."""

    types: tuple[str, ...]
    """PLOVER's, but for CONCEDE and RETREAT, which are one here: YIELD."""
    features: Mapping[str, int]
    rows: npt.NDArray[np.int8]
    scale: Floats
    """(features,): what a row is multiplied by."""
    bias: Floats

    def scores(self, found: Iterable[tuple[str, float]]) -> Floats:
        """The score of each type, before the softmax, for features with their weights; unknown ones count nothing."""
        known = [(row, weight) for name, weight in found if (row := self.features.get(name)) is not None]
        if not known:
            return self.bias
        at = [row for row, _ in known]
        weight = np.array([weight for _, weight in known], np.float32) * self.scale[at]
        return np.asarray(self.bias + weight @ self.rows[at], np.float32)


def load_event_types() -> EventTypes:
    """The table that ships. Raises ``ResourceError`` where it cannot be read."""
    resource = files("standoff") / "resources" / FILE
    try:
        table = np.load(BytesIO(resource.read_bytes()), allow_pickle=False)
        names = [table[name].tobytes().decode("utf-8").split("\n") for name in ("types", "features")]
    except (OSError, ValueError, KeyError) as error:
        raise ResourceError(f"resources/{FILE} cannot be read: {error}; reinstall the package") from error
    index = {name: row for row, name in enumerate(names[1])}
    return EventTypes(tuple(names[0]), index, table["rows"], table["scale"], table["bias"])
