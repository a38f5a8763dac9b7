"""How much each feature of a pair of events says about whether the two are one."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from standoff.lexicon.load import load

FILE = "happenings"


class HappeningWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``happenings.yaml``: a logistic regression, and the least mean likelihood at which two groups are one."""

    bias: float
    least: float
    weights: Mapping[str, float]
    """By the name of the feature (``resolve/happenings/likeness.py``)."""


def load_happening_weights() -> HappeningWeights:
    """The weights that ship. Raises ``ResourceError``."""
    return load(FILE, HappeningWeights)
