"""Clauses by what hangs on their verbs: subject, helpers, complement, and how far their words reach.

Every look goes at most ``WINDOW`` words to either side, so that a sentence of a hundred thousand words costs no more
a word than one of twenty, and a damaged tree cannot draw a clause over half a report.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from standoff.extract.grammar import Grammar

WINDOW = 70  # words; 99 of 100 sentences of news are shorter
HARD = frozenset((".", "!", "?", ";", ":", "…", "|"))
"""Marks that end a clause even where the parse runs on over them."""
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass")
NEGATIONS = frozenset("not n't n’t never no nor neither nobody none cannot without".split())
MARKERS = frozenset(
    """if unless until till once provided providing lest should were had event case long condition exchange
    return only soon moment minute instant pending assuming without failing subject""".split()
)
"""Words that introduce a condition, or stand in a phrase that does."""
RELATIVES = frozenset(("who", "which", "that"))
APART = ("parataxis", "discourse", "vocative", "list", "dislocated", "reparandum")
"""Labels of what hangs on a verb without being part of its clause."""
FAR = 8  # words between a noun and the "that" that completes it
STEPS = 5
"""Up a chain of joined or controlled verbs to the one that has the subject."""

Words = tuple[int, int]
"""Indices of words ``[first, stop)``."""


class Sentence(NamedTuple):
    """Where the clauses of a sentence begin for sure, its end last, and the words that may introduce a condition."""

    breaks: tuple[int, ...]
    markers: tuple[int, ...]


class Clauses:
    """The clauses of one document."""

    def __init__(self, grammar: Grammar) -> None:
        """Take the document's grammar."""
        self.grammar = grammar
        self.words = grammar.words
        self._sentences: dict[int, Sentence] = {}
        self._reached: dict[tuple[int, Words, frozenset[int]], Words] = {}

    def children(self, index: int) -> Sequence[int]:
        """What depends on a word, near it."""
        found = self.grammar.children.get(index, ())
        if not found or (index - WINDOW < found[0] and found[-1] < index + WINDOW):
            return found
        return found[bisect_left(found, index - WINDOW + 1) : bisect_left(found, index + WINDOW)]

    def child(self, index: int, *deprels: str) -> int | None:
        """The first near dependent with one of these labels."""
        return next((c for c in self.children(index) if self.words[c].deprel in deprels), None)

    def segment(self, index: int) -> Words:
        """The words around one of the same sentence up to the next mark that ends a clause, or the paragraph's end."""
        breaks = self._sentence(index).breaks
        after = bisect_right(breaks, index)
        return max(breaks[after - 1], index - WINDOW), min(breaks[after], index + WINDOW)

    def markers(self, index: int) -> Sequence[int]:
        """The words of a word's sentence that may introduce a condition, near it."""
        found = self._sentence(index).markers
        return found[bisect_left(found, index - WINDOW) : bisect_left(found, index + WINDOW)]

    def _sentence(self, index: int) -> Sentence:
        number = self.words[index].sentence
        if number not in self._sentences:
            self._sentences[number] = self._look_over(index)
        return self._sentences[number]

    def _look_over(self, index: int) -> Sentence:
        """One pass over a sentence, made once: where its clauses end for sure, and what may be a condition."""
        words, text, number = self.words, self.grammar.text, self.words[index].sentence
        forms = self.grammar.lowered
        first = index
        while first > 0 and words[first - 1].sentence == number:
            first -= 1
        breaks, markers, at, end = [first], [], first, words[first].start
        while at < len(words) and words[at].sentence == number:
            word = words[at]
            if word.start - end > 1 and at > first and text.count("\n", end, word.start) > 1:
                breaks.append(at)
            end, form = word.end, forms[at]
            if form in HARD:
                breaks.append(at + 1)
            elif form in MARKERS:
                markers.append(at)
            at += 1
        return Sentence((*breaks, at), tuple(markers))

    def reach(self, index: int, limits: Words, but: frozenset[int] = frozenset()) -> Words:
        """From the first to the last word below one inside the limits, what stands apart left out."""
        key = index, limits, but
        if key not in self._reached:
            self._reached[key] = self._reach(index, limits, but)
        return self._reached[key]

    def _reach(self, index: int, limits: Words, but: frozenset[int]) -> Words:
        first = last = index
        low, high = limits
        todo = [index]
        while todo:
            for child in self.children(todo.pop()):
                if low <= child < high and child not in but and not self._stands_apart(child):
                    todo.append(child)
                    if child < first:
                        first = child
                    elif child > last:
                        last = child
        return first, last + 1

    def _stands_apart(self, child: int) -> bool:
        """Whether a dependent begins a clause of its own."""
        word = self.words[child]
        if word.deprel.startswith(APART):
            return True
        if word.deprel == "conj" and word.upos in ("VERB", "AUX"):
            finite = self.grammar.feature(child, "VerbForm") == "Fin"
            return finite or any(self.words[c].deprel in (*SUBJECTS, "aux") for c in self.children(child))
        return word.deprel == "punct" or word.upos == "PUNCT"

    def subject(self, verb: int) -> int | None:
        """The head of a verb's subject: its own, that of the verb it is joined to, or of the one that controls it."""
        for _ in range(STEPS):
            own = [c for c in self.children(verb) if self.words[c].deprel in SUBJECTS]
            if own:
                before = [c for c in own if c < verb]
                return self._real(before[-1] if before else own[0], verb)
            word = self.words[verb]
            if word.deprel.startswith("acl"):
                return word.head if word.head != verb else None
            if word.deprel not in ("conj", "xcomp", "advcl", "ccomp") or word.head == verb:
                return None
            if word.deprel == "ccomp" and self.child(verb, "mark") is not None:
                return None
            verb = word.head
        return None

    def _real(self, subject: int, verb: int) -> int:
        """The noun that a relative pronoun stands for."""
        word = self.words[verb]
        if self.grammar.lemma(subject) in RELATIVES and word.deprel.startswith("acl"):
            return word.head
        return subject

    def is_negated(self, verb: int) -> bool:
        """Whether a negation hangs on the verb, or its subject begins with "no"."""
        for child in self.children(verb):
            if self.words[child].upos == "PUNCT":
                continue
            if self.grammar.lemma(child) in NEGATIONS or self.grammar.form(child).lower() in NEGATIONS:
                return True
            if self.words[child].deprel in SUBJECTS[:2] and self.begins_with_no(child):
                return True
        return False

    def begins_with_no(self, noun: int) -> bool:
        """Whether the noun's determiner is "no": "no assurance", "not one shot"."""
        return any(self.grammar.form(c).lower() in ("no", "not", "neither") and c < noun for c in self.children(noun))

    def has_helper(self, verb: int, *lemmas: str) -> bool:
        """Whether one of these lemmas is an auxiliary or copula of the verb."""
        return any(
            self.words[c].deprel.startswith(("aux", "cop")) and self.grammar.lemma(c) in lemmas
            for c in self.children(verb)
        )

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is in the passive."""
        return any(self.words[c].deprel in ("aux:pass", "nsubj:pass") for c in self.children(verb))

    def predicate(self, helper: int) -> int:
        """The verb, adjective or noun that an auxiliary helps; the next verb where the tree has lost it."""
        word = self.words[helper]
        if word.deprel.startswith(("aux", "cop")) and helper < word.head <= helper + WINDOW:
            return word.head
        near = range(helper + 1, min(helper + 6, len(self.words)))
        return next(
            (i for i in near if self.words[i].upos == "VERB" and self.words[i].sentence == word.sentence), helper
        )

    def infinitive(self, index: int) -> int | None:
        """The verb of the to-infinitive that completes a verb, adjective or noun."""
        for child in self.children(index):
            word = self.words[child]
            if child > index and word.deprel.startswith(("xcomp", "advcl", "acl", "ccomp", "conj", "obl", "obj")):
                marks = (c for c in self.children(child) if index < c < child and self.words[c].deprel == "mark")
                if any(self.grammar.form(mark).lower() == "to" for mark in marks):
                    return child
        return None

    def far_infinitive(self, index: int) -> int | None:
        """The same, also where the tree has hung it on a noun between: "promised in a call on Monday to give"."""
        own = self.infinitive(index)
        if own is not None:
            return own
        nouns = [c for c in self.children(index) if c > index and self.words[c].deprel in ("obj", "iobj", "obl")]
        return next((found for noun in nouns if (found := self.infinitive(noun)) is not None), None)

    def far_clause(self, index: int) -> int | None:
        """The clause behind "that" that completes a noun, also where the tree has hung it on a word between."""
        own = self.clause(index)
        if own is not None:
            return own
        stop = min(index + FAR, self.segment(index)[1])
        marks = (
            i
            for i in range(index + 1, stop)
            if self.grammar.form(i).lower() == "that" and self.words[i].deprel == "mark"
        )
        return next((head for i in marks if (head := self.words[i].head) > i and self.words[head].upos == "VERB"), None)

    def clause(self, index: int) -> int | None:
        """The verb of the finite clause that completes a verb or noun, with or without "that"."""
        for child in self.children(index):
            word = self.words[child]
            if child > index and word.deprel in ("ccomp", "acl", "advcl", "acl:relcl", "xcomp", "parataxis"):
                mark = self.child(child, "mark")
                that = mark is not None and self.grammar.form(mark).lower() == "that"
                if that or (word.deprel == "ccomp" and self.child(child, *SUBJECTS) is not None):
                    return child
        return None

    def possessor(self, noun: int) -> int | None:
        """Whose it is: "Orlen's", "their", "of the Council", "from the Council"."""
        own = self.child(noun, "nmod:poss")
        if own is not None:
            return own
        for child in self.children(noun):
            if self.words[child].deprel == "nmod" and self.case(child) in ("of", "from", "by"):
                return child
        return None

    def case(self, noun: int) -> str:
        """The preposition of a noun; empty where it has none."""
        found = self.child(noun, "case")
        return "" if found is None else self.grammar.form(found).lower()
