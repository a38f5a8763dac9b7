import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.parse.foreign_trees import one_tree
from tests.parse.test_trees import is_tree


@pytest.mark.parametrize(
    ("heads", "mended"),
    [
        ([0], [0]),
        ([None], [0]),
        # a tree stays as it is
        ([1, 1, 1], [1, 1, 1]),
        # no parser: every word its own head
        ([0, 1, 2], [0, 0, 0]),
        # two roots: the second hangs on the first
        ([1, 1, 3, 3], [1, 1, 3, 1]),
        # the head stands in another sentence: the word is the root, if there is no other
        ([1, None, 1], [1, 1, 1]),
        ([1, 2, 2, None], [1, 2, 2, 2]),
        # circles are opened at one place
        ([1, 0], [0, 0]),
        ([0, 2, 1, 2], [0, 0, 1, 2]),
    ],
)
def test_a_sentence_becomes_a_tree(heads: list[int | None], mended: list[int]) -> None:
    assert one_tree(heads) == mended


@st.composite
def any_heads(draw: st.DrawFn) -> list[int | None]:
    size = draw(st.integers(1, 12))
    return draw(st.lists(st.none() | st.integers(0, size - 1), min_size=size, max_size=size))


@given(any_heads())
def test_one_root_and_no_circle_and_a_tree_is_left_alone(heads: list[int | None]) -> None:
    mended = one_tree(heads)
    assert is_tree(mended)
    assert one_tree(mended) == mended
