"""Mentions by description: noun phrases headed by a common noun for an actor ("a senior official", "the rebels")."""

from __future__ import annotations

from collections.abc import Mapping

from standoff.core.records import Document, Mention, Why
from standoff.core.vocabulary import MentionType
from standoff.extract.grammar import Grammar
from standoff.lexicon.lexicon import Lexicon

KINDS = frozenset(("person", "organization", "government", "alliance", "military", "media", "state"))
"""Places by description ("the border") are no actors."""
POINTING = frozenset(("DET", "PRON", "ADV", "PUNCT", "PART", "SCONJ"))
COUNTING = frozenset(("nummod", "det", "advmod", "case"))
LONGEST = 24  # words: a longer "phrase" is a clause the parser misread
INNER = frozenset(("government", "alliance", "military", "media"))
"""Of these a phrase inside another is a mention too: "the Biden administration" of "... administration officials"."""


def find_descriptions(document: Document, grammar: Grammar, lexicon: Lexicon, names: list[Mention]) -> list[Mention]:
    """Noun phrases that describe actors, outside names, in order; each takes its own "of ..." along."""
    taken = _words_of(grammar, names)
    ends = {index: name.at.end for name in names for index in grammar.between(name.at.start, name.at.end)}
    found = []
    for head in [index for index, form in enumerate(grammar.lowered) if form in lexicon.nouns.ends]:
        word = grammar.words[head]
        if word.upos not in ("NOUN", "PROPN") or head in taken:
            continue
        kind = lexicon.noun_type(_with_compound(grammar, head))
        inside = word.deprel in ("compound", "amod")
        if kind not in KINDS or (inside and (kind not in INNER or _of_one_noun(grammar, head, lexicon))):
            continue
        mention = _mention(document, grammar, head, kind, ends)
        if mention is not None:
            found.append(mention)
    return found


def _words_of(grammar: Grammar, names: list[Mention]) -> set[int]:
    """The words that belong to names and the titles before them."""
    return {index for name in names for index in grammar.between(name.at.start, name.at.end)}


def _with_compound(grammar: Grammar, head: int) -> str:
    """The head with the noun or adjective before it, so that "news agency" is not read as "agency"."""
    before = head - 1
    if before >= 0 and grammar.words[before].head == head and grammar.words[before].deprel in ("compound", "amod"):
        return f"{grammar.form(before)} {grammar.form(head)}"
    return grammar.form(head)


def _of_one_noun(grammar: Grammar, index: int, lexicon: Lexicon) -> bool:
    """Whether the word and the one it modifies are one noun of the lexicon: "news" of "news agency"."""
    return f"{grammar.form(index)} {grammar.form(grammar.words[index].head)}".lower() in lexicon.nouns.types


def _mention(
    document: Document, grammar: Grammar, head: int, kind: MentionType, ends: Mapping[int, int]
) -> Mention | None:
    """The phrase of a head; ``ends`` has where the name ends that a word belongs to: no name is cut in two."""
    start, stop = grammar.left_edge(head), grammar.right_edge(head)
    if stop - start > LONGEST:
        start, stop = max(start, head - 6), head + 1
    if start == head and grammar.words[head].deprel == "compound":
        start = _with_its_name(grammar, head, ends)
    core = _core(grammar, start, head)
    end = max(grammar.words[stop - 1].end, ends.get(stop - 1, 0))
    at = document.span(grammar.words[start].start, end)
    name = document.span(grammar.words[core].start, grammar.words[head].end)
    why = Why("lexicon.nouns", 0.9, grammar.form(head).lower())
    return Mention(at=at, type=kind, form="description", name=name if name != at else None, why=why)


def _with_its_name(grammar: Grammar, head: int, names: Mapping[int, int]) -> int:
    """Where the name begins that stands just before a noun inside a phrase: "the Varnian cabinet" of "... ministers".

    The parser hangs both on the phrase's own head.
    """
    start = head
    if start > 1 and grammar.lowered[start - 1] in ("'s", "’s"):
        start -= 1
    while start > 0 and start - 1 in names and grammar.words[start - 1].sentence == grammar.words[head].sentence:
        start -= 1
    return start if start in names else head


def _core(grammar: Grammar, start: int, head: int) -> int:
    """Where the phrase begins without what only counts or points: "about 70,000 Russian soldiers", "his allies"."""
    while start < head and (grammar.words[start].upos in POINTING or grammar.words[start].deprel in COUNTING):
        start += 1
    return start
