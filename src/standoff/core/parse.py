"""What the reader makes of a text: words, sentences, trees, names, and who is cued to say what.

A record, so that extractors are tested with parses built by hand, without a model.
"""

from __future__ import annotations

import msgspec

Piece = tuple[int, int]
"""Code points ``[start, end)`` of the document's text."""


class Word(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One word in the sense of Universal Dependencies."""

    start: int
    end: int
    sentence: int
    """The index of its sentence, from 0."""
    upos: str
    head: int
    """The index in the document of the word it depends on; its own index at a root."""
    deprel: str
    features: str = ""
    """Its features as a CoNLL-U file writes them ("Mood=Ind|Tense=Past|VerbForm=Fin"), of tense, mood, verb form,
    person, number, polarity and voice only; empty where there are none."""
    lemma: str = ""


class Name(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name found by the entity head: person, organization, location or misc."""

    start: int
    end: int
    label: str
    score: float


class Cued(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One attribution as the reader sees it, before it is pieced together and resolved."""

    cue: Piece | None
    source: tuple[Piece, ...]
    content: tuple[Piece, ...]
    score: float
    depth: int
    """0 as the text stands; 1 found when a content was read by itself."""


class Parse(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The reader's output for one document. Words are in order of place and never overlap."""

    doc: str
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    cued: tuple[Cued, ...]
