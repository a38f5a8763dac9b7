from standoff.picture.ladder import ladder
from tests.picture.made import rung


def test_each_rung_stands_below_its_cause_and_further_in() -> None:
    rungs = [rung("c", 1, "a"), rung("b"), rung("d", 2, "c"), rung("a")]
    data = ladder(rungs, "it snows").data
    assert [row["what"] for row in data["rungs"]] == ["label a", "label c", "label d", "label b"]
    places = [row["x"] for row in data["rungs"]]
    assert places[0] == places[3] < places[1] < places[2]
    assert data["condition"][0]["text"] == "If it snows"


def test_a_stem_leads_from_the_cause() -> None:
    data = ladder([rung("a"), rung("b", 1, "a")], "it snows").data
    first, second = data["rungs"]
    down, across = data["stems"][2:]
    assert (down["x"], down["y2"]) == (first["x"], second["y"])
    assert first["y"] < down["y"] < second["y"]
    assert across["x2"] < second["x"]


def test_effect_force_and_debtor_are_said() -> None:
    (row,) = ladder([rung("a", effect="violated", force="red_line", debtor="Norland")], "x").data["rungs"]
    assert row["told"] == "violated: red line of Norland"


def test_a_cause_that_is_not_drawn_or_is_the_rung_itself_does_no_harm() -> None:
    data = ladder([rung("a", 1, "gone"), rung("b", 1, "b")], "x").data
    assert [row["what"] for row in data["rungs"]] == ["label a", "label b"]


def test_rungs_that_cause_one_another_are_all_drawn() -> None:
    picture = ladder([rung("a", 1, "b"), rung("b", 1, "a")], "x")
    assert len(picture.data["rungs"]) == 2


def test_no_rung_is_said() -> None:
    picture = ladder([], "x")
    assert picture.description == "An escalation ladder without rungs: nothing follows."
    assert picture.data["notes"][0]["text"].startswith("Nothing follows from it")
