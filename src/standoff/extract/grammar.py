"""Looks at a parse the way extractors ask of it: who depends on whom, where a noun phrase begins and ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from standoff.core.parse import Parse, Word
from standoff.extract.quotations import Quotation, find_quotations

LEFT = frozenset(
    "det det:predet amod compound nmod:poss nummod nmod:desc nmod:unmarked flat advmod case punct fixed cc conj".split()
)
"""What may stand before the head of a noun phrase and belong to it; a leading case or mark is cut off again."""
PHRASE_PREPOSITIONS = frozenset("of for in from at to on near within".split())
DEFINITE = frozenset("the this that these those both such".split())
CLOSED = frozenset(("ADP", "CCONJ", "SCONJ", "PUNCT"))
CLAUSES = ("acl", "advcl", "punct", "parataxis", "appos")
"""Labels of what hangs on a noun phrase without being of it."""
TIES = frozenset(("case", "mark"))
CHAIN = 100
"""Words joined by "and", each to the one before, that are followed up to a subject: a longer list is no clause."""
MOST = 60
"""Dependents of a word, and words of a noun phrase before its head, that are looked at: no clause has more; a broken
parse may hang a whole text on one word, and to look at all of it for each of them would take the square of its length.
"""
BEHIND = 60
"""Words of a complement that are looked at for its end: longer than any phrase that is kept whole."""


class Dependent(NamedTuple):
    """A word that hangs on another: by which label, with which preposition or mark before it."""

    word: int
    label: str
    case: str | None


@dataclass(frozen=True)
class Grammar:
    """A document's text with its parse, indexed."""

    text: str
    parse: Parse
    words: tuple[Word, ...]
    children: dict[int, tuple[int, ...]]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @cached_property
    def spelled(self) -> tuple[str, ...]:
        """Every word as the text has it."""
        text = self.text
        return tuple([text[start:end] for start, end in zip(self.starts, self.ends, strict=True)])

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """Every word in lower case."""
        return tuple(map(str.lower, self.spelled))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The outermost quotations of the text, in order."""
        return find_quotations(self.text)

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """Every word's lemma in lower case; the word itself where the parse has none."""
        return tuple([word.lemma.lower() or low for word, low in zip(self.words, self.lowered, strict=True)])

    def form(self, index: int) -> str:
        """The word as the text has it."""
        return self.spelled[index]

    def lemma(self, index: int) -> str:
        """The word's lemma in lower case; the word itself where the parse has none."""
        return self.lemmas[index]

    def feature(self, index: int, name: str) -> str | None:
        """The value of a feature of Universal Dependencies ("Tense"); ``None`` where the word has none."""
        found = self.words[index].features.partition(f"{name}=")[2] if self.words[index].features else ""
        return found.partition("|")[0] or None

    def under(self, index: int) -> tuple[int, ...]:
        """The words that depend on it, in order of place; the first ``MOST``."""
        return self.children.get(index, ())[:MOST]

    @cached_property
    def _dependents(self) -> dict[int, tuple[Dependent, ...]]:
        """What was asked of ``dependents``: many finders ask of the same verbs."""
        return {}

    def dependents(self, index: int) -> tuple[Dependent, ...]:
        """What hangs on a word, in order of place; the first ``MOST``."""
        known = self._dependents.get(index)
        if known is None:
            words = self.words
            known = tuple([Dependent(child, words[child].deprel, self.case_of(child)) for child in self.under(index)])
            self._dependents[index] = known
        return known

    def case_of(self, index: int) -> str | None:
        """The preposition, or the mark, before a word; the last where several stand ("out of")."""
        found = None
        for child in self.under(index):
            if child > index:
                break
            word = self.words[child]
            if word.deprel in TIES and word.upos != "PUNCT":
                found = child
        return None if found is None else self.lemma(found)

    def below(self, index: int) -> list[int]:
        """The word and all that depends on it, in order of place; one pass, however deep."""
        found, todo = [index], [index]
        while todo:
            children = self.children.get(todo.pop(), ())
            found += children
            todo += children
        return sorted(found)

    def above(self, index: int) -> Iterator[int]:
        """The words it depends on, the nearest first, up to the root of its sentence."""
        head = self.words[index].head
        while head != index:
            yield head
            index, head = head, self.words[head].head

    def forms(self, start: int, stop: int) -> list[str]:
        """The words ``[start, stop)`` as the text has them."""
        return list(self.spelled[start:stop])

    def phrase(self, start: int, stop: int) -> str:
        """The text from the first to the last of the words ``[start, stop)``."""
        return self.text[self.words[start].start : self.words[stop - 1].end]

    def between(self, start: int, end: int) -> range:
        """The indices of the words that share a character with ``[start, end)``."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def child(self, index: int, *deprels: str) -> int | None:
        """The first dependent with one of these labels."""
        for child in self.under(index):
            if self.words[child].deprel in deprels:
                return child
        return None

    def head_of(self, start: int, stop: int) -> int:
        """The word of ``[start, stop)`` that depends on none of the others; the last one where several do not."""
        outside = [i for i in range(start, stop) if not start <= self.words[i].head < stop or self.words[i].head == i]
        nominal = [i for i in outside if self.words[i].upos in ("NOUN", "PROPN", "PRON")]
        return (nominal or outside or [stop - 1])[0]

    def is_subject(self, index: int) -> bool:
        """Whether the word, or the noun it is joined to by "and", is a subject."""
        word, steps = self.words[index], 0
        while word.deprel == "conj" and self.words[word.head] is not word and steps < CHAIN:
            word, steps = self.words[word.head], steps + 1
        return word.deprel.startswith("nsubj") or word.deprel == "obl:agent"

    def left_edge(self, head: int) -> int:
        """The first word of the noun phrase of ``head``: its modifiers before it, without prepositions and marks."""
        edge = head
        while edge > 0 and head - edge < MOST and self._belongs(edge - 1, head):
            edge -= 1
        while edge < head and self.words[edge].upos in CLOSED:
            edge += 1
        return edge

    def _belongs(self, index: int, head: int) -> bool:
        """Whether ``index`` hangs below ``head`` through labels a noun phrase's left side may have."""
        steps = 0
        while index != head:
            word = self.words[index]
            if word.head == index or word.deprel not in LEFT or steps > 8:
                return False
            if word.head == head and word.deprel == "case" and word.upos in ("ADP", "VERB"):
                return False
            index, steps = word.head, steps + 1
        return True

    def right_edge(self, head: int) -> int:
        """One past the last word of ``head``'s own prepositional complements ("of", "in", ...), if any follow."""
        edge = head + 1
        for child in self.under(head):
            case = self.child(child, "case")
            if child < edge or self.words[child].deprel != "nmod" or case is None:
                continue
            if case != edge or self.lowered[case] not in PHRASE_PREPOSITIONS:
                break
            edge = self._last_below(child) + 1
        return edge

    def _last_below(self, index: int) -> int:
        """The last word of the subtree, without clauses that hang on it; looked for among ``BEHIND`` words."""
        last, todo, seen = index, [index], 0
        while todo and seen < BEHIND:
            current, seen = todo.pop(), seen + 1
            last = max(last, current)
            todo += [
                child
                for child in self.children.get(current, ())
                if child > current and not self.words[child].deprel.startswith(CLAUSES)
            ]
        return last


def is_definite(grammar: Grammar, index: int) -> bool:
    """Whether a noun has a determiner that points at one thing: "the attack", "this attack", "Lodan's attack"."""
    return any(
        grammar.words[child].deprel == "nmod:poss"
        or (grammar.words[child].deprel == "det" and grammar.lemma(child) in DEFINITE)
        for child in grammar.under(index)
    )


def grammar_of(text: str, parse: Parse) -> Grammar:
    """Index a parse of ``text``."""
    children: dict[int, list[int]] = defaultdict(list)
    for index, word in enumerate(parse.words):
        if word.head != index:
            children[word.head].append(index)
    return Grammar(
        text,
        parse,
        parse.words,
        {head: tuple(found) for head, found in children.items()},
        tuple([word.start for word in parse.words]),
        tuple([word.end for word in parse.words]),
    )


def sentences(grammar: Grammar) -> Iterator[range]:
    """The words of each sentence, in order."""
    start = 0
    for index in range(1, len(grammar.words) + 1):
        if index == len(grammar.words) or grammar.words[index].sentence != grammar.words[start].sentence:
            yield range(start, index)
            start = index
