"""Mentions by personal pronoun, where it is a subject: who "he", "she", "they", "we" are is settled elsewhere."""

from __future__ import annotations

from standoff.core.records import Document, Mention, Why
from standoff.core.vocabulary import MentionType
from standoff.extract.grammar import Grammar

KINDS: dict[str, MentionType] = {
    "he": "person",
    "she": "person",
    "i": "person",
    "we": "organization",
    "they": "organization",
    "it": "organization",
}


def find_pronouns(document: Document, grammar: Grammar) -> list[Mention]:
    """Subject pronouns in order. The type is what the word alone tells; its referent may be of another."""
    why = Why("extract.pronouns", 1.0, "a subject pronoun")
    return [
        Mention(at=document.span(word.start, word.end), type=KINDS[form], form="pronoun", why=why)
        for index, form in enumerate(grammar.lowered)
        if form in KINDS and (word := grammar.words[index]).upos == "PRON" and grammar.is_subject(index)
    ]
