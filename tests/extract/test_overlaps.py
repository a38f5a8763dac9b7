import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.core.parse import Piece
from standoff.extract.overlaps import hull, neighbours


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
