"""Broken training texts keep their labels in place."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.broken import LOWER, UPPER, break_some, glued, recased, swapped, without
from training.example import Example

from standoff.parse.pieces import SPACES, UNKNOWN
from tests.training.examples import FULL_STOP, QUOTE, attribution, example, labels, words_of

# " Orlen spoke " . She left .   heads: Orlen<-spoke, root spoke; quotes and stops hang on the verbs
TREE = example(
    [QUOTE, 11, 12, QUOTE, FULL_STOP, 13, 14, FULL_STOP],
    heads=[2, 2, 2, 2, 2, 6, 6, 6],
    shapes=[7, 1, 0, 7, 7, 1, 0, 7],
    spaces=[3, 0, 1, 0, 0, 1, 1, 0],
    start="BOOOOBOO",
    name="OBOOOOOO",
)


def shapes(example: Example) -> list[int]:
    return [int(feature - 1) // SPACES for feature in example.pieces.feature]


def spaces(example: Example) -> list[int]:
    return [int(feature - 1) % SPACES for feature in example.pieces.feature]


def test_words_that_go_take_nothing_with_them() -> None:
    quotes = np.isin(TREE.pieces.ids, [QUOTE])
    left = without(TREE, quotes)
    assert words_of(left) == [11, 12, FULL_STOP, 13, 14, FULL_STOP]
    assert left.heads is not None
    assert left.heads.tolist() == [1, 1, 1, 4, 4, 4]
    assert left.layers["start"].tolist() == labels("BOOBOO").tolist()
    assert spaces(left) == [3, 1, 0, 1, 1, 0]


def test_a_word_that_others_depend_on_stays() -> None:
    assert words_of(without(TREE, np.isin(TREE.pieces.ids, [12]))) == words_of(TREE)


def test_a_content_that_loses_its_opening_mark_begins_at_its_first_word() -> None:
    quoted = attribution([11, 12, QUOTE, 31, 32, QUOTE], "BOOOOO", "OBOOOO", "OOBIII", {1: "s.cccc"})
    left = without(quoted, np.isin(quoted.pieces.ids, [QUOTE]))
    assert left.layers["content"].tolist() == labels("OOBI").tolist()
    ((cue, row),) = left.roles
    assert (cue, row.tolist()) == (1, [1, 0, 2, 2])


def test_a_cue_stays_though_it_is_a_mark() -> None:
    marked = attribution([11, QUOTE, 31], "BOO", "OBO", "OOB", {1: "s.c"})
    assert words_of(without(marked, np.isin(marked.pieces.ids, [QUOTE]))) == [11, QUOTE, 31]


@pytest.mark.parametrize(("shape", "expected"), [(LOWER, 0), (UPPER, 3)])
def test_casing_is_lost_by_words_of_letters_only(shape: int, expected: int) -> None:
    assert shapes(recased(TREE, shape)) == [7, expected, expected, 7, 7, expected, expected, 7]
    assert spaces(recased(TREE, shape)) == spaces(TREE)


def test_spaces_are_lost_before_sentences_alone() -> None:
    runs = [spaces(glued(TREE, random.Random(seed))) for seed in range(20)]
    whole, joined = spaces(TREE), [3, 0, 1, 0, 0, 0, 1, 0]
    assert {tuple(run) for run in runs} == {tuple(whole), tuple(joined)}


def test_swapped_pieces_are_of_the_same_text_or_unknown() -> None:
    ids = np.arange(2000, 2400)
    many = example(ids.tolist(), start="B" + "O" * 399)
    changed = swapped(many, random.Random(3)).pieces.ids
    assert 0 < (changed != ids).sum() < 60
    assert set(changed) <= {*ids.tolist(), UNKNOWN}


@given(st.integers(0, 10_000))
def test_whatever_breaks_labels_and_tree_still_fit(seed: int) -> None:
    quotes, stops = frozenset({QUOTE}), frozenset({FULL_STOP})
    left = break_some(TREE, quotes, stops, random.Random(seed))
    assert left.heads is not None
    assert {len(layer) for layer in left.layers.values()} == {len(left), len(left.heads), len(left.pieces.feature)}
    sentence = np.cumsum(left.layers["start"])
    assert sentence[0] == 1
    assert (sentence == sentence[left.heads]).all()
    assert (left.heads == np.arange(len(left))).sum() == 2
