"""Attributions of one document: the reader's, fitted to quotations, nested, continued, and given their speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from standoff.core.parse import Cued, Piece
from standoff.core.records import Attribution, Document, Mention, Why
from standoff.extract.acts import act_of, mode_of
from standoff.extract.contents import fit, trim
from standoff.extract.grammar import Grammar
from standoff.extract.issuers import settle_speakers
from standoff.extract.overlaps import hull, meets, neighbours
from standoff.extract.paragraphs import breaks, in_its_paragraph
from standoff.extract.partial_quotes import voice
from standoff.extract.quotations import Quotation, overlapping, quoted_share
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
    document: Document, grammar: Grammar, lexicon: Lexicon, mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    """Every attribution outside the furniture, in order of cue and content."""
    quotations = grammar.quotations
    blank = breaks(document.text)
    drafts = [d for cued in grammar.parse.cued if (d := _draft(cued, quotations, blank, grammar, document)) is not None]
    ends = {mention.at.end: mention for mention in sorted(mentions, key=lambda m: (len(m.at), -m.at.start))}
    drafts = [_voiced(draft, grammar, quotations, ends, lexicon) for draft in drafts]
    drafts = _continued(without_repeats(drafts), quotations, document)
    speakers = Speakers(mentions)
    found = {a.id: a for a in (_attribution(d, document, grammar, lexicon, quotations, speakers) for d in drafts)}
    nested = _nested(tuple(sorted(found.values(), key=_place)))
    return settle_speakers(nested, document, {mention.id: mention for mention in mentions}, lexicon)


def _draft(
    cued: Cued, quotations: tuple[Quotation, ...], blank: tuple[Piece, ...], grammar: Grammar, document: Document
) -> Draft | None:
    barriers = [piece for piece in (cued.cue, *cued.source) if piece is not None]
    near = in_its_paragraph(cued.content, cued.cue, blank, quotations, document.text)
    fitted = fit(tuple(near), quotations, document.text, barriers)
    content = tuple(piece for piece in fitted if _says(piece, grammar) and not meets(piece, document.furniture))
    if not content:
        return None
    source = cued.source[0] if cued.source else None
    return Draft(cued.cue, source, content, cued.score, cued.depth, "reader.attribution")


def _says(piece: Piece, grammar: Grammar) -> bool:
    """Whether a piece has a word with a meaning of its own: "which" and "it" alone are no content."""
    return any(grammar.words[index].upos in MEANING for index in grammar.between(*piece))


def _voiced(
    draft: Draft, grammar: Grammar, quotations: tuple[Quotation, ...], ends: Mapping[int, Mention], lexicon: Lexicon
) -> Draft:
    """A content that no cue claims, with the cue and source that a partial quotation may hold itself."""
    if draft.cue is not None:
        return draft
    found = voice(draft.content[0], grammar, quotations, ends, lexicon)
    if found is None:
        return draft
    source, cue, rest = found
    content = trim(rest, (), grammar.text)
    if content[0] == content[1]:
        return draft
    return draft._replace(source=source, cue=cue, content=(content,), finder="extract.partial")


def without_repeats(drafts: list[Draft]) -> list[Draft]:
    """Each content once: of two cues that claim nearly the same words the surer one keeps them.

    What a second look inside a content finds counts only where the first pass saw no cue.
    """
    cues = sorted(draft.cue for draft in drafts if draft.depth == 0 and draft.cue is not None)
    fresh = [draft for draft in drafts if draft.depth == 0 or draft.cue is None or not meets(draft.cue, cues)]
    ranked = sorted(fresh, key=lambda d: (d.depth, -d.score, d.content))
    kept: dict[int, Draft] = {}
    for index, near in enumerate(neighbours([hull(draft.content) for draft in ranked])):
        if not any(other in kept and _same(ranked[index].content, kept[other].content) for other in near):
            kept[index] = ranked[index]
    return sorted(kept.values(), key=lambda d: (d.content, d.cue or (0, 0)))


def _same(one: tuple[Piece, ...], other: tuple[Piece, ...]) -> bool:
    """Whether two contents share nearly all of their characters."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    total = sum(end - start for piece in (one, other) for start, end in piece)
    return 2 * shared >= SAME * total


def _continued(drafts: list[Draft], quotations: tuple[Quotation, ...], document: Document) -> list[Draft]:
    """Give each quotation that nobody claims to the attribution it goes on from.

    In the paragraph of a direct quotation it is another piece of it ("...," he said. "..."); after a paragraph
    whose quotation was left open it is the same quotation. Any other stays unclaimed.
    """
    text = document.text
    found = sorted(drafts, key=lambda draft: draft.content[0])
    pieces = [(piece, index) for index, draft in enumerate(found) for piece in draft.content]
    claims = [(quotation, index) for piece, index in pieces for quotation in overlapping(quotations, *piece)]
    claimed = {quotation for quotation, _ in claims}
    owners = {quotation: index for quotation, index in claims if found[index].depth == 0}
    more: dict[int, list[Piece]] = defaultdict(list)
    for last, quotation in pairwise(quotations):
        low, high = trim((quotation.start, quotation.end), (quotation,), text)
        long = len(text[low:high].split()) >= CONTINUES
        index = owners.get(last) if _goes_on_from(last, quotation, text) else None
        if index is None or not long or quotation in claimed or meets((low, high), document.furniture):
            continue
        more[index].append((low, high))
        owners[quotation] = index
    return [_with(draft, more[index]) if index in more else draft for index, draft in enumerate(found)]


def _with(draft: Draft, pieces: list[Piece]) -> Draft:
    return draft._replace(content=tuple(sorted((*draft.content, *pieces))), finder="extract.continued")


def _goes_on_from(last: Quotation, quotation: Quotation, text: str) -> bool:
    """Whether a quotation can be of the same speaker as the one just before it."""
    between = text[last.end : quotation.start]
    same_paragraph = "\n" not in between and "\r" not in between
    return same_paragraph or (not last.closed and not between.strip())


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
    mode = mode_of(quoted_share(quotations, list(draft.content), text))
    act, told = act_of(draft.cue, draft.content, mode, grammar, lexicon)
    return Attribution(
        source=source,
        cue=None if draft.cue is None else document.span(*draft.cue),
        content=tuple(document.span(start, end) for start, end in draft.content),
        mode=mode,
        act=act,
        speaker=None if mention is None else speakers.resolved(mention).id,
        why=Why(draft.finder, draft.score, f"{told}{'' if draft.depth == 0 else '; found inside a content'}"),
    )


def _nested(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Name for each attribution the smallest other one in whose content its own content stands."""
    near = neighbours([(a.content[0].start, a.content[-1].end) for a in attributions])
    return tuple(
        msgspec.structs.replace(a, within=_around(a, [attributions[other] for other in others]))
        for a, others in zip(attributions, near, strict=True)
    )


def _around(inner: Attribution, others: Sequence[Attribution]) -> str | None:
    size = sum(map(len, inner.content))
    around = [
        other
        for other in others
        if sum(map(len, other.content)) > size
        and all(any(piece.contains(own) for piece in other.content) for own in inner.content)
    ]
    smallest = min(around, key=lambda other: (sum(map(len, other.content)), other.id), default=None)
    return None if smallest is None else smallest.id


def _place(attribution: Attribution) -> tuple[int, int, str]:
    first = attribution.content[0]
    return first.start, first.end, attribution.id
