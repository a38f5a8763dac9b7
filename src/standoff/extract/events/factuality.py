"""Whether an event occurred, goes on, is scheduled, might happen or is denied (FactBank; Saurí and Pustejovsky 2009)."""

from __future__ import annotations

from standoff.core.records import Attribution, Document
from standoff.core.vocabulary import Factuality
from standoff.core.when import When
from standoff.extract.grammar import Grammar
from standoff.lexicon.lexicon import Lexicon


def factuality_of(
    document: Document, grammar: Grammar, lexicon: Lexicon, trigger: int, said: Attribution | None, when: When | None
) -> tuple[Factuality, str]:
    """The factuality of the event at word ``trigger`` and what told it, as the document has it on its own day.

    ``said`` carries it (``None``: the reporter's own voice); ``when`` is its time, where the text tells one.
    """
    return "occurred", "nothing says otherwise"
