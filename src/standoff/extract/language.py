"""Whether a text is English sentences at all, which is what everything here reads."""

from __future__ import annotations

from standoff.core.records import Document, Gap
from standoff.extract.grammar import Grammar
from standoff.lexicon.lexicon import Lexicon

ENOUGH = 20
"""Words from which a share says something: a headline may have no small word."""
LEAST = 0.18
"""Share of small words. Of 217 English news texts and official statements the poorest has .24; paragraphs in German,
Dutch, French, Spanish, Danish and Norwegian, which share "in", "is", "was", "had", have up to .14."""


def gap_of_language(document: Document, grammar: Grammar, lexicon: Lexicon) -> Gap | None:
    """A gap where hardly any word is a small word of English: another language, a table, a list of names."""
    words = [form for form in map(grammar.form, range(len(grammar.words))) if form.isalpha()]
    if len(words) < ENOUGH:
        return None
    small = sum(form.lower() in lexicon.small_words for form in words)
    if small >= LEAST * len(words):
        return None
    reason = (
        f"it does not read as English sentences ({small} of {len(words)} words are small words such as 'the' or 'of'): "
        "another language, a table or a list; readings are missing or wrong"
    )
    return Gap(path=document.path, room="extract", reason=reason, doc=document.id)
