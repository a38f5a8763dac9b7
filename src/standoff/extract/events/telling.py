"""Makes an event of a word that names one: its participants, place, time, factuality and who carries it."""

from __future__ import annotations

from standoff.core.records import Attribution, Document, Event, Mention, Study, Why
from standoff.core.span import Span
from standoff.core.vocabulary import Factuality
from standoff.extract.carriers import Carriers
from standoff.extract.events.actors import Actors
from standoff.extract.events.asking import is_event
from standoff.extract.events.candidates import Candidate
from standoff.extract.events.cast import Cast, cast_of_noun, cast_of_verb
from standoff.extract.events.dating import Dated, date_of
from standoff.extract.events.factuality import factuality_of
from standoff.extract.events.parties import Parties, Parts
from standoff.extract.events.typing import second_opinion
from standoff.extract.grammar import Grammar
from standoff.extract.times.near import Times
from standoff.lexicon.lexicon import Lexicon

PLACES = frozenset(("place", "state"))


class Teller:
    """Tells the events of one document in order of place, with what those before have told in mind."""

    def __init__(self, document: Document, grammar: Grammar, lexicon: Lexicon, study: Study) -> None:
        """Index the document's mentions, times and attributions."""
        self._document, self._grammar, self._lexicon = document, grammar, lexicon
        self._actors = Actors(grammar, lexicon, study.mentions)
        self._carriers = Carriers(study.attributions)
        self._times = Times(grammar, study.times)
        self._parties = Parties(grammar, self._actors)

    def tell(self, found: Candidate) -> Event | None:
        """The event; ``None`` where the word is part of a name, or needs an actor and has none."""
        here = self._actors.at(found.head)
        if here is not None and here.form == "name":
            return None
        words = self._grammar.words
        at = self._document.span(words[found.first].start, words[found.last].end)
        said = self._carriers.at(at.start)
        cast = self._cast(found)
        parts = self._parties.of(found, cast, said, date_of(self._times, self._grammar, found, said))
        if not is_event(self._grammar, self._lexicon, self._actors, found, cast, parts):
            return None
        self._parties.remember(found, parts)
        return self._event(found, at, said, parts, self._place(cast, parts))

    def _cast(self, found: Candidate) -> Cast:
        """The words that take part; those of the noun too that a verb's entry rests on ("reiterated support for")."""
        undergone = self._lexicon.plover.undergone
        if not found.fit.entry.verbal:
            return cast_of_noun(self._grammar, found.head, found.kind, found.fit.entry.head in undergone, found.carrier)
        cast = cast_of_verb(self._grammar, found.head, found.kind)
        for word in found.fit.words:
            if self._grammar.words[word].upos == "NOUN" and self._actors.at(word) is None:
                lemma = self._grammar.lemma(word)
                cast = cast.plus(cast_of_noun(self._grammar, word, found.kind, lemma in undergone, None))
        return cast

    def _place(self, cast: Cast, parts: Parts) -> Mention | None:
        taken = {mention.id for mention in (*parts.agents, *parts.targets)}
        at = (self._actors.at(word) for word in cast.places)
        return next((m for m in at if m is not None and m.type in PLACES and m.id not in taken), None)

    def _event(
        self, found: Candidate, at: Span, said: Attribution | None, parts: Parts, place: Mention | None
    ) -> Event:
        factuality, told = self._factuality(found, said, parts.dated)
        return Event(
            at=at,
            type=found.kind,
            factuality=factuality,
            agents=_ids(parts.agents),
            targets=_ids(parts.targets),
            participants=_ids(parts.others),
            place=None if place is None else place.id,
            when=parts.dated.when,
            when_basis=parts.dated.basis,
            time=parts.dated.time,
            carried_by=None if said is None else said.id,
            why=self._why(found, "; ".join(filter(None, (parts.inferred, told)))),
        )

    def _why(self, found: Candidate, told: str) -> Why:
        """The entry that fits and how far the event head agrees."""
        opinion = second_opinion(self._grammar, self._lexicon.event_types, found.head, found.kind)
        finder = "extract.event.both" if opinion.decider == "both" else "extract.event.lexicon"
        against = "; the event head disagrees" if opinion.decider == "against" else ""
        return Why(finder, opinion.score, f"{found.fit.entry.phrase}{against}; {told}", opinion.runner_up)

    def _factuality(self, found: Candidate, said: Attribution | None, dated: Dated) -> tuple[Factuality, str]:
        """As the words around it tell; the "not" that an entry rests on ("does not accept") denies nothing more."""
        factuality, told = factuality_of(self._document, self._grammar, self._lexicon, found.head, said, dated.when)
        if found.fit.entry.negated and factuality == "denied":
            return "occurred", "the negation is the event"
        return factuality, told


def _ids(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(mention.id for mention in sorted(mentions, key=lambda mention: mention.at))
