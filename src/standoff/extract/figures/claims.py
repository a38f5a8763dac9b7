"""Who claims a figure: the speaker of the attribution that carries it, or whoever is said to count it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from standoff.core.records import Attribution, Mention, Study
from standoff.core.span import Span
from standoff.extract.carriers import Carriers
from standoff.extract.figures.turns import Turns
from standoff.extract.grammar import Grammar
from standoff.extract.speakers import Speakers
from standoff.lexicon.lexicon import Lexicon

HIGHEST = 8  # steps from a number up to the verb or noun of counting
RELATIVE = frozenset(("who", "which", "that"))
OWNERS = ("nmod:poss", "compound", "amod", "nmod")
OPENING, CLOSING = frozenset("“„‟«"), frozenset("”»")
SPOKEN_FOR = frozenset(("government", "organization", "alliance", "military", "person"))
"""Who speaks where a line begins with a name and a colon; a place or state there tells where it is."""
STATING = frozenset(("asserts", "reaffirms", "denies", "warns", "accuses"))
BINDING = frozenset(("promises", "threatens", "proposes"))
LONGEST_QUOTE = 2000  # characters looked back for the opening of a quotation
FIRST_PERSON = frozenset(("i", "we"))
WORDS = frozenset("word account count reckoning estimate tally figure calculation data".split())
"""What stands before the one it is according to: "by the governor's count", "in the words of the envoy"."""


class Claims:
    """The attributions, mentions and labels of one document, asked who claims a number."""

    def __init__(self, study: Study, grammar: Grammar, lexicon: Lexicon) -> None:
        """Take what one document says: its mentions and attributions."""
        self._doc, self._grammar, self._lexicon = study.doc, grammar, lexicon
        self._carriers, self._study = Carriers(study.attributions), study
        self._by_id = {attribution.id: attribution for attribution in study.attributions}
        self._turns = Turns(study.doc, grammar.text)

    @cached_property
    def _speakers(self) -> Speakers:
        return Speakers(self._study.mentions)

    def carrier(self, place: int) -> Attribution | None:
        """The attribution that carries the character."""
        return self._carriers.at(place)

    def of(self, head: int, carrier: Attribution | None) -> tuple[str | None, str]:
        """The id of the mention that claims the figure at the word ``head``, and what told it."""
        turn = self._turns.at(self._grammar.words[head].start)
        if turn is not None and carrier is not None and self._began_before(carrier, turn[0].start):
            carrier = None
        counting = self._counting(head, carrier)
        if counting is not None:
            return counting
        claiming = self._claiming(head, carrier)
        if claiming is not None and claiming.source is not None and self._is_evidence(claiming.source):
            return None, "what somebody looks at"
        speaker = None if claiming is None else self._speaker(claiming)
        if speaker is not None:
            return speaker
        if turn is not None:
            label = self._speakers.of(turn[0])
            if label is not None and (turn[1] or label.type in SPOKEN_FOR):
                return self._speakers.resolved(label).id, "the label of the turn"
        counting = None if claiming is None else self._counting(head, None)
        return counting or (None, "the reporter's own" if claiming is None else "nobody named")

    def _speaker(self, carrier: Attribution) -> tuple[str, str] | None:
        """Who speaks; the pronoun of a statement within a statement is the one who makes it ("says it counted 9")."""
        around = None if carrier.within is None else self._by_id.get(carrier.within)
        if around is not None and around.speaker is not None and self._is_pronoun(carrier) and around.mode != "direct":
            carrier = around
        if carrier.speaker is not None:
            return carrier.speaker, "the attribution's speaker"
        mention = None if carrier.source is None else self._speakers.of(carrier.source)
        return None if mention is None else (self._speakers.resolved(mention).id, "the attribution's source")

    def _is_pronoun(self, carrier: Attribution) -> bool:
        words = () if carrier.source is None else self._grammar.between(carrier.source.start, carrier.source.end)
        return len(words) == 1 and self._grammar.words[words[0]].upos == "PRON"

    def _is_evidence(self, source: Span) -> bool:
        """Whether the source is what is looked at and nobody who speaks: "satellite images"."""
        words = self._grammar.between(source.start, source.end)
        return len(words) > 0 and any(
            self._grammar.lemma(index) in self._lexicon.quantities.evidence
            for index in (self._grammar.head_of(words.start, words.stop),)
        )

    def _began_before(self, carrier: Attribution, place: int) -> bool:
        """Whether the words of an attribution began before the turn at ``place`` did."""
        first = carrier.source or carrier.cue
        return min(carrier.content[0].start, carrier.content[0].start if first is None else first.start) < place

    def _claiming(self, head: int, carrier: Attribution | None) -> Attribution | None:
        """The innermost attribution that states the figure; who demands or promises one states nothing.

        What is promised, threatened or proposed in nobody else's words stays with who does so.
        """
        binding = None
        for _ in range(HIGHEST):
            if carrier is None or self._is_stated(head, carrier):
                return carrier or binding
            binding = binding or (carrier if carrier.act in BINDING and not self._is_aside(head, carrier) else None)
            carrier = None if carrier.within is None else self._by_id.get(carrier.within)
        return carrier or binding

    def _is_stated(self, head: int, carrier: Attribution) -> bool:
        """Whether somebody says the figure in it: quoted, in a finite clause, or after a verb of stating."""
        if carrier.mode == "direct" or (carrier.mode == "mixed" and self._is_quoted(head, carrier)):
            return True
        if self._is_aside(head, carrier):
            return False
        return self._in_clause(head, carrier) or self._has_stating_cue(carrier)

    def _is_quoted(self, head: int, carrier: Attribution) -> bool:
        """Whether a quotation is open at the word."""
        place = self._grammar.words[head].start
        piece = _piece(carrier, place) or carrier.content[0]
        before = self._grammar.text[max(piece.start - 2, place - LONGEST_QUOTE) : place]
        if before.count('"') % 2:
            return True
        opened = max((before.rfind(mark) for mark in OPENING), default=-1)
        return opened >= 0 and opened > max(before.rfind(mark) for mark in CLOSING)

    def _within(self, head: int, carrier: Attribution) -> Iterator[int]:
        """The word and those above it, as far as the attribution's words go."""
        words = self._grammar.words
        for index in (head, *islice(self._grammar.above(head), HIGHEST)):
            if _piece(carrier, words[index].start) is None:
                return
            yield index

    def _in_clause(self, head: int, carrier: Attribution) -> bool:
        """Whether the words of the attribution around the word are a clause with a finite verb."""
        return any(
            self._finite(index) is not None and not self._grammar.words[index].deprel.startswith("acl")
            for index in self._within(head, carrier)
        )

    def _finite(self, index: int) -> int | None:
        """The finite form of the verb or of what "be" makes one."""
        grammar = self._grammar
        if grammar.feature(index, "VerbForm") == "Fin":
            return index
        for child in grammar.children.get(index, ())[:HIGHEST]:
            if grammar.words[child].deprel.startswith(("aux", "cop")) and grammar.feature(child, "VerbForm") == "Fin":
                return child
        return None

    def _has_stating_cue(self, carrier: Attribution) -> bool:
        if carrier.cue is None:
            return True
        words = self._grammar.between(carrier.cue.start, carrier.cue.end)
        verbs = [index for index in words if self._grammar.words[index].upos == "VERB"]
        return carrier.act in STATING and (not verbs or any(map(self._is_stating, verbs)))

    def _is_stating(self, verb: int) -> bool:
        return (
            self._lexicon.is_reporting_verb(self._grammar.lowered[verb])
            or self._grammar.lemma(verb) in self._lexicon.quantities.counting_verbs
            or self._grammar.lemma(verb) in self._lexicon.quantities.placing_verbs
        )

    def _is_aside(self, head: int, carrier: Attribution) -> bool:
        """Whether the reporter adds it to what somebody said: "denied any part in the raid, in which 15 died".

        Reported speech shifts the past into the past perfect (Comrie 1985); a clause behind a comma that did not
        shift is the reporter's.
        """
        grammar = self._grammar
        if carrier.mode != "indirect" or not self._cue_is_past(carrier):
            return False
        for index in self._within(head, carrier):
            if grammar.words[index].deprel != "acl:relcl":
                continue
            children = [c for c in grammar.children.get(index, ())[:HIGHEST] if grammar.words[c].upos != "PUNCT"]
            first = min((index, *children))
            behind_comma = "," in (grammar.form(max(first - 1, 0)), grammar.form(max(first - 2, 0)))
            finite = self._finite(index)
            simple = finite is not None and grammar.lemma(finite) not in ("have", "will", "would", "could", "may")
            return behind_comma and simple and finite is not None and grammar.feature(finite, "Tense") == "Past"
        return False

    def _cue_is_past(self, carrier: Attribution) -> bool:
        if carrier.cue is None:
            return False
        words = self._grammar.between(carrier.cue.start, carrier.cue.end)
        return any(self._grammar.feature(index, "Tense") == "Past" for index in words)

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
            if grammar.words[index].deprel in ("acl:relcl", "parataxis") or self._leads(index):
                return None
        return None

    def _leads(self, index: int) -> bool:
        """Whether it is a clause before its verb: "Asked about the 12 men, he said"."""
        return self._grammar.words[index].deprel == "advcl" and index < self._grammar.words[index].head

    def _owner(self, index: int, below: list[int], outside: bool) -> int | None:
        """The subject of a verb of counting, or of saying ``outside`` of attributions; the owner of a noun of it."""
        grammar, quantities = self._grammar, self._lexicon.quantities
        lemma = grammar.lemma(index)
        if lemma in quantities.counting_nouns and len(below) > 1 and grammar.words[index].upos != "VERB":
            return grammar.child(index, "nmod:poss", "compound", "amod")
        if grammar.words[index].upos != "VERB":
            return None
        places = lemma in quantities.placing_verbs and any(self._case(word) == "at" for word in below)
        within = len(below) > 1 and grammar.words[below[-2]].deprel in ("ccomp", "parataxis")
        says = outside and within and self._states(grammar.lowered[index])
        if not (places or says or lemma in quantities.counting_verbs):
            return None
        subject = grammar.child(index, "nsubj")
        if subject is None and grammar.words[index].deprel in ("advcl", "conj", "xcomp"):
            subject = grammar.child(grammar.words[index].head, "nsubj")
        if subject is not None and grammar.words[index].deprel == "acl:relcl" and grammar.words[subject].upos == "PRON":
            subject = grammar.words[index].head if grammar.form(subject).lower() in RELATIVE else subject
        if subject is not None and grammar.words[subject].upos == "PRON" and not self._tells(subject, outside):
            return None
        return None if subject in below else subject

    def _tells(self, pronoun: int, outside: bool) -> bool:
        """Whether a subject that is a pronoun tells who counts: not within words of somebody's, and not "we"."""
        return outside and self._grammar.lowered[pronoun] not in FIRST_PERSON

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
            form = "" if case is None else grammar.lowered[case]
            if form in ("according", "per"):
                return self._mention(child)
            if form in ("by", "in", "on") and grammar.lemma(child) in WORDS:
                return self._mention(grammar.child(child, *OWNERS))
        return None

    def _mention(self, index: int | None) -> Mention | None:
        if index is None:
            return None
        word = self._grammar.words[index]
        start = self._grammar.words[self._grammar.left_edge(index)].start
        found = self._speakers.of(Span(self._doc, start, word.end))
        return None if found is None else self._speakers.resolved(found)


def _piece(carrier: Attribution, place: int) -> Span | None:
    """The piece of an attribution's words that holds the character; they are in order and apart."""
    before = bisect_right(carrier.content, place, key=lambda piece: piece.start) - 1
    return carrier.content[before] if before >= 0 and place < carrier.content[before].end else None


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
