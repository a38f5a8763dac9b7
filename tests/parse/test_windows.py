from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.parse.pieces import PAD, START, STOP, Ints, Pieces
from standoff.parse.windows import OVERLAP, SIZE, owners, pad, windows_of

PIECES = st.lists(st.sampled_from([1, 1, 1, 2, 3, 7, 40, SIZE, SIZE + 5, 2 * SIZE]), min_size=1, max_size=30)
LONGEST_FORM = 100  # a word is cut to so many characters before it is cut into pieces
MANY = st.lists(st.integers(1, 5), min_size=1, max_size=6).map(lambda pattern: pattern * 80)


def firsts(pieces: list[int]) -> Ints:
    """Each word's first piece and the closing entry."""
    return np.cumsum([0, *pieces], dtype=np.int64)


@pytest.mark.parametrize(
    ("pieces", "windows"),
    [
        ([1], [(0, 1)]),
        ([1] * SIZE, [(0, SIZE)]),
        ([1] * (SIZE + 1), [(0, SIZE), (SIZE - OVERLAP, SIZE + 1)]),
        ([SIZE, 1], [(0, 1), (1, 2)]),
        ([1, SIZE + 1, 1], [(0, 1), (1, 2), (2, 3)]),
    ],
)
def test_windows_of_few_words(pieces: list[int], windows: list[tuple[int, int]]) -> None:
    assert windows_of(firsts(pieces)) == windows


@given(PIECES | MANY)
def test_windows_are_within_size_and_cover_every_word(pieces: list[int]) -> None:
    ranges = windows_of(firsts(pieces))
    for start, stop in ranges:
        assert stop == start + 1 or sum(pieces[start:stop]) <= SIZE
    assert {word for start, stop in ranges for word in range(start, stop)} == set(range(len(pieces)))


@given(st.lists(st.integers(1, LONGEST_FORM), min_size=1, max_size=30) | MANY)
def test_each_window_goes_on_past_the_one_before_and_leaves_no_word_between(pieces: list[int]) -> None:
    ranges = windows_of(firsts(pieces))
    for here, after in pairwise(ranges):
        assert here[0] < after[0] <= here[1] < after[1]


@given(PIECES | MANY)
def test_every_word_is_owned_by_a_window_that_holds_it(pieces: list[int]) -> None:
    ranges = windows_of(firsts(pieces))
    owner = owners(ranges, len(pieces))
    assert len(owner) == len(pieces)
    assert all(ranges[index][0] <= word < ranges[index][1] for word, index in enumerate(owner))
    assert list(owner) == sorted(owner)


@given(st.integers(1, 3000))
def test_words_of_one_piece_have_half_the_overlap_or_the_edge_of_the_text_beside_them(words: int) -> None:
    ranges = windows_of(firsts([1] * words))
    for word, index in enumerate(owners(ranges, words)):
        start, stop = ranges[index]
        assert start == 0 or word - start >= OVERLAP // 2 - 1
        assert stop == words or stop - 1 - word >= OVERLAP // 2 - 1


def test_padding_gives_each_window_its_marks_and_its_words_their_first_pieces() -> None:
    pieces = Pieces(ids=np.array([7, 8, 9, 10]), first=np.array([0, 1, 3, 4]), feature=np.array([21, 22, 23]))
    ids, feature, first = pad([(pieces, 0, 2), (pieces, 2, 3)])
    assert ids.tolist() == [[START, 7, 8, 9, STOP], [START, 10, STOP, PAD, PAD]]
    assert feature.tolist() == [[0, 21, 22, 0, 0], [0, 23, 0, 0, 0]]
    assert first.tolist() == [[1, 2], [1, 0]]


def test_a_word_of_too_many_pieces_is_cut() -> None:
    long = SIZE + 50
    pieces = Pieces(ids=np.arange(long), first=np.array([0, long]), feature=np.array([5]))
    ids, _, first = pad([(pieces, start, stop) for start, stop in windows_of(pieces.first)])
    assert ids.shape == (1, SIZE + 2)
    assert ids[0, -1] == STOP
    assert first.tolist() == [[1]]
