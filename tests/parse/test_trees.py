from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.parse.network import Floats, Signals
from standoff.parse.pieces import load_vocabulary, to_pieces
from standoff.parse.trees import LONGEST, heads_of, labels_of, sentence_numbers, tree
from standoff.parse.words import split_words
from tests.parse.signals import weights


def scores(rows: list[list[float]]) -> Floats:
    """Arc scores: a row a word, a column a head; a word's own column is its score as the root."""
    return np.array(rows, np.float32)


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ([[0]], [0]),
        ([[9, 0], [5, 0]], [0, 0]),
        # the two words depend on each other: the one that is likelier a root becomes it
        ([[1, 9], [9, 2]], [1, 1]),
        # two roots: the likelier stays one, the other takes the head that leaves no cycle
        ([[7, 0, 0], [0, 5, 3], [0, 9, 0]], [0, 0, 1]),
        # a cycle of 1 and 2 is broken where it costs least
        ([[8, 0, 0], [4, 0, 9], [7, 9, 0]], [0, 2, 0]),
    ],
)
def test_few_words(rows: list[list[float]], heads: list[int]) -> None:
    assert tree(scores(rows)).tolist() == heads


@st.composite
def matrices(draw: st.DrawFn, most: int) -> Floats:
    """Whole numbers, so that sums are exact; some pairs that are out of the question."""
    size = draw(st.integers(1, most))
    value = st.integers(-20, 20) | st.just(-10_000)
    return scores(draw(st.lists(st.lists(value, min_size=size, max_size=size), min_size=size, max_size=size)))


def is_tree(heads: list[int]) -> bool:
    """Whether all words come to one root."""
    roots = [word for word, head in enumerate(heads) if word == head]
    ends = set()
    for word in range(len(heads)):
        at = word
        for _ in heads:
            at = heads[at]
        ends.add(at)
    return len(roots) == 1 and ends == set(roots)


@given(matrices(most=12))
def test_one_root_and_no_cycle(matrix: Floats) -> None:
    assert is_tree(tree(matrix).tolist())


def test_one_root_and_no_cycle_in_the_longest_sentence() -> None:
    generator = np.random.default_rng(7)
    for _ in range(3):
        assert is_tree(tree(generator.normal(size=(LONGEST, LONGEST)).astype(np.float32)).tolist())
    ring = np.full((LONGEST, LONGEST), -1.0, np.float32)
    ring[np.arange(LONGEST), (np.arange(LONGEST) + 1) % LONGEST] = 1  # each word wants the next one
    assert is_tree(tree(ring).tolist())


def best_total(matrix: Floats, root: int) -> float:
    """The highest sum of arcs of all trees with this root, tried one by one."""
    size = len(matrix)
    choices = [[root] if word == root else [h for h in range(size) if h != word] for word in range(size)]
    return max(total(matrix, list(heads)) for heads in product(*choices) if is_tree(list(heads)))


def total(matrix: Floats, heads: list[int]) -> float:
    return float(sum(matrix[word, head] for word, head in enumerate(heads) if word != head))


@settings(max_examples=100)
@given(matrices(most=5))
def test_no_other_tree_with_that_root_scores_higher(matrix: Floats) -> None:
    heads = tree(matrix).tolist()
    root = next(word for word, head in enumerate(heads) if word == head)
    assert total(matrix, heads) == best_total(matrix, root)


def test_each_sentence_is_a_tree_of_its_own() -> None:
    matrix = scores([[9, 0, 8, 8], [9, 0, 8, 8], [9, 9, 2, 1], [9, 9, 7, 0]])
    assert heads_of(matrix, np.array([0, 0, 1, 1])).tolist() == [0, 0, 2, 2]


@settings(max_examples=60)
@given(matrices(most=8), st.integers(1, 7))
def test_sentences_are_trees_side_by_side_and_as_each_alone(matrix: Floats, cut: int) -> None:
    """Also where one is a tree as it stands and the other has to be made one."""
    words = np.arange(len(matrix))
    heads = heads_of(matrix, (words >= cut).astype(np.int64))
    for part in (words[words < cut], words[words >= cut]):
        if len(part):
            alone = matrix[np.ix_(part, part)]
            assert is_tree((heads[part] - part[0]).tolist())
            assert (heads[part] - part[0]).tolist() == heads_of(alone, np.zeros(len(part), np.int64)).tolist()


def test_labels_are_the_best_for_the_head_and_only_roots_are_labelled_root() -> None:
    """A row a dependent: "root" scores highest everywhere and is never taken but at a root."""
    one, none = np.eye(2, dtype=np.float32), np.zeros((2, 2), np.float32)
    scores = np.array([[9, 1, 7], [9, 5, 0]], np.float32)
    shipped = weights(label=scores, deprels=("root", "obj", "nsubj"))
    read = labels_of(Signals({}, none, one, one, none, none), np.array([0, 0]), shipped)
    assert read.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("text", "starts", "numbers"),
    [
        ("Orlen spoke. Tarvic left.", "1..1..", "000111"),
        ("Orlen spoke. Tarvic left.", "......", "000000"),
        ("A headline\n\nA story", "....", "0011"),  # a blank line breaks whatever the reader thinks
        ("A headline\r\n\r\nA story", "....", "0011"),
        ("A headline\r\rA story", "....", "0011"),
        ("A headline\n  \t\nA story", "....", "0011"),
        ("A broken\nline here", "....", "0000"),  # one line break alone does not
        ("A broken\r\nline here", "....", "0000"),
        ("One\n\nTwo\n\nThree", "...", "012"),
    ],
)
def test_sentences(text: str, starts: str, numbers: str) -> None:
    """``starts`` marks with 1 the words at which the reader begins a sentence; the first always does."""
    heads = np.array([[0.2, 0.8] if mark == "1" else [0.8, 0.2] for mark in starts], np.float32)
    feature = to_pieces(text, split_words(text), load_vocabulary()).feature
    assert "".join(map(str, sentence_numbers(heads, feature))) == numbers


def test_a_sentence_too_long_is_cut() -> None:
    words = 2 * LONGEST + 3
    numbers = sentence_numbers(np.array([[1, 0]] * words, np.float32), np.ones(words, np.int64))
    assert np.bincount(numbers).tolist() == [LONGEST, LONGEST, 3]
