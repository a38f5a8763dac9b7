"""One commitment a place: of several rules that read the same words the surer one keeps them."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.core.parse import Piece
from standoff.extract.commitments.clauses import Words
from standoff.extract.commitments.scene import Draft
from standoff.extract.grammar import Grammar
from standoff.extract.overlaps import neighbours

SAME = 0.65
"""Character F1 of two whole commitments above which they are one; the words of neighbours in a list share less."""
EDGES = " \t\u00a0,;:.–—-…"
OPENERS, CLOSERS = "“‘«„", "”’»"
STRAIGHT = '"'


def settle(drafts: Sequence[Draft], grammar: Grammar) -> list[Draft]:
    """The drafts without repeats, in order of place; the surer first, then the earlier."""
    dared = {draft.antecedent[0] for draft in drafts if draft.antecedent is not None}
    drafts = [draft for draft in drafts if draft.rule != "bidden" or draft.at[0] not in dared]
    ranked = sorted(drafts, key=lambda d: (-d.score, d.at, d.rule))
    places = [trimmed(draft.at, grammar) for draft in ranked]
    heads: set[int] = set()
    kept: dict[int, Draft] = {}
    for index, near in enumerate(neighbours(places)):
        draft = ranked[index]
        if draft.head in heads or places[index][0] >= places[index][1]:
            continue
        if any(other in kept and _same(places[index], places[other]) for other in near):
            continue
        kept[index] = draft
        heads.add(draft.head)
    return sorted(kept.values(), key=lambda d: (d.at, d.head))


def _same(one: Piece, other: Piece) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared >= SAME * (one[1] - one[0] + other[1] - other[0])


def trimmed(words: Words, grammar: Grammar) -> Piece:
    """The characters of some words without joining words before them, and marks at the edges that close nothing."""
    first, stop = words
    while first < stop - 1 and _joins(first, grammar):
        first += 1
    start, end = grammar.words[first].start, grammar.words[stop - 1].end
    return balanced(start, _closed(start, end, grammar.text), grammar.text)


def _closed(start: int, end: int, text: str) -> int:
    """Where the words end with the mark that closes a quotation opened among them, if it follows at once."""
    inside, behind = text[start:end], text[end : end + 1]
    if behind in CLOSERS and behind and inside.count(OPENERS[CLOSERS.index(behind)]) > inside.count(behind):
        return end + 1
    return end + (behind == STRAIGHT and inside.count(STRAIGHT) % 2)


def _joins(index: int, grammar: Grammar) -> bool:
    """Whether a word only ties the clause to what stands before it; a condition's own marker stays."""
    word = grammar.words[index]
    if word.upos == "PUNCT":
        return grammar.form(index) not in OPENERS + STRAIGHT
    return word.deprel == "cc" or (word.deprel == "mark" and grammar.form(index).lower() in ("that", "to"))


def balanced(start: int, end: int, text: str) -> Piece:
    """The stretch without edge marks; a quotation mark at an edge stays where its partner stands inside."""
    changed = True
    while changed and start < end:
        before = start, end
        while start < end and text[start] in EDGES:
            start += 1
        while start < end and (text[end - 1] in EDGES or text[end - 1].isspace()):
            end -= 1
        inside = text[start:end]
        odd = inside.count(STRAIGHT) % 2 == 1
        if inside and (
            inside[0] in CLOSERS or _lone(inside, inside[0], OPENERS, CLOSERS) or (odd and inside[0] == '"')
        ):
            start += 1
        elif inside and (
            inside[-1] in OPENERS or _lone(inside, inside[-1], CLOSERS, OPENERS) or (odd and inside[-1] == '"')
        ):
            end -= 1
        changed = before != (start, end)
    return start, end


def _lone(inside: str, mark: str, own: str, partners: str) -> bool:
    """Whether an edge's mark has no partner inside."""
    return mark in own and partners[own.index(mark) if own.index(mark) < len(partners) else 0] not in inside
