"""Whether a word that fits an entry names an event here: by who takes part."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.core.records import Mention
from standoff.core.vocabulary import EventType
from standoff.extract.events.actors import Actors
from standoff.extract.events.candidates import Candidate
from standoff.extract.events.cast import MUTUAL, Cast
from standoff.extract.events.clauses import clause_of
from standoff.extract.events.dependents import MEASURES, measured
from standoff.extract.events.parties import Parts
from standoff.extract.grammar import Grammar
from standoff.lexicon.lexicon import Lexicon

SPEAKING: frozenset[EventType] = frozenset(("CONSULT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE"))
"""What only somebody, or somebody's text, can do: "the plane promises comfort" is no promise."""
TEXTS = frozenset(
    "resolution letter report document deal draft agreement text article petition lawsuit bill motion".split()
)
PLURAL = frozenset(("they", "we"))


def is_event(
    grammar: Grammar,
    lexicon: Lexicon,
    actors: Actors,
    found: Candidate,
    cast: Cast,
    parts: Parts,
) -> bool:
    """Whether those take part whom the entry asks for."""
    entry = found.fit.entry
    subjects = [word for word in cast.agents if word not in found.fit.words]
    if (
        entry.verbal
        and found.kind in SPEAKING
        and not entry.before
        and not _can_speak(grammar, lexicon, actors, subjects)
    ):
        return False
    if entry.needs == "carrier":
        return found.carrier is not None
    if not entry.needs:
        return True
    if not entry.verbal:
        return parts.told_here or found.carrier is not None
    if found.kind in MUTUAL and (_are_several(grammar, lexicon, parts.agents) or parts.targets):
        return True
    suffering = clause_of(grammar, found.head).objects or cast.targets
    return any(actors.of(word, deep=False) for word in suffering if grammar.form(word).lower() != "it")


def _can_speak(grammar: Grammar, lexicon: Lexicon, actors: Actors, subjects: Sequence[int]) -> bool:
    """Whether the first subject is none, a name, a pronoun, an actor or a text."""
    for word in [m for subject in subjects[:1] for m in measured(grammar, subject)][-1:]:
        if grammar.words[word].upos != "NOUN" or actors.at(word) is not None:
            return True
        lemma = grammar.lemma(word)
        if lemma in TEXTS or lemma in lexicon.plover.animate or lemma in MEASURES:
            return True
        return lexicon.is_statement(lemma) or lexicon.noun_type(lemma) is not None
    return True


def _are_several(grammar: Grammar, lexicon: Lexicon, agents: Sequence[Mention]) -> bool:
    if len(agents) != 1:
        return len(agents) > 1
    words = grammar.text[agents[0].at.start : agents[0].at.end].split()
    return words[-1].lower() in PLURAL or any(lexicon.is_plural(word) for word in words)
