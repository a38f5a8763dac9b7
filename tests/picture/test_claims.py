import pytest

from standoff.core.vocabulary import Hedge
from standoff.core.when import When
from standoff.picture.amounts import axis_for, number_in_words, range_in_words, unit_for
from standoff.picture.claims import claims
from tests.picture.made import claimed


@pytest.mark.parametrize(
    ("low", "high", "hedge", "words"),
    [
        (94000, 94000, None, "94,000"),
        (94000, 94000, "about", "about 94,000"),
        (None, 175000, "up to", "up to 175,000"),
        (3600, None, "more than", "more than 3,600"),
        (2000, None, "vague", "at least 2,000"),
        (20000, 30000, None, "20,000–30,000"),
        (20000, 99999, "vague", "roughly 20,000–99,999"),
        (1.5e6, 1.5e6, "nearly", "nearly 1.5 million"),
        (0.25, 0.25, None, "0.25"),
        (None, 5, None, "at most 5"),
        (None, None, None, "no number"),
    ],
)
def test_a_claim_in_words(low: float | None, high: float | None, hedge: Hedge | None, words: str) -> None:
    assert range_in_words(low, high, hedge) == words


@pytest.mark.parametrize(
    ("values", "kind", "zero"),
    [
        ([19, 27, 31], "linear", True),
        ([60, 70], "linear", False),
        ([5, 5], "linear", True),
        ([10, 600], "log", False),
        ([0, 600], "linear", True),
        ([-5, 600], "linear", True),
        ([0], "linear", True),
        ([], "linear", True),
    ],
)
def test_the_axis_is_honest(values: list[float], kind: str, zero: bool) -> None:
    axis = axis_for(values)
    assert (axis.kind, axis.begins_at_zero) == (kind, zero)
    assert all(axis.low <= value <= axis.high for value in values)
    assert axis.low < axis.high


@pytest.mark.parametrize(
    ("unit", "values", "expected"),
    [
        ("second", [3600, 4200], (60, "minutes")),
        ("second", [7200], (3600, "hours")),
        ("second", [90], (1, "seconds")),
        ("second", [172800], (86400, "days")),
        ("person", [5], (1, "people")),
        ("ship", [5], (1, "ships")),
        ("EUR", [5], (1, "EUR")),
        ("percent", [5], (1, "percent")),
        (None, [5], (1, "")),
    ],
)
def test_units_in_the_plural_and_durations_in_the_unit_that_fits(
    unit: str | None, values: list[float], expected: tuple[float, str]
) -> None:
    assert unit_for(unit, values) == expected


def test_large_numbers_are_short() -> None:
    assert [number_in_words(value) for value in (999_999, 1e6, 2.25e9)] == ["999,999", "1 million", "2.25 billion"]


def test_days_run_down_the_page_and_what_has_none_stands_last() -> None:
    told = [
        claimed("none", 5),
        claimed("late", 6, as_of=When.parse("2031-05-07")),
        claimed("early", 7, as_of=When.parse("2031-05-06")),
        claimed("also late", 2, as_of=When.parse("2031-05-07")),
    ]
    data = claims(told).data
    assert [row["text"] for row in data["heads"]] == ["6 May 2031", "7 May 2031", "No day told"]
    assert [row["text"] for row in data["names"]] == ["early", "also late", "late", "none"]


@pytest.mark.parametrize(
    ("low", "high", "hedge", "layers"),
    [
        (5, 5, None, {"points": 1}),
        (5, 9, None, {"points": 2, "bars": 1}),
        (5, 5, "about", {"points": 1, "soft": 1}),
        (5, None, "at least", {"points": 1, "open": 1}),
        (None, 9, "up to", {"points": 1, "open": 1}),
    ],
)
def test_hedges_are_drawn(low: float | None, high: float | None, hedge: Hedge | None, layers: dict[str, int]) -> None:
    data = claims([claimed("a", low, high, hedge=hedge), claimed("b", 20)]).data
    row = data["names"][0]["y"]
    drawn = {
        name: number
        for name in ("points", "bars", "soft", "open")
        if (number := sum(row - 6 <= each["y"] <= row for each in data[name]))
    }
    assert drawn == layers


def test_the_open_end_points_the_right_way() -> None:
    data = claims([claimed("least", 5, hedge="at least"), claimed("most", None, 5, hedge="up to")]).data
    assert sorted((row["shape"], row["to"] > 0) for row in data["open"]) == [
        ("triangle-left", False),
        ("triangle-right", True),
    ]


def test_nearly_is_soft_below_only() -> None:
    (nearly,) = claims([claimed("a", 20, hedge="nearly")]).data["soft"]
    (about,) = claims([claimed("a", 20, hedge="about")]).data["soft"]
    assert nearly["before"] == about["before"] == about["after"] > nearly["after"] == 0


def test_planned_stays_apart_from_actual_and_accounts_are_a_number() -> None:
    data = claims([claimed("a", 5, status="planned", upper=3, lower=2), claimed("b", 6, claimant=None)]).data
    assert [row["status"] for row in data["points"]] == ["planned", "actual"]
    assert [row["text"] for row in data["values"]] == ["5 · 2–3", "6"]
    assert data["names"][1]["text"] == "the reporters"


def test_steps_are_tenfold_where_values_are_far_apart_and_it_is_said() -> None:
    picture = claims([claimed("a", 10), claimed("b", 10_000)])
    assert picture.name == "claims_log"
    assert "Each step of the axis is tenfold." in " ".join(row["text"] for row in picture.data["notes"])


def test_an_axis_that_does_not_begin_at_zero_says_so() -> None:
    picture = claims([claimed("a", 3600), claimed("b", 4200)], unit="second")
    assert "The axis does not begin at 0." in " ".join(row["text"] for row in picture.data["notes"])
    assert picture.description == "2 claims by 2 claimants: 60 to 70 minutes."


def test_claims_without_a_number_are_left_out() -> None:
    picture = claims([claimed("a", None)])
    assert picture.left_out == 1
    assert picture.data["notes"][0]["text"] == "Nobody gives a number."
