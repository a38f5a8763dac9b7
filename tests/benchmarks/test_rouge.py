"""Alignment ROUGE, worked out by hand."""

from datetime import date

import pytest

from rouge import alignment_rouge, grams

FIRST, SECOND, FIFTH = date(2031, 5, 1), date(2031, 5, 2), date(2031, 5, 5)


@pytest.mark.parametrize(
    ("system", "gold", "size", "score"),
    [
        ({}, {FIRST: ["a b"]}, 1, 0.0),
        ({FIRST: ["The dam broke."]}, {FIRST: ["the dam broke"]}, 1, 1.0),
        ({FIRST: ["The dam broke."]}, {FIRST: ["the dam broke"]}, 2, 1.0),
        # a day away: half of it counts
        ({FIRST: ["the dam broke"]}, {SECOND: ["the dam broke"]}, 1, 0.5),
        # two of four words, both ways
        ({FIRST: ["a b c d"]}, {FIRST: ["a b x y"]}, 1, 0.5),
        # one of three pairs
        ({FIRST: ["a b c d"]}, {FIRST: ["a b x y"]}, 2, 1 / 3),
        # precision 2/4: the second day goes to the near one, with nothing in common; recall 1
        ({FIRST: ["a b"], FIFTH: ["c d"]}, {FIRST: ["a b"]}, 1, 2 / 3),
        # of two days equally far the one with words in common: precision and recall of both days 1/2 and 1/2
        ({SECOND: ["a b"]}, {FIRST: ["x y"], date(2031, 5, 3): ["a b"]}, 1, 2 * 0.5 * 0.25 / 0.75),
    ],
)
def test_alignment(system: dict[date, list[str]], gold: dict[date, list[str]], size: int, score: float) -> None:
    assert alignment_rouge(system, gold, size) == pytest.approx(score)


def test_grams_leave_punctuation_out() -> None:
    assert grams("A dam -- a DAM!", 2) == {("a", "dam"): 2, ("dam", "a"): 1}
