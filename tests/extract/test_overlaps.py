import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.parse import Piece
from standoff.extract.overlaps import hull, innermost, meets, neighbours


@pytest.mark.parametrize(
    ("stretches", "near"),
    [
        ([], []),
        ([(0, 2)], [[]]),
        ([(0, 2), (2, 4)], [[], []]),  # side by side they share nothing
        ([(0, 3), (2, 4)], [[1], [0]]),
        ([(2, 4), (0, 9), (5, 6)], [[1], [0, 2], [1]]),
        ([(1, 2), (1, 2)], [[1], [0]]),
    ],
)
def test_stretches_that_share_a_character(stretches: list[Piece], near: list[list[int]]) -> None:
    assert neighbours(stretches) == near


STRETCHES = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda s: (s[0], s[0] + s[1])), max_size=12)


@given(STRETCHES)
def test_as_if_every_pair_were_compared(stretches: list[Piece]) -> None:
    pairs = [
        [j for j, other in enumerate(stretches) if i != j and one[0] < other[1] and other[0] < one[1]]
        for i, one in enumerate(stretches)
    ]
    assert [sorted(found) for found in neighbours(stretches)] == pairs


def test_the_hull_of_pieces() -> None:
    assert hull([(4, 6), (1, 2)]) == (1, 6)


@given(STRETCHES)
def test_the_innermost_as_if_every_stretch_were_looked_at(stretches: list[Piece]) -> None:
    keyed = [(start, end, str(number)) for number, (start, end) in enumerate(stretches)]
    at = innermost(keyed)
    for character in range(30):
        around = [s for s in keyed if s[0] <= character < s[1]]
        expected = max(around, key=lambda s: (s[0] - s[1], s), default=None)
        assert at(character) == (expected and expected[2])


@given(STRETCHES, st.integers(0, 25), st.integers(1, 5))
def test_meeting_one_of_many(stretches: list[Piece], start: int, width: int) -> None:
    apart: list[Piece] = []
    for low, high in sorted(stretches):
        if not apart or apart[-1][1] <= low:
            apart.append((low, high))
    piece = (start, start + width)
    assert meets(piece, apart) == any(low < piece[1] and piece[0] < high for low, high in apart)
