from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.parse.pieces import SPACES, Pieces
from standoff.parse.windows import SIZE, STOPS, windows_of, words_of

WORD, STOP = 2000, STOPS[0]
NEXT_LINE = 2
TEXTS = st.lists(
    st.tuples(st.sampled_from([1, 1, 1, 2, 5, 40]), st.integers(0, SPACES - 1), st.booleans()), min_size=1, max_size=8
).map(lambda pattern: pattern * 40)


def text(words: list[tuple[int, int, bool]]) -> Pieces:
    """Words as (pieces, space before, whether a full stop)."""
    ids = [STOP if stop else WORD + number for number, (size, _, stop) in enumerate(words) for _ in range(size)]
    first = np.cumsum([0, *(size for size, _, _ in words)])
    return Pieces(np.array(ids), first, np.array([1 + space for _, space, _ in words]))


def plain(words: int, *, lines: tuple[int, ...] = (), stops: tuple[int, ...] = ()) -> Pieces:
    """Words of one piece, some of them at the start of a line, some of them full stops."""
    return text([(1, NEXT_LINE if word in lines else 1, word in stops) for word in range(words)])


@pytest.mark.parametrize(
    ("pieces", "windows"),
    [
        (plain(1), [(0, 1)]),
        (plain(SIZE), [(0, SIZE)]),
        (plain(SIZE + 1), [(0, SIZE), (SIZE, SIZE + 1)]),
        # a line that ends in the second half of a window ends the window, one in the first half does not
        (plain(SIZE + 1, lines=(SIZE - 20,)), [(0, SIZE - 20), (SIZE - 20, SIZE + 1)]),
        (plain(SIZE + 1, lines=(20,)), [(0, SIZE), (SIZE, SIZE + 1)]),
        # so does a sentence, the last one, where no line ends
        (plain(SIZE + 9, stops=(150, 170)), [(0, 171), (171, SIZE + 9)]),
        (plain(SIZE + 9, lines=(140,), stops=(150, 170)), [(0, 140), (140, SIZE + 9)]),
        # what fits is never cut
        (plain(SIZE, lines=(150,), stops=(160,)), [(0, SIZE)]),
        # a word of more pieces than a window has is read as far as it fits
        (text([(1, 1, False), (SIZE + 5, 1, False), (1, 1, False)]), [(0, 1), (1, 2), (2, 3)]),
    ],
)
def test_where_windows_end(pieces: Pieces, windows: list[tuple[int, int]]) -> None:
    assert windows_of(pieces) == windows


@given(TEXTS)
def test_windows_are_within_size_and_hold_every_word_once(words: list[tuple[int, int, bool]]) -> None:
    pieces = text(words)
    ranges = windows_of(pieces)
    assert [word for start, stop in ranges for word in range(start, stop)] == list(range(len(words)))
    assert all(len(words_of(pieces, start, stop).ids) <= SIZE for start, stop in ranges)


@given(st.lists(st.integers(1, 400), max_size=40), st.integers(1, 400))
def test_windows_begin_only_where_they_may(starts: list[int], words: int) -> None:
    allowed = np.array(sorted({start for start in starts if start < words}), np.int64)
    for (start, stop), _ in pairwise(windows_of(plain(words), allowed)):
        inside = allowed[(allowed > start + SIZE // 2 + 1) & (allowed <= start + SIZE)]
        assert stop in allowed or not len(inside)


def test_copies_fall_into_step_after_another_beginning() -> None:
    """Twenty lines of forty words, behind heads of various lengths: some windows are the same, word for word."""
    body = [(1, NEXT_LINE if word % 40 == 0 else 1, False) for word in range(800)]
    ids = np.arange(WORD, WORD + 800)
    seen = []
    for head in (0, 13, 57, 120):
        pieces = text([(1, 1, False)] * head + body)
        pieces.ids[head:] = ids
        seen.append({words_of(pieces, *window).ids.tobytes() for window in windows_of(pieces)})
    assert all(seen[0] & other for other in seen[1:])


def test_the_words_of_a_window() -> None:
    pieces = Pieces(ids=np.array([7, 8, 9, 10]), first=np.array([0, 1, 3, 4]), feature=np.array([21, 22, 23]))
    found = words_of(pieces, 1, 3)
    assert [part.tolist() for part in found] == [[8, 9, 10], [0, 2, 3], [22, 23]]
