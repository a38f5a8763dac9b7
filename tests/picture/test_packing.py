from hypothesis import given
from hypothesis import strategies as st

from standoff.picture.packing import Rows

extents = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda each: (float(each[0]), float(sum(each))))


def test_what_is_placed_first_lies_above() -> None:
    rows = Rows(3)
    assert [rows.place([each]) for each in ((0, 2), (1, 3), (2, 4))] == [(0, 0), (0, 1), (0, 0)]


def test_the_first_extent_with_room_is_taken_and_nothing_goes_where_there_is_none() -> None:
    rows = Rows(1)
    assert rows.place([(0, 5)]) == (0, 0)
    assert rows.place([(4, 9), (6, 9)]) == (1, 0)
    assert rows.place([(4, 9), (3, 5)]) is None


@given(st.lists(extents, max_size=40), st.integers(1, 6))
def test_no_two_in_one_row_overlap(given_extents: list[tuple[float, float]], most: int) -> None:
    rows = Rows(most)
    placed = [(found[1], each) for each in given_extents if (found := rows.place([each])) is not None]
    assert len(rows) <= most
    for at, (row, one) in enumerate(placed):
        for other_row, other in placed[at + 1 :]:
            assert row != other_row or one[1] <= other[0] or other[1] <= one[0]
