"""What is marked where two wordings stand side by side."""

import pytest

from standoff.web.differing import LONGEST, side_by_side


def shown(left: str, right: str) -> tuple[str, str]:
    """Both sides, words that stand in one alone in brackets."""
    sides = side_by_side(left, right)
    one, two = ("".join(f"[{each.words}]" if each.is_alone else each.words for each in side) for side in sides)
    return one, two


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("Snow fell on Orm.", "Snow fell on Orm.", ("Snow fell on Orm.", "Snow fell on Orm.")),
        ("Snow fell on Orm.", "Snow fell in Orm.", ("Snow fell [on] Orm.", "Snow fell [in] Orm.")),
        (
            "It “will not wait”, he said",
            'It "will not wait" he said',
            ("It “will not wait”, he said", 'It "will not wait" he said'),
        ),
        ("Oct 7 they left", "On October 7 they left", ("[Oct] 7 they left", "[On October] 7 they left")),
        ("Snow fell", "A ferry sank off the isle", ("Snow fell", "A ferry sank off the isle")),
        ("", "", ("", "")),
    ],
)
def test_words_that_stand_in_one_alone_are_marked(left: str, right: str, told: tuple[str, str]) -> None:
    assert shown(left, right) == told


def test_what_is_long_is_cut_at_a_word() -> None:
    long = "word " * 1000
    (stretch,) = side_by_side(long, long).left
    assert stretch.words.endswith("word …")
    assert len(stretch.words) <= LONGEST + 2
