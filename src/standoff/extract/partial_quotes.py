"""Partial quotations that take their own verb along: The minister "reaffirmed the country's right to respond"."""

from __future__ import annotations

from collections.abc import Mapping

from standoff.core.parse import Piece
from standoff.core.records import Mention
from standoff.extract.grammar import Grammar
from standoff.extract.quotations import Quotation, overlapping
from standoff.lexicon.lexicon import Lexicon

NEAR = 2  # characters between the subject and the opening mark: a space, or a space and a mark


def voice(
    content: Piece, grammar: Grammar, quotations: tuple[Quotation, ...], ends: Mapping[int, Mention], lexicon: Lexicon
) -> tuple[Piece, Piece, Piece] | None:
    """Source, cue and content of a quotation whose first word is a verb of saying, said of whoever stands before it.

    ``content`` is a piece that no cue claims, ``ends`` the longest mention that ends at a place. ``None`` where it is
    not such a quotation.
    """
    for quotation in overlapping(quotations, *content):
        words = grammar.between(*quotation.inner)
        if len(words) < 3 or lexicon.act_of([grammar.form(words.start)]) is None:
            continue
        near = range(quotation.start - NEAR, quotation.start + 1)
        subject = [ends[end] for end in near if end in ends]
        if subject:
            verb, last = grammar.words[words.start], grammar.words[words.stop - 1]
            source = max(subject, key=lambda m: len(m.at)).at
            rest = (grammar.words[words.start + 1].start, last.end)
            return (source.start, source.end), (verb.start, verb.end), rest
    return None
