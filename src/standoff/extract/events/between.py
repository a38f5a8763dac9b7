"""The words that can name what a source does to a target: those on the way from one to the other in the tree."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.core.parse import Piece
from standoff.extract.grammar import Grammar

MEANING = frozenset("VERB NOUN ADJ AUX PROPN ADV".split())
HANGING = frozenset("ADP VERB NOUN AUX PART".split())


def words_between(grammar: Grammar, source: Sequence[Piece], target: Sequence[Piece]) -> list[int]:
    """The words with a meaning on the way, and what hangs on them; all verbs where no way is found."""
    one, other = _words(grammar, source), _words(grammar, target)
    inside = {*one, *other}
    way = [word for word in _way(grammar, one, other) if word not in inside]
    hanging = [child for word in way for child in grammar.children.get(word, ()) if child not in inside]
    found = {*way, *(child for child in hanging if grammar.words[child].upos in HANGING)}
    named = sorted(word for word in found if grammar.words[word].upos in MEANING)
    verbs = [index for index, word in enumerate(grammar.words) if word.upos == "VERB"]
    return named or verbs or list(range(len(grammar.words)))[:1]


def _words(grammar: Grammar, places: Sequence[Piece]) -> list[int]:
    return [word for start, end in places for word in grammar.between(start, end)]


def _way(grammar: Grammar, one: Sequence[int], other: Sequence[int]) -> list[int]:
    """From the top of the one to the top of the other, over the word where their ways to the root meet."""
    if not one or not other:
        return []
    tops = [grammar.head_of(min(words), max(words) + 1) for words in (one, other)]
    left, right = ([top, *grammar.above(top)] for top in tops)
    meeting = next((word for word in left if word in right), None)
    if meeting is None:
        return [*left, *right]
    return [*left[: left.index(meeting) + 1], *right[: right.index(meeting)]]
