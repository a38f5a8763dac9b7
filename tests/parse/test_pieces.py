from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.parse.pieces import (
    FEATURES,
    SPACES,
    UNKNOWN,
    Pieces,
    Vocabulary,
    load_vocabulary,
    space_of,
    spacing,
    to_pieces,
)
from standoff.parse.words import split_words

SHAPES = "lower Capital I ACRONYM NewsWire iNews digits marks".split()


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


def read(text: str, vocabulary: Vocabulary) -> Pieces:
    return to_pieces(text, split_words(text), vocabulary)


@pytest.mark.parametrize(
    ("word", "like"),
    [
        ("army", "lower"),
        ("Varnia", "Capital"),
        ("A", "I"),
        ("NGO", "ACRONYM"),
        ("McArdan", "NewsWire"),
        ("aBc", "iNews"),
        ("12th", "digits"),
        ("COVID19", "digits"),
        ("…", "marks"),
        ("й", "lower"),
        ("Й", "I"),
    ],
)
def test_the_shape_of_a_word(word: str, like: str, vocabulary: Vocabulary) -> None:
    (feature,) = to_pieces(word, [(0, len(word))], vocabulary).feature
    assert SHAPES[(feature - 1) // SPACES] == like


@pytest.mark.parametrize(
    ("text", "space"),
    [("army,moves", 0), ("army moves", 1), ("army\nmoves", 2), ("army\n\nmoves", 3), ("army\r\rmoves", 3)],
)
def test_the_space_before_a_word(text: str, space: int) -> None:
    assert spacing(text, split_words(text))[-1] == space


@given(st.text(alphabet="ab, \n\r\t\U0001f30d\ud800", max_size=60))
def test_the_spaces_of_a_text_are_those_of_its_words_one_by_one(text: str) -> None:
    words = split_words(text)
    between = ["\n\n", *(text[end:start] for (_, end), (start, _) in pairwise(words))]
    assert spacing(text, words).tolist() == [space_of(gap) for gap in between[: len(words)]]


def test_features_are_within_their_table(vocabulary: Vocabulary) -> None:
    found = read("A\n\n\n\nB 12 ,é\t…\r\rX-ray", vocabulary).feature
    assert found.min() >= 1
    assert found.max() < FEATURES


def test_a_form_seen_before_has_the_pieces_it_had(vocabulary: Vocabulary) -> None:
    fresh = load_vocabulary()
    for form in ("Varnia", "Varnia", "x" * 500, "x" * 500, ""):
        assert vocabulary(form) == fresh(form)


def test_every_word_has_a_piece_also_one_the_vocabulary_drops(vocabulary: Vocabulary) -> None:
    text = "Varnia \u0301 x\ufeff\U000e0041 end"
    words = [(0, 6), (7, 8), (11, 12), (13, 16)]
    pieces = to_pieces(text, words, vocabulary)
    assert (np.diff(pieces.first) >= 1).all()
    assert len(pieces.ids) == pieces.first[-1]
    assert pieces.ids[pieces.first[1]] == UNKNOWN
    assert len(pieces.feature) == len(words)
