"""Conditions: the words that say when something is to be, wherever they stand beside it.

They are found by their markers ("if", "unless", "in the event of", "should ... come", "were ... to") and paired with
a clause by the tree where it holds them together, else by standing just before or behind it.
"""

from __future__ import annotations

from typing import NamedTuple

from standoff.extract.commitments.clauses import SUBJECTS, WINDOW, Clauses, Words

PLAIN = frozenset("if unless until till once provided providing lest".split())
FRAMES = frozenset(("event", "case"))
MOMENTS = frozenset(("moment", "minute", "instant"))
ARTICLES = frozenset(("the", "a", "an", "any", "that", "such"))
GAP = 2  # words: a comma and a closing quotation mark between a clause and its condition


INSERTED = 6  # words of "..., she said, ..." between them


class Condition(NamedTuple):
    """Where it begins, the word that heads it, and one past the last word the tree gives it."""

    first: int
    head: int
    stop: int


class Conditions:
    """The conditions of one document, read at their markers when a clause near them asks."""

    def __init__(self, clauses: Clauses) -> None:
        """Take the document's clauses."""
        self._clauses = clauses
        self._words, self._grammar = clauses.words, clauses.grammar
        self._read: dict[int, Condition | None] = {}

    def of(self, verb: int, clause: Words) -> Words | None:
        """The condition of a clause; the nearest of several."""
        limits = self._clauses.segment(verb)
        found = []
        for marker in self._clauses.markers(verb):
            condition = self._condition(marker) if limits[0] <= marker < limits[1] else None
            if condition is not None and (words := self._paired(condition, verb, clause)) is not None:
                found.append((abs(condition.head - verb), words))
        return min(found)[1] if found else None

    def holds(self, verb: int) -> bool:
        """Whether the verb itself is what a condition says."""
        conditions = (self._condition(marker) for marker in self._clauses.markers(verb))
        return any(condition is not None and condition.head == verb for condition in conditions)

    def _condition(self, marker: int) -> Condition | None:
        if marker not in self._read:
            self._read[marker] = self._parse(marker)
        return self._read[marker]

    def _parse(self, marker: int) -> Condition | None:
        form = self._grammar.form(marker).lower()
        if form in PLAIN:
            return self._marked(marker, marker)
        if form in ("should", "were", "had"):
            return self._inverted(marker, form)
        if form in FRAMES:
            return self._framed(marker)
        return self._of_phrase(marker, form)

    def _of_phrase(self, marker: int, form: str) -> Condition | None:
        """A marker of several words: "as long as", "on condition", "in exchange for", "only after"."""
        if form == "long" and self._form(marker - 1) in ("as", "so") and self._form(marker + 1) == "as":
            return self._marked(marker - 1, marker + 1)
        on = marker - 1 - (self._form(marker - 1) == "the")
        if form == "condition" and self._form(on) == "on":
            return self._phrase(marker, on)
        if form in ("exchange", "return") and self._form(marker - 1) == "in" and self._form(marker + 1) == "for":
            return self._phrase(marker, marker - 1)
        if form == "only" and self._form(marker + 1) in ("after", "when", "once"):
            return self._marked(marker, marker + 1)
        if form == "soon" and self._form(marker - 1) == "as" and self._form(marker + 1) == "as":
            return self._marked(marker - 1, marker + 1)
        return self._of_lead(marker, form)

    def _of_lead(self, marker: int, form: str) -> Condition | None:
        """A preposition or noun that leads it: "pending an inquiry", "without a deal ...", "the moment they"."""
        if form in MOMENTS and self._form(marker - 1) == "the":
            head = next((c for c in self._clauses.children(marker) if self._words[c].deprel == "acl:relcl"), None)
            return None if head is None else Condition(marker - 1, head, max(self._stop(head, marker), head + 1))
        if form == "subject" and self._form(marker + 1) == "to" and self._words[marker].deprel != "nsubj":
            return self._phrase(marker, marker)
        if form == "assuming" and self._words[marker].deprel == "mark":
            return self._marked(marker, marker)
        if form == "failing" and self._words[marker].upos in ("VERB", "ADP", "SCONJ") and self._begins(marker):
            return self._phrase(marker, marker)
        leads = form == "pending" or (form == "without" and self._begins(marker))
        if leads and self._words[marker].deprel == "case":
            return self._phrase(self._words[marker].head, marker)
        return None

    def _begins(self, marker: int) -> bool:
        """Whether a word is the first of its clause, but for an opening mark or "but"."""
        first = self._clauses.segment(marker)[0]
        before = range(max(first, marker - 3), marker)
        return marker - first <= 3 and all(self._words[i].upos in ("PUNCT", "CCONJ") for i in before)

    def _form(self, index: int) -> str:
        return self._grammar.form(index).lower() if 0 <= index < len(self._words) else ""

    def _marked(self, first: int, marker: int) -> Condition | None:
        """A clause or phrase behind a conjunction: "if", "unless", "as long as"."""
        head = self._words[marker].head
        if self._form(marker) == "once" and self._words[marker].deprel != "mark":
            return None  # "at once", "once again"
        if self._form(first - 1) in ("as", "even", "what") or head == marker or self._words[marker].deprel == "root":
            return None
        if head < marker or self._words[head].sentence != self._words[marker].sentence:
            head = next((i for i in self._ahead(marker) if self._words[i].upos in ("VERB", "AUX", "NOUN")), marker)
        if self._words[head].deprel == "ccomp" and self._form(first) == "if":
            return None  # "asked if", "to see if"
        return Condition(first - (self._form(first - 1) == "only"), head, max(self._stop(head, first), head + 1))

    def _verb_ahead(self, marker: int, stop: int) -> int:
        """The first verb behind a marker; the marker itself where there is none."""
        ahead = self._ahead(marker)
        return next((i for i in range(ahead.start, min(ahead.stop, stop)) if self._words[i].upos == "VERB"), marker)

    def _ahead(self, marker: int) -> range:
        return range(marker + 1, self._clauses.segment(marker)[1])

    def _stop(self, head: int, first: int) -> int:
        return self._clauses.reach(head, (first, self._clauses.segment(first)[1]))[1]

    def _inverted(self, marker: int, form: str) -> Condition | None:
        """As in "should any harm come", "were she to leave": the helper before the subject, at the head of a clause."""
        word = self._words[marker]
        head = word.head
        if head <= marker or not word.deprel.startswith(("aux", "cop")) or head - marker > WINDOW:
            head = self._verb_ahead(marker, marker + 9)
        elif "," in self._grammar.forms(marker, head):
            head = self._verb_ahead(marker, head + 1)  # the tree has hung the helper on the main clause
        if head == marker or marker + 1 >= len(self._words):
            return None
        asks = self._form(marker - 1) in ("what", "how", "why", "when", "where", "who", "which")
        own = [c for c in self._clauses.children(head) if self._words[c].deprel in SUBJECTS and c < marker]
        between = any(self._words[i].upos in ("NOUN", "PROPN", "PRON", "DET") for i in range(marker + 1, head))
        if own or asks or not between or self._words[marker + 1].upos in ("VERB", "AUX", "PART", "ADV"):
            return None
        if form == "were" and not any(self._form(i) == "to" for i in range(marker, head)):
            return None
        return Condition(marker, head, self._stop(head, marker))

    def _framed(self, noun: int) -> Condition | None:
        """As in "in the event of war", "in case they come", "in that case"."""
        first = noun - 1
        while first > 0 and self._form(first) in ARTICLES:
            first -= 1
        goes_on = self._form(noun + 1) in ("of", "that") or self._form(noun - 1) == "that"
        bare = self._form(noun) == "case" and self._form(noun - 1) == "in"
        return self._phrase(noun, first) if self._form(first) == "in" and (goes_on or bare) else None

    def _phrase(self, noun: int, first: int) -> Condition:
        """From a preposition to the end of its noun's phrase; of a noun lost by the tree to that of what follows."""
        limits = (first, self._clauses.segment(noun)[1])
        stop = self._clauses.reach(noun, limits)[1]
        after = next(
            (i for i in range(noun + 1, min(noun + 12, limits[1])) if self._words[i].upos in ("NOUN", "PROPN")), None
        )
        if stop <= noun + 2 and after is not None and self._form(noun + 1) in ("of", "for"):
            stop = max(after + 1, self._clauses.reach(after, (noun, limits[1]))[1])
        return Condition(first, noun, stop)

    def _paired(self, condition: Condition, verb: int, clause: Words) -> Words | None:
        """The words of a condition where it is one of this clause."""
        if verb in (condition.head, condition.first):
            return None
        if condition.first < clause[0]:
            return self._before(condition, verb, clause[0])
        return self._behind(condition, verb, clause)

    def _before(self, condition: Condition, verb: int, left: int) -> Words | None:
        """A condition that leads up to the clause, with a comma or "then" between, or held to it by the tree."""
        between = self._form(left - 1) in (",", "then", "”", '"', "’") and left - 1 > condition.head
        tree = self._words[condition.head].head == verb and condition.head < left
        if not between and not tree:
            return None
        stop = left if left - condition.stop <= 12 else condition.stop
        stop -= self._form(stop - 1) == "then"
        return condition.first, max(stop, condition.head + 1)

    def _behind(self, condition: Condition, verb: int, clause: Words) -> Words | None:
        """A condition behind the verb: below it in the tree, or where the clause's own words end."""
        above = condition.head
        for _ in range(4):
            if self._words[above].head == verb:
                return condition.first, condition.stop
            above = self._words[above].head
        inserted = self._form(clause[1]) == "," and condition.first <= clause[1] + INSERTED
        near = verb < condition.first <= clause[1] + GAP or (verb < condition.first and inserted)
        return (condition.first, condition.stop) if near else None
