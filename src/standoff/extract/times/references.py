"""Reads words for the present, the past and the future at large."""

from __future__ import annotations

from standoff.extract.times.aims import Vague
from standoff.extract.times.phrases import Phrase


def read_reference(phrase: Phrase) -> Vague:
    """Such as "now", "recently", "the near future", "in the past", "these days"."""
    if phrase.has("future"):
        return Vague("date", "FUTURE_REF")
    if phrase.has("past"):
        return Vague("date", "PAST_REF")
    return Vague("date", phrase.value("references", "references_before_nouns") or "PRESENT_REF")
