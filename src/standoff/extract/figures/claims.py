"""Who claims a figure: the speaker of the attribution that carries it, or whoever is said to count it."""

from __future__ import annotations

from functools import cached_property
from itertools import islice

from standoff.core.records import Attribution, Mention, Study
from standoff.core.span import Span
from standoff.extract.carriers import Carriers
from standoff.extract.grammar import Grammar
from standoff.extract.speakers import Speakers
from standoff.lexicon.lexicon import Lexicon

HIGHEST = 8  # steps from a number up to the verb or noun of counting
RELATIVE = frozenset(("who", "which", "that"))
OWNERS = ("nmod:poss", "compound", "amod")


class Claims:
    """The attributions and mentions of one document, asked who claims a number."""

    def __init__(self, study: Study, grammar: Grammar, lexicon: Lexicon) -> None:
        """Take what one document says: its mentions and attributions."""
        self._doc, self._grammar, self._lexicon = study.doc, grammar, lexicon
        self._carriers, self._study = Carriers(study.attributions), study

    @cached_property
    def _speakers(self) -> Speakers:
        return Speakers(self._study.mentions)

    def carrier(self, place: int) -> Attribution | None:
        """The attribution that carries the character."""
        return self._carriers.at(place)

    def of(self, head: int, carrier: Attribution | None) -> tuple[str | None, str]:
        """The id of the mention that claims the figure at the word ``head``, and what told it."""
        counting = self._counting(head, carrier)
        if counting is not None:
            return counting
        if carrier is not None and carrier.speaker is not None:
            return carrier.speaker, "the attribution's speaker"
        if carrier is not None and carrier.source is not None:
            mention = self._speakers.of(carrier.source)
            if mention is not None:
                return self._speakers.resolved(mention).id, "the attribution's source"
        counting = None if carrier is None else self._counting(head, None)
        return counting or (None, "the reporter's own" if carrier is None else "nobody named")

    def _counting(self, head: int, carrier: Attribution | None) -> tuple[str, str] | None:
        """Whose count it is, within the words of the attribution that carries it if one does."""
        grammar = self._grammar
        path = [head, *islice(grammar.above(head), HIGHEST)]
        for step, index in enumerate(path):
            if carrier is not None and self._carriers.at(grammar.words[index].start) != carrier:
                return None
            owner = self._owner(index, path[: step + 1], carrier is None)
            mention = self._mention(owner) or (self._according(index) if carrier is None else None)
            if mention is not None:
                return mention.id, f"whose count it is, by {grammar.lemma(index)}"
            if grammar.words[index].deprel in ("acl:relcl", "parataxis"):
                return None
        return None

    def _owner(self, index: int, below: list[int], outside: bool) -> int | None:
        """The subject of a verb of counting, or of saying ``outside`` of attributions; the owner of a noun of it."""
        grammar, quantities = self._grammar, self._lexicon.quantities
        lemma = grammar.lemma(index)
        if lemma in quantities.counting_nouns and len(below) > 1:
            return grammar.child(index, *OWNERS)
        if grammar.words[index].upos != "VERB":
            return None
        places = lemma in quantities.placing_verbs and any(self._case(word) == "at" for word in below)
        says = outside and self._states(grammar.form(index).lower())
        if not (places or says or lemma in quantities.counting_verbs):
            return None
        subject = grammar.child(index, "nsubj")
        if subject is None and grammar.words[index].deprel in ("advcl", "conj", "xcomp"):
            subject = grammar.child(grammar.words[index].head, "nsubj")
        if subject is not None and grammar.words[index].deprel == "acl:relcl" and grammar.words[subject].upos == "PRON":
            subject = grammar.words[index].head if grammar.form(subject).lower() in RELATIVE else subject
        return None if subject in below else subject

    def _states(self, verb: str) -> bool:
        """Whether the verb often takes a quote and states something: "said", not "held" and not "asked"."""
        return self._lexicon.is_reporting_verb(verb) and self._lexicon.act_of([verb]) in ("asserts", "reaffirms")

    def _case(self, index: int) -> str:
        case = self._grammar.child(index, "case")
        return "" if case is None else self._grammar.form(case).lower()

    def _according(self, index: int) -> Mention | None:
        grammar = self._grammar
        for child in grammar.children.get(index, ())[:HIGHEST]:
            case = grammar.child(child, "case") if grammar.words[child].deprel.startswith("obl") else None
            if case is not None and grammar.form(case).lower() == "according":
                return self._mention(child)
        return None

    def _mention(self, index: int | None) -> Mention | None:
        if index is None:
            return None
        word = self._grammar.words[index]
        start = self._grammar.words[self._grammar.left_edge(index)].start
        found = self._speakers.of(Span(self._doc, start, word.end))
        return None if found is None else self._speakers.resolved(found)


class Whereabouts:
    """The places and states of one document, asked where something counted is."""

    def __init__(self, study: Study, grammar: Grammar) -> None:
        """Take the document's mentions; those of places and states are kept."""
        self._doc, self._grammar, self._mentions = study.doc, grammar, study.mentions

    @cached_property
    def _places(self) -> Speakers:
        return Speakers([mention for mention in self._mentions if mention.type in ("place", "state")])

    def of(self, head: int, stop: int) -> str | None:
        """The id of the place in the phrase of the word ``head``, else in the clause it belongs to."""
        grammar = self._grammar
        phrase = self._below(head, stop)
        if phrase is not None:
            return phrase
        for index in islice(grammar.above(head), 3):
            found = self._below(index, stop)
            if found is not None or grammar.words[index].upos == "VERB":
                return found
        return None

    def _below(self, head: int, stop: int) -> str | None:
        """The first dependent with a preposition of place that is a place."""
        grammar = self._grammar
        for child in (head, *grammar.children.get(head, ())[:12]):
            word = grammar.words[child]
            if child < stop or not word.deprel.startswith(("nmod", "obl", "root", "ccomp")):
                continue
            case = grammar.child(child, "case")
            if case is None or grammar.form(case).lower() not in PLACING:
                continue
            found = self._places.of(Span(self._doc, grammar.words[grammar.left_edge(child)].start, word.end))
            if found is not None:
                return self._places.resolved(found).id
        return None


PLACING = frozenset(
    "in at near on along inside outside across around from within into off over under beside behind opposite to"
    " throughout between towards toward by of".split()
)
