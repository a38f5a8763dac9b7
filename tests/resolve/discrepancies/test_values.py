from typing import Any

import pytest

from standoff.core.records import Figure
from standoff.resolve.discrepancies.values import allowed, differ, is_ceiling, number_words
from tests.builders import document, figure

PAGE = document("page.txt", "a number")


def made(low: float | None, high: float | None = None, **fields: Any) -> Figure:
    given = {"unit": "person"} | fields
    one = figure(PAGE, "number", low, high, **given)
    return Figure(**{name: getattr(one, name) for name in one.__struct_fields__} | {"low": low, "high": high or low})


def open_end(low: float | None, high: float | None, **fields: Any) -> Figure:
    one = made(low, high, **fields)
    return Figure(**{name: getattr(one, name) for name in one.__struct_fields__} | {"low": low, "high": high})


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        (made(94_000), made(70_000, hedge="about"), True),
        (made(94_000), made(100_000, hedge="about"), False),
        (made(94_000), made(100_000), True),
        (made(97_000), made(100_000), False),
        (made(31), made(27), True),
        (made(70, unit="second"), made(73, unit="second"), False),
        (made(4_200), made(4_500), True),
        (open_end(None, 4_000, hedge="at most"), made(6_500, hedge="about"), True),
        (open_end(None, 175_000, hedge="up to"), made(94_000), False),
        (open_end(9_000, None, hedge="more than"), made(12_000), False),
        (open_end(9_000, None, hedge="more than"), made(7_400, hedge="about"), True),
        (open_end(20_000, 99_999, hedge="vague"), made(94_000), False),
        (made(6_000, 8_000), made(8_000), False),
        (made(6_000, 8_000), made(4_000), True),
    ],
)
def test_numbers_differ_where_no_value_fits_both(one: Figure, other: Figure, differs: bool) -> None:
    left, right = allowed(one), allowed(other)
    assert left is not None
    assert right is not None
    assert differ(left, right) == differs
    assert differ(right, left) == differs


@pytest.mark.parametrize("number", [None, 0.0, -3.0])
def test_nothing_is_compared_with_no_number(number: float | None) -> None:
    assert allowed(open_end(number, number)) is None


def test_a_ceiling_of_the_same_number() -> None:
    assert is_ceiling(open_end(None, 900, hedge="up to"), made(900))
    assert not is_ceiling(open_end(None, 900, hedge="up to"), made(800))
    assert not is_ceiling(made(900), made(900))


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (made(94_000), "94,000"),
        (made(70_000, hedge="about"), "about 70,000"),
        (open_end(2_000, None, hedge="vague"), "2,000"),
        (made(6_000, 8_000), "6,000 to 8,000"),
        (made(7_200, unit="second"), "2 hours"),
        (made(3_600, unit="second"), "1 hour"),
        (made(7_260, unit="second"), "121 minutes"),
        (made(30, unit="second"), "30 seconds"),
        (made(40, unit="percent"), "40 percent"),
    ],
)
def test_numbers_in_words(one: Figure, words: str) -> None:
    assert number_words(one) == words
