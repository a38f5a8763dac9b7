"""Trees in the CLEAR style of spaCy's English models, turned into Universal Dependencies as far as extractors look.

CLEAR (Choi and Palmer 2012, "Guidelines for the CLEAR style constituent to dependency conversion") hangs a noun on
its preposition and a predicate on its copula; Universal Dependencies (UD) does the reverse. A text whose trees have
none of the labels that only CLEAR has is UD already, and stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from standoff.core.parse import Word

RENAMED = {
    "acomp": "xcomp",
    "agent": "obl:agent",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
"""What a label becomes where the words it joins stay as they are: "prep" only of a preposition without an object."""
ADVERBIAL = "npadvmod"
CLEAR = frozenset((*RENAMED, ADVERBIAL))
"""The labels that tell a tree of this style: no UD tree has them."""
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
PREPOSITIONAL = frozenset(("prep", "agent", "dative"))
BE = frozenset("be am is are was were been being 's ’s 're ’re 'm ’m".split())
SHARED = frozenset("cc conj preconj punct".split())
"""Dependents of a preposition that belong to its whole phrase."""


class Tree:
    """Heads and labels while they are being turned."""

    def __init__(self, words: Sequence[Word]) -> None:
        """The words as they came."""
        self.heads = [word.head for word in words]
        self.labels = [word.deprel for word in words]
        self._children: dict[int, list[int]] = defaultdict(list)
        for index, head in enumerate(self.heads):
            if head != index:
                self._children[head].append(index)

    def child(self, index: int, *labels: str) -> int | None:
        """The first dependent with one of these labels."""
        return next((child for child in self._children[index] if self.labels[child] in labels), None)

    def move(self, child: int, head: int) -> None:
        """Hang a word elsewhere; on itself, it is a root."""
        self._children[self.heads[child]] = [each for each in self._children[self.heads[child]] if each != child]
        self.heads[child] = head
        if child != head:
            self._children[head].append(child)

    def raise_child(self, child: int, label: str) -> list[int]:
        """Let a dependent take its head's place, under ``label``, and its head hang on it.

        What comes back are the head's other dependents, which stay with it.
        """
        head = self.heads[child]
        above = child if self.heads[head] == head else self.heads[head]
        self.move(child, above)
        self.move(head, child)
        self.labels[child] = label
        return list(self._children[head])


def to_universal(words: Sequence[Word], text: str) -> tuple[Word, ...]:
    """The words with heads and labels of Universal Dependencies where theirs are CLEAR's.

    Turned: prepositions with their objects, copulas with their predicates, and labels that only differ in name.
    Not turned: a chain of conjuncts stays a chain, and "and" hangs on the first conjunct. Trees stay trees.
    """
    if CLEAR.isdisjoint(word.deprel for word in words):
        return tuple(words)
    tree = Tree(words)
    for index in reversed(range(len(words))):  # the inner of two prepositions ("out of the port") stands to the right
        _turn_preposition(tree, index, words)
    for index, word in enumerate(words):
        _turn_copula(tree, index, text[word.start : word.end].lower())
    labels = [_renamed(tree, index, words) for index in range(len(words))]
    return tuple(
        msgspec.structs.replace(word, head=head, deprel=label)
        for word, head, label in zip(words, tree.heads, labels, strict=True)
    )


def _turn_preposition(tree: Tree, index: int, words: Sequence[Word]) -> None:
    """The object takes the place of its preposition, which becomes its "case", or "mark" before a clause."""
    child = tree.child(index, "pobj", "pcomp")
    if child is None:
        return
    clause = tree.labels[child] == "pcomp"
    others = tree.raise_child(child, _label_above(tree, index, words, clause=clause))
    tree.labels[index] = "mark" if clause else "case"
    for other in others:
        if tree.labels[other] in SHARED:
            tree.move(other, child)


def _label_above(tree: Tree, index: int, words: Sequence[Word], *, clause: bool) -> str:
    """The label with which a preposition's object hangs on what the preposition hung on."""
    label, head = tree.labels[index], tree.heads[index]
    if label not in PREPOSITIONAL:
        return label
    if tree.labels[head] in PREPOSITIONAL and words[head].upos == "ADP":
        return "pobj"  # of the preposition above, whose turn comes
    noun = words[head].upos in NOMINAL
    if clause:
        return "acl" if noun else "advcl"
    if label == "agent":
        return "obl:agent"
    return "nmod" if noun else "obl"


def _turn_copula(tree: Tree, index: int, form: str) -> None:
    """The predicate takes the place of "be", which becomes its "cop"; all that hung on the one hangs on the other."""
    child = tree.child(index, "attr", "acomp") if form in BE else None
    if child is None:
        return
    for other in tree.raise_child(child, tree.labels[index]):
        tree.move(other, child)
    tree.labels[index] = "cop"


def _renamed(tree: Tree, index: int, words: Sequence[Word]) -> str:
    label = tree.labels[index]
    if label == "aux" and words[index].upos == "PART":  # "to" before an infinitive
        return "mark"
    if label == ADVERBIAL:
        return "nmod:unmarked" if words[tree.heads[index]].upos in NOMINAL else "obl:unmarked"
    return RENAMED.get(label, label)
