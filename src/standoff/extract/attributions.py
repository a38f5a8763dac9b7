"""Attributions of one document: the reader's, fitted to quotations, nested, continued, and given their speakers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from standoff.core.parse import Cued, Parse, Piece
from standoff.core.records import Attribution, Document, Mention, Why
from standoff.extract.acts import act_of, mode_of
from standoff.extract.contents import fit, trim
from standoff.extract.grammar import Grammar, grammar_of
from standoff.extract.issuers import settle_speakers
from standoff.extract.partial_quotes import voice
from standoff.extract.quotations import Quotation, find_quotations, quoted_share
from standoff.extract.speakers import Speakers
from standoff.lexicon.lexicon import Lexicon

CONTINUES = 4  # words: a shorter quotation that nobody is said to say is a word in quotation marks, not an utterance


MEANING = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM", "INTJ"))
SAME = 0.85
"""Shared share of the characters of two contents from which they are one content claimed twice."""


class Draft(NamedTuple):
    """An attribution while it is pieced together."""

    cue: Piece | None
    source: Piece | None
    content: tuple[Piece, ...]
    score: float
    depth: int
    finder: str


def find_attributions(
    document: Document, parse: Parse, lexicon: Lexicon, mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    """Every attribution outside the furniture, in order of cue and content."""
    grammar = grammar_of(document.text, parse)
    quotations = find_quotations(document.text)
    drafts = [draft for cued in parse.cued if (draft := _draft(cued, quotations, document)) is not None]
    drafts = [_voiced(draft, grammar, quotations, mentions, lexicon) for draft in drafts if _says(draft, grammar)]
    drafts = _continued(without_repeats(drafts), quotations, document)
    speakers = Speakers(mentions)
    found = {a.id: a for a in (_attribution(d, document, grammar, lexicon, quotations, speakers) for d in drafts)}
    nested = _nested(tuple(sorted(found.values(), key=_place)))
    return settle_speakers(nested, document, {mention.id: mention for mention in mentions}, lexicon)


def _draft(cued: Cued, quotations: tuple[Quotation, ...], document: Document) -> Draft | None:
    barriers = [piece for piece in (cued.cue, *cued.source) if piece is not None]
    content = tuple(fit(cued.content, quotations, document.text, barriers))
    if not content or _in_furniture(document, content[0]):
        return None
    source = cued.source[0] if cued.source else None
    return Draft(cued.cue, source, content, cued.score, cued.depth, "reader.attribution")


def _says(draft: Draft, grammar: Grammar) -> bool:
    """Whether the content has a word with a meaning of its own: "which" and "it" alone are no content."""
    return any(grammar.words[i].upos in MEANING for piece in draft.content for i in grammar.between(*piece))


def _voiced(
    draft: Draft, grammar: Grammar, quotations: tuple[Quotation, ...], mentions: Sequence[Mention], lexicon: Lexicon
) -> Draft:
    """A content that no cue claims, with the cue and source that a partial quotation may hold itself."""
    if draft.cue is not None:
        return draft
    found = voice(draft.content[0], grammar, quotations, mentions, lexicon)
    if found is None:
        return draft
    source, cue, rest = found
    return draft._replace(source=source, cue=cue, content=(trim(rest, (), grammar.text),), finder="extract.partial")


def _in_furniture(document: Document, piece: Piece) -> bool:
    return any(start < piece[1] and piece[0] < end for start, end in document.furniture)


def without_repeats(drafts: list[Draft]) -> list[Draft]:
    """Each content once: of two cues that claim nearly the same words the surer one keeps them.

    What a second look inside a content finds counts only where the first pass saw no cue.
    """
    first = [draft for draft in drafts if draft.depth == 0]
    cues = [draft.cue for draft in first if draft.cue is not None]
    fresh = [draft for draft in drafts if draft.depth and not any(_meet(draft.cue, cue) for cue in cues)]
    kept: list[Draft] = []
    for draft in sorted([*first, *fresh], key=lambda d: (d.depth, -d.score, d.content)):
        if not any(_same(draft.content, other.content) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: (d.content, d.cue or (0, 0)))


def _same(one: tuple[Piece, ...], other: tuple[Piece, ...]) -> bool:
    """Whether two contents share nearly all of their characters."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    total = sum(end - start for piece in (one, other) for start, end in piece)
    return 2 * shared >= SAME * total


