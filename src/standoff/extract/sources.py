"""Mentions that only their part tells: whoever is said to say something is someone, known name or not."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.core.records import Document, Mention, Why
from standoff.extract.grammar import Grammar
from standoff.lexicon.lexicon import Lexicon

LONGEST = 12  # words: a longer source is a clause, and no one's name


def find_sources(document: Document, grammar: Grammar, lexicon: Lexicon, found: Sequence[Mention]) -> list[Mention]:
    """A mention for each source of the reader's first pass that holds none yet.

    One or two capitalised words that are no common noun are a person's name, as a bad translation leaves it
    ("Blinking said"); a noun phrase is a description. A text that speaks for its issuer is no one.
    """
    taken = {index for m in found for index in grammar.between(m.at.start, m.at.end)}
    mentions = []
    for cued in grammar.parse.cued:
        words = grammar.between(*cued.source[0]) if cued.source and cued.depth == 0 else range(0)
        if not 0 < len(words) <= LONGEST or taken & set(words):
            continue
        mention = _mention(document, grammar, lexicon, words, cued.score)
        if mention is not None:
            mentions.append(mention)
            taken |= set(words)
    return mentions


def _mention(document: Document, grammar: Grammar, lexicon: Lexicon, words: range, score: float) -> Mention | None:
    at = document.span(grammar.words[words.start].start, grammar.words[words.stop - 1].end)
    why = Why("extract.sources", round(score, 4), "is said to say something")
    if _is_name(grammar, lexicon, words):
        return Mention(at=at, type="person", form="name", name=at, why=why)
    head = grammar.head_of(words.start, words.stop)
    if grammar.words[head].upos != "NOUN" or lexicon.is_statement(grammar.form(head)):
        return None
    return Mention(at=at, type="person", form="description", why=why)


def _is_name(grammar: Grammar, lexicon: Lexicon, words: range) -> bool:
    forms = grammar.forms(words.start, words.stop)
    if len(forms) > 2 or not all(form[:1].isupper() and form.isalpha() for form in forms):
        return False
    common = lexicon.noun_type(forms[-1]) is not None or lexicon.is_statement(forms[-1])
    return not common and grammar.words[words.start].upos not in ("PRON", "DET")
