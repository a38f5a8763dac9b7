"""Whether an event occurred, goes on, is scheduled, might happen or is denied (FactBank; Saurí, Pustejovsky 2009)."""

from __future__ import annotations

from itertools import islice

from standoff.core.records import Attribution, Document
from standoff.core.vocabulary import Factuality
from standoff.core.when import When
from standoff.extract.events.aspect import DEEPEST, lasting
from standoff.extract.events.embedding import context, is_past
from standoff.extract.events.modality import PLAIN, Reading, marked
from standoff.extract.grammar import Grammar
from standoff.lexicon.lexicon import Lexicon


def factuality_of(
    document: Document, grammar: Grammar, lexicon: Lexicon, trigger: int, said: Attribution | None, when: When | None
) -> tuple[Factuality, str]:
    """The factuality of the event at word ``trigger`` and what told it, as the document has it on its own day.

    ``said`` carries it (``None``: the reporter's own voice); ``when`` is its time, where the text tells one.
    """
    reading = dated(_read(grammar, lexicon, trigger, said), document.published, when)
    if reading.state == "planned":
        return "scheduled", reading.told
    if reading.state == "possible":
        return "hypothetical", reading.told
    if reading.state == "denied":
        return "denied", reading.told
    still = lasting(grammar, lexicon.factualities, trigger)
    return ("ongoing", still) if still else ("occurred", reading.told or "nothing says otherwise")


def dated(reading: Reading, published: When | None, when: When | None) -> Reading:
    """What the calendar adds: after the document's day it is yet to come, before it, it is no plan any more."""
    if when is None or published is None:
        return reading
    if reading.state == "fact" and _before(published, when):
        return Reading("planned", "its date is after the document's")
    if reading.state == "planned" and _before(when, published):
        return Reading("fact", "its date is before the document's")
    return reading


def _before(one: When, other: When) -> bool:
    return one.until is not None and other.since is not None and one.until <= other.since


def _read(grammar: Grammar, lexicon: Lexicon, trigger: int, said: Attribution | None) -> Reading:
    """From the top of the tree down to the trigger: the state around each word, then the word's own."""
    if grammar.words[trigger].deprel.startswith(("cop", "aux")):
        trigger = grammar.words[trigger].head
    path = [trigger, *islice(grammar.above(trigger), DEEPEST)]
    outer, reading, told_then = PLAIN, PLAIN, said is not None and said.mode == "indirect"
    for place in range(len(path) - 1, -1, -1):
        index = path[place]
        if place + 1 < len(path):
            outer, told_then = (
                context(grammar, lexicon.factualities, index, reading, outer),
                _reports(grammar, index) or (told_then and grammar.words[index].deprel != "acl:relcl"),
            )
        reading = marked(grammar, lexicon, index, outer, told_then)
    return reading


def _reports(grammar: Grammar, index: int) -> bool:
    """Whether the word heads what somebody is told in the past to have said."""
    word = grammar.words[index]
    if word.deprel == "ccomp":
        return is_past(grammar, word.head)
    return word.deprel == "acl" and grammar.words[word.head].upos == "NOUN"
