"""Quantities read from words alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.extract.figures.numbers import Number, read_numbers
from standoff.lexicon.lexicon import Lexicon
from standoff.parse.words import split_words
from tests.lexicons import shipped

ABOUT, MORE, LEAST, MOST = "about", "more than", "at least", "at most"


def words_of(text: str) -> list[str]:
    return [text[start:end].lower() for start, end in split_words(text)]


def numbers(text: str, lexicon: Lexicon) -> list[Number]:
    return list(read_numbers(words_of(text), lexicon.quantities))


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("94,000 troops", 94_000, 94_000, None),
        ("about 150 metres", 150, 150, ABOUT),
        ("an estimated 3.5 million refugees", 3.5e6, 3.5e6, ABOUT),
        ("nearly 20 vessels", 20, 20, "nearly"),
        ("up to 175,000 soldiers", None, 175_000, "up to"),
        ("as many as 12,000", None, 12_000, "as many as"),
        ("no more than 4,000 sailors", None, 4000, MOST),
        ("fewer than 40 men", None, 40, "less than"),
        ("more than a dozen", 12, None, MORE),
        ("at least another 20 people", 20, None, LEAST),
        ("200 or more rockets", 200, None, LEAST),
        ("a hundred or so rockets", 100, 100, ABOUT),
        ("15-plus years", 15, None, LEAST),
        ("30+ people", 30, None, LEAST),
        ("up to about 500 men", None, 500, "up to"),
        ("between 90,000 and 100,000 men", 90_000, 100_000, ABOUT),
        ("70-80 people", 70, 80, ABOUT),
        ("70-80,000 people", 70_000, 80_000, ABOUT),
        ("three or four times", 3, 4, ABOUT),
        ("two to three million", 2e6, 3e6, ABOUT),
        ("tens of thousands of people", 20_000, 99_999, "vague"),
        ("thousands of men", 2000, None, "vague"),
        ("several ships", 3, None, "vague"),
        ("a pair of ships", 2, 2, None),
        ("two-thirds of the fleet", 2 / 3, 2 / 3, None),
        ("a third of the fleet", 1 / 3, 1 / 3, None),
        ("more than half of the men", 0.5, None, MORE),
        ("nine out of 10 houses", 0.9, 0.9, None),
        ("one in five men", 0.2, 0.2, None),
        ("a mile and a half", 1.5, 1.5, None),
        ("a little over an hour", 1, None, MORE),
        ("a week of drills", 1, 1, None),
        ("the second such raid", 2, 2, None),
        ("US$5bn", 5e9, 5e9, None),
        ("$2 to $3 billion", 2e9, 3e9, ABOUT),
        ("10km", 10, 10, None),
    ],
)
def test_reads(lexicon: Lexicon, text: str, low: float | None, high: float | None, hedge: str | None) -> None:
    (number,) = numbers(text, lexicon)
    assert number.hedge == hedge
    assert [number.low, number.high] == pytest.approx([low, high])


@pytest.mark.parametrize(
    "text",
    "an hour later|a day|hundred|the second man|the 40th day|half asleep|a quarter past|the third man".split("|"),
)
def test_is_no_quantity(lexicon: Lexicon, text: str) -> None:
    assert numbers(text, lexicon) == []


@pytest.mark.parametrize(
    ("text", "unit"), [("$5", "USD"), ("US$5", "USD"), ("€5", "EUR"), ("EUR 5", "EUR"), ("half of it", "share")]
)
def test_units_in_the_number(lexicon: Lexicon, text: str, unit: str) -> None:
    (number,) = numbers(text, lexicon)
    assert number.unit is not None
    assert number.unit.name == unit


PIECES = "a half one two thirds of 5 000 to - and between $ % more than up several tens thousands hour such or".split()


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_numbers_are_in_order_and_apart(words: list[str]) -> None:
    done = 0
    for number in read_numbers(words, shipped().quantities):
        assert done <= number.start <= number.first < number.stop <= len(words)
        assert number.low is None or number.high is None or number.low <= number.high
        done = number.stop
