"""Who and what a text names: by name, by description, by pronoun, each with the mention it stands for."""

from __future__ import annotations

from standoff.core.records import Document, Mention
from standoff.extract.appositions import join_appositions
from standoff.extract.descriptions import find_descriptions
from standoff.extract.grammar import Grammar
from standoff.extract.names import find_names
from standoff.extract.overlaps import meets
from standoff.extract.pronouns import find_pronouns
from standoff.extract.references import settle_references
from standoff.extract.sources import find_sources
from standoff.lexicon.lexicon import Lexicon


def find_mentions(document: Document, grammar: Grammar, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Every mention outside the furniture, in order of place; one a place."""
    names = find_names(document, grammar, lexicon)
    found = names + find_descriptions(document, grammar, lexicon, names) + find_pronouns(document, grammar)
    found += find_sources(document, grammar, lexicon, found)
    outside = (m for m in reversed(found) if not meets((m.at.start, m.at.end), document.furniture))
    unique = {(mention.at.start, mention.at.end): mention for mention in outside}
    ordered = [unique[at] for at in sorted(unique)]
    return tuple(settle_references(join_appositions(ordered, grammar), grammar, lexicon))
