from datetime import date

import pytest

from standoff.brief.phrases import ACT_NOUNS, amount_name, counted, duration_name, listed, when_name
from standoff.core.vocabulary import ACT_ORDER, ACTS, Hedge
from standoff.core.when import When


@pytest.mark.parametrize(
    ("when", "name"),
    [
        (None, "undated"),
        (When(None, None), "undated"),
        (When.parse("2041-03-05"), "5 Mar 2041"),
        (When.parse("2041-12"), "Dec 2041"),
        (When.parse("2041"), "2041"),
        (When(date(2041, 3, 5), date(2041, 3, 8)), "5 to 7 Mar 2041"),
        (When(date(2041, 2, 28), date(2041, 3, 3)), "28 Feb to 2 Mar 2041"),
        (When(date(2041, 12, 1), date(2042, 2, 1)), "1 Dec 2041 to 31 Jan 2042"),
        (When(date(2041, 3, 5), None), "from 5 Mar 2041 on"),
        (When(None, date(2041, 3, 5)), "until 4 Mar 2041"),
        (When(date(9999, 1, 1), date(9999, 12, 31)), "1 Jan to 30 Dec 9999"),
    ],
)
def test_a_date_is_named_as_closely_as_it_is_known(when: When | None, name: str) -> None:
    assert when_name(when) == name


@pytest.mark.parametrize(
    ("number", "phrase"), [(0, "0 copies"), (1, "1 copy"), (2, "2 copies"), (1204, "1,204 copies")]
)
def test_plurals(number: int, phrase: str) -> None:
    assert counted(number, "copy", "copies") == phrase


@pytest.mark.parametrize(
    ("items", "phrase"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists(items: list[str], phrase: str) -> None:
    assert listed(items) == phrase


def test_every_act_has_a_place_and_a_noun() -> None:
    assert sorted(ACT_ORDER) == sorted(ACTS) == sorted(ACT_NOUNS)


@pytest.mark.parametrize(
    ("low", "high", "hedge", "name"),
    [
        (94_000, 94_000, None, "94,000"),
        (94_000, 94_000, "about", "about 94,000"),
        (2.5, 2.5, "nearly", "nearly 2.5"),
        (None, 175_000, "up to", "up to 175,000"),
        (200, None, "more than", "more than 200"),
        (200, None, None, "at least 200"),
        (None, 200, None, "at most 200"),
        (3, None, "vague", "at least 3 (vague)"),
        (20_000, 99_999, "vague", "20,000 to 99,999 (vague)"),
        (10, 12, None, "10 to 12"),
        (10, 12, "about", "about 10 to 12"),
        (None, None, "vague", "no number"),
        (2_250_000_000, 2_250_000_000, None, "2,250,000,000"),
        (1 / 3, 1 / 3, "about", "about 0.333"),
        (4_000_000 / 3, 4_000_000 / 3, None, "1,333,333.333"),
        (0.0125, 0.0125, None, "0.0125"),
    ],
)
def test_an_amount_with_its_hedge(low: float | None, high: float | None, hedge: Hedge | None, name: str) -> None:
    assert amount_name(low, high, hedge) == name


@pytest.mark.parametrize(
    ("seconds", "name"),
    [
        (45, "45 s"),
        (0, "0 s"),
        (300, "5 min"),
        (7200, "2 h"),
        (7260, "2 h 1 min"),
        (86400, "1 day"),
        (259200, "3 days"),
        (90000, "25 h"),
        (90.5, "90.5 s"),
    ],
)
def test_durations(seconds: float, name: str) -> None:
    assert duration_name(seconds) == name
    assert amount_name(seconds, seconds, None, "second") == name