def _meet(piece: Piece | None, other: Piece) -> bool:
    return piece is not None and piece[0] < other[1] and other[0] < piece[1]


def _continued(drafts: list[Draft], quotations: tuple[Quotation, ...], document: Document) -> list[Draft]:
    """Give each quotation that nobody claims to the attribution it goes on from.

    In the paragraph of a direct quotation it is another piece of it ("...," he said. "..."); after a paragraph
    whose quotation was left open it is the same quotation. Any other stays unclaimed.
    """
    text = document.text
    found = sorted(drafts, key=lambda draft: draft.content[0])
    for quotation in quotations:
        low, high = trim(quotation.inner, (), text)
        long = len(text[low:high].split()) >= CONTINUES
        claimed = any(_meet(piece, (quotation.start, quotation.end)) for d in found for piece in d.content)
        if not long or claimed or _in_furniture(document, (low, high)):
            continue
        before = _goes_on_from(found, quotation, quotations, text)
        if before is not None:
            index = found.index(before)
            pieces = tuple(sorted((*before.content, trim((low, high), (quotation,), text))))
            found[index] = before._replace(content=pieces, finder="extract.continued")
    return found


def _goes_on_from(
    drafts: list[Draft], quotation: Quotation, quotations: tuple[Quotation, ...], text: str
) -> Draft | None:
    """The attribution of the quotation just before this one, if this one continues it."""
    index = quotations.index(quotation)
    if index == 0:
        return None
    last = quotations[index - 1]
    between = text[last.end : quotation.start]
    same_paragraph = "\n" not in between and "\r" not in between
    if not (same_paragraph or (not last.closed and not between.strip())):
        return None
    owners = [d for d in drafts if d.depth == 0 and any(_meet(piece, (last.start, last.end)) for piece in d.content)]
    return owners[-1] if owners else None


def _attribution(
    draft: Draft,
    document: Document,
    grammar: Grammar,
    lexicon: Lexicon,
    quotations: tuple[Quotation, ...],
    speakers: Speakers,
) -> Attribution:
    text = document.text
    source = None if draft.source is None else document.span(*draft.source)
    mention = None if source is None else speakers.of(source)
    cue = [] if draft.cue is None else [grammar.form(i) for i in grammar.between(*draft.cue)]
    act, told = act_of(cue, " ".join(text[start:end] for start, end in draft.content), lexicon)
    return Attribution(
        source=source,
        cue=None if draft.cue is None else document.span(*draft.cue),
        content=tuple(document.span(start, end) for start, end in draft.content),
        mode=mode_of(quoted_share(quotations, list(draft.content), text)),
        act=act,
        speaker=None if mention is None else speakers.resolved(mention).id,
        why=Why(draft.finder, draft.score, f"{told}{'' if draft.depth == 0 else '; found inside a content'}"),
    )


def _nested(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Name for each attribution the smallest other one in whose content its own content stands."""
    return tuple(msgspec.structs.replace(a, within=_around(a, attributions)) for a in attributions)


def _around(inner: Attribution, attributions: tuple[Attribution, ...]) -> str | None:
    around = [
        other
        for other in attributions
        if other is not inner
        and all(any(piece.contains(own) for piece in other.content) for own in inner.content)
        and sum(map(len, other.content)) > sum(map(len, inner.content))
    ]
    smallest = min(around, key=lambda other: (sum(map(len, other.content)), other.id), default=None)
    return None if smallest is None else smallest.id


def _place(attribution: Attribution) -> tuple[int, int, str]:
    first = attribution.content[0]
    return first.start, first.end, attribution.id
