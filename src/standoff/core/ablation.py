"""What falls when a source is taken away: not stored, asked for."""

from __future__ import annotations

from typing import Literal

import msgspec

from standoff.core.span import Span

FindingKind = Literal["utterance", "happening", "measure", "obligation", "readouts", "discrepancy"]
Fall = Literal["gone", "weaker", "changed"]
"""The finding is no more; fewer independent accounts tell it; its date, status or value is another."""


class Fallen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One finding that does not stand as it stood."""

    kind: FindingKind
    id: str
    """In the dossier with everything."""
    after: str | None
    """In the dossier without; ``None`` where it is gone."""
    fall: Fall
    label: Span
    before: str
    """What it was, in a few words: "2 to 3 independent accounts", "occurred"."""
    now: str


class Ablation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was taken away, and what falls with it."""

    documents: tuple[str, ...]
    """Ids of the documents taken away, sorted."""
    attributions: tuple[str, ...]
    """Ids of the attributions taken away with a speaker, sorted."""
    fallen: tuple[Fallen, ...]
    """Gone first, then weaker, then changed; in order of kind and place."""
    standing: int
    """How many findings stand as they stood."""
