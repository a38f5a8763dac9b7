"""Judgements: a person's decisions on records, kept beside the findings and honoured by every build."""

from __future__ import annotations

import msgspec

from standoff.core.vocabulary import Verdict


class Judgement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision: two readings are of one thing or not, or one record is right or wrong.

    It names readings by their place, so that it holds however the findings made of them change.
    """

    subject: str
    """The id of a reading; of a discrepancy, which has its places for an identity."""
    verdict: Verdict
    other: str | None = None
    """The id of the reading it is compared with; ``None`` for "right" and "wrong"."""
    by: str
    on: str
    """The day and time it was given, ISO 8601 in UTC."""
    note: str | None = None
