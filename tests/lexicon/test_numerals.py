import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.lexicon.numerals import digits, number_at


def words_of(text: str) -> list[str]:
    """The words of a test phrase, cut where the parse cuts them."""
    return re.findall(r"[\d.,:]+\w*|\w+|[^\w\s]", text.lower())


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("94,000 troops", 94_000, "troops"),
        ("1,234.5 tonnes", 1234.5, "tonnes"),
        ("1.2 million people", 1_200_000, "people"),
        ("2 hundred thousand", 200_000, ""),
        ("1.5bn", 1.5e9, ""),
        ("175k troops", 175_000, "troops"),
        ("5m people", 5e6, "people"),
        ("94 000 men", 94_000, "men"),
        ("94.000 men", 94_000, "men"),
        ("12.345.678", 12_345_678, ""),
        ("1.25 percent", 1.25, "percent"),
        ("1,2 million", 1_200_000, ""),
        ("2 ½ hours", 2.5, "hours"),
        ("3½ hours", 3.5, "hours"),
        ("zero", 0, ""),
        ("five", 5, ""),
        ("twenty - one people", 21, "people"),
        ("twenty one people", 21, "people"),
        ("two hundred and fifty men", 250, "men"),
        ("two hundred fifty thousand", 250_000, ""),
        ("two thousand and three hundred", 2300, ""),
        ("two million three hundred thousand and five ships", 2_300_005, "ships"),
        ("five hundred and six hundred", 500, "and six hundred"),
        ("two thousand and three thousand", 2000, "and three thousand"),
        ("one two three", 1, "two three"),
        ("a hundred and twenty men", 120, "men"),
        ("a hundred thousand", 100_000, ""),
        ("a dozen ships", 12, "ships"),
        ("two dozen ships", 24, "ships"),
        ("half a million", 500_000, ""),
        ("half - a - dozen ships", 6, "ships"),
        ("a half million", 500_000, ""),
        ("a quarter of a million people", 250_000, "people"),
        ("one and a half million", 1_500_000, ""),
        ("a million and a half people", 1_500_000, "people"),
        ("two and a half hours", 2.5, "hours"),
        ("a million - dollar house", 1e6, "- dollar house"),
    ],
)
def test_reads_the_value_and_where_it_ends(text: str, value: float, rest: str) -> None:
    words = words_of(text)
    found = number_at(words, 0)
    assert found is not None
    assert found[0] == pytest.approx(value)
    assert " ".join(words[found[1] :]) == rest


@pytest.mark.parametrize(
    "text",
    "40th|40 th day|9:15|hundred|thousands|a man|a|an hour|half of them|quarter|nineteen eighty - four|"
    "twenty twenty - two|nineteen fourteen|²|f16|,|first|5x5|1,23,4".split("|"),
)
def test_is_no_number(text: str) -> None:
    assert number_at(words_of(text), 0) is None


def test_one_token_may_hold_the_hyphen() -> None:
    assert number_at(["twenty-one", "men"], 0) == (21, 1)
    assert number_at(["well-known"], 0) is None


def test_a_number_after_a_day_of_a_month_stays_apart() -> None:
    assert number_at(words_of("may 5 200 people"), 1) == (5, 2)


@given(st.integers(0, 10**15 - 1))
def test_digits_read_back(number: int) -> None:
    assert digits(f"{number:,}") == digits(str(number)) == number


WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()


@given(st.integers(1, 9), st.integers(1, 15), st.sampled_from(["thousand", "million", "billion"]))
def test_words_add_up(hundreds: int, rest: int, scale: str) -> None:
    words = f"{WORDS[hundreds]} hundred and {WORDS[rest]} {scale}".split()
    assert number_at(words, 0) == ((hundreds * 100 + rest) * {"t": 1e3, "m": 1e6, "b": 1e9}[scale[0]], 5)


@given(st.lists(st.sampled_from("a and half of one twenty hundred thousand million dozen - 5 000 1.5 ½ th".split())))
def test_ends_behind_its_start(words: list[str]) -> None:
    for start in range(len(words)):
        found = number_at(words, start)
        assert found is None or start < found[1] <= len(words)
