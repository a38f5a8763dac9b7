"""Which time a word of the text belongs to: the time expression that modifies its clause.

A time hangs on what it dates ("met on Tuesday", "Tuesday's meeting"), so the tree is asked before the distance. Parses
misplace such modifiers more often than any other, mostly by one noun too deep ("held talks in Geneva on Tuesday"), so
a time that hangs on a noun may also date the clause around it; a year may not, for years mostly date the noun.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.core.records import TimeExpression
from standoff.extract.grammar import Grammar

REACH = 12
"""Steps up a tree; a clause of news is rarely deeper, and a chain of a thousand words must stay linear."""
CLAUSES = frozenset("root ccomp advcl acl acl:relcl csubj parataxis advcl:relcl csubj:pass".split())
NOUN_CLAUSES = frozenset(("acl", "acl:relcl"))
BEFORE_NOUN = frozenset("compound amod nummod nmod:poss det flat nmod:desc nmod:unmarked".split())
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM", "X"))
APART = frozenset("before after ahead advance prior since until till following run-up eve wake aftermath".split())
"""Words that put what follows them at another time than what stands above."""
DATING = frozenset(("date", "time"))
SO_FAR = ["so", "far"]
CROSSING = 3  # what it costs to leave a clause: more than a step within one
UNSETTLED = 20  # what it costs to have no interval: more than any way up the tree, so it counts only alone


@dataclass(frozen=True)
class Step:
    """A word that a time may belong to, and how far it is from it."""

    word: int
    cost: int


class Times:
    """The time expressions of one document, found again by the word they date."""

    def __init__(self, grammar: Grammar, times: Sequence[TimeExpression]) -> None:
        """Take the parse and its time expressions. Durations, sets and "recently" date nothing."""
        self._grammar = grammar
        self._dating: dict[int, list[tuple[int, int, TimeExpression]]] = defaultdict(list)
        for time in times:
            if time.type in DATING and not time.value.endswith("_REF"):
                self._register(time)

    def of(self, word: int) -> TimeExpression | None:
        """The time that dates the word: one of its own, else that of the nearest word above it in its clause."""
        found = self._best(word)
        for step in self._above(word) if found is None else ():
            found = self._best(step)
            if found is not None:
                break
        return found

    def _best(self, word: int) -> TimeExpression | None:
        dating = self._dating.get(word)
        if not dating:
            return None
        return min(dating, key=lambda item: (item[0], abs(item[1] - word), item[1]))[2]

    def _register(self, time: TimeExpression) -> None:
        words = self._grammar.between(time.at.start, time.at.end)
        if not words or self._is_so_far(words.start):
            return
        head = self._grammar.head_of(words.start, words.stop)
        cost = UNSETTLED if time.when is None else 0
        for step in self._dated_by(head, time):
            self._dating[step.word].append((step.cost + cost, head, time))

    def _is_so_far(self, start: int) -> bool:
        """Whether it tells what is counted over, not when it was: "the second strike so far this year"."""
        return start > 1 and [self._grammar.form(at).lower() for at in (start - 2, start - 1)] == SO_FAR

    def _dated_by(self, head: int, time: TimeExpression) -> Iterator[Step]:
        """The words that a time with this head may date, the likeliest first."""
        words = self._grammar.words
        yield Step(head, 0)
        cost, at = 1, head
        for _ in range(REACH):
            up, deprel = words[at].head, words[at].deprel
            if up == at or not self._may_go_up(at, head) or (at != head and self._is_at_another_time(at)):
                return
            cost += CROSSING if deprel in CLAUSES else 1
            yield Step(up, cost)
            if deprel in NOUN_CLAUSES or (at == head and self._stays(head, time)):
                return
            at = up

    def _stays(self, head: int, time: TimeExpression) -> bool:
        """Whether the time dates the noun it hangs on and nothing around it: "the 2014 war", "the war of 2014"."""
        word = self._grammar.words[head]
        if self._grammar.words[word.head].upos not in NOMINAL:
            return False
        return word.deprel in BEFORE_NOUN or time.basis == "explicit"

    def _may_go_up(self, at: int, head: int) -> bool:
        """Whether what dates the word dates what it hangs on: within a clause, out of one without a finite verb."""
        deprel = self._grammar.words[at].deprel
        if deprel == "conj" and at != head:
            return False
        return deprel not in CLAUSES or deprel in NOUN_CLAUSES or (deprel == "advcl" and not self._is_finite(at))

    def _above(self, word: int) -> Iterator[int]:
        """The words above one in its clause; out of a clause without a finite verb too ("came on Monday to meet")."""
        words = self._grammar.words
        for _ in range(REACH):
            at = words[word]
            leaves = at.deprel in CLAUSES and (at.deprel != "advcl" or self._is_finite(word))
            if at.head == word or leaves or (at.deprel == "conj" and self._has_subject(word)):
                return
            if self._is_at_another_time(word):
                return
            word = at.head
            yield word

    def _is_at_another_time(self, word: int) -> bool:
        """Whether the word is said to be before or after what stands above it: "said on Monday ahead of the talks"."""
        if self._grammar.lemma(word) in APART:
            return True
        children = self._grammar.children.get(word, ())[:REACH]
        return any(self._grammar.lemma(child) in APART for child in children if child < word)

    def _is_finite(self, word: int) -> bool:
        if self._grammar.feature(word, "VerbForm") == "Fin":
            return True
        children = self._grammar.children.get(word, ())[:REACH]
        return any(self._grammar.feature(child, "VerbForm") == "Fin" for child in children if self._is_aux(child))

    def _is_aux(self, word: int) -> bool:
        return self._grammar.words[word].deprel.startswith(("aux", "cop"))

    def _has_subject(self, word: int) -> bool:
        children = self._grammar.children.get(word, ())[:REACH]
        return any(self._grammar.words[child].deprel.startswith("nsubj") for child in children)
