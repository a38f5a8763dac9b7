import numpy as np
import pytest

from standoff.parse.pieces import FEATURES, SPACES, UNKNOWN, features, load_tokenizer, to_pieces
from standoff.parse.words import split_words

SHAPES = "lower Capital I ACRONYM NewsWire iNews digits marks".split()


def shape(number: int) -> str:
    return SHAPES[(number - 1) // SPACES]


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
def test_the_shape_of_a_word(word: str, like: str) -> None:
    assert shape(int(features(word, [(0, len(word))])[0])) == like


@pytest.mark.parametrize(
    ("text", "space"),
    [("army,moves", 0), ("army moves", 1), ("army\nmoves", 2), ("army\n\nmoves", 3), ("army\r\rmoves", 3)],
)
def test_the_space_before_a_word(text: str, space: int) -> None:
    last = features(text, split_words(text))[-1]
    assert (last - 1) % SPACES == space


def test_features_are_within_their_table() -> None:
    text = "A\n\n\n\nB 12 ,é\t…\r\rX-ray"
    found = features(text, split_words(text))
    assert found.min() >= 1
    assert found.max() < FEATURES


def test_every_word_has_a_piece_also_one_the_vocabulary_drops() -> None:
    text = "Varnia \u0301 x\ufeff\U000e0041 end"
    words = [(0, 6), (7, 8), (11, 12), (13, 16)]
    pieces = to_pieces(text, words, load_tokenizer())
    assert (np.diff(pieces.first) >= 1).all()
    assert len(pieces.ids) == pieces.first[-1]
    assert pieces.ids[pieces.first[1]] == UNKNOWN
    assert len(pieces.feature) == len(words)
