import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.brief.report.lanes import lanes

PLACES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda at: (at[0], at[0] + at[1])), max_size=12)


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ([], []),
        ([(0, 5), (5, 9)], [1, 1]),
        ([(2, 4), (0, 9)], [2, 1]),
        ([(0, 5), (3, 9), (6, 12)], [1, 2, 1]),
        ([(0, 5), (0, 5)], [1, 2]),
        ([(0, 9), (1, 9), (2, 9), (3, 9)], [1, 2, 3, 3]),
    ],
)
def test_the_outer_one_lies_nearest_and_lanes_are_used_again(places: list[tuple[int, int]], found: list[int]) -> None:
    assert lanes(places, 3) == found


@given(PLACES)
def test_no_two_share_a_character_of_a_lane_while_there_are_lanes_enough(places: list[tuple[int, int]]) -> None:
    drawn = [
        (lane, char) for (start, end), lane in zip(places, lanes(places, 12), strict=True) for char in range(start, end)
    ]
    assert len(drawn) == len(set(drawn))


@given(PLACES)
def test_no_more_lanes_are_used_than_overlap_at_one_place(places: list[tuple[int, int]]) -> None:
    deepest = max((sum(start <= char < end for start, end in places) for char in range(45)), default=0)
    assert max(lanes(places, 12), default=0) == deepest
